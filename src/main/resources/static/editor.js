// SPDX-License-Identifier: EUPL-1.2
// Makes of a field that holds Markdown an editor of the text as it will look. Without it one writes Markdown in the field.
// What is changed is sent as HTML beside the field; what is pasted is cleaned by the program first.
import { Schema, DOMParser, DOMSerializer } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { baseKeymap, chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { history, redo, redoDepth, undo, undoDepth } from 'prosemirror-history';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';

const schema = new Schema({
  nodes: {
    doc: {content: 'block+'},
    paragraph: {content: 'inline*', group: 'block', parseDOM: [{tag: 'p'}], toDOM: () => ['p', 0]},
    heading: {
      attrs: {level: {default: 2}},
      content: 'inline*',
      group: 'block',
      defining: true,
      parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({tag: `h${level}`, attrs: {level: Math.max(2, level)}})),
      toDOM: (node) => [`h${node.attrs.level}`, 0],
    },
    blockquote: {content: 'block+', group: 'block', defining: true, parseDOM: [{tag: 'blockquote'}], toDOM: () => ['blockquote', 0]},
    bullet_list: {content: 'list_item+', group: 'block', parseDOM: [{tag: 'ul'}], toDOM: () => ['ul', 0]},
    ordered_list: {
      attrs: {order: {default: 1}},
      content: 'list_item+',
      group: 'block',
      parseDOM: [{tag: 'ol', getAttrs: (dom) => ({order: dom.hasAttribute('start') ? Number(dom.getAttribute('start')) : 1})}],
      toDOM: (node) => (node.attrs.order === 1 ? ['ol', 0] : ['ol', {start: node.attrs.order}, 0]),
    },
    list_item: {content: 'paragraph block*', defining: true, parseDOM: [{tag: 'li'}], toDOM: () => ['li', 0]},
    code_block: {
      content: 'text*',
      marks: '',
      group: 'block',
      code: true,
      defining: true,
      parseDOM: [{tag: 'pre', preserveWhitespace: 'full'}],
      toDOM: () => ['pre', ['code', 0]],
    },
    horizontal_rule: {group: 'block', parseDOM: [{tag: 'hr'}], toDOM: () => ['hr']},
    table: {content: 'table_row+', group: 'block', isolating: true, parseDOM: [{tag: 'table'}], toDOM: () => ['table', {class: 'table'}, ['tbody', 0]]},
    table_row: {content: '(table_head | table_cell)+', parseDOM: [{tag: 'tr'}], toDOM: () => ['tr', 0]},
    table_head: {content: 'inline*', isolating: true, parseDOM: [{tag: 'th'}], toDOM: () => ['th', 0]},
    table_cell: {content: 'inline*', isolating: true, parseDOM: [{tag: 'td'}], toDOM: () => ['td', 0]},
    image: {
      inline: true,
      group: 'inline',
      draggable: true,
      attrs: {src: {}, alt: {default: ''}},
      parseDOM: [{tag: 'img[src^="/immagini/"]', getAttrs: (dom) => ({src: dom.getAttribute('src'), alt: dom.getAttribute('alt') || ''})}],
      toDOM: (node) => ['img', node.attrs],
    },
    hard_break: {inline: true, group: 'inline', selectable: false, parseDOM: [{tag: 'br'}], toDOM: () => ['br']},
    text: {group: 'inline'},
  },
  marks: {
    link: {
      attrs: {href: {}},
      inclusive: false,
      parseDOM: [{tag: 'a[href]', getAttrs: (dom) => ({href: dom.getAttribute('href')})}],
      toDOM: (mark) => ['a', {href: mark.attrs.href}, 0],
    },
    strong: {parseDOM: [{tag: 'strong'}, {tag: 'b'}], toDOM: () => ['strong', 0]},
    em: {parseDOM: [{tag: 'em'}, {tag: 'i'}], toDOM: () => ['em', 0]},
    code: {code: true, parseDOM: [{tag: 'code'}], toDOM: () => ['code', 0]},
  },
});
const {nodes, marks} = schema;

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children);
  return made;
};

// --- what the selection is in, and what the buttons do

const isIn = (state, type, attrs) => {
  const {$from, to} = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type === type && to <= $from.end(depth)) {
      return !attrs || Object.keys(attrs).every((key) => node.attrs[key] === attrs[key]);
    }
  }
  return false;
};

/** The innermost list around the selection. */
const listAround = (state) => {
  const {$from} = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const type = $from.node(depth).type;
    if (type === nodes.bullet_list || type === nodes.ordered_list) {
      return {type, position: $from.before(depth)};
    }
  }
  return null;
};

