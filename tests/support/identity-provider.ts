import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { generateKeyPairSync } from "node:crypto";
import Provider from "oidc-provider";

/** A real OpenID Connect server in which everybody is who the test says, without a password. */
export type IdentityProvider = {
  issuer: string;
  client: { id: string; secret: string };
  /** Whom the next sign-in there proves. */
  become: (subject: string) => void;
  close: () => Promise<void>;
};

const CLIENT = { id: "zhijian", secret: "only-for-tests-and-long-enough-for-the-provider" };

export async function startIdentityProvider(callbackUrl: string): Promise<IdentityProvider> {
  let subject = "nobody";
  // The issuer is the address, and the address is known once the server listens.
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = makeProvider(issuer, callbackUrl);
  const serve = provider.callback();
  answer = (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return serve(request, response);
    void interact(provider, subject, request, response);
  };
  return {
    issuer,
    client: CLIENT,
    become: (next) => {
      subject = next;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function makeProvider(issuer: string, callbackUrl: string): Provider {
  const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
  return new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callbackUrl] }],
    cookies: { keys: ["only for tests"] },
    jwks: { keys: [{ ...key, use: "sig", alg: "RS256" }] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
  });
}

/** Signs in as the subject, then consents: the two questions that a person would be asked there. */
async function interact(
  provider: Provider,
  subject: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === "login") {
    return provider.interactionFinished(request, response, { login: { accountId: subject } });
  }
  const grant = new provider.Grant({ accountId: session?.accountId ?? subject, clientId: params.client_id });
  grant.addOIDCScope("openid");
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}
