import { Parser } from 'htmlparser2';

/** A short piece of HTML: its text outside links, and its first link. */
export interface Fragment {
  readonly text: string;
  readonly link: { readonly href: string; readonly text: string } | null;
}

/** Reads one piece of HTML after another with one parser, which is what makes it cheap. */
export class FragmentReader {
  #text = '';
  #href: string | null = null;
  #linkText = '';
  #inLink = false;
  readonly #parser = new Parser({
    ontext: (data) => {
      if (!this.#inLink) this.#text += data;
      else if (this.#href !== null) this.#linkText += data;
    },
    onopentag: (name, attributes) => {
      if (name !== 'a') return;
      this.#inLink = true;
      this.#href ??= attributes['href'] ?? null;
    },
    onclosetag: (name) => {
      if (name === 'a') this.#inLink = false;
    },
  });

  read(html: string): Fragment {
    if (!html.includes('<') && !html.includes('&')) return { text: html, link: null };
    this.#text = '';
    this.#href = null;
    this.#linkText = '';
    this.#inLink = false;
    this.#parser.parseComplete(html);
    return {
      text: this.#text,
      link: this.#href === null ? null : { href: this.#href, text: this.#linkText },
    };
  }

  /** Text in which entities were escaped once more than needed, and in which `<` is a character like any other. */
  decode(text: string): string {
    return text.includes('&') ? this.read(text.replaceAll('<', '&lt;')).text : text;
  }
}