const has = (state, mark) => {
  const {from, to, $from, empty} = state.selection;
  return empty ? Boolean(mark.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, mark);
};

const toggleList = (type) => (state, dispatch) => {
  const around = listAround(state);
  if (!around) {
    return wrapInList(type)(state, dispatch);
  }
  if (around.type === type) {
    return liftListItem(nodes.list_item)(state, dispatch);
  }
  dispatch?.(state.tr.setNodeMarkup(around.position, type));
  return true;
};

const toggleQuote = (state, dispatch) => (isIn(state, nodes.blockquote) ? lift : wrapIn(nodes.blockquote))(state, dispatch);

const heading = (level) => (state, dispatch) =>
  setBlockType(isIn(state, nodes.heading, {level}) ? nodes.paragraph : nodes.heading, {level})(state, dispatch);

const lineBreak = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

/** The whole link that the cursor stands in. */
const linkAround = (state) => {
  const {$from} = state.selection;
  const mark = marks.link.isInSet($from.marks()) || ($from.nodeAfter && marks.link.isInSet($from.nodeAfter.marks));
  if (!mark) {
    return null;
  }
  const parent = $from.parent;
  const start = $from.start();
  const spans = [];
  parent.forEach((node, offset) => {
    const last = spans.at(-1);
    if (!mark.isInSet(node.marks)) {
      return;
    }
    if (last && last.to === start + offset) {
      last.to += node.nodeSize;
    } else {
      spans.push({from: start + offset, to: start + offset + node.nodeSize});
    }
  });
  const span = spans.find((one) => one.from <= $from.pos && $from.pos <= one.to);
  return span ? {...span, href: mark.attrs.href} : null;
};

// --- dialogs

const dialog = (title, ...content) => {
  const heading = element('h2', {class: 'h4', id: `titolo-${crypto.randomUUID()}`}, title);
  const made = element('dialog', {class: 'oc-dialog', 'aria-labelledby': heading.id}, heading, ...content);
  document.body.append(made);
  return made;
};

const field = (label, attributes) => {
  const id = `campo-${crypto.randomUUID()}`;
  const input = element('input', {class: 'form-control', id, autocomplete: 'off', ...attributes});
  return {input, whole: element('div', {class: 'oc-field'}, element('label', {for: id}, label), input)};
};

const address = (typed) => {
  const text = typed.trim();
  if (/^(https?:\/\/|mailto:|tel:|\/(?!\/))\S+$/i.test(text) || text === '/') {
    return text;
  }
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) {
    return `mailto:${text}`;
  }
  return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) ? `https://${text}` : null;
};

const linkDialog = () => {
  const where = field('Indirizzo', {type: 'text', inputmode: 'url', spellcheck: 'false'});
  const words = field('Parole che si leggono', {type: 'text'});
  const wrong = element('p', {class: 'oc-error', role: 'alert'});
  const put = element('button', {type: 'submit', class: 'btn btn-primary btn-sm'}, 'Metti il collegamento');
  const drop = element('button', {type: 'button', class: 'btn btn-outline-primary btn-sm'}, 'Togli il collegamento');
  const leave = element('button', {type: 'button', class: 'btn btn-outline-primary btn-sm'}, 'Annulla');
  const form = element('form', {method: 'dialog', novalidate: ''},
    where.whole, words.whole, wrong, element('div', {class: 'oc-dialog-acts'}, put, drop, leave));
  const made = dialog('Collegamento', form);
  let view;
  let around;
  leave.addEventListener('click', () => made.close());
  made.addEventListener('close', () => view.focus());
  drop.addEventListener('click', () => {
    view.dispatch(view.state.tr.removeMark(around.from, around.to, marks.link));
    made.close();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const href = address(where.input.value);
    if (!href) {
      wrong.textContent = 'Scrivi un indirizzo come https://www.esempio.it, una pagina del sito come /contatti, o un indirizzo di posta.';
      where.input.setAttribute('aria-invalid', 'true');
      where.input.focus();
      return;
    }
    const {state} = view;
    const mark = marks.link.create({href});
    const {from, to, empty} = around || state.selection;
    if (!around && empty) {
      view.dispatch(state.tr.replaceSelectionWith(schema.text(words.input.value.trim() || href, [mark]), false));
    } else {
      view.dispatch(state.tr.removeMark(from, to, marks.link).addMark(from, to, mark));
    }
    made.close();
  });
  return (opened) => {
    view = opened;
    around = linkAround(view.state);
    where.input.value = around?.href || '';
    where.input.removeAttribute('aria-invalid');
    words.input.value = '';
    words.whole.hidden = Boolean(around) || !view.state.selection.empty;
    drop.hidden = !around;
    wrong.textContent = '';
    made.showModal();
    where.input.focus();
  };
};

