import {createRequire} from 'module'; const require=createRequire(import.meta.url);
const {chromium}=require('/tmp/npm/node_modules/playwright-core');
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--headless','--no-sandbox','--disable-gpu']});
const page=process.argv[2];
for (const [w,theme] of [[1280,'light'],[390,'navy']]){
const c=await b.newContext({viewport:{width:w,height:900}});
await c.addInitScript(t=>{try{localStorage.setItem('mdbook-theme',t)}catch(e){}},theme);
const p=await c.newPage(); await p.goto('file:///tmp/w/metric/book/part-1-losses/'+page); await p.waitForTimeout(500);
const figs=await p.$$('main svg[role=img]'); let i=0;
for (const f of figs){ if(await f.isVisible()){ await f.screenshot({path:`/tmp/w/metric/target/fig-${w}-${i}.png`}); } i++; }
console.log(w,figs.length, await p.evaluate(()=>document.documentElement.scrollWidth));}
await b.close();
