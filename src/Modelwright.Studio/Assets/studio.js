// Refreshes the parts of a page that are marked live, by asking for the page again. Nothing else is loaded, and nothing is kept.
(() => {
  'use strict';
  const parts = () => [...document.querySelectorAll('[data-live][id]')];
  if (parts().length === 0) return;
  const seconds = Math.max(1, Number(document.querySelector('[data-every]')?.dataset.every) || 5);
  let paused = false, waits = seconds, timer;

  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet pause';
  button.textContent = 'Pause refreshing';
  button.addEventListener('click', () => {
    paused = !paused;
    button.textContent = paused ? 'Go on refreshing' : 'Pause refreshing';
    clearTimeout(timer);
    if (!paused) look();
  });
  document.querySelector('h1').after(button);

  const replace = (old, fresh) => {
    if (old.innerHTML === fresh.innerHTML) return;
    const open = [...old.querySelectorAll('details')].map(part => part.open);
    const scrolled = [...old.querySelectorAll('.scroll')].map(part => part.scrollLeft);
    const focus = old.contains(document.activeElement) ? [...old.querySelectorAll('a,button,summary,input,select,[tabindex]')].indexOf(document.activeElement) : -1;
    old.innerHTML = fresh.innerHTML;
    old.querySelectorAll('details').forEach((part, place) => { part.open = open[place] ?? false; });
    old.querySelectorAll('.scroll').forEach((part, place) => { part.scrollLeft = scrolled[place] ?? 0; });
    if (focus >= 0) old.querySelectorAll('a,button,summary,input,select,[tabindex]')[focus]?.focus();
  };

  const look = async () => {
    try {
      const reply = await fetch(location.pathname, { headers: { Accept: 'text/html' }, credentials: 'same-origin', redirect: 'error' });
      if (!reply.ok) throw new Error(String(reply.status));
      const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
      for (const old of parts()) {
        const fresh = page.getElementById(old.id);
        if (fresh) replace(old, fresh);
      }
      waits = seconds;
      if (!page.querySelector('[data-every]')) {
        button.remove();
        document.querySelector('.done')?.remove();
        return;
      }
    } catch {
      waits = Math.min(60, waits * 2);
    }
    if (!paused) timer = setTimeout(look, waits * 1000);
  };
  timer = setTimeout(look, seconds * 1000);
})();