const pictureDialog = (from) => {
  const words = field('Parole', {type: 'search'});
  const look = element('button', {type: 'submit', class: 'btn btn-primary btn-sm'}, 'Cerca');
  const form = element('form', {method: 'dialog', class: 'oc-dialog-search', role: 'search', 'aria-label': 'Cerca un\'immagine'}, words.whole, look);
  const found = element('div', {'aria-live': 'polite', class: 'oc-dialog-found'});
  const leave = element('button', {type: 'button', class: 'btn btn-outline-primary btn-sm'}, 'Annulla');
  const library = element('a', {href: from.replace(/\/[^/]*$/, ''), target: '_blank', rel: 'noopener'}, 'Carica un\'altra immagine (si apre una nuova finestra)');
  const made = dialog('Immagine', form, found, element('p', {}, library), element('div', {class: 'oc-dialog-acts'}, leave));
  let view;
  const show = async (where) => {
    try {
      const answer = await fetch(where, {headers: {'X-Requested-With': 'XMLHttpRequest'}});
      if (!answer.ok || answer.redirected) {
        throw new Error(answer.status);
      }
      found.innerHTML = await answer.text();
    } catch {
      found.textContent = 'Le immagini non si possono leggere: forse l\'accesso è scaduto. Salva il testo in un\'altra finestra e ricarica la pagina.';
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show(`${from}?q=${encodeURIComponent(words.input.value)}`);
  });
  found.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button?.dataset.more) {
      show(button.dataset.more);
    } else if (button?.dataset.picture) {
      view.dispatch(view.state.tr.replaceSelectionWith(
        nodes.image.create({src: button.dataset.picture, alt: button.dataset.words}), false).scrollIntoView());
      made.close();
    }
  });
  leave.addEventListener('click', () => made.close());
  made.addEventListener('close', () => view.focus());
  return (opened) => {
    view = opened;
    made.showModal();
    words.input.focus();
    show(`${from}?q=${encodeURIComponent(words.input.value)}`);
  };
};

// --- toolbar

/** A button: its words, what it does, whether it is on (undefined: it does something once) and whether it may be pressed. */
const buttons = (openLink, openPicture) => [
  {label: 'Testo', run: setBlockType(nodes.paragraph), on: (state) => isIn(state, nodes.paragraph) && !isIn(state, nodes.heading)},
  {label: 'Titolo', run: heading(2), on: (state) => isIn(state, nodes.heading, {level: 2})},
  {label: 'Titoletto', run: heading(3), on: (state) => isIn(state, nodes.heading, {level: 3})},
  {label: 'Grassetto', run: toggleMark(marks.strong), on: (state) => has(state, marks.strong), keys: 'Control+B'},
  {label: 'Corsivo', run: toggleMark(marks.em), on: (state) => has(state, marks.em), keys: 'Control+I'},
  {label: 'Elenco', run: toggleList(nodes.bullet_list), on: (state) => listAround(state)?.type === nodes.bullet_list},
  {label: 'Elenco numerato', run: toggleList(nodes.ordered_list), on: (state) => listAround(state)?.type === nodes.ordered_list},
  {label: 'Rientra', run: sinkListItem(nodes.list_item), keys: 'Control+]'},
  {label: 'Sporgi', run: liftListItem(nodes.list_item), keys: 'Control+['},
  {label: 'Citazione', run: toggleQuote, on: (state) => isIn(state, nodes.blockquote)},
  {label: 'Collegamento', open: openLink, on: (state) => has(state, marks.link), keys: 'Control+K'},
  ...(openPicture ? [{label: 'Immagine', open: openPicture}] : []),
  {label: 'Annulla', run: undo, may: (state) => undoDepth(state) > 0, keys: 'Control+Z'},
  {label: 'Ripeti', run: redo, may: (state) => redoDepth(state) > 0, keys: 'Control+Y'},
];

const toolbar = (label, controls, all) => {
  const bar = element('div', {role: 'toolbar', class: 'oc-toolbar', 'aria-label': `Forma del testo: ${label}`, 'aria-controls': controls});
  all.forEach((one, index) => {
    one.button = element('button', {type: 'button', tabindex: index === 0 ? '0' : '-1', 'aria-keyshortcuts': one.keys}, one.label);
    bar.append(one.button);
  });
  const stand = (at) => {
    all.forEach((one, index) => one.button.setAttribute('tabindex', index === at ? '0' : '-1'));
    all[at].button.focus();
  };
  bar.addEventListener('keydown', (event) => {
    const at = all.findIndex((one) => one.button === event.target);
    const to = {ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1}[event.key];
    if (to !== undefined && at >= 0) {
      event.preventDefault();
      stand((to + all.length) % all.length);
    }
  });
  bar.addEventListener('mousedown', (event) => event.preventDefault()); // the selection of the text stays
  return bar;
};

