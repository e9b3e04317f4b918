// The tests that run in every host, in this order: in Node.js and in a browser's worker.
import "./extension.test";
import "./repair.test";
import "./fixAll.test";
import "./exchanges.test";
import "./commands.test";
import "./structure.test";
import "./conversation.test";
import "./completion.test";
import "./sources.test";
import "./programs.test";
import "./configuration.test";
