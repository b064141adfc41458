import assert from 'node:assert/strict';
import { test } from 'node:test';

/** As much of a page as the script touches: a postal code, and a commune in a group that may be hidden. */
function page(postalCode, { hidden = true, commune = '', wrong = false } = {}) {
  const group = { hidden };
  const element = (attributes, value) => ({
    value,
    className: '',
    classList: { add() {} },
    attributes: Object.entries(attributes).map(([name, text]) => ({ name, value: text })),
    setAttribute(name, text) {
      this.attributes.push({ name, value: text });
    },
    getAttribute(name) {
      return this.attributes.find((one) => one.name === name)?.value ?? null;
    },
    append(option) {
      if (option.selected) this.value = option.value;
    },
    closest: () => group,
    replaceWith(other) {
      elements.commune = other;
    },
    focus() {},
    addEventListener() {},
    dataset: { communes: 'communes' },
  });
  const elements = {
    commune: element(wrong ? { 'aria-invalid': 'true' } : {}, commune),
    'commune-statut': { textContent: '' },
  };
  const input = element({}, postalCode);
  const asked = [];
  Object.assign(globalThis, {
    document: {
      baseURI: 'https://example.org/Prod/etudiants',
      activeElement: null,
      getElementById: (id) => elements[id],
      createElement: () => element({}, ''),
      querySelectorAll: (selector) => (selector === '[data-communes]' ? [input] : []),
    },
    Option: class {
      constructor(text, value, _default, selected = false) {
        Object.assign(this, { text, value, selected });
      }
    },
    addEventListener() {},
  });
  return { group, asked, commune: () => elements.commune };
}

let turn = 0;

async function load(shown, communes) {
  globalThis.fetch = async (url) => {
    shown.asked.push(url.searchParams.get('code_postal'));
    return { ok: true, json: async () => communes };
  };
  await import(`../src/vismonjob.js?${(turn += 1)}`);
  await new Promise((resolve) => setImmediate(resolve));
}

const SEVERAL = [
  { code: '51230', nom: 'Épernay' },
  { code: '51001', nom: 'Ablois' },
];

for (const typed of ['51300', '51 300', 'F-51300', 'FR 51300', 'f51300', '51\u00a0300\u200b']) {
  test(`the commune of ${JSON.stringify(typed)} is asked`, async () => {
    const shown = page(typed);
    await load(shown, SEVERAL);
    assert.deepEqual(shown.asked, ['51300']);
    assert.equal(shown.group.hidden, false);
  });
}

test('a commune that needs no choice is not asked', async () => {
  const shown = page('35000', { hidden: false, commune: 'Brest' });
  await load(shown, SEVERAL.slice(1));
  assert.equal(shown.group.hidden, true);
  assert.equal(shown.commune().value, '');
});

test('an error stays in sight, with what can be chosen', async () => {
  for (const communes of [SEVERAL, SEVERAL.slice(1), []]) {
    const shown = page('35000', { hidden: false, commune: 'Brest', wrong: true });
    await load(shown, communes);
    assert.equal(shown.group.hidden, false);
  }
});

test('an answer or an error stays in sight while there is no postal code', async () => {
  for (const state of [{ commune: 'Brest' }, { wrong: true }]) {
    const shown = page('35', { hidden: false, ...state });
    await load(shown, SEVERAL);
    assert.deepEqual(shown.asked, []);
    assert.equal(shown.group.hidden, false);
  }
});
