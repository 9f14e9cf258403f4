// OVHcloud's own client for Node.js against the simulated API: the simulator has to understand it as it is.
const assert = require('node:assert');
const ovhFactory = require('@ovhcloud/node-ovh');

const port = Number(process.argv[2]);

function client(options) {
  return ovhFactory({ host: '127.0.0.1', port, appKey: 'node-key', appSecret: 'node-secret', ...options });
}

function refusal(status, message) {
  return (failure) => {
    assert.strictEqual(failure.error, status);
    assert.strictEqual(failure.message, message);
    return true;
  };
}

async function check(what, test) {
  await test();
  console.log('ok: ' + what);
}

(async () => {
  const ovh = client({ consumerKey: 'node-consumer' });

  await check('GET', async () => {
    assert.strictEqual((await ovh.requestPromised('GET', '/me')).nichandle, 'al4711-ovh');
  });

  await check('GET with a query', async () => {
    const all = await ovh.requestPromised('GET', '/me/bill');
    const some = await ovh.requestPromised('GET', '/me/bill', { 'date.from': '2026-09-01T00:00:00+02:00' });
    assert.ok(some.length > 0 && some.length < all.length);
  });

  await check('GET below /v1', async () => {
    assert.strictEqual((await ovh.requestPromised('GET', '/v1/me')).nichandle, 'al4711-ovh');
  });

  await check('PUT with letters beyond ASCII', async () => {
    await ovh.requestPromised('PUT', '/me', { city: 'Œuf-en-Ternois 😀' });
    assert.strictEqual((await ovh.requestPromised('GET', '/me')).city, 'Œuf-en-Ternois 😀');
  });

  await check('POST and DELETE', async () => {
    const path = '/email/domain/example.com/redirection';
    const redirection = { from: 'node@example.com', to: 'é@example.net', localCopy: false };
    await ovh.requestPromised('POST', path, redirection);
    const [id] = await ovh.requestPromised('GET', path, { from: redirection.from });
    assert.strictEqual((await ovh.requestPromised('GET', path + '/' + id)).to, redirection.to);
    await ovh.requestPromised('DELETE', path + '/' + id);
    assert.deepStrictEqual(await ovh.requestPromised('GET', path, { from: redirection.from }), []);
  });

  await check('a consumer key that is asked for, validated on its page, and bound to its rules', async () => {
    const asked = await client().requestPromised('POST', '/auth/credential', {
      accessRules: [{ method: 'GET', path: '/me' }],
    });
    assert.strictEqual(asked.state, 'pendingValidation');
    const customer = client({ consumerKey: asked.consumerKey });
    await assert.rejects(customer.requestPromised('GET', '/me'), refusal(403, 'This credential is not valid'));
    const page = await fetch(asked.validationUrl, { method: 'POST', body: new URLSearchParams({ decision: 'authorise' }) });
    assert.strictEqual(page.status, 200);
    assert.strictEqual((await customer.requestPromised('GET', '/me')).nichandle, 'al4711-ovh');
    await assert.rejects(customer.requestPromised('GET', '/me/bill'), refusal(403, 'This call has not been granted'));
  });

  await check('a wrong secret, application key and consumer key', async () => {
    const wrongSecret = client({ appSecret: 'wrong', consumerKey: 'node-consumer' });
    await assert.rejects(wrongSecret.requestPromised('GET', '/me'), refusal(400, 'Invalid signature'));
    const wrongKey = client({ appKey: 'wrong', consumerKey: 'node-consumer' });
    await assert.rejects(wrongKey.requestPromised('GET', '/me'), refusal(403, 'This application key is invalid'));
    const wrongConsumer = client({ consumerKey: 'wrong' });
    await assert.rejects(wrongConsumer.requestPromised('GET', '/me'), refusal(403, 'This credential does not exist'));
  });
})().catch((failure) => {
  console.error(failure);
  process.exit(1);
});
