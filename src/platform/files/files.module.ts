import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/config.js';
import { StoredFile } from './file.entity.js';
import { FileSweep } from './file-sweep.js';
import { Files } from './files.service.js';
import { Secrets } from './secrets.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([StoredFile])],
  providers: [
    Files,
    FileSweep,
    {
      provide: Secrets,
      inject: [Config],
      useFactory: (config: Config) => Secrets.load(config.dataDir, config.secret),
    },
  ],
  exports: [Files, FileSweep, Secrets],
})
export class FilesModule {}
