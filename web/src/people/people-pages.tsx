import type { AccountPage, Frame, SignInPage } from "@podium/protocol";

interface Shown<Data> {
  readonly data: Data;
  readonly frame: Frame;
}

export function SignIn(_props: Shown<SignInPage>) {
  return null;
}

export function Account(_props: Shown<AccountPage>) {
  return null;
}
