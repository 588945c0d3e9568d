import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/**
 * What stands after the `#` of the address, taken out of it at once: a secret must not stay in the history,
 * in a screenshot, or in what is shared. Null while there is none.
 */
export function useFragment(): string | null {
  const { hash, pathname, search } = useLocation();
  const navigate = useNavigate();
  const [taken, setTaken] = useState(() => hash.slice(1) || null);
  useEffect(() => {
    if (hash.length < 2) return;
    setTaken(hash.slice(1));
    void navigate(pathname + search, { replace: true });
  }, [hash, pathname, search, navigate]);
  return taken;
}

/** The address and the code of a mailed link (`email=…&code=…`), or null if one is missing. */
export function useMailedCode(): { readonly email: string; readonly code: string } | null {
  const fragment = useFragment();
  const values = new URLSearchParams(fragment ?? '');
  const [email, code] = [values.get('email'), values.get('code')];
  return email && code ? { email, code } : null;
}
