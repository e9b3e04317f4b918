#!/usr/bin/env node
/** Entry point of `xmpp-stanza`: loads the command line, with the code cache of earlier runs. */

import { setFlagsFromString } from "node:v8";
import { CodeCache, codeCacheFile } from "./codeCache";
import { ENGINE_FLAG } from "./engineFlags";
import { ProgramFiles } from "./programFiles";

// Before any code is taken from the cache, which is for the same flags only.
setFlagsFromString(ENGINE_FLAG);
const cache = new CodeCache(codeCacheFile(), __dirname);
new ProgramFiles(require, cache).load("./part-main.js");
