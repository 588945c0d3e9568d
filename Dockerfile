# The image of every Nidaa process: web, worker and the `nidaa` command.
ARG NODE_VERSION=22

FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scripts scripts
COPY bin bin
COPY migrations migrations
COPY src src
COPY client client
COPY nest-cli.json tsconfig.json tsconfig.build.json .swcrc ./
# Installs by the lock file and builds server and client: the same program that `npm start` calls first.
RUN node scripts/setup.mjs
# What runs needs no compilers and no test tools.
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:${NODE_VERSION}-bookworm-slim
ENV NODE_ENV=production NIDAA_DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY bin bin
COPY deploy deploy
# Volumes take the owner of the folder that they are mounted on.
RUN mkdir /data /backups && chown node:node /data /backups
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["node", "deploy/healthy.mjs"]
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
