// Generated from data/answers/breaches.tsv by `npm run generate`; change it there (see data/README.md).

export const breachTable = `
error-child-unexpected	other	result	Psi 1.5
error-child-missing	nested	query	libpurple 2.14.12
error-child-missing	nested	command	biboumi 9.0
condition-unknown	stream	bad-format	Prosody 0.12.3
condition-unknown	far	unknown-sender	jabberd2 2.7.0
reply-to-error	result	error	jabberd2 2.7.0
`;