// --- the editor of a field

const html = (doc) => {
  const made = element('div');
  made.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content));
  return made.innerHTML;
};

const edit = (place) => {
  const name = place.dataset.editor;
  const area = place.querySelector('textarea');
  const label = place.querySelector('label');
  const form = area.form;
  const id = area.id;
  const start = DOMParser.fromSchema(schema).parse(place.querySelector('template').content);
  const openPicture = place.dataset.pictures ? pictureDialog(place.dataset.pictures) : null;
  const all = buttons(linkDialog(), openPicture);
  let view;

  area.id = `${id}-markdown`;
  area.hidden = true;
  place.querySelector('[data-markdown]').hidden = true;
  label.addEventListener('click', () => view.focus());
  const bar = toolbar(place.dataset.label, id, all);
  const frame = element('div', {class: 'oc-editor-frame'}, bar);
  area.before(frame);

  const renew = () => all.forEach((one) => {
    if (one.on) {
      one.button.setAttribute('aria-pressed', String(Boolean(one.on(view.state))));
    }
    const may = one.may ? one.may(view.state) : !one.run || one.on || one.run(view.state);
    one.button.setAttribute('aria-disabled', String(!may));
  });

  all.forEach((one) => one.button.addEventListener('click', () => {
    if (one.open) {
      one.open(view);
    } else {
      one.run(view.state, view.dispatch, view);
      if (document.activeElement !== one.button) {
        view.focus();
      }
    }
  }));

  /** The program reads what is pasted and gives it back clean; where it cannot, the words alone are pasted. */
  const paste = (event) => {
    const pasted = event.clipboardData?.getData('text/html');
    if (!pasted || pasted.includes('data-pm-slice')) {
      return false; // plain text, or a piece of this editor
    }
    event.preventDefault();
    const plain = event.clipboardData.getData('text/plain');
    const token = form.querySelector('input[name=_csrf]').value;
    fetch(place.dataset.clean, {
      method: 'POST',
      body: pasted.replaceAll(`${location.origin}/`, '/'),
      headers: {'Content-Type': 'text/html; charset=UTF-8', 'X-CSRF-TOKEN': token},
    }).then((answer) => {
      if (!answer.ok || answer.redirected) {
        throw new Error(answer.status);
      }
      return answer.text();
    }).then((clean) => view.pasteHTML(clean)).catch(() => view.pasteText(plain));
    return true;
  };

  view = new EditorView(frame, {
    state: EditorState.create({
      doc: start,
      plugins: [
        history(),
        keymap({
          'Mod-z': undo,
          'Mod-y': redo,
          'Shift-Mod-z': redo,
          'Mod-b': toggleMark(marks.strong),
          'Mod-i': toggleMark(marks.em),
          'Mod-]': sinkListItem(nodes.list_item),
          'Mod-[': liftListItem(nodes.list_item),
          'Mod-k': () => {
            all.find((one) => one.label === 'Collegamento').open(view);
            return true;
          },
          'Alt-F10': () => {
            bar.querySelector('[tabindex="0"]').focus();
            return true;
          },
          Enter: splitListItem(nodes.list_item),
          'Shift-Enter': lineBreak,
        }),
        keymap(baseKeymap), // nothing is done of Tab: it leaves the editor
      ],
    }),
    attributes: {
      id,
      class: 'oc-article form-control',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': label.id,
      'aria-describedby': area.getAttribute('aria-describedby') || '',
      ...(area.getAttribute('aria-invalid') ? {'aria-invalid': 'true'} : {}),
      ...(area.lang ? {lang: area.lang} : {}),
      spellcheck: 'true',
    },
    handleDOMEvents: {paste: (_, event) => paste(event)},
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      renew();
      if (transaction.docChanged) {
        form.dispatchEvent(new Event('input', {bubbles: true}));
      }
    },
  });
  bar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      view.focus();
    }
  });
  renew();

  // What was not touched stays as it was written, to the letter.
  form.addEventListener('formdata', (event) => {
    if (!view.state.doc.eq(start)) {
      event.formData.delete(name);
      event.formData.set(`${name}-html`, html(view.state.doc));
    }
  });
  let sent = false;
  form.addEventListener('submit', () => { sent = true; });
  addEventListener('beforeunload', (event) => {
    if (!sent && !view.state.doc.eq(start)) {
      event.preventDefault(); // the browser asks whether what was written may be lost
    }
  });
  if (location.hash === `#${id}`) {
    view.focus();
  }
};

document.querySelectorAll('[data-editor]').forEach(edit);
