import { readFileSync, writeFileSync } from 'node:fs';
import { settingsText } from './settings-text.ts';

writeFileSync('.env.example', settingsText.envExample());
writeFileSync('README.md', settingsText.readme(readFileSync('README.md', 'utf8')));
console.log('.env.example and the tables of README.md are written.');
