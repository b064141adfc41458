// Two conveniences. Every page works without them.

/**
 * Asks for the commune only where the postal code has several.
 *
 * `<input name="code_postal" data-communes="communes">`: the address to ask (relative). The commune's field has the id `commune`,
 * an element with `role="status"` the id `commune-statut` (optional).
 * The closest `[data-communes-group]` around the commune's field is hidden while there is nothing to choose, but not while it
 * holds an answer or an error.
 */
function offerCommunes(postalCode) {
  const address = postalCode.dataset.communes;
  const status = document.getElementById('commune-statut');
  let asked = '';
  let request;

  const field = () => document.getElementById('commune');
  const isWrong = () => field().getAttribute('aria-invalid') === 'true';
  const show = (shown) => {
    const group = field().closest('[data-communes-group]');
    if (group) group.hidden = !shown && !isWrong() && field().value === '';
  };
  const say = (text) => {
    if (status) status.textContent = text;
  };

  function choose(communes) {
    const old = field();
    const select = document.createElement('select');
    for (const { name, value } of old.attributes) {
      if (!['class', 'type', 'value', 'list', 'maxlength', 'autocomplete'].includes(name)) select.setAttribute(name, value);
    }
    select.className = 'fr-select';
    if (old.className.includes('--error')) select.classList.add('fr-select--error');
    select.append(new Option('Sélectionner une commune', ''));
    for (const { code, nom } of communes) {
      select.append(new Option(nom, code, false, old.value === code || old.value.toLowerCase() === nom.toLowerCase()));
    }
    const focused = document.activeElement === old;
    old.replaceWith(select);
    if (focused) select.focus();
  }

  async function update() {
    // The server takes blanks and the country's letter as well, as in F-51300.
    const code = postalCode.value.replace(/\D/g, '');
    if (code === asked) return;
    asked = code;
    request?.abort();
    say('');
    if (!/^\d{5}$/.test(code)) {
      show(false);
      return;
    }
    request = new AbortController();
    try {
      const url = new URL(address, document.baseURI);
      url.searchParams.set('code_postal', code);
      const answer = await fetch(url, { headers: { Accept: 'application/json' }, signal: request.signal });
      if (!answer.ok) throw new Error(`${answer.status}`);
      const communes = await answer.json();
      if (communes.length > 1 || (communes.length === 1 && isWrong())) choose(communes);
      else field().value = '';
      show(communes.length > 1);
      if (communes.length > 1) say(`${communes.length} communes pour ${code} : sélectionnez la vôtre.`);
    } catch (error) {
      // Without the list the field stays as it was in the page: people type a name.
      if (error.name !== 'AbortError') show(true);
    }
  }

  postalCode.addEventListener('input', update);
  postalCode.addEventListener('change', update);
  update();
}

/** A second click on "send" does nothing; coming back to the page, or ten seconds without an answer, frees the form. */
function sendOnce(form) {
  let sent = false;
  const set = (value) => {
    sent = value;
    for (const button of form.querySelectorAll('[type=submit], button:not([type])')) {
      if (value) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    }
  };
  form.addEventListener('submit', (event) => {
    if (sent) {
      event.preventDefault();
      return;
    }
    set(true);
    setTimeout(set, 10_000, false);
  });
  addEventListener('pageshow', () => set(false));
}

document.querySelectorAll('[data-communes]').forEach(offerCommunes);
document.querySelectorAll('form[method=post]').forEach(sendOnce);
