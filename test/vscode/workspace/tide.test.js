export const reply = stx`<iq type='error' id='${id}'><error type='cancel'/></iq>`;
