var Lb=Object.create;var Ng=Object.defineProperty;var Db=Object.getOwnPropertyDescriptor;var Ob=Object.getOwnPropertyNames;var Nb=Object.getPrototypeOf,Ub=Object.prototype.hasOwnProperty;var Ug=(n=>typeof require<"u"?require:typeof Proxy<"u"?new Proxy(n,{get:(t,e)=>(typeof require<"u"?require:t)[e]}):n)(function(n){if(typeof require<"u")return require.apply(this,arguments);throw Error('Dynamic require of "'+n+'" is not supported')});var pe=(n,t)=>()=>{try{return t||n((t={exports:{}}).exports,t),t.exports}catch(e){throw t=0,e}};var Fb=(n,t,e,i)=>{if(t&&typeof t=="object"||typeof t=="function")for(let r of Ob(t))!Ub.call(n,r)&&r!==e&&Ng(n,r,{get:()=>t[r],enumerable:!(i=Db(t,r))||i.enumerable});return n};var Jf=(n,t,e)=>(e=n!=null?Lb(Nb(n)):{},Fb(t||!n||!n.__esModule?Ng(e,"default",{value:n,enumerable:!0}):e,n));var Jx=pe($x=>{"use strict";Object.defineProperty($x,"__esModule",{value:!0})});var Kx=pe(ff=>{"use strict";Object.defineProperty(ff,"__esModule",{value:!0});ff.Hierarchy=void 0;ff.Hierarchy={parse:v4};function v4(n){return Object.entries(n).reduce((t,[e,i])=>(i===-1?t.pages[e]={}:i&&(t.nodes[e]={pointCount:i}),t),{nodes:{},pages:{}})}});var tM=pe(vs=>{"use strict";var y4=vs&&vs.__createBinding||(Object.create?(function(n,t,e,i){i===void 0&&(i=e);var r=Object.getOwnPropertyDescriptor(t,e);(!r||("get"in r?!t.__esModule:r.writable||r.configurable))&&(r={enumerable:!0,get:function(){return t[e]}}),Object.defineProperty(n,i,r)}):(function(n,t,e,i){i===void 0&&(i=e),n[i]=t[e]})),Qx=vs&&vs.__exportStar||function(n,t){for(var e in n)e!=="default"&&!Object.prototype.hasOwnProperty.call(t,e)&&y4(t,n,e)};Object.defineProperty(vs,"__esModule",{value:!0});Qx(Jx(),vs);Qx(Kx(),vs)});var df=pe(Ao=>{"use strict";Object.defineProperty(Ao,"__esModule",{value:!0});Ao.hierarchyItemLength=Ao.infoLength=void 0;Ao.infoLength=160;Ao.hierarchyItemLength=32});var pf=pe(ys=>{"use strict";Object.defineProperty(ys,"__esModule",{value:!0});ys.evlrHeaderLength=ys.vlrHeaderLength=ys.minHeaderLength=void 0;ys.minHeaderLength=375;ys.vlrHeaderLength=54;ys.evlrHeaderLength=60});var eM=pe(Co=>{"use strict";Object.defineProperty(Co,"__esModule",{value:!0});Co.getBigUint64=Co.parseBigInt=void 0;function x4(n){if(n>BigInt(Number.MAX_SAFE_INTEGER)||n<BigInt(-Number.MAX_SAFE_INTEGER))throw new Error(`Cannot convert bigint to number: ${n}`);return Number(n)}Co.parseBigInt=x4;function M4(n,t,e){if(n.getBigUint64)return n.getBigUint64(t,e);let[i,r]=e?[4,0]:[0,4],s=BigInt(n.getUint32(t+i,e)),a=BigInt(n.getUint32(t+r,e));return(s<<BigInt(32))+a}Co.getBigUint64=M4});var iM=pe(xs=>{"use strict";Object.defineProperty(xs,"__esModule",{value:!0});xs.toCString=xs.toDataView=xs.Binary=void 0;xs.Binary={toDataView:Bm,toCString:nM};function Bm(n){return new DataView(n.buffer,n.byteOffset,n.length)}xs.toDataView=Bm;function nM(n){let t=Bm(n),e="";for(let i=0;i<t.byteLength;++i){let r=t.getInt8(i);if(r===0)return e;e+=String.fromCharCode(r)}return e}xs.toCString=nM});var lM=pe(mf=>{"use strict";Object.defineProperty(mf,"__esModule",{value:!0});mf.Bounds=void 0;mf.Bounds={min:b4,max:S4,mid:Gm,width:rM,depth:sM,height:aM,cube:w4,step:oM,stepTo:E4,intersection:T4};function b4(n){return[n[0],n[1],n[2]]}function S4(n){return[n[3],n[4],n[5]]}function Gm([n,t,e,i,r,s]){return[n+(i-n)/2,t+(r-t)/2,e+(s-e)/2]}function rM(n){return n[3]-n[0]}function sM(n){return n[4]-n[1]}function aM(n){return n[5]-n[2]}function w4(n){let t=Gm(n),e=Math.max(rM(n),sM(n),aM(n))/2;return[t[0]-e,t[1]-e,t[2]-e,t[0]+e,t[1]+e,t[2]+e]}function oM(n,[t,e,i]){let[r,s,a,o,l,c]=n,[u,h,f]=Gm(n);return[t?u:r,e?h:s,i?f:a,t?o:u,e?l:h,i?c:f]}function E4(n,[t,e,i,r]){for(let s=t-1;s>=0;--s)n=oM(n,[e>>s&1,i>>s&1,r>>s&1]);return n}function T4(n,t){return[Math.max(n[0],t[0]),Math.max(n[1],t[1]),Math.max(n[2],t[2]),Math.min(n[3],t[3]),Math.min(n[4],t[4]),Math.min(n[5],t[5])]}});var cM=pe(gf=>{"use strict";Object.defineProperty(gf,"__esModule",{value:!0});gf.Dimension=void 0;var A4={int8:{type:"signed",size:1},int16:{type:"signed",size:2},int32:{type:"signed",size:4},int64:{type:"signed",size:8},uint8:{type:"unsigned",size:1},uint16:{type:"unsigned",size:2},uint32:{type:"unsigned",size:4},uint64:{type:"unsigned",size:8},float32:{type:"float",size:4},float64:{type:"float",size:8},float:{type:"float",size:4},double:{type:"float",size:8},bool:{type:"unsigned",size:1},boolean:{type:"unsigned",size:1}};gf.Dimension={Type:A4,ctype:C4};function C4({type:n,size:t}){switch(n){case"signed":switch(t){case 1:return"int8";case 2:return"int16";case 4:return"int32";case 8:return"int64"}case"unsigned":switch(t){case 1:return"uint8";case 2:return"uint16";case 4:return"uint32";case 8:return"uint64"}case"float":switch(t){case 4:return"float";case 8:return"double"}}throw new Error(`Invalid dimension type/size: ${n}/${t}`)}});var uM=pe((Ms,hM)=>{var _f=typeof globalThis<"u"&&globalThis||typeof self<"u"&&self||typeof global<"u"&&global,vf=(function(){function n(){this.fetch=!1,this.DOMException=_f.DOMException}return n.prototype=_f,new n})();(function(n){var t=(function(e){var i=typeof n<"u"&&n||typeof self<"u"&&self||typeof global<"u"&&global||{},r={searchParams:"URLSearchParams"in i,iterable:"Symbol"in i&&"iterator"in Symbol,blob:"FileReader"in i&&"Blob"in i&&(function(){try{return new Blob,!0}catch{return!1}})(),formData:"FormData"in i,arrayBuffer:"ArrayBuffer"in i};function s(M){return M&&DataView.prototype.isPrototypeOf(M)}if(r.arrayBuffer)var a=["[object Int8Array]","[object Uint8Array]","[object Uint8ClampedArray]","[object Int16Array]","[object Uint16Array]","[object Int32Array]","[object Uint32Array]","[object Float32Array]","[object Float64Array]"],o=ArrayBuffer.isView||function(M){return M&&a.indexOf(Object.prototype.toString.call(M))>-1};function l(M){if(typeof M!="string"&&(M=String(M)),/[^a-z0-9\-#$%&'*+.^_`|~!]/i.test(M)||M==="")throw new TypeError('Invalid character in header field name: "'+M+'"');return M.toLowerCase()}function c(M){return typeof M!="string"&&(M=String(M)),M}function u(M){var L={next:function(){var k=M.shift();return{done:k===void 0,value:k}}};return r.iterable&&(L[Symbol.iterator]=function(){return L}),L}function h(M){this.map={},M instanceof h?M.forEach(function(L,k){this.append(k,L)},this):Array.isArray(M)?M.forEach(function(L){if(L.length!=2)throw new TypeError("Headers constructor: expected name/value pair to be length 2, found"+L.length);this.append(L[0],L[1])},this):M&&Object.getOwnPropertyNames(M).forEach(function(L){this.append(L,M[L])},this)}h.prototype.append=function(M,L){M=l(M),L=c(L);var k=this.map[M];this.map[M]=k?k+", "+L:L},h.prototype.delete=function(M){delete this.map[l(M)]},h.prototype.get=function(M){return M=l(M),this.has(M)?this.map[M]:null},h.prototype.has=function(M){return this.map.hasOwnProperty(l(M))},h.prototype.set=function(M,L){this.map[l(M)]=c(L)},h.prototype.forEach=function(M,L){for(var k in this.map)this.map.hasOwnProperty(k)&&M.call(L,this.map[k],k,this)},h.prototype.keys=function(){var M=[];return this.forEach(function(L,k){M.push(k)}),u(M)},h.prototype.values=function(){var M=[];return this.forEach(function(L){M.push(L)}),u(M)},h.prototype.entries=function(){var M=[];return this.forEach(function(L,k){M.push([k,L])}),u(M)},r.iterable&&(h.prototype[Symbol.iterator]=h.prototype.entries);function f(M){if(!M._noBody){if(M.bodyUsed)return Promise.reject(new TypeError("Already read"));M.bodyUsed=!0}}function p(M){return new Promise(function(L,k){M.onload=function(){L(M.result)},M.onerror=function(){k(M.error)}})}function d(M){var L=new FileReader,k=p(L);return L.readAsArrayBuffer(M),k}function _(M){var L=new FileReader,k=p(L),X=/charset=([A-Za-z0-9_-]+)/.exec(M.type),Z=X?X[1]:"utf-8";return L.readAsText(M,Z),k}function g(M){for(var L=new Uint8Array(M),k=new Array(L.length),X=0;X<L.length;X++)k[X]=String.fromCharCode(L[X]);return k.join("")}function m(M){if(M.slice)return M.slice(0);var L=new Uint8Array(M.byteLength);return L.set(new Uint8Array(M)),L.buffer}function w(){return this.bodyUsed=!1,this._initBody=function(M){this.bodyUsed=this.bodyUsed,this._bodyInit=M,M?typeof M=="string"?this._bodyText=M:r.blob&&Blob.prototype.isPrototypeOf(M)?this._bodyBlob=M:r.formData&&FormData.prototype.isPrototypeOf(M)?this._bodyFormData=M:r.searchParams&&URLSearchParams.prototype.isPrototypeOf(M)?this._bodyText=M.toString():r.arrayBuffer&&r.blob&&s(M)?(this._bodyArrayBuffer=m(M.buffer),this._bodyInit=new Blob([this._bodyArrayBuffer])):r.arrayBuffer&&(ArrayBuffer.prototype.isPrototypeOf(M)||o(M))?this._bodyArrayBuffer=m(M):this._bodyText=M=Object.prototype.toString.call(M):(this._noBody=!0,this._bodyText=""),this.headers.get("content-type")||(typeof M=="string"?this.headers.set("content-type","text/plain;charset=UTF-8"):this._bodyBlob&&this._bodyBlob.type?this.headers.set("content-type",this._bodyBlob.type):r.searchParams&&URLSearchParams.prototype.isPrototypeOf(M)&&this.headers.set("content-type","application/x-www-form-urlencoded;charset=UTF-8"))},r.blob&&(this.blob=function(){var M=f(this);if(M)return M;if(this._bodyBlob)return Promise.resolve(this._bodyBlob);if(this._bodyArrayBuffer)return Promise.resolve(new Blob([this._bodyArrayBuffer]));if(this._bodyFormData)throw new Error("could not read FormData body as blob");return Promise.resolve(new Blob([this._bodyText]))}),this.arrayBuffer=function(){if(this._bodyArrayBuffer){var M=f(this);return M||(ArrayBuffer.isView(this._bodyArrayBuffer)?Promise.resolve(this._bodyArrayBuffer.buffer.slice(this._bodyArrayBuffer.byteOffset,this._bodyArrayBuffer.byteOffset+this._bodyArrayBuffer.byteLength)):Promise.resolve(this._bodyArrayBuffer))}else{if(r.blob)return this.blob().then(d);throw new Error("could not read as ArrayBuffer")}},this.text=function(){var M=f(this);if(M)return M;if(this._bodyBlob)return _(this._bodyBlob);if(this._bodyArrayBuffer)return Promise.resolve(g(this._bodyArrayBuffer));if(this._bodyFormData)throw new Error("could not read FormData body as text");return Promise.resolve(this._bodyText)},r.formData&&(this.formData=function(){return this.text().then(I)}),this.json=function(){return this.text().then(JSON.parse)},this}var A=["CONNECT","DELETE","GET","HEAD","OPTIONS","PATCH","POST","PUT","TRACE"];function b(M){var L=M.toUpperCase();return A.indexOf(L)>-1?L:M}function P(M,L){if(!(this instanceof P))throw new TypeError('Please use the "new" operator, this DOM object constructor cannot be called as a function.');L=L||{};var k=L.body;if(M instanceof P){if(M.bodyUsed)throw new TypeError("Already read");this.url=M.url,this.credentials=M.credentials,L.headers||(this.headers=new h(M.headers)),this.method=M.method,this.mode=M.mode,this.signal=M.signal,!k&&M._bodyInit!=null&&(k=M._bodyInit,M.bodyUsed=!0)}else this.url=String(M);if(this.credentials=L.credentials||this.credentials||"same-origin",(L.headers||!this.headers)&&(this.headers=new h(L.headers)),this.method=b(L.method||this.method||"GET"),this.mode=L.mode||this.mode||null,this.signal=L.signal||this.signal||(function(){if("AbortController"in i){var H=new AbortController;return H.signal}})(),this.referrer=null,(this.method==="GET"||this.method==="HEAD")&&k)throw new TypeError("Body not allowed for GET or HEAD requests");if(this._initBody(k),(this.method==="GET"||this.method==="HEAD")&&(L.cache==="no-store"||L.cache==="no-cache")){var X=/([?&])_=[^&]*/;if(X.test(this.url))this.url=this.url.replace(X,"$1_="+new Date().getTime());else{var Z=/\?/;this.url+=(Z.test(this.url)?"&":"?")+"_="+new Date().getTime()}}}P.prototype.clone=function(){return new P(this,{body:this._bodyInit})};function I(M){var L=new FormData;return M.trim().split("&").forEach(function(k){if(k){var X=k.split("="),Z=X.shift().replace(/\+/g," "),H=X.join("=").replace(/\+/g," ");L.append(decodeURIComponent(Z),decodeURIComponent(H))}}),L}function D(M){var L=new h,k=M.replace(/\r?\n[\t ]+/g," ");return k.split("\r").map(function(X){return X.indexOf(`
`)===0?X.substr(1,X.length):X}).forEach(function(X){var Z=X.split(":"),H=Z.shift().trim();if(H){var W=Z.join(":").trim();try{L.append(H,W)}catch($){console.warn("Response "+$.message)}}}),L}w.call(P.prototype);function B(M,L){if(!(this instanceof B))throw new TypeError('Please use the "new" operator, this DOM object constructor cannot be called as a function.');if(L||(L={}),this.type="default",this.status=L.status===void 0?200:L.status,this.status<200||this.status>599)throw new RangeError("Failed to construct 'Response': The status provided (0) is outside the range [200, 599].");this.ok=this.status>=200&&this.status<300,this.statusText=L.statusText===void 0?"":""+L.statusText,this.headers=new h(L.headers),this.url=L.url||"",this._initBody(M)}w.call(B.prototype),B.prototype.clone=function(){return new B(this._bodyInit,{status:this.status,statusText:this.statusText,headers:new h(this.headers),url:this.url})},B.error=function(){var M=new B(null,{status:200,statusText:""});return M.ok=!1,M.status=0,M.type="error",M};var T=[301,302,303,307,308];B.redirect=function(M,L){if(T.indexOf(L)===-1)throw new RangeError("Invalid status code");return new B(null,{status:L,headers:{location:M}})},e.DOMException=i.DOMException;try{new e.DOMException}catch{e.DOMException=function(L,k){this.message=L,this.name=k;var X=Error(L);this.stack=X.stack},e.DOMException.prototype=Object.create(Error.prototype),e.DOMException.prototype.constructor=e.DOMException}function C(M,L){return new Promise(function(k,X){var Z=new P(M,L);if(Z.signal&&Z.signal.aborted)return X(new e.DOMException("Aborted","AbortError"));var H=new XMLHttpRequest;function W(){H.abort()}H.onload=function(){var mt={statusText:H.statusText,headers:D(H.getAllResponseHeaders()||"")};Z.url.indexOf("file://")===0&&(H.status<200||H.status>599)?mt.status=200:mt.status=H.status,mt.url="responseURL"in H?H.responseURL:mt.headers.get("X-Request-URL");var It="response"in H?H.response:H.responseText;setTimeout(function(){k(new B(It,mt))},0)},H.onerror=function(){setTimeout(function(){X(new TypeError("Network request failed"))},0)},H.ontimeout=function(){setTimeout(function(){X(new TypeError("Network request timed out"))},0)},H.onabort=function(){setTimeout(function(){X(new e.DOMException("Aborted","AbortError"))},0)};function $(mt){try{return mt===""&&i.location.href?i.location.href:mt}catch{return mt}}if(H.open(Z.method,$(Z.url),!0),Z.credentials==="include"?H.withCredentials=!0:Z.credentials==="omit"&&(H.withCredentials=!1),"responseType"in H&&(r.blob?H.responseType="blob":r.arrayBuffer&&(H.responseType="arraybuffer")),L&&typeof L.headers=="object"&&!(L.headers instanceof h||i.Headers&&L.headers instanceof i.Headers)){var Mt=[];Object.getOwnPropertyNames(L.headers).forEach(function(mt){Mt.push(l(mt)),H.setRequestHeader(mt,c(L.headers[mt]))}),Z.headers.forEach(function(mt,It){Mt.indexOf(It)===-1&&H.setRequestHeader(It,mt)})}else Z.headers.forEach(function(mt,It){H.setRequestHeader(It,mt)});Z.signal&&(Z.signal.addEventListener("abort",W),H.onreadystatechange=function(){H.readyState===4&&Z.signal.removeEventListener("abort",W)}),H.send(typeof Z._bodyInit>"u"?null:Z._bodyInit)})}return C.polyfill=!0,i.fetch||(i.fetch=C,i.Headers=h,i.Request=P,i.Response=B),e.Headers=h,e.Request=P,e.Response=B,e.fetch=C,Object.defineProperty(e,"__esModule",{value:!0}),e})({})})(vf);vf.fetch.ponyfill=!0;delete vf.fetch.polyfill;var Po=_f.fetch?_f:vf;Ms=Po.fetch;Ms.default=Po.fetch;Ms.fetch=Po.fetch;Ms.Headers=Po.Headers;Ms.Request=Po.Request;Ms.Response=Po.Response;hM.exports=Ms});var fM=pe(()=>{});var mM=pe(xi=>{"use strict";var P4=xi&&xi.__createBinding||(Object.create?(function(n,t,e,i){i===void 0&&(i=e);var r=Object.getOwnPropertyDescriptor(t,e);(!r||("get"in r?!t.__esModule:r.writable||r.configurable))&&(r={enumerable:!0,get:function(){return t[e]}}),Object.defineProperty(n,i,r)}):(function(n,t,e,i){i===void 0&&(i=e),n[i]=t[e]})),R4=xi&&xi.__setModuleDefault||(Object.create?(function(n,t){Object.defineProperty(n,"default",{enumerable:!0,value:t})}):function(n,t){n.default=t}),I4=xi&&xi.__importStar||function(n){if(n&&n.__esModule)return n;var t={};if(n!=null)for(var e in n)e!=="default"&&Object.prototype.hasOwnProperty.call(n,e)&&P4(t,n,e);return R4(t,n),t},L4=xi&&xi.__importDefault||function(n){return n&&n.__esModule?n:{default:n}};Object.defineProperty(xi,"__esModule",{value:!0});xi.Getter=void 0;var D4=L4(uM());xi.Getter={create:O4,http:dM,file:pM};function O4(n){return typeof n=="function"?n:n.startsWith("http://")||n.startsWith("https://")?dM(n):pM(n)}function dM(n){return async function(e,i){if(e<0||i<0||e>i)throw new Error("Invalid range");let s=await(await(0,D4.default)(n,{headers:{Range:`bytes=${e}-${i-1}`}})).arrayBuffer();return new Uint8Array(s)}}function pM(n){return async function(e,i){let r=await Promise.resolve().then(()=>I4(fM()));async function s(a=0,o=1/0){if(a<0||o<0||a>o)throw new Error("Invalid range");await r.promises.access(n);let l=r.createReadStream(n,{start:a,end:o-1,autoClose:!0});return N4(l)}return s(e,i)}}async function N4(n){return await new Promise((t,e)=>{let i=[];n.on("data",r=>i.push(r)),n.on("error",e),n.on("end",()=>t(Buffer.concat(i)))})}});var _M=pe(Ro=>{"use strict";Object.defineProperty(Ro,"__esModule",{value:!0});Ro.Key=void 0;Ro.Key={create:U4,parse:gM,toString:F4,step:B4,up:G4,compare:z4,depth:k4};function U4(n,t=0,e=0,i=0){return typeof n!="number"?gM(n):[n,t,e,i]}function gM(n){if(typeof n!="string")return n;let[t,e,i,r,...s]=n.split("-").map(o=>parseInt(o,10)),a=[t,e,i,r];if(s.length!==0||a.some(o=>typeof o!="number"||Number.isNaN(o)))throw new Error(`Invalid key: ${n}`);return a}function F4(n){return typeof n=="string"?n:n.join("-")}function B4(n,[t,e,i]){let[r,s,a,o]=Ro.Key.create(n);return[r+1,s*2+t,a*2+e,o*2+i]}function G4(n,t=1){let[e,i,r,s]=Ro.Key.create(n);return[e-t,i>>t,r>>t,s>>t]}function z4(n,t){for(let e=0;e<n.length;++e){if(n[e]<t[e])return-1;if(n[e]>t[e])return 1}return 0}function k4(n){return n[0]}});var vM=pe(yf=>{"use strict";Object.defineProperty(yf,"__esModule",{value:!0});yf.Scale=void 0;yf.Scale={apply:(n,t=1,e=0)=>(n-e)/t,unapply:(n,t=1,e=0)=>n*t+e}});var yM=pe(xf=>{"use strict";Object.defineProperty(xf,"__esModule",{value:!0});xf.Step=void 0;xf.Step={fromIndex:V4,list:H4};function V4(n){if(n<0||n>=8)throw new Error(`Invalid step index: ${n}`);let t=n>>0&1?1:0,e=n>>1&1?1:0,i=n>>2&1?1:0;return[t,e,i]}function H4(){return[[0,0,0],[0,0,1],[0,1,0],[0,1,1],[1,0,0],[1,0,1],[1,1,0],[1,1,1]]}});var Mi=pe(nn=>{"use strict";var W4=nn&&nn.__createBinding||(Object.create?(function(n,t,e,i){i===void 0&&(i=e);var r=Object.getOwnPropertyDescriptor(t,e);(!r||("get"in r?!t.__esModule:r.writable||r.configurable))&&(r={enumerable:!0,get:function(){return t[e]}}),Object.defineProperty(n,i,r)}):(function(n,t,e,i){i===void 0&&(i=e),n[i]=t[e]})),X4=nn&&nn.__exportStar||function(n,t){for(var e in n)e!=="default"&&!Object.prototype.hasOwnProperty.call(t,e)&&W4(t,n,e)};Object.defineProperty(nn,"__esModule",{value:!0});nn.Step=nn.Scale=nn.Key=nn.Getter=nn.Dimension=nn.Bounds=nn.Binary=void 0;X4(eM(),nn);var q4=iM();Object.defineProperty(nn,"Binary",{enumerable:!0,get:function(){return q4.Binary}});var Y4=lM();Object.defineProperty(nn,"Bounds",{enumerable:!0,get:function(){return Y4.Bounds}});var j4=cM();Object.defineProperty(nn,"Dimension",{enumerable:!0,get:function(){return j4.Dimension}});var Z4=mM();Object.defineProperty(nn,"Getter",{enumerable:!0,get:function(){return Z4.Getter}});var $4=_M();Object.defineProperty(nn,"Key",{enumerable:!0,get:function(){return $4.Key}});var J4=vM();Object.defineProperty(nn,"Scale",{enumerable:!0,get:function(){return J4.Scale}});var K4=yM();Object.defineProperty(nn,"Step",{enumerable:!0,get:function(){return K4.Step}})});var zm=pe(bf=>{"use strict";Object.defineProperty(bf,"__esModule",{value:!0});bf.ExtraBytes=void 0;var Nn=Mi();bf.ExtraBytes={getDimension:Q4,parse:tL,parseOne:xM};var Mf=192;function Q4({type:n,length:t}){switch(n){case"signed":case"unsigned":switch(t){case 1:case 2:case 4:case 8:return{type:n,size:t}}case"float":switch(t){case 4:case 8:return{type:n,size:t}}}}function tL(n){if(n.byteLength%Mf!==0)throw new Error(`Invalid extra bytes VLR length: ${n.byteLength}`);let t=[];for(let e=0;e<n.byteLength;e+=Mf)t.push(xM(n.slice(e,e+Mf)));return t}function xM(n){if(n.byteLength!==Mf)throw new Error(`Invalid extra bytes entry length: ${n.byteLength}`);let t=Nn.Binary.toDataView(n),e=Nn.Binary.toCString(n.slice(4,36)),i=Nn.Binary.toCString(n.slice(60,192)),r=t.getUint8(2),s=t.getUint8(3);if(r>=11)throw new Error(`Invalid extra bytes "type" value: ${r}`);if(r===0)return{name:e,description:i,length:s};let a=nL(s),o=eL(r);if(!o)throw new Error(`Failed to extract dimension type: ${r}`);let{type:l,size:c}=o;function u(f){switch(l){case"signed":return(0,Nn.parseBigInt)(t.getBigInt64(f,!0));case"unsigned":return(0,Nn.parseBigInt)((0,Nn.getBigUint64)(t,f,!0));case"float":return t.getFloat64(f,!0)}}let h={name:e,description:i,type:l,length:c};return a.hasNodata&&(h.nodata=u(40)),a.hasMin&&(h.min=u(64)),a.hasMax&&(h.max=u(88)),a.hasScale&&(h.scale=t.getFloat64(112)),a.hasOffset&&(h.offset=t.getFloat64(136)),h}function eL(n){switch(n){case 1:return Nn.Dimension.Type.uint8;case 2:return Nn.Dimension.Type.int8;case 3:return Nn.Dimension.Type.uint16;case 4:return Nn.Dimension.Type.int16;case 5:return Nn.Dimension.Type.uint32;case 6:return Nn.Dimension.Type.int32;case 7:return Nn.Dimension.Type.uint64;case 8:return Nn.Dimension.Type.int64;case 9:return Nn.Dimension.Type.float32;case 10:return Nn.Dimension.Type.float64}}function nL(n){return{hasNodata:!!(n&1),hasMin:!!(n>>1&1),hasMax:!!(n>>2&1),hasScale:!!(n>>3&1),hasOffset:!!(n>>4&1)}}});var km=pe(Sf=>{"use strict";Object.defineProperty(Sf,"__esModule",{value:!0});Sf.Dimensions=void 0;var iL=Mi(),rL=zm();Sf.Dimensions={create:aL};var{Type:$e}=iL.Dimension,sL={X:$e.float64,Y:$e.float64,Z:$e.float64,Intensity:$e.uint16,ReturnNumber:$e.uint8,NumberOfReturns:$e.uint8,ScanDirectionFlag:$e.boolean,EdgeOfFlightLine:$e.boolean,Classification:$e.uint8,Synthetic:$e.boolean,KeyPoint:$e.boolean,Withheld:$e.boolean,Overlap:$e.boolean,ScanAngle:$e.float32,UserData:$e.uint8,PointSourceId:$e.uint16,GpsTime:$e.float64,Red:$e.uint16,Green:$e.uint16,Blue:$e.uint16,ScannerChannel:$e.uint8,Infrared:$e.uint16};function aL(n,t=[]){return Object.keys(n).reduce((e,i)=>{let r=sL[i];if(r)return{...e,[i]:r};let s=t.find(o=>o.name===i),a=s&&rL.ExtraBytes.getDimension(s);if(a)return{...e,[i]:a};throw new Error(`Failed to look up LAS type: ${i}`)},{})}});var Vm=pe(Ef=>{"use strict";Object.defineProperty(Ef,"__esModule",{value:!0});Ef.Extractor=void 0;var er=Mi();Ef.Extractor={create:hL};function oL(n){switch(n){case 0:return 20;case 1:return 28;case 2:return 26;case 3:return 34;case 6:return 30;case 7:return 36;case 8:return 38;default:throw new Error(`Unsupported point data record format: ${n}`)}}function lL(n,t,{type:e,length:i}){let r=bs(n);switch(e){case"signed":switch(i){case 1:return(s,a)=>s.getInt8(r(a)+t);case 2:return(s,a)=>s.getInt16(r(a)+t,!0);case 4:return(s,a)=>s.getInt32(r(a)+t,!0);case 8:return(s,a)=>(0,er.parseBigInt)(s.getBigInt64(r(a)+t,!0))}case"unsigned":switch(i){case 1:return(s,a)=>s.getUint8(r(a)+t);case 2:return(s,a)=>s.getUint16(r(a)+t,!0);case 4:return(s,a)=>s.getUint32(r(a)+t,!0);case 8:return(s,a)=>(0,er.parseBigInt)((0,er.getBigUint64)(s,r(a)+t,!0))}case"float":switch(i){case 4:return(s,a)=>s.getFloat32(r(a)+t,!0);case 8:return(s,a)=>s.getFloat64(r(a)+t,!0)}}}function cL(n,t){let i=oL(n.pointDataRecordFormat);return t.reduce((r,s)=>{let a=i;i+=s.length;let o=lL(n,a,s);if(!o)return r;let l=(c,u)=>er.Scale.unapply(o(c,u),s.scale,s.offset);return{...r,[s.name]:l}},{})}function hL(n,t=[]){let e=cL(n,t);return{...(()=>{let{pointDataRecordFormat:r}=n;switch(r){case 0:return wf(n);case 1:return uL(n);case 2:return fL(n);case 3:return dL(n);case 6:return MM(n);case 7:return bM(n);case 8:return pL(n);default:throw new Error(`Unsupported point data record format: ${r}`)}})(),...e}}function wf(n){let{scale:t,offset:e}=n,i=bs(n);function r(o,l){return o.getUint8(i(l)+14)}function s(o,l){return o.getUint8(i(l)+15)}function a(o,l){return s(o,l)&31}return{X:(o,l)=>er.Scale.unapply(o.getInt32(i(l),!0),t[0],e[0]),Y:(o,l)=>er.Scale.unapply(o.getInt32(i(l)+4,!0),t[1],e[1]),Z:(o,l)=>er.Scale.unapply(o.getInt32(i(l)+8,!0),t[2],e[2]),Intensity:(o,l)=>o.getUint16(i(l)+12,!0),ReturnNumber:(o,l)=>r(o,l)&7,NumberOfReturns:(o,l)=>(r(o,l)&56)>>3,ScanDirectionFlag:(o,l)=>(r(o,l)&64)>>6,EdgeOfFlightLine:(o,l)=>(r(o,l)&128)>>7,Classification:(o,l)=>{let c=a(o,l);return c===12?0:c},Synthetic:(o,l)=>(s(o,l)&32)>>5,KeyPoint:(o,l)=>(s(o,l)&64)>>6,Withheld:(o,l)=>(s(o,l)&128)>>7,Overlap:(o,l)=>a(o,l)===12?1:0,ScanAngle:(o,l)=>o.getInt8(i(l)+16),UserData:(o,l)=>o.getUint8(i(l)+17),PointSourceId:(o,l)=>o.getUint16(i(l)+18,!0)}}function uL(n){let t=bs(n);return{...wf(n),GpsTime:(e,i)=>e.getFloat64(t(i)+20,!0)}}function fL(n){let t=bs(n);return{...wf(n),Red:(e,i)=>e.getUint16(t(i)+20,!0),Green:(e,i)=>e.getUint16(t(i)+22,!0),Blue:(e,i)=>e.getUint16(t(i)+24,!0)}}function dL(n){let t=bs(n);return{...wf(n),GpsTime:(e,i)=>e.getFloat64(t(i)+20,!0),Red:(e,i)=>e.getUint16(t(i)+28,!0),Green:(e,i)=>e.getUint16(t(i)+30,!0),Blue:(e,i)=>e.getUint16(t(i)+32,!0)}}function MM(n){let{scale:t,offset:e}=n,i=bs(n);function r(s,a){return s.getUint8(i(a)+15)}return{X:(s,a)=>er.Scale.unapply(s.getInt32(i(a),!0),t[0],e[0]),Y:(s,a)=>er.Scale.unapply(s.getInt32(i(a)+4,!0),t[1],e[1]),Z:(s,a)=>er.Scale.unapply(s.getInt32(i(a)+8,!0),t[2],e[2]),Intensity:(s,a)=>s.getUint16(i(a)+12,!0),ReturnNumber:(s,a)=>s.getUint16(i(a)+14,!0)&15,NumberOfReturns:(s,a)=>(s.getUint16(i(a)+14,!0)&240)>>4,Synthetic:(s,a)=>r(s,a)&1,KeyPoint:(s,a)=>(r(s,a)&2)>>1,Withheld:(s,a)=>(r(s,a)&4)>>2,Overlap:(s,a)=>(r(s,a)&8)>>3,ScannerChannel:(s,a)=>(r(s,a)&48)>>4,ScanDirectionFlag:(s,a)=>(r(s,a)&64)>>6,EdgeOfFlightLine:(s,a)=>(r(s,a)&128)>>7,Classification:(s,a)=>s.getUint8(i(a)+16),UserData:(s,a)=>s.getUint8(i(a)+17),ScanAngle:(s,a)=>s.getInt16(i(a)+18,!0)*.006,PointSourceId:(s,a)=>s.getUint16(i(a)+20,!0),GpsTime:(s,a)=>s.getFloat64(i(a)+22,!0)}}function bM(n){let t=bs(n);return{...MM(n),Red:(e,i)=>e.getUint16(t(i)+30,!0),Green:(e,i)=>e.getUint16(t(i)+32,!0),Blue:(e,i)=>e.getUint16(t(i)+34,!0)}}function pL(n){let t=bs(n);return{...bM(n),Infrared:(e,i)=>e.getUint16(t(i)+36,!0)}}function bs(n){let{pointDataRecordLength:t}=n;return function(i){return i*t}}});var wM=pe(Io=>{"use strict";Object.defineProperty(Io,"__esModule",{value:!0});Io.formatGuid=Io.parsePoint=void 0;var SM=Mi();function mL(n){let t=SM.Binary.toDataView(n);if(t.byteLength!==24)throw new Error(`Invalid tuple buffer length: ${t.byteLength}`);return[t.getFloat64(0,!0),t.getFloat64(8,!0),t.getFloat64(16,!0)]}Io.parsePoint=mL;function gL(n){let t=SM.Binary.toDataView(n);if(t.byteLength!==16)throw new Error(`Invalid GUID buffer length: ${t.byteLength}`);let e="";for(let i=0;i<t.byteLength;i+=4){let r=t.getUint32(i,!0);e+=r.toString(16).padStart(8,"0")}return[e.slice(0,8),e.slice(8,12),e.slice(12,16),e.slice(16,32)].join("-")}Io.formatGuid=gL});var Wm=pe(Tf=>{"use strict";Object.defineProperty(Tf,"__esModule",{value:!0});Tf.Header=void 0;var si=Mi(),EM=pf(),Hm=wM();Tf.Header={parse:_L};function _L(n){if(n.byteLength<EM.minHeaderLength)throw new Error(`Invalid header: must be at least ${EM.minHeaderLength} bytes`);let t=si.Binary.toDataView(n),e=si.Binary.toCString(n.slice(0,4));if(e!=="LASF")throw new Error(`Invalid file signature: ${e}`);let i=t.getUint8(24),r=t.getUint8(25);if(i!==1||r!==2&&r!==4)throw new Error(`Invalid version (only 1.2 and 1.4 supported): ${i}.${r}`);let s={fileSignature:e,fileSourceId:t.getUint16(4,!0),globalEncoding:t.getUint16(6,!0),projectId:(0,Hm.formatGuid)(n.slice(8,24)),majorVersion:i,minorVersion:r,systemIdentifier:si.Binary.toCString(n.slice(26,58)),generatingSoftware:si.Binary.toCString(n.slice(58,90)),fileCreationDayOfYear:t.getUint16(90,!0),fileCreationYear:t.getUint16(92,!0),headerLength:t.getUint16(94,!0),pointDataOffset:t.getUint32(96,!0),vlrCount:t.getUint32(100,!0),pointDataRecordFormat:t.getUint8(104)&15,pointDataRecordLength:t.getUint16(105,!0),pointCount:t.getUint32(107,!0),pointCountByReturn:yL(n.slice(111,131)),scale:(0,Hm.parsePoint)(n.slice(131,155)),offset:(0,Hm.parsePoint)(n.slice(155,179)),min:[t.getFloat64(187,!0),t.getFloat64(203,!0),t.getFloat64(219,!0)],max:[t.getFloat64(179,!0),t.getFloat64(195,!0),t.getFloat64(211,!0)],waveformDataOffset:0,evlrOffset:0,evlrCount:0};return r==2?s:{...s,pointCount:(0,si.parseBigInt)((0,si.getBigUint64)(t,247,!0)),pointCountByReturn:vL(n.slice(255,375)),waveformDataOffset:(0,si.parseBigInt)((0,si.getBigUint64)(t,227,!0)),evlrOffset:(0,si.parseBigInt)((0,si.getBigUint64)(t,235,!0)),evlrCount:t.getUint32(243,!0)}}function vL(n){let t=si.Binary.toDataView(n),e=[];for(let i=0;i<120;i+=8)e.push((0,si.getBigUint64)(t,i,!0));return e.map(i=>(0,si.parseBigInt)(i))}function yL(n){let t=si.Binary.toDataView(n),e=[];for(let i=0;i<20;i+=4)e.push(t.getUint32(i,!0));return e}});var TM=pe((Af,qm)=>{var Xm=(()=>{var n=typeof document<"u"&&document.currentScript?document.currentScript.src:void 0;return(function(t){t=t||{};var e=typeof t<"u"?t:{},i,r;e.ready=new Promise(function(v,y){i=v,r=y}),["_main","___getTypeName","__embind_initialize_bindings","_fflush","onRuntimeInitialized"].forEach(v=>{Object.getOwnPropertyDescriptor(e.ready,v)||Object.defineProperty(e.ready,v,{get:()=>Ut("You are getting "+v+" on the Promise object, instead of the instance. Use .then() to get called back with the instance, see the MODULARIZE docs in src/settings.js"),set:()=>Ut("You are setting "+v+" on the Promise object, instead of the instance. Use .then() to get called back with the instance, see the MODULARIZE docs in src/settings.js")})});var s=Object.assign({},e),a=[],o="./this.program",l=(v,y)=>{throw y},c=!0,u=!1,h=!1,f=!1;if(e.ENVIRONMENT)throw new Error("Module.ENVIRONMENT has been deprecated. To force the environment, use the ENVIRONMENT compile-time option (for example, -sENVIRONMENT=web or -sENVIRONMENT=node)");var p="";function d(v){return e.locateFile?e.locateFile(v,p):p+v}var _,g,m,w;function A(v){if(v instanceof Ae)return;let y=v;v&&typeof v=="object"&&v.stack&&(y=[v,v.stack]),P("exiting due to exception: "+y)}if(f){if(typeof process=="object"&&typeof Ug=="function"||typeof window=="object"||typeof importScripts=="function")throw new Error("not compiled for this environment (did you build to HTML and try to run it not on the web, or set ENVIRONMENT to something - like node - and run it someplace else - like on the web?)");typeof read<"u"&&(_=function(y){return read(y)}),m=function(y){let E;return typeof readbuffer=="function"?new Uint8Array(readbuffer(y)):(E=read(y,"binary"),W(typeof E=="object"),E)},g=function(y,E,U){setTimeout(()=>E(m(y)),0)},typeof scriptArgs<"u"?a=scriptArgs:typeof arguments<"u"&&(a=arguments),typeof quit=="function"&&(l=(v,y)=>{A(y),quit(v)}),typeof print<"u"&&(typeof console>"u"&&(console={}),console.log=print,console.warn=console.error=typeof printErr<"u"?printErr:print)}else if(c||u){if(u?p=self.location.href:typeof document<"u"&&document.currentScript&&(p=document.currentScript.src),n&&(p=n),p.indexOf("blob:")!==0?p=p.substr(0,p.replace(/[?#].*/,"").lastIndexOf("/")+1):p="",!(typeof window=="object"||typeof importScripts=="function"))throw new Error("not compiled for this environment (did you build to HTML and try to run it not on the web, or set ENVIRONMENT to something - like node - and run it someplace else - like on the web?)");_=v=>{var y=new XMLHttpRequest;return y.open("GET",v,!1),y.send(null),y.responseText},u&&(m=v=>{var y=new XMLHttpRequest;return y.open("GET",v,!1),y.responseType="arraybuffer",y.send(null),new Uint8Array(y.response)}),g=(v,y,E)=>{var U=new XMLHttpRequest;U.open("GET",v,!0),U.responseType="arraybuffer",U.onload=()=>{if(U.status==200||U.status==0&&U.response){y(U.response);return}E()},U.onerror=E,U.send(null)},w=v=>document.title=v}else throw new Error("environment detection error");var b=e.print||console.log.bind(console),P=e.printErr||console.warn.bind(console);Object.assign(e,s),s=null,Mb(),e.arguments&&(a=e.arguments),D("arguments","arguments_"),e.thisProgram&&(o=e.thisProgram),D("thisProgram","thisProgram"),e.quit&&(l=e.quit),D("quit","quit_"),W(typeof e.memoryInitializerPrefixURL>"u","Module.memoryInitializerPrefixURL option was removed, use Module.locateFile instead"),W(typeof e.pthreadMainPrefixURL>"u","Module.pthreadMainPrefixURL option was removed, use Module.locateFile instead"),W(typeof e.cdInitializerPrefixURL>"u","Module.cdInitializerPrefixURL option was removed, use Module.locateFile instead"),W(typeof e.filePackagePrefixURL>"u","Module.filePackagePrefixURL option was removed, use Module.locateFile instead"),W(typeof e.read>"u","Module.read option was removed (modify read_ in JS)"),W(typeof e.readAsync>"u","Module.readAsync option was removed (modify readAsync in JS)"),W(typeof e.readBinary>"u","Module.readBinary option was removed (modify readBinary in JS)"),W(typeof e.setWindowTitle>"u","Module.setWindowTitle option was removed (modify setWindowTitle in JS)"),W(typeof e.TOTAL_MEMORY>"u","Module.TOTAL_MEMORY has been renamed Module.INITIAL_MEMORY"),D("read","read_"),D("readAsync","readAsync"),D("readBinary","readBinary"),D("setWindowTitle","setWindowTitle"),W(!u,"worker environment detected but not enabled at build time.  Add 'worker' to `-sENVIRONMENT` to enable."),W(!h,"node environment detected but not enabled at build time.  Add 'node' to `-sENVIRONMENT` to enable."),W(!f,"shell environment detected but not enabled at build time.  Add 'shell' to `-sENVIRONMENT` to enable.");var I=4;function D(v,y){Object.getOwnPropertyDescriptor(e,v)||Object.defineProperty(e,v,{configurable:!0,get:function(){Ut("Module."+v+" has been replaced with plain "+y+" (the initial value can be provided on Module, but after startup the value is only looked for on a local variable of that name)")}})}function B(v){Object.getOwnPropertyDescriptor(e,v)&&Ut("`Module."+v+"` was supplied but `"+v+"` not included in INCOMING_MODULE_JS_API")}function T(v){return v==="FS_createPath"||v==="FS_createDataFile"||v==="FS_createPreloadedFile"||v==="FS_unlink"||v==="addRunDependency"||v==="FS_createLazyFile"||v==="FS_createDevice"||v==="removeRunDependency"}function C(v){typeof globalThis<"u"&&!Object.getOwnPropertyDescriptor(globalThis,v)&&Object.defineProperty(globalThis,v,{configurable:!0,get:function(){var y="`"+v+"` is a library symbol and not included by default; add it to your library.js __deps or to DEFAULT_LIBRARY_FUNCS_TO_INCLUDE on the command line";T(v)&&(y+=". Alternatively, forcing filesystem support (-sFORCE_FILESYSTEM) can export this for you"),wn(y)}})}function M(v){Object.getOwnPropertyDescriptor(e,v)||Object.defineProperty(e,v,{configurable:!0,get:function(){var y="'"+v+"' was not exported. add it to EXPORTED_RUNTIME_METHODS (see the FAQ)";T(v)&&(y+=". Alternatively, forcing filesystem support (-sFORCE_FILESYSTEM) can export this for you"),Ut(y)}})}var L;e.wasmBinary&&(L=e.wasmBinary),D("wasmBinary","wasmBinary");var k=e.noExitRuntime||!0;D("noExitRuntime","noExitRuntime"),typeof WebAssembly!="object"&&Ut("no native wasm support detected");var X,Z=!1,H;function W(v,y){v||Ut("Assertion failed"+(y?": "+y:""))}var $=typeof TextDecoder<"u"?new TextDecoder("utf8"):void 0;function Mt(v,y,E){for(var U=y+E,j=y;v[j]&&!(j>=U);)++j;if(j-y>16&&v.buffer&&$)return $.decode(v.subarray(y,j));for(var nt="";y<j;){var rt=v[y++];if(!(rt&128)){nt+=String.fromCharCode(rt);continue}var K=v[y++]&63;if((rt&224)==192){nt+=String.fromCharCode((rt&31)<<6|K);continue}var yt=v[y++]&63;if((rt&240)==224?rt=(rt&15)<<12|K<<6|yt:((rt&248)!=240&&wn("Invalid UTF-8 leading byte 0x"+rt.toString(16)+" encountered when deserializing a UTF-8 string in wasm memory to a JS string!"),rt=(rt&7)<<18|K<<12|yt<<6|v[y++]&63),rt<65536)nt+=String.fromCharCode(rt);else{var Et=rt-65536;nt+=String.fromCharCode(55296|Et>>10,56320|Et&1023)}}return nt}function mt(v,y){return v?Mt(J,v,y):""}function It(v,y,E,U){if(!(U>0))return 0;for(var j=E,nt=E+U-1,rt=0;rt<v.length;++rt){var K=v.charCodeAt(rt);if(K>=55296&&K<=57343){var yt=v.charCodeAt(++rt);K=65536+((K&1023)<<10)|yt&1023}if(K<=127){if(E>=nt)break;y[E++]=K}else if(K<=2047){if(E+1>=nt)break;y[E++]=192|K>>6,y[E++]=128|K&63}else if(K<=65535){if(E+2>=nt)break;y[E++]=224|K>>12,y[E++]=128|K>>6&63,y[E++]=128|K&63}else{if(E+3>=nt)break;K>1114111&&wn("Invalid Unicode code point 0x"+K.toString(16)+" encountered when serializing a JS string to a UTF-8 string in wasm memory! (Valid unicode code points should be in range 0-0x10FFFF)."),y[E++]=240|K>>18,y[E++]=128|K>>12&63,y[E++]=128|K>>6&63,y[E++]=128|K&63}}return y[E]=0,E-j}function se(v,y,E){return W(typeof E=="number","stringToUTF8(str, outPtr, maxBytesToWrite) is missing the third parameter that specifies the length of the output buffer!"),It(v,J,y,E)}function Me(v){for(var y=0,E=0;E<v.length;++E){var U=v.charCodeAt(E);U<=127?y++:U<=2047?y+=2:U>=55296&&U<=57343?(y+=4,++E):y+=3}return y}var be,ie,J,lt,Pt,Tt,xt,ce,ln;function N(v){be=v,e.HEAP8=ie=new Int8Array(v),e.HEAP16=lt=new Int16Array(v),e.HEAP32=Tt=new Int32Array(v),e.HEAPU8=J=new Uint8Array(v),e.HEAPU16=Pt=new Uint16Array(v),e.HEAPU32=xt=new Uint32Array(v),e.HEAPF32=ce=new Float32Array(v),e.HEAPF64=ln=new Float64Array(v)}var Ee=65536;e.TOTAL_STACK&&W(Ee===e.TOTAL_STACK,"the stack size can no longer be determined at runtime");var Zt=e.INITIAL_MEMORY||262144;D("INITIAL_MEMORY","INITIAL_MEMORY"),W(Zt>=Ee,"INITIAL_MEMORY should be larger than TOTAL_STACK, was "+Zt+"! (TOTAL_STACK="+Ee+")"),W(typeof Int32Array<"u"&&typeof Float64Array<"u"&&Int32Array.prototype.subarray!=null&&Int32Array.prototype.set!=null,"JS engine does not provide full typed array support"),W(!e.wasmMemory,"Use of `wasmMemory` detected.  Use -sIMPORTED_MEMORY to define wasmMemory externally"),W(Zt==262144,"Detected runtime INITIAL_MEMORY setting.  Use -sIMPORTED_MEMORY to define wasmMemory dynamically");var Ht;function Bt(){var v=$f();W((v&3)==0),xt[v>>2]=34821223,xt[v+4>>2]=2310721022,xt[0]=1668509029}function Te(){if(!Z){var v=$f(),y=xt[v>>2],E=xt[v+4>>2];(y!=34821223||E!=2310721022)&&Ut("Stack overflow! Stack cookie has been overwritten at 0x"+v.toString(16)+", expected hex dwords 0x89BACDFE and 0x2135467, but received 0x"+E.toString(16)+" 0x"+y.toString(16)),xt[0]!==1668509029&&Ut("Runtime error: The application has corrupted its heap memory area (address zero)!")}}(function(){var v=new Int16Array(1),y=new Int8Array(v.buffer);if(v[0]=25459,y[0]!==115||y[1]!==99)throw"Runtime error: expected the system to be little-endian! (Run with -sSUPPORT_BIG_ENDIAN to bypass)"})();var Ft=[],Qt=[],Je=[],Be=!1;function R(){if(e.preRun)for(typeof e.preRun=="function"&&(e.preRun=[e.preRun]);e.preRun.length;)et(e.preRun.shift());de(Ft)}function x(){W(!Be),Be=!0,Te(),de(Qt)}function V(){if(Te(),e.postRun)for(typeof e.postRun=="function"&&(e.postRun=[e.postRun]);e.postRun.length;)Q(e.postRun.shift());de(Je)}function et(v){Ft.unshift(v)}function ht(v){Qt.unshift(v)}function Q(v){Je.unshift(v)}W(Math.imul,"This browser does not support Math.imul(), build with LEGACY_VM_SUPPORT or POLYFILL_OLD_MATH_FUNCTIONS to add in a polyfill"),W(Math.fround,"This browser does not support Math.fround(), build with LEGACY_VM_SUPPORT or POLYFILL_OLD_MATH_FUNCTIONS to add in a polyfill"),W(Math.clz32,"This browser does not support Math.clz32(), build with LEGACY_VM_SUPPORT or POLYFILL_OLD_MATH_FUNCTIONS to add in a polyfill"),W(Math.trunc,"This browser does not support Math.trunc(), build with LEGACY_VM_SUPPORT or POLYFILL_OLD_MATH_FUNCTIONS to add in a polyfill");var Lt=0,gt=null,Dt=null,Nt={};function _t(v){Lt++,e.monitorRunDependencies&&e.monitorRunDependencies(Lt),v?(W(!Nt[v]),Nt[v]=1,gt===null&&typeof setInterval<"u"&&(gt=setInterval(function(){if(Z){clearInterval(gt),gt=null;return}var y=!1;for(var E in Nt)y||(y=!0,P("still waiting on run dependencies:")),P("dependency: "+E);y&&P("(end of list)")},1e4))):P("warning: run dependency added without ID")}function wt(v){if(Lt--,e.monitorRunDependencies&&e.monitorRunDependencies(Lt),v?(W(Nt[v]),delete Nt[v]):P("warning: run dependency removed without ID"),Lt==0&&(gt!==null&&(clearInterval(gt),gt=null),Dt)){var y=Dt;Dt=null,y()}}function Ut(v){e.onAbort&&e.onAbort(v),v="Aborted("+v+")",P(v),Z=!0,H=1;var y=new WebAssembly.RuntimeError(v);throw r(y),y}var At={error:function(){Ut("Filesystem support (FS) was not included. The problem is that you are using files from JS, but files were not used from C/C++, so filesystem support was not auto-included. You can force-include filesystem support with -sFORCE_FILESYSTEM")},init:function(){At.error()},createDataFile:function(){At.error()},createPreloadedFile:function(){At.error()},createLazyFile:function(){At.error()},open:function(){At.error()},mkdev:function(){At.error()},registerDevice:function(){At.error()},analyzePath:function(){At.error()},loadFilesFromDB:function(){At.error()},ErrnoError:function(){At.error()}};e.FS_createDataFile=At.createDataFile,e.FS_createPreloadedFile=At.createPreloadedFile;var bt="data:application/octet-stream;base64,";function $t(v){return v.startsWith(bt)}function F(v){return v.startsWith("file://")}function at(v,y){return function(){var E=v,U=y;return y||(U=e.asm),W(Be,"native function `"+E+"` called before runtime initialization"),U[v]||W(U[v],"exported native function `"+E+"` not found"),U[v].apply(null,arguments)}}var ft;ft="laz-perf.wasm",$t(ft)||(ft=d(ft));function Rt(v){try{if(v==ft&&L)return new Uint8Array(L);if(m)return m(v);throw"both async and sync fetching of the wasm failed"}catch(y){Ut(y)}}function dt(){return!L&&(c||u)&&typeof fetch=="function"?fetch(ft,{credentials:"same-origin"}).then(function(v){if(!v.ok)throw"failed to load wasm binary file at '"+ft+"'";return v.arrayBuffer()}).catch(function(){return Rt(ft)}):Promise.resolve().then(function(){return Rt(ft)})}function it(){var v={env:Ig,wasi_snapshot_preview1:Ig};function y(K,yt){var Et=K.exports;e.asm=Et,X=e.asm.memory,W(X,"memory not found in wasm exports"),N(X.buffer),Ht=e.asm.__indirect_function_table,W(Ht,"table not found in wasm exports"),ht(e.asm.__wasm_call_ctors),wt("wasm-instantiate")}_t("wasm-instantiate");var E=e;function U(K){W(e===E,"the Module object should not be replaced during async compilation - perhaps the order of HTML elements is wrong?"),E=null,y(K.instance)}function j(K){return dt().then(function(yt){return WebAssembly.instantiate(yt,v)}).then(function(yt){return yt}).then(K,function(yt){P("failed to asynchronously prepare wasm: "+yt),F(ft)&&P("warning: Loading from a file URI ("+ft+") is not supported in most browsers. See https://emscripten.org/docs/getting_started/FAQ.html#how-do-i-run-a-local-webserver-for-testing-why-does-my-program-stall-in-downloading-or-preparing"),Ut(yt)})}function nt(){return!L&&typeof WebAssembly.instantiateStreaming=="function"&&!$t(ft)&&typeof fetch=="function"?fetch(ft,{credentials:"same-origin"}).then(function(K){var yt=WebAssembly.instantiateStreaming(K,v);return yt.then(U,function(Et){return P("wasm streaming compile failed: "+Et),P("falling back to ArrayBuffer instantiation"),j(U)})}):j(U)}if(e.instantiateWasm)try{var rt=e.instantiateWasm(v,y);return rt}catch(K){return P("Module.instantiateWasm callback failed with error: "+K),!1}return nt().catch(r),{}}var Gt,Jt;function Ae(v){this.name="ExitStatus",this.message="Program terminated with exit("+v+")",this.status=v}function de(v){for(;v.length>0;)v.shift()(e)}function Si(v){return wn("warning: build with -sDEMANGLE_SUPPORT to link in libcxxabi demangling"),v}function wi(v){var y=/\b_Z[\w\d_]+/g;return v.replace(y,function(E){var U=Si(E);return E===U?E:U+" ["+E+"]"})}function Gf(){var v=new Error;if(!v.stack){try{throw new Error}catch(y){v=y}if(!v.stack)return"(no stack trace available)"}return v.stack.toString()}function wn(v){wn.shown||(wn.shown={}),wn.shown[v]||(wn.shown[v]=1,P(v))}function ha(v,y){W(v.length>=0,"writeArrayToMemory array must have a length (should be an array or typed array)"),ie.set(v,y)}function oc(v){return Zf(v+24)+24}function lc(v){this.excPtr=v,this.ptr=v-24,this.set_type=function(y){xt[this.ptr+4>>2]=y},this.get_type=function(){return xt[this.ptr+4>>2]},this.set_destructor=function(y){xt[this.ptr+8>>2]=y},this.get_destructor=function(){return xt[this.ptr+8>>2]},this.set_refcount=function(y){Tt[this.ptr>>2]=y},this.set_caught=function(y){y=y?1:0,ie[this.ptr+12>>0]=y},this.get_caught=function(){return ie[this.ptr+12>>0]!=0},this.set_rethrown=function(y){y=y?1:0,ie[this.ptr+13>>0]=y},this.get_rethrown=function(){return ie[this.ptr+13>>0]!=0},this.init=function(y,E){this.set_adjusted_ptr(0),this.set_type(y),this.set_destructor(E),this.set_refcount(0),this.set_caught(!1),this.set_rethrown(!1)},this.add_ref=function(){var y=Tt[this.ptr>>2];Tt[this.ptr>>2]=y+1},this.release_ref=function(){var y=Tt[this.ptr>>2];return Tt[this.ptr>>2]=y-1,W(y>0),y===1},this.set_adjusted_ptr=function(y){xt[this.ptr+16>>2]=y},this.get_adjusted_ptr=function(){return xt[this.ptr+16>>2]},this.get_exception_ptr=function(){var y=Cb(this.get_type());if(y)return xt[this.excPtr>>2];var E=this.get_adjusted_ptr();return E!==0?E:this.excPtr}}var ua=0,cc=0;function fa(v,y,E){var U=new lc(v);throw U.init(y,E),ua=v,cc++,v+" - Exception catching is disabled, this exception cannot be caught. Compile with -sNO_DISABLE_EXCEPTION_CATCHING or -sEXCEPTION_CATCHING_ALLOWED=[..] to catch."}function hc(v,y,E,U,j){}function da(v){switch(v){case 1:return 0;case 2:return 1;case 4:return 2;case 8:return 3;default:throw new TypeError("Unknown type size: "+v)}}function zf(){for(var v=new Array(256),y=0;y<256;++y)v[y]=String.fromCharCode(y);uc=v}var uc=void 0;function Wn(v){for(var y="",E=v;J[E];)y+=uc[J[E++]];return y}var Ur={},Fr={},pa={},S=48,G=57;function q(v){if(v===void 0)return"_unknown";v=v.replace(/[^a-zA-Z0-9_]/g,"$");var y=v.charCodeAt(0);return y>=S&&y<=G?"_"+v:v}function Y(v,y){return v=q(v),function(){"use strict";return y.apply(this,arguments)}}function z(v,y){var E=Y(y,function(U){this.name=y,this.message=U;var j=new Error(U).stack;j!==void 0&&(this.stack=this.toString()+`
`+j.replace(/^Error(:[^\n]*)?\n/,""))});return E.prototype=Object.create(v.prototype),E.prototype.constructor=E,E.prototype.toString=function(){return this.message===void 0?this.name:this.name+": "+this.message},E}var ut=void 0;function ct(v){throw new ut(v)}var Ot=void 0;function Ct(v){throw new Ot(v)}function Wt(v,y,E){v.forEach(function(K){pa[K]=y});function U(K){var yt=E(K);yt.length!==v.length&&Ct("Mismatched type converter count");for(var Et=0;Et<v.length;++Et)kt(v[Et],yt[Et])}var j=new Array(y.length),nt=[],rt=0;y.forEach((K,yt)=>{Fr.hasOwnProperty(K)?j[yt]=Fr[K]:(nt.push(K),Ur.hasOwnProperty(K)||(Ur[K]=[]),Ur[K].push(()=>{j[yt]=Fr[K],++rt,rt===nt.length&&U(j)}))}),nt.length===0&&U(j)}function kt(v,y,E={}){if(!("argPackAdvance"in y))throw new TypeError("registerType registeredInstance requires argPackAdvance");var U=y.name;if(v||ct('type "'+U+'" must have a positive integer typeid pointer'),Fr.hasOwnProperty(v)){if(E.ignoreDuplicateRegistrations)return;ct("Cannot register type '"+U+"' twice")}if(Fr[v]=y,delete pa[v],Ur.hasOwnProperty(v)){var j=Ur[v];delete Ur[v],j.forEach(nt=>nt())}}function Xt(v,y,E,U,j){var nt=da(E);y=Wn(y),kt(v,{name:y,fromWireType:function(rt){return!!rt},toWireType:function(rt,K){return K?U:j},argPackAdvance:8,readValueFromPointer:function(rt){var K;if(E===1)K=ie;else if(E===2)K=lt;else if(E===4)K=Tt;else throw new TypeError("Unknown boolean type size: "+y);return this.fromWireType(K[rt>>nt])},destructorFunction:null})}function le(v){if(!(this instanceof Gr)||!(v instanceof Gr))return!1;for(var y=this.$$.ptrType.registeredClass,E=this.$$.ptr,U=v.$$.ptrType.registeredClass,j=v.$$.ptr;y.baseClass;)E=y.upcast(E),y=y.baseClass;for(;U.baseClass;)j=U.upcast(j),U=U.baseClass;return y===U&&E===j}function ve(v){return{count:v.count,deleteScheduled:v.deleteScheduled,preservePointerOnDelete:v.preservePointerOnDelete,ptr:v.ptr,ptrType:v.ptrType,smartPtr:v.smartPtr,smartPtrType:v.smartPtrType}}function Ne(v){function y(E){return E.$$.ptrType.registeredClass.name}ct(y(v)+" instance already deleted")}var Se=!1;function ye(v){}function qt(v){v.smartPtr?v.smartPtrType.rawDestructor(v.smartPtr):v.ptrType.registeredClass.rawDestructor(v.ptr)}function Ue(v){v.count.value-=1;var y=v.count.value===0;y&&qt(v)}function he(v,y,E){if(y===E)return v;if(E.baseClass===void 0)return null;var U=he(v,y,E.baseClass);return U===null?null:E.downcast(U)}var En={};function Br(){return Object.keys(rn).length}function Bn(){var v=[];for(var y in rn)rn.hasOwnProperty(y)&&v.push(rn[y]);return v}var Ei=[];function Ie(){for(;Ei.length;){var v=Ei.pop();v.$$.deleteScheduled=!1,v.delete()}}var yn=void 0;function Xn(v){yn=v,Ei.length&&yn&&yn(Ie)}function bn(){e.getInheritedInstanceCount=Br,e.getLiveInheritedInstances=Bn,e.flushPendingDeletes=Ie,e.setDelayFunction=Xn}var rn={};function No(v,y){for(y===void 0&&ct("ptr should not be undefined");v.baseClass;)y=v.upcast(y),v=v.baseClass;return y}function ar(v,y){return y=No(v,y),rn[y]}function fc(v,y){(!y.ptrType||!y.ptr)&&Ct("makeClassHandle requires ptr and ptrType");var E=!!y.smartPtrType,U=!!y.smartPtr;return E!==U&&Ct("Both smartPtrType and smartPtr must be specified"),y.count={value:1},Uo(Object.create(v,{$$:{value:y}}))}function xg(v){var y=this.getPointee(v);if(!y)return this.destructor(v),null;var E=ar(this.registeredClass,y);if(E!==void 0){if(E.$$.count.value===0)return E.$$.ptr=y,E.$$.smartPtr=v,E.clone();var U=E.clone();return this.destructor(v),U}function j(){return this.isSmartPointer?fc(this.registeredClass.instancePrototype,{ptrType:this.pointeeType,ptr:y,smartPtrType:this,smartPtr:v}):fc(this.registeredClass.instancePrototype,{ptrType:this,ptr:v})}var nt=this.registeredClass.getActualType(y),rt=En[nt];if(!rt)return j.call(this);var K;this.isConst?K=rt.constPointerType:K=rt.pointerType;var yt=he(y,this.registeredClass,K.registeredClass);return yt===null?j.call(this):this.isSmartPointer?fc(K.registeredClass.instancePrototype,{ptrType:K,ptr:yt,smartPtrType:this,smartPtr:v}):fc(K.registeredClass.instancePrototype,{ptrType:K,ptr:yt})}function Uo(v){return typeof FinalizationRegistry>"u"?(Uo=y=>y,v):(Se=new FinalizationRegistry(y=>{console.warn(y.leakWarning.stack.replace(/^Error: /,"")),Ue(y.$$)}),Uo=y=>{var E=y.$$,U=!!E.smartPtr;if(U){var j={$$:E},nt=E.ptrType.registeredClass;j.leakWarning=new Error("Embind found a leaked C++ instance "+nt.name+" <0x"+E.ptr.toString(16)+`>.
We'll free it automatically in this case, but this functionality is not reliable across various environments.
Make sure to invoke .delete() manually once you're done with the instance instead.
Originally allocated`),"captureStackTrace"in Error&&Error.captureStackTrace(j.leakWarning,xg),Se.register(y,j,y)}return y},ye=y=>Se.unregister(y),Uo(v))}function p1(){if(this.$$.ptr||Ne(this),this.$$.preservePointerOnDelete)return this.$$.count.value+=1,this;var v=Uo(Object.create(Object.getPrototypeOf(this),{$$:{value:ve(this.$$)}}));return v.$$.count.value+=1,v.$$.deleteScheduled=!1,v}function m1(){this.$$.ptr||Ne(this),this.$$.deleteScheduled&&!this.$$.preservePointerOnDelete&&ct("Object already scheduled for deletion"),ye(this),Ue(this.$$),this.$$.preservePointerOnDelete||(this.$$.smartPtr=void 0,this.$$.ptr=void 0)}function g1(){return!this.$$.ptr}function _1(){return this.$$.ptr||Ne(this),this.$$.deleteScheduled&&!this.$$.preservePointerOnDelete&&ct("Object already scheduled for deletion"),Ei.push(this),Ei.length===1&&yn&&yn(Ie),this.$$.deleteScheduled=!0,this}function v1(){Gr.prototype.isAliasOf=le,Gr.prototype.clone=p1,Gr.prototype.delete=m1,Gr.prototype.isDeleted=g1,Gr.prototype.deleteLater=_1}function Gr(){}function Mg(v,y,E){if(v[y].overloadTable===void 0){var U=v[y];v[y]=function(){return v[y].overloadTable.hasOwnProperty(arguments.length)||ct("Function '"+E+"' called with an invalid number of arguments ("+arguments.length+") - expects one of ("+v[y].overloadTable+")!"),v[y].overloadTable[arguments.length].apply(this,arguments)},v[y].overloadTable=[],v[y].overloadTable[U.argCount]=U}}function y1(v,y,E){e.hasOwnProperty(v)?((E===void 0||e[v].overloadTable!==void 0&&e[v].overloadTable[E]!==void 0)&&ct("Cannot register public name '"+v+"' twice"),Mg(e,v,v),e.hasOwnProperty(E)&&ct("Cannot register multiple overloads of a function with the same number of arguments ("+E+")!"),e[v].overloadTable[E]=y):(e[v]=y,E!==void 0&&(e[v].numArguments=E))}function x1(v,y,E,U,j,nt,rt,K){this.name=v,this.constructor=y,this.instancePrototype=E,this.rawDestructor=U,this.baseClass=j,this.getActualType=nt,this.upcast=rt,this.downcast=K,this.pureVirtualFunctions=[]}function kf(v,y,E){for(;y!==E;)y.upcast||ct("Expected null or instance of "+E.name+", got an instance of "+y.name),v=y.upcast(v),y=y.baseClass;return v}function M1(v,y){if(y===null)return this.isReference&&ct("null is not a valid "+this.name),0;y.$$||ct('Cannot pass "'+ga(y)+'" as a '+this.name),y.$$.ptr||ct("Cannot pass deleted object as a pointer of type "+this.name);var E=y.$$.ptrType.registeredClass,U=kf(y.$$.ptr,E,this.registeredClass);return U}function b1(v,y){var E;if(y===null)return this.isReference&&ct("null is not a valid "+this.name),this.isSmartPointer?(E=this.rawConstructor(),v!==null&&v.push(this.rawDestructor,E),E):0;y.$$||ct('Cannot pass "'+ga(y)+'" as a '+this.name),y.$$.ptr||ct("Cannot pass deleted object as a pointer of type "+this.name),!this.isConst&&y.$$.ptrType.isConst&&ct("Cannot convert argument of type "+(y.$$.smartPtrType?y.$$.smartPtrType.name:y.$$.ptrType.name)+" to parameter type "+this.name);var U=y.$$.ptrType.registeredClass;if(E=kf(y.$$.ptr,U,this.registeredClass),this.isSmartPointer)switch(y.$$.smartPtr===void 0&&ct("Passing raw pointer to smart pointer is illegal"),this.sharingPolicy){case 0:y.$$.smartPtrType===this?E=y.$$.smartPtr:ct("Cannot convert argument of type "+(y.$$.smartPtrType?y.$$.smartPtrType.name:y.$$.ptrType.name)+" to parameter type "+this.name);break;case 1:E=y.$$.smartPtr;break;case 2:if(y.$$.smartPtrType===this)E=y.$$.smartPtr;else{var j=y.clone();E=this.rawShare(E,Wf.toHandle(function(){j.delete()})),v!==null&&v.push(this.rawDestructor,E)}break;default:ct("Unsupporting sharing policy")}return E}function S1(v,y){if(y===null)return this.isReference&&ct("null is not a valid "+this.name),0;y.$$||ct('Cannot pass "'+ga(y)+'" as a '+this.name),y.$$.ptr||ct("Cannot pass deleted object as a pointer of type "+this.name),y.$$.ptrType.isConst&&ct("Cannot convert argument of type "+y.$$.ptrType.name+" to parameter type "+this.name);var E=y.$$.ptrType.registeredClass,U=kf(y.$$.ptr,E,this.registeredClass);return U}function dc(v){return this.fromWireType(Tt[v>>2])}function w1(v){return this.rawGetPointee&&(v=this.rawGetPointee(v)),v}function E1(v){this.rawDestructor&&this.rawDestructor(v)}function T1(v){v!==null&&v.delete()}function A1(){or.prototype.getPointee=w1,or.prototype.destructor=E1,or.prototype.argPackAdvance=8,or.prototype.readValueFromPointer=dc,or.prototype.deleteObject=T1,or.prototype.fromWireType=xg}function or(v,y,E,U,j,nt,rt,K,yt,Et,Yt){this.name=v,this.registeredClass=y,this.isReference=E,this.isConst=U,this.isSmartPointer=j,this.pointeeType=nt,this.sharingPolicy=rt,this.rawGetPointee=K,this.rawConstructor=yt,this.rawShare=Et,this.rawDestructor=Yt,!j&&y.baseClass===void 0?U?(this.toWireType=M1,this.destructorFunction=null):(this.toWireType=S1,this.destructorFunction=null):this.toWireType=b1}function C1(v,y,E){e.hasOwnProperty(v)||Ct("Replacing nonexistant public symbol"),e[v].overloadTable!==void 0&&E!==void 0?e[v].overloadTable[E]=y:(e[v]=y,e[v].argCount=E)}function P1(v,y,E){W("dynCall_"+v in e,"bad function pointer type - no table for sig '"+v+"'"),E&&E.length?W(E.length===v.substring(1).replace(/j/g,"--").length):W(v.length==1);var U=e["dynCall_"+v];return E&&E.length?U.apply(null,[y].concat(E)):U.call(null,y)}var Fo=[];function pc(v){var y=Fo[v];return y||(v>=Fo.length&&(Fo.length=v+1),Fo[v]=y=Ht.get(v)),W(Ht.get(v)==y,"JavaScript-side Wasm function table mirror is out of date!"),y}function R1(v,y,E){if(v.includes("j"))return P1(v,y,E);W(pc(y),"missing table entry in dynCall: "+y);var U=pc(y).apply(null,E);return U}function I1(v,y){W(v.includes("j")||v.includes("p"),"getDynCaller should only be called with i64 sigs");var E=[];return function(){return E.length=0,Object.assign(E,arguments),R1(v,y,E)}}function ma(v,y){v=Wn(v);function E(){return v.includes("j")?I1(v,y):pc(y)}var U=E();return typeof U!="function"&&ct("unknown function pointer with signature "+v+": "+y),U}var bg=void 0;function L1(v){var y=bb(v),E=Wn(y);return zr(y),E}function Vf(v,y){var E=[],U={};function j(nt){if(!U[nt]&&!Fr[nt]){if(pa[nt]){pa[nt].forEach(j);return}E.push(nt),U[nt]=!0}}throw y.forEach(j),new bg(v+": "+E.map(L1).join([", "]))}function D1(v,y,E,U,j,nt,rt,K,yt,Et,Yt,te,jt){Yt=Wn(Yt),nt=ma(j,nt),K&&(K=ma(rt,K)),Et&&(Et=ma(yt,Et)),jt=ma(te,jt);var Ve=q(Yt);y1(Ve,function(){Vf("Cannot construct "+Yt+" due to unbound types",[U])}),Wt([v,y,E],U?[U]:[],function(me){me=me[0];var Fe,qn;U?(Fe=me.registeredClass,qn=Fe.instancePrototype):qn=Gr.prototype;var Xi=Y(Ve,function(){if(Object.getPrototypeOf(this)!==pt)throw new ut("Use 'new' to construct "+Yt);if(Vt.constructor_body===void 0)throw new ut(Yt+" has no accessible constructor");var _c=Vt.constructor_body[arguments.length];if(_c===void 0)throw new ut("Tried to invoke ctor of "+Yt+" with invalid number of parameters ("+arguments.length+") - expected ("+Object.keys(Vt.constructor_body).toString()+") parameters instead!");return _c.apply(this,arguments)}),pt=Object.create(qn,{constructor:{value:Xi}});Xi.prototype=pt;var Vt=new x1(Yt,Xi,pt,jt,Fe,nt,K,Et),Tn=new or(Yt,Vt,!0,!1,!1),Sn=new or(Yt+"*",Vt,!1,!1,!1),Ts=new or(Yt+" const*",Vt,!1,!0,!1);return En[v]={pointerType:Sn,constPointerType:Ts},C1(Ve,Xi),[Tn,Sn,Ts]})}function Sg(v,y){for(var E=[],U=0;U<v;U++)E.push(xt[y+U*4>>2]);return E}function O1(v){for(;v.length;){var y=v.pop(),E=v.pop();E(y)}}function wg(v,y,E,U,j){var nt=y.length;nt<2&&ct("argTypes array size mismatch! Must at least get return value and 'this' types!");for(var rt=y[1]!==null&&E!==null,K=!1,yt=1;yt<y.length;++yt)if(y[yt]!==null&&y[yt].destructorFunction===void 0){K=!0;break}var Et=y[0].name!=="void",Yt=nt-2,te=new Array(Yt),jt=[],Ve=[];return function(){arguments.length!==Yt&&ct("function "+v+" called with "+arguments.length+" arguments, expected "+Yt+" args!"),Ve.length=0;var me;jt.length=rt?2:1,jt[0]=j,rt&&(me=y[1].toWireType(Ve,this),jt[1]=me);for(var Fe=0;Fe<Yt;++Fe)te[Fe]=y[Fe+2].toWireType(Ve,arguments[Fe]),jt.push(te[Fe]);var qn=U.apply(null,jt);function Xi(pt){if(K)O1(Ve);else for(var Vt=rt?1:2;Vt<y.length;Vt++){var Tn=Vt===1?me:te[Vt-2];y[Vt].destructorFunction!==null&&y[Vt].destructorFunction(Tn)}if(Et)return y[0].fromWireType(pt)}return Xi(qn)}}function N1(v,y,E,U,j,nt){W(y>0);var rt=Sg(y,E);j=ma(U,j),Wt([],[v],function(K){K=K[0];var yt="constructor "+K.name;if(K.registeredClass.constructor_body===void 0&&(K.registeredClass.constructor_body=[]),K.registeredClass.constructor_body[y-1]!==void 0)throw new ut("Cannot register multiple constructors with identical number of parameters ("+(y-1)+") for class '"+K.name+"'! Overload resolution is currently only performed using the parameter count, not actual type info!");return K.registeredClass.constructor_body[y-1]=()=>{Vf("Cannot construct "+K.name+" due to unbound types",rt)},Wt([],rt,function(Et){return Et.splice(1,0,null),K.registeredClass.constructor_body[y-1]=wg(yt,Et,null,j,nt),[]}),[]})}function U1(v,y,E,U,j,nt,rt,K){var yt=Sg(E,U);y=Wn(y),nt=ma(j,nt),Wt([],[v],function(Et){Et=Et[0];var Yt=Et.name+"."+y;y.startsWith("@@")&&(y=Symbol[y.substring(2)]),K&&Et.registeredClass.pureVirtualFunctions.push(y);function te(){Vf("Cannot call "+Yt+" due to unbound types",yt)}var jt=Et.registeredClass.instancePrototype,Ve=jt[y];return Ve===void 0||Ve.overloadTable===void 0&&Ve.className!==Et.name&&Ve.argCount===E-2?(te.argCount=E-2,te.className=Et.name,jt[y]=te):(Mg(jt,y,Yt),jt[y].overloadTable[E-2]=te),Wt([],yt,function(me){var Fe=wg(Yt,me,Et,nt,rt);return jt[y].overloadTable===void 0?(Fe.argCount=E-2,jt[y]=Fe):jt[y].overloadTable[E-2]=Fe,[]}),[]})}var Hf=[],Wi=[{},{value:void 0},{value:null},{value:!0},{value:!1}];function F1(v){v>4&&--Wi[v].refcount===0&&(Wi[v]=void 0,Hf.push(v))}function B1(){for(var v=0,y=5;y<Wi.length;++y)Wi[y]!==void 0&&++v;return v}function G1(){for(var v=5;v<Wi.length;++v)if(Wi[v]!==void 0)return Wi[v];return null}function z1(){e.count_emval_handles=B1,e.get_first_emval=G1}var Wf={toValue:v=>(v||ct("Cannot use deleted val. handle = "+v),Wi[v].value),toHandle:v=>{switch(v){case void 0:return 1;case null:return 2;case!0:return 3;case!1:return 4;default:{var y=Hf.length?Hf.pop():Wi.length;return Wi[y]={refcount:1,value:v},y}}}};function k1(v,y){y=Wn(y),kt(v,{name:y,fromWireType:function(E){var U=Wf.toValue(E);return F1(E),U},toWireType:function(E,U){return Wf.toHandle(U)},argPackAdvance:8,readValueFromPointer:dc,destructorFunction:null})}function ga(v){if(v===null)return"null";var y=typeof v;return y==="object"||y==="array"||y==="function"?v.toString():""+v}function V1(v,y){switch(y){case 2:return function(E){return this.fromWireType(ce[E>>2])};case 3:return function(E){return this.fromWireType(ln[E>>3])};default:throw new TypeError("Unknown float type: "+v)}}function H1(v,y,E){var U=da(E);y=Wn(y),kt(v,{name:y,fromWireType:function(j){return j},toWireType:function(j,nt){if(typeof nt!="number"&&typeof nt!="boolean")throw new TypeError('Cannot convert "'+ga(nt)+'" to '+this.name);return nt},argPackAdvance:8,readValueFromPointer:V1(y,U),destructorFunction:null})}function W1(v,y,E){switch(y){case 0:return E?function(j){return ie[j]}:function(j){return J[j]};case 1:return E?function(j){return lt[j>>1]}:function(j){return Pt[j>>1]};case 2:return E?function(j){return Tt[j>>2]}:function(j){return xt[j>>2]};default:throw new TypeError("Unknown integer type: "+v)}}function X1(v,y,E,U,j){y=Wn(y),j===-1&&(j=4294967295);var nt=da(E),rt=te=>te;if(U===0){var K=32-8*E;rt=te=>te<<K>>>K}var yt=y.includes("unsigned"),Et=(te,jt)=>{if(typeof te!="number"&&typeof te!="boolean")throw new TypeError('Cannot convert "'+ga(te)+'" to '+jt);if(te<U||te>j)throw new TypeError('Passing a number "'+ga(te)+'" from JS side to C/C++ side to an argument of type "'+y+'", which is outside the valid range ['+U+", "+j+"]!")},Yt;yt?Yt=function(te,jt){return Et(jt,this.name),jt>>>0}:Yt=function(te,jt){return Et(jt,this.name),jt},kt(v,{name:y,fromWireType:rt,toWireType:Yt,argPackAdvance:8,readValueFromPointer:W1(y,nt,U!==0),destructorFunction:null})}function q1(v,y,E){var U=[Int8Array,Uint8Array,Int16Array,Uint16Array,Int32Array,Uint32Array,Float32Array,Float64Array],j=U[y];function nt(rt){rt=rt>>2;var K=xt,yt=K[rt],Et=K[rt+1];return new j(be,Et,yt)}E=Wn(E),kt(v,{name:E,fromWireType:nt,argPackAdvance:8,readValueFromPointer:nt},{ignoreDuplicateRegistrations:!0})}function Y1(v,y){y=Wn(y);var E=y==="std::string";kt(v,{name:y,fromWireType:function(U){var j=xt[U>>2],nt=U+4,rt;if(E)for(var K=nt,yt=0;yt<=j;++yt){var Et=nt+yt;if(yt==j||J[Et]==0){var Yt=Et-K,te=mt(K,Yt);rt===void 0?rt=te:(rt+="\0",rt+=te),K=Et+1}}else{for(var jt=new Array(j),yt=0;yt<j;++yt)jt[yt]=String.fromCharCode(J[nt+yt]);rt=jt.join("")}return zr(U),rt},toWireType:function(U,j){j instanceof ArrayBuffer&&(j=new Uint8Array(j));var nt,rt=typeof j=="string";rt||j instanceof Uint8Array||j instanceof Uint8ClampedArray||j instanceof Int8Array||ct("Cannot pass non-string to std::string"),E&&rt?nt=Me(j):nt=j.length;var K=Zf(4+nt+1),yt=K+4;if(xt[K>>2]=nt,E&&rt)se(j,yt,nt+1);else if(rt)for(var Et=0;Et<nt;++Et){var Yt=j.charCodeAt(Et);Yt>255&&(zr(yt),ct("String has UTF-16 code units that do not fit in 8 bits")),J[yt+Et]=Yt}else for(var Et=0;Et<nt;++Et)J[yt+Et]=j[Et];return U!==null&&U.push(zr,K),K},argPackAdvance:8,readValueFromPointer:dc,destructorFunction:function(U){zr(U)}})}var Eg=typeof TextDecoder<"u"?new TextDecoder("utf-16le"):void 0;function j1(v,y){W(v%2==0,"Pointer passed to UTF16ToString must be aligned to two bytes!");for(var E=v,U=E>>1,j=U+y/2;!(U>=j)&&Pt[U];)++U;if(E=U<<1,E-v>32&&Eg)return Eg.decode(J.subarray(v,E));for(var nt="",rt=0;!(rt>=y/2);++rt){var K=lt[v+rt*2>>1];if(K==0)break;nt+=String.fromCharCode(K)}return nt}function Z1(v,y,E){if(W(y%2==0,"Pointer passed to stringToUTF16 must be aligned to two bytes!"),W(typeof E=="number","stringToUTF16(str, outPtr, maxBytesToWrite) is missing the third parameter that specifies the length of the output buffer!"),E===void 0&&(E=2147483647),E<2)return 0;E-=2;for(var U=y,j=E<v.length*2?E/2:v.length,nt=0;nt<j;++nt){var rt=v.charCodeAt(nt);lt[y>>1]=rt,y+=2}return lt[y>>1]=0,y-U}function $1(v){return v.length*2}function J1(v,y){W(v%4==0,"Pointer passed to UTF32ToString must be aligned to four bytes!");for(var E=0,U="";!(E>=y/4);){var j=Tt[v+E*4>>2];if(j==0)break;if(++E,j>=65536){var nt=j-65536;U+=String.fromCharCode(55296|nt>>10,56320|nt&1023)}else U+=String.fromCharCode(j)}return U}function K1(v,y,E){if(W(y%4==0,"Pointer passed to stringToUTF32 must be aligned to four bytes!"),W(typeof E=="number","stringToUTF32(str, outPtr, maxBytesToWrite) is missing the third parameter that specifies the length of the output buffer!"),E===void 0&&(E=2147483647),E<4)return 0;for(var U=y,j=U+E-4,nt=0;nt<v.length;++nt){var rt=v.charCodeAt(nt);if(rt>=55296&&rt<=57343){var K=v.charCodeAt(++nt);rt=65536+((rt&1023)<<10)|K&1023}if(Tt[y>>2]=rt,y+=4,y+4>j)break}return Tt[y>>2]=0,y-U}function Q1(v){for(var y=0,E=0;E<v.length;++E){var U=v.charCodeAt(E);U>=55296&&U<=57343&&++E,y+=4}return y}function tb(v,y,E){E=Wn(E);var U,j,nt,rt,K;y===2?(U=j1,j=Z1,rt=$1,nt=()=>Pt,K=1):y===4&&(U=J1,j=K1,rt=Q1,nt=()=>xt,K=2),kt(v,{name:E,fromWireType:function(yt){for(var Et=xt[yt>>2],Yt=nt(),te,jt=yt+4,Ve=0;Ve<=Et;++Ve){var me=yt+4+Ve*y;if(Ve==Et||Yt[me>>K]==0){var Fe=me-jt,qn=U(jt,Fe);te===void 0?te=qn:(te+="\0",te+=qn),jt=me+y}}return zr(yt),te},toWireType:function(yt,Et){typeof Et!="string"&&ct("Cannot pass non-string to C++ string type "+E);var Yt=rt(Et),te=Zf(4+Yt+y);return xt[te>>2]=Yt>>K,j(Et,te+4,Yt+y),yt!==null&&yt.push(zr,te),te},argPackAdvance:8,readValueFromPointer:dc,destructorFunction:function(yt){zr(yt)}})}function eb(v,y){y=Wn(y),kt(v,{isVoid:!0,name:y,argPackAdvance:0,fromWireType:function(){},toWireType:function(E,U){}})}function nb(){Ut("native code called abort()")}function ib(v,y,E){J.copyWithin(v,y,y+E)}function rb(){return 2147483648}function sb(v){try{return X.grow(v-be.byteLength+65535>>>16),N(X.buffer),1}catch(y){P("emscripten_realloc_buffer: Attempted to grow heap from "+be.byteLength+" bytes to "+v+" bytes, but got error: "+y)}}function ab(v){var y=J.length;v=v>>>0,W(v>y);var E=rb();if(v>E)return P("Cannot enlarge memory, asked to go up to "+v+" bytes, but the limit is "+E+" bytes!"),!1;let U=(yt,Et)=>yt+(Et-yt%Et)%Et;for(var j=1;j<=4;j*=2){var nt=y*(1+.2/j);nt=Math.min(nt,v+100663296);var rt=Math.min(E,U(Math.max(v,nt),65536)),K=sb(rt);if(K)return!0}return P("Failed to grow the heap from "+y+" bytes to "+rt+" bytes, not enough memory!"),!1}var Xf={};function ob(){return o||"./this.program"}function Bo(){if(!Bo.strings){var v=(typeof navigator=="object"&&navigator.languages&&navigator.languages[0]||"C").replace("-","_")+".UTF-8",y={USER:"web_user",LOGNAME:"web_user",PATH:"/",PWD:"/",HOME:"/home/web_user",LANG:v,_:ob()};for(var E in Xf)Xf[E]===void 0?delete y[E]:y[E]=Xf[E];var U=[];for(var E in y)U.push(E+"="+y[E]);Bo.strings=U}return Bo.strings}function lb(v,y,E){for(var U=0;U<v.length;++U)W(v.charCodeAt(U)===(v.charCodeAt(U)&255)),ie[y++>>0]=v.charCodeAt(U);E||(ie[y>>0]=0)}var qf={varargs:void 0,get:function(){W(qf.varargs!=null),qf.varargs+=4;var v=Tt[qf.varargs-4>>2];return v},getStr:function(v){var y=mt(v);return y}};function cb(v,y){var E=0;return Bo().forEach(function(U,j){var nt=y+E;xt[v+j*4>>2]=nt,lb(U,nt),E+=U.length+1}),0}function hb(v,y){var E=Bo();xt[v>>2]=E.length;var U=0;return E.forEach(function(j){U+=j.length+1}),xt[y>>2]=U,0}function ub(v){Ut("fd_close called without SYSCALLS_REQUIRE_FILESYSTEM")}function fb(v,y,E,U,j){return 70}var Yf=[null,[],[]];function jf(v,y){var E=Yf[v];W(E),y===0||y===10?((v===1?b:P)(Mt(E,0)),E.length=0):E.push(y)}function QD(){Sb(0),Yf[1].length&&jf(1,10),Yf[2].length&&jf(2,10)}function db(v,y,E,U){for(var j=0,nt=0;nt<E;nt++){var rt=xt[y>>2],K=xt[y+4>>2];y+=8;for(var yt=0;yt<K;yt++)jf(v,J[rt+yt]);j+=K}return xt[U>>2]=j,0}function mc(v){return v%4===0&&(v%100!==0||v%400===0)}function pb(v,y){for(var E=0,U=0;U<=y;E+=v[U++]);return E}var Tg=[31,29,31,30,31,30,31,31,30,31,30,31],Ag=[31,28,31,30,31,30,31,31,30,31,30,31];function mb(v,y){for(var E=new Date(v.getTime());y>0;){var U=mc(E.getFullYear()),j=E.getMonth(),nt=(U?Tg:Ag)[j];if(y>nt-E.getDate())y-=nt-E.getDate()+1,E.setDate(1),j<11?E.setMonth(j+1):(E.setMonth(0),E.setFullYear(E.getFullYear()+1));else return E.setDate(E.getDate()+y),E}return E}function gb(v,y,E){var U=E>0?E:Me(v)+1,j=new Array(U),nt=It(v,j,0,j.length);return y&&(j.length=nt),j}function _b(v,y,E,U){var j=Tt[U+40>>2],nt={tm_sec:Tt[U>>2],tm_min:Tt[U+4>>2],tm_hour:Tt[U+8>>2],tm_mday:Tt[U+12>>2],tm_mon:Tt[U+16>>2],tm_year:Tt[U+20>>2],tm_wday:Tt[U+24>>2],tm_yday:Tt[U+28>>2],tm_isdst:Tt[U+32>>2],tm_gmtoff:Tt[U+36>>2],tm_zone:j?mt(j):""},rt=mt(E),K={"%c":"%a %b %d %H:%M:%S %Y","%D":"%m/%d/%y","%F":"%Y-%m-%d","%h":"%b","%r":"%I:%M:%S %p","%R":"%H:%M","%T":"%H:%M:%S","%x":"%m/%d/%y","%X":"%H:%M:%S","%Ec":"%c","%EC":"%C","%Ex":"%m/%d/%y","%EX":"%H:%M:%S","%Ey":"%y","%EY":"%Y","%Od":"%d","%Oe":"%e","%OH":"%H","%OI":"%I","%Om":"%m","%OM":"%M","%OS":"%S","%Ou":"%u","%OU":"%U","%OV":"%V","%Ow":"%w","%OW":"%W","%Oy":"%y"};for(var yt in K)rt=rt.replace(new RegExp(yt,"g"),K[yt]);var Et=["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"],Yt=["January","February","March","April","May","June","July","August","September","October","November","December"];function te(pt,Vt,Tn){for(var Sn=typeof pt=="number"?pt.toString():pt||"";Sn.length<Vt;)Sn=Tn[0]+Sn;return Sn}function jt(pt,Vt){return te(pt,Vt,"0")}function Ve(pt,Vt){function Tn(Ts){return Ts<0?-1:Ts>0?1:0}var Sn;return(Sn=Tn(pt.getFullYear()-Vt.getFullYear()))===0&&(Sn=Tn(pt.getMonth()-Vt.getMonth()))===0&&(Sn=Tn(pt.getDate()-Vt.getDate())),Sn}function me(pt){switch(pt.getDay()){case 0:return new Date(pt.getFullYear()-1,11,29);case 1:return pt;case 2:return new Date(pt.getFullYear(),0,3);case 3:return new Date(pt.getFullYear(),0,2);case 4:return new Date(pt.getFullYear(),0,1);case 5:return new Date(pt.getFullYear()-1,11,31);case 6:return new Date(pt.getFullYear()-1,11,30)}}function Fe(pt){var Vt=mb(new Date(pt.tm_year+1900,0,1),pt.tm_yday),Tn=new Date(Vt.getFullYear(),0,4),Sn=new Date(Vt.getFullYear()+1,0,4),Ts=me(Tn),_c=me(Sn);return Ve(Ts,Vt)<=0?Ve(_c,Vt)<=0?Vt.getFullYear()+1:Vt.getFullYear():Vt.getFullYear()-1}var qn={"%a":function(pt){return Et[pt.tm_wday].substring(0,3)},"%A":function(pt){return Et[pt.tm_wday]},"%b":function(pt){return Yt[pt.tm_mon].substring(0,3)},"%B":function(pt){return Yt[pt.tm_mon]},"%C":function(pt){var Vt=pt.tm_year+1900;return jt(Vt/100|0,2)},"%d":function(pt){return jt(pt.tm_mday,2)},"%e":function(pt){return te(pt.tm_mday,2," ")},"%g":function(pt){return Fe(pt).toString().substring(2)},"%G":function(pt){return Fe(pt)},"%H":function(pt){return jt(pt.tm_hour,2)},"%I":function(pt){var Vt=pt.tm_hour;return Vt==0?Vt=12:Vt>12&&(Vt-=12),jt(Vt,2)},"%j":function(pt){return jt(pt.tm_mday+pb(mc(pt.tm_year+1900)?Tg:Ag,pt.tm_mon-1),3)},"%m":function(pt){return jt(pt.tm_mon+1,2)},"%M":function(pt){return jt(pt.tm_min,2)},"%n":function(){return`
`},"%p":function(pt){return pt.tm_hour>=0&&pt.tm_hour<12?"AM":"PM"},"%S":function(pt){return jt(pt.tm_sec,2)},"%t":function(){return"	"},"%u":function(pt){return pt.tm_wday||7},"%U":function(pt){var Vt=pt.tm_yday+7-pt.tm_wday;return jt(Math.floor(Vt/7),2)},"%V":function(pt){var Vt=Math.floor((pt.tm_yday+7-(pt.tm_wday+6)%7)/7);if((pt.tm_wday+371-pt.tm_yday-2)%7<=2&&Vt++,Vt){if(Vt==53){var Sn=(pt.tm_wday+371-pt.tm_yday)%7;Sn!=4&&(Sn!=3||!mc(pt.tm_year))&&(Vt=1)}}else{Vt=52;var Tn=(pt.tm_wday+7-pt.tm_yday-1)%7;(Tn==4||Tn==5&&mc(pt.tm_year%400-1))&&Vt++}return jt(Vt,2)},"%w":function(pt){return pt.tm_wday},"%W":function(pt){var Vt=pt.tm_yday+7-(pt.tm_wday+6)%7;return jt(Math.floor(Vt/7),2)},"%y":function(pt){return(pt.tm_year+1900).toString().substring(2)},"%Y":function(pt){return pt.tm_year+1900},"%z":function(pt){var Vt=pt.tm_gmtoff,Tn=Vt>=0;return Vt=Math.abs(Vt)/60,Vt=Vt/60*100+Vt%60,(Tn?"+":"-")+("0000"+Vt).slice(-4)},"%Z":function(pt){return pt.tm_zone},"%%":function(){return"%"}};rt=rt.replace(/%%/g,"\0\0");for(var yt in qn)rt.includes(yt)&&(rt=rt.replace(new RegExp(yt,"g"),qn[yt](nt)));rt=rt.replace(/\0\0/g,"%");var Xi=gb(rt,!1);return Xi.length>y?0:(ha(Xi,v),Xi.length-1)}function vb(v,y,E,U){return _b(v,y,E,U)}function Cg(v,y){W(v<16384),v<128?y.push(v):y.push(v%128|128,v>>7)}function yb(v){for(var y={i:"i32",j:"i64",f:"f32",d:"f64",p:"i32"},E={parameters:[],results:v[0]=="v"?[]:[y[v[0]]]},U=1;U<v.length;++U)W(v[U]in y,"invalid signature char: "+v[U]),E.parameters.push(y[v[U]]);return E}function tO(v,y){if(typeof WebAssembly.Function=="function")return new WebAssembly.Function(yb(y),v);var E=[1,96],U=y.slice(0,1),j=y.slice(1),nt={i:127,p:127,j:126,f:125,d:124};Cg(j.length,E);for(var rt=0;rt<j.length;++rt)W(j[rt]in nt,"invalid signature char: "+j[rt]),E.push(nt[j[rt]]);U=="v"?E.push(0):E.push(1,nt[U]);var K=[0,97,115,109,1,0,0,0,1];Cg(E.length,K),K.push.apply(K,E),K.push(2,7,1,1,101,1,102,0,0,7,5,1,1,102,0,0);var yt=new WebAssembly.Module(new Uint8Array(K)),Et=new WebAssembly.Instance(yt,{e:{f:v}}),Yt=Et.exports.f;return Yt}function eO(v,y){if(Pg)for(var E=v;E<v+y;E++){var U=pc(E);U&&Pg.set(U,E)}}var Pg=void 0,Rg=[];function nO(){if(Rg.length)return Rg.pop();try{Ht.grow(1)}catch(v){throw v instanceof RangeError?"Unable to grow wasm table. Set ALLOW_TABLE_GROWTH.":v}return Ht.length-1}function iO(v,y){Ht.set(v,y),Fo[v]=Ht.get(v)}var rO=1;function xb(v){var y=e["_"+v];return W(y,"Cannot call unknown function "+v+", make sure it is exported"),y}function sO(v,y,E,U,j){var nt={string:me=>{var Fe=0;if(me!=null&&me!==0){var qn=(me.length<<2)+1;Fe=Dg(qn),se(me,Fe,qn)}return Fe},array:me=>{var Fe=Dg(me.length);return ha(me,Fe),Fe}};function rt(me){return y==="string"?mt(me):y==="boolean"?!!me:me}var K=xb(v),yt=[],Et=0;if(W(y!=="array",'Return type should not be "array".'),U)for(var Yt=0;Yt<U.length;Yt++){var te=nt[E[Yt]];te?(Et===0&&(Et=Tb()),yt[Yt]=te(U[Yt])):yt[Yt]=U[Yt]}var jt=K.apply(null,yt);function Ve(me){return Et!==0&&Ab(Et),rt(me)}return jt=Ve(jt),jt}zf(),ut=e.BindingError=z(Error,"BindingError"),Ot=e.InternalError=z(Error,"InternalError"),v1(),bn(),A1(),bg=e.UnboundTypeError=z(Error,"UnboundTypeError"),z1();var aO=!0;function Mb(){B("fetchSettings")}var Ig={__cxa_allocate_exception:oc,__cxa_throw:fa,_embind_register_bigint:hc,_embind_register_bool:Xt,_embind_register_class:D1,_embind_register_class_constructor:N1,_embind_register_class_function:U1,_embind_register_emval:k1,_embind_register_float:H1,_embind_register_integer:X1,_embind_register_memory_view:q1,_embind_register_std_string:Y1,_embind_register_std_wstring:tb,_embind_register_void:eb,abort:nb,emscripten_memcpy_big:ib,emscripten_resize_heap:ab,environ_get:cb,environ_sizes_get:hb,fd_close:ub,fd_seek:fb,fd_write:db,strftime_l:vb},oO=it(),lO=e.___wasm_call_ctors=at("__wasm_call_ctors"),Zf=e._malloc=at("malloc"),zr=e._free=at("free"),bb=e.___getTypeName=at("__getTypeName"),cO=e.__embind_initialize_bindings=at("_embind_initialize_bindings"),hO=e.___errno_location=at("__errno_location"),Sb=e._fflush=at("fflush"),Lg=e._emscripten_stack_init=function(){return(Lg=e._emscripten_stack_init=e.asm.emscripten_stack_init).apply(null,arguments)},wb=e._emscripten_stack_get_free=function(){return(wb=e._emscripten_stack_get_free=e.asm.emscripten_stack_get_free).apply(null,arguments)},Eb=e._emscripten_stack_get_base=function(){return(Eb=e._emscripten_stack_get_base=e.asm.emscripten_stack_get_base).apply(null,arguments)},$f=e._emscripten_stack_get_end=function(){return($f=e._emscripten_stack_get_end=e.asm.emscripten_stack_get_end).apply(null,arguments)},Tb=e.stackSave=at("stackSave"),Ab=e.stackRestore=at("stackRestore"),Dg=e.stackAlloc=at("stackAlloc"),Cb=e.___cxa_is_pointer_type=at("__cxa_is_pointer_type"),uO=e.dynCall_viijii=at("dynCall_viijii"),fO=e.dynCall_ji=at("dynCall_ji"),dO=e.dynCall_jiji=at("dynCall_jiji"),pO=e.dynCall_iiiiij=at("dynCall_iiiiij"),mO=e.dynCall_iiiiijj=at("dynCall_iiiiijj"),gO=e.dynCall_iiiiiijj=at("dynCall_iiiiiijj"),Pb=["run","UTF8ArrayToString","UTF8ToString","stringToUTF8Array","stringToUTF8","lengthBytesUTF8","addOnPreRun","addOnInit","addOnPreMain","addOnExit","addOnPostRun","addRunDependency","removeRunDependency","FS_createFolder","FS_createPath","FS_createDataFile","FS_createPreloadedFile","FS_createLazyFile","FS_createLink","FS_createDevice","FS_unlink","getLEB","getFunctionTables","alignFunctionTables","registerFunctions","prettyPrint","getCompilerSetting","print","printErr","callMain","abort","keepRuntimeAlive","wasmMemory","stackAlloc","stackSave","stackRestore","getTempRet0","setTempRet0","writeStackCookie","checkStackCookie","ptrToString","zeroMemory","stringToNewUTF8","exitJS","getHeapMax","emscripten_realloc_buffer","ENV","ERRNO_CODES","ERRNO_MESSAGES","setErrNo","inetPton4","inetNtop4","inetPton6","inetNtop6","readSockaddr","writeSockaddr","DNS","getHostByName","Protocols","Sockets","getRandomDevice","warnOnce","traverseStack","UNWIND_CACHE","convertPCtoSourceLocation","readAsmConstArgsArray","readAsmConstArgs","mainThreadEM_ASM","jstoi_q","jstoi_s","getExecutableName","listenOnce","autoResumeAudioContext","dynCallLegacy","getDynCaller","dynCall","handleException","runtimeKeepalivePush","runtimeKeepalivePop","callUserCallback","maybeExit","safeSetTimeout","asmjsMangle","asyncLoad","alignMemory","mmapAlloc","writeI53ToI64","writeI53ToI64Clamped","writeI53ToI64Signaling","writeI53ToU64Clamped","writeI53ToU64Signaling","readI53FromI64","readI53FromU64","convertI32PairToI53","convertI32PairToI53Checked","convertU32PairToI53","getCFunc","ccall","cwrap","uleb128Encode","sigToWasmTypes","convertJsFunctionToWasm","freeTableIndexes","functionsInTableMap","getEmptyTableSlot","updateTableMap","addFunction","removeFunction","reallyNegative","unSign","strLen","reSign","formatString","setValue","getValue","PATH","PATH_FS","intArrayFromString","intArrayToString","AsciiToString","stringToAscii","UTF16Decoder","UTF16ToString","stringToUTF16","lengthBytesUTF16","UTF32ToString","stringToUTF32","lengthBytesUTF32","allocateUTF8","allocateUTF8OnStack","writeStringToMemory","writeArrayToMemory","writeAsciiToMemory","SYSCALLS","getSocketFromFD","getSocketAddress","JSEvents","registerKeyEventCallback","specialHTMLTargets","maybeCStringToJsString","findEventTarget","findCanvasEventTarget","getBoundingClientRect","fillMouseEventData","registerMouseEventCallback","registerWheelEventCallback","registerUiEventCallback","registerFocusEventCallback","fillDeviceOrientationEventData","registerDeviceOrientationEventCallback","fillDeviceMotionEventData","registerDeviceMotionEventCallback","screenOrientation","fillOrientationChangeEventData","registerOrientationChangeEventCallback","fillFullscreenChangeEventData","registerFullscreenChangeEventCallback","JSEvents_requestFullscreen","JSEvents_resizeCanvasForFullscreen","registerRestoreOldStyle","hideEverythingExceptGivenElement","restoreHiddenElements","setLetterbox","currentFullscreenStrategy","restoreOldWindowedStyle","softFullscreenResizeWebGLRenderTarget","doRequestFullscreen","fillPointerlockChangeEventData","registerPointerlockChangeEventCallback","registerPointerlockErrorEventCallback","requestPointerLock","fillVisibilityChangeEventData","registerVisibilityChangeEventCallback","registerTouchEventCallback","fillGamepadEventData","registerGamepadEventCallback","registerBeforeUnloadEventCallback","fillBatteryEventData","battery","registerBatteryEventCallback","setCanvasElementSize","getCanvasElementSize","demangle","demangleAll","jsStackTrace","stackTrace","ExitStatus","getEnvStrings","checkWasiClock","flush_NO_FILESYSTEM","dlopenMissingError","setImmediateWrapped","clearImmediateWrapped","polyfillSetImmediate","uncaughtExceptionCount","exceptionLast","exceptionCaught","ExceptionInfo","exception_addRef","exception_decRef","Browser","setMainLoop","wget","FS","MEMFS","TTY","PIPEFS","SOCKFS","_setNetworkCallback","tempFixedLengthArray","miniTempWebGLFloatBuffers","heapObjectForWebGLType","heapAccessShiftForWebGLHeap","GL","emscriptenWebGLGet","computeUnpackAlignedImageSize","emscriptenWebGLGetTexPixelData","emscriptenWebGLGetUniform","webglGetUniformLocation","webglPrepareUniformLocationsBeforeFirstUse","webglGetLeftBracePos","emscriptenWebGLGetVertexAttrib","writeGLArray","AL","SDL_unicode","SDL_ttfContext","SDL_audio","SDL","SDL_gfx","GLUT","EGL","GLFW_Window","GLFW","GLEW","IDBStore","runAndAbortIfError","ALLOC_NORMAL","ALLOC_STACK","allocate","InternalError","BindingError","UnboundTypeError","PureVirtualError","init_embind","throwInternalError","throwBindingError","throwUnboundTypeError","ensureOverloadTable","exposePublicSymbol","replacePublicSymbol","extendError","createNamedFunction","embindRepr","registeredInstances","getBasestPointer","registerInheritedInstance","unregisterInheritedInstance","getInheritedInstance","getInheritedInstanceCount","getLiveInheritedInstances","registeredTypes","awaitingDependencies","typeDependencies","registeredPointers","registerType","whenDependentTypesAreResolved","embind_charCodes","embind_init_charCodes","readLatin1String","getTypeName","heap32VectorToArray","requireRegisteredType","getShiftFromSize","integerReadValueFromPointer","enumReadValueFromPointer","floatReadValueFromPointer","simpleReadValueFromPointer","runDestructors","new_","craftInvokerFunction","embind__requireFunction","tupleRegistrations","structRegistrations","genericPointerToWireType","constNoSmartPtrRawPointerToWireType","nonConstNoSmartPtrRawPointerToWireType","init_RegisteredPointer","RegisteredPointer","RegisteredPointer_getPointee","RegisteredPointer_destructor","RegisteredPointer_deleteObject","RegisteredPointer_fromWireType","runDestructor","releaseClassHandle","finalizationRegistry","detachFinalizer_deps","detachFinalizer","attachFinalizer","makeClassHandle","init_ClassHandle","ClassHandle","ClassHandle_isAliasOf","throwInstanceAlreadyDeleted","ClassHandle_clone","ClassHandle_delete","deletionQueue","ClassHandle_isDeleted","ClassHandle_deleteLater","flushPendingDeletes","delayFunction","setDelayFunction","RegisteredClass","shallowCopyInternalPointer","downcastPointer","upcastPointer","validateThis","char_0","char_9","makeLegalFunctionName","emval_handle_array","emval_free_list","emval_symbols","init_emval","count_emval_handles","get_first_emval","getStringOrSymbol","Emval","emval_newers","craftEmvalAllocator","emval_get_global","emval_lookupTypes","emval_allocateDestructors","emval_methodCallers","emval_addMethodCaller","emval_registeredMethods"];Pb.forEach(M);var Rb=["ptrToString","zeroMemory","stringToNewUTF8","exitJS","setErrNo","inetPton4","inetNtop4","inetPton6","inetNtop6","readSockaddr","writeSockaddr","getHostByName","getRandomDevice","traverseStack","convertPCtoSourceLocation","readAsmConstArgs","mainThreadEM_ASM","jstoi_q","jstoi_s","listenOnce","autoResumeAudioContext","runtimeKeepalivePush","runtimeKeepalivePop","callUserCallback","maybeExit","safeSetTimeout","asmjsMangle","asyncLoad","alignMemory","mmapAlloc","writeI53ToI64","writeI53ToI64Clamped","writeI53ToI64Signaling","writeI53ToU64Clamped","writeI53ToU64Signaling","readI53FromI64","readI53FromU64","convertI32PairToI53","convertU32PairToI53","reallyNegative","unSign","strLen","reSign","formatString","getSocketFromFD","getSocketAddress","registerKeyEventCallback","maybeCStringToJsString","findEventTarget","findCanvasEventTarget","getBoundingClientRect","fillMouseEventData","registerMouseEventCallback","registerWheelEventCallback","registerUiEventCallback","registerFocusEventCallback","fillDeviceOrientationEventData","registerDeviceOrientationEventCallback","fillDeviceMotionEventData","registerDeviceMotionEventCallback","screenOrientation","fillOrientationChangeEventData","registerOrientationChangeEventCallback","fillFullscreenChangeEventData","registerFullscreenChangeEventCallback","JSEvents_requestFullscreen","JSEvents_resizeCanvasForFullscreen","registerRestoreOldStyle","hideEverythingExceptGivenElement","restoreHiddenElements","setLetterbox","softFullscreenResizeWebGLRenderTarget","doRequestFullscreen","fillPointerlockChangeEventData","registerPointerlockChangeEventCallback","registerPointerlockErrorEventCallback","requestPointerLock","fillVisibilityChangeEventData","registerVisibilityChangeEventCallback","registerTouchEventCallback","fillGamepadEventData","registerGamepadEventCallback","registerBeforeUnloadEventCallback","fillBatteryEventData","battery","registerBatteryEventCallback","setCanvasElementSize","getCanvasElementSize","checkWasiClock","setImmediateWrapped","clearImmediateWrapped","polyfillSetImmediate","exception_addRef","exception_decRef","setMainLoop","_setNetworkCallback","heapObjectForWebGLType","heapAccessShiftForWebGLHeap","emscriptenWebGLGet","computeUnpackAlignedImageSize","emscriptenWebGLGetTexPixelData","emscriptenWebGLGetUniform","webglGetUniformLocation","webglPrepareUniformLocationsBeforeFirstUse","webglGetLeftBracePos","emscriptenWebGLGetVertexAttrib","writeGLArray","SDL_unicode","SDL_ttfContext","SDL_audio","GLFW_Window","runAndAbortIfError","registerInheritedInstance","unregisterInheritedInstance","requireRegisteredType","enumReadValueFromPointer","validateThis","getStringOrSymbol","craftEmvalAllocator","emval_get_global","emval_lookupTypes","emval_allocateDestructors","emval_addMethodCaller"];Rb.forEach(C);var gc;Dt=function v(){gc||Og(),gc||(Dt=v)};function Ib(){Lg(),Bt()}function Og(v){if(v=v||a,Lt>0||(Ib(),R(),Lt>0))return;function y(){gc||(gc=!0,e.calledRun=!0,!Z&&(x(),i(e),e.onRuntimeInitialized&&e.onRuntimeInitialized(),W(!e._main,'compiled without a main, but one is present. if you added it from JS, use Module["onRuntimeInitialized"]'),V()))}e.setStatus?(e.setStatus("Running..."),setTimeout(function(){setTimeout(function(){e.setStatus("")},1),y()},1)):y(),Te()}if(e.preInit)for(typeof e.preInit=="function"&&(e.preInit=[e.preInit]);e.preInit.length>0;)e.preInit.pop()();return Og(),t.ready})})();typeof Af=="object"&&typeof qm=="object"?qm.exports=Xm:typeof define=="function"&&define.amd?define([],function(){return Xm}):typeof Af=="object"&&(Af.createLazPerf=Xm)});var jm=pe(nr=>{"use strict";var xL=nr&&nr.__importDefault||function(n){return n&&n.__esModule?n:{default:n}};Object.defineProperty(nr,"__esModule",{value:!0});nr.LazPerf=nr.create=nr.createLazPerf=void 0;var Ym=xL(TM());nr.createLazPerf=Ym.default;nr.create=Ym.default;nr.LazPerf={create:Ym.default}});var IM=pe(Ss=>{"use strict";Object.defineProperty(Ss,"__esModule",{value:!0});Ss.decompressFile=Ss.decompressChunk=Ss.PointData=void 0;var AM=jm(),ML=Wm();Ss.PointData={createLazPerf:AM.createLazPerf,decompressChunk:PM,decompressFile:RM};var Zm;async function CM(n){return n||(Zm||(Zm=(0,AM.createLazPerf)()),Zm)}async function PM(n,{pointCount:t,pointDataRecordFormat:e,pointDataRecordLength:i},r){let s=await CM(r),a=new Uint8Array(t*i),o=s._malloc(n.byteLength),l=s._malloc(i),c=new s.ChunkDecoder;try{s.HEAPU8.set(new Uint8Array(n.buffer,n.byteOffset,n.byteLength),o),c.open(e,i,o);for(let u=0;u<t;++u)c.getPoint(l),a.set(new Uint8Array(s.HEAPU8.buffer,l,i),u*i)}finally{s._free(o),s._free(l),c.delete()}return a}Ss.decompressChunk=PM;async function RM(n,t){let e=await CM(t),i=ML.Header.parse(n),{pointCount:r,pointDataRecordLength:s}=i,a=new Uint8Array(r*s),o=e._malloc(n.byteLength),l=e._malloc(s),c=new e.LASZip;try{e.HEAPU8.set(new Uint8Array(n.buffer,n.byteOffset,n.byteLength),o),c.open(o,n.byteLength);for(let u=0;u<r;++u)c.getPoint(l),a.set(new Uint8Array(e.HEAPU8.buffer,l,s),u*s)}finally{c.delete()}return a}Ss.decompressFile=RM});var LM=pe(Cf=>{"use strict";Object.defineProperty(Cf,"__esModule",{value:!0});Cf.View=void 0;var bL=Mi(),SL=km(),wL=Vm();Cf.View={create:EL};function EL(n,t,e=[],i){let r=wL.Extractor.create(t,e);if(i){let u=new Set([...i]);r=Object.entries(r).reduce((h,[f,p])=>(u.has(f)&&(h[f]=p),h),{})}let s=SL.Dimensions.create(r,e),a=bL.Binary.toDataView(n),o=t.pointDataRecordLength;if(a.byteLength%o!==0)throw new Error(`Invalid buffer length (${a.byteLength}) for point length ${o}`);let l=a.byteLength/t.pointDataRecordLength;function c(u){let h=r[u];if(!h)throw new Error(`No extractor for dimension: ${u}`);return function(f){if(f>=l)throw new RangeError(`View index (${f}) out of range: ${l}`);return h(a,f)}}return{pointCount:l,dimensions:s,getter:c}}});var UM=pe(Pf=>{"use strict";Object.defineProperty(Pf,"__esModule",{value:!0});Pf.Vlr=void 0;var ir=Mi(),Lo=pf();Pf.Vlr={walk:CL,parse:NM,find:OM,at:TL,fetch:AL};function OM(n,t,e){return n.find(i=>i.userId===t&&i.recordId===e)}function TL(n,t,e){let i=OM(n,t,e);if(!i)throw new Error(`VLR not found: ${t}/${e}`);return i}function AL(n,{contentOffset:t,contentLength:e}){return e===0?new Uint8Array:ir.Getter.create(n)(t,t+e)}async function CL(n,t){let e=ir.Getter.create(n),i=await DM({get:e,startOffset:t.headerLength,count:t.vlrCount,isExtended:!1}),r=await DM({get:e,startOffset:t.evlrOffset,count:t.evlrCount,isExtended:!0});return[...i,...r]}function NM(n,t){return(t?RL:PL)(n)}function PL(n){let t=ir.Binary.toDataView(n);if(t.byteLength!==Lo.vlrHeaderLength)throw new Error(`Invalid VLR header length (must be ${Lo.vlrHeaderLength}): ${t.byteLength}`);return{userId:ir.Binary.toCString(n.slice(2,18)),recordId:t.getUint16(18,!0),contentLength:t.getUint16(20,!0),description:ir.Binary.toCString(n.slice(22,54)),isExtended:!1}}function RL(n){let t=ir.Binary.toDataView(n);if(t.byteLength!==Lo.evlrHeaderLength)throw new Error(`Invalid EVLR header length (must be ${Lo.evlrHeaderLength}): ${t.byteLength}`);return{userId:ir.Binary.toCString(n.slice(2,18)),recordId:t.getUint16(18,!0),contentLength:(0,ir.parseBigInt)((0,ir.getBigUint64)(t,20,!0)),description:ir.Binary.toCString(n.slice(28,60)),isExtended:!0}}async function DM({get:n,startOffset:t,count:e,isExtended:i}){let r=[],s=t,a=i?Lo.evlrHeaderLength:Lo.vlrHeaderLength;for(let o=0;o<e;++o){let l=a?await n(s,s+a):new Uint8Array,{userId:c,recordId:u,contentLength:h,description:f}=NM(l,i);r.push({userId:c,recordId:u,contentOffset:s+a,contentLength:h,description:f,isExtended:i}),s+=a+h}return r}});var $m=pe(ke=>{"use strict";var IL=ke&&ke.__createBinding||(Object.create?(function(n,t,e,i){i===void 0&&(i=e);var r=Object.getOwnPropertyDescriptor(t,e);(!r||("get"in r?!t.__esModule:r.writable||r.configurable))&&(r={enumerable:!0,get:function(){return t[e]}}),Object.defineProperty(n,i,r)}):(function(n,t,e,i){i===void 0&&(i=e),n[i]=t[e]})),LL=ke&&ke.__setModuleDefault||(Object.create?(function(n,t){Object.defineProperty(n,"default",{enumerable:!0,value:t})}):function(n,t){n.default=t}),DL=ke&&ke.__importStar||function(n){if(n&&n.__esModule)return n;var t={};if(n!=null)for(var e in n)e!=="default"&&Object.prototype.hasOwnProperty.call(n,e)&&IL(t,n,e);return LL(t,n),t};Object.defineProperty(ke,"__esModule",{value:!0});ke.Vlr=ke.View=ke.PointData=ke.Header=ke.Extractor=ke.ExtraBytes=ke.Dimensions=ke.Constants=void 0;ke.Constants=DL(pf());var OL=km();Object.defineProperty(ke,"Dimensions",{enumerable:!0,get:function(){return OL.Dimensions}});var NL=zm();Object.defineProperty(ke,"ExtraBytes",{enumerable:!0,get:function(){return NL.ExtraBytes}});var UL=Vm();Object.defineProperty(ke,"Extractor",{enumerable:!0,get:function(){return UL.Extractor}});var FL=Wm();Object.defineProperty(ke,"Header",{enumerable:!0,get:function(){return FL.Header}});var BL=IM();Object.defineProperty(ke,"PointData",{enumerable:!0,get:function(){return BL.PointData}});var GL=LM();Object.defineProperty(ke,"View",{enumerable:!0,get:function(){return GL.View}});var zL=UM();Object.defineProperty(ke,"Vlr",{enumerable:!0,get:function(){return zL.Vlr}})});var Jm=pe(Rf=>{"use strict";Object.defineProperty(Rf,"__esModule",{value:!0});Rf.Hierarchy=void 0;var tc=Mi(),FM=df();Rf.Hierarchy={parse:BM,load:kL};function BM(n){let t=tc.Binary.toDataView(n);if(t.byteLength%FM.hierarchyItemLength!==0)throw new Error(`Invalid hierarchy page length: ${t.byteLength}`);let e={},i={};for(let r=0;r<t.byteLength;r+=FM.hierarchyItemLength){let s=t.getInt32(r+0,!0),a=t.getInt32(r+4,!0),o=t.getInt32(r+8,!0),l=t.getInt32(r+12,!0),c=(0,tc.parseBigInt)((0,tc.getBigUint64)(t,r+16,!0)),u=t.getInt32(r+24,!0),h=t.getInt32(r+28,!0),f=tc.Key.toString([s,a,o,l]);if(h<-1)throw new Error(`Invalid hierarchy point count at key: ${f}`);h===-1?i[f]={pageOffset:c,pageLength:u}:e[f]={pointCount:h,pointDataOffset:c,pointDataLength:u}}return{nodes:e,pages:i}}async function kL(n,t){let e=tc.Getter.create(n);return BM(await e(t.pageOffset,t.pageOffset+t.pageLength))}});var Km=pe(If=>{"use strict";Object.defineProperty(If,"__esModule",{value:!0});If.Info=void 0;var ec=Mi(),GM=df();If.Info={parse:VL};function VL(n){let t=ec.Binary.toDataView(n);if(t.byteLength!==GM.infoLength)throw new Error(`Invalid COPC info VLR length (should be ${GM.infoLength}): ${t.byteLength}`);let e=[t.getFloat64(0,!0),t.getFloat64(8,!0),t.getFloat64(16,!0)],i=t.getFloat64(24,!0);return{cube:[e[0]-i,e[1]-i,e[2]-i,e[0]+i,e[1]+i,e[2]+i],spacing:t.getFloat64(32,!0),rootHierarchyPage:{pageOffset:(0,ec.parseBigInt)((0,ec.getBigUint64)(t,40,!0)),pageLength:(0,ec.parseBigInt)((0,ec.getBigUint64)(t,48,!0))},gpsTimeRange:[t.getFloat64(56,!0),t.getFloat64(64,!0)]}}});var VM=pe(rr=>{"use strict";var HL=rr&&rr.__createBinding||(Object.create?(function(n,t,e,i){i===void 0&&(i=e);var r=Object.getOwnPropertyDescriptor(t,e);(!r||("get"in r?!t.__esModule:r.writable||r.configurable))&&(r={enumerable:!0,get:function(){return t[e]}}),Object.defineProperty(n,i,r)}):(function(n,t,e,i){i===void 0&&(i=e),n[i]=t[e]})),WL=rr&&rr.__setModuleDefault||(Object.create?(function(n,t){Object.defineProperty(n,"default",{enumerable:!0,value:t})}):function(n,t){n.default=t}),XL=rr&&rr.__importStar||function(n){if(n&&n.__esModule)return n;var t={};if(n!=null)for(var e in n)e!=="default"&&Object.prototype.hasOwnProperty.call(n,e)&&HL(t,n,e);return WL(t,n),t};Object.defineProperty(rr,"__esModule",{value:!0});rr.Copc=void 0;var bi=XL($m()),Lf=Mi(),qL=Jm(),YL=Km();rr.Copc={create:jL,loadHierarchyPage:ZL,loadCompressedPointDataBuffer:zM,loadPointDataBuffer:kM,loadPointDataView:$L};async function jL(n){let t=Lf.Getter.create(n),e=65536,i=t(0,e);async function r(p,d){return d>=e?t(p,d):(await i).slice(p,d)}let s=bi.Header.parse(await r(0,bi.Constants.minHeaderLength)),a=await bi.Vlr.walk(r,s),o=bi.Vlr.find(a,"copc",1);if(!o)throw new Error("COPC info VLR is required");let l=YL.Info.parse(await bi.Vlr.fetch(r,o)),c,u=bi.Vlr.find(a,"LASF_Projection",2112);u&&u.contentLength&&(c=Lf.Binary.toCString(await bi.Vlr.fetch(r,u)),c===""&&(c=void 0));let h=[],f=bi.Vlr.find(a,"LASF_Spec",4);return f&&(h=bi.ExtraBytes.parse(await bi.Vlr.fetch(r,f))),{header:s,vlrs:a,info:l,wkt:c,eb:h}}async function ZL(n,t){let e=Lf.Getter.create(n);return qL.Hierarchy.load(e,t)}async function zM(n,{pointDataOffset:t,pointDataLength:e}){return Lf.Getter.create(n)(t,t+e)}async function kM(n,{pointDataRecordFormat:t,pointDataRecordLength:e},i,r){let s=await zM(n,i),{pointCount:a}=i;return bi.PointData.decompressChunk(s,{pointCount:a,pointDataRecordFormat:t,pointDataRecordLength:e},r)}async function $L(n,t,e,{lazPerf:i,include:r}={}){let s=await kM(n,t.header,e,i);return bi.View.create(s,t.header,t.eb,r)}});var HM=pe(Un=>{"use strict";var JL=Un&&Un.__createBinding||(Object.create?(function(n,t,e,i){i===void 0&&(i=e);var r=Object.getOwnPropertyDescriptor(t,e);(!r||("get"in r?!t.__esModule:r.writable||r.configurable))&&(r={enumerable:!0,get:function(){return t[e]}}),Object.defineProperty(n,i,r)}):(function(n,t,e,i){i===void 0&&(i=e),n[i]=t[e]})),KL=Un&&Un.__setModuleDefault||(Object.create?(function(n,t){Object.defineProperty(n,"default",{enumerable:!0,value:t})}):function(n,t){n.default=t}),QL=Un&&Un.__importStar||function(n){if(n&&n.__esModule)return n;var t={};if(n!=null)for(var e in n)e!=="default"&&Object.prototype.hasOwnProperty.call(n,e)&&JL(t,n,e);return KL(t,n),t};Object.defineProperty(Un,"__esModule",{value:!0});Un.Info=Un.Hierarchy=Un.Copc=Un.Constants=void 0;Un.Constants=QL(df());var tD=VM();Object.defineProperty(Un,"Copc",{enumerable:!0,get:function(){return tD.Copc}});var eD=Jm();Object.defineProperty(Un,"Hierarchy",{enumerable:!0,get:function(){return eD.Hierarchy}});var nD=Km();Object.defineProperty(Un,"Info",{enumerable:!0,get:function(){return nD.Info}})});var Qm=pe(Fn=>{"use strict";var WM=Fn&&Fn.__createBinding||(Object.create?(function(n,t,e,i){i===void 0&&(i=e);var r=Object.getOwnPropertyDescriptor(t,e);(!r||("get"in r?!t.__esModule:r.writable||r.configurable))&&(r={enumerable:!0,get:function(){return t[e]}}),Object.defineProperty(n,i,r)}):(function(n,t,e,i){i===void 0&&(i=e),n[i]=t[e]})),iD=Fn&&Fn.__setModuleDefault||(Object.create?(function(n,t){Object.defineProperty(n,"default",{enumerable:!0,value:t})}):function(n,t){n.default=t}),XM=Fn&&Fn.__importStar||function(n){if(n&&n.__esModule)return n;var t={};if(n!=null)for(var e in n)e!=="default"&&Object.prototype.hasOwnProperty.call(n,e)&&WM(t,n,e);return iD(t,n),t},qM=Fn&&Fn.__exportStar||function(n,t){for(var e in n)e!=="default"&&!Object.prototype.hasOwnProperty.call(t,e)&&WM(t,n,e)};Object.defineProperty(Fn,"__esModule",{value:!0});Fn.Las=Fn.Ept=void 0;Fn.Ept=XM(tM());qM(HM(),Fn);Fn.Las=XM($m());qM(Mi(),Fn)});var gi={LEFT:0,MIDDLE:1,RIGHT:2,ROTATE:0,DOLLY:1,PAN:2},Li={ROTATE:0,PAN:1,DOLLY_PAN:2,DOLLY_ROTATE:3},c0=0,Cd=1,h0=2;var Pd=1,u0=2,Zi=3,mr=0,zn=1,Di=2,ui=0,Gn=1,Rd=2,Id=3,Ld=4,f0=5,jr=100,d0=101,p0=102,m0=103,g0=104,_0=200,v0=201,y0=202,x0=203,Hc=204,Wc=205,M0=206,b0=207,S0=208,w0=209,E0=210,T0=211,A0=212,C0=213,P0=214,_h=0,vh=1,yh=2,Ls=3,xh=4,Mh=5,bh=6,Sh=7,Dd=0,R0=1,I0=2,Mr=0,wh=1,Eh=2,Th=3,Ah=4,Ch=5,Ph=6,Rh=7;var Od=300,zs=301,ks=302,Ih=303,Lh=304,ol=306,Xc=1e3,Zn=1001,qc=1002,Le=1003,L0=1004;var ll=1005;var cn=1006,Dh=1007;var es=1008;var Ke=1009,ka=1010,Va=1011,Oi=1012,$i=1013,Ni=1014,Qe=1015,_i=1016,Vs=1017,Hs=1018,br=1020,Nd=35902,Ud=35899,cl=1021,Fd=1022,Xe=1023,Zr=1026,ns=1027,hl=1028,Ha=1029,Wa=1030,Xa=1031;var qa=1033,ul=33776,fl=33777,dl=33778,pl=33779,Oh=35840,Nh=35841,Uh=35842,Fh=35843,Bh=36196,Gh=37492,zh=37496,kh=37808,Vh=37809,Hh=37810,Wh=37811,Xh=37812,qh=37813,Yh=37814,jh=37815,Zh=37816,$h=37817,Jh=37818,Kh=37819,Qh=37820,tu=37821,eu=36492,nu=36494,iu=36495,ru=36283,su=36284,au=36285,ou=36286;var qo=2300,Yc=2301,kc=2302,xd=2400,Md=2401,bd=2402;var D0=3200,O0=3201;var N0=0,U0=1,Ui="",Yn="srgb",Ds="srgb-linear",Yo="linear",ge="srgb";var Is=7680;var Sd=519,F0=512,B0=513,G0=514,Bd=515,z0=516,k0=517,V0=518,H0=519,wd=35044;var ml="300 es",Pi=2e3,jo=2001;var Pe=class{addEventListener(t,e){this._listeners===void 0&&(this._listeners={});let i=this._listeners;i[t]===void 0&&(i[t]=[]),i[t].indexOf(e)===-1&&i[t].push(e)}hasEventListener(t,e){let i=this._listeners;return i===void 0?!1:i[t]!==void 0&&i[t].indexOf(e)!==-1}removeEventListener(t,e){let i=this._listeners;if(i===void 0)return;let r=i[t];if(r!==void 0){let s=r.indexOf(e);s!==-1&&r.splice(s,1)}}dispatchEvent(t){let e=this._listeners;if(e===void 0)return;let i=e[t.type];if(i!==void 0){t.target=this;let r=i.slice(0);for(let s=0,a=r.length;s<a;s++)r[s].call(this,t);t.target=null}}},An=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"],Fg=1234567,Wo=Math.PI/180,Ia=180/Math.PI;function Ya(){let n=Math.random()*4294967295|0,t=Math.random()*4294967295|0,e=Math.random()*4294967295|0,i=Math.random()*4294967295|0;return(An[n&255]+An[n>>8&255]+An[n>>16&255]+An[n>>24&255]+"-"+An[t&255]+An[t>>8&255]+"-"+An[t>>16&15|64]+An[t>>24&255]+"-"+An[e&63|128]+An[e>>8&255]+"-"+An[e>>16&255]+An[e>>24&255]+An[i&255]+An[i>>8&255]+An[i>>16&255]+An[i>>24&255]).toLowerCase()}function ae(n,t,e){return Math.max(t,Math.min(e,n))}function Gd(n,t){return(n%t+t)%t}function Bb(n,t,e,i,r){return i+(n-t)*(r-i)/(e-t)}function Gb(n,t,e){return n!==t?(e-n)/(t-n):0}function Xo(n,t,e){return(1-e)*n+e*t}function zb(n,t,e,i){return Xo(n,t,1-Math.exp(-e*i))}function kb(n,t=1){return t-Math.abs(Gd(n,t*2)-t)}function Vb(n,t,e){return n<=t?0:n>=e?1:(n=(n-t)/(e-t),n*n*(3-2*n))}function Hb(n,t,e){return n<=t?0:n>=e?1:(n=(n-t)/(e-t),n*n*n*(n*(n*6-15)+10))}function Wb(n,t){return n+Math.floor(Math.random()*(t-n+1))}function Xb(n,t){return n+Math.random()*(t-n)}function qb(n){return n*(.5-Math.random())}function Yb(n){n!==void 0&&(Fg=n);let t=Fg+=1831565813;return t=Math.imul(t^t>>>15,t|1),t^=t+Math.imul(t^t>>>7,t|61),((t^t>>>14)>>>0)/4294967296}function jb(n){return n*Wo}function Zb(n){return n*Ia}function $b(n){return(n&n-1)===0&&n!==0}function Jb(n){return Math.pow(2,Math.ceil(Math.log(n)/Math.LN2))}function Kb(n){return Math.pow(2,Math.floor(Math.log(n)/Math.LN2))}function Qb(n,t,e,i,r){let s=Math.cos,a=Math.sin,o=s(e/2),l=a(e/2),c=s((t+i)/2),u=a((t+i)/2),h=s((t-i)/2),f=a((t-i)/2),p=s((i-t)/2),d=a((i-t)/2);switch(r){case"XYX":n.set(o*u,l*h,l*f,o*c);break;case"YZY":n.set(l*f,o*u,l*h,o*c);break;case"ZXZ":n.set(l*h,l*f,o*u,o*c);break;case"XZX":n.set(o*u,l*d,l*p,o*c);break;case"YXY":n.set(l*p,o*u,l*d,o*c);break;case"ZYZ":n.set(l*d,l*p,o*u,o*c);break;default:console.warn("THREE.MathUtils: .setQuaternionFromProperEuler() encountered an unknown order: "+r)}}function qi(n,t){switch(t.constructor){case Float32Array:return n;case Uint32Array:return n/4294967295;case Uint16Array:return n/65535;case Uint8Array:return n/255;case Int32Array:return Math.max(n/2147483647,-1);case Int16Array:return Math.max(n/32767,-1);case Int8Array:return Math.max(n/127,-1);default:throw new Error("Invalid component type.")}}function Ce(n,t){switch(t.constructor){case Float32Array:return n;case Uint32Array:return Math.round(n*4294967295);case Uint16Array:return Math.round(n*65535);case Uint8Array:return Math.round(n*255);case Int32Array:return Math.round(n*2147483647);case Int16Array:return Math.round(n*32767);case Int8Array:return Math.round(n*127);default:throw new Error("Invalid component type.")}}var oe={DEG2RAD:Wo,RAD2DEG:Ia,generateUUID:Ya,clamp:ae,euclideanModulo:Gd,mapLinear:Bb,inverseLerp:Gb,lerp:Xo,damp:zb,pingpong:kb,smoothstep:Vb,smootherstep:Hb,randInt:Wb,randFloat:Xb,randFloatSpread:qb,seededRandom:Yb,degToRad:jb,radToDeg:Zb,isPowerOfTwo:$b,ceilPowerOfTwo:Jb,floorPowerOfTwo:Kb,setQuaternionFromProperEuler:Qb,normalize:Ce,denormalize:qi},vt=class n{constructor(t=0,e=0){n.prototype.isVector2=!0,this.x=t,this.y=e}get width(){return this.x}set width(t){this.x=t}get height(){return this.y}set height(t){this.y=t}set(t,e){return this.x=t,this.y=e,this}setScalar(t){return this.x=t,this.y=t,this}setX(t){return this.x=t,this}setY(t){return this.y=t,this}setComponent(t,e){switch(t){case 0:this.x=e;break;case 1:this.y=e;break;default:throw new Error("index is out of range: "+t)}return this}getComponent(t){switch(t){case 0:return this.x;case 1:return this.y;default:throw new Error("index is out of range: "+t)}}clone(){return new this.constructor(this.x,this.y)}copy(t){return this.x=t.x,this.y=t.y,this}add(t){return this.x+=t.x,this.y+=t.y,this}addScalar(t){return this.x+=t,this.y+=t,this}addVectors(t,e){return this.x=t.x+e.x,this.y=t.y+e.y,this}addScaledVector(t,e){return this.x+=t.x*e,this.y+=t.y*e,this}sub(t){return this.x-=t.x,this.y-=t.y,this}subScalar(t){return this.x-=t,this.y-=t,this}subVectors(t,e){return this.x=t.x-e.x,this.y=t.y-e.y,this}multiply(t){return this.x*=t.x,this.y*=t.y,this}multiplyScalar(t){return this.x*=t,this.y*=t,this}divide(t){return this.x/=t.x,this.y/=t.y,this}divideScalar(t){return this.multiplyScalar(1/t)}applyMatrix3(t){let e=this.x,i=this.y,r=t.elements;return this.x=r[0]*e+r[3]*i+r[6],this.y=r[1]*e+r[4]*i+r[7],this}min(t){return this.x=Math.min(this.x,t.x),this.y=Math.min(this.y,t.y),this}max(t){return this.x=Math.max(this.x,t.x),this.y=Math.max(this.y,t.y),this}clamp(t,e){return this.x=ae(this.x,t.x,e.x),this.y=ae(this.y,t.y,e.y),this}clampScalar(t,e){return this.x=ae(this.x,t,e),this.y=ae(this.y,t,e),this}clampLength(t,e){let i=this.length();return this.divideScalar(i||1).multiplyScalar(ae(i,t,e))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(t){return this.x*t.x+this.y*t.y}cross(t){return this.x*t.y-this.y*t.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(t){let e=Math.sqrt(this.lengthSq()*t.lengthSq());if(e===0)return Math.PI/2;let i=this.dot(t)/e;return Math.acos(ae(i,-1,1))}distanceTo(t){return Math.sqrt(this.distanceToSquared(t))}distanceToSquared(t){let e=this.x-t.x,i=this.y-t.y;return e*e+i*i}manhattanDistanceTo(t){return Math.abs(this.x-t.x)+Math.abs(this.y-t.y)}setLength(t){return this.normalize().multiplyScalar(t)}lerp(t,e){return this.x+=(t.x-this.x)*e,this.y+=(t.y-this.y)*e,this}lerpVectors(t,e,i){return this.x=t.x+(e.x-t.x)*i,this.y=t.y+(e.y-t.y)*i,this}equals(t){return t.x===this.x&&t.y===this.y}fromArray(t,e=0){return this.x=t[e],this.y=t[e+1],this}toArray(t=[],e=0){return t[e]=this.x,t[e+1]=this.y,t}fromBufferAttribute(t,e){return this.x=t.getX(e),this.y=t.getY(e),this}rotateAround(t,e){let i=Math.cos(e),r=Math.sin(e),s=this.x-t.x,a=this.y-t.y;return this.x=s*i-a*r+t.x,this.y=s*r+a*i+t.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},mi=class{constructor(t=0,e=0,i=0,r=1){this.isQuaternion=!0,this._x=t,this._y=e,this._z=i,this._w=r}static slerpFlat(t,e,i,r,s,a,o){let l=i[r+0],c=i[r+1],u=i[r+2],h=i[r+3],f=s[a+0],p=s[a+1],d=s[a+2],_=s[a+3];if(o===0){t[e+0]=l,t[e+1]=c,t[e+2]=u,t[e+3]=h;return}if(o===1){t[e+0]=f,t[e+1]=p,t[e+2]=d,t[e+3]=_;return}if(h!==_||l!==f||c!==p||u!==d){let g=1-o,m=l*f+c*p+u*d+h*_,w=m>=0?1:-1,A=1-m*m;if(A>Number.EPSILON){let P=Math.sqrt(A),I=Math.atan2(P,m*w);g=Math.sin(g*I)/P,o=Math.sin(o*I)/P}let b=o*w;if(l=l*g+f*b,c=c*g+p*b,u=u*g+d*b,h=h*g+_*b,g===1-o){let P=1/Math.sqrt(l*l+c*c+u*u+h*h);l*=P,c*=P,u*=P,h*=P}}t[e]=l,t[e+1]=c,t[e+2]=u,t[e+3]=h}static multiplyQuaternionsFlat(t,e,i,r,s,a){let o=i[r],l=i[r+1],c=i[r+2],u=i[r+3],h=s[a],f=s[a+1],p=s[a+2],d=s[a+3];return t[e]=o*d+u*h+l*p-c*f,t[e+1]=l*d+u*f+c*h-o*p,t[e+2]=c*d+u*p+o*f-l*h,t[e+3]=u*d-o*h-l*f-c*p,t}get x(){return this._x}set x(t){this._x=t,this._onChangeCallback()}get y(){return this._y}set y(t){this._y=t,this._onChangeCallback()}get z(){return this._z}set z(t){this._z=t,this._onChangeCallback()}get w(){return this._w}set w(t){this._w=t,this._onChangeCallback()}set(t,e,i,r){return this._x=t,this._y=e,this._z=i,this._w=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(t){return this._x=t.x,this._y=t.y,this._z=t.z,this._w=t.w,this._onChangeCallback(),this}setFromEuler(t,e=!0){let i=t._x,r=t._y,s=t._z,a=t._order,o=Math.cos,l=Math.sin,c=o(i/2),u=o(r/2),h=o(s/2),f=l(i/2),p=l(r/2),d=l(s/2);switch(a){case"XYZ":this._x=f*u*h+c*p*d,this._y=c*p*h-f*u*d,this._z=c*u*d+f*p*h,this._w=c*u*h-f*p*d;break;case"YXZ":this._x=f*u*h+c*p*d,this._y=c*p*h-f*u*d,this._z=c*u*d-f*p*h,this._w=c*u*h+f*p*d;break;case"ZXY":this._x=f*u*h-c*p*d,this._y=c*p*h+f*u*d,this._z=c*u*d+f*p*h,this._w=c*u*h-f*p*d;break;case"ZYX":this._x=f*u*h-c*p*d,this._y=c*p*h+f*u*d,this._z=c*u*d-f*p*h,this._w=c*u*h+f*p*d;break;case"YZX":this._x=f*u*h+c*p*d,this._y=c*p*h+f*u*d,this._z=c*u*d-f*p*h,this._w=c*u*h-f*p*d;break;case"XZY":this._x=f*u*h-c*p*d,this._y=c*p*h-f*u*d,this._z=c*u*d+f*p*h,this._w=c*u*h+f*p*d;break;default:console.warn("THREE.Quaternion: .setFromEuler() encountered an unknown order: "+a)}return e===!0&&this._onChangeCallback(),this}setFromAxisAngle(t,e){let i=e/2,r=Math.sin(i);return this._x=t.x*r,this._y=t.y*r,this._z=t.z*r,this._w=Math.cos(i),this._onChangeCallback(),this}setFromRotationMatrix(t){let e=t.elements,i=e[0],r=e[4],s=e[8],a=e[1],o=e[5],l=e[9],c=e[2],u=e[6],h=e[10],f=i+o+h;if(f>0){let p=.5/Math.sqrt(f+1);this._w=.25/p,this._x=(u-l)*p,this._y=(s-c)*p,this._z=(a-r)*p}else if(i>o&&i>h){let p=2*Math.sqrt(1+i-o-h);this._w=(u-l)/p,this._x=.25*p,this._y=(r+a)/p,this._z=(s+c)/p}else if(o>h){let p=2*Math.sqrt(1+o-i-h);this._w=(s-c)/p,this._x=(r+a)/p,this._y=.25*p,this._z=(l+u)/p}else{let p=2*Math.sqrt(1+h-i-o);this._w=(a-r)/p,this._x=(s+c)/p,this._y=(l+u)/p,this._z=.25*p}return this._onChangeCallback(),this}setFromUnitVectors(t,e){let i=t.dot(e)+1;return i<1e-8?(i=0,Math.abs(t.x)>Math.abs(t.z)?(this._x=-t.y,this._y=t.x,this._z=0,this._w=i):(this._x=0,this._y=-t.z,this._z=t.y,this._w=i)):(this._x=t.y*e.z-t.z*e.y,this._y=t.z*e.x-t.x*e.z,this._z=t.x*e.y-t.y*e.x,this._w=i),this.normalize()}angleTo(t){return 2*Math.acos(Math.abs(ae(this.dot(t),-1,1)))}rotateTowards(t,e){let i=this.angleTo(t);if(i===0)return this;let r=Math.min(1,e/i);return this.slerp(t,r),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(t){return this._x*t._x+this._y*t._y+this._z*t._z+this._w*t._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let t=this.length();return t===0?(this._x=0,this._y=0,this._z=0,this._w=1):(t=1/t,this._x=this._x*t,this._y=this._y*t,this._z=this._z*t,this._w=this._w*t),this._onChangeCallback(),this}multiply(t){return this.multiplyQuaternions(this,t)}premultiply(t){return this.multiplyQuaternions(t,this)}multiplyQuaternions(t,e){let i=t._x,r=t._y,s=t._z,a=t._w,o=e._x,l=e._y,c=e._z,u=e._w;return this._x=i*u+a*o+r*c-s*l,this._y=r*u+a*l+s*o-i*c,this._z=s*u+a*c+i*l-r*o,this._w=a*u-i*o-r*l-s*c,this._onChangeCallback(),this}slerp(t,e){if(e===0)return this;if(e===1)return this.copy(t);let i=this._x,r=this._y,s=this._z,a=this._w,o=a*t._w+i*t._x+r*t._y+s*t._z;if(o<0?(this._w=-t._w,this._x=-t._x,this._y=-t._y,this._z=-t._z,o=-o):this.copy(t),o>=1)return this._w=a,this._x=i,this._y=r,this._z=s,this;let l=1-o*o;if(l<=Number.EPSILON){let p=1-e;return this._w=p*a+e*this._w,this._x=p*i+e*this._x,this._y=p*r+e*this._y,this._z=p*s+e*this._z,this.normalize(),this}let c=Math.sqrt(l),u=Math.atan2(c,o),h=Math.sin((1-e)*u)/c,f=Math.sin(e*u)/c;return this._w=a*h+this._w*f,this._x=i*h+this._x*f,this._y=r*h+this._y*f,this._z=s*h+this._z*f,this._onChangeCallback(),this}slerpQuaternions(t,e,i){return this.copy(t).slerp(e,i)}random(){let t=2*Math.PI*Math.random(),e=2*Math.PI*Math.random(),i=Math.random(),r=Math.sqrt(1-i),s=Math.sqrt(i);return this.set(r*Math.sin(t),r*Math.cos(t),s*Math.sin(e),s*Math.cos(e))}equals(t){return t._x===this._x&&t._y===this._y&&t._z===this._z&&t._w===this._w}fromArray(t,e=0){return this._x=t[e],this._y=t[e+1],this._z=t[e+2],this._w=t[e+3],this._onChangeCallback(),this}toArray(t=[],e=0){return t[e]=this._x,t[e+1]=this._y,t[e+2]=this._z,t[e+3]=this._w,t}fromBufferAttribute(t,e){return this._x=t.getX(e),this._y=t.getY(e),this._z=t.getZ(e),this._w=t.getW(e),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(t){return this._onChangeCallback=t,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},O=class n{constructor(t=0,e=0,i=0){n.prototype.isVector3=!0,this.x=t,this.y=e,this.z=i}set(t,e,i){return i===void 0&&(i=this.z),this.x=t,this.y=e,this.z=i,this}setScalar(t){return this.x=t,this.y=t,this.z=t,this}setX(t){return this.x=t,this}setY(t){return this.y=t,this}setZ(t){return this.z=t,this}setComponent(t,e){switch(t){case 0:this.x=e;break;case 1:this.y=e;break;case 2:this.z=e;break;default:throw new Error("index is out of range: "+t)}return this}getComponent(t){switch(t){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("index is out of range: "+t)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(t){return this.x=t.x,this.y=t.y,this.z=t.z,this}add(t){return this.x+=t.x,this.y+=t.y,this.z+=t.z,this}addScalar(t){return this.x+=t,this.y+=t,this.z+=t,this}addVectors(t,e){return this.x=t.x+e.x,this.y=t.y+e.y,this.z=t.z+e.z,this}addScaledVector(t,e){return this.x+=t.x*e,this.y+=t.y*e,this.z+=t.z*e,this}sub(t){return this.x-=t.x,this.y-=t.y,this.z-=t.z,this}subScalar(t){return this.x-=t,this.y-=t,this.z-=t,this}subVectors(t,e){return this.x=t.x-e.x,this.y=t.y-e.y,this.z=t.z-e.z,this}multiply(t){return this.x*=t.x,this.y*=t.y,this.z*=t.z,this}multiplyScalar(t){return this.x*=t,this.y*=t,this.z*=t,this}multiplyVectors(t,e){return this.x=t.x*e.x,this.y=t.y*e.y,this.z=t.z*e.z,this}applyEuler(t){return this.applyQuaternion(Bg.setFromEuler(t))}applyAxisAngle(t,e){return this.applyQuaternion(Bg.setFromAxisAngle(t,e))}applyMatrix3(t){let e=this.x,i=this.y,r=this.z,s=t.elements;return this.x=s[0]*e+s[3]*i+s[6]*r,this.y=s[1]*e+s[4]*i+s[7]*r,this.z=s[2]*e+s[5]*i+s[8]*r,this}applyNormalMatrix(t){return this.applyMatrix3(t).normalize()}applyMatrix4(t){let e=this.x,i=this.y,r=this.z,s=t.elements,a=1/(s[3]*e+s[7]*i+s[11]*r+s[15]);return this.x=(s[0]*e+s[4]*i+s[8]*r+s[12])*a,this.y=(s[1]*e+s[5]*i+s[9]*r+s[13])*a,this.z=(s[2]*e+s[6]*i+s[10]*r+s[14])*a,this}applyQuaternion(t){let e=this.x,i=this.y,r=this.z,s=t.x,a=t.y,o=t.z,l=t.w,c=2*(a*r-o*i),u=2*(o*e-s*r),h=2*(s*i-a*e);return this.x=e+l*c+a*h-o*u,this.y=i+l*u+o*c-s*h,this.z=r+l*h+s*u-a*c,this}project(t){return this.applyMatrix4(t.matrixWorldInverse).applyMatrix4(t.projectionMatrix)}unproject(t){return this.applyMatrix4(t.projectionMatrixInverse).applyMatrix4(t.matrixWorld)}transformDirection(t){let e=this.x,i=this.y,r=this.z,s=t.elements;return this.x=s[0]*e+s[4]*i+s[8]*r,this.y=s[1]*e+s[5]*i+s[9]*r,this.z=s[2]*e+s[6]*i+s[10]*r,this.normalize()}divide(t){return this.x/=t.x,this.y/=t.y,this.z/=t.z,this}divideScalar(t){return this.multiplyScalar(1/t)}min(t){return this.x=Math.min(this.x,t.x),this.y=Math.min(this.y,t.y),this.z=Math.min(this.z,t.z),this}max(t){return this.x=Math.max(this.x,t.x),this.y=Math.max(this.y,t.y),this.z=Math.max(this.z,t.z),this}clamp(t,e){return this.x=ae(this.x,t.x,e.x),this.y=ae(this.y,t.y,e.y),this.z=ae(this.z,t.z,e.z),this}clampScalar(t,e){return this.x=ae(this.x,t,e),this.y=ae(this.y,t,e),this.z=ae(this.z,t,e),this}clampLength(t,e){let i=this.length();return this.divideScalar(i||1).multiplyScalar(ae(i,t,e))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(t){return this.x*t.x+this.y*t.y+this.z*t.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(t){return this.normalize().multiplyScalar(t)}lerp(t,e){return this.x+=(t.x-this.x)*e,this.y+=(t.y-this.y)*e,this.z+=(t.z-this.z)*e,this}lerpVectors(t,e,i){return this.x=t.x+(e.x-t.x)*i,this.y=t.y+(e.y-t.y)*i,this.z=t.z+(e.z-t.z)*i,this}cross(t){return this.crossVectors(this,t)}crossVectors(t,e){let i=t.x,r=t.y,s=t.z,a=e.x,o=e.y,l=e.z;return this.x=r*l-s*o,this.y=s*a-i*l,this.z=i*o-r*a,this}projectOnVector(t){let e=t.lengthSq();if(e===0)return this.set(0,0,0);let i=t.dot(this)/e;return this.copy(t).multiplyScalar(i)}projectOnPlane(t){return Kf.copy(this).projectOnVector(t),this.sub(Kf)}reflect(t){return this.sub(Kf.copy(t).multiplyScalar(2*this.dot(t)))}angleTo(t){let e=Math.sqrt(this.lengthSq()*t.lengthSq());if(e===0)return Math.PI/2;let i=this.dot(t)/e;return Math.acos(ae(i,-1,1))}distanceTo(t){return Math.sqrt(this.distanceToSquared(t))}distanceToSquared(t){let e=this.x-t.x,i=this.y-t.y,r=this.z-t.z;return e*e+i*i+r*r}manhattanDistanceTo(t){return Math.abs(this.x-t.x)+Math.abs(this.y-t.y)+Math.abs(this.z-t.z)}setFromSpherical(t){return this.setFromSphericalCoords(t.radius,t.phi,t.theta)}setFromSphericalCoords(t,e,i){let r=Math.sin(e)*t;return this.x=r*Math.sin(i),this.y=Math.cos(e)*t,this.z=r*Math.cos(i),this}setFromCylindrical(t){return this.setFromCylindricalCoords(t.radius,t.theta,t.y)}setFromCylindricalCoords(t,e,i){return this.x=t*Math.sin(e),this.y=i,this.z=t*Math.cos(e),this}setFromMatrixPosition(t){let e=t.elements;return this.x=e[12],this.y=e[13],this.z=e[14],this}setFromMatrixScale(t){let e=this.setFromMatrixColumn(t,0).length(),i=this.setFromMatrixColumn(t,1).length(),r=this.setFromMatrixColumn(t,2).length();return this.x=e,this.y=i,this.z=r,this}setFromMatrixColumn(t,e){return this.fromArray(t.elements,e*4)}setFromMatrix3Column(t,e){return this.fromArray(t.elements,e*3)}setFromEuler(t){return this.x=t._x,this.y=t._y,this.z=t._z,this}setFromColor(t){return this.x=t.r,this.y=t.g,this.z=t.b,this}equals(t){return t.x===this.x&&t.y===this.y&&t.z===this.z}fromArray(t,e=0){return this.x=t[e],this.y=t[e+1],this.z=t[e+2],this}toArray(t=[],e=0){return t[e]=this.x,t[e+1]=this.y,t[e+2]=this.z,t}fromBufferAttribute(t,e){return this.x=t.getX(e),this.y=t.getY(e),this.z=t.getZ(e),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let t=Math.random()*Math.PI*2,e=Math.random()*2-1,i=Math.sqrt(1-e*e);return this.x=i*Math.cos(t),this.y=e,this.z=i*Math.sin(t),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},Kf=new O,Bg=new mi,ee=class n{constructor(t,e,i,r,s,a,o,l,c){n.prototype.isMatrix3=!0,this.elements=[1,0,0,0,1,0,0,0,1],t!==void 0&&this.set(t,e,i,r,s,a,o,l,c)}set(t,e,i,r,s,a,o,l,c){let u=this.elements;return u[0]=t,u[1]=r,u[2]=o,u[3]=e,u[4]=s,u[5]=l,u[6]=i,u[7]=a,u[8]=c,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(t){let e=this.elements,i=t.elements;return e[0]=i[0],e[1]=i[1],e[2]=i[2],e[3]=i[3],e[4]=i[4],e[5]=i[5],e[6]=i[6],e[7]=i[7],e[8]=i[8],this}extractBasis(t,e,i){return t.setFromMatrix3Column(this,0),e.setFromMatrix3Column(this,1),i.setFromMatrix3Column(this,2),this}setFromMatrix4(t){let e=t.elements;return this.set(e[0],e[4],e[8],e[1],e[5],e[9],e[2],e[6],e[10]),this}multiply(t){return this.multiplyMatrices(this,t)}premultiply(t){return this.multiplyMatrices(t,this)}multiplyMatrices(t,e){let i=t.elements,r=e.elements,s=this.elements,a=i[0],o=i[3],l=i[6],c=i[1],u=i[4],h=i[7],f=i[2],p=i[5],d=i[8],_=r[0],g=r[3],m=r[6],w=r[1],A=r[4],b=r[7],P=r[2],I=r[5],D=r[8];return s[0]=a*_+o*w+l*P,s[3]=a*g+o*A+l*I,s[6]=a*m+o*b+l*D,s[1]=c*_+u*w+h*P,s[4]=c*g+u*A+h*I,s[7]=c*m+u*b+h*D,s[2]=f*_+p*w+d*P,s[5]=f*g+p*A+d*I,s[8]=f*m+p*b+d*D,this}multiplyScalar(t){let e=this.elements;return e[0]*=t,e[3]*=t,e[6]*=t,e[1]*=t,e[4]*=t,e[7]*=t,e[2]*=t,e[5]*=t,e[8]*=t,this}determinant(){let t=this.elements,e=t[0],i=t[1],r=t[2],s=t[3],a=t[4],o=t[5],l=t[6],c=t[7],u=t[8];return e*a*u-e*o*c-i*s*u+i*o*l+r*s*c-r*a*l}invert(){let t=this.elements,e=t[0],i=t[1],r=t[2],s=t[3],a=t[4],o=t[5],l=t[6],c=t[7],u=t[8],h=u*a-o*c,f=o*l-u*s,p=c*s-a*l,d=e*h+i*f+r*p;if(d===0)return this.set(0,0,0,0,0,0,0,0,0);let _=1/d;return t[0]=h*_,t[1]=(r*c-u*i)*_,t[2]=(o*i-r*a)*_,t[3]=f*_,t[4]=(u*e-r*l)*_,t[5]=(r*s-o*e)*_,t[6]=p*_,t[7]=(i*l-c*e)*_,t[8]=(a*e-i*s)*_,this}transpose(){let t,e=this.elements;return t=e[1],e[1]=e[3],e[3]=t,t=e[2],e[2]=e[6],e[6]=t,t=e[5],e[5]=e[7],e[7]=t,this}getNormalMatrix(t){return this.setFromMatrix4(t).invert().transpose()}transposeIntoArray(t){let e=this.elements;return t[0]=e[0],t[1]=e[3],t[2]=e[6],t[3]=e[1],t[4]=e[4],t[5]=e[7],t[6]=e[2],t[7]=e[5],t[8]=e[8],this}setUvTransform(t,e,i,r,s,a,o){let l=Math.cos(s),c=Math.sin(s);return this.set(i*l,i*c,-i*(l*a+c*o)+a+t,-r*c,r*l,-r*(-c*a+l*o)+o+e,0,0,1),this}scale(t,e){return this.premultiply(Qf.makeScale(t,e)),this}rotate(t){return this.premultiply(Qf.makeRotation(-t)),this}translate(t,e){return this.premultiply(Qf.makeTranslation(t,e)),this}makeTranslation(t,e){return t.isVector2?this.set(1,0,t.x,0,1,t.y,0,0,1):this.set(1,0,t,0,1,e,0,0,1),this}makeRotation(t){let e=Math.cos(t),i=Math.sin(t);return this.set(e,-i,0,i,e,0,0,0,1),this}makeScale(t,e){return this.set(t,0,0,0,e,0,0,0,1),this}equals(t){let e=this.elements,i=t.elements;for(let r=0;r<9;r++)if(e[r]!==i[r])return!1;return!0}fromArray(t,e=0){for(let i=0;i<9;i++)this.elements[i]=t[i+e];return this}toArray(t=[],e=0){let i=this.elements;return t[e]=i[0],t[e+1]=i[1],t[e+2]=i[2],t[e+3]=i[3],t[e+4]=i[4],t[e+5]=i[5],t[e+6]=i[6],t[e+7]=i[7],t[e+8]=i[8],t}clone(){return new this.constructor().fromArray(this.elements)}},Qf=new ee;function zd(n){for(let t=n.length-1;t>=0;--t)if(n[t]>=65535)return!0;return!1}function La(n){return document.createElementNS("http://www.w3.org/1999/xhtml",n)}function W0(){let n=La("canvas");return n.style.display="block",n}var Gg={};function Da(n){n in Gg||(Gg[n]=!0,console.warn(n))}function X0(n,t,e){return new Promise(function(i,r){function s(){switch(n.clientWaitSync(t,n.SYNC_FLUSH_COMMANDS_BIT,0)){case n.WAIT_FAILED:r();break;case n.TIMEOUT_EXPIRED:setTimeout(s,e);break;default:i()}}setTimeout(s,e)})}var zg=new ee().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),kg=new ee().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function tS(){let n={enabled:!0,workingColorSpace:Ds,spaces:{},convert:function(r,s,a){return this.enabled===!1||s===a||!s||!a||(this.spaces[s].transfer===ge&&(r.r=pr(r.r),r.g=pr(r.g),r.b=pr(r.b)),this.spaces[s].primaries!==this.spaces[a].primaries&&(r.applyMatrix3(this.spaces[s].toXYZ),r.applyMatrix3(this.spaces[a].fromXYZ)),this.spaces[a].transfer===ge&&(r.r=Ra(r.r),r.g=Ra(r.g),r.b=Ra(r.b))),r},workingToColorSpace:function(r,s){return this.convert(r,this.workingColorSpace,s)},colorSpaceToWorking:function(r,s){return this.convert(r,s,this.workingColorSpace)},getPrimaries:function(r){return this.spaces[r].primaries},getTransfer:function(r){return r===Ui?Yo:this.spaces[r].transfer},getToneMappingMode:function(r){return this.spaces[r].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(r,s=this.workingColorSpace){return r.fromArray(this.spaces[s].luminanceCoefficients)},define:function(r){Object.assign(this.spaces,r)},_getMatrix:function(r,s,a){return r.copy(this.spaces[s].toXYZ).multiply(this.spaces[a].fromXYZ)},_getDrawingBufferColorSpace:function(r){return this.spaces[r].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(r=this.workingColorSpace){return this.spaces[r].workingColorSpaceConfig.unpackColorSpace},fromWorkingColorSpace:function(r,s){return Da("THREE.ColorManagement: .fromWorkingColorSpace() has been renamed to .workingToColorSpace()."),n.workingToColorSpace(r,s)},toWorkingColorSpace:function(r,s){return Da("THREE.ColorManagement: .toWorkingColorSpace() has been renamed to .colorSpaceToWorking()."),n.colorSpaceToWorking(r,s)}},t=[.64,.33,.3,.6,.15,.06],e=[.2126,.7152,.0722],i=[.3127,.329];return n.define({[Ds]:{primaries:t,whitePoint:i,transfer:Yo,toXYZ:zg,fromXYZ:kg,luminanceCoefficients:e,workingColorSpaceConfig:{unpackColorSpace:Yn},outputColorSpaceConfig:{drawingBufferColorSpace:Yn}},[Yn]:{primaries:t,whitePoint:i,transfer:ge,toXYZ:zg,fromXYZ:kg,luminanceCoefficients:e,outputColorSpaceConfig:{drawingBufferColorSpace:Yn}}}),n}var ue=tS();function pr(n){return n<.04045?n*.0773993808:Math.pow(n*.9478672986+.0521327014,2.4)}function Ra(n){return n<.0031308?n*12.92:1.055*Math.pow(n,.41666)-.055}var _a,jc=class{static getDataURL(t,e="image/png"){if(/^data:/i.test(t.src)||typeof HTMLCanvasElement>"u")return t.src;let i;if(t instanceof HTMLCanvasElement)i=t;else{_a===void 0&&(_a=La("canvas")),_a.width=t.width,_a.height=t.height;let r=_a.getContext("2d");t instanceof ImageData?r.putImageData(t,0,0):r.drawImage(t,0,0,t.width,t.height),i=_a}return i.toDataURL(e)}static sRGBToLinear(t){if(typeof HTMLImageElement<"u"&&t instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&t instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&t instanceof ImageBitmap){let e=La("canvas");e.width=t.width,e.height=t.height;let i=e.getContext("2d");i.drawImage(t,0,0,t.width,t.height);let r=i.getImageData(0,0,t.width,t.height),s=r.data;for(let a=0;a<s.length;a++)s[a]=pr(s[a]/255)*255;return i.putImageData(r,0,0),e}else if(t.data){let e=t.data.slice(0);for(let i=0;i<e.length;i++)e instanceof Uint8Array||e instanceof Uint8ClampedArray?e[i]=Math.floor(pr(e[i]/255)*255):e[i]=pr(e[i]);return{data:e,width:t.width,height:t.height}}else return console.warn("THREE.ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),t}},eS=0,Oa=class{constructor(t=null){this.isSource=!0,Object.defineProperty(this,"id",{value:eS++}),this.uuid=Ya(),this.data=t,this.dataReady=!0,this.version=0}getSize(t){let e=this.data;return typeof HTMLVideoElement<"u"&&e instanceof HTMLVideoElement?t.set(e.videoWidth,e.videoHeight,0):e instanceof VideoFrame?t.set(e.displayHeight,e.displayWidth,0):e!==null?t.set(e.width,e.height,e.depth||0):t.set(0,0,0),t}set needsUpdate(t){t===!0&&this.version++}toJSON(t){let e=t===void 0||typeof t=="string";if(!e&&t.images[this.uuid]!==void 0)return t.images[this.uuid];let i={uuid:this.uuid,url:""},r=this.data;if(r!==null){let s;if(Array.isArray(r)){s=[];for(let a=0,o=r.length;a<o;a++)r[a].isDataTexture?s.push(td(r[a].image)):s.push(td(r[a]))}else s=td(r);i.url=s}return e||(t.images[this.uuid]=i),i}};function td(n){return typeof HTMLImageElement<"u"&&n instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&n instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&n instanceof ImageBitmap?jc.getDataURL(n):n.data?{data:Array.from(n.data),width:n.width,height:n.height,type:n.data.constructor.name}:(console.warn("THREE.Texture: Unable to serialize Texture."),{})}var nS=0,ed=new O,hn=class n extends Pe{constructor(t=n.DEFAULT_IMAGE,e=n.DEFAULT_MAPPING,i=Zn,r=Zn,s=cn,a=es,o=Xe,l=Ke,c=n.DEFAULT_ANISOTROPY,u=Ui){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:nS++}),this.uuid=Ya(),this.name="",this.source=new Oa(t),this.mipmaps=[],this.mapping=e,this.channel=0,this.wrapS=i,this.wrapT=r,this.magFilter=s,this.minFilter=a,this.anisotropy=c,this.format=o,this.internalFormat=null,this.type=l,this.offset=new vt(0,0),this.repeat=new vt(1,1),this.center=new vt(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new ee,this.generateMipmaps=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=u,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(t&&t.depth&&t.depth>1),this.pmremVersion=0}get width(){return this.source.getSize(ed).x}get height(){return this.source.getSize(ed).y}get depth(){return this.source.getSize(ed).z}get image(){return this.source.data}set image(t=null){this.source.data=t}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(t,e){this.updateRanges.push({start:t,count:e})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(t){return this.name=t.name,this.source=t.source,this.mipmaps=t.mipmaps.slice(0),this.mapping=t.mapping,this.channel=t.channel,this.wrapS=t.wrapS,this.wrapT=t.wrapT,this.magFilter=t.magFilter,this.minFilter=t.minFilter,this.anisotropy=t.anisotropy,this.format=t.format,this.internalFormat=t.internalFormat,this.type=t.type,this.offset.copy(t.offset),this.repeat.copy(t.repeat),this.center.copy(t.center),this.rotation=t.rotation,this.matrixAutoUpdate=t.matrixAutoUpdate,this.matrix.copy(t.matrix),this.generateMipmaps=t.generateMipmaps,this.premultiplyAlpha=t.premultiplyAlpha,this.flipY=t.flipY,this.unpackAlignment=t.unpackAlignment,this.colorSpace=t.colorSpace,this.renderTarget=t.renderTarget,this.isRenderTargetTexture=t.isRenderTargetTexture,this.isArrayTexture=t.isArrayTexture,this.userData=JSON.parse(JSON.stringify(t.userData)),this.needsUpdate=!0,this}setValues(t){for(let e in t){let i=t[e];if(i===void 0){console.warn(`THREE.Texture.setValues(): parameter '${e}' has value of undefined.`);continue}let r=this[e];if(r===void 0){console.warn(`THREE.Texture.setValues(): property '${e}' does not exist.`);continue}r&&i&&r.isVector2&&i.isVector2||r&&i&&r.isVector3&&i.isVector3||r&&i&&r.isMatrix3&&i.isMatrix3?r.copy(i):this[e]=i}}toJSON(t){let e=t===void 0||typeof t=="string";if(!e&&t.textures[this.uuid]!==void 0)return t.textures[this.uuid];let i={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(t).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(i.userData=this.userData),e||(t.textures[this.uuid]=i),i}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(t){if(this.mapping!==Od)return t;if(t.applyMatrix3(this.matrix),t.x<0||t.x>1)switch(this.wrapS){case Xc:t.x=t.x-Math.floor(t.x);break;case Zn:t.x=t.x<0?0:1;break;case qc:Math.abs(Math.floor(t.x)%2)===1?t.x=Math.ceil(t.x)-t.x:t.x=t.x-Math.floor(t.x);break}if(t.y<0||t.y>1)switch(this.wrapT){case Xc:t.y=t.y-Math.floor(t.y);break;case Zn:t.y=t.y<0?0:1;break;case qc:Math.abs(Math.floor(t.y)%2)===1?t.y=Math.ceil(t.y)-t.y:t.y=t.y-Math.floor(t.y);break}return this.flipY&&(t.y=1-t.y),t}set needsUpdate(t){t===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(t){t===!0&&this.pmremVersion++}};hn.DEFAULT_IMAGE=null;hn.DEFAULT_MAPPING=Od;hn.DEFAULT_ANISOTROPY=1;var _e=class n{constructor(t=0,e=0,i=0,r=1){n.prototype.isVector4=!0,this.x=t,this.y=e,this.z=i,this.w=r}get width(){return this.z}set width(t){this.z=t}get height(){return this.w}set height(t){this.w=t}set(t,e,i,r){return this.x=t,this.y=e,this.z=i,this.w=r,this}setScalar(t){return this.x=t,this.y=t,this.z=t,this.w=t,this}setX(t){return this.x=t,this}setY(t){return this.y=t,this}setZ(t){return this.z=t,this}setW(t){return this.w=t,this}setComponent(t,e){switch(t){case 0:this.x=e;break;case 1:this.y=e;break;case 2:this.z=e;break;case 3:this.w=e;break;default:throw new Error("index is out of range: "+t)}return this}getComponent(t){switch(t){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("index is out of range: "+t)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(t){return this.x=t.x,this.y=t.y,this.z=t.z,this.w=t.w!==void 0?t.w:1,this}add(t){return this.x+=t.x,this.y+=t.y,this.z+=t.z,this.w+=t.w,this}addScalar(t){return this.x+=t,this.y+=t,this.z+=t,this.w+=t,this}addVectors(t,e){return this.x=t.x+e.x,this.y=t.y+e.y,this.z=t.z+e.z,this.w=t.w+e.w,this}addScaledVector(t,e){return this.x+=t.x*e,this.y+=t.y*e,this.z+=t.z*e,this.w+=t.w*e,this}sub(t){return this.x-=t.x,this.y-=t.y,this.z-=t.z,this.w-=t.w,this}subScalar(t){return this.x-=t,this.y-=t,this.z-=t,this.w-=t,this}subVectors(t,e){return this.x=t.x-e.x,this.y=t.y-e.y,this.z=t.z-e.z,this.w=t.w-e.w,this}multiply(t){return this.x*=t.x,this.y*=t.y,this.z*=t.z,this.w*=t.w,this}multiplyScalar(t){return this.x*=t,this.y*=t,this.z*=t,this.w*=t,this}applyMatrix4(t){let e=this.x,i=this.y,r=this.z,s=this.w,a=t.elements;return this.x=a[0]*e+a[4]*i+a[8]*r+a[12]*s,this.y=a[1]*e+a[5]*i+a[9]*r+a[13]*s,this.z=a[2]*e+a[6]*i+a[10]*r+a[14]*s,this.w=a[3]*e+a[7]*i+a[11]*r+a[15]*s,this}divide(t){return this.x/=t.x,this.y/=t.y,this.z/=t.z,this.w/=t.w,this}divideScalar(t){return this.multiplyScalar(1/t)}setAxisAngleFromQuaternion(t){this.w=2*Math.acos(t.w);let e=Math.sqrt(1-t.w*t.w);return e<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=t.x/e,this.y=t.y/e,this.z=t.z/e),this}setAxisAngleFromRotationMatrix(t){let e,i,r,s,l=t.elements,c=l[0],u=l[4],h=l[8],f=l[1],p=l[5],d=l[9],_=l[2],g=l[6],m=l[10];if(Math.abs(u-f)<.01&&Math.abs(h-_)<.01&&Math.abs(d-g)<.01){if(Math.abs(u+f)<.1&&Math.abs(h+_)<.1&&Math.abs(d+g)<.1&&Math.abs(c+p+m-3)<.1)return this.set(1,0,0,0),this;e=Math.PI;let A=(c+1)/2,b=(p+1)/2,P=(m+1)/2,I=(u+f)/4,D=(h+_)/4,B=(d+g)/4;return A>b&&A>P?A<.01?(i=0,r=.707106781,s=.707106781):(i=Math.sqrt(A),r=I/i,s=D/i):b>P?b<.01?(i=.707106781,r=0,s=.707106781):(r=Math.sqrt(b),i=I/r,s=B/r):P<.01?(i=.707106781,r=.707106781,s=0):(s=Math.sqrt(P),i=D/s,r=B/s),this.set(i,r,s,e),this}let w=Math.sqrt((g-d)*(g-d)+(h-_)*(h-_)+(f-u)*(f-u));return Math.abs(w)<.001&&(w=1),this.x=(g-d)/w,this.y=(h-_)/w,this.z=(f-u)/w,this.w=Math.acos((c+p+m-1)/2),this}setFromMatrixPosition(t){let e=t.elements;return this.x=e[12],this.y=e[13],this.z=e[14],this.w=e[15],this}min(t){return this.x=Math.min(this.x,t.x),this.y=Math.min(this.y,t.y),this.z=Math.min(this.z,t.z),this.w=Math.min(this.w,t.w),this}max(t){return this.x=Math.max(this.x,t.x),this.y=Math.max(this.y,t.y),this.z=Math.max(this.z,t.z),this.w=Math.max(this.w,t.w),this}clamp(t,e){return this.x=ae(this.x,t.x,e.x),this.y=ae(this.y,t.y,e.y),this.z=ae(this.z,t.z,e.z),this.w=ae(this.w,t.w,e.w),this}clampScalar(t,e){return this.x=ae(this.x,t,e),this.y=ae(this.y,t,e),this.z=ae(this.z,t,e),this.w=ae(this.w,t,e),this}clampLength(t,e){let i=this.length();return this.divideScalar(i||1).multiplyScalar(ae(i,t,e))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(t){return this.x*t.x+this.y*t.y+this.z*t.z+this.w*t.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(t){return this.normalize().multiplyScalar(t)}lerp(t,e){return this.x+=(t.x-this.x)*e,this.y+=(t.y-this.y)*e,this.z+=(t.z-this.z)*e,this.w+=(t.w-this.w)*e,this}lerpVectors(t,e,i){return this.x=t.x+(e.x-t.x)*i,this.y=t.y+(e.y-t.y)*i,this.z=t.z+(e.z-t.z)*i,this.w=t.w+(e.w-t.w)*i,this}equals(t){return t.x===this.x&&t.y===this.y&&t.z===this.z&&t.w===this.w}fromArray(t,e=0){return this.x=t[e],this.y=t[e+1],this.z=t[e+2],this.w=t[e+3],this}toArray(t=[],e=0){return t[e]=this.x,t[e+1]=this.y,t[e+2]=this.z,t[e+3]=this.w,t}fromBufferAttribute(t,e){return this.x=t.getX(e),this.y=t.getY(e),this.z=t.getZ(e),this.w=t.getW(e),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},Zc=class extends Pe{constructor(t=1,e=1,i={}){super(),i=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:cn,depthBuffer:!0,stencilBuffer:!1,resolveDepthBuffer:!0,resolveStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1},i),this.isRenderTarget=!0,this.width=t,this.height=e,this.depth=i.depth,this.scissor=new _e(0,0,t,e),this.scissorTest=!1,this.viewport=new _e(0,0,t,e);let r={width:t,height:e,depth:i.depth},s=new hn(r);this.textures=[];let a=i.count;for(let o=0;o<a;o++)this.textures[o]=s.clone(),this.textures[o].isRenderTargetTexture=!0,this.textures[o].renderTarget=this;this._setTextureOptions(i),this.depthBuffer=i.depthBuffer,this.stencilBuffer=i.stencilBuffer,this.resolveDepthBuffer=i.resolveDepthBuffer,this.resolveStencilBuffer=i.resolveStencilBuffer,this._depthTexture=null,this.depthTexture=i.depthTexture,this.samples=i.samples,this.multiview=i.multiview}_setTextureOptions(t={}){let e={minFilter:cn,generateMipmaps:!1,flipY:!1,internalFormat:null};t.mapping!==void 0&&(e.mapping=t.mapping),t.wrapS!==void 0&&(e.wrapS=t.wrapS),t.wrapT!==void 0&&(e.wrapT=t.wrapT),t.wrapR!==void 0&&(e.wrapR=t.wrapR),t.magFilter!==void 0&&(e.magFilter=t.magFilter),t.minFilter!==void 0&&(e.minFilter=t.minFilter),t.format!==void 0&&(e.format=t.format),t.type!==void 0&&(e.type=t.type),t.anisotropy!==void 0&&(e.anisotropy=t.anisotropy),t.colorSpace!==void 0&&(e.colorSpace=t.colorSpace),t.flipY!==void 0&&(e.flipY=t.flipY),t.generateMipmaps!==void 0&&(e.generateMipmaps=t.generateMipmaps),t.internalFormat!==void 0&&(e.internalFormat=t.internalFormat);for(let i=0;i<this.textures.length;i++)this.textures[i].setValues(e)}get texture(){return this.textures[0]}set texture(t){this.textures[0]=t}set depthTexture(t){this._depthTexture!==null&&(this._depthTexture.renderTarget=null),t!==null&&(t.renderTarget=this),this._depthTexture=t}get depthTexture(){return this._depthTexture}setSize(t,e,i=1){if(this.width!==t||this.height!==e||this.depth!==i){this.width=t,this.height=e,this.depth=i;for(let r=0,s=this.textures.length;r<s;r++)this.textures[r].image.width=t,this.textures[r].image.height=e,this.textures[r].image.depth=i,this.textures[r].isArrayTexture=this.textures[r].image.depth>1;this.dispose()}this.viewport.set(0,0,t,e),this.scissor.set(0,0,t,e)}clone(){return new this.constructor().copy(this)}copy(t){this.width=t.width,this.height=t.height,this.depth=t.depth,this.scissor.copy(t.scissor),this.scissorTest=t.scissorTest,this.viewport.copy(t.viewport),this.textures.length=0;for(let e=0,i=t.textures.length;e<i;e++){this.textures[e]=t.textures[e].clone(),this.textures[e].isRenderTargetTexture=!0,this.textures[e].renderTarget=this;let r=Object.assign({},t.textures[e].image);this.textures[e].source=new Oa(r)}return this.depthBuffer=t.depthBuffer,this.stencilBuffer=t.stencilBuffer,this.resolveDepthBuffer=t.resolveDepthBuffer,this.resolveStencilBuffer=t.resolveStencilBuffer,t.depthTexture!==null&&(this.depthTexture=t.depthTexture.clone()),this.samples=t.samples,this}dispose(){this.dispatchEvent({type:"dispose"})}},je=class extends Zc{constructor(t=1,e=1,i={}){super(t,e,i),this.isWebGLRenderTarget=!0}},Zo=class extends hn{constructor(t=null,e=1,i=1,r=1){super(null),this.isDataArrayTexture=!0,this.image={data:t,width:e,height:i,depth:r},this.magFilter=Le,this.minFilter=Le,this.wrapR=Zn,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}addLayerUpdate(t){this.layerUpdates.add(t)}clearLayerUpdates(){this.layerUpdates.clear()}};var $c=class extends hn{constructor(t=null,e=1,i=1,r=1){super(null),this.isData3DTexture=!0,this.image={data:t,width:e,height:i,depth:r},this.magFilter=Le,this.minFilter=Le,this.wrapR=Zn,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var Ze=class{constructor(t=new O(1/0,1/0,1/0),e=new O(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=t,this.max=e}set(t,e){return this.min.copy(t),this.max.copy(e),this}setFromArray(t){this.makeEmpty();for(let e=0,i=t.length;e<i;e+=3)this.expandByPoint(Ti.fromArray(t,e));return this}setFromBufferAttribute(t){this.makeEmpty();for(let e=0,i=t.count;e<i;e++)this.expandByPoint(Ti.fromBufferAttribute(t,e));return this}setFromPoints(t){this.makeEmpty();for(let e=0,i=t.length;e<i;e++)this.expandByPoint(t[e]);return this}setFromCenterAndSize(t,e){let i=Ti.copy(e).multiplyScalar(.5);return this.min.copy(t).sub(i),this.max.copy(t).add(i),this}setFromObject(t,e=!1){return this.makeEmpty(),this.expandByObject(t,e)}clone(){return new this.constructor().copy(this)}copy(t){return this.min.copy(t.min),this.max.copy(t.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(t){return this.isEmpty()?t.set(0,0,0):t.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(t){return this.isEmpty()?t.set(0,0,0):t.subVectors(this.max,this.min)}expandByPoint(t){return this.min.min(t),this.max.max(t),this}expandByVector(t){return this.min.sub(t),this.max.add(t),this}expandByScalar(t){return this.min.addScalar(-t),this.max.addScalar(t),this}expandByObject(t,e=!1){t.updateWorldMatrix(!1,!1);let i=t.geometry;if(i!==void 0){let s=i.getAttribute("position");if(e===!0&&s!==void 0&&t.isInstancedMesh!==!0)for(let a=0,o=s.count;a<o;a++)t.isMesh===!0?t.getVertexPosition(a,Ti):Ti.fromBufferAttribute(s,a),Ti.applyMatrix4(t.matrixWorld),this.expandByPoint(Ti);else t.boundingBox!==void 0?(t.boundingBox===null&&t.computeBoundingBox(),vc.copy(t.boundingBox)):(i.boundingBox===null&&i.computeBoundingBox(),vc.copy(i.boundingBox)),vc.applyMatrix4(t.matrixWorld),this.union(vc)}let r=t.children;for(let s=0,a=r.length;s<a;s++)this.expandByObject(r[s],e);return this}containsPoint(t){return t.x>=this.min.x&&t.x<=this.max.x&&t.y>=this.min.y&&t.y<=this.max.y&&t.z>=this.min.z&&t.z<=this.max.z}containsBox(t){return this.min.x<=t.min.x&&t.max.x<=this.max.x&&this.min.y<=t.min.y&&t.max.y<=this.max.y&&this.min.z<=t.min.z&&t.max.z<=this.max.z}getParameter(t,e){return e.set((t.x-this.min.x)/(this.max.x-this.min.x),(t.y-this.min.y)/(this.max.y-this.min.y),(t.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(t){return t.max.x>=this.min.x&&t.min.x<=this.max.x&&t.max.y>=this.min.y&&t.min.y<=this.max.y&&t.max.z>=this.min.z&&t.min.z<=this.max.z}intersectsSphere(t){return this.clampPoint(t.center,Ti),Ti.distanceToSquared(t.center)<=t.radius*t.radius}intersectsPlane(t){let e,i;return t.normal.x>0?(e=t.normal.x*this.min.x,i=t.normal.x*this.max.x):(e=t.normal.x*this.max.x,i=t.normal.x*this.min.x),t.normal.y>0?(e+=t.normal.y*this.min.y,i+=t.normal.y*this.max.y):(e+=t.normal.y*this.max.y,i+=t.normal.y*this.min.y),t.normal.z>0?(e+=t.normal.z*this.min.z,i+=t.normal.z*this.max.z):(e+=t.normal.z*this.max.z,i+=t.normal.z*this.min.z),e<=-t.constant&&i>=-t.constant}intersectsTriangle(t){if(this.isEmpty())return!1;this.getCenter(Go),yc.subVectors(this.max,Go),va.subVectors(t.a,Go),ya.subVectors(t.b,Go),xa.subVectors(t.c,Go),kr.subVectors(ya,va),Vr.subVectors(xa,ya),As.subVectors(va,xa);let e=[0,-kr.z,kr.y,0,-Vr.z,Vr.y,0,-As.z,As.y,kr.z,0,-kr.x,Vr.z,0,-Vr.x,As.z,0,-As.x,-kr.y,kr.x,0,-Vr.y,Vr.x,0,-As.y,As.x,0];return!nd(e,va,ya,xa,yc)||(e=[1,0,0,0,1,0,0,0,1],!nd(e,va,ya,xa,yc))?!1:(xc.crossVectors(kr,Vr),e=[xc.x,xc.y,xc.z],nd(e,va,ya,xa,yc))}clampPoint(t,e){return e.copy(t).clamp(this.min,this.max)}distanceToPoint(t){return this.clampPoint(t,Ti).distanceTo(t)}getBoundingSphere(t){return this.isEmpty()?t.makeEmpty():(this.getCenter(t.center),t.radius=this.getSize(Ti).length()*.5),t}intersect(t){return this.min.max(t.min),this.max.min(t.max),this.isEmpty()&&this.makeEmpty(),this}union(t){return this.min.min(t.min),this.max.max(t.max),this}applyMatrix4(t){return this.isEmpty()?this:(lr[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(t),lr[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(t),lr[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(t),lr[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(t),lr[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(t),lr[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(t),lr[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(t),lr[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(t),this.setFromPoints(lr),this)}translate(t){return this.min.add(t),this.max.add(t),this}equals(t){return t.min.equals(this.min)&&t.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(t){return this.min.fromArray(t.min),this.max.fromArray(t.max),this}},lr=[new O,new O,new O,new O,new O,new O,new O,new O],Ti=new O,vc=new Ze,va=new O,ya=new O,xa=new O,kr=new O,Vr=new O,As=new O,Go=new O,yc=new O,xc=new O,Cs=new O;function nd(n,t,e,i,r){for(let s=0,a=n.length-3;s<=a;s+=3){Cs.fromArray(n,s);let o=r.x*Math.abs(Cs.x)+r.y*Math.abs(Cs.y)+r.z*Math.abs(Cs.z),l=t.dot(Cs),c=e.dot(Cs),u=i.dot(Cs);if(Math.max(-Math.max(l,c,u),Math.min(l,c,u))>o)return!1}return!0}var iS=new Ze,zo=new O,id=new O,Rn=class{constructor(t=new O,e=-1){this.isSphere=!0,this.center=t,this.radius=e}set(t,e){return this.center.copy(t),this.radius=e,this}setFromPoints(t,e){let i=this.center;e!==void 0?i.copy(e):iS.setFromPoints(t).getCenter(i);let r=0;for(let s=0,a=t.length;s<a;s++)r=Math.max(r,i.distanceToSquared(t[s]));return this.radius=Math.sqrt(r),this}copy(t){return this.center.copy(t.center),this.radius=t.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(t){return t.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(t){return t.distanceTo(this.center)-this.radius}intersectsSphere(t){let e=this.radius+t.radius;return t.center.distanceToSquared(this.center)<=e*e}intersectsBox(t){return t.intersectsSphere(this)}intersectsPlane(t){return Math.abs(t.distanceToPoint(this.center))<=this.radius}clampPoint(t,e){let i=this.center.distanceToSquared(t);return e.copy(t),i>this.radius*this.radius&&(e.sub(this.center).normalize(),e.multiplyScalar(this.radius).add(this.center)),e}getBoundingBox(t){return this.isEmpty()?(t.makeEmpty(),t):(t.set(this.center,this.center),t.expandByScalar(this.radius),t)}applyMatrix4(t){return this.center.applyMatrix4(t),this.radius=this.radius*t.getMaxScaleOnAxis(),this}translate(t){return this.center.add(t),this}expandByPoint(t){if(this.isEmpty())return this.center.copy(t),this.radius=0,this;zo.subVectors(t,this.center);let e=zo.lengthSq();if(e>this.radius*this.radius){let i=Math.sqrt(e),r=(i-this.radius)*.5;this.center.addScaledVector(zo,r/i),this.radius+=r}return this}union(t){return t.isEmpty()?this:this.isEmpty()?(this.copy(t),this):(this.center.equals(t.center)===!0?this.radius=Math.max(this.radius,t.radius):(id.subVectors(t.center,this.center).setLength(t.radius),this.expandByPoint(zo.copy(t.center).add(id)),this.expandByPoint(zo.copy(t.center).sub(id))),this)}equals(t){return t.center.equals(this.center)&&t.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(t){return this.radius=t.radius,this.center.fromArray(t.center),this}},cr=new O,rd=new O,Mc=new O,Hr=new O,sd=new O,bc=new O,ad=new O,Ri=class{constructor(t=new O,e=new O(0,0,-1)){this.origin=t,this.direction=e}set(t,e){return this.origin.copy(t),this.direction.copy(e),this}copy(t){return this.origin.copy(t.origin),this.direction.copy(t.direction),this}at(t,e){return e.copy(this.origin).addScaledVector(this.direction,t)}lookAt(t){return this.direction.copy(t).sub(this.origin).normalize(),this}recast(t){return this.origin.copy(this.at(t,cr)),this}closestPointToPoint(t,e){e.subVectors(t,this.origin);let i=e.dot(this.direction);return i<0?e.copy(this.origin):e.copy(this.origin).addScaledVector(this.direction,i)}distanceToPoint(t){return Math.sqrt(this.distanceSqToPoint(t))}distanceSqToPoint(t){let e=cr.subVectors(t,this.origin).dot(this.direction);return e<0?this.origin.distanceToSquared(t):(cr.copy(this.origin).addScaledVector(this.direction,e),cr.distanceToSquared(t))}distanceSqToSegment(t,e,i,r){rd.copy(t).add(e).multiplyScalar(.5),Mc.copy(e).sub(t).normalize(),Hr.copy(this.origin).sub(rd);let s=t.distanceTo(e)*.5,a=-this.direction.dot(Mc),o=Hr.dot(this.direction),l=-Hr.dot(Mc),c=Hr.lengthSq(),u=Math.abs(1-a*a),h,f,p,d;if(u>0)if(h=a*l-o,f=a*o-l,d=s*u,h>=0)if(f>=-d)if(f<=d){let _=1/u;h*=_,f*=_,p=h*(h+a*f+2*o)+f*(a*h+f+2*l)+c}else f=s,h=Math.max(0,-(a*f+o)),p=-h*h+f*(f+2*l)+c;else f=-s,h=Math.max(0,-(a*f+o)),p=-h*h+f*(f+2*l)+c;else f<=-d?(h=Math.max(0,-(-a*s+o)),f=h>0?-s:Math.min(Math.max(-s,-l),s),p=-h*h+f*(f+2*l)+c):f<=d?(h=0,f=Math.min(Math.max(-s,-l),s),p=f*(f+2*l)+c):(h=Math.max(0,-(a*s+o)),f=h>0?s:Math.min(Math.max(-s,-l),s),p=-h*h+f*(f+2*l)+c);else f=a>0?-s:s,h=Math.max(0,-(a*f+o)),p=-h*h+f*(f+2*l)+c;return i&&i.copy(this.origin).addScaledVector(this.direction,h),r&&r.copy(rd).addScaledVector(Mc,f),p}intersectSphere(t,e){cr.subVectors(t.center,this.origin);let i=cr.dot(this.direction),r=cr.dot(cr)-i*i,s=t.radius*t.radius;if(r>s)return null;let a=Math.sqrt(s-r),o=i-a,l=i+a;return l<0?null:o<0?this.at(l,e):this.at(o,e)}intersectsSphere(t){return t.radius<0?!1:this.distanceSqToPoint(t.center)<=t.radius*t.radius}distanceToPlane(t){let e=t.normal.dot(this.direction);if(e===0)return t.distanceToPoint(this.origin)===0?0:null;let i=-(this.origin.dot(t.normal)+t.constant)/e;return i>=0?i:null}intersectPlane(t,e){let i=this.distanceToPlane(t);return i===null?null:this.at(i,e)}intersectsPlane(t){let e=t.distanceToPoint(this.origin);return e===0||t.normal.dot(this.direction)*e<0}intersectBox(t,e){let i,r,s,a,o,l,c=1/this.direction.x,u=1/this.direction.y,h=1/this.direction.z,f=this.origin;return c>=0?(i=(t.min.x-f.x)*c,r=(t.max.x-f.x)*c):(i=(t.max.x-f.x)*c,r=(t.min.x-f.x)*c),u>=0?(s=(t.min.y-f.y)*u,a=(t.max.y-f.y)*u):(s=(t.max.y-f.y)*u,a=(t.min.y-f.y)*u),i>a||s>r||((s>i||isNaN(i))&&(i=s),(a<r||isNaN(r))&&(r=a),h>=0?(o=(t.min.z-f.z)*h,l=(t.max.z-f.z)*h):(o=(t.max.z-f.z)*h,l=(t.min.z-f.z)*h),i>l||o>r)||((o>i||i!==i)&&(i=o),(l<r||r!==r)&&(r=l),r<0)?null:this.at(i>=0?i:r,e)}intersectsBox(t){return this.intersectBox(t,cr)!==null}intersectTriangle(t,e,i,r,s){sd.subVectors(e,t),bc.subVectors(i,t),ad.crossVectors(sd,bc);let a=this.direction.dot(ad),o;if(a>0){if(r)return null;o=1}else if(a<0)o=-1,a=-a;else return null;Hr.subVectors(this.origin,t);let l=o*this.direction.dot(bc.crossVectors(Hr,bc));if(l<0)return null;let c=o*this.direction.dot(sd.cross(Hr));if(c<0||l+c>a)return null;let u=-o*Hr.dot(ad);return u<0?null:this.at(u/a,s)}applyMatrix4(t){return this.origin.applyMatrix4(t),this.direction.transformDirection(t),this}equals(t){return t.origin.equals(this.origin)&&t.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},re=class n{constructor(t,e,i,r,s,a,o,l,c,u,h,f,p,d,_,g){n.prototype.isMatrix4=!0,this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],t!==void 0&&this.set(t,e,i,r,s,a,o,l,c,u,h,f,p,d,_,g)}set(t,e,i,r,s,a,o,l,c,u,h,f,p,d,_,g){let m=this.elements;return m[0]=t,m[4]=e,m[8]=i,m[12]=r,m[1]=s,m[5]=a,m[9]=o,m[13]=l,m[2]=c,m[6]=u,m[10]=h,m[14]=f,m[3]=p,m[7]=d,m[11]=_,m[15]=g,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new n().fromArray(this.elements)}copy(t){let e=this.elements,i=t.elements;return e[0]=i[0],e[1]=i[1],e[2]=i[2],e[3]=i[3],e[4]=i[4],e[5]=i[5],e[6]=i[6],e[7]=i[7],e[8]=i[8],e[9]=i[9],e[10]=i[10],e[11]=i[11],e[12]=i[12],e[13]=i[13],e[14]=i[14],e[15]=i[15],this}copyPosition(t){let e=this.elements,i=t.elements;return e[12]=i[12],e[13]=i[13],e[14]=i[14],this}setFromMatrix3(t){let e=t.elements;return this.set(e[0],e[3],e[6],0,e[1],e[4],e[7],0,e[2],e[5],e[8],0,0,0,0,1),this}extractBasis(t,e,i){return t.setFromMatrixColumn(this,0),e.setFromMatrixColumn(this,1),i.setFromMatrixColumn(this,2),this}makeBasis(t,e,i){return this.set(t.x,e.x,i.x,0,t.y,e.y,i.y,0,t.z,e.z,i.z,0,0,0,0,1),this}extractRotation(t){let e=this.elements,i=t.elements,r=1/Ma.setFromMatrixColumn(t,0).length(),s=1/Ma.setFromMatrixColumn(t,1).length(),a=1/Ma.setFromMatrixColumn(t,2).length();return e[0]=i[0]*r,e[1]=i[1]*r,e[2]=i[2]*r,e[3]=0,e[4]=i[4]*s,e[5]=i[5]*s,e[6]=i[6]*s,e[7]=0,e[8]=i[8]*a,e[9]=i[9]*a,e[10]=i[10]*a,e[11]=0,e[12]=0,e[13]=0,e[14]=0,e[15]=1,this}makeRotationFromEuler(t){let e=this.elements,i=t.x,r=t.y,s=t.z,a=Math.cos(i),o=Math.sin(i),l=Math.cos(r),c=Math.sin(r),u=Math.cos(s),h=Math.sin(s);if(t.order==="XYZ"){let f=a*u,p=a*h,d=o*u,_=o*h;e[0]=l*u,e[4]=-l*h,e[8]=c,e[1]=p+d*c,e[5]=f-_*c,e[9]=-o*l,e[2]=_-f*c,e[6]=d+p*c,e[10]=a*l}else if(t.order==="YXZ"){let f=l*u,p=l*h,d=c*u,_=c*h;e[0]=f+_*o,e[4]=d*o-p,e[8]=a*c,e[1]=a*h,e[5]=a*u,e[9]=-o,e[2]=p*o-d,e[6]=_+f*o,e[10]=a*l}else if(t.order==="ZXY"){let f=l*u,p=l*h,d=c*u,_=c*h;e[0]=f-_*o,e[4]=-a*h,e[8]=d+p*o,e[1]=p+d*o,e[5]=a*u,e[9]=_-f*o,e[2]=-a*c,e[6]=o,e[10]=a*l}else if(t.order==="ZYX"){let f=a*u,p=a*h,d=o*u,_=o*h;e[0]=l*u,e[4]=d*c-p,e[8]=f*c+_,e[1]=l*h,e[5]=_*c+f,e[9]=p*c-d,e[2]=-c,e[6]=o*l,e[10]=a*l}else if(t.order==="YZX"){let f=a*l,p=a*c,d=o*l,_=o*c;e[0]=l*u,e[4]=_-f*h,e[8]=d*h+p,e[1]=h,e[5]=a*u,e[9]=-o*u,e[2]=-c*u,e[6]=p*h+d,e[10]=f-_*h}else if(t.order==="XZY"){let f=a*l,p=a*c,d=o*l,_=o*c;e[0]=l*u,e[4]=-h,e[8]=c*u,e[1]=f*h+_,e[5]=a*u,e[9]=p*h-d,e[2]=d*h-p,e[6]=o*u,e[10]=_*h+f}return e[3]=0,e[7]=0,e[11]=0,e[12]=0,e[13]=0,e[14]=0,e[15]=1,this}makeRotationFromQuaternion(t){return this.compose(rS,t,sS)}lookAt(t,e,i){let r=this.elements;return oi.subVectors(t,e),oi.lengthSq()===0&&(oi.z=1),oi.normalize(),Wr.crossVectors(i,oi),Wr.lengthSq()===0&&(Math.abs(i.z)===1?oi.x+=1e-4:oi.z+=1e-4,oi.normalize(),Wr.crossVectors(i,oi)),Wr.normalize(),Sc.crossVectors(oi,Wr),r[0]=Wr.x,r[4]=Sc.x,r[8]=oi.x,r[1]=Wr.y,r[5]=Sc.y,r[9]=oi.y,r[2]=Wr.z,r[6]=Sc.z,r[10]=oi.z,this}multiply(t){return this.multiplyMatrices(this,t)}premultiply(t){return this.multiplyMatrices(t,this)}multiplyMatrices(t,e){let i=t.elements,r=e.elements,s=this.elements,a=i[0],o=i[4],l=i[8],c=i[12],u=i[1],h=i[5],f=i[9],p=i[13],d=i[2],_=i[6],g=i[10],m=i[14],w=i[3],A=i[7],b=i[11],P=i[15],I=r[0],D=r[4],B=r[8],T=r[12],C=r[1],M=r[5],L=r[9],k=r[13],X=r[2],Z=r[6],H=r[10],W=r[14],$=r[3],Mt=r[7],mt=r[11],It=r[15];return s[0]=a*I+o*C+l*X+c*$,s[4]=a*D+o*M+l*Z+c*Mt,s[8]=a*B+o*L+l*H+c*mt,s[12]=a*T+o*k+l*W+c*It,s[1]=u*I+h*C+f*X+p*$,s[5]=u*D+h*M+f*Z+p*Mt,s[9]=u*B+h*L+f*H+p*mt,s[13]=u*T+h*k+f*W+p*It,s[2]=d*I+_*C+g*X+m*$,s[6]=d*D+_*M+g*Z+m*Mt,s[10]=d*B+_*L+g*H+m*mt,s[14]=d*T+_*k+g*W+m*It,s[3]=w*I+A*C+b*X+P*$,s[7]=w*D+A*M+b*Z+P*Mt,s[11]=w*B+A*L+b*H+P*mt,s[15]=w*T+A*k+b*W+P*It,this}multiplyScalar(t){let e=this.elements;return e[0]*=t,e[4]*=t,e[8]*=t,e[12]*=t,e[1]*=t,e[5]*=t,e[9]*=t,e[13]*=t,e[2]*=t,e[6]*=t,e[10]*=t,e[14]*=t,e[3]*=t,e[7]*=t,e[11]*=t,e[15]*=t,this}determinant(){let t=this.elements,e=t[0],i=t[4],r=t[8],s=t[12],a=t[1],o=t[5],l=t[9],c=t[13],u=t[2],h=t[6],f=t[10],p=t[14],d=t[3],_=t[7],g=t[11],m=t[15];return d*(+s*l*h-r*c*h-s*o*f+i*c*f+r*o*p-i*l*p)+_*(+e*l*p-e*c*f+s*a*f-r*a*p+r*c*u-s*l*u)+g*(+e*c*h-e*o*p-s*a*h+i*a*p+s*o*u-i*c*u)+m*(-r*o*u-e*l*h+e*o*f+r*a*h-i*a*f+i*l*u)}transpose(){let t=this.elements,e;return e=t[1],t[1]=t[4],t[4]=e,e=t[2],t[2]=t[8],t[8]=e,e=t[6],t[6]=t[9],t[9]=e,e=t[3],t[3]=t[12],t[12]=e,e=t[7],t[7]=t[13],t[13]=e,e=t[11],t[11]=t[14],t[14]=e,this}setPosition(t,e,i){let r=this.elements;return t.isVector3?(r[12]=t.x,r[13]=t.y,r[14]=t.z):(r[12]=t,r[13]=e,r[14]=i),this}invert(){let t=this.elements,e=t[0],i=t[1],r=t[2],s=t[3],a=t[4],o=t[5],l=t[6],c=t[7],u=t[8],h=t[9],f=t[10],p=t[11],d=t[12],_=t[13],g=t[14],m=t[15],w=h*g*c-_*f*c+_*l*p-o*g*p-h*l*m+o*f*m,A=d*f*c-u*g*c-d*l*p+a*g*p+u*l*m-a*f*m,b=u*_*c-d*h*c+d*o*p-a*_*p-u*o*m+a*h*m,P=d*h*l-u*_*l-d*o*f+a*_*f+u*o*g-a*h*g,I=e*w+i*A+r*b+s*P;if(I===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let D=1/I;return t[0]=w*D,t[1]=(_*f*s-h*g*s-_*r*p+i*g*p+h*r*m-i*f*m)*D,t[2]=(o*g*s-_*l*s+_*r*c-i*g*c-o*r*m+i*l*m)*D,t[3]=(h*l*s-o*f*s-h*r*c+i*f*c+o*r*p-i*l*p)*D,t[4]=A*D,t[5]=(u*g*s-d*f*s+d*r*p-e*g*p-u*r*m+e*f*m)*D,t[6]=(d*l*s-a*g*s-d*r*c+e*g*c+a*r*m-e*l*m)*D,t[7]=(a*f*s-u*l*s+u*r*c-e*f*c-a*r*p+e*l*p)*D,t[8]=b*D,t[9]=(d*h*s-u*_*s-d*i*p+e*_*p+u*i*m-e*h*m)*D,t[10]=(a*_*s-d*o*s+d*i*c-e*_*c-a*i*m+e*o*m)*D,t[11]=(u*o*s-a*h*s-u*i*c+e*h*c+a*i*p-e*o*p)*D,t[12]=P*D,t[13]=(u*_*r-d*h*r+d*i*f-e*_*f-u*i*g+e*h*g)*D,t[14]=(d*o*r-a*_*r-d*i*l+e*_*l+a*i*g-e*o*g)*D,t[15]=(a*h*r-u*o*r+u*i*l-e*h*l-a*i*f+e*o*f)*D,this}scale(t){let e=this.elements,i=t.x,r=t.y,s=t.z;return e[0]*=i,e[4]*=r,e[8]*=s,e[1]*=i,e[5]*=r,e[9]*=s,e[2]*=i,e[6]*=r,e[10]*=s,e[3]*=i,e[7]*=r,e[11]*=s,this}getMaxScaleOnAxis(){let t=this.elements,e=t[0]*t[0]+t[1]*t[1]+t[2]*t[2],i=t[4]*t[4]+t[5]*t[5]+t[6]*t[6],r=t[8]*t[8]+t[9]*t[9]+t[10]*t[10];return Math.sqrt(Math.max(e,i,r))}makeTranslation(t,e,i){return t.isVector3?this.set(1,0,0,t.x,0,1,0,t.y,0,0,1,t.z,0,0,0,1):this.set(1,0,0,t,0,1,0,e,0,0,1,i,0,0,0,1),this}makeRotationX(t){let e=Math.cos(t),i=Math.sin(t);return this.set(1,0,0,0,0,e,-i,0,0,i,e,0,0,0,0,1),this}makeRotationY(t){let e=Math.cos(t),i=Math.sin(t);return this.set(e,0,i,0,0,1,0,0,-i,0,e,0,0,0,0,1),this}makeRotationZ(t){let e=Math.cos(t),i=Math.sin(t);return this.set(e,-i,0,0,i,e,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(t,e){let i=Math.cos(e),r=Math.sin(e),s=1-i,a=t.x,o=t.y,l=t.z,c=s*a,u=s*o;return this.set(c*a+i,c*o-r*l,c*l+r*o,0,c*o+r*l,u*o+i,u*l-r*a,0,c*l-r*o,u*l+r*a,s*l*l+i,0,0,0,0,1),this}makeScale(t,e,i){return this.set(t,0,0,0,0,e,0,0,0,0,i,0,0,0,0,1),this}makeShear(t,e,i,r,s,a){return this.set(1,i,s,0,t,1,a,0,e,r,1,0,0,0,0,1),this}compose(t,e,i){let r=this.elements,s=e._x,a=e._y,o=e._z,l=e._w,c=s+s,u=a+a,h=o+o,f=s*c,p=s*u,d=s*h,_=a*u,g=a*h,m=o*h,w=l*c,A=l*u,b=l*h,P=i.x,I=i.y,D=i.z;return r[0]=(1-(_+m))*P,r[1]=(p+b)*P,r[2]=(d-A)*P,r[3]=0,r[4]=(p-b)*I,r[5]=(1-(f+m))*I,r[6]=(g+w)*I,r[7]=0,r[8]=(d+A)*D,r[9]=(g-w)*D,r[10]=(1-(f+_))*D,r[11]=0,r[12]=t.x,r[13]=t.y,r[14]=t.z,r[15]=1,this}decompose(t,e,i){let r=this.elements,s=Ma.set(r[0],r[1],r[2]).length(),a=Ma.set(r[4],r[5],r[6]).length(),o=Ma.set(r[8],r[9],r[10]).length();this.determinant()<0&&(s=-s),t.x=r[12],t.y=r[13],t.z=r[14],Ai.copy(this);let c=1/s,u=1/a,h=1/o;return Ai.elements[0]*=c,Ai.elements[1]*=c,Ai.elements[2]*=c,Ai.elements[4]*=u,Ai.elements[5]*=u,Ai.elements[6]*=u,Ai.elements[8]*=h,Ai.elements[9]*=h,Ai.elements[10]*=h,e.setFromRotationMatrix(Ai),i.x=s,i.y=a,i.z=o,this}makePerspective(t,e,i,r,s,a,o=Pi,l=!1){let c=this.elements,u=2*s/(e-t),h=2*s/(i-r),f=(e+t)/(e-t),p=(i+r)/(i-r),d,_;if(l)d=s/(a-s),_=a*s/(a-s);else if(o===Pi)d=-(a+s)/(a-s),_=-2*a*s/(a-s);else if(o===jo)d=-a/(a-s),_=-a*s/(a-s);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+o);return c[0]=u,c[4]=0,c[8]=f,c[12]=0,c[1]=0,c[5]=h,c[9]=p,c[13]=0,c[2]=0,c[6]=0,c[10]=d,c[14]=_,c[3]=0,c[7]=0,c[11]=-1,c[15]=0,this}makeOrthographic(t,e,i,r,s,a,o=Pi,l=!1){let c=this.elements,u=2/(e-t),h=2/(i-r),f=-(e+t)/(e-t),p=-(i+r)/(i-r),d,_;if(l)d=1/(a-s),_=a/(a-s);else if(o===Pi)d=-2/(a-s),_=-(a+s)/(a-s);else if(o===jo)d=-1/(a-s),_=-s/(a-s);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+o);return c[0]=u,c[4]=0,c[8]=0,c[12]=f,c[1]=0,c[5]=h,c[9]=0,c[13]=p,c[2]=0,c[6]=0,c[10]=d,c[14]=_,c[3]=0,c[7]=0,c[11]=0,c[15]=1,this}equals(t){let e=this.elements,i=t.elements;for(let r=0;r<16;r++)if(e[r]!==i[r])return!1;return!0}fromArray(t,e=0){for(let i=0;i<16;i++)this.elements[i]=t[i+e];return this}toArray(t=[],e=0){let i=this.elements;return t[e]=i[0],t[e+1]=i[1],t[e+2]=i[2],t[e+3]=i[3],t[e+4]=i[4],t[e+5]=i[5],t[e+6]=i[6],t[e+7]=i[7],t[e+8]=i[8],t[e+9]=i[9],t[e+10]=i[10],t[e+11]=i[11],t[e+12]=i[12],t[e+13]=i[13],t[e+14]=i[14],t[e+15]=i[15],t}},Ma=new O,Ai=new re,rS=new O(0,0,0),sS=new O(1,1,1),Wr=new O,Sc=new O,oi=new O,Vg=new re,Hg=new mi,Yi=class n{constructor(t=0,e=0,i=0,r=n.DEFAULT_ORDER){this.isEuler=!0,this._x=t,this._y=e,this._z=i,this._order=r}get x(){return this._x}set x(t){this._x=t,this._onChangeCallback()}get y(){return this._y}set y(t){this._y=t,this._onChangeCallback()}get z(){return this._z}set z(t){this._z=t,this._onChangeCallback()}get order(){return this._order}set order(t){this._order=t,this._onChangeCallback()}set(t,e,i,r=this._order){return this._x=t,this._y=e,this._z=i,this._order=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(t){return this._x=t._x,this._y=t._y,this._z=t._z,this._order=t._order,this._onChangeCallback(),this}setFromRotationMatrix(t,e=this._order,i=!0){let r=t.elements,s=r[0],a=r[4],o=r[8],l=r[1],c=r[5],u=r[9],h=r[2],f=r[6],p=r[10];switch(e){case"XYZ":this._y=Math.asin(ae(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(-u,p),this._z=Math.atan2(-a,s)):(this._x=Math.atan2(f,c),this._z=0);break;case"YXZ":this._x=Math.asin(-ae(u,-1,1)),Math.abs(u)<.9999999?(this._y=Math.atan2(o,p),this._z=Math.atan2(l,c)):(this._y=Math.atan2(-h,s),this._z=0);break;case"ZXY":this._x=Math.asin(ae(f,-1,1)),Math.abs(f)<.9999999?(this._y=Math.atan2(-h,p),this._z=Math.atan2(-a,c)):(this._y=0,this._z=Math.atan2(l,s));break;case"ZYX":this._y=Math.asin(-ae(h,-1,1)),Math.abs(h)<.9999999?(this._x=Math.atan2(f,p),this._z=Math.atan2(l,s)):(this._x=0,this._z=Math.atan2(-a,c));break;case"YZX":this._z=Math.asin(ae(l,-1,1)),Math.abs(l)<.9999999?(this._x=Math.atan2(-u,c),this._y=Math.atan2(-h,s)):(this._x=0,this._y=Math.atan2(o,p));break;case"XZY":this._z=Math.asin(-ae(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(f,c),this._y=Math.atan2(o,s)):(this._x=Math.atan2(-u,p),this._y=0);break;default:console.warn("THREE.Euler: .setFromRotationMatrix() encountered an unknown order: "+e)}return this._order=e,i===!0&&this._onChangeCallback(),this}setFromQuaternion(t,e,i){return Vg.makeRotationFromQuaternion(t),this.setFromRotationMatrix(Vg,e,i)}setFromVector3(t,e=this._order){return this.set(t.x,t.y,t.z,e)}reorder(t){return Hg.setFromEuler(this),this.setFromQuaternion(Hg,t)}equals(t){return t._x===this._x&&t._y===this._y&&t._z===this._z&&t._order===this._order}fromArray(t){return this._x=t[0],this._y=t[1],this._z=t[2],t[3]!==void 0&&(this._order=t[3]),this._onChangeCallback(),this}toArray(t=[],e=0){return t[e]=this._x,t[e+1]=this._y,t[e+2]=this._z,t[e+3]=this._order,t}_onChange(t){return this._onChangeCallback=t,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};Yi.DEFAULT_ORDER="XYZ";var Na=class{constructor(){this.mask=1}set(t){this.mask=(1<<t|0)>>>0}enable(t){this.mask|=1<<t|0}enableAll(){this.mask=-1}toggle(t){this.mask^=1<<t|0}disable(t){this.mask&=~(1<<t|0)}disableAll(){this.mask=0}test(t){return(this.mask&t.mask)!==0}isEnabled(t){return(this.mask&(1<<t|0))!==0}},aS=0,Wg=new O,ba=new mi,hr=new re,wc=new O,ko=new O,oS=new O,lS=new mi,Xg=new O(1,0,0),qg=new O(0,1,0),Yg=new O(0,0,1),jg={type:"added"},cS={type:"removed"},Sa={type:"childadded",child:null},od={type:"childremoved",child:null},un=class n extends Pe{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:aS++}),this.uuid=Ya(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=n.DEFAULT_UP.clone();let t=new O,e=new Yi,i=new mi,r=new O(1,1,1);function s(){i.setFromEuler(e,!1)}function a(){e.setFromQuaternion(i,void 0,!1)}e._onChange(s),i._onChange(a),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:t},rotation:{configurable:!0,enumerable:!0,value:e},quaternion:{configurable:!0,enumerable:!0,value:i},scale:{configurable:!0,enumerable:!0,value:r},modelViewMatrix:{value:new re},normalMatrix:{value:new ee}}),this.matrix=new re,this.matrixWorld=new re,this.matrixAutoUpdate=n.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=n.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new Na,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.userData={}}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(t){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(t),this.matrix.decompose(this.position,this.quaternion,this.scale)}applyQuaternion(t){return this.quaternion.premultiply(t),this}setRotationFromAxisAngle(t,e){this.quaternion.setFromAxisAngle(t,e)}setRotationFromEuler(t){this.quaternion.setFromEuler(t,!0)}setRotationFromMatrix(t){this.quaternion.setFromRotationMatrix(t)}setRotationFromQuaternion(t){this.quaternion.copy(t)}rotateOnAxis(t,e){return ba.setFromAxisAngle(t,e),this.quaternion.multiply(ba),this}rotateOnWorldAxis(t,e){return ba.setFromAxisAngle(t,e),this.quaternion.premultiply(ba),this}rotateX(t){return this.rotateOnAxis(Xg,t)}rotateY(t){return this.rotateOnAxis(qg,t)}rotateZ(t){return this.rotateOnAxis(Yg,t)}translateOnAxis(t,e){return Wg.copy(t).applyQuaternion(this.quaternion),this.position.add(Wg.multiplyScalar(e)),this}translateX(t){return this.translateOnAxis(Xg,t)}translateY(t){return this.translateOnAxis(qg,t)}translateZ(t){return this.translateOnAxis(Yg,t)}localToWorld(t){return this.updateWorldMatrix(!0,!1),t.applyMatrix4(this.matrixWorld)}worldToLocal(t){return this.updateWorldMatrix(!0,!1),t.applyMatrix4(hr.copy(this.matrixWorld).invert())}lookAt(t,e,i){t.isVector3?wc.copy(t):wc.set(t,e,i);let r=this.parent;this.updateWorldMatrix(!0,!1),ko.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?hr.lookAt(ko,wc,this.up):hr.lookAt(wc,ko,this.up),this.quaternion.setFromRotationMatrix(hr),r&&(hr.extractRotation(r.matrixWorld),ba.setFromRotationMatrix(hr),this.quaternion.premultiply(ba.invert()))}add(t){if(arguments.length>1){for(let e=0;e<arguments.length;e++)this.add(arguments[e]);return this}return t===this?(console.error("THREE.Object3D.add: object can't be added as a child of itself.",t),this):(t&&t.isObject3D?(t.removeFromParent(),t.parent=this,this.children.push(t),t.dispatchEvent(jg),Sa.child=t,this.dispatchEvent(Sa),Sa.child=null):console.error("THREE.Object3D.add: object not an instance of THREE.Object3D.",t),this)}remove(t){if(arguments.length>1){for(let i=0;i<arguments.length;i++)this.remove(arguments[i]);return this}let e=this.children.indexOf(t);return e!==-1&&(t.parent=null,this.children.splice(e,1),t.dispatchEvent(cS),od.child=t,this.dispatchEvent(od),od.child=null),this}removeFromParent(){let t=this.parent;return t!==null&&t.remove(this),this}clear(){return this.remove(...this.children)}attach(t){return this.updateWorldMatrix(!0,!1),hr.copy(this.matrixWorld).invert(),t.parent!==null&&(t.parent.updateWorldMatrix(!0,!1),hr.multiply(t.parent.matrixWorld)),t.applyMatrix4(hr),t.removeFromParent(),t.parent=this,this.children.push(t),t.updateWorldMatrix(!1,!0),t.dispatchEvent(jg),Sa.child=t,this.dispatchEvent(Sa),Sa.child=null,this}getObjectById(t){return this.getObjectByProperty("id",t)}getObjectByName(t){return this.getObjectByProperty("name",t)}getObjectByProperty(t,e){if(this[t]===e)return this;for(let i=0,r=this.children.length;i<r;i++){let a=this.children[i].getObjectByProperty(t,e);if(a!==void 0)return a}}getObjectsByProperty(t,e,i=[]){this[t]===e&&i.push(this);let r=this.children;for(let s=0,a=r.length;s<a;s++)r[s].getObjectsByProperty(t,e,i);return i}getWorldPosition(t){return this.updateWorldMatrix(!0,!1),t.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(t){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(ko,t,oS),t}getWorldScale(t){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(ko,lS,t),t}getWorldDirection(t){this.updateWorldMatrix(!0,!1);let e=this.matrixWorld.elements;return t.set(e[8],e[9],e[10]).normalize()}raycast(){}traverse(t){t(this);let e=this.children;for(let i=0,r=e.length;i<r;i++)e[i].traverse(t)}traverseVisible(t){if(this.visible===!1)return;t(this);let e=this.children;for(let i=0,r=e.length;i<r;i++)e[i].traverseVisible(t)}traverseAncestors(t){let e=this.parent;e!==null&&(t(e),e.traverseAncestors(t))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale),this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(t){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||t)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,t=!0);let e=this.children;for(let i=0,r=e.length;i<r;i++)e[i].updateMatrixWorld(t)}updateWorldMatrix(t,e){let i=this.parent;if(t===!0&&i!==null&&i.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),e===!0){let r=this.children;for(let s=0,a=r.length;s<a;s++)r[s].updateWorldMatrix(!1,!0)}}toJSON(t){let e=t===void 0||typeof t=="string",i={};e&&(t={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},i.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let r={};r.uuid=this.uuid,r.type=this.type,this.name!==""&&(r.name=this.name),this.castShadow===!0&&(r.castShadow=!0),this.receiveShadow===!0&&(r.receiveShadow=!0),this.visible===!1&&(r.visible=!1),this.frustumCulled===!1&&(r.frustumCulled=!1),this.renderOrder!==0&&(r.renderOrder=this.renderOrder),Object.keys(this.userData).length>0&&(r.userData=this.userData),r.layers=this.layers.mask,r.matrix=this.matrix.toArray(),r.up=this.up.toArray(),this.matrixAutoUpdate===!1&&(r.matrixAutoUpdate=!1),this.isInstancedMesh&&(r.type="InstancedMesh",r.count=this.count,r.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(r.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(r.type="BatchedMesh",r.perObjectFrustumCulled=this.perObjectFrustumCulled,r.sortObjects=this.sortObjects,r.drawRanges=this._drawRanges,r.reservedRanges=this._reservedRanges,r.geometryInfo=this._geometryInfo.map(o=>({...o,boundingBox:o.boundingBox?o.boundingBox.toJSON():void 0,boundingSphere:o.boundingSphere?o.boundingSphere.toJSON():void 0})),r.instanceInfo=this._instanceInfo.map(o=>({...o})),r.availableInstanceIds=this._availableInstanceIds.slice(),r.availableGeometryIds=this._availableGeometryIds.slice(),r.nextIndexStart=this._nextIndexStart,r.nextVertexStart=this._nextVertexStart,r.geometryCount=this._geometryCount,r.maxInstanceCount=this._maxInstanceCount,r.maxVertexCount=this._maxVertexCount,r.maxIndexCount=this._maxIndexCount,r.geometryInitialized=this._geometryInitialized,r.matricesTexture=this._matricesTexture.toJSON(t),r.indirectTexture=this._indirectTexture.toJSON(t),this._colorsTexture!==null&&(r.colorsTexture=this._colorsTexture.toJSON(t)),this.boundingSphere!==null&&(r.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(r.boundingBox=this.boundingBox.toJSON()));function s(o,l){return o[l.uuid]===void 0&&(o[l.uuid]=l.toJSON(t)),l.uuid}if(this.isScene)this.background&&(this.background.isColor?r.background=this.background.toJSON():this.background.isTexture&&(r.background=this.background.toJSON(t).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(r.environment=this.environment.toJSON(t).uuid);else if(this.isMesh||this.isLine||this.isPoints){r.geometry=s(t.geometries,this.geometry);let o=this.geometry.parameters;if(o!==void 0&&o.shapes!==void 0){let l=o.shapes;if(Array.isArray(l))for(let c=0,u=l.length;c<u;c++){let h=l[c];s(t.shapes,h)}else s(t.shapes,l)}}if(this.isSkinnedMesh&&(r.bindMode=this.bindMode,r.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(s(t.skeletons,this.skeleton),r.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let o=[];for(let l=0,c=this.material.length;l<c;l++)o.push(s(t.materials,this.material[l]));r.material=o}else r.material=s(t.materials,this.material);if(this.children.length>0){r.children=[];for(let o=0;o<this.children.length;o++)r.children.push(this.children[o].toJSON(t).object)}if(this.animations.length>0){r.animations=[];for(let o=0;o<this.animations.length;o++){let l=this.animations[o];r.animations.push(s(t.animations,l))}}if(e){let o=a(t.geometries),l=a(t.materials),c=a(t.textures),u=a(t.images),h=a(t.shapes),f=a(t.skeletons),p=a(t.animations),d=a(t.nodes);o.length>0&&(i.geometries=o),l.length>0&&(i.materials=l),c.length>0&&(i.textures=c),u.length>0&&(i.images=u),h.length>0&&(i.shapes=h),f.length>0&&(i.skeletons=f),p.length>0&&(i.animations=p),d.length>0&&(i.nodes=d)}return i.object=r,i;function a(o){let l=[];for(let c in o){let u=o[c];delete u.metadata,l.push(u)}return l}}clone(t){return new this.constructor().copy(this,t)}copy(t,e=!0){if(this.name=t.name,this.up.copy(t.up),this.position.copy(t.position),this.rotation.order=t.rotation.order,this.quaternion.copy(t.quaternion),this.scale.copy(t.scale),this.matrix.copy(t.matrix),this.matrixWorld.copy(t.matrixWorld),this.matrixAutoUpdate=t.matrixAutoUpdate,this.matrixWorldAutoUpdate=t.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=t.matrixWorldNeedsUpdate,this.layers.mask=t.layers.mask,this.visible=t.visible,this.castShadow=t.castShadow,this.receiveShadow=t.receiveShadow,this.frustumCulled=t.frustumCulled,this.renderOrder=t.renderOrder,this.animations=t.animations.slice(),this.userData=JSON.parse(JSON.stringify(t.userData)),e===!0)for(let i=0;i<t.children.length;i++){let r=t.children[i];this.add(r.clone())}return this}};un.DEFAULT_UP=new O(0,1,0);un.DEFAULT_MATRIX_AUTO_UPDATE=!0;un.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var Ci=new O,ur=new O,ld=new O,fr=new O,wa=new O,Ea=new O,Zg=new O,cd=new O,hd=new O,ud=new O,fd=new _e,dd=new _e,pd=new _e,Yr=class n{constructor(t=new O,e=new O,i=new O){this.a=t,this.b=e,this.c=i}static getNormal(t,e,i,r){r.subVectors(i,e),Ci.subVectors(t,e),r.cross(Ci);let s=r.lengthSq();return s>0?r.multiplyScalar(1/Math.sqrt(s)):r.set(0,0,0)}static getBarycoord(t,e,i,r,s){Ci.subVectors(r,e),ur.subVectors(i,e),ld.subVectors(t,e);let a=Ci.dot(Ci),o=Ci.dot(ur),l=Ci.dot(ld),c=ur.dot(ur),u=ur.dot(ld),h=a*c-o*o;if(h===0)return s.set(0,0,0),null;let f=1/h,p=(c*l-o*u)*f,d=(a*u-o*l)*f;return s.set(1-p-d,d,p)}static containsPoint(t,e,i,r){return this.getBarycoord(t,e,i,r,fr)===null?!1:fr.x>=0&&fr.y>=0&&fr.x+fr.y<=1}static getInterpolation(t,e,i,r,s,a,o,l){return this.getBarycoord(t,e,i,r,fr)===null?(l.x=0,l.y=0,"z"in l&&(l.z=0),"w"in l&&(l.w=0),null):(l.setScalar(0),l.addScaledVector(s,fr.x),l.addScaledVector(a,fr.y),l.addScaledVector(o,fr.z),l)}static getInterpolatedAttribute(t,e,i,r,s,a){return fd.setScalar(0),dd.setScalar(0),pd.setScalar(0),fd.fromBufferAttribute(t,e),dd.fromBufferAttribute(t,i),pd.fromBufferAttribute(t,r),a.setScalar(0),a.addScaledVector(fd,s.x),a.addScaledVector(dd,s.y),a.addScaledVector(pd,s.z),a}static isFrontFacing(t,e,i,r){return Ci.subVectors(i,e),ur.subVectors(t,e),Ci.cross(ur).dot(r)<0}set(t,e,i){return this.a.copy(t),this.b.copy(e),this.c.copy(i),this}setFromPointsAndIndices(t,e,i,r){return this.a.copy(t[e]),this.b.copy(t[i]),this.c.copy(t[r]),this}setFromAttributeAndIndices(t,e,i,r){return this.a.fromBufferAttribute(t,e),this.b.fromBufferAttribute(t,i),this.c.fromBufferAttribute(t,r),this}clone(){return new this.constructor().copy(this)}copy(t){return this.a.copy(t.a),this.b.copy(t.b),this.c.copy(t.c),this}getArea(){return Ci.subVectors(this.c,this.b),ur.subVectors(this.a,this.b),Ci.cross(ur).length()*.5}getMidpoint(t){return t.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(t){return n.getNormal(this.a,this.b,this.c,t)}getPlane(t){return t.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(t,e){return n.getBarycoord(t,this.a,this.b,this.c,e)}getInterpolation(t,e,i,r,s){return n.getInterpolation(t,this.a,this.b,this.c,e,i,r,s)}containsPoint(t){return n.containsPoint(t,this.a,this.b,this.c)}isFrontFacing(t){return n.isFrontFacing(this.a,this.b,this.c,t)}intersectsBox(t){return t.intersectsTriangle(this)}closestPointToPoint(t,e){let i=this.a,r=this.b,s=this.c,a,o;wa.subVectors(r,i),Ea.subVectors(s,i),cd.subVectors(t,i);let l=wa.dot(cd),c=Ea.dot(cd);if(l<=0&&c<=0)return e.copy(i);hd.subVectors(t,r);let u=wa.dot(hd),h=Ea.dot(hd);if(u>=0&&h<=u)return e.copy(r);let f=l*h-u*c;if(f<=0&&l>=0&&u<=0)return a=l/(l-u),e.copy(i).addScaledVector(wa,a);ud.subVectors(t,s);let p=wa.dot(ud),d=Ea.dot(ud);if(d>=0&&p<=d)return e.copy(s);let _=p*c-l*d;if(_<=0&&c>=0&&d<=0)return o=c/(c-d),e.copy(i).addScaledVector(Ea,o);let g=u*d-p*h;if(g<=0&&h-u>=0&&p-d>=0)return Zg.subVectors(s,r),o=(h-u)/(h-u+(p-d)),e.copy(r).addScaledVector(Zg,o);let m=1/(g+_+f);return a=_*m,o=f*m,e.copy(i).addScaledVector(wa,a).addScaledVector(Ea,o)}equals(t){return t.a.equals(this.a)&&t.b.equals(this.b)&&t.c.equals(this.c)}},q0={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},Xr={h:0,s:0,l:0},Ec={h:0,s:0,l:0};function md(n,t,e){return e<0&&(e+=1),e>1&&(e-=1),e<1/6?n+(t-n)*6*e:e<1/2?t:e<2/3?n+(t-n)*6*(2/3-e):n}var zt=class{constructor(t,e,i){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(t,e,i)}set(t,e,i){if(e===void 0&&i===void 0){let r=t;r&&r.isColor?this.copy(r):typeof r=="number"?this.setHex(r):typeof r=="string"&&this.setStyle(r)}else this.setRGB(t,e,i);return this}setScalar(t){return this.r=t,this.g=t,this.b=t,this}setHex(t,e=Yn){return t=Math.floor(t),this.r=(t>>16&255)/255,this.g=(t>>8&255)/255,this.b=(t&255)/255,ue.colorSpaceToWorking(this,e),this}setRGB(t,e,i,r=ue.workingColorSpace){return this.r=t,this.g=e,this.b=i,ue.colorSpaceToWorking(this,r),this}setHSL(t,e,i,r=ue.workingColorSpace){if(t=Gd(t,1),e=ae(e,0,1),i=ae(i,0,1),e===0)this.r=this.g=this.b=i;else{let s=i<=.5?i*(1+e):i+e-i*e,a=2*i-s;this.r=md(a,s,t+1/3),this.g=md(a,s,t),this.b=md(a,s,t-1/3)}return ue.colorSpaceToWorking(this,r),this}setStyle(t,e=Yn){function i(s){s!==void 0&&parseFloat(s)<1&&console.warn("THREE.Color: Alpha component of "+t+" will be ignored.")}let r;if(r=/^(\w+)\(([^\)]*)\)/.exec(t)){let s,a=r[1],o=r[2];switch(a){case"rgb":case"rgba":if(s=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d*\.?\d+)\s*)?$/.exec(o))return i(s[4]),this.setRGB(Math.min(255,parseInt(s[1],10))/255,Math.min(255,parseInt(s[2],10))/255,Math.min(255,parseInt(s[3],10))/255,e);if(s=/^\s*(\d+)\%\s*,\s*(\d+)\%\s*,\s*(\d+)\%\s*(?:,\s*(\d*\.?\d+)\s*)?$/.exec(o))return i(s[4]),this.setRGB(Math.min(100,parseInt(s[1],10))/100,Math.min(100,parseInt(s[2],10))/100,Math.min(100,parseInt(s[3],10))/100,e);break;case"hsl":case"hsla":if(s=/^\s*(\d*\.?\d+)\s*,\s*(\d*\.?\d+)\%\s*,\s*(\d*\.?\d+)\%\s*(?:,\s*(\d*\.?\d+)\s*)?$/.exec(o))return i(s[4]),this.setHSL(parseFloat(s[1])/360,parseFloat(s[2])/100,parseFloat(s[3])/100,e);break;default:console.warn("THREE.Color: Unknown color model "+t)}}else if(r=/^\#([A-Fa-f\d]+)$/.exec(t)){let s=r[1],a=s.length;if(a===3)return this.setRGB(parseInt(s.charAt(0),16)/15,parseInt(s.charAt(1),16)/15,parseInt(s.charAt(2),16)/15,e);if(a===6)return this.setHex(parseInt(s,16),e);console.warn("THREE.Color: Invalid hex color "+t)}else if(t&&t.length>0)return this.setColorName(t,e);return this}setColorName(t,e=Yn){let i=q0[t.toLowerCase()];return i!==void 0?this.setHex(i,e):console.warn("THREE.Color: Unknown color "+t),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(t){return this.r=t.r,this.g=t.g,this.b=t.b,this}copySRGBToLinear(t){return this.r=pr(t.r),this.g=pr(t.g),this.b=pr(t.b),this}copyLinearToSRGB(t){return this.r=Ra(t.r),this.g=Ra(t.g),this.b=Ra(t.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(t=Yn){return ue.workingToColorSpace(Cn.copy(this),t),Math.round(ae(Cn.r*255,0,255))*65536+Math.round(ae(Cn.g*255,0,255))*256+Math.round(ae(Cn.b*255,0,255))}getHexString(t=Yn){return("000000"+this.getHex(t).toString(16)).slice(-6)}getHSL(t,e=ue.workingColorSpace){ue.workingToColorSpace(Cn.copy(this),e);let i=Cn.r,r=Cn.g,s=Cn.b,a=Math.max(i,r,s),o=Math.min(i,r,s),l,c,u=(o+a)/2;if(o===a)l=0,c=0;else{let h=a-o;switch(c=u<=.5?h/(a+o):h/(2-a-o),a){case i:l=(r-s)/h+(r<s?6:0);break;case r:l=(s-i)/h+2;break;case s:l=(i-r)/h+4;break}l/=6}return t.h=l,t.s=c,t.l=u,t}getRGB(t,e=ue.workingColorSpace){return ue.workingToColorSpace(Cn.copy(this),e),t.r=Cn.r,t.g=Cn.g,t.b=Cn.b,t}getStyle(t=Yn){ue.workingToColorSpace(Cn.copy(this),t);let e=Cn.r,i=Cn.g,r=Cn.b;return t!==Yn?`color(${t} ${e.toFixed(3)} ${i.toFixed(3)} ${r.toFixed(3)})`:`rgb(${Math.round(e*255)},${Math.round(i*255)},${Math.round(r*255)})`}offsetHSL(t,e,i){return this.getHSL(Xr),this.setHSL(Xr.h+t,Xr.s+e,Xr.l+i)}add(t){return this.r+=t.r,this.g+=t.g,this.b+=t.b,this}addColors(t,e){return this.r=t.r+e.r,this.g=t.g+e.g,this.b=t.b+e.b,this}addScalar(t){return this.r+=t,this.g+=t,this.b+=t,this}sub(t){return this.r=Math.max(0,this.r-t.r),this.g=Math.max(0,this.g-t.g),this.b=Math.max(0,this.b-t.b),this}multiply(t){return this.r*=t.r,this.g*=t.g,this.b*=t.b,this}multiplyScalar(t){return this.r*=t,this.g*=t,this.b*=t,this}lerp(t,e){return this.r+=(t.r-this.r)*e,this.g+=(t.g-this.g)*e,this.b+=(t.b-this.b)*e,this}lerpColors(t,e,i){return this.r=t.r+(e.r-t.r)*i,this.g=t.g+(e.g-t.g)*i,this.b=t.b+(e.b-t.b)*i,this}lerpHSL(t,e){this.getHSL(Xr),t.getHSL(Ec);let i=Xo(Xr.h,Ec.h,e),r=Xo(Xr.s,Ec.s,e),s=Xo(Xr.l,Ec.l,e);return this.setHSL(i,r,s),this}setFromVector3(t){return this.r=t.x,this.g=t.y,this.b=t.z,this}applyMatrix3(t){let e=this.r,i=this.g,r=this.b,s=t.elements;return this.r=s[0]*e+s[3]*i+s[6]*r,this.g=s[1]*e+s[4]*i+s[7]*r,this.b=s[2]*e+s[5]*i+s[8]*r,this}equals(t){return t.r===this.r&&t.g===this.g&&t.b===this.b}fromArray(t,e=0){return this.r=t[e],this.g=t[e+1],this.b=t[e+2],this}toArray(t=[],e=0){return t[e]=this.r,t[e+1]=this.g,t[e+2]=this.b,t}fromBufferAttribute(t,e){return this.r=t.getX(e),this.g=t.getY(e),this.b=t.getZ(e),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},Cn=new zt;zt.NAMES=q0;var hS=0,gr=class extends Pe{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:hS++}),this.uuid=Ya(),this.name="",this.type="Material",this.blending=Gn,this.side=mr,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=Hc,this.blendDst=Wc,this.blendEquation=jr,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new zt(0,0,0),this.blendAlpha=0,this.depthFunc=Ls,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=Sd,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=Is,this.stencilZFail=Is,this.stencilZPass=Is,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(t){this._alphaTest>0!=t>0&&this.version++,this._alphaTest=t}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(t){if(t!==void 0)for(let e in t){let i=t[e];if(i===void 0){console.warn(`THREE.Material: parameter '${e}' has value of undefined.`);continue}let r=this[e];if(r===void 0){console.warn(`THREE.Material: '${e}' is not a property of THREE.${this.type}.`);continue}r&&r.isColor?r.set(i):r&&r.isVector3&&i&&i.isVector3?r.copy(i):this[e]=i}}toJSON(t){let e=t===void 0||typeof t=="string";e&&(t={textures:{},images:{}});let i={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};i.uuid=this.uuid,i.type=this.type,this.name!==""&&(i.name=this.name),this.color&&this.color.isColor&&(i.color=this.color.getHex()),this.roughness!==void 0&&(i.roughness=this.roughness),this.metalness!==void 0&&(i.metalness=this.metalness),this.sheen!==void 0&&(i.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(i.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(i.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(i.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&this.emissiveIntensity!==1&&(i.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(i.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(i.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(i.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(i.shininess=this.shininess),this.clearcoat!==void 0&&(i.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(i.clearcoatRoughness=this.clearcoatRoughness),this.clearcoatMap&&this.clearcoatMap.isTexture&&(i.clearcoatMap=this.clearcoatMap.toJSON(t).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(i.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(t).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(i.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(t).uuid,i.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(i.sheenColorMap=this.sheenColorMap.toJSON(t).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(i.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(t).uuid),this.dispersion!==void 0&&(i.dispersion=this.dispersion),this.iridescence!==void 0&&(i.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(i.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessRange!==void 0&&(i.iridescenceThicknessRange=this.iridescenceThicknessRange),this.iridescenceMap&&this.iridescenceMap.isTexture&&(i.iridescenceMap=this.iridescenceMap.toJSON(t).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(i.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(t).uuid),this.anisotropy!==void 0&&(i.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(i.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(i.anisotropyMap=this.anisotropyMap.toJSON(t).uuid),this.map&&this.map.isTexture&&(i.map=this.map.toJSON(t).uuid),this.matcap&&this.matcap.isTexture&&(i.matcap=this.matcap.toJSON(t).uuid),this.alphaMap&&this.alphaMap.isTexture&&(i.alphaMap=this.alphaMap.toJSON(t).uuid),this.lightMap&&this.lightMap.isTexture&&(i.lightMap=this.lightMap.toJSON(t).uuid,i.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(i.aoMap=this.aoMap.toJSON(t).uuid,i.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(i.bumpMap=this.bumpMap.toJSON(t).uuid,i.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(i.normalMap=this.normalMap.toJSON(t).uuid,i.normalMapType=this.normalMapType,i.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(i.displacementMap=this.displacementMap.toJSON(t).uuid,i.displacementScale=this.displacementScale,i.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(i.roughnessMap=this.roughnessMap.toJSON(t).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(i.metalnessMap=this.metalnessMap.toJSON(t).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(i.emissiveMap=this.emissiveMap.toJSON(t).uuid),this.specularMap&&this.specularMap.isTexture&&(i.specularMap=this.specularMap.toJSON(t).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(i.specularIntensityMap=this.specularIntensityMap.toJSON(t).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(i.specularColorMap=this.specularColorMap.toJSON(t).uuid),this.envMap&&this.envMap.isTexture&&(i.envMap=this.envMap.toJSON(t).uuid,this.combine!==void 0&&(i.combine=this.combine)),this.envMapRotation!==void 0&&(i.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(i.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(i.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(i.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(i.gradientMap=this.gradientMap.toJSON(t).uuid),this.transmission!==void 0&&(i.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(i.transmissionMap=this.transmissionMap.toJSON(t).uuid),this.thickness!==void 0&&(i.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(i.thicknessMap=this.thicknessMap.toJSON(t).uuid),this.attenuationDistance!==void 0&&this.attenuationDistance!==1/0&&(i.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(i.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(i.size=this.size),this.shadowSide!==null&&(i.shadowSide=this.shadowSide),this.sizeAttenuation!==void 0&&(i.sizeAttenuation=this.sizeAttenuation),this.blending!==Gn&&(i.blending=this.blending),this.side!==mr&&(i.side=this.side),this.vertexColors===!0&&(i.vertexColors=!0),this.opacity<1&&(i.opacity=this.opacity),this.transparent===!0&&(i.transparent=!0),this.blendSrc!==Hc&&(i.blendSrc=this.blendSrc),this.blendDst!==Wc&&(i.blendDst=this.blendDst),this.blendEquation!==jr&&(i.blendEquation=this.blendEquation),this.blendSrcAlpha!==null&&(i.blendSrcAlpha=this.blendSrcAlpha),this.blendDstAlpha!==null&&(i.blendDstAlpha=this.blendDstAlpha),this.blendEquationAlpha!==null&&(i.blendEquationAlpha=this.blendEquationAlpha),this.blendColor&&this.blendColor.isColor&&(i.blendColor=this.blendColor.getHex()),this.blendAlpha!==0&&(i.blendAlpha=this.blendAlpha),this.depthFunc!==Ls&&(i.depthFunc=this.depthFunc),this.depthTest===!1&&(i.depthTest=this.depthTest),this.depthWrite===!1&&(i.depthWrite=this.depthWrite),this.colorWrite===!1&&(i.colorWrite=this.colorWrite),this.stencilWriteMask!==255&&(i.stencilWriteMask=this.stencilWriteMask),this.stencilFunc!==Sd&&(i.stencilFunc=this.stencilFunc),this.stencilRef!==0&&(i.stencilRef=this.stencilRef),this.stencilFuncMask!==255&&(i.stencilFuncMask=this.stencilFuncMask),this.stencilFail!==Is&&(i.stencilFail=this.stencilFail),this.stencilZFail!==Is&&(i.stencilZFail=this.stencilZFail),this.stencilZPass!==Is&&(i.stencilZPass=this.stencilZPass),this.stencilWrite===!0&&(i.stencilWrite=this.stencilWrite),this.rotation!==void 0&&this.rotation!==0&&(i.rotation=this.rotation),this.polygonOffset===!0&&(i.polygonOffset=!0),this.polygonOffsetFactor!==0&&(i.polygonOffsetFactor=this.polygonOffsetFactor),this.polygonOffsetUnits!==0&&(i.polygonOffsetUnits=this.polygonOffsetUnits),this.linewidth!==void 0&&this.linewidth!==1&&(i.linewidth=this.linewidth),this.dashSize!==void 0&&(i.dashSize=this.dashSize),this.gapSize!==void 0&&(i.gapSize=this.gapSize),this.scale!==void 0&&(i.scale=this.scale),this.dithering===!0&&(i.dithering=!0),this.alphaTest>0&&(i.alphaTest=this.alphaTest),this.alphaHash===!0&&(i.alphaHash=!0),this.alphaToCoverage===!0&&(i.alphaToCoverage=!0),this.premultipliedAlpha===!0&&(i.premultipliedAlpha=!0),this.forceSinglePass===!0&&(i.forceSinglePass=!0),this.wireframe===!0&&(i.wireframe=!0),this.wireframeLinewidth>1&&(i.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!=="round"&&(i.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!=="round"&&(i.wireframeLinejoin=this.wireframeLinejoin),this.flatShading===!0&&(i.flatShading=!0),this.visible===!1&&(i.visible=!1),this.toneMapped===!1&&(i.toneMapped=!1),this.fog===!1&&(i.fog=!1),Object.keys(this.userData).length>0&&(i.userData=this.userData);function r(s){let a=[];for(let o in s){let l=s[o];delete l.metadata,a.push(l)}return a}if(e){let s=r(t.textures),a=r(t.images);s.length>0&&(i.textures=s),a.length>0&&(i.images=a)}return i}clone(){return new this.constructor().copy(this)}copy(t){this.name=t.name,this.blending=t.blending,this.side=t.side,this.vertexColors=t.vertexColors,this.opacity=t.opacity,this.transparent=t.transparent,this.blendSrc=t.blendSrc,this.blendDst=t.blendDst,this.blendEquation=t.blendEquation,this.blendSrcAlpha=t.blendSrcAlpha,this.blendDstAlpha=t.blendDstAlpha,this.blendEquationAlpha=t.blendEquationAlpha,this.blendColor.copy(t.blendColor),this.blendAlpha=t.blendAlpha,this.depthFunc=t.depthFunc,this.depthTest=t.depthTest,this.depthWrite=t.depthWrite,this.stencilWriteMask=t.stencilWriteMask,this.stencilFunc=t.stencilFunc,this.stencilRef=t.stencilRef,this.stencilFuncMask=t.stencilFuncMask,this.stencilFail=t.stencilFail,this.stencilZFail=t.stencilZFail,this.stencilZPass=t.stencilZPass,this.stencilWrite=t.stencilWrite;let e=t.clippingPlanes,i=null;if(e!==null){let r=e.length;i=new Array(r);for(let s=0;s!==r;++s)i[s]=e[s].clone()}return this.clippingPlanes=i,this.clipIntersection=t.clipIntersection,this.clipShadows=t.clipShadows,this.shadowSide=t.shadowSide,this.colorWrite=t.colorWrite,this.precision=t.precision,this.polygonOffset=t.polygonOffset,this.polygonOffsetFactor=t.polygonOffsetFactor,this.polygonOffsetUnits=t.polygonOffsetUnits,this.dithering=t.dithering,this.alphaTest=t.alphaTest,this.alphaHash=t.alphaHash,this.alphaToCoverage=t.alphaToCoverage,this.premultipliedAlpha=t.premultipliedAlpha,this.forceSinglePass=t.forceSinglePass,this.visible=t.visible,this.toneMapped=t.toneMapped,this.userData=JSON.parse(JSON.stringify(t.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(t){t===!0&&this.version++}},Ua=class extends gr{constructor(t){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new zt(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Yi,this.combine=Dd,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(t)}copy(t){return super.copy(t),this.color.copy(t.color),this.map=t.map,this.lightMap=t.lightMap,this.lightMapIntensity=t.lightMapIntensity,this.aoMap=t.aoMap,this.aoMapIntensity=t.aoMapIntensity,this.specularMap=t.specularMap,this.alphaMap=t.alphaMap,this.envMap=t.envMap,this.envMapRotation.copy(t.envMapRotation),this.combine=t.combine,this.reflectivity=t.reflectivity,this.refractionRatio=t.refractionRatio,this.wireframe=t.wireframe,this.wireframeLinewidth=t.wireframeLinewidth,this.wireframeLinecap=t.wireframeLinecap,this.wireframeLinejoin=t.wireframeLinejoin,this.fog=t.fog,this}},dr=uS();function uS(){let n=new ArrayBuffer(4),t=new Float32Array(n),e=new Uint32Array(n),i=new Uint32Array(512),r=new Uint32Array(512);for(let l=0;l<256;++l){let c=l-127;c<-27?(i[l]=0,i[l|256]=32768,r[l]=24,r[l|256]=24):c<-14?(i[l]=1024>>-c-14,i[l|256]=1024>>-c-14|32768,r[l]=-c-1,r[l|256]=-c-1):c<=15?(i[l]=c+15<<10,i[l|256]=c+15<<10|32768,r[l]=13,r[l|256]=13):c<128?(i[l]=31744,i[l|256]=64512,r[l]=24,r[l|256]=24):(i[l]=31744,i[l|256]=64512,r[l]=13,r[l|256]=13)}let s=new Uint32Array(2048),a=new Uint32Array(64),o=new Uint32Array(64);for(let l=1;l<1024;++l){let c=l<<13,u=0;for(;(c&8388608)===0;)c<<=1,u-=8388608;c&=-8388609,u+=947912704,s[l]=c|u}for(let l=1024;l<2048;++l)s[l]=939524096+(l-1024<<13);for(let l=1;l<31;++l)a[l]=l<<23;a[31]=1199570944,a[32]=2147483648;for(let l=33;l<63;++l)a[l]=2147483648+(l-32<<23);a[63]=3347054592;for(let l=1;l<64;++l)l!==32&&(o[l]=1024);return{floatView:t,uint32View:e,baseTable:i,shiftTable:r,mantissaTable:s,exponentTable:a,offsetTable:o}}function li(n){Math.abs(n)>65504&&console.warn("THREE.DataUtils.toHalfFloat(): Value out of range."),n=ae(n,-65504,65504),dr.floatView[0]=n;let t=dr.uint32View[0],e=t>>23&511;return dr.baseTable[e]+((t&8388607)>>dr.shiftTable[e])}function Tc(n){let t=n>>10;return dr.uint32View[0]=dr.mantissaTable[dr.offsetTable[t]+(n&1023)]+dr.exponentTable[t],dr.floatView[0]}var sn=new O,Ac=new vt,fS=0,He=class{constructor(t,e,i=!1){if(Array.isArray(t))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:fS++}),this.name="",this.array=t,this.itemSize=e,this.count=t!==void 0?t.length/e:0,this.normalized=i,this.usage=wd,this.updateRanges=[],this.gpuType=Qe,this.version=0}onUploadCallback(){}set needsUpdate(t){t===!0&&this.version++}setUsage(t){return this.usage=t,this}addUpdateRange(t,e){this.updateRanges.push({start:t,count:e})}clearUpdateRanges(){this.updateRanges.length=0}copy(t){return this.name=t.name,this.array=new t.array.constructor(t.array),this.itemSize=t.itemSize,this.count=t.count,this.normalized=t.normalized,this.usage=t.usage,this.gpuType=t.gpuType,this}copyAt(t,e,i){t*=this.itemSize,i*=e.itemSize;for(let r=0,s=this.itemSize;r<s;r++)this.array[t+r]=e.array[i+r];return this}copyArray(t){return this.array.set(t),this}applyMatrix3(t){if(this.itemSize===2)for(let e=0,i=this.count;e<i;e++)Ac.fromBufferAttribute(this,e),Ac.applyMatrix3(t),this.setXY(e,Ac.x,Ac.y);else if(this.itemSize===3)for(let e=0,i=this.count;e<i;e++)sn.fromBufferAttribute(this,e),sn.applyMatrix3(t),this.setXYZ(e,sn.x,sn.y,sn.z);return this}applyMatrix4(t){for(let e=0,i=this.count;e<i;e++)sn.fromBufferAttribute(this,e),sn.applyMatrix4(t),this.setXYZ(e,sn.x,sn.y,sn.z);return this}applyNormalMatrix(t){for(let e=0,i=this.count;e<i;e++)sn.fromBufferAttribute(this,e),sn.applyNormalMatrix(t),this.setXYZ(e,sn.x,sn.y,sn.z);return this}transformDirection(t){for(let e=0,i=this.count;e<i;e++)sn.fromBufferAttribute(this,e),sn.transformDirection(t),this.setXYZ(e,sn.x,sn.y,sn.z);return this}set(t,e=0){return this.array.set(t,e),this}getComponent(t,e){let i=this.array[t*this.itemSize+e];return this.normalized&&(i=qi(i,this.array)),i}setComponent(t,e,i){return this.normalized&&(i=Ce(i,this.array)),this.array[t*this.itemSize+e]=i,this}getX(t){let e=this.array[t*this.itemSize];return this.normalized&&(e=qi(e,this.array)),e}setX(t,e){return this.normalized&&(e=Ce(e,this.array)),this.array[t*this.itemSize]=e,this}getY(t){let e=this.array[t*this.itemSize+1];return this.normalized&&(e=qi(e,this.array)),e}setY(t,e){return this.normalized&&(e=Ce(e,this.array)),this.array[t*this.itemSize+1]=e,this}getZ(t){let e=this.array[t*this.itemSize+2];return this.normalized&&(e=qi(e,this.array)),e}setZ(t,e){return this.normalized&&(e=Ce(e,this.array)),this.array[t*this.itemSize+2]=e,this}getW(t){let e=this.array[t*this.itemSize+3];return this.normalized&&(e=qi(e,this.array)),e}setW(t,e){return this.normalized&&(e=Ce(e,this.array)),this.array[t*this.itemSize+3]=e,this}setXY(t,e,i){return t*=this.itemSize,this.normalized&&(e=Ce(e,this.array),i=Ce(i,this.array)),this.array[t+0]=e,this.array[t+1]=i,this}setXYZ(t,e,i,r){return t*=this.itemSize,this.normalized&&(e=Ce(e,this.array),i=Ce(i,this.array),r=Ce(r,this.array)),this.array[t+0]=e,this.array[t+1]=i,this.array[t+2]=r,this}setXYZW(t,e,i,r,s){return t*=this.itemSize,this.normalized&&(e=Ce(e,this.array),i=Ce(i,this.array),r=Ce(r,this.array),s=Ce(s,this.array)),this.array[t+0]=e,this.array[t+1]=i,this.array[t+2]=r,this.array[t+3]=s,this}onUpload(t){return this.onUploadCallback=t,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let t={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return this.name!==""&&(t.name=this.name),this.usage!==wd&&(t.usage=this.usage),t}},Os=class extends He{constructor(t,e,i){super(new Int8Array(t),e,i)}},$r=class extends He{constructor(t,e,i){super(new Uint8Array(t),e,i)}},$o=class extends He{constructor(t,e,i){super(new Uint8ClampedArray(t),e,i)}},Ns=class extends He{constructor(t,e,i){super(new Int16Array(t),e,i)}},ji=class extends He{constructor(t,e,i){super(new Uint16Array(t),e,i)}},Us=class extends He{constructor(t,e,i){super(new Int32Array(t),e,i)}},_r=class extends He{constructor(t,e,i){super(new Uint32Array(t),e,i)}},Jo=class extends He{constructor(t,e,i){super(new Uint16Array(t),e,i),this.isFloat16BufferAttribute=!0}getX(t){let e=Tc(this.array[t*this.itemSize]);return this.normalized&&(e=qi(e,this.array)),e}setX(t,e){return this.normalized&&(e=Ce(e,this.array)),this.array[t*this.itemSize]=li(e),this}getY(t){let e=Tc(this.array[t*this.itemSize+1]);return this.normalized&&(e=qi(e,this.array)),e}setY(t,e){return this.normalized&&(e=Ce(e,this.array)),this.array[t*this.itemSize+1]=li(e),this}getZ(t){let e=Tc(this.array[t*this.itemSize+2]);return this.normalized&&(e=qi(e,this.array)),e}setZ(t,e){return this.normalized&&(e=Ce(e,this.array)),this.array[t*this.itemSize+2]=li(e),this}getW(t){let e=Tc(this.array[t*this.itemSize+3]);return this.normalized&&(e=qi(e,this.array)),e}setW(t,e){return this.normalized&&(e=Ce(e,this.array)),this.array[t*this.itemSize+3]=li(e),this}setXY(t,e,i){return t*=this.itemSize,this.normalized&&(e=Ce(e,this.array),i=Ce(i,this.array)),this.array[t+0]=li(e),this.array[t+1]=li(i),this}setXYZ(t,e,i,r){return t*=this.itemSize,this.normalized&&(e=Ce(e,this.array),i=Ce(i,this.array),r=Ce(r,this.array)),this.array[t+0]=li(e),this.array[t+1]=li(i),this.array[t+2]=li(r),this}setXYZW(t,e,i,r,s){return t*=this.itemSize,this.normalized&&(e=Ce(e,this.array),i=Ce(i,this.array),r=Ce(r,this.array),s=Ce(s,this.array)),this.array[t+0]=li(e),this.array[t+1]=li(i),this.array[t+2]=li(r),this.array[t+3]=li(s),this}},We=class extends He{constructor(t,e,i){super(new Float32Array(t),e,i)}},dS=0,pi=new re,gd=new un,Ta=new O,ci=new Ze,Vo=new Ze,xn=new O,Mn=class n extends Pe{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:dS++}),this.uuid=Ya(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={}}getIndex(){return this.index}setIndex(t){return Array.isArray(t)?this.index=new(zd(t)?_r:ji)(t,1):this.index=t,this}setIndirect(t){return this.indirect=t,this}getIndirect(){return this.indirect}getAttribute(t){return this.attributes[t]}setAttribute(t,e){return this.attributes[t]=e,this}deleteAttribute(t){return delete this.attributes[t],this}hasAttribute(t){return this.attributes[t]!==void 0}addGroup(t,e,i=0){this.groups.push({start:t,count:e,materialIndex:i})}clearGroups(){this.groups=[]}setDrawRange(t,e){this.drawRange.start=t,this.drawRange.count=e}applyMatrix4(t){let e=this.attributes.position;e!==void 0&&(e.applyMatrix4(t),e.needsUpdate=!0);let i=this.attributes.normal;if(i!==void 0){let s=new ee().getNormalMatrix(t);i.applyNormalMatrix(s),i.needsUpdate=!0}let r=this.attributes.tangent;return r!==void 0&&(r.transformDirection(t),r.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this}applyQuaternion(t){return pi.makeRotationFromQuaternion(t),this.applyMatrix4(pi),this}rotateX(t){return pi.makeRotationX(t),this.applyMatrix4(pi),this}rotateY(t){return pi.makeRotationY(t),this.applyMatrix4(pi),this}rotateZ(t){return pi.makeRotationZ(t),this.applyMatrix4(pi),this}translate(t,e,i){return pi.makeTranslation(t,e,i),this.applyMatrix4(pi),this}scale(t,e,i){return pi.makeScale(t,e,i),this.applyMatrix4(pi),this}lookAt(t){return gd.lookAt(t),gd.updateMatrix(),this.applyMatrix4(gd.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(Ta).negate(),this.translate(Ta.x,Ta.y,Ta.z),this}setFromPoints(t){let e=this.getAttribute("position");if(e===void 0){let i=[];for(let r=0,s=t.length;r<s;r++){let a=t[r];i.push(a.x,a.y,a.z||0)}this.setAttribute("position",new We(i,3))}else{let i=Math.min(t.length,e.count);for(let r=0;r<i;r++){let s=t[r];e.setXYZ(r,s.x,s.y,s.z||0)}t.length>e.count&&console.warn("THREE.BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),e.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new Ze);let t=this.attributes.position,e=this.morphAttributes.position;if(t&&t.isGLBufferAttribute){console.error("THREE.BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new O(-1/0,-1/0,-1/0),new O(1/0,1/0,1/0));return}if(t!==void 0){if(this.boundingBox.setFromBufferAttribute(t),e)for(let i=0,r=e.length;i<r;i++){let s=e[i];ci.setFromBufferAttribute(s),this.morphTargetsRelative?(xn.addVectors(this.boundingBox.min,ci.min),this.boundingBox.expandByPoint(xn),xn.addVectors(this.boundingBox.max,ci.max),this.boundingBox.expandByPoint(xn)):(this.boundingBox.expandByPoint(ci.min),this.boundingBox.expandByPoint(ci.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&console.error('THREE.BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Rn);let t=this.attributes.position,e=this.morphAttributes.position;if(t&&t.isGLBufferAttribute){console.error("THREE.BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new O,1/0);return}if(t){let i=this.boundingSphere.center;if(ci.setFromBufferAttribute(t),e)for(let s=0,a=e.length;s<a;s++){let o=e[s];Vo.setFromBufferAttribute(o),this.morphTargetsRelative?(xn.addVectors(ci.min,Vo.min),ci.expandByPoint(xn),xn.addVectors(ci.max,Vo.max),ci.expandByPoint(xn)):(ci.expandByPoint(Vo.min),ci.expandByPoint(Vo.max))}ci.getCenter(i);let r=0;for(let s=0,a=t.count;s<a;s++)xn.fromBufferAttribute(t,s),r=Math.max(r,i.distanceToSquared(xn));if(e)for(let s=0,a=e.length;s<a;s++){let o=e[s],l=this.morphTargetsRelative;for(let c=0,u=o.count;c<u;c++)xn.fromBufferAttribute(o,c),l&&(Ta.fromBufferAttribute(t,c),xn.add(Ta)),r=Math.max(r,i.distanceToSquared(xn))}this.boundingSphere.radius=Math.sqrt(r),isNaN(this.boundingSphere.radius)&&console.error('THREE.BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let t=this.index,e=this.attributes;if(t===null||e.position===void 0||e.normal===void 0||e.uv===void 0){console.error("THREE.BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let i=e.position,r=e.normal,s=e.uv;this.hasAttribute("tangent")===!1&&this.setAttribute("tangent",new He(new Float32Array(4*i.count),4));let a=this.getAttribute("tangent"),o=[],l=[];for(let B=0;B<i.count;B++)o[B]=new O,l[B]=new O;let c=new O,u=new O,h=new O,f=new vt,p=new vt,d=new vt,_=new O,g=new O;function m(B,T,C){c.fromBufferAttribute(i,B),u.fromBufferAttribute(i,T),h.fromBufferAttribute(i,C),f.fromBufferAttribute(s,B),p.fromBufferAttribute(s,T),d.fromBufferAttribute(s,C),u.sub(c),h.sub(c),p.sub(f),d.sub(f);let M=1/(p.x*d.y-d.x*p.y);isFinite(M)&&(_.copy(u).multiplyScalar(d.y).addScaledVector(h,-p.y).multiplyScalar(M),g.copy(h).multiplyScalar(p.x).addScaledVector(u,-d.x).multiplyScalar(M),o[B].add(_),o[T].add(_),o[C].add(_),l[B].add(g),l[T].add(g),l[C].add(g))}let w=this.groups;w.length===0&&(w=[{start:0,count:t.count}]);for(let B=0,T=w.length;B<T;++B){let C=w[B],M=C.start,L=C.count;for(let k=M,X=M+L;k<X;k+=3)m(t.getX(k+0),t.getX(k+1),t.getX(k+2))}let A=new O,b=new O,P=new O,I=new O;function D(B){P.fromBufferAttribute(r,B),I.copy(P);let T=o[B];A.copy(T),A.sub(P.multiplyScalar(P.dot(T))).normalize(),b.crossVectors(I,T);let M=b.dot(l[B])<0?-1:1;a.setXYZW(B,A.x,A.y,A.z,M)}for(let B=0,T=w.length;B<T;++B){let C=w[B],M=C.start,L=C.count;for(let k=M,X=M+L;k<X;k+=3)D(t.getX(k+0)),D(t.getX(k+1)),D(t.getX(k+2))}}computeVertexNormals(){let t=this.index,e=this.getAttribute("position");if(e!==void 0){let i=this.getAttribute("normal");if(i===void 0)i=new He(new Float32Array(e.count*3),3),this.setAttribute("normal",i);else for(let f=0,p=i.count;f<p;f++)i.setXYZ(f,0,0,0);let r=new O,s=new O,a=new O,o=new O,l=new O,c=new O,u=new O,h=new O;if(t)for(let f=0,p=t.count;f<p;f+=3){let d=t.getX(f+0),_=t.getX(f+1),g=t.getX(f+2);r.fromBufferAttribute(e,d),s.fromBufferAttribute(e,_),a.fromBufferAttribute(e,g),u.subVectors(a,s),h.subVectors(r,s),u.cross(h),o.fromBufferAttribute(i,d),l.fromBufferAttribute(i,_),c.fromBufferAttribute(i,g),o.add(u),l.add(u),c.add(u),i.setXYZ(d,o.x,o.y,o.z),i.setXYZ(_,l.x,l.y,l.z),i.setXYZ(g,c.x,c.y,c.z)}else for(let f=0,p=e.count;f<p;f+=3)r.fromBufferAttribute(e,f+0),s.fromBufferAttribute(e,f+1),a.fromBufferAttribute(e,f+2),u.subVectors(a,s),h.subVectors(r,s),u.cross(h),i.setXYZ(f+0,u.x,u.y,u.z),i.setXYZ(f+1,u.x,u.y,u.z),i.setXYZ(f+2,u.x,u.y,u.z);this.normalizeNormals(),i.needsUpdate=!0}}normalizeNormals(){let t=this.attributes.normal;for(let e=0,i=t.count;e<i;e++)xn.fromBufferAttribute(t,e),xn.normalize(),t.setXYZ(e,xn.x,xn.y,xn.z)}toNonIndexed(){function t(o,l){let c=o.array,u=o.itemSize,h=o.normalized,f=new c.constructor(l.length*u),p=0,d=0;for(let _=0,g=l.length;_<g;_++){o.isInterleavedBufferAttribute?p=l[_]*o.data.stride+o.offset:p=l[_]*u;for(let m=0;m<u;m++)f[d++]=c[p++]}return new He(f,u,h)}if(this.index===null)return console.warn("THREE.BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let e=new n,i=this.index.array,r=this.attributes;for(let o in r){let l=r[o],c=t(l,i);e.setAttribute(o,c)}let s=this.morphAttributes;for(let o in s){let l=[],c=s[o];for(let u=0,h=c.length;u<h;u++){let f=c[u],p=t(f,i);l.push(p)}e.morphAttributes[o]=l}e.morphTargetsRelative=this.morphTargetsRelative;let a=this.groups;for(let o=0,l=a.length;o<l;o++){let c=a[o];e.addGroup(c.start,c.count,c.materialIndex)}return e}toJSON(){let t={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(t.uuid=this.uuid,t.type=this.type,this.name!==""&&(t.name=this.name),Object.keys(this.userData).length>0&&(t.userData=this.userData),this.parameters!==void 0){let l=this.parameters;for(let c in l)l[c]!==void 0&&(t[c]=l[c]);return t}t.data={attributes:{}};let e=this.index;e!==null&&(t.data.index={type:e.array.constructor.name,array:Array.prototype.slice.call(e.array)});let i=this.attributes;for(let l in i){let c=i[l];t.data.attributes[l]=c.toJSON(t.data)}let r={},s=!1;for(let l in this.morphAttributes){let c=this.morphAttributes[l],u=[];for(let h=0,f=c.length;h<f;h++){let p=c[h];u.push(p.toJSON(t.data))}u.length>0&&(r[l]=u,s=!0)}s&&(t.data.morphAttributes=r,t.data.morphTargetsRelative=this.morphTargetsRelative);let a=this.groups;a.length>0&&(t.data.groups=JSON.parse(JSON.stringify(a)));let o=this.boundingSphere;return o!==null&&(t.data.boundingSphere=o.toJSON()),t}clone(){return new this.constructor().copy(this)}copy(t){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let e={};this.name=t.name;let i=t.index;i!==null&&this.setIndex(i.clone());let r=t.attributes;for(let c in r){let u=r[c];this.setAttribute(c,u.clone(e))}let s=t.morphAttributes;for(let c in s){let u=[],h=s[c];for(let f=0,p=h.length;f<p;f++)u.push(h[f].clone(e));this.morphAttributes[c]=u}this.morphTargetsRelative=t.morphTargetsRelative;let a=t.groups;for(let c=0,u=a.length;c<u;c++){let h=a[c];this.addGroup(h.start,h.count,h.materialIndex)}let o=t.boundingBox;o!==null&&(this.boundingBox=o.clone());let l=t.boundingSphere;return l!==null&&(this.boundingSphere=l.clone()),this.drawRange.start=t.drawRange.start,this.drawRange.count=t.drawRange.count,this.userData=t.userData,this}dispose(){this.dispatchEvent({type:"dispose"})}},$g=new re,Ps=new Ri,Cc=new Rn,Jg=new O,Pc=new O,Rc=new O,Ic=new O,_d=new O,Lc=new O,Kg=new O,Dc=new O,fn=class extends un{constructor(t=new Mn,e=new Ua){super(),this.isMesh=!0,this.type="Mesh",this.geometry=t,this.material=e,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(t,e){return super.copy(t,e),t.morphTargetInfluences!==void 0&&(this.morphTargetInfluences=t.morphTargetInfluences.slice()),t.morphTargetDictionary!==void 0&&(this.morphTargetDictionary=Object.assign({},t.morphTargetDictionary)),this.material=Array.isArray(t.material)?t.material.slice():t.material,this.geometry=t.geometry,this}updateMorphTargets(){let e=this.geometry.morphAttributes,i=Object.keys(e);if(i.length>0){let r=e[i[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,a=r.length;s<a;s++){let o=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[o]=s}}}}getVertexPosition(t,e){let i=this.geometry,r=i.attributes.position,s=i.morphAttributes.position,a=i.morphTargetsRelative;e.fromBufferAttribute(r,t);let o=this.morphTargetInfluences;if(s&&o){Lc.set(0,0,0);for(let l=0,c=s.length;l<c;l++){let u=o[l],h=s[l];u!==0&&(_d.fromBufferAttribute(h,t),a?Lc.addScaledVector(_d,u):Lc.addScaledVector(_d.sub(e),u))}e.add(Lc)}return e}raycast(t,e){let i=this.geometry,r=this.material,s=this.matrixWorld;r!==void 0&&(i.boundingSphere===null&&i.computeBoundingSphere(),Cc.copy(i.boundingSphere),Cc.applyMatrix4(s),Ps.copy(t.ray).recast(t.near),!(Cc.containsPoint(Ps.origin)===!1&&(Ps.intersectSphere(Cc,Jg)===null||Ps.origin.distanceToSquared(Jg)>(t.far-t.near)**2))&&($g.copy(s).invert(),Ps.copy(t.ray).applyMatrix4($g),!(i.boundingBox!==null&&Ps.intersectsBox(i.boundingBox)===!1)&&this._computeIntersections(t,e,Ps)))}_computeIntersections(t,e,i){let r,s=this.geometry,a=this.material,o=s.index,l=s.attributes.position,c=s.attributes.uv,u=s.attributes.uv1,h=s.attributes.normal,f=s.groups,p=s.drawRange;if(o!==null)if(Array.isArray(a))for(let d=0,_=f.length;d<_;d++){let g=f[d],m=a[g.materialIndex],w=Math.max(g.start,p.start),A=Math.min(o.count,Math.min(g.start+g.count,p.start+p.count));for(let b=w,P=A;b<P;b+=3){let I=o.getX(b),D=o.getX(b+1),B=o.getX(b+2);r=Oc(this,m,t,i,c,u,h,I,D,B),r&&(r.faceIndex=Math.floor(b/3),r.face.materialIndex=g.materialIndex,e.push(r))}}else{let d=Math.max(0,p.start),_=Math.min(o.count,p.start+p.count);for(let g=d,m=_;g<m;g+=3){let w=o.getX(g),A=o.getX(g+1),b=o.getX(g+2);r=Oc(this,a,t,i,c,u,h,w,A,b),r&&(r.faceIndex=Math.floor(g/3),e.push(r))}}else if(l!==void 0)if(Array.isArray(a))for(let d=0,_=f.length;d<_;d++){let g=f[d],m=a[g.materialIndex],w=Math.max(g.start,p.start),A=Math.min(l.count,Math.min(g.start+g.count,p.start+p.count));for(let b=w,P=A;b<P;b+=3){let I=b,D=b+1,B=b+2;r=Oc(this,m,t,i,c,u,h,I,D,B),r&&(r.faceIndex=Math.floor(b/3),r.face.materialIndex=g.materialIndex,e.push(r))}}else{let d=Math.max(0,p.start),_=Math.min(l.count,p.start+p.count);for(let g=d,m=_;g<m;g+=3){let w=g,A=g+1,b=g+2;r=Oc(this,a,t,i,c,u,h,w,A,b),r&&(r.faceIndex=Math.floor(g/3),e.push(r))}}}};function pS(n,t,e,i,r,s,a,o){let l;if(t.side===zn?l=i.intersectTriangle(a,s,r,!0,o):l=i.intersectTriangle(r,s,a,t.side===mr,o),l===null)return null;Dc.copy(o),Dc.applyMatrix4(n.matrixWorld);let c=e.ray.origin.distanceTo(Dc);return c<e.near||c>e.far?null:{distance:c,point:Dc.clone(),object:n}}function Oc(n,t,e,i,r,s,a,o,l,c){n.getVertexPosition(o,Pc),n.getVertexPosition(l,Rc),n.getVertexPosition(c,Ic);let u=pS(n,t,e,i,Pc,Rc,Ic,Kg);if(u){let h=new O;Yr.getBarycoord(Kg,Pc,Rc,Ic,h),r&&(u.uv=Yr.getInterpolatedAttribute(r,o,l,c,h,new vt)),s&&(u.uv1=Yr.getInterpolatedAttribute(s,o,l,c,h,new vt)),a&&(u.normal=Yr.getInterpolatedAttribute(a,o,l,c,h,new O),u.normal.dot(i.direction)>0&&u.normal.multiplyScalar(-1));let f={a:o,b:l,c,normal:new O,materialIndex:0};Yr.getNormal(Pc,Rc,Ic,f.normal),u.face=f,u.barycoord=h}return u}var Fa=class n extends Mn{constructor(t=1,e=1,i=1,r=1,s=1,a=1){super(),this.type="BoxGeometry",this.parameters={width:t,height:e,depth:i,widthSegments:r,heightSegments:s,depthSegments:a};let o=this;r=Math.floor(r),s=Math.floor(s),a=Math.floor(a);let l=[],c=[],u=[],h=[],f=0,p=0;d("z","y","x",-1,-1,i,e,t,a,s,0),d("z","y","x",1,-1,i,e,-t,a,s,1),d("x","z","y",1,1,t,i,e,r,a,2),d("x","z","y",1,-1,t,i,-e,r,a,3),d("x","y","z",1,-1,t,e,i,r,s,4),d("x","y","z",-1,-1,t,e,-i,r,s,5),this.setIndex(l),this.setAttribute("position",new We(c,3)),this.setAttribute("normal",new We(u,3)),this.setAttribute("uv",new We(h,2));function d(_,g,m,w,A,b,P,I,D,B,T){let C=b/D,M=P/B,L=b/2,k=P/2,X=I/2,Z=D+1,H=B+1,W=0,$=0,Mt=new O;for(let mt=0;mt<H;mt++){let It=mt*M-k;for(let se=0;se<Z;se++){let Me=se*C-L;Mt[_]=Me*w,Mt[g]=It*A,Mt[m]=X,c.push(Mt.x,Mt.y,Mt.z),Mt[_]=0,Mt[g]=0,Mt[m]=I>0?1:-1,u.push(Mt.x,Mt.y,Mt.z),h.push(se/D),h.push(1-mt/B),W+=1}}for(let mt=0;mt<B;mt++)for(let It=0;It<D;It++){let se=f+It+Z*mt,Me=f+It+Z*(mt+1),be=f+(It+1)+Z*(mt+1),ie=f+(It+1)+Z*mt;l.push(se,Me,ie),l.push(Me,be,ie),$+=6}o.addGroup(p,$,T),p+=$,f+=W}}copy(t){return super.copy(t),this.parameters=Object.assign({},t.parameters),this}static fromJSON(t){return new n(t.width,t.height,t.depth,t.widthSegments,t.heightSegments,t.depthSegments)}};function Ws(n){let t={};for(let e in n){t[e]={};for(let i in n[e]){let r=n[e][i];r&&(r.isColor||r.isMatrix3||r.isMatrix4||r.isVector2||r.isVector3||r.isVector4||r.isTexture||r.isQuaternion)?r.isRenderTargetTexture?(console.warn("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),t[e][i]=null):t[e][i]=r.clone():Array.isArray(r)?t[e][i]=r.slice():t[e][i]=r}}return t}function In(n){let t={};for(let e=0;e<n.length;e++){let i=Ws(n[e]);for(let r in i)t[r]=i[r]}return t}function mS(n){let t=[];for(let e=0;e<n.length;e++)t.push(n[e].clone());return t}function kd(n){let t=n.getRenderTarget();return t===null?n.outputColorSpace:t.isXRRenderTarget===!0?t.texture.colorSpace:ue.workingColorSpace}var is={clone:Ws,merge:In},gS=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,_S=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,De=class extends gr{constructor(t){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=gS,this.fragmentShader=_S,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,t!==void 0&&this.setValues(t)}copy(t){return super.copy(t),this.fragmentShader=t.fragmentShader,this.vertexShader=t.vertexShader,this.uniforms=Ws(t.uniforms),this.uniformsGroups=mS(t.uniformsGroups),this.defines=Object.assign({},t.defines),this.wireframe=t.wireframe,this.wireframeLinewidth=t.wireframeLinewidth,this.fog=t.fog,this.lights=t.lights,this.clipping=t.clipping,this.extensions=Object.assign({},t.extensions),this.glslVersion=t.glslVersion,this}toJSON(t){let e=super.toJSON(t);e.glslVersion=this.glslVersion,e.uniforms={};for(let r in this.uniforms){let a=this.uniforms[r].value;a&&a.isTexture?e.uniforms[r]={type:"t",value:a.toJSON(t).uuid}:a&&a.isColor?e.uniforms[r]={type:"c",value:a.getHex()}:a&&a.isVector2?e.uniforms[r]={type:"v2",value:a.toArray()}:a&&a.isVector3?e.uniforms[r]={type:"v3",value:a.toArray()}:a&&a.isVector4?e.uniforms[r]={type:"v4",value:a.toArray()}:a&&a.isMatrix3?e.uniforms[r]={type:"m3",value:a.toArray()}:a&&a.isMatrix4?e.uniforms[r]={type:"m4",value:a.toArray()}:e.uniforms[r]={value:a}}Object.keys(this.defines).length>0&&(e.defines=this.defines),e.vertexShader=this.vertexShader,e.fragmentShader=this.fragmentShader,e.lights=this.lights,e.clipping=this.clipping;let i={};for(let r in this.extensions)this.extensions[r]===!0&&(i[r]=!0);return Object.keys(i).length>0&&(e.extensions=i),e}},Fs=class extends un{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new re,this.projectionMatrix=new re,this.projectionMatrixInverse=new re,this.coordinateSystem=Pi,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(t,e){return super.copy(t,e),this.matrixWorldInverse.copy(t.matrixWorldInverse),this.projectionMatrix.copy(t.projectionMatrix),this.projectionMatrixInverse.copy(t.projectionMatrixInverse),this.coordinateSystem=t.coordinateSystem,this}getWorldDirection(t){return super.getWorldDirection(t).negate()}updateMatrixWorld(t){super.updateMatrixWorld(t),this.matrixWorldInverse.copy(this.matrixWorld).invert()}updateWorldMatrix(t,e){super.updateWorldMatrix(t,e),this.matrixWorldInverse.copy(this.matrixWorld).invert()}clone(){return new this.constructor().copy(this)}},qr=new O,Qg=new vt,t0=new vt,Pn=class extends Fs{constructor(t=50,e=1,i=.1,r=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=t,this.zoom=1,this.near=i,this.far=r,this.focus=10,this.aspect=e,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(t,e){return super.copy(t,e),this.fov=t.fov,this.zoom=t.zoom,this.near=t.near,this.far=t.far,this.focus=t.focus,this.aspect=t.aspect,this.view=t.view===null?null:Object.assign({},t.view),this.filmGauge=t.filmGauge,this.filmOffset=t.filmOffset,this}setFocalLength(t){let e=.5*this.getFilmHeight()/t;this.fov=Ia*2*Math.atan(e),this.updateProjectionMatrix()}getFocalLength(){let t=Math.tan(Wo*.5*this.fov);return .5*this.getFilmHeight()/t}getEffectiveFOV(){return Ia*2*Math.atan(Math.tan(Wo*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(t,e,i){qr.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),e.set(qr.x,qr.y).multiplyScalar(-t/qr.z),qr.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),i.set(qr.x,qr.y).multiplyScalar(-t/qr.z)}getViewSize(t,e){return this.getViewBounds(t,Qg,t0),e.subVectors(t0,Qg)}setViewOffset(t,e,i,r,s,a){this.aspect=t/e,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=t,this.view.fullHeight=e,this.view.offsetX=i,this.view.offsetY=r,this.view.width=s,this.view.height=a,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let t=this.near,e=t*Math.tan(Wo*.5*this.fov)/this.zoom,i=2*e,r=this.aspect*i,s=-.5*r,a=this.view;if(this.view!==null&&this.view.enabled){let l=a.fullWidth,c=a.fullHeight;s+=a.offsetX*r/l,e-=a.offsetY*i/c,r*=a.width/l,i*=a.height/c}let o=this.filmOffset;o!==0&&(s+=t*o/this.getFilmWidth()),this.projectionMatrix.makePerspective(s,s+r,e,e-i,t,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(t){let e=super.toJSON(t);return e.object.fov=this.fov,e.object.zoom=this.zoom,e.object.near=this.near,e.object.far=this.far,e.object.focus=this.focus,e.object.aspect=this.aspect,this.view!==null&&(e.object.view=Object.assign({},this.view)),e.object.filmGauge=this.filmGauge,e.object.filmOffset=this.filmOffset,e}},Aa=-90,Ca=1,Jc=class extends un{constructor(t,e,i){super(),this.type="CubeCamera",this.renderTarget=i,this.coordinateSystem=null,this.activeMipmapLevel=0;let r=new Pn(Aa,Ca,t,e);r.layers=this.layers,this.add(r);let s=new Pn(Aa,Ca,t,e);s.layers=this.layers,this.add(s);let a=new Pn(Aa,Ca,t,e);a.layers=this.layers,this.add(a);let o=new Pn(Aa,Ca,t,e);o.layers=this.layers,this.add(o);let l=new Pn(Aa,Ca,t,e);l.layers=this.layers,this.add(l);let c=new Pn(Aa,Ca,t,e);c.layers=this.layers,this.add(c)}updateCoordinateSystem(){let t=this.coordinateSystem,e=this.children.concat(),[i,r,s,a,o,l]=e;for(let c of e)this.remove(c);if(t===Pi)i.up.set(0,1,0),i.lookAt(1,0,0),r.up.set(0,1,0),r.lookAt(-1,0,0),s.up.set(0,0,-1),s.lookAt(0,1,0),a.up.set(0,0,1),a.lookAt(0,-1,0),o.up.set(0,1,0),o.lookAt(0,0,1),l.up.set(0,1,0),l.lookAt(0,0,-1);else if(t===jo)i.up.set(0,-1,0),i.lookAt(-1,0,0),r.up.set(0,-1,0),r.lookAt(1,0,0),s.up.set(0,0,1),s.lookAt(0,1,0),a.up.set(0,0,-1),a.lookAt(0,-1,0),o.up.set(0,-1,0),o.lookAt(0,0,1),l.up.set(0,-1,0),l.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+t);for(let c of e)this.add(c),c.updateMatrixWorld()}update(t,e){this.parent===null&&this.updateMatrixWorld();let{renderTarget:i,activeMipmapLevel:r}=this;this.coordinateSystem!==t.coordinateSystem&&(this.coordinateSystem=t.coordinateSystem,this.updateCoordinateSystem());let[s,a,o,l,c,u]=this.children,h=t.getRenderTarget(),f=t.getActiveCubeFace(),p=t.getActiveMipmapLevel(),d=t.xr.enabled;t.xr.enabled=!1;let _=i.texture.generateMipmaps;i.texture.generateMipmaps=!1,t.setRenderTarget(i,0,r),t.render(e,s),t.setRenderTarget(i,1,r),t.render(e,a),t.setRenderTarget(i,2,r),t.render(e,o),t.setRenderTarget(i,3,r),t.render(e,l),t.setRenderTarget(i,4,r),t.render(e,c),i.texture.generateMipmaps=_,t.setRenderTarget(i,5,r),t.render(e,u),t.setRenderTarget(h,f,p),t.xr.enabled=d,i.texture.needsPMREMUpdate=!0}},Ko=class extends hn{constructor(t=[],e=zs,i,r,s,a,o,l,c,u){super(t,e,i,r,s,a,o,l,c,u),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(t){this.image=t}},Kc=class extends je{constructor(t=1,e={}){super(t,t,e),this.isWebGLCubeRenderTarget=!0;let i={width:t,height:t,depth:1},r=[i,i,i,i,i,i];this.texture=new Ko(r),this._setTextureOptions(e),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(t,e){this.texture.type=e.type,this.texture.colorSpace=e.colorSpace,this.texture.generateMipmaps=e.generateMipmaps,this.texture.minFilter=e.minFilter,this.texture.magFilter=e.magFilter;let i={uniforms:{tEquirect:{value:null}},vertexShader:`

				varying vec3 vWorldDirection;

				vec3 transformDirection( in vec3 dir, in mat4 matrix ) {

					return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );

				}

				void main() {

					vWorldDirection = transformDirection( position, modelMatrix );

					#include <begin_vertex>
					#include <project_vertex>

				}
			`,fragmentShader:`

				uniform sampler2D tEquirect;

				varying vec3 vWorldDirection;

				#include <common>

				void main() {

					vec3 direction = normalize( vWorldDirection );

					vec2 sampleUV = equirectUv( direction );

					gl_FragColor = texture2D( tEquirect, sampleUV );

				}
			`},r=new Fa(5,5,5),s=new De({name:"CubemapFromEquirect",uniforms:Ws(i.uniforms),vertexShader:i.vertexShader,fragmentShader:i.fragmentShader,side:zn,blending:ui});s.uniforms.tEquirect.value=e;let a=new fn(r,s),o=e.minFilter;return e.minFilter===es&&(e.minFilter=cn),new Jc(1,10,this).update(t,a),e.minFilter=o,a.geometry.dispose(),a.material.dispose(),this}clear(t,e=!0,i=!0,r=!0){let s=t.getRenderTarget();for(let a=0;a<6;a++)t.setRenderTarget(this,a),t.clear(e,i,r);t.setRenderTarget(s)}},$n=class extends un{constructor(){super(),this.isGroup=!0,this.type="Group"}},vS={type:"move"},Ba=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new $n,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new $n,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new O,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new O),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new $n,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new O,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new O),this._grip}dispatchEvent(t){return this._targetRay!==null&&this._targetRay.dispatchEvent(t),this._grip!==null&&this._grip.dispatchEvent(t),this._hand!==null&&this._hand.dispatchEvent(t),this}connect(t){if(t&&t.hand){let e=this._hand;if(e)for(let i of t.hand.values())this._getHandJoint(e,i)}return this.dispatchEvent({type:"connected",data:t}),this}disconnect(t){return this.dispatchEvent({type:"disconnected",data:t}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(t,e,i){let r=null,s=null,a=null,o=this._targetRay,l=this._grip,c=this._hand;if(t&&e.session.visibilityState!=="visible-blurred"){if(c&&t.hand){a=!0;for(let _ of t.hand.values()){let g=e.getJointPose(_,i),m=this._getHandJoint(c,_);g!==null&&(m.matrix.fromArray(g.transform.matrix),m.matrix.decompose(m.position,m.rotation,m.scale),m.matrixWorldNeedsUpdate=!0,m.jointRadius=g.radius),m.visible=g!==null}let u=c.joints["index-finger-tip"],h=c.joints["thumb-tip"],f=u.position.distanceTo(h.position),p=.02,d=.005;c.inputState.pinching&&f>p+d?(c.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:t.handedness,target:this})):!c.inputState.pinching&&f<=p-d&&(c.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:t.handedness,target:this}))}else l!==null&&t.gripSpace&&(s=e.getPose(t.gripSpace,i),s!==null&&(l.matrix.fromArray(s.transform.matrix),l.matrix.decompose(l.position,l.rotation,l.scale),l.matrixWorldNeedsUpdate=!0,s.linearVelocity?(l.hasLinearVelocity=!0,l.linearVelocity.copy(s.linearVelocity)):l.hasLinearVelocity=!1,s.angularVelocity?(l.hasAngularVelocity=!0,l.angularVelocity.copy(s.angularVelocity)):l.hasAngularVelocity=!1));o!==null&&(r=e.getPose(t.targetRaySpace,i),r===null&&s!==null&&(r=s),r!==null&&(o.matrix.fromArray(r.transform.matrix),o.matrix.decompose(o.position,o.rotation,o.scale),o.matrixWorldNeedsUpdate=!0,r.linearVelocity?(o.hasLinearVelocity=!0,o.linearVelocity.copy(r.linearVelocity)):o.hasLinearVelocity=!1,r.angularVelocity?(o.hasAngularVelocity=!0,o.angularVelocity.copy(r.angularVelocity)):o.hasAngularVelocity=!1,this.dispatchEvent(vS)))}return o!==null&&(o.visible=r!==null),l!==null&&(l.visible=s!==null),c!==null&&(c.visible=a!==null),this}_getHandJoint(t,e){if(t.joints[e.jointName]===void 0){let i=new $n;i.matrixAutoUpdate=!1,i.visible=!1,t.joints[e.jointName]=i,t.add(i)}return t.joints[e.jointName]}};var vr=class extends un{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new Yi,this.environmentIntensity=1,this.environmentRotation=new Yi,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(t,e){return super.copy(t,e),t.background!==null&&(this.background=t.background.clone()),t.environment!==null&&(this.environment=t.environment.clone()),t.fog!==null&&(this.fog=t.fog.clone()),this.backgroundBlurriness=t.backgroundBlurriness,this.backgroundIntensity=t.backgroundIntensity,this.backgroundRotation.copy(t.backgroundRotation),this.environmentIntensity=t.environmentIntensity,this.environmentRotation.copy(t.environmentRotation),t.overrideMaterial!==null&&(this.overrideMaterial=t.overrideMaterial.clone()),this.matrixAutoUpdate=t.matrixAutoUpdate,this}toJSON(t){let e=super.toJSON(t);return this.fog!==null&&(e.object.fog=this.fog.toJSON()),this.backgroundBlurriness>0&&(e.object.backgroundBlurriness=this.backgroundBlurriness),this.backgroundIntensity!==1&&(e.object.backgroundIntensity=this.backgroundIntensity),e.object.backgroundRotation=this.backgroundRotation.toArray(),this.environmentIntensity!==1&&(e.object.environmentIntensity=this.environmentIntensity),e.object.environmentRotation=this.environmentRotation.toArray(),e}};var yr=class extends hn{constructor(t=null,e=1,i=1,r,s,a,o,l,c=Le,u=Le,h,f){super(null,a,o,l,c,u,r,s,h,f),this.isDataTexture=!0,this.image={data:t,width:e,height:i},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var vd=new O,yS=new O,xS=new ee,jn=class{constructor(t=new O(1,0,0),e=0){this.isPlane=!0,this.normal=t,this.constant=e}set(t,e){return this.normal.copy(t),this.constant=e,this}setComponents(t,e,i,r){return this.normal.set(t,e,i),this.constant=r,this}setFromNormalAndCoplanarPoint(t,e){return this.normal.copy(t),this.constant=-e.dot(this.normal),this}setFromCoplanarPoints(t,e,i){let r=vd.subVectors(i,e).cross(yS.subVectors(t,e)).normalize();return this.setFromNormalAndCoplanarPoint(r,t),this}copy(t){return this.normal.copy(t.normal),this.constant=t.constant,this}normalize(){let t=1/this.normal.length();return this.normal.multiplyScalar(t),this.constant*=t,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(t){return this.normal.dot(t)+this.constant}distanceToSphere(t){return this.distanceToPoint(t.center)-t.radius}projectPoint(t,e){return e.copy(t).addScaledVector(this.normal,-this.distanceToPoint(t))}intersectLine(t,e){let i=t.delta(vd),r=this.normal.dot(i);if(r===0)return this.distanceToPoint(t.start)===0?e.copy(t.start):null;let s=-(t.start.dot(this.normal)+this.constant)/r;return s<0||s>1?null:e.copy(t.start).addScaledVector(i,s)}intersectsLine(t){let e=this.distanceToPoint(t.start),i=this.distanceToPoint(t.end);return e<0&&i>0||i<0&&e>0}intersectsBox(t){return t.intersectsPlane(this)}intersectsSphere(t){return t.intersectsPlane(this)}coplanarPoint(t){return t.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(t,e){let i=e||xS.getNormalMatrix(t),r=this.coplanarPoint(vd).applyMatrix4(t),s=this.normal.applyMatrix3(i).normalize();return this.constant=-r.dot(s),this}translate(t){return this.constant-=t.dot(this.normal),this}equals(t){return t.normal.equals(this.normal)&&t.constant===this.constant}clone(){return new this.constructor().copy(this)}},Rs=new Rn,MS=new vt(.5,.5),Nc=new O,Jr=class{constructor(t=new jn,e=new jn,i=new jn,r=new jn,s=new jn,a=new jn){this.planes=[t,e,i,r,s,a]}set(t,e,i,r,s,a){let o=this.planes;return o[0].copy(t),o[1].copy(e),o[2].copy(i),o[3].copy(r),o[4].copy(s),o[5].copy(a),this}copy(t){let e=this.planes;for(let i=0;i<6;i++)e[i].copy(t.planes[i]);return this}setFromProjectionMatrix(t,e=Pi,i=!1){let r=this.planes,s=t.elements,a=s[0],o=s[1],l=s[2],c=s[3],u=s[4],h=s[5],f=s[6],p=s[7],d=s[8],_=s[9],g=s[10],m=s[11],w=s[12],A=s[13],b=s[14],P=s[15];if(r[0].setComponents(c-a,p-u,m-d,P-w).normalize(),r[1].setComponents(c+a,p+u,m+d,P+w).normalize(),r[2].setComponents(c+o,p+h,m+_,P+A).normalize(),r[3].setComponents(c-o,p-h,m-_,P-A).normalize(),i)r[4].setComponents(l,f,g,b).normalize(),r[5].setComponents(c-l,p-f,m-g,P-b).normalize();else if(r[4].setComponents(c-l,p-f,m-g,P-b).normalize(),e===Pi)r[5].setComponents(c+l,p+f,m+g,P+b).normalize();else if(e===jo)r[5].setComponents(l,f,g,b).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+e);return this}intersectsObject(t){if(t.boundingSphere!==void 0)t.boundingSphere===null&&t.computeBoundingSphere(),Rs.copy(t.boundingSphere).applyMatrix4(t.matrixWorld);else{let e=t.geometry;e.boundingSphere===null&&e.computeBoundingSphere(),Rs.copy(e.boundingSphere).applyMatrix4(t.matrixWorld)}return this.intersectsSphere(Rs)}intersectsSprite(t){Rs.center.set(0,0,0);let e=MS.distanceTo(t.center);return Rs.radius=.7071067811865476+e,Rs.applyMatrix4(t.matrixWorld),this.intersectsSphere(Rs)}intersectsSphere(t){let e=this.planes,i=t.center,r=-t.radius;for(let s=0;s<6;s++)if(e[s].distanceToPoint(i)<r)return!1;return!0}intersectsBox(t){let e=this.planes;for(let i=0;i<6;i++){let r=e[i];if(Nc.x=r.normal.x>0?t.max.x:t.min.x,Nc.y=r.normal.y>0?t.max.y:t.min.y,Nc.z=r.normal.z>0?t.max.z:t.min.z,r.distanceToPoint(Nc)<0)return!1}return!0}containsPoint(t){let e=this.planes;for(let i=0;i<6;i++)if(e[i].distanceToPoint(t)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}};var Qo=class extends gr{constructor(t){super(),this.isLineBasicMaterial=!0,this.type="LineBasicMaterial",this.color=new zt(16777215),this.map=null,this.linewidth=1,this.linecap="round",this.linejoin="round",this.fog=!0,this.setValues(t)}copy(t){return super.copy(t),this.color.copy(t.color),this.map=t.map,this.linewidth=t.linewidth,this.linecap=t.linecap,this.linejoin=t.linejoin,this.fog=t.fog,this}},Qc=new O,th=new O,e0=new re,Ho=new Ri,Uc=new Rn,yd=new O,n0=new O,eh=class extends un{constructor(t=new Mn,e=new Qo){super(),this.isLine=!0,this.type="Line",this.geometry=t,this.material=e,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(t,e){return super.copy(t,e),this.material=Array.isArray(t.material)?t.material.slice():t.material,this.geometry=t.geometry,this}computeLineDistances(){let t=this.geometry;if(t.index===null){let e=t.attributes.position,i=[0];for(let r=1,s=e.count;r<s;r++)Qc.fromBufferAttribute(e,r-1),th.fromBufferAttribute(e,r),i[r]=i[r-1],i[r]+=Qc.distanceTo(th);t.setAttribute("lineDistance",new We(i,1))}else console.warn("THREE.Line.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}raycast(t,e){let i=this.geometry,r=this.matrixWorld,s=t.params.Line.threshold,a=i.drawRange;if(i.boundingSphere===null&&i.computeBoundingSphere(),Uc.copy(i.boundingSphere),Uc.applyMatrix4(r),Uc.radius+=s,t.ray.intersectsSphere(Uc)===!1)return;e0.copy(r).invert(),Ho.copy(t.ray).applyMatrix4(e0);let o=s/((this.scale.x+this.scale.y+this.scale.z)/3),l=o*o,c=this.isLineSegments?2:1,u=i.index,f=i.attributes.position;if(u!==null){let p=Math.max(0,a.start),d=Math.min(u.count,a.start+a.count);for(let _=p,g=d-1;_<g;_+=c){let m=u.getX(_),w=u.getX(_+1),A=Fc(this,t,Ho,l,m,w,_);A&&e.push(A)}if(this.isLineLoop){let _=u.getX(d-1),g=u.getX(p),m=Fc(this,t,Ho,l,_,g,d-1);m&&e.push(m)}}else{let p=Math.max(0,a.start),d=Math.min(f.count,a.start+a.count);for(let _=p,g=d-1;_<g;_+=c){let m=Fc(this,t,Ho,l,_,_+1,_);m&&e.push(m)}if(this.isLineLoop){let _=Fc(this,t,Ho,l,d-1,p,d-1);_&&e.push(_)}}}updateMorphTargets(){let e=this.geometry.morphAttributes,i=Object.keys(e);if(i.length>0){let r=e[i[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,a=r.length;s<a;s++){let o=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[o]=s}}}}};function Fc(n,t,e,i,r,s,a){let o=n.geometry.attributes.position;if(Qc.fromBufferAttribute(o,r),th.fromBufferAttribute(o,s),e.distanceSqToSegment(Qc,th,yd,n0)>i)return;yd.applyMatrix4(n.matrixWorld);let c=t.ray.origin.distanceTo(yd);if(!(c<t.near||c>t.far))return{distance:c,point:n0.clone().applyMatrix4(n.matrixWorld),index:a,face:null,faceIndex:null,barycoord:null,object:n}}var i0=new O,r0=new O,nh=class extends eh{constructor(t,e){super(t,e),this.isLineSegments=!0,this.type="LineSegments"}computeLineDistances(){let t=this.geometry;if(t.index===null){let e=t.attributes.position,i=[];for(let r=0,s=e.count;r<s;r+=2)i0.fromBufferAttribute(e,r),r0.fromBufferAttribute(e,r+1),i[r]=r===0?0:i[r-1],i[r+1]=i[r]+i0.distanceTo(r0);t.setAttribute("lineDistance",new We(i,1))}else console.warn("THREE.LineSegments.computeLineDistances(): Computation only possible with non-indexed BufferGeometry.");return this}};var ih=class extends gr{constructor(t){super(),this.isPointsMaterial=!0,this.type="PointsMaterial",this.color=new zt(16777215),this.map=null,this.alphaMap=null,this.size=1,this.sizeAttenuation=!0,this.fog=!0,this.setValues(t)}copy(t){return super.copy(t),this.color.copy(t.color),this.map=t.map,this.alphaMap=t.alphaMap,this.size=t.size,this.sizeAttenuation=t.sizeAttenuation,this.fog=t.fog,this}},s0=new re,Ed=new Ri,Bc=new Rn,Gc=new O,tl=class extends un{constructor(t=new Mn,e=new ih){super(),this.isPoints=!0,this.type="Points",this.geometry=t,this.material=e,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(t,e){return super.copy(t,e),this.material=Array.isArray(t.material)?t.material.slice():t.material,this.geometry=t.geometry,this}raycast(t,e){let i=this.geometry,r=this.matrixWorld,s=t.params.Points.threshold,a=i.drawRange;if(i.boundingSphere===null&&i.computeBoundingSphere(),Bc.copy(i.boundingSphere),Bc.applyMatrix4(r),Bc.radius+=s,t.ray.intersectsSphere(Bc)===!1)return;s0.copy(r).invert(),Ed.copy(t.ray).applyMatrix4(s0);let o=s/((this.scale.x+this.scale.y+this.scale.z)/3),l=o*o,c=i.index,h=i.attributes.position;if(c!==null){let f=Math.max(0,a.start),p=Math.min(c.count,a.start+a.count);for(let d=f,_=p;d<_;d++){let g=c.getX(d);Gc.fromBufferAttribute(h,g),a0(Gc,g,l,r,t,e,this)}}else{let f=Math.max(0,a.start),p=Math.min(h.count,a.start+a.count);for(let d=f,_=p;d<_;d++)Gc.fromBufferAttribute(h,d),a0(Gc,d,l,r,t,e,this)}}updateMorphTargets(){let e=this.geometry.morphAttributes,i=Object.keys(e);if(i.length>0){let r=e[i[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,a=r.length;s<a;s++){let o=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[o]=s}}}}};function a0(n,t,e,i,r,s,a){let o=Ed.distanceSqToPoint(n);if(o<e){let l=new O;Ed.closestPointToPoint(n,l),l.applyMatrix4(i);let c=r.ray.origin.distanceTo(l);if(c<r.near||c>r.far)return;s.push({distance:c,distanceToRay:Math.sqrt(o),point:l,index:t,face:null,faceIndex:null,barycoord:null,object:a})}}var Ii=class extends hn{constructor(t,e,i=Ni,r,s,a,o=Le,l=Le,c,u=Zr,h=1){if(u!==Zr&&u!==ns)throw new Error("DepthTexture format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let f={width:t,height:e,depth:h};super(f,r,s,a,o,l,u,i,c),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(t){return super.copy(t),this.source=new Oa(Object.assign({},t.image)),this.compareFunction=t.compareFunction,this}toJSON(t){let e=super.toJSON(t);return this.compareFunction!==null&&(e.compareFunction=this.compareFunction),e}},el=class extends hn{constructor(t=null){super(),this.sourceTexture=t,this.isExternalTexture=!0}copy(t){return super.copy(t),this.sourceTexture=t.sourceTexture,this}};var Bs=class n extends Mn{constructor(t=1,e=1,i=1,r=1){super(),this.type="PlaneGeometry",this.parameters={width:t,height:e,widthSegments:i,heightSegments:r};let s=t/2,a=e/2,o=Math.floor(i),l=Math.floor(r),c=o+1,u=l+1,h=t/o,f=e/l,p=[],d=[],_=[],g=[];for(let m=0;m<u;m++){let w=m*f-a;for(let A=0;A<c;A++){let b=A*h-s;d.push(b,-w,0),_.push(0,0,1),g.push(A/o),g.push(1-m/l)}}for(let m=0;m<l;m++)for(let w=0;w<o;w++){let A=w+c*m,b=w+c*(m+1),P=w+1+c*(m+1),I=w+1+c*m;p.push(A,b,I),p.push(b,P,I)}this.setIndex(p),this.setAttribute("position",new We(d,3)),this.setAttribute("normal",new We(_,3)),this.setAttribute("uv",new We(g,2))}copy(t){return super.copy(t),this.parameters=Object.assign({},t.parameters),this}static fromJSON(t){return new n(t.width,t.height,t.widthSegments,t.heightSegments)}};var nl=class extends De{constructor(t){super(t),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}};var rh=class extends gr{constructor(t){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=D0,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(t)}copy(t){return super.copy(t),this.depthPacking=t.depthPacking,this.map=t.map,this.alphaMap=t.alphaMap,this.displacementMap=t.displacementMap,this.displacementScale=t.displacementScale,this.displacementBias=t.displacementBias,this.wireframe=t.wireframe,this.wireframeLinewidth=t.wireframeLinewidth,this}},sh=class extends gr{constructor(t){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(t)}copy(t){return super.copy(t),this.map=t.map,this.alphaMap=t.alphaMap,this.displacementMap=t.displacementMap,this.displacementScale=t.displacementScale,this.displacementBias=t.displacementBias,this}};function zc(n,t){return!n||n.constructor===t?n:typeof t.BYTES_PER_ELEMENT=="number"?new t(n):Array.prototype.slice.call(n)}function bS(n){return ArrayBuffer.isView(n)&&!(n instanceof DataView)}var Gs=class{constructor(t,e,i,r){this.parameterPositions=t,this._cachedIndex=0,this.resultBuffer=r!==void 0?r:new e.constructor(i),this.sampleValues=e,this.valueSize=i,this.settings=null,this.DefaultSettings_={}}evaluate(t){let e=this.parameterPositions,i=this._cachedIndex,r=e[i],s=e[i-1];t:{e:{let a;n:{i:if(!(t<r)){for(let o=i+2;;){if(r===void 0){if(t<s)break i;return i=e.length,this._cachedIndex=i,this.copySampleValue_(i-1)}if(i===o)break;if(s=r,r=e[++i],t<r)break e}a=e.length;break n}if(!(t>=s)){let o=e[1];t<o&&(i=2,s=o);for(let l=i-2;;){if(s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(i===l)break;if(r=s,s=e[--i-1],t>=s)break e}a=i,i=0;break n}break t}for(;i<a;){let o=i+a>>>1;t<e[o]?a=o:i=o+1}if(r=e[i],s=e[i-1],s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(r===void 0)return i=e.length,this._cachedIndex=i,this.copySampleValue_(i-1)}this._cachedIndex=i,this.intervalChanged_(i,s,r)}return this.interpolate_(i,s,t,r)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(t){let e=this.resultBuffer,i=this.sampleValues,r=this.valueSize,s=t*r;for(let a=0;a!==r;++a)e[a]=i[s+a];return e}interpolate_(){throw new Error("call to abstract method")}intervalChanged_(){}},ah=class extends Gs{constructor(t,e,i,r){super(t,e,i,r),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:xd,endingEnd:xd}}intervalChanged_(t,e,i){let r=this.parameterPositions,s=t-2,a=t+1,o=r[s],l=r[a];if(o===void 0)switch(this.getSettings_().endingStart){case Md:s=t,o=2*e-i;break;case bd:s=r.length-2,o=e+r[s]-r[s+1];break;default:s=t,o=i}if(l===void 0)switch(this.getSettings_().endingEnd){case Md:a=t,l=2*i-e;break;case bd:a=1,l=i+r[1]-r[0];break;default:a=t-1,l=e}let c=(i-e)*.5,u=this.valueSize;this._weightPrev=c/(e-o),this._weightNext=c/(l-i),this._offsetPrev=s*u,this._offsetNext=a*u}interpolate_(t,e,i,r){let s=this.resultBuffer,a=this.sampleValues,o=this.valueSize,l=t*o,c=l-o,u=this._offsetPrev,h=this._offsetNext,f=this._weightPrev,p=this._weightNext,d=(i-e)/(r-e),_=d*d,g=_*d,m=-f*g+2*f*_-f*d,w=(1+f)*g+(-1.5-2*f)*_+(-.5+f)*d+1,A=(-1-p)*g+(1.5+p)*_+.5*d,b=p*g-p*_;for(let P=0;P!==o;++P)s[P]=m*a[u+P]+w*a[c+P]+A*a[l+P]+b*a[h+P];return s}},oh=class extends Gs{constructor(t,e,i,r){super(t,e,i,r)}interpolate_(t,e,i,r){let s=this.resultBuffer,a=this.sampleValues,o=this.valueSize,l=t*o,c=l-o,u=(i-e)/(r-e),h=1-u;for(let f=0;f!==o;++f)s[f]=a[c+f]*h+a[l+f]*u;return s}},lh=class extends Gs{constructor(t,e,i,r){super(t,e,i,r)}interpolate_(t){return this.copySampleValue_(t-1)}},hi=class{constructor(t,e,i,r){if(t===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(e===void 0||e.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+t);this.name=t,this.times=zc(e,this.TimeBufferType),this.values=zc(i,this.ValueBufferType),this.setInterpolation(r||this.DefaultInterpolation)}static toJSON(t){let e=t.constructor,i;if(e.toJSON!==this.toJSON)i=e.toJSON(t);else{i={name:t.name,times:zc(t.times,Array),values:zc(t.values,Array)};let r=t.getInterpolation();r!==t.DefaultInterpolation&&(i.interpolation=r)}return i.type=t.ValueTypeName,i}InterpolantFactoryMethodDiscrete(t){return new lh(this.times,this.values,this.getValueSize(),t)}InterpolantFactoryMethodLinear(t){return new oh(this.times,this.values,this.getValueSize(),t)}InterpolantFactoryMethodSmooth(t){return new ah(this.times,this.values,this.getValueSize(),t)}setInterpolation(t){let e;switch(t){case qo:e=this.InterpolantFactoryMethodDiscrete;break;case Yc:e=this.InterpolantFactoryMethodLinear;break;case kc:e=this.InterpolantFactoryMethodSmooth;break}if(e===void 0){let i="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(t!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(i);return console.warn("THREE.KeyframeTrack:",i),this}return this.createInterpolant=e,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return qo;case this.InterpolantFactoryMethodLinear:return Yc;case this.InterpolantFactoryMethodSmooth:return kc}}getValueSize(){return this.values.length/this.times.length}shift(t){if(t!==0){let e=this.times;for(let i=0,r=e.length;i!==r;++i)e[i]+=t}return this}scale(t){if(t!==1){let e=this.times;for(let i=0,r=e.length;i!==r;++i)e[i]*=t}return this}trim(t,e){let i=this.times,r=i.length,s=0,a=r-1;for(;s!==r&&i[s]<t;)++s;for(;a!==-1&&i[a]>e;)--a;if(++a,s!==0||a!==r){s>=a&&(a=Math.max(a,1),s=a-1);let o=this.getValueSize();this.times=i.slice(s,a),this.values=this.values.slice(s*o,a*o)}return this}validate(){let t=!0,e=this.getValueSize();e-Math.floor(e)!==0&&(console.error("THREE.KeyframeTrack: Invalid value size in track.",this),t=!1);let i=this.times,r=this.values,s=i.length;s===0&&(console.error("THREE.KeyframeTrack: Track is empty.",this),t=!1);let a=null;for(let o=0;o!==s;o++){let l=i[o];if(typeof l=="number"&&isNaN(l)){console.error("THREE.KeyframeTrack: Time is not a valid number.",this,o,l),t=!1;break}if(a!==null&&a>l){console.error("THREE.KeyframeTrack: Out of order keys.",this,o,l,a),t=!1;break}a=l}if(r!==void 0&&bS(r))for(let o=0,l=r.length;o!==l;++o){let c=r[o];if(isNaN(c)){console.error("THREE.KeyframeTrack: Value is not a valid number.",this,o,c),t=!1;break}}return t}optimize(){let t=this.times.slice(),e=this.values.slice(),i=this.getValueSize(),r=this.getInterpolation()===kc,s=t.length-1,a=1;for(let o=1;o<s;++o){let l=!1,c=t[o],u=t[o+1];if(c!==u&&(o!==1||c!==t[0]))if(r)l=!0;else{let h=o*i,f=h-i,p=h+i;for(let d=0;d!==i;++d){let _=e[h+d];if(_!==e[f+d]||_!==e[p+d]){l=!0;break}}}if(l){if(o!==a){t[a]=t[o];let h=o*i,f=a*i;for(let p=0;p!==i;++p)e[f+p]=e[h+p]}++a}}if(s>0){t[a]=t[s];for(let o=s*i,l=a*i,c=0;c!==i;++c)e[l+c]=e[o+c];++a}return a!==t.length?(this.times=t.slice(0,a),this.values=e.slice(0,a*i)):(this.times=t,this.values=e),this}clone(){let t=this.times.slice(),e=this.values.slice(),i=this.constructor,r=new i(this.name,t,e);return r.createInterpolant=this.createInterpolant,r}};hi.prototype.ValueTypeName="";hi.prototype.TimeBufferType=Float32Array;hi.prototype.ValueBufferType=Float32Array;hi.prototype.DefaultInterpolation=Yc;var Kr=class extends hi{constructor(t,e,i){super(t,e,i)}};Kr.prototype.ValueTypeName="bool";Kr.prototype.ValueBufferType=Array;Kr.prototype.DefaultInterpolation=qo;Kr.prototype.InterpolantFactoryMethodLinear=void 0;Kr.prototype.InterpolantFactoryMethodSmooth=void 0;var ch=class extends hi{constructor(t,e,i,r){super(t,e,i,r)}};ch.prototype.ValueTypeName="color";var hh=class extends hi{constructor(t,e,i,r){super(t,e,i,r)}};hh.prototype.ValueTypeName="number";var uh=class extends Gs{constructor(t,e,i,r){super(t,e,i,r)}interpolate_(t,e,i,r){let s=this.resultBuffer,a=this.sampleValues,o=this.valueSize,l=(i-e)/(r-e),c=t*o;for(let u=c+o;c!==u;c+=4)mi.slerpFlat(s,0,a,c-o,a,c,l);return s}},il=class extends hi{constructor(t,e,i,r){super(t,e,i,r)}InterpolantFactoryMethodLinear(t){return new uh(this.times,this.values,this.getValueSize(),t)}};il.prototype.ValueTypeName="quaternion";il.prototype.InterpolantFactoryMethodSmooth=void 0;var Qr=class extends hi{constructor(t,e,i){super(t,e,i)}};Qr.prototype.ValueTypeName="string";Qr.prototype.ValueBufferType=Array;Qr.prototype.DefaultInterpolation=qo;Qr.prototype.InterpolantFactoryMethodLinear=void 0;Qr.prototype.InterpolantFactoryMethodSmooth=void 0;var fh=class extends hi{constructor(t,e,i,r){super(t,e,i,r)}};fh.prototype.ValueTypeName="vector";var Vc={enabled:!1,files:{},add:function(n,t){this.enabled!==!1&&(this.files[n]=t)},get:function(n){if(this.enabled!==!1)return this.files[n]},remove:function(n){delete this.files[n]},clear:function(){this.files={}}},dh=class{constructor(t,e,i){let r=this,s=!1,a=0,o=0,l,c=[];this.onStart=void 0,this.onLoad=t,this.onProgress=e,this.onError=i,this.abortController=new AbortController,this.itemStart=function(u){o++,s===!1&&r.onStart!==void 0&&r.onStart(u,a,o),s=!0},this.itemEnd=function(u){a++,r.onProgress!==void 0&&r.onProgress(u,a,o),a===o&&(s=!1,r.onLoad!==void 0&&r.onLoad())},this.itemError=function(u){r.onError!==void 0&&r.onError(u)},this.resolveURL=function(u){return l?l(u):u},this.setURLModifier=function(u){return l=u,this},this.addHandler=function(u,h){return c.push(u,h),this},this.removeHandler=function(u){let h=c.indexOf(u);return h!==-1&&c.splice(h,2),this},this.getHandler=function(u){for(let h=0,f=c.length;h<f;h+=2){let p=c[h],d=c[h+1];if(p.global&&(p.lastIndex=0),p.test(u))return d}return null},this.abort=function(){return this.abortController.abort(),this.abortController=new AbortController,this}}},Y0=new dh,Ga=class{constructor(t){this.manager=t!==void 0?t:Y0,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={}}load(){}loadAsync(t,e){let i=this;return new Promise(function(r,s){i.load(t,r,e,s)})}parse(){}setCrossOrigin(t){return this.crossOrigin=t,this}setWithCredentials(t){return this.withCredentials=t,this}setPath(t){return this.path=t,this}setResourcePath(t){return this.resourcePath=t,this}setRequestHeader(t){return this.requestHeader=t,this}abort(){return this}};Ga.DEFAULT_MATERIAL_NAME="__DEFAULT";var Pa=new WeakMap,ph=class extends Ga{constructor(t){super(t)}load(t,e,i,r){this.path!==void 0&&(t=this.path+t),t=this.manager.resolveURL(t);let s=this,a=Vc.get(`image:${t}`);if(a!==void 0){if(a.complete===!0)s.manager.itemStart(t),setTimeout(function(){e&&e(a),s.manager.itemEnd(t)},0);else{let h=Pa.get(a);h===void 0&&(h=[],Pa.set(a,h)),h.push({onLoad:e,onError:r})}return a}let o=La("img");function l(){u(),e&&e(this);let h=Pa.get(this)||[];for(let f=0;f<h.length;f++){let p=h[f];p.onLoad&&p.onLoad(this)}Pa.delete(this),s.manager.itemEnd(t)}function c(h){u(),r&&r(h),Vc.remove(`image:${t}`);let f=Pa.get(this)||[];for(let p=0;p<f.length;p++){let d=f[p];d.onError&&d.onError(h)}Pa.delete(this),s.manager.itemError(t),s.manager.itemEnd(t)}function u(){o.removeEventListener("load",l,!1),o.removeEventListener("error",c,!1)}return o.addEventListener("load",l,!1),o.addEventListener("error",c,!1),t.slice(0,5)!=="data:"&&this.crossOrigin!==void 0&&(o.crossOrigin=this.crossOrigin),Vc.add(`image:${t}`,o),s.manager.itemStart(t),o.src=t,o}};var mh=class extends Ga{constructor(t){super(t)}load(t,e,i,r){let s=new hn,a=new ph(this.manager);return a.setCrossOrigin(this.crossOrigin),a.setPath(this.path),a.load(t,function(o){s.image=o,s.needsUpdate=!0,e!==void 0&&e(s)},i,r),s}};var ts=class extends Fs{constructor(t=-1,e=1,i=1,r=-1,s=.1,a=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=t,this.right=e,this.top=i,this.bottom=r,this.near=s,this.far=a,this.updateProjectionMatrix()}copy(t,e){return super.copy(t,e),this.left=t.left,this.right=t.right,this.top=t.top,this.bottom=t.bottom,this.near=t.near,this.far=t.far,this.zoom=t.zoom,this.view=t.view===null?null:Object.assign({},t.view),this}setViewOffset(t,e,i,r,s,a){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=t,this.view.fullHeight=e,this.view.offsetX=i,this.view.offsetY=r,this.view.width=s,this.view.height=a,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let t=(this.right-this.left)/(2*this.zoom),e=(this.top-this.bottom)/(2*this.zoom),i=(this.right+this.left)/2,r=(this.top+this.bottom)/2,s=i-t,a=i+t,o=r+e,l=r-e;if(this.view!==null&&this.view.enabled){let c=(this.right-this.left)/this.view.fullWidth/this.zoom,u=(this.top-this.bottom)/this.view.fullHeight/this.zoom;s+=c*this.view.offsetX,a=s+c*this.view.width,o-=u*this.view.offsetY,l=o-u*this.view.height}this.projectionMatrix.makeOrthographic(s,a,o,l,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(t){let e=super.toJSON(t);return e.object.zoom=this.zoom,e.object.left=this.left,e.object.right=this.right,e.object.top=this.top,e.object.bottom=this.bottom,e.object.near=this.near,e.object.far=this.far,this.view!==null&&(e.object.view=Object.assign({},this.view)),e}};var gh=class extends Pn{constructor(t=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=t}},xr=class{constructor(t=!0){this.autoStart=t,this.startTime=0,this.oldTime=0,this.elapsedTime=0,this.running=!1}start(){this.startTime=performance.now(),this.oldTime=this.startTime,this.elapsedTime=0,this.running=!0}stop(){this.getElapsedTime(),this.running=!1,this.autoStart=!1}getElapsedTime(){return this.getDelta(),this.elapsedTime}getDelta(){let t=0;if(this.autoStart&&!this.running)return this.start(),0;if(this.running){let e=performance.now();t=(e-this.oldTime)/1e3,this.oldTime=e,this.elapsedTime+=t}return t}};var Vd="\\[\\]\\.:\\/",SS=new RegExp("["+Vd+"]","g"),Hd="[^"+Vd+"]",wS="[^"+Vd.replace("\\.","")+"]",ES=/((?:WC+[\/:])*)/.source.replace("WC",Hd),TS=/(WCOD+)?/.source.replace("WCOD",wS),AS=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",Hd),CS=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",Hd),PS=new RegExp("^"+ES+TS+AS+CS+"$"),RS=["material","materials","bones","map"],Td=class{constructor(t,e,i){let r=i||Ge.parseTrackName(e);this._targetGroup=t,this._bindings=t.subscribe_(e,r)}getValue(t,e){this.bind();let i=this._targetGroup.nCachedObjects_,r=this._bindings[i];r!==void 0&&r.getValue(t,e)}setValue(t,e){let i=this._bindings;for(let r=this._targetGroup.nCachedObjects_,s=i.length;r!==s;++r)i[r].setValue(t,e)}bind(){let t=this._bindings;for(let e=this._targetGroup.nCachedObjects_,i=t.length;e!==i;++e)t[e].bind()}unbind(){let t=this._bindings;for(let e=this._targetGroup.nCachedObjects_,i=t.length;e!==i;++e)t[e].unbind()}},Ge=class n{constructor(t,e,i){this.path=e,this.parsedPath=i||n.parseTrackName(e),this.node=n.findNode(t,this.parsedPath.nodeName),this.rootNode=t,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(t,e,i){return t&&t.isAnimationObjectGroup?new n.Composite(t,e,i):new n(t,e,i)}static sanitizeNodeName(t){return t.replace(/\s/g,"_").replace(SS,"")}static parseTrackName(t){let e=PS.exec(t);if(e===null)throw new Error("PropertyBinding: Cannot parse trackName: "+t);let i={nodeName:e[2],objectName:e[3],objectIndex:e[4],propertyName:e[5],propertyIndex:e[6]},r=i.nodeName&&i.nodeName.lastIndexOf(".");if(r!==void 0&&r!==-1){let s=i.nodeName.substring(r+1);RS.indexOf(s)!==-1&&(i.nodeName=i.nodeName.substring(0,r),i.objectName=s)}if(i.propertyName===null||i.propertyName.length===0)throw new Error("PropertyBinding: can not parse propertyName from trackName: "+t);return i}static findNode(t,e){if(e===void 0||e===""||e==="."||e===-1||e===t.name||e===t.uuid)return t;if(t.skeleton){let i=t.skeleton.getBoneByName(e);if(i!==void 0)return i}if(t.children){let i=function(s){for(let a=0;a<s.length;a++){let o=s[a];if(o.name===e||o.uuid===e)return o;let l=i(o.children);if(l)return l}return null},r=i(t.children);if(r)return r}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(t,e){t[e]=this.targetObject[this.propertyName]}_getValue_array(t,e){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)t[e++]=i[r]}_getValue_arrayElement(t,e){t[e]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(t,e){this.resolvedProperty.toArray(t,e)}_setValue_direct(t,e){this.targetObject[this.propertyName]=t[e]}_setValue_direct_setNeedsUpdate(t,e){this.targetObject[this.propertyName]=t[e],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(t,e){this.targetObject[this.propertyName]=t[e],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(t,e){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=t[e++]}_setValue_array_setNeedsUpdate(t,e){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=t[e++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(t,e){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=t[e++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(t,e){this.resolvedProperty[this.propertyIndex]=t[e]}_setValue_arrayElement_setNeedsUpdate(t,e){this.resolvedProperty[this.propertyIndex]=t[e],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(t,e){this.resolvedProperty[this.propertyIndex]=t[e],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(t,e){this.resolvedProperty.fromArray(t,e)}_setValue_fromArray_setNeedsUpdate(t,e){this.resolvedProperty.fromArray(t,e),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(t,e){this.resolvedProperty.fromArray(t,e),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(t,e){this.bind(),this.getValue(t,e)}_setValue_unbound(t,e){this.bind(),this.setValue(t,e)}bind(){let t=this.node,e=this.parsedPath,i=e.objectName,r=e.propertyName,s=e.propertyIndex;if(t||(t=n.findNode(this.rootNode,e.nodeName),this.node=t),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!t){console.warn("THREE.PropertyBinding: No target node found for track: "+this.path+".");return}if(i){let c=e.objectIndex;switch(i){case"materials":if(!t.material){console.error("THREE.PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!t.material.materials){console.error("THREE.PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}t=t.material.materials;break;case"bones":if(!t.skeleton){console.error("THREE.PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}t=t.skeleton.bones;for(let u=0;u<t.length;u++)if(t[u].name===c){c=u;break}break;case"map":if("map"in t){t=t.map;break}if(!t.material){console.error("THREE.PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!t.material.map){console.error("THREE.PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}t=t.material.map;break;default:if(t[i]===void 0){console.error("THREE.PropertyBinding: Can not bind to objectName of node undefined.",this);return}t=t[i]}if(c!==void 0){if(t[c]===void 0){console.error("THREE.PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,t);return}t=t[c]}}let a=t[r];if(a===void 0){let c=e.nodeName;console.error("THREE.PropertyBinding: Trying to update property for track: "+c+"."+r+" but it wasn't found.",t);return}let o=this.Versioning.None;this.targetObject=t,t.isMaterial===!0?o=this.Versioning.NeedsUpdate:t.isObject3D===!0&&(o=this.Versioning.MatrixWorldNeedsUpdate);let l=this.BindingType.Direct;if(s!==void 0){if(r==="morphTargetInfluences"){if(!t.geometry){console.error("THREE.PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!t.geometry.morphAttributes){console.error("THREE.PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}t.morphTargetDictionary[s]!==void 0&&(s=t.morphTargetDictionary[s])}l=this.BindingType.ArrayElement,this.resolvedProperty=a,this.propertyIndex=s}else a.fromArray!==void 0&&a.toArray!==void 0?(l=this.BindingType.HasFromToArray,this.resolvedProperty=a):Array.isArray(a)?(l=this.BindingType.EntireArray,this.resolvedProperty=a):this.propertyName=r;this.getValue=this.GetterByBindingType[l],this.setValue=this.SetterByBindingTypeAndVersioning[l][o]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};Ge.Composite=Td;Ge.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};Ge.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};Ge.prototype.GetterByBindingType=[Ge.prototype._getValue_direct,Ge.prototype._getValue_array,Ge.prototype._getValue_arrayElement,Ge.prototype._getValue_toArray];Ge.prototype.SetterByBindingTypeAndVersioning=[[Ge.prototype._setValue_direct,Ge.prototype._setValue_direct_setNeedsUpdate,Ge.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[Ge.prototype._setValue_array,Ge.prototype._setValue_array_setNeedsUpdate,Ge.prototype._setValue_array_setMatrixWorldNeedsUpdate],[Ge.prototype._setValue_arrayElement,Ge.prototype._setValue_arrayElement_setNeedsUpdate,Ge.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[Ge.prototype._setValue_fromArray,Ge.prototype._setValue_fromArray_setNeedsUpdate,Ge.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var vO=new Float32Array(1);var Oe=class n{constructor(t){this.value=t}clone(){return new n(this.value.clone===void 0?this.value:this.value.clone())}};var o0=new re,rl=class{constructor(t,e,i=0,r=1/0){this.ray=new Ri(t,e),this.near=i,this.far=r,this.camera=null,this.layers=new Na,this.params={Mesh:{},Line:{threshold:1},LOD:{},Points:{threshold:1},Sprite:{}}}set(t,e){this.ray.set(t,e)}setFromCamera(t,e){e.isPerspectiveCamera?(this.ray.origin.setFromMatrixPosition(e.matrixWorld),this.ray.direction.set(t.x,t.y,.5).unproject(e).sub(this.ray.origin).normalize(),this.camera=e):e.isOrthographicCamera?(this.ray.origin.set(t.x,t.y,(e.near+e.far)/(e.near-e.far)).unproject(e),this.ray.direction.set(0,0,-1).transformDirection(e.matrixWorld),this.camera=e):console.error("THREE.Raycaster: Unsupported camera type: "+e.type)}setFromXRController(t){return o0.identity().extractRotation(t.matrixWorld),this.ray.origin.setFromMatrixPosition(t.matrixWorld),this.ray.direction.set(0,0,-1).applyMatrix4(o0),this}intersectObject(t,e=!0,i=[]){return Ad(t,this,i,e),i.sort(l0),i}intersectObjects(t,e=!0,i=[]){for(let r=0,s=t.length;r<s;r++)Ad(t[r],this,i,e);return i.sort(l0),i}};function l0(n,t){return n.distance-t.distance}function Ad(n,t,e,i){let r=!0;if(n.layers.test(t.layers)&&n.raycast(t,e)===!1&&(r=!1),r===!0&&i===!0){let s=n.children;for(let a=0,o=s.length;a<o;a++)Ad(s[a],t,e,!0)}}var za=class{constructor(t=1,e=0,i=0){this.radius=t,this.phi=e,this.theta=i}set(t,e,i){return this.radius=t,this.phi=e,this.theta=i,this}copy(t){return this.radius=t.radius,this.phi=t.phi,this.theta=t.theta,this}makeSafe(){return this.phi=ae(this.phi,1e-6,Math.PI-1e-6),this}setFromVector3(t){return this.setFromCartesianCoords(t.x,t.y,t.z)}setFromCartesianCoords(t,e,i){return this.radius=Math.sqrt(t*t+e*e+i*i),this.radius===0?(this.theta=0,this.phi=0):(this.theta=Math.atan2(t,i),this.phi=Math.acos(ae(e/this.radius,-1,1))),this}clone(){return new this.constructor().copy(this)}};var sl=class extends nh{constructor(t,e=16776960){let i=new Uint16Array([0,1,1,2,2,3,3,0,4,5,5,6,6,7,7,4,0,4,1,5,2,6,3,7]),r=[1,1,1,-1,1,1,-1,-1,1,1,-1,1,1,1,-1,-1,1,-1,-1,-1,-1,1,-1,-1],s=new Mn;s.setIndex(new He(i,1)),s.setAttribute("position",new We(r,3)),super(s,new Qo({color:e,toneMapped:!1})),this.box=t,this.type="Box3Helper",this.geometry.computeBoundingSphere()}updateMatrixWorld(t){let e=this.box;e.isEmpty()||(e.getCenter(this.position),e.getSize(this.scale),this.scale.multiplyScalar(.5),super.updateMatrixWorld(t))}dispose(){this.geometry.dispose(),this.material.dispose()}};var al=class extends Pe{constructor(t,e=null){super(),this.object=t,this.domElement=e,this.enabled=!0,this.state=-1,this.keys={},this.mouseButtons={LEFT:null,MIDDLE:null,RIGHT:null},this.touches={ONE:null,TWO:null}}connect(t){if(t===void 0){console.warn("THREE.Controls: connect() now requires an element.");return}this.domElement!==null&&this.disconnect(),this.domElement=t}disconnect(){}dispose(){}update(){}};function Wd(n,t,e,i){let r=IS(i);switch(e){case cl:return n*t;case hl:return n*t/r.components*r.byteLength;case Ha:return n*t/r.components*r.byteLength;case Wa:return n*t*2/r.components*r.byteLength;case Xa:return n*t*2/r.components*r.byteLength;case Fd:return n*t*3/r.components*r.byteLength;case Xe:return n*t*4/r.components*r.byteLength;case qa:return n*t*4/r.components*r.byteLength;case ul:case fl:return Math.floor((n+3)/4)*Math.floor((t+3)/4)*8;case dl:case pl:return Math.floor((n+3)/4)*Math.floor((t+3)/4)*16;case Nh:case Fh:return Math.max(n,16)*Math.max(t,8)/4;case Oh:case Uh:return Math.max(n,8)*Math.max(t,8)/2;case Bh:case Gh:return Math.floor((n+3)/4)*Math.floor((t+3)/4)*8;case zh:return Math.floor((n+3)/4)*Math.floor((t+3)/4)*16;case kh:return Math.floor((n+3)/4)*Math.floor((t+3)/4)*16;case Vh:return Math.floor((n+4)/5)*Math.floor((t+3)/4)*16;case Hh:return Math.floor((n+4)/5)*Math.floor((t+4)/5)*16;case Wh:return Math.floor((n+5)/6)*Math.floor((t+4)/5)*16;case Xh:return Math.floor((n+5)/6)*Math.floor((t+5)/6)*16;case qh:return Math.floor((n+7)/8)*Math.floor((t+4)/5)*16;case Yh:return Math.floor((n+7)/8)*Math.floor((t+5)/6)*16;case jh:return Math.floor((n+7)/8)*Math.floor((t+7)/8)*16;case Zh:return Math.floor((n+9)/10)*Math.floor((t+4)/5)*16;case $h:return Math.floor((n+9)/10)*Math.floor((t+5)/6)*16;case Jh:return Math.floor((n+9)/10)*Math.floor((t+7)/8)*16;case Kh:return Math.floor((n+9)/10)*Math.floor((t+9)/10)*16;case Qh:return Math.floor((n+11)/12)*Math.floor((t+9)/10)*16;case tu:return Math.floor((n+11)/12)*Math.floor((t+11)/12)*16;case eu:case nu:case iu:return Math.ceil(n/4)*Math.ceil(t/4)*16;case ru:case su:return Math.ceil(n/4)*Math.ceil(t/4)*8;case au:case ou:return Math.ceil(n/4)*Math.ceil(t/4)*16}throw new Error(`Unable to determine texture byte length for ${e} format.`)}function IS(n){switch(n){case Ke:case ka:return{byteLength:1,components:1};case Oi:case Va:case _i:return{byteLength:2,components:1};case Vs:case Hs:return{byteLength:2,components:4};case Ni:case $i:case Qe:return{byteLength:4,components:1};case Nd:case Ud:return{byteLength:4,components:3}}throw new Error(`Unknown texture type ${n}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"180"}}));typeof window<"u"&&(window.__THREE__?console.warn("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="180");function __(){let n=null,t=!1,e=null,i=null;function r(s,a){e(s,a),i=n.requestAnimationFrame(r)}return{start:function(){t!==!0&&e!==null&&(i=n.requestAnimationFrame(r),t=!0)},stop:function(){n.cancelAnimationFrame(i),t=!1},setAnimationLoop:function(s){e=s},setContext:function(s){n=s}}}function DS(n){let t=new WeakMap;function e(o,l){let c=o.array,u=o.usage,h=c.byteLength,f=n.createBuffer();n.bindBuffer(l,f),n.bufferData(l,c,u),o.onUploadCallback();let p;if(c instanceof Float32Array)p=n.FLOAT;else if(typeof Float16Array<"u"&&c instanceof Float16Array)p=n.HALF_FLOAT;else if(c instanceof Uint16Array)o.isFloat16BufferAttribute?p=n.HALF_FLOAT:p=n.UNSIGNED_SHORT;else if(c instanceof Int16Array)p=n.SHORT;else if(c instanceof Uint32Array)p=n.UNSIGNED_INT;else if(c instanceof Int32Array)p=n.INT;else if(c instanceof Int8Array)p=n.BYTE;else if(c instanceof Uint8Array)p=n.UNSIGNED_BYTE;else if(c instanceof Uint8ClampedArray)p=n.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+c);return{buffer:f,type:p,bytesPerElement:c.BYTES_PER_ELEMENT,version:o.version,size:h}}function i(o,l,c){let u=l.array,h=l.updateRanges;if(n.bindBuffer(c,o),h.length===0)n.bufferSubData(c,0,u);else{h.sort((p,d)=>p.start-d.start);let f=0;for(let p=1;p<h.length;p++){let d=h[f],_=h[p];_.start<=d.start+d.count+1?d.count=Math.max(d.count,_.start+_.count-d.start):(++f,h[f]=_)}h.length=f+1;for(let p=0,d=h.length;p<d;p++){let _=h[p];n.bufferSubData(c,_.start*u.BYTES_PER_ELEMENT,u,_.start,_.count)}l.clearUpdateRanges()}l.onUploadCallback()}function r(o){return o.isInterleavedBufferAttribute&&(o=o.data),t.get(o)}function s(o){o.isInterleavedBufferAttribute&&(o=o.data);let l=t.get(o);l&&(n.deleteBuffer(l.buffer),t.delete(o))}function a(o,l){if(o.isInterleavedBufferAttribute&&(o=o.data),o.isGLBufferAttribute){let u=t.get(o);(!u||u.version<o.version)&&t.set(o,{buffer:o.buffer,type:o.type,bytesPerElement:o.elementSize,version:o.version});return}let c=t.get(o);if(c===void 0)t.set(o,e(o,l));else if(c.version<o.version){if(c.size!==o.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");i(c.buffer,o,l),c.version=o.version}}return{get:r,remove:s,update:a}}var OS=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,NS=`#ifdef USE_ALPHAHASH
	const float ALPHA_HASH_SCALE = 0.05;
	float hash2D( vec2 value ) {
		return fract( 1.0e4 * sin( 17.0 * value.x + 0.1 * value.y ) * ( 0.1 + abs( sin( 13.0 * value.y + value.x ) ) ) );
	}
	float hash3D( vec3 value ) {
		return hash2D( vec2( hash2D( value.xy ), value.z ) );
	}
	float getAlphaHashThreshold( vec3 position ) {
		float maxDeriv = max(
			length( dFdx( position.xyz ) ),
			length( dFdy( position.xyz ) )
		);
		float pixScale = 1.0 / ( ALPHA_HASH_SCALE * maxDeriv );
		vec2 pixScales = vec2(
			exp2( floor( log2( pixScale ) ) ),
			exp2( ceil( log2( pixScale ) ) )
		);
		vec2 alpha = vec2(
			hash3D( floor( pixScales.x * position.xyz ) ),
			hash3D( floor( pixScales.y * position.xyz ) )
		);
		float lerpFactor = fract( log2( pixScale ) );
		float x = ( 1.0 - lerpFactor ) * alpha.x + lerpFactor * alpha.y;
		float a = min( lerpFactor, 1.0 - lerpFactor );
		vec3 cases = vec3(
			x * x / ( 2.0 * a * ( 1.0 - a ) ),
			( x - 0.5 * a ) / ( 1.0 - a ),
			1.0 - ( ( 1.0 - x ) * ( 1.0 - x ) / ( 2.0 * a * ( 1.0 - a ) ) )
		);
		float threshold = ( x < ( 1.0 - a ) )
			? ( ( x < a ) ? cases.x : cases.y )
			: cases.z;
		return clamp( threshold , 1.0e-6, 1.0 );
	}
#endif`,US=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,FS=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,BS=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,GS=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,zS=`#ifdef USE_AOMAP
	float ambientOcclusion = ( texture2D( aoMap, vAoMapUv ).r - 1.0 ) * aoMapIntensity + 1.0;
	reflectedLight.indirectDiffuse *= ambientOcclusion;
	#if defined( USE_CLEARCOAT ) 
		clearcoatSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_SHEEN ) 
		sheenSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_ENVMAP ) && defined( STANDARD )
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		reflectedLight.indirectSpecular *= computeSpecularOcclusion( dotNV, ambientOcclusion, material.roughness );
	#endif
#endif`,kS=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,VS=`#ifdef USE_BATCHING
	#if ! defined( GL_ANGLE_multi_draw )
	#define gl_DrawID _gl_DrawID
	uniform int _gl_DrawID;
	#endif
	uniform highp sampler2D batchingTexture;
	uniform highp usampler2D batchingIdTexture;
	mat4 getBatchingMatrix( const in float i ) {
		int size = textureSize( batchingTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( batchingTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( batchingTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( batchingTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( batchingTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
	float getIndirectIndex( const in int i ) {
		int size = textureSize( batchingIdTexture, 0 ).x;
		int x = i % size;
		int y = i / size;
		return float( texelFetch( batchingIdTexture, ivec2( x, y ), 0 ).r );
	}
#endif
#ifdef USE_BATCHING_COLOR
	uniform sampler2D batchingColorTexture;
	vec3 getBatchingColor( const in float i ) {
		int size = textureSize( batchingColorTexture, 0 ).x;
		int j = int( i );
		int x = j % size;
		int y = j / size;
		return texelFetch( batchingColorTexture, ivec2( x, y ), 0 ).rgb;
	}
#endif`,HS=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,WS=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,XS=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,qS=`float G_BlinnPhong_Implicit( ) {
	return 0.25;
}
float D_BlinnPhong( const in float shininess, const in float dotNH ) {
	return RECIPROCAL_PI * ( shininess * 0.5 + 1.0 ) * pow( dotNH, shininess );
}
vec3 BRDF_BlinnPhong( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 specularColor, const in float shininess ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( specularColor, 1.0, dotVH );
	float G = G_BlinnPhong_Implicit( );
	float D = D_BlinnPhong( shininess, dotNH );
	return F * ( G * D );
} // validated`,YS=`#ifdef USE_IRIDESCENCE
	const mat3 XYZ_TO_REC709 = mat3(
		 3.2404542, -0.9692660,  0.0556434,
		-1.5371385,  1.8760108, -0.2040259,
		-0.4985314,  0.0415560,  1.0572252
	);
	vec3 Fresnel0ToIor( vec3 fresnel0 ) {
		vec3 sqrtF0 = sqrt( fresnel0 );
		return ( vec3( 1.0 ) + sqrtF0 ) / ( vec3( 1.0 ) - sqrtF0 );
	}
	vec3 IorToFresnel0( vec3 transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - vec3( incidentIor ) ) / ( transmittedIor + vec3( incidentIor ) ) );
	}
	float IorToFresnel0( float transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - incidentIor ) / ( transmittedIor + incidentIor ));
	}
	vec3 evalSensitivity( float OPD, vec3 shift ) {
		float phase = 2.0 * PI * OPD * 1.0e-9;
		vec3 val = vec3( 5.4856e-13, 4.4201e-13, 5.2481e-13 );
		vec3 pos = vec3( 1.6810e+06, 1.7953e+06, 2.2084e+06 );
		vec3 var = vec3( 4.3278e+09, 9.3046e+09, 6.6121e+09 );
		vec3 xyz = val * sqrt( 2.0 * PI * var ) * cos( pos * phase + shift ) * exp( - pow2( phase ) * var );
		xyz.x += 9.7470e-14 * sqrt( 2.0 * PI * 4.5282e+09 ) * cos( 2.2399e+06 * phase + shift[ 0 ] ) * exp( - 4.5282e+09 * pow2( phase ) );
		xyz /= 1.0685e-7;
		vec3 rgb = XYZ_TO_REC709 * xyz;
		return rgb;
	}
	vec3 evalIridescence( float outsideIOR, float eta2, float cosTheta1, float thinFilmThickness, vec3 baseF0 ) {
		vec3 I;
		float iridescenceIOR = mix( outsideIOR, eta2, smoothstep( 0.0, 0.03, thinFilmThickness ) );
		float sinTheta2Sq = pow2( outsideIOR / iridescenceIOR ) * ( 1.0 - pow2( cosTheta1 ) );
		float cosTheta2Sq = 1.0 - sinTheta2Sq;
		if ( cosTheta2Sq < 0.0 ) {
			return vec3( 1.0 );
		}
		float cosTheta2 = sqrt( cosTheta2Sq );
		float R0 = IorToFresnel0( iridescenceIOR, outsideIOR );
		float R12 = F_Schlick( R0, 1.0, cosTheta1 );
		float T121 = 1.0 - R12;
		float phi12 = 0.0;
		if ( iridescenceIOR < outsideIOR ) phi12 = PI;
		float phi21 = PI - phi12;
		vec3 baseIOR = Fresnel0ToIor( clamp( baseF0, 0.0, 0.9999 ) );		vec3 R1 = IorToFresnel0( baseIOR, iridescenceIOR );
		vec3 R23 = F_Schlick( R1, 1.0, cosTheta2 );
		vec3 phi23 = vec3( 0.0 );
		if ( baseIOR[ 0 ] < iridescenceIOR ) phi23[ 0 ] = PI;
		if ( baseIOR[ 1 ] < iridescenceIOR ) phi23[ 1 ] = PI;
		if ( baseIOR[ 2 ] < iridescenceIOR ) phi23[ 2 ] = PI;
		float OPD = 2.0 * iridescenceIOR * thinFilmThickness * cosTheta2;
		vec3 phi = vec3( phi21 ) + phi23;
		vec3 R123 = clamp( R12 * R23, 1e-5, 0.9999 );
		vec3 r123 = sqrt( R123 );
		vec3 Rs = pow2( T121 ) * R23 / ( vec3( 1.0 ) - R123 );
		vec3 C0 = R12 + Rs;
		I = C0;
		vec3 Cm = Rs - T121;
		for ( int m = 1; m <= 2; ++ m ) {
			Cm *= r123;
			vec3 Sm = 2.0 * evalSensitivity( float( m ) * OPD, float( m ) * phi );
			I += Cm * Sm;
		}
		return max( I, vec3( 0.0 ) );
	}
#endif`,jS=`#ifdef USE_BUMPMAP
	uniform sampler2D bumpMap;
	uniform float bumpScale;
	vec2 dHdxy_fwd() {
		vec2 dSTdx = dFdx( vBumpMapUv );
		vec2 dSTdy = dFdy( vBumpMapUv );
		float Hll = bumpScale * texture2D( bumpMap, vBumpMapUv ).x;
		float dBx = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdx ).x - Hll;
		float dBy = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdy ).x - Hll;
		return vec2( dBx, dBy );
	}
	vec3 perturbNormalArb( vec3 surf_pos, vec3 surf_norm, vec2 dHdxy, float faceDirection ) {
		vec3 vSigmaX = normalize( dFdx( surf_pos.xyz ) );
		vec3 vSigmaY = normalize( dFdy( surf_pos.xyz ) );
		vec3 vN = surf_norm;
		vec3 R1 = cross( vSigmaY, vN );
		vec3 R2 = cross( vN, vSigmaX );
		float fDet = dot( vSigmaX, R1 ) * faceDirection;
		vec3 vGrad = sign( fDet ) * ( dHdxy.x * R1 + dHdxy.y * R2 );
		return normalize( abs( fDet ) * surf_norm - vGrad );
	}
#endif`,ZS=`#if NUM_CLIPPING_PLANES > 0
	vec4 plane;
	#ifdef ALPHA_TO_COVERAGE
		float distanceToPlane, distanceGradient;
		float clipOpacity = 1.0;
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
			distanceGradient = fwidth( distanceToPlane ) / 2.0;
			clipOpacity *= smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			if ( clipOpacity == 0.0 ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			float unionClipOpacity = 1.0;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
				distanceGradient = fwidth( distanceToPlane ) / 2.0;
				unionClipOpacity *= 1.0 - smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			}
			#pragma unroll_loop_end
			clipOpacity *= 1.0 - unionClipOpacity;
		#endif
		diffuseColor.a *= clipOpacity;
		if ( diffuseColor.a == 0.0 ) discard;
	#else
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			if ( dot( vClipPosition, plane.xyz ) > plane.w ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			bool clipped = true;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				clipped = ( dot( vClipPosition, plane.xyz ) > plane.w ) && clipped;
			}
			#pragma unroll_loop_end
			if ( clipped ) discard;
		#endif
	#endif
#endif`,$S=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,JS=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,KS=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,QS=`#if defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#elif defined( USE_COLOR )
	diffuseColor.rgb *= vColor;
#endif`,tw=`#if defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#elif defined( USE_COLOR )
	varying vec3 vColor;
#endif`,ew=`#if defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#elif defined( USE_COLOR ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec3 vColor;
#endif`,nw=`#if defined( USE_COLOR_ALPHA )
	vColor = vec4( 1.0 );
#elif defined( USE_COLOR ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	vColor = vec3( 1.0 );
#endif
#ifdef USE_COLOR
	vColor *= color;
#endif
#ifdef USE_INSTANCING_COLOR
	vColor.xyz *= instanceColor.xyz;
#endif
#ifdef USE_BATCHING_COLOR
	vec3 batchingColor = getBatchingColor( getIndirectIndex( gl_DrawID ) );
	vColor.xyz *= batchingColor.xyz;
#endif`,iw=`#define PI 3.141592653589793
#define PI2 6.283185307179586
#define PI_HALF 1.5707963267948966
#define RECIPROCAL_PI 0.3183098861837907
#define RECIPROCAL_PI2 0.15915494309189535
#define EPSILON 1e-6
#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
#define whiteComplement( a ) ( 1.0 - saturate( a ) )
float pow2( const in float x ) { return x*x; }
vec3 pow2( const in vec3 x ) { return x*x; }
float pow3( const in float x ) { return x*x*x; }
float pow4( const in float x ) { float x2 = x*x; return x2*x2; }
float max3( const in vec3 v ) { return max( max( v.x, v.y ), v.z ); }
float average( const in vec3 v ) { return dot( v, vec3( 0.3333333 ) ); }
highp float rand( const in vec2 uv ) {
	const highp float a = 12.9898, b = 78.233, c = 43758.5453;
	highp float dt = dot( uv.xy, vec2( a,b ) ), sn = mod( dt, PI );
	return fract( sin( sn ) * c );
}
#ifdef HIGH_PRECISION
	float precisionSafeLength( vec3 v ) { return length( v ); }
#else
	float precisionSafeLength( vec3 v ) {
		float maxComponent = max3( abs( v ) );
		return length( v / maxComponent ) * maxComponent;
	}
#endif
struct IncidentLight {
	vec3 color;
	vec3 direction;
	bool visible;
};
struct ReflectedLight {
	vec3 directDiffuse;
	vec3 directSpecular;
	vec3 indirectDiffuse;
	vec3 indirectSpecular;
};
#ifdef USE_ALPHAHASH
	varying vec3 vPosition;
#endif
vec3 transformDirection( in vec3 dir, in mat4 matrix ) {
	return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );
}
vec3 inverseTransformDirection( in vec3 dir, in mat4 matrix ) {
	return normalize( ( vec4( dir, 0.0 ) * matrix ).xyz );
}
mat3 transposeMat3( const in mat3 m ) {
	mat3 tmp;
	tmp[ 0 ] = vec3( m[ 0 ].x, m[ 1 ].x, m[ 2 ].x );
	tmp[ 1 ] = vec3( m[ 0 ].y, m[ 1 ].y, m[ 2 ].y );
	tmp[ 2 ] = vec3( m[ 0 ].z, m[ 1 ].z, m[ 2 ].z );
	return tmp;
}
bool isPerspectiveMatrix( mat4 m ) {
	return m[ 2 ][ 3 ] == - 1.0;
}
vec2 equirectUv( in vec3 dir ) {
	float u = atan( dir.z, dir.x ) * RECIPROCAL_PI2 + 0.5;
	float v = asin( clamp( dir.y, - 1.0, 1.0 ) ) * RECIPROCAL_PI + 0.5;
	return vec2( u, v );
}
vec3 BRDF_Lambert( const in vec3 diffuseColor ) {
	return RECIPROCAL_PI * diffuseColor;
}
vec3 F_Schlick( const in vec3 f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
}
float F_Schlick( const in float f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
} // validated`,rw=`#ifdef ENVMAP_TYPE_CUBE_UV
	#define cubeUV_minMipLevel 4.0
	#define cubeUV_minTileSize 16.0
	float getFace( vec3 direction ) {
		vec3 absDirection = abs( direction );
		float face = - 1.0;
		if ( absDirection.x > absDirection.z ) {
			if ( absDirection.x > absDirection.y )
				face = direction.x > 0.0 ? 0.0 : 3.0;
			else
				face = direction.y > 0.0 ? 1.0 : 4.0;
		} else {
			if ( absDirection.z > absDirection.y )
				face = direction.z > 0.0 ? 2.0 : 5.0;
			else
				face = direction.y > 0.0 ? 1.0 : 4.0;
		}
		return face;
	}
	vec2 getUV( vec3 direction, float face ) {
		vec2 uv;
		if ( face == 0.0 ) {
			uv = vec2( direction.z, direction.y ) / abs( direction.x );
		} else if ( face == 1.0 ) {
			uv = vec2( - direction.x, - direction.z ) / abs( direction.y );
		} else if ( face == 2.0 ) {
			uv = vec2( - direction.x, direction.y ) / abs( direction.z );
		} else if ( face == 3.0 ) {
			uv = vec2( - direction.z, direction.y ) / abs( direction.x );
		} else if ( face == 4.0 ) {
			uv = vec2( - direction.x, direction.z ) / abs( direction.y );
		} else {
			uv = vec2( direction.x, direction.y ) / abs( direction.z );
		}
		return 0.5 * ( uv + 1.0 );
	}
	vec3 bilinearCubeUV( sampler2D envMap, vec3 direction, float mipInt ) {
		float face = getFace( direction );
		float filterInt = max( cubeUV_minMipLevel - mipInt, 0.0 );
		mipInt = max( mipInt, cubeUV_minMipLevel );
		float faceSize = exp2( mipInt );
		highp vec2 uv = getUV( direction, face ) * ( faceSize - 2.0 ) + 1.0;
		if ( face > 2.0 ) {
			uv.y += faceSize;
			face -= 3.0;
		}
		uv.x += face * faceSize;
		uv.x += filterInt * 3.0 * cubeUV_minTileSize;
		uv.y += 4.0 * ( exp2( CUBEUV_MAX_MIP ) - faceSize );
		uv.x *= CUBEUV_TEXEL_WIDTH;
		uv.y *= CUBEUV_TEXEL_HEIGHT;
		#ifdef texture2DGradEXT
			return texture2DGradEXT( envMap, uv, vec2( 0.0 ), vec2( 0.0 ) ).rgb;
		#else
			return texture2D( envMap, uv ).rgb;
		#endif
	}
	#define cubeUV_r0 1.0
	#define cubeUV_m0 - 2.0
	#define cubeUV_r1 0.8
	#define cubeUV_m1 - 1.0
	#define cubeUV_r4 0.4
	#define cubeUV_m4 2.0
	#define cubeUV_r5 0.305
	#define cubeUV_m5 3.0
	#define cubeUV_r6 0.21
	#define cubeUV_m6 4.0
	float roughnessToMip( float roughness ) {
		float mip = 0.0;
		if ( roughness >= cubeUV_r1 ) {
			mip = ( cubeUV_r0 - roughness ) * ( cubeUV_m1 - cubeUV_m0 ) / ( cubeUV_r0 - cubeUV_r1 ) + cubeUV_m0;
		} else if ( roughness >= cubeUV_r4 ) {
			mip = ( cubeUV_r1 - roughness ) * ( cubeUV_m4 - cubeUV_m1 ) / ( cubeUV_r1 - cubeUV_r4 ) + cubeUV_m1;
		} else if ( roughness >= cubeUV_r5 ) {
			mip = ( cubeUV_r4 - roughness ) * ( cubeUV_m5 - cubeUV_m4 ) / ( cubeUV_r4 - cubeUV_r5 ) + cubeUV_m4;
		} else if ( roughness >= cubeUV_r6 ) {
			mip = ( cubeUV_r5 - roughness ) * ( cubeUV_m6 - cubeUV_m5 ) / ( cubeUV_r5 - cubeUV_r6 ) + cubeUV_m5;
		} else {
			mip = - 2.0 * log2( 1.16 * roughness );		}
		return mip;
	}
	vec4 textureCubeUV( sampler2D envMap, vec3 sampleDir, float roughness ) {
		float mip = clamp( roughnessToMip( roughness ), cubeUV_m0, CUBEUV_MAX_MIP );
		float mipF = fract( mip );
		float mipInt = floor( mip );
		vec3 color0 = bilinearCubeUV( envMap, sampleDir, mipInt );
		if ( mipF == 0.0 ) {
			return vec4( color0, 1.0 );
		} else {
			vec3 color1 = bilinearCubeUV( envMap, sampleDir, mipInt + 1.0 );
			return vec4( mix( color0, color1, mipF ), 1.0 );
		}
	}
#endif`,sw=`vec3 transformedNormal = objectNormal;
#ifdef USE_TANGENT
	vec3 transformedTangent = objectTangent;
#endif
#ifdef USE_BATCHING
	mat3 bm = mat3( batchingMatrix );
	transformedNormal /= vec3( dot( bm[ 0 ], bm[ 0 ] ), dot( bm[ 1 ], bm[ 1 ] ), dot( bm[ 2 ], bm[ 2 ] ) );
	transformedNormal = bm * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = bm * transformedTangent;
	#endif
#endif
#ifdef USE_INSTANCING
	mat3 im = mat3( instanceMatrix );
	transformedNormal /= vec3( dot( im[ 0 ], im[ 0 ] ), dot( im[ 1 ], im[ 1 ] ), dot( im[ 2 ], im[ 2 ] ) );
	transformedNormal = im * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = im * transformedTangent;
	#endif
#endif
transformedNormal = normalMatrix * transformedNormal;
#ifdef FLIP_SIDED
	transformedNormal = - transformedNormal;
#endif
#ifdef USE_TANGENT
	transformedTangent = ( modelViewMatrix * vec4( transformedTangent, 0.0 ) ).xyz;
	#ifdef FLIP_SIDED
		transformedTangent = - transformedTangent;
	#endif
#endif`,aw=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,ow=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,lw=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,cw=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,hw="gl_FragColor = linearToOutputTexel( gl_FragColor );",uw=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,fw=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vec3 cameraToFrag;
		if ( isOrthographic ) {
			cameraToFrag = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToFrag = normalize( vWorldPosition - cameraPosition );
		}
		vec3 worldNormal = inverseTransformDirection( normal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vec3 reflectVec = reflect( cameraToFrag, worldNormal );
		#else
			vec3 reflectVec = refract( cameraToFrag, worldNormal, refractionRatio );
		#endif
	#else
		vec3 reflectVec = vReflect;
	#endif
	#ifdef ENVMAP_TYPE_CUBE
		vec4 envColor = textureCube( envMap, envMapRotation * vec3( flipEnvMap * reflectVec.x, reflectVec.yz ) );
	#else
		vec4 envColor = vec4( 0.0 );
	#endif
	#ifdef ENVMAP_BLENDING_MULTIPLY
		outgoingLight = mix( outgoingLight, outgoingLight * envColor.xyz, specularStrength * reflectivity );
	#elif defined( ENVMAP_BLENDING_MIX )
		outgoingLight = mix( outgoingLight, envColor.xyz, specularStrength * reflectivity );
	#elif defined( ENVMAP_BLENDING_ADD )
		outgoingLight += envColor.xyz * specularStrength * reflectivity;
	#endif
#endif`,dw=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform float flipEnvMap;
	uniform mat3 envMapRotation;
	#ifdef ENVMAP_TYPE_CUBE
		uniform samplerCube envMap;
	#else
		uniform sampler2D envMap;
	#endif
	
#endif`,pw=`#ifdef USE_ENVMAP
	uniform float reflectivity;
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		varying vec3 vWorldPosition;
		uniform float refractionRatio;
	#else
		varying vec3 vReflect;
	#endif
#endif`,mw=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,gw=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vWorldPosition = worldPosition.xyz;
	#else
		vec3 cameraToVertex;
		if ( isOrthographic ) {
			cameraToVertex = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToVertex = normalize( worldPosition.xyz - cameraPosition );
		}
		vec3 worldNormal = inverseTransformDirection( transformedNormal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vReflect = reflect( cameraToVertex, worldNormal );
		#else
			vReflect = refract( cameraToVertex, worldNormal, refractionRatio );
		#endif
	#endif
#endif`,_w=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,vw=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,yw=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,xw=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,Mw=`#ifdef USE_GRADIENTMAP
	uniform sampler2D gradientMap;
#endif
vec3 getGradientIrradiance( vec3 normal, vec3 lightDirection ) {
	float dotNL = dot( normal, lightDirection );
	vec2 coord = vec2( dotNL * 0.5 + 0.5, 0.0 );
	#ifdef USE_GRADIENTMAP
		return vec3( texture2D( gradientMap, coord ).r );
	#else
		vec2 fw = fwidth( coord ) * 0.5;
		return mix( vec3( 0.7 ), vec3( 1.0 ), smoothstep( 0.7 - fw.x, 0.7 + fw.x, coord.x ) );
	#endif
}`,bw=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,Sw=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,ww=`varying vec3 vViewPosition;
struct LambertMaterial {
	vec3 diffuseColor;
	float specularStrength;
};
void RE_Direct_Lambert( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Lambert( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Lambert
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,Ew=`uniform bool receiveShadow;
uniform vec3 ambientLightColor;
#if defined( USE_LIGHT_PROBES )
	uniform vec3 lightProbe[ 9 ];
#endif
vec3 shGetIrradianceAt( in vec3 normal, in vec3 shCoefficients[ 9 ] ) {
	float x = normal.x, y = normal.y, z = normal.z;
	vec3 result = shCoefficients[ 0 ] * 0.886227;
	result += shCoefficients[ 1 ] * 2.0 * 0.511664 * y;
	result += shCoefficients[ 2 ] * 2.0 * 0.511664 * z;
	result += shCoefficients[ 3 ] * 2.0 * 0.511664 * x;
	result += shCoefficients[ 4 ] * 2.0 * 0.429043 * x * y;
	result += shCoefficients[ 5 ] * 2.0 * 0.429043 * y * z;
	result += shCoefficients[ 6 ] * ( 0.743125 * z * z - 0.247708 );
	result += shCoefficients[ 7 ] * 2.0 * 0.429043 * x * z;
	result += shCoefficients[ 8 ] * 0.429043 * ( x * x - y * y );
	return result;
}
vec3 getLightProbeIrradiance( const in vec3 lightProbe[ 9 ], const in vec3 normal ) {
	vec3 worldNormal = inverseTransformDirection( normal, viewMatrix );
	vec3 irradiance = shGetIrradianceAt( worldNormal, lightProbe );
	return irradiance;
}
vec3 getAmbientLightIrradiance( const in vec3 ambientLightColor ) {
	vec3 irradiance = ambientLightColor;
	return irradiance;
}
float getDistanceAttenuation( const in float lightDistance, const in float cutoffDistance, const in float decayExponent ) {
	float distanceFalloff = 1.0 / max( pow( lightDistance, decayExponent ), 0.01 );
	if ( cutoffDistance > 0.0 ) {
		distanceFalloff *= pow2( saturate( 1.0 - pow4( lightDistance / cutoffDistance ) ) );
	}
	return distanceFalloff;
}
float getSpotAttenuation( const in float coneCosine, const in float penumbraCosine, const in float angleCosine ) {
	return smoothstep( coneCosine, penumbraCosine, angleCosine );
}
#if NUM_DIR_LIGHTS > 0
	struct DirectionalLight {
		vec3 direction;
		vec3 color;
	};
	uniform DirectionalLight directionalLights[ NUM_DIR_LIGHTS ];
	void getDirectionalLightInfo( const in DirectionalLight directionalLight, out IncidentLight light ) {
		light.color = directionalLight.color;
		light.direction = directionalLight.direction;
		light.visible = true;
	}
#endif
#if NUM_POINT_LIGHTS > 0
	struct PointLight {
		vec3 position;
		vec3 color;
		float distance;
		float decay;
	};
	uniform PointLight pointLights[ NUM_POINT_LIGHTS ];
	void getPointLightInfo( const in PointLight pointLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = pointLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float lightDistance = length( lVector );
		light.color = pointLight.color;
		light.color *= getDistanceAttenuation( lightDistance, pointLight.distance, pointLight.decay );
		light.visible = ( light.color != vec3( 0.0 ) );
	}
#endif
#if NUM_SPOT_LIGHTS > 0
	struct SpotLight {
		vec3 position;
		vec3 direction;
		vec3 color;
		float distance;
		float decay;
		float coneCos;
		float penumbraCos;
	};
	uniform SpotLight spotLights[ NUM_SPOT_LIGHTS ];
	void getSpotLightInfo( const in SpotLight spotLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = spotLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float angleCos = dot( light.direction, spotLight.direction );
		float spotAttenuation = getSpotAttenuation( spotLight.coneCos, spotLight.penumbraCos, angleCos );
		if ( spotAttenuation > 0.0 ) {
			float lightDistance = length( lVector );
			light.color = spotLight.color * spotAttenuation;
			light.color *= getDistanceAttenuation( lightDistance, spotLight.distance, spotLight.decay );
			light.visible = ( light.color != vec3( 0.0 ) );
		} else {
			light.color = vec3( 0.0 );
			light.visible = false;
		}
	}
#endif
#if NUM_RECT_AREA_LIGHTS > 0
	struct RectAreaLight {
		vec3 color;
		vec3 position;
		vec3 halfWidth;
		vec3 halfHeight;
	};
	uniform sampler2D ltc_1;	uniform sampler2D ltc_2;
	uniform RectAreaLight rectAreaLights[ NUM_RECT_AREA_LIGHTS ];
#endif
#if NUM_HEMI_LIGHTS > 0
	struct HemisphereLight {
		vec3 direction;
		vec3 skyColor;
		vec3 groundColor;
	};
	uniform HemisphereLight hemisphereLights[ NUM_HEMI_LIGHTS ];
	vec3 getHemisphereLightIrradiance( const in HemisphereLight hemiLight, const in vec3 normal ) {
		float dotNL = dot( normal, hemiLight.direction );
		float hemiDiffuseWeight = 0.5 * dotNL + 0.5;
		vec3 irradiance = mix( hemiLight.groundColor, hemiLight.skyColor, hemiDiffuseWeight );
		return irradiance;
	}
#endif`,Tw=`#ifdef USE_ENVMAP
	vec3 getIBLIrradiance( const in vec3 normal ) {
		#ifdef ENVMAP_TYPE_CUBE_UV
			vec3 worldNormal = inverseTransformDirection( normal, viewMatrix );
			vec4 envMapColor = textureCubeUV( envMap, envMapRotation * worldNormal, 1.0 );
			return PI * envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	vec3 getIBLRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
		#ifdef ENVMAP_TYPE_CUBE_UV
			vec3 reflectVec = reflect( - viewDir, normal );
			reflectVec = normalize( mix( reflectVec, normal, roughness * roughness) );
			reflectVec = inverseTransformDirection( reflectVec, viewMatrix );
			vec4 envMapColor = textureCubeUV( envMap, envMapRotation * reflectVec, roughness );
			return envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	#ifdef USE_ANISOTROPY
		vec3 getIBLAnisotropyRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
			#ifdef ENVMAP_TYPE_CUBE_UV
				vec3 bentNormal = cross( bitangent, viewDir );
				bentNormal = normalize( cross( bentNormal, bitangent ) );
				bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
				return getIBLRadiance( viewDir, bentNormal, roughness );
			#else
				return vec3( 0.0 );
			#endif
		}
	#endif
#endif`,Aw=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,Cw=`varying vec3 vViewPosition;
struct ToonMaterial {
	vec3 diffuseColor;
};
void RE_Direct_Toon( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 irradiance = getGradientIrradiance( geometryNormal, directLight.direction ) * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Toon( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Toon
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,Pw=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,Rw=`varying vec3 vViewPosition;
struct BlinnPhongMaterial {
	vec3 diffuseColor;
	vec3 specularColor;
	float specularShininess;
	float specularStrength;
};
void RE_Direct_BlinnPhong( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
	reflectedLight.directSpecular += irradiance * BRDF_BlinnPhong( directLight.direction, geometryViewDir, geometryNormal, material.specularColor, material.specularShininess ) * material.specularStrength;
}
void RE_IndirectDiffuse_BlinnPhong( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_BlinnPhong
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,Iw=`PhysicalMaterial material;
material.diffuseColor = diffuseColor.rgb * ( 1.0 - metalnessFactor );
vec3 dxy = max( abs( dFdx( nonPerturbedNormal ) ), abs( dFdy( nonPerturbedNormal ) ) );
float geometryRoughness = max( max( dxy.x, dxy.y ), dxy.z );
material.roughness = max( roughnessFactor, 0.0525 );material.roughness += geometryRoughness;
material.roughness = min( material.roughness, 1.0 );
#ifdef IOR
	material.ior = ior;
	#ifdef USE_SPECULAR
		float specularIntensityFactor = specularIntensity;
		vec3 specularColorFactor = specularColor;
		#ifdef USE_SPECULAR_COLORMAP
			specularColorFactor *= texture2D( specularColorMap, vSpecularColorMapUv ).rgb;
		#endif
		#ifdef USE_SPECULAR_INTENSITYMAP
			specularIntensityFactor *= texture2D( specularIntensityMap, vSpecularIntensityMapUv ).a;
		#endif
		material.specularF90 = mix( specularIntensityFactor, 1.0, metalnessFactor );
	#else
		float specularIntensityFactor = 1.0;
		vec3 specularColorFactor = vec3( 1.0 );
		material.specularF90 = 1.0;
	#endif
	material.specularColor = mix( min( pow2( ( material.ior - 1.0 ) / ( material.ior + 1.0 ) ) * specularColorFactor, vec3( 1.0 ) ) * specularIntensityFactor, diffuseColor.rgb, metalnessFactor );
#else
	material.specularColor = mix( vec3( 0.04 ), diffuseColor.rgb, metalnessFactor );
	material.specularF90 = 1.0;
#endif
#ifdef USE_CLEARCOAT
	material.clearcoat = clearcoat;
	material.clearcoatRoughness = clearcoatRoughness;
	material.clearcoatF0 = vec3( 0.04 );
	material.clearcoatF90 = 1.0;
	#ifdef USE_CLEARCOATMAP
		material.clearcoat *= texture2D( clearcoatMap, vClearcoatMapUv ).x;
	#endif
	#ifdef USE_CLEARCOAT_ROUGHNESSMAP
		material.clearcoatRoughness *= texture2D( clearcoatRoughnessMap, vClearcoatRoughnessMapUv ).y;
	#endif
	material.clearcoat = saturate( material.clearcoat );	material.clearcoatRoughness = max( material.clearcoatRoughness, 0.0525 );
	material.clearcoatRoughness += geometryRoughness;
	material.clearcoatRoughness = min( material.clearcoatRoughness, 1.0 );
#endif
#ifdef USE_DISPERSION
	material.dispersion = dispersion;
#endif
#ifdef USE_IRIDESCENCE
	material.iridescence = iridescence;
	material.iridescenceIOR = iridescenceIOR;
	#ifdef USE_IRIDESCENCEMAP
		material.iridescence *= texture2D( iridescenceMap, vIridescenceMapUv ).r;
	#endif
	#ifdef USE_IRIDESCENCE_THICKNESSMAP
		material.iridescenceThickness = (iridescenceThicknessMaximum - iridescenceThicknessMinimum) * texture2D( iridescenceThicknessMap, vIridescenceThicknessMapUv ).g + iridescenceThicknessMinimum;
	#else
		material.iridescenceThickness = iridescenceThicknessMaximum;
	#endif
#endif
#ifdef USE_SHEEN
	material.sheenColor = sheenColor;
	#ifdef USE_SHEEN_COLORMAP
		material.sheenColor *= texture2D( sheenColorMap, vSheenColorMapUv ).rgb;
	#endif
	material.sheenRoughness = clamp( sheenRoughness, 0.07, 1.0 );
	#ifdef USE_SHEEN_ROUGHNESSMAP
		material.sheenRoughness *= texture2D( sheenRoughnessMap, vSheenRoughnessMapUv ).a;
	#endif
#endif
#ifdef USE_ANISOTROPY
	#ifdef USE_ANISOTROPYMAP
		mat2 anisotropyMat = mat2( anisotropyVector.x, anisotropyVector.y, - anisotropyVector.y, anisotropyVector.x );
		vec3 anisotropyPolar = texture2D( anisotropyMap, vAnisotropyMapUv ).rgb;
		vec2 anisotropyV = anisotropyMat * normalize( 2.0 * anisotropyPolar.rg - vec2( 1.0 ) ) * anisotropyPolar.b;
	#else
		vec2 anisotropyV = anisotropyVector;
	#endif
	material.anisotropy = length( anisotropyV );
	if( material.anisotropy == 0.0 ) {
		anisotropyV = vec2( 1.0, 0.0 );
	} else {
		anisotropyV /= material.anisotropy;
		material.anisotropy = saturate( material.anisotropy );
	}
	material.alphaT = mix( pow2( material.roughness ), 1.0, pow2( material.anisotropy ) );
	material.anisotropyT = tbn[ 0 ] * anisotropyV.x + tbn[ 1 ] * anisotropyV.y;
	material.anisotropyB = tbn[ 1 ] * anisotropyV.x - tbn[ 0 ] * anisotropyV.y;
#endif`,Lw=`struct PhysicalMaterial {
	vec3 diffuseColor;
	float roughness;
	vec3 specularColor;
	float specularF90;
	float dispersion;
	#ifdef USE_CLEARCOAT
		float clearcoat;
		float clearcoatRoughness;
		vec3 clearcoatF0;
		float clearcoatF90;
	#endif
	#ifdef USE_IRIDESCENCE
		float iridescence;
		float iridescenceIOR;
		float iridescenceThickness;
		vec3 iridescenceFresnel;
		vec3 iridescenceF0;
	#endif
	#ifdef USE_SHEEN
		vec3 sheenColor;
		float sheenRoughness;
	#endif
	#ifdef IOR
		float ior;
	#endif
	#ifdef USE_TRANSMISSION
		float transmission;
		float transmissionAlpha;
		float thickness;
		float attenuationDistance;
		vec3 attenuationColor;
	#endif
	#ifdef USE_ANISOTROPY
		float anisotropy;
		float alphaT;
		vec3 anisotropyT;
		vec3 anisotropyB;
	#endif
};
vec3 clearcoatSpecularDirect = vec3( 0.0 );
vec3 clearcoatSpecularIndirect = vec3( 0.0 );
vec3 sheenSpecularDirect = vec3( 0.0 );
vec3 sheenSpecularIndirect = vec3(0.0 );
vec3 Schlick_to_F0( const in vec3 f, const in float f90, const in float dotVH ) {
    float x = clamp( 1.0 - dotVH, 0.0, 1.0 );
    float x2 = x * x;
    float x5 = clamp( x * x2 * x2, 0.0, 0.9999 );
    return ( f - vec3( f90 ) * x5 ) / ( 1.0 - x5 );
}
float V_GGX_SmithCorrelated( const in float alpha, const in float dotNL, const in float dotNV ) {
	float a2 = pow2( alpha );
	float gv = dotNL * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNV ) );
	float gl = dotNV * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNL ) );
	return 0.5 / max( gv + gl, EPSILON );
}
float D_GGX( const in float alpha, const in float dotNH ) {
	float a2 = pow2( alpha );
	float denom = pow2( dotNH ) * ( a2 - 1.0 ) + 1.0;
	return RECIPROCAL_PI * a2 / pow2( denom );
}
#ifdef USE_ANISOTROPY
	float V_GGX_SmithCorrelated_Anisotropic( const in float alphaT, const in float alphaB, const in float dotTV, const in float dotBV, const in float dotTL, const in float dotBL, const in float dotNV, const in float dotNL ) {
		float gv = dotNL * length( vec3( alphaT * dotTV, alphaB * dotBV, dotNV ) );
		float gl = dotNV * length( vec3( alphaT * dotTL, alphaB * dotBL, dotNL ) );
		float v = 0.5 / ( gv + gl );
		return saturate(v);
	}
	float D_GGX_Anisotropic( const in float alphaT, const in float alphaB, const in float dotNH, const in float dotTH, const in float dotBH ) {
		float a2 = alphaT * alphaB;
		highp vec3 v = vec3( alphaB * dotTH, alphaT * dotBH, a2 * dotNH );
		highp float v2 = dot( v, v );
		float w2 = a2 / v2;
		return RECIPROCAL_PI * a2 * pow2 ( w2 );
	}
#endif
#ifdef USE_CLEARCOAT
	vec3 BRDF_GGX_Clearcoat( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material) {
		vec3 f0 = material.clearcoatF0;
		float f90 = material.clearcoatF90;
		float roughness = material.clearcoatRoughness;
		float alpha = pow2( roughness );
		vec3 halfDir = normalize( lightDir + viewDir );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float dotNH = saturate( dot( normal, halfDir ) );
		float dotVH = saturate( dot( viewDir, halfDir ) );
		vec3 F = F_Schlick( f0, f90, dotVH );
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
		return F * ( V * D );
	}
#endif
vec3 BRDF_GGX( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material ) {
	vec3 f0 = material.specularColor;
	float f90 = material.specularF90;
	float roughness = material.roughness;
	float alpha = pow2( roughness );
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( f0, f90, dotVH );
	#ifdef USE_IRIDESCENCE
		F = mix( F, material.iridescenceFresnel, material.iridescence );
	#endif
	#ifdef USE_ANISOTROPY
		float dotTL = dot( material.anisotropyT, lightDir );
		float dotTV = dot( material.anisotropyT, viewDir );
		float dotTH = dot( material.anisotropyT, halfDir );
		float dotBL = dot( material.anisotropyB, lightDir );
		float dotBV = dot( material.anisotropyB, viewDir );
		float dotBH = dot( material.anisotropyB, halfDir );
		float V = V_GGX_SmithCorrelated_Anisotropic( material.alphaT, alpha, dotTV, dotBV, dotTL, dotBL, dotNV, dotNL );
		float D = D_GGX_Anisotropic( material.alphaT, alpha, dotNH, dotTH, dotBH );
	#else
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
	#endif
	return F * ( V * D );
}
vec2 LTC_Uv( const in vec3 N, const in vec3 V, const in float roughness ) {
	const float LUT_SIZE = 64.0;
	const float LUT_SCALE = ( LUT_SIZE - 1.0 ) / LUT_SIZE;
	const float LUT_BIAS = 0.5 / LUT_SIZE;
	float dotNV = saturate( dot( N, V ) );
	vec2 uv = vec2( roughness, sqrt( 1.0 - dotNV ) );
	uv = uv * LUT_SCALE + LUT_BIAS;
	return uv;
}
float LTC_ClippedSphereFormFactor( const in vec3 f ) {
	float l = length( f );
	return max( ( l * l + f.z ) / ( l + 1.0 ), 0.0 );
}
vec3 LTC_EdgeVectorFormFactor( const in vec3 v1, const in vec3 v2 ) {
	float x = dot( v1, v2 );
	float y = abs( x );
	float a = 0.8543985 + ( 0.4965155 + 0.0145206 * y ) * y;
	float b = 3.4175940 + ( 4.1616724 + y ) * y;
	float v = a / b;
	float theta_sintheta = ( x > 0.0 ) ? v : 0.5 * inversesqrt( max( 1.0 - x * x, 1e-7 ) ) - v;
	return cross( v1, v2 ) * theta_sintheta;
}
vec3 LTC_Evaluate( const in vec3 N, const in vec3 V, const in vec3 P, const in mat3 mInv, const in vec3 rectCoords[ 4 ] ) {
	vec3 v1 = rectCoords[ 1 ] - rectCoords[ 0 ];
	vec3 v2 = rectCoords[ 3 ] - rectCoords[ 0 ];
	vec3 lightNormal = cross( v1, v2 );
	if( dot( lightNormal, P - rectCoords[ 0 ] ) < 0.0 ) return vec3( 0.0 );
	vec3 T1, T2;
	T1 = normalize( V - N * dot( V, N ) );
	T2 = - cross( N, T1 );
	mat3 mat = mInv * transposeMat3( mat3( T1, T2, N ) );
	vec3 coords[ 4 ];
	coords[ 0 ] = mat * ( rectCoords[ 0 ] - P );
	coords[ 1 ] = mat * ( rectCoords[ 1 ] - P );
	coords[ 2 ] = mat * ( rectCoords[ 2 ] - P );
	coords[ 3 ] = mat * ( rectCoords[ 3 ] - P );
	coords[ 0 ] = normalize( coords[ 0 ] );
	coords[ 1 ] = normalize( coords[ 1 ] );
	coords[ 2 ] = normalize( coords[ 2 ] );
	coords[ 3 ] = normalize( coords[ 3 ] );
	vec3 vectorFormFactor = vec3( 0.0 );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 0 ], coords[ 1 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 1 ], coords[ 2 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 2 ], coords[ 3 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 3 ], coords[ 0 ] );
	float result = LTC_ClippedSphereFormFactor( vectorFormFactor );
	return vec3( result );
}
#if defined( USE_SHEEN )
float D_Charlie( float roughness, float dotNH ) {
	float alpha = pow2( roughness );
	float invAlpha = 1.0 / alpha;
	float cos2h = dotNH * dotNH;
	float sin2h = max( 1.0 - cos2h, 0.0078125 );
	return ( 2.0 + invAlpha ) * pow( sin2h, invAlpha * 0.5 ) / ( 2.0 * PI );
}
float V_Neubelt( float dotNV, float dotNL ) {
	return saturate( 1.0 / ( 4.0 * ( dotNL + dotNV - dotNL * dotNV ) ) );
}
vec3 BRDF_Sheen( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, vec3 sheenColor, const in float sheenRoughness ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float D = D_Charlie( sheenRoughness, dotNH );
	float V = V_Neubelt( dotNV, dotNL );
	return sheenColor * ( D * V );
}
#endif
float IBLSheenBRDF( const in vec3 normal, const in vec3 viewDir, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	float r2 = roughness * roughness;
	float a = roughness < 0.25 ? -339.2 * r2 + 161.4 * roughness - 25.9 : -8.48 * r2 + 14.3 * roughness - 9.95;
	float b = roughness < 0.25 ? 44.0 * r2 - 23.7 * roughness + 3.26 : 1.97 * r2 - 3.27 * roughness + 0.72;
	float DG = exp( a * dotNV + b ) + ( roughness < 0.25 ? 0.0 : 0.1 * ( roughness - 0.25 ) );
	return saturate( DG * RECIPROCAL_PI );
}
vec2 DFGApprox( const in vec3 normal, const in vec3 viewDir, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	const vec4 c0 = vec4( - 1, - 0.0275, - 0.572, 0.022 );
	const vec4 c1 = vec4( 1, 0.0425, 1.04, - 0.04 );
	vec4 r = roughness * c0 + c1;
	float a004 = min( r.x * r.x, exp2( - 9.28 * dotNV ) ) * r.x + r.y;
	vec2 fab = vec2( - 1.04, 1.04 ) * a004 + r.zw;
	return fab;
}
vec3 EnvironmentBRDF( const in vec3 normal, const in vec3 viewDir, const in vec3 specularColor, const in float specularF90, const in float roughness ) {
	vec2 fab = DFGApprox( normal, viewDir, roughness );
	return specularColor * fab.x + specularF90 * fab.y;
}
#ifdef USE_IRIDESCENCE
void computeMultiscatteringIridescence( const in vec3 normal, const in vec3 viewDir, const in vec3 specularColor, const in float specularF90, const in float iridescence, const in vec3 iridescenceF0, const in float roughness, inout vec3 singleScatter, inout vec3 multiScatter ) {
#else
void computeMultiscattering( const in vec3 normal, const in vec3 viewDir, const in vec3 specularColor, const in float specularF90, const in float roughness, inout vec3 singleScatter, inout vec3 multiScatter ) {
#endif
	vec2 fab = DFGApprox( normal, viewDir, roughness );
	#ifdef USE_IRIDESCENCE
		vec3 Fr = mix( specularColor, iridescenceF0, iridescence );
	#else
		vec3 Fr = specularColor;
	#endif
	vec3 FssEss = Fr * fab.x + specularF90 * fab.y;
	float Ess = fab.x + fab.y;
	float Ems = 1.0 - Ess;
	vec3 Favg = Fr + ( 1.0 - Fr ) * 0.047619;	vec3 Fms = FssEss * Favg / ( 1.0 - Ems * Favg );
	singleScatter += FssEss;
	multiScatter += Fms * Ems;
}
#if NUM_RECT_AREA_LIGHTS > 0
	void RE_Direct_RectArea_Physical( const in RectAreaLight rectAreaLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
		vec3 normal = geometryNormal;
		vec3 viewDir = geometryViewDir;
		vec3 position = geometryPosition;
		vec3 lightPos = rectAreaLight.position;
		vec3 halfWidth = rectAreaLight.halfWidth;
		vec3 halfHeight = rectAreaLight.halfHeight;
		vec3 lightColor = rectAreaLight.color;
		float roughness = material.roughness;
		vec3 rectCoords[ 4 ];
		rectCoords[ 0 ] = lightPos + halfWidth - halfHeight;		rectCoords[ 1 ] = lightPos - halfWidth - halfHeight;
		rectCoords[ 2 ] = lightPos - halfWidth + halfHeight;
		rectCoords[ 3 ] = lightPos + halfWidth + halfHeight;
		vec2 uv = LTC_Uv( normal, viewDir, roughness );
		vec4 t1 = texture2D( ltc_1, uv );
		vec4 t2 = texture2D( ltc_2, uv );
		mat3 mInv = mat3(
			vec3( t1.x, 0, t1.y ),
			vec3(    0, 1,    0 ),
			vec3( t1.z, 0, t1.w )
		);
		vec3 fresnel = ( material.specularColor * t2.x + ( vec3( 1.0 ) - material.specularColor ) * t2.y );
		reflectedLight.directSpecular += lightColor * fresnel * LTC_Evaluate( normal, viewDir, position, mInv, rectCoords );
		reflectedLight.directDiffuse += lightColor * material.diffuseColor * LTC_Evaluate( normal, viewDir, position, mat3( 1.0 ), rectCoords );
	}
#endif
void RE_Direct_Physical( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	#ifdef USE_CLEARCOAT
		float dotNLcc = saturate( dot( geometryClearcoatNormal, directLight.direction ) );
		vec3 ccIrradiance = dotNLcc * directLight.color;
		clearcoatSpecularDirect += ccIrradiance * BRDF_GGX_Clearcoat( directLight.direction, geometryViewDir, geometryClearcoatNormal, material );
	#endif
	#ifdef USE_SHEEN
		sheenSpecularDirect += irradiance * BRDF_Sheen( directLight.direction, geometryViewDir, geometryNormal, material.sheenColor, material.sheenRoughness );
	#endif
	reflectedLight.directSpecular += irradiance * BRDF_GGX( directLight.direction, geometryViewDir, geometryNormal, material );
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Physical( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectSpecular_Physical( const in vec3 radiance, const in vec3 irradiance, const in vec3 clearcoatRadiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight) {
	#ifdef USE_CLEARCOAT
		clearcoatSpecularIndirect += clearcoatRadiance * EnvironmentBRDF( geometryClearcoatNormal, geometryViewDir, material.clearcoatF0, material.clearcoatF90, material.clearcoatRoughness );
	#endif
	#ifdef USE_SHEEN
		sheenSpecularIndirect += irradiance * material.sheenColor * IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
	#endif
	vec3 singleScattering = vec3( 0.0 );
	vec3 multiScattering = vec3( 0.0 );
	vec3 cosineWeightedIrradiance = irradiance * RECIPROCAL_PI;
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( geometryNormal, geometryViewDir, material.specularColor, material.specularF90, material.iridescence, material.iridescenceFresnel, material.roughness, singleScattering, multiScattering );
	#else
		computeMultiscattering( geometryNormal, geometryViewDir, material.specularColor, material.specularF90, material.roughness, singleScattering, multiScattering );
	#endif
	vec3 totalScattering = singleScattering + multiScattering;
	vec3 diffuse = material.diffuseColor * ( 1.0 - max( max( totalScattering.r, totalScattering.g ), totalScattering.b ) );
	reflectedLight.indirectSpecular += radiance * singleScattering;
	reflectedLight.indirectSpecular += multiScattering * cosineWeightedIrradiance;
	reflectedLight.indirectDiffuse += diffuse * cosineWeightedIrradiance;
}
#define RE_Direct				RE_Direct_Physical
#define RE_Direct_RectArea		RE_Direct_RectArea_Physical
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Physical
#define RE_IndirectSpecular		RE_IndirectSpecular_Physical
float computeSpecularOcclusion( const in float dotNV, const in float ambientOcclusion, const in float roughness ) {
	return saturate( pow( dotNV + ambientOcclusion, exp2( - 16.0 * roughness - 1.0 ) ) - 1.0 + ambientOcclusion );
}`,Dw=`
vec3 geometryPosition = - vViewPosition;
vec3 geometryNormal = normal;
vec3 geometryViewDir = ( isOrthographic ) ? vec3( 0, 0, 1 ) : normalize( vViewPosition );
vec3 geometryClearcoatNormal = vec3( 0.0 );
#ifdef USE_CLEARCOAT
	geometryClearcoatNormal = clearcoatNormal;
#endif
#ifdef USE_IRIDESCENCE
	float dotNVi = saturate( dot( normal, geometryViewDir ) );
	if ( material.iridescenceThickness == 0.0 ) {
		material.iridescence = 0.0;
	} else {
		material.iridescence = saturate( material.iridescence );
	}
	if ( material.iridescence > 0.0 ) {
		material.iridescenceFresnel = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.specularColor );
		material.iridescenceF0 = Schlick_to_F0( material.iridescenceFresnel, 1.0, dotNVi );
	}
#endif
IncidentLight directLight;
#if ( NUM_POINT_LIGHTS > 0 ) && defined( RE_Direct )
	PointLight pointLight;
	#if defined( USE_SHADOWMAP ) && NUM_POINT_LIGHT_SHADOWS > 0
	PointLightShadow pointLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHTS; i ++ ) {
		pointLight = pointLights[ i ];
		getPointLightInfo( pointLight, geometryPosition, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_POINT_LIGHT_SHADOWS )
		pointLightShadow = pointLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getPointShadow( pointShadowMap[ i ], pointLightShadow.shadowMapSize, pointLightShadow.shadowIntensity, pointLightShadow.shadowBias, pointLightShadow.shadowRadius, vPointShadowCoord[ i ], pointLightShadow.shadowCameraNear, pointLightShadow.shadowCameraFar ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SPOT_LIGHTS > 0 ) && defined( RE_Direct )
	SpotLight spotLight;
	vec4 spotColor;
	vec3 spotLightCoord;
	bool inSpotLightMap;
	#if defined( USE_SHADOWMAP ) && NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHTS; i ++ ) {
		spotLight = spotLights[ i ];
		getSpotLightInfo( spotLight, geometryPosition, directLight );
		#if ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#define SPOT_LIGHT_MAP_INDEX UNROLLED_LOOP_INDEX
		#elif ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		#define SPOT_LIGHT_MAP_INDEX NUM_SPOT_LIGHT_MAPS
		#else
		#define SPOT_LIGHT_MAP_INDEX ( UNROLLED_LOOP_INDEX - NUM_SPOT_LIGHT_SHADOWS + NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#endif
		#if ( SPOT_LIGHT_MAP_INDEX < NUM_SPOT_LIGHT_MAPS )
			spotLightCoord = vSpotLightCoord[ i ].xyz / vSpotLightCoord[ i ].w;
			inSpotLightMap = all( lessThan( abs( spotLightCoord * 2. - 1. ), vec3( 1.0 ) ) );
			spotColor = texture2D( spotLightMap[ SPOT_LIGHT_MAP_INDEX ], spotLightCoord.xy );
			directLight.color = inSpotLightMap ? directLight.color * spotColor.rgb : directLight.color;
		#endif
		#undef SPOT_LIGHT_MAP_INDEX
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		spotLightShadow = spotLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( spotShadowMap[ i ], spotLightShadow.shadowMapSize, spotLightShadow.shadowIntensity, spotLightShadow.shadowBias, spotLightShadow.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_DIR_LIGHTS > 0 ) && defined( RE_Direct )
	DirectionalLight directionalLight;
	#if defined( USE_SHADOWMAP ) && NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHTS; i ++ ) {
		directionalLight = directionalLights[ i ];
		getDirectionalLightInfo( directionalLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_DIR_LIGHT_SHADOWS )
		directionalLightShadow = directionalLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( directionalShadowMap[ i ], directionalLightShadow.shadowMapSize, directionalLightShadow.shadowIntensity, directionalLightShadow.shadowBias, directionalLightShadow.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_RECT_AREA_LIGHTS > 0 ) && defined( RE_Direct_RectArea )
	RectAreaLight rectAreaLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_RECT_AREA_LIGHTS; i ++ ) {
		rectAreaLight = rectAreaLights[ i ];
		RE_Direct_RectArea( rectAreaLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if defined( RE_IndirectDiffuse )
	vec3 iblIrradiance = vec3( 0.0 );
	vec3 irradiance = getAmbientLightIrradiance( ambientLightColor );
	#if defined( USE_LIGHT_PROBES )
		irradiance += getLightProbeIrradiance( lightProbe, geometryNormal );
	#endif
	#if ( NUM_HEMI_LIGHTS > 0 )
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_HEMI_LIGHTS; i ++ ) {
			irradiance += getHemisphereLightIrradiance( hemisphereLights[ i ], geometryNormal );
		}
		#pragma unroll_loop_end
	#endif
#endif
#if defined( RE_IndirectSpecular )
	vec3 radiance = vec3( 0.0 );
	vec3 clearcoatRadiance = vec3( 0.0 );
#endif`,Ow=`#if defined( RE_IndirectDiffuse )
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		vec3 lightMapIrradiance = lightMapTexel.rgb * lightMapIntensity;
		irradiance += lightMapIrradiance;
	#endif
	#if defined( USE_ENVMAP ) && defined( STANDARD ) && defined( ENVMAP_TYPE_CUBE_UV )
		iblIrradiance += getIBLIrradiance( geometryNormal );
	#endif
#endif
#if defined( USE_ENVMAP ) && defined( RE_IndirectSpecular )
	#ifdef USE_ANISOTROPY
		radiance += getIBLAnisotropyRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
	#else
		radiance += getIBLRadiance( geometryViewDir, geometryNormal, material.roughness );
	#endif
	#ifdef USE_CLEARCOAT
		clearcoatRadiance += getIBLRadiance( geometryViewDir, geometryClearcoatNormal, material.clearcoatRoughness );
	#endif
#endif`,Nw=`#if defined( RE_IndirectDiffuse )
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,Uw=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,Fw=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,Bw=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,Gw=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,zw=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,kw=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,Vw=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
	#if defined( USE_POINTS_UV )
		vec2 uv = vUv;
	#else
		vec2 uv = ( uvTransform * vec3( gl_PointCoord.x, 1.0 - gl_PointCoord.y, 1 ) ).xy;
	#endif
#endif
#ifdef USE_MAP
	diffuseColor *= texture2D( map, uv );
#endif
#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, uv ).g;
#endif`,Hw=`#if defined( USE_POINTS_UV )
	varying vec2 vUv;
#else
	#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
		uniform mat3 uvTransform;
	#endif
#endif
#ifdef USE_MAP
	uniform sampler2D map;
#endif
#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,Ww=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,Xw=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,qw=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,Yw=`#if defined( USE_MORPHCOLORS )
	vColor *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		#if defined( USE_COLOR_ALPHA )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor += getMorph( gl_VertexID, i, 2 ) * morphTargetInfluences[ i ];
		#elif defined( USE_COLOR )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor += getMorph( gl_VertexID, i, 2 ).rgb * morphTargetInfluences[ i ];
		#endif
	}
#endif`,jw=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,Zw=`#ifdef USE_MORPHTARGETS
	#ifndef USE_INSTANCING_MORPH
		uniform float morphTargetBaseInfluence;
		uniform float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	#endif
	uniform sampler2DArray morphTargetsTexture;
	uniform ivec2 morphTargetsTextureSize;
	vec4 getMorph( const in int vertexIndex, const in int morphTargetIndex, const in int offset ) {
		int texelIndex = vertexIndex * MORPHTARGETS_TEXTURE_STRIDE + offset;
		int y = texelIndex / morphTargetsTextureSize.x;
		int x = texelIndex - y * morphTargetsTextureSize.x;
		ivec3 morphUV = ivec3( x, y, morphTargetIndex );
		return texelFetch( morphTargetsTexture, morphUV, 0 );
	}
#endif`,$w=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,Jw=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
#ifdef FLAT_SHADED
	vec3 fdx = dFdx( vViewPosition );
	vec3 fdy = dFdy( vViewPosition );
	vec3 normal = normalize( cross( fdx, fdy ) );
#else
	vec3 normal = normalize( vNormal );
	#ifdef DOUBLE_SIDED
		normal *= faceDirection;
	#endif
#endif
#if defined( USE_NORMALMAP_TANGENTSPACE ) || defined( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY )
	#ifdef USE_TANGENT
		mat3 tbn = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn = getTangentFrame( - vViewPosition, normal,
		#if defined( USE_NORMALMAP )
			vNormalMapUv
		#elif defined( USE_CLEARCOAT_NORMALMAP )
			vClearcoatNormalMapUv
		#else
			vUv
		#endif
		);
	#endif
	#if defined( DOUBLE_SIDED ) && ! defined( FLAT_SHADED )
		tbn[0] *= faceDirection;
		tbn[1] *= faceDirection;
	#endif
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	#ifdef USE_TANGENT
		mat3 tbn2 = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn2 = getTangentFrame( - vViewPosition, normal, vClearcoatNormalMapUv );
	#endif
	#if defined( DOUBLE_SIDED ) && ! defined( FLAT_SHADED )
		tbn2[0] *= faceDirection;
		tbn2[1] *= faceDirection;
	#endif
#endif
vec3 nonPerturbedNormal = normal;`,Kw=`#ifdef USE_NORMALMAP_OBJECTSPACE
	normal = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#ifdef FLIP_SIDED
		normal = - normal;
	#endif
	#ifdef DOUBLE_SIDED
		normal = normal * faceDirection;
	#endif
	normal = normalize( normalMatrix * normal );
#elif defined( USE_NORMALMAP_TANGENTSPACE )
	vec3 mapN = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	mapN.xy *= normalScale;
	normal = normalize( tbn * mapN );
#elif defined( USE_BUMPMAP )
	normal = perturbNormalArb( - vViewPosition, normal, dHdxy_fwd(), faceDirection );
#endif`,Qw=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,tE=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,eE=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
	#endif
#endif`,nE=`#ifdef USE_NORMALMAP
	uniform sampler2D normalMap;
	uniform vec2 normalScale;
#endif
#ifdef USE_NORMALMAP_OBJECTSPACE
	uniform mat3 normalMatrix;
#endif
#if ! defined ( USE_TANGENT ) && ( defined ( USE_NORMALMAP_TANGENTSPACE ) || defined ( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY ) )
	mat3 getTangentFrame( vec3 eye_pos, vec3 surf_norm, vec2 uv ) {
		vec3 q0 = dFdx( eye_pos.xyz );
		vec3 q1 = dFdy( eye_pos.xyz );
		vec2 st0 = dFdx( uv.st );
		vec2 st1 = dFdy( uv.st );
		vec3 N = surf_norm;
		vec3 q1perp = cross( q1, N );
		vec3 q0perp = cross( N, q0 );
		vec3 T = q1perp * st0.x + q0perp * st1.x;
		vec3 B = q1perp * st0.y + q0perp * st1.y;
		float det = max( dot( T, T ), dot( B, B ) );
		float scale = ( det == 0.0 ) ? 0.0 : inversesqrt( det );
		return mat3( T * scale, B * scale, N );
	}
#endif`,iE=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,rE=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,sE=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,aE=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,oE=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,lE=`vec3 packNormalToRGB( const in vec3 normal ) {
	return normalize( normal ) * 0.5 + 0.5;
}
vec3 unpackRGBToNormal( const in vec3 rgb ) {
	return 2.0 * rgb.xyz - 1.0;
}
const float PackUpscale = 256. / 255.;const float UnpackDownscale = 255. / 256.;const float ShiftRight8 = 1. / 256.;
const float Inv255 = 1. / 255.;
const vec4 PackFactors = vec4( 1.0, 256.0, 256.0 * 256.0, 256.0 * 256.0 * 256.0 );
const vec2 UnpackFactors2 = vec2( UnpackDownscale, 1.0 / PackFactors.g );
const vec3 UnpackFactors3 = vec3( UnpackDownscale / PackFactors.rg, 1.0 / PackFactors.b );
const vec4 UnpackFactors4 = vec4( UnpackDownscale / PackFactors.rgb, 1.0 / PackFactors.a );
vec4 packDepthToRGBA( const in float v ) {
	if( v <= 0.0 )
		return vec4( 0., 0., 0., 0. );
	if( v >= 1.0 )
		return vec4( 1., 1., 1., 1. );
	float vuf;
	float af = modf( v * PackFactors.a, vuf );
	float bf = modf( vuf * ShiftRight8, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec4( vuf * Inv255, gf * PackUpscale, bf * PackUpscale, af );
}
vec3 packDepthToRGB( const in float v ) {
	if( v <= 0.0 )
		return vec3( 0., 0., 0. );
	if( v >= 1.0 )
		return vec3( 1., 1., 1. );
	float vuf;
	float bf = modf( v * PackFactors.b, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec3( vuf * Inv255, gf * PackUpscale, bf );
}
vec2 packDepthToRG( const in float v ) {
	if( v <= 0.0 )
		return vec2( 0., 0. );
	if( v >= 1.0 )
		return vec2( 1., 1. );
	float vuf;
	float gf = modf( v * 256., vuf );
	return vec2( vuf * Inv255, gf );
}
float unpackRGBAToDepth( const in vec4 v ) {
	return dot( v, UnpackFactors4 );
}
float unpackRGBToDepth( const in vec3 v ) {
	return dot( v, UnpackFactors3 );
}
float unpackRGToDepth( const in vec2 v ) {
	return v.r * UnpackFactors2.r + v.g * UnpackFactors2.g;
}
vec4 pack2HalfToRGBA( const in vec2 v ) {
	vec4 r = vec4( v.x, fract( v.x * 255.0 ), v.y, fract( v.y * 255.0 ) );
	return vec4( r.x - r.y / 255.0, r.y, r.z - r.w / 255.0, r.w );
}
vec2 unpackRGBATo2Half( const in vec4 v ) {
	return vec2( v.x + ( v.y / 255.0 ), v.z + ( v.w / 255.0 ) );
}
float viewZToOrthographicDepth( const in float viewZ, const in float near, const in float far ) {
	return ( viewZ + near ) / ( near - far );
}
float orthographicDepthToViewZ( const in float depth, const in float near, const in float far ) {
	return depth * ( near - far ) - near;
}
float viewZToPerspectiveDepth( const in float viewZ, const in float near, const in float far ) {
	return ( ( near + viewZ ) * far ) / ( ( far - near ) * viewZ );
}
float perspectiveDepthToViewZ( const in float depth, const in float near, const in float far ) {
	return ( near * far ) / ( ( far - near ) * depth - far );
}`,cE=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,hE=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,uE=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,fE=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,dE=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,pE=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,mE=`#if NUM_SPOT_LIGHT_COORDS > 0
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#if NUM_SPOT_LIGHT_MAPS > 0
	uniform sampler2D spotLightMap[ NUM_SPOT_LIGHT_MAPS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_DIR_LIGHT_SHADOWS > 0
		uniform sampler2D directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		uniform sampler2D spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		uniform sampler2D pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
	float texture2DCompare( sampler2D depths, vec2 uv, float compare ) {
		float depth = unpackRGBAToDepth( texture2D( depths, uv ) );
		#ifdef USE_REVERSED_DEPTH_BUFFER
			return step( depth, compare );
		#else
			return step( compare, depth );
		#endif
	}
	vec2 texture2DDistribution( sampler2D shadow, vec2 uv ) {
		return unpackRGBATo2Half( texture2D( shadow, uv ) );
	}
	float VSMShadow( sampler2D shadow, vec2 uv, float compare ) {
		float occlusion = 1.0;
		vec2 distribution = texture2DDistribution( shadow, uv );
		#ifdef USE_REVERSED_DEPTH_BUFFER
			float hard_shadow = step( distribution.x, compare );
		#else
			float hard_shadow = step( compare, distribution.x );
		#endif
		if ( hard_shadow != 1.0 ) {
			float distance = compare - distribution.x;
			float variance = max( 0.00000, distribution.y * distribution.y );
			float softness_probability = variance / (variance + distance * distance );			softness_probability = clamp( ( softness_probability - 0.3 ) / ( 0.95 - 0.3 ), 0.0, 1.0 );			occlusion = clamp( max( hard_shadow, softness_probability ), 0.0, 1.0 );
		}
		return occlusion;
	}
	float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
		float shadow = 1.0;
		shadowCoord.xyz /= shadowCoord.w;
		shadowCoord.z += shadowBias;
		bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
		bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
		if ( frustumTest ) {
		#if defined( SHADOWMAP_TYPE_PCF )
			vec2 texelSize = vec2( 1.0 ) / shadowMapSize;
			float dx0 = - texelSize.x * shadowRadius;
			float dy0 = - texelSize.y * shadowRadius;
			float dx1 = + texelSize.x * shadowRadius;
			float dy1 = + texelSize.y * shadowRadius;
			float dx2 = dx0 / 2.0;
			float dy2 = dy0 / 2.0;
			float dx3 = dx1 / 2.0;
			float dy3 = dy1 / 2.0;
			shadow = (
				texture2DCompare( shadowMap, shadowCoord.xy + vec2( dx0, dy0 ), shadowCoord.z ) +
				texture2DCompare( shadowMap, shadowCoord.xy + vec2( 0.0, dy0 ), shadowCoord.z ) +
				texture2DCompare( shadowMap, shadowCoord.xy + vec2( dx1, dy0 ), shadowCoord.z ) +
				texture2DCompare( shadowMap, shadowCoord.xy + vec2( dx2, dy2 ), shadowCoord.z ) +
				texture2DCompare( shadowMap, shadowCoord.xy + vec2( 0.0, dy2 ), shadowCoord.z ) +
				texture2DCompare( shadowMap, shadowCoord.xy + vec2( dx3, dy2 ), shadowCoord.z ) +
				texture2DCompare( shadowMap, shadowCoord.xy + vec2( dx0, 0.0 ), shadowCoord.z ) +
				texture2DCompare( shadowMap, shadowCoord.xy + vec2( dx2, 0.0 ), shadowCoord.z ) +
				texture2DCompare( shadowMap, shadowCoord.xy, shadowCoord.z ) +
				texture2DCompare( shadowMap, shadowCoord.xy + vec2( dx3, 0.0 ), shadowCoord.z ) +
				texture2DCompare( shadowMap, shadowCoord.xy + vec2( dx1, 0.0 ), shadowCoord.z ) +
				texture2DCompare( shadowMap, shadowCoord.xy + vec2( dx2, dy3 ), shadowCoord.z ) +
				texture2DCompare( shadowMap, shadowCoord.xy + vec2( 0.0, dy3 ), shadowCoord.z ) +
				texture2DCompare( shadowMap, shadowCoord.xy + vec2( dx3, dy3 ), shadowCoord.z ) +
				texture2DCompare( shadowMap, shadowCoord.xy + vec2( dx0, dy1 ), shadowCoord.z ) +
				texture2DCompare( shadowMap, shadowCoord.xy + vec2( 0.0, dy1 ), shadowCoord.z ) +
				texture2DCompare( shadowMap, shadowCoord.xy + vec2( dx1, dy1 ), shadowCoord.z )
			) * ( 1.0 / 17.0 );
		#elif defined( SHADOWMAP_TYPE_PCF_SOFT )
			vec2 texelSize = vec2( 1.0 ) / shadowMapSize;
			float dx = texelSize.x;
			float dy = texelSize.y;
			vec2 uv = shadowCoord.xy;
			vec2 f = fract( uv * shadowMapSize + 0.5 );
			uv -= f * texelSize;
			shadow = (
				texture2DCompare( shadowMap, uv, shadowCoord.z ) +
				texture2DCompare( shadowMap, uv + vec2( dx, 0.0 ), shadowCoord.z ) +
				texture2DCompare( shadowMap, uv + vec2( 0.0, dy ), shadowCoord.z ) +
				texture2DCompare( shadowMap, uv + texelSize, shadowCoord.z ) +
				mix( texture2DCompare( shadowMap, uv + vec2( -dx, 0.0 ), shadowCoord.z ),
					 texture2DCompare( shadowMap, uv + vec2( 2.0 * dx, 0.0 ), shadowCoord.z ),
					 f.x ) +
				mix( texture2DCompare( shadowMap, uv + vec2( -dx, dy ), shadowCoord.z ),
					 texture2DCompare( shadowMap, uv + vec2( 2.0 * dx, dy ), shadowCoord.z ),
					 f.x ) +
				mix( texture2DCompare( shadowMap, uv + vec2( 0.0, -dy ), shadowCoord.z ),
					 texture2DCompare( shadowMap, uv + vec2( 0.0, 2.0 * dy ), shadowCoord.z ),
					 f.y ) +
				mix( texture2DCompare( shadowMap, uv + vec2( dx, -dy ), shadowCoord.z ),
					 texture2DCompare( shadowMap, uv + vec2( dx, 2.0 * dy ), shadowCoord.z ),
					 f.y ) +
				mix( mix( texture2DCompare( shadowMap, uv + vec2( -dx, -dy ), shadowCoord.z ),
						  texture2DCompare( shadowMap, uv + vec2( 2.0 * dx, -dy ), shadowCoord.z ),
						  f.x ),
					 mix( texture2DCompare( shadowMap, uv + vec2( -dx, 2.0 * dy ), shadowCoord.z ),
						  texture2DCompare( shadowMap, uv + vec2( 2.0 * dx, 2.0 * dy ), shadowCoord.z ),
						  f.x ),
					 f.y )
			) * ( 1.0 / 9.0 );
		#elif defined( SHADOWMAP_TYPE_VSM )
			shadow = VSMShadow( shadowMap, shadowCoord.xy, shadowCoord.z );
		#else
			shadow = texture2DCompare( shadowMap, shadowCoord.xy, shadowCoord.z );
		#endif
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	vec2 cubeToUV( vec3 v, float texelSizeY ) {
		vec3 absV = abs( v );
		float scaleToCube = 1.0 / max( absV.x, max( absV.y, absV.z ) );
		absV *= scaleToCube;
		v *= scaleToCube * ( 1.0 - 2.0 * texelSizeY );
		vec2 planar = v.xy;
		float almostATexel = 1.5 * texelSizeY;
		float almostOne = 1.0 - almostATexel;
		if ( absV.z >= almostOne ) {
			if ( v.z > 0.0 )
				planar.x = 4.0 - v.x;
		} else if ( absV.x >= almostOne ) {
			float signX = sign( v.x );
			planar.x = v.z * signX + 2.0 * signX;
		} else if ( absV.y >= almostOne ) {
			float signY = sign( v.y );
			planar.x = v.x + 2.0 * signY + 2.0;
			planar.y = v.z * signY - 2.0;
		}
		return vec2( 0.125, 0.25 ) * planar + vec2( 0.375, 0.75 );
	}
	float getPointShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		
		float lightToPositionLength = length( lightToPosition );
		if ( lightToPositionLength - shadowCameraFar <= 0.0 && lightToPositionLength - shadowCameraNear >= 0.0 ) {
			float dp = ( lightToPositionLength - shadowCameraNear ) / ( shadowCameraFar - shadowCameraNear );			dp += shadowBias;
			vec3 bd3D = normalize( lightToPosition );
			vec2 texelSize = vec2( 1.0 ) / ( shadowMapSize * vec2( 4.0, 2.0 ) );
			#if defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_PCF_SOFT ) || defined( SHADOWMAP_TYPE_VSM )
				vec2 offset = vec2( - 1, 1 ) * shadowRadius * texelSize.y;
				shadow = (
					texture2DCompare( shadowMap, cubeToUV( bd3D + offset.xyy, texelSize.y ), dp ) +
					texture2DCompare( shadowMap, cubeToUV( bd3D + offset.yyy, texelSize.y ), dp ) +
					texture2DCompare( shadowMap, cubeToUV( bd3D + offset.xyx, texelSize.y ), dp ) +
					texture2DCompare( shadowMap, cubeToUV( bd3D + offset.yyx, texelSize.y ), dp ) +
					texture2DCompare( shadowMap, cubeToUV( bd3D, texelSize.y ), dp ) +
					texture2DCompare( shadowMap, cubeToUV( bd3D + offset.xxy, texelSize.y ), dp ) +
					texture2DCompare( shadowMap, cubeToUV( bd3D + offset.yxy, texelSize.y ), dp ) +
					texture2DCompare( shadowMap, cubeToUV( bd3D + offset.xxx, texelSize.y ), dp ) +
					texture2DCompare( shadowMap, cubeToUV( bd3D + offset.yxx, texelSize.y ), dp )
				) * ( 1.0 / 9.0 );
			#else
				shadow = texture2DCompare( shadowMap, cubeToUV( bd3D, texelSize.y ), dp );
			#endif
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
#endif`,gE=`#if NUM_SPOT_LIGHT_COORDS > 0
	uniform mat4 spotLightMatrix[ NUM_SPOT_LIGHT_COORDS ];
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_DIR_LIGHT_SHADOWS > 0
		uniform mat4 directionalShadowMatrix[ NUM_DIR_LIGHT_SHADOWS ];
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		uniform mat4 pointShadowMatrix[ NUM_POINT_LIGHT_SHADOWS ];
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
#endif`,_E=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
	vec3 shadowWorldNormal = inverseTransformDirection( transformedNormal, viewMatrix );
	vec4 shadowWorldPosition;
#endif
#if defined( USE_SHADOWMAP )
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * directionalLightShadows[ i ].shadowNormalBias, 0 );
			vDirectionalShadowCoord[ i ] = directionalShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * pointLightShadows[ i ].shadowNormalBias, 0 );
			vPointShadowCoord[ i ] = pointShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
#endif
#if NUM_SPOT_LIGHT_COORDS > 0
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_COORDS; i ++ ) {
		shadowWorldPosition = worldPosition;
		#if ( defined( USE_SHADOWMAP ) && UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
			shadowWorldPosition.xyz += shadowWorldNormal * spotLightShadows[ i ].shadowNormalBias;
		#endif
		vSpotLightCoord[ i ] = spotLightMatrix[ i ] * shadowWorldPosition;
	}
	#pragma unroll_loop_end
#endif`,vE=`float getShadowMask() {
	float shadow = 1.0;
	#ifdef USE_SHADOWMAP
	#if NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
		directionalLight = directionalLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( directionalShadowMap[ i ], directionalLight.shadowMapSize, directionalLight.shadowIntensity, directionalLight.shadowBias, directionalLight.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_SHADOWS; i ++ ) {
		spotLight = spotLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( spotShadowMap[ i ], spotLight.shadowMapSize, spotLight.shadowIntensity, spotLight.shadowBias, spotLight.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
	PointLightShadow pointLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
		pointLight = pointLightShadows[ i ];
		shadow *= receiveShadow ? getPointShadow( pointShadowMap[ i ], pointLight.shadowMapSize, pointLight.shadowIntensity, pointLight.shadowBias, pointLight.shadowRadius, vPointShadowCoord[ i ], pointLight.shadowCameraNear, pointLight.shadowCameraFar ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#endif
	return shadow;
}`,yE=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,xE=`#ifdef USE_SKINNING
	uniform mat4 bindMatrix;
	uniform mat4 bindMatrixInverse;
	uniform highp sampler2D boneTexture;
	mat4 getBoneMatrix( const in float i ) {
		int size = textureSize( boneTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( boneTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( boneTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( boneTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( boneTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
#endif`,ME=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,bE=`#ifdef USE_SKINNING
	mat4 skinMatrix = mat4( 0.0 );
	skinMatrix += skinWeight.x * boneMatX;
	skinMatrix += skinWeight.y * boneMatY;
	skinMatrix += skinWeight.z * boneMatZ;
	skinMatrix += skinWeight.w * boneMatW;
	skinMatrix = bindMatrixInverse * skinMatrix * bindMatrix;
	objectNormal = vec4( skinMatrix * vec4( objectNormal, 0.0 ) ).xyz;
	#ifdef USE_TANGENT
		objectTangent = vec4( skinMatrix * vec4( objectTangent, 0.0 ) ).xyz;
	#endif
#endif`,SE=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,wE=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,EE=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,TE=`#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
uniform float toneMappingExposure;
vec3 LinearToneMapping( vec3 color ) {
	return saturate( toneMappingExposure * color );
}
vec3 ReinhardToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	return saturate( color / ( vec3( 1.0 ) + color ) );
}
vec3 CineonToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	color = max( vec3( 0.0 ), color - 0.004 );
	return pow( ( color * ( 6.2 * color + 0.5 ) ) / ( color * ( 6.2 * color + 1.7 ) + 0.06 ), vec3( 2.2 ) );
}
vec3 RRTAndODTFit( vec3 v ) {
	vec3 a = v * ( v + 0.0245786 ) - 0.000090537;
	vec3 b = v * ( 0.983729 * v + 0.4329510 ) + 0.238081;
	return a / b;
}
vec3 ACESFilmicToneMapping( vec3 color ) {
	const mat3 ACESInputMat = mat3(
		vec3( 0.59719, 0.07600, 0.02840 ),		vec3( 0.35458, 0.90834, 0.13383 ),
		vec3( 0.04823, 0.01566, 0.83777 )
	);
	const mat3 ACESOutputMat = mat3(
		vec3(  1.60475, -0.10208, -0.00327 ),		vec3( -0.53108,  1.10813, -0.07276 ),
		vec3( -0.07367, -0.00605,  1.07602 )
	);
	color *= toneMappingExposure / 0.6;
	color = ACESInputMat * color;
	color = RRTAndODTFit( color );
	color = ACESOutputMat * color;
	return saturate( color );
}
const mat3 LINEAR_REC2020_TO_LINEAR_SRGB = mat3(
	vec3( 1.6605, - 0.1246, - 0.0182 ),
	vec3( - 0.5876, 1.1329, - 0.1006 ),
	vec3( - 0.0728, - 0.0083, 1.1187 )
);
const mat3 LINEAR_SRGB_TO_LINEAR_REC2020 = mat3(
	vec3( 0.6274, 0.0691, 0.0164 ),
	vec3( 0.3293, 0.9195, 0.0880 ),
	vec3( 0.0433, 0.0113, 0.8956 )
);
vec3 agxDefaultContrastApprox( vec3 x ) {
	vec3 x2 = x * x;
	vec3 x4 = x2 * x2;
	return + 15.5 * x4 * x2
		- 40.14 * x4 * x
		+ 31.96 * x4
		- 6.868 * x2 * x
		+ 0.4298 * x2
		+ 0.1191 * x
		- 0.00232;
}
vec3 AgXToneMapping( vec3 color ) {
	const mat3 AgXInsetMatrix = mat3(
		vec3( 0.856627153315983, 0.137318972929847, 0.11189821299995 ),
		vec3( 0.0951212405381588, 0.761241990602591, 0.0767994186031903 ),
		vec3( 0.0482516061458583, 0.101439036467562, 0.811302368396859 )
	);
	const mat3 AgXOutsetMatrix = mat3(
		vec3( 1.1271005818144368, - 0.1413297634984383, - 0.14132976349843826 ),
		vec3( - 0.11060664309660323, 1.157823702216272, - 0.11060664309660294 ),
		vec3( - 0.016493938717834573, - 0.016493938717834257, 1.2519364065950405 )
	);
	const float AgxMinEv = - 12.47393;	const float AgxMaxEv = 4.026069;
	color *= toneMappingExposure;
	color = LINEAR_SRGB_TO_LINEAR_REC2020 * color;
	color = AgXInsetMatrix * color;
	color = max( color, 1e-10 );	color = log2( color );
	color = ( color - AgxMinEv ) / ( AgxMaxEv - AgxMinEv );
	color = clamp( color, 0.0, 1.0 );
	color = agxDefaultContrastApprox( color );
	color = AgXOutsetMatrix * color;
	color = pow( max( vec3( 0.0 ), color ), vec3( 2.2 ) );
	color = LINEAR_REC2020_TO_LINEAR_SRGB * color;
	color = clamp( color, 0.0, 1.0 );
	return color;
}
vec3 NeutralToneMapping( vec3 color ) {
	const float StartCompression = 0.8 - 0.04;
	const float Desaturation = 0.15;
	color *= toneMappingExposure;
	float x = min( color.r, min( color.g, color.b ) );
	float offset = x < 0.08 ? x - 6.25 * x * x : 0.04;
	color -= offset;
	float peak = max( color.r, max( color.g, color.b ) );
	if ( peak < StartCompression ) return color;
	float d = 1. - StartCompression;
	float newPeak = 1. - d * d / ( peak + d - StartCompression );
	color *= newPeak / peak;
	float g = 1. - 1. / ( Desaturation * ( peak - newPeak ) + 1. );
	return mix( color, vec3( newPeak ), g );
}
vec3 CustomToneMapping( vec3 color ) { return color; }`,AE=`#ifdef USE_TRANSMISSION
	material.transmission = transmission;
	material.transmissionAlpha = 1.0;
	material.thickness = thickness;
	material.attenuationDistance = attenuationDistance;
	material.attenuationColor = attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		material.transmission *= texture2D( transmissionMap, vTransmissionMapUv ).r;
	#endif
	#ifdef USE_THICKNESSMAP
		material.thickness *= texture2D( thicknessMap, vThicknessMapUv ).g;
	#endif
	vec3 pos = vWorldPosition;
	vec3 v = normalize( cameraPosition - pos );
	vec3 n = inverseTransformDirection( normal, viewMatrix );
	vec4 transmitted = getIBLVolumeRefraction(
		n, v, material.roughness, material.diffuseColor, material.specularColor, material.specularF90,
		pos, modelMatrix, viewMatrix, projectionMatrix, material.dispersion, material.ior, material.thickness,
		material.attenuationColor, material.attenuationDistance );
	material.transmissionAlpha = mix( material.transmissionAlpha, transmitted.a, material.transmission );
	totalDiffuse = mix( totalDiffuse, transmitted.rgb, material.transmission );
#endif`,CE=`#ifdef USE_TRANSMISSION
	uniform float transmission;
	uniform float thickness;
	uniform float attenuationDistance;
	uniform vec3 attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		uniform sampler2D transmissionMap;
	#endif
	#ifdef USE_THICKNESSMAP
		uniform sampler2D thicknessMap;
	#endif
	uniform vec2 transmissionSamplerSize;
	uniform sampler2D transmissionSamplerMap;
	uniform mat4 modelMatrix;
	uniform mat4 projectionMatrix;
	varying vec3 vWorldPosition;
	float w0( float a ) {
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - a + 3.0 ) - 3.0 ) + 1.0 );
	}
	float w1( float a ) {
		return ( 1.0 / 6.0 ) * ( a *  a * ( 3.0 * a - 6.0 ) + 4.0 );
	}
	float w2( float a ){
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - 3.0 * a + 3.0 ) + 3.0 ) + 1.0 );
	}
	float w3( float a ) {
		return ( 1.0 / 6.0 ) * ( a * a * a );
	}
	float g0( float a ) {
		return w0( a ) + w1( a );
	}
	float g1( float a ) {
		return w2( a ) + w3( a );
	}
	float h0( float a ) {
		return - 1.0 + w1( a ) / ( w0( a ) + w1( a ) );
	}
	float h1( float a ) {
		return 1.0 + w3( a ) / ( w2( a ) + w3( a ) );
	}
	vec4 bicubic( sampler2D tex, vec2 uv, vec4 texelSize, float lod ) {
		uv = uv * texelSize.zw + 0.5;
		vec2 iuv = floor( uv );
		vec2 fuv = fract( uv );
		float g0x = g0( fuv.x );
		float g1x = g1( fuv.x );
		float h0x = h0( fuv.x );
		float h1x = h1( fuv.x );
		float h0y = h0( fuv.y );
		float h1y = h1( fuv.y );
		vec2 p0 = ( vec2( iuv.x + h0x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p1 = ( vec2( iuv.x + h1x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p2 = ( vec2( iuv.x + h0x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		vec2 p3 = ( vec2( iuv.x + h1x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		return g0( fuv.y ) * ( g0x * textureLod( tex, p0, lod ) + g1x * textureLod( tex, p1, lod ) ) +
			g1( fuv.y ) * ( g0x * textureLod( tex, p2, lod ) + g1x * textureLod( tex, p3, lod ) );
	}
	vec4 textureBicubic( sampler2D sampler, vec2 uv, float lod ) {
		vec2 fLodSize = vec2( textureSize( sampler, int( lod ) ) );
		vec2 cLodSize = vec2( textureSize( sampler, int( lod + 1.0 ) ) );
		vec2 fLodSizeInv = 1.0 / fLodSize;
		vec2 cLodSizeInv = 1.0 / cLodSize;
		vec4 fSample = bicubic( sampler, uv, vec4( fLodSizeInv, fLodSize ), floor( lod ) );
		vec4 cSample = bicubic( sampler, uv, vec4( cLodSizeInv, cLodSize ), ceil( lod ) );
		return mix( fSample, cSample, fract( lod ) );
	}
	vec3 getVolumeTransmissionRay( const in vec3 n, const in vec3 v, const in float thickness, const in float ior, const in mat4 modelMatrix ) {
		vec3 refractionVector = refract( - v, normalize( n ), 1.0 / ior );
		vec3 modelScale;
		modelScale.x = length( vec3( modelMatrix[ 0 ].xyz ) );
		modelScale.y = length( vec3( modelMatrix[ 1 ].xyz ) );
		modelScale.z = length( vec3( modelMatrix[ 2 ].xyz ) );
		return normalize( refractionVector ) * thickness * modelScale;
	}
	float applyIorToRoughness( const in float roughness, const in float ior ) {
		return roughness * clamp( ior * 2.0 - 2.0, 0.0, 1.0 );
	}
	vec4 getTransmissionSample( const in vec2 fragCoord, const in float roughness, const in float ior ) {
		float lod = log2( transmissionSamplerSize.x ) * applyIorToRoughness( roughness, ior );
		return textureBicubic( transmissionSamplerMap, fragCoord.xy, lod );
	}
	vec3 volumeAttenuation( const in float transmissionDistance, const in vec3 attenuationColor, const in float attenuationDistance ) {
		if ( isinf( attenuationDistance ) ) {
			return vec3( 1.0 );
		} else {
			vec3 attenuationCoefficient = -log( attenuationColor ) / attenuationDistance;
			vec3 transmittance = exp( - attenuationCoefficient * transmissionDistance );			return transmittance;
		}
	}
	vec4 getIBLVolumeRefraction( const in vec3 n, const in vec3 v, const in float roughness, const in vec3 diffuseColor,
		const in vec3 specularColor, const in float specularF90, const in vec3 position, const in mat4 modelMatrix,
		const in mat4 viewMatrix, const in mat4 projMatrix, const in float dispersion, const in float ior, const in float thickness,
		const in vec3 attenuationColor, const in float attenuationDistance ) {
		vec4 transmittedLight;
		vec3 transmittance;
		#ifdef USE_DISPERSION
			float halfSpread = ( ior - 1.0 ) * 0.025 * dispersion;
			vec3 iors = vec3( ior - halfSpread, ior, ior + halfSpread );
			for ( int i = 0; i < 3; i ++ ) {
				vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, iors[ i ], modelMatrix );
				vec3 refractedRayExit = position + transmissionRay;
				vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
				vec2 refractionCoords = ndcPos.xy / ndcPos.w;
				refractionCoords += 1.0;
				refractionCoords /= 2.0;
				vec4 transmissionSample = getTransmissionSample( refractionCoords, roughness, iors[ i ] );
				transmittedLight[ i ] = transmissionSample[ i ];
				transmittedLight.a += transmissionSample.a;
				transmittance[ i ] = diffuseColor[ i ] * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance )[ i ];
			}
			transmittedLight.a /= 3.0;
		#else
			vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, ior, modelMatrix );
			vec3 refractedRayExit = position + transmissionRay;
			vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
			vec2 refractionCoords = ndcPos.xy / ndcPos.w;
			refractionCoords += 1.0;
			refractionCoords /= 2.0;
			transmittedLight = getTransmissionSample( refractionCoords, roughness, ior );
			transmittance = diffuseColor * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance );
		#endif
		vec3 attenuatedColor = transmittance * transmittedLight.rgb;
		vec3 F = EnvironmentBRDF( n, v, specularColor, specularF90, roughness );
		float transmittanceFactor = ( transmittance.r + transmittance.g + transmittance.b ) / 3.0;
		return vec4( ( 1.0 - F ) * attenuatedColor, 1.0 - ( 1.0 - transmittedLight.a ) * transmittanceFactor );
	}
#endif`,PE=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_SPECULARMAP
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,RE=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	uniform mat3 mapTransform;
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	uniform mat3 alphaMapTransform;
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	uniform mat3 lightMapTransform;
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	uniform mat3 aoMapTransform;
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	uniform mat3 bumpMapTransform;
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	uniform mat3 normalMapTransform;
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_DISPLACEMENTMAP
	uniform mat3 displacementMapTransform;
	varying vec2 vDisplacementMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	uniform mat3 emissiveMapTransform;
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	uniform mat3 metalnessMapTransform;
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	uniform mat3 roughnessMapTransform;
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	uniform mat3 anisotropyMapTransform;
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	uniform mat3 clearcoatMapTransform;
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform mat3 clearcoatNormalMapTransform;
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform mat3 clearcoatRoughnessMapTransform;
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	uniform mat3 sheenColorMapTransform;
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	uniform mat3 sheenRoughnessMapTransform;
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	uniform mat3 iridescenceMapTransform;
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform mat3 iridescenceThicknessMapTransform;
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SPECULARMAP
	uniform mat3 specularMapTransform;
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	uniform mat3 specularColorMapTransform;
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	uniform mat3 specularIntensityMapTransform;
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,IE=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	vUv = vec3( uv, 1 ).xy;
#endif
#ifdef USE_MAP
	vMapUv = ( mapTransform * vec3( MAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ALPHAMAP
	vAlphaMapUv = ( alphaMapTransform * vec3( ALPHAMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_LIGHTMAP
	vLightMapUv = ( lightMapTransform * vec3( LIGHTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_AOMAP
	vAoMapUv = ( aoMapTransform * vec3( AOMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_BUMPMAP
	vBumpMapUv = ( bumpMapTransform * vec3( BUMPMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_NORMALMAP
	vNormalMapUv = ( normalMapTransform * vec3( NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DISPLACEMENTMAP
	vDisplacementMapUv = ( displacementMapTransform * vec3( DISPLACEMENTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_EMISSIVEMAP
	vEmissiveMapUv = ( emissiveMapTransform * vec3( EMISSIVEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_METALNESSMAP
	vMetalnessMapUv = ( metalnessMapTransform * vec3( METALNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ROUGHNESSMAP
	vRoughnessMapUv = ( roughnessMapTransform * vec3( ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ANISOTROPYMAP
	vAnisotropyMapUv = ( anisotropyMapTransform * vec3( ANISOTROPYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOATMAP
	vClearcoatMapUv = ( clearcoatMapTransform * vec3( CLEARCOATMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	vClearcoatNormalMapUv = ( clearcoatNormalMapTransform * vec3( CLEARCOAT_NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	vClearcoatRoughnessMapUv = ( clearcoatRoughnessMapTransform * vec3( CLEARCOAT_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCEMAP
	vIridescenceMapUv = ( iridescenceMapTransform * vec3( IRIDESCENCEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	vIridescenceThicknessMapUv = ( iridescenceThicknessMapTransform * vec3( IRIDESCENCE_THICKNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_COLORMAP
	vSheenColorMapUv = ( sheenColorMapTransform * vec3( SHEEN_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	vSheenRoughnessMapUv = ( sheenRoughnessMapTransform * vec3( SHEEN_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULARMAP
	vSpecularMapUv = ( specularMapTransform * vec3( SPECULARMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_COLORMAP
	vSpecularColorMapUv = ( specularColorMapTransform * vec3( SPECULAR_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	vSpecularIntensityMapUv = ( specularIntensityMapTransform * vec3( SPECULAR_INTENSITYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_TRANSMISSIONMAP
	vTransmissionMapUv = ( transmissionMapTransform * vec3( TRANSMISSIONMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_THICKNESSMAP
	vThicknessMapUv = ( thicknessMapTransform * vec3( THICKNESSMAP_UV, 1 ) ).xy;
#endif`,LE=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,DE=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,OE=`uniform sampler2D t2D;
uniform float backgroundIntensity;
varying vec2 vUv;
void main() {
	vec4 texColor = texture2D( t2D, vUv );
	#ifdef DECODE_VIDEO_TEXTURE
		texColor = vec4( mix( pow( texColor.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), texColor.rgb * 0.0773993808, vec3( lessThanEqual( texColor.rgb, vec3( 0.04045 ) ) ) ), texColor.w );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,NE=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,UE=`#ifdef ENVMAP_TYPE_CUBE
	uniform samplerCube envMap;
#elif defined( ENVMAP_TYPE_CUBE_UV )
	uniform sampler2D envMap;
#endif
uniform float flipEnvMap;
uniform float backgroundBlurriness;
uniform float backgroundIntensity;
uniform mat3 backgroundRotation;
varying vec3 vWorldDirection;
#include <cube_uv_reflection_fragment>
void main() {
	#ifdef ENVMAP_TYPE_CUBE
		vec4 texColor = textureCube( envMap, backgroundRotation * vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) );
	#elif defined( ENVMAP_TYPE_CUBE_UV )
		vec4 texColor = textureCubeUV( envMap, backgroundRotation * vWorldDirection, backgroundBlurriness );
	#else
		vec4 texColor = vec4( 0.0, 0.0, 0.0, 1.0 );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,FE=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,BE=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,GE=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
varying vec2 vHighPrecisionZW;
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vHighPrecisionZW = gl_Position.zw;
}`,zE=`#if DEPTH_PACKING == 3200
	uniform float opacity;
#endif
#include <common>
#include <packing>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
varying vec2 vHighPrecisionZW;
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#if DEPTH_PACKING == 3200
		diffuseColor.a = opacity;
	#endif
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <logdepthbuf_fragment>
	#ifdef USE_REVERSED_DEPTH_BUFFER
		float fragCoordZ = vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ];
	#else
		float fragCoordZ = 0.5 * vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ] + 0.5;
	#endif
	#if DEPTH_PACKING == 3200
		gl_FragColor = vec4( vec3( 1.0 - fragCoordZ ), opacity );
	#elif DEPTH_PACKING == 3201
		gl_FragColor = packDepthToRGBA( fragCoordZ );
	#elif DEPTH_PACKING == 3202
		gl_FragColor = vec4( packDepthToRGB( fragCoordZ ), 1.0 );
	#elif DEPTH_PACKING == 3203
		gl_FragColor = vec4( packDepthToRG( fragCoordZ ), 0.0, 1.0 );
	#endif
}`,kE=`#define DISTANCE
varying vec3 vWorldPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <worldpos_vertex>
	#include <clipping_planes_vertex>
	vWorldPosition = worldPosition.xyz;
}`,VE=`#define DISTANCE
uniform vec3 referencePosition;
uniform float nearDistance;
uniform float farDistance;
varying vec3 vWorldPosition;
#include <common>
#include <packing>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <clipping_planes_pars_fragment>
void main () {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	float dist = length( vWorldPosition - referencePosition );
	dist = ( dist - nearDistance ) / ( farDistance - nearDistance );
	dist = saturate( dist );
	gl_FragColor = packDepthToRGBA( dist );
}`,HE=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,WE=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,XE=`uniform float scale;
attribute float lineDistance;
varying float vLineDistance;
#include <common>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	vLineDistance = scale * lineDistance;
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,qE=`uniform vec3 diffuse;
uniform float opacity;
uniform float dashSize;
uniform float totalSize;
varying float vLineDistance;
#include <common>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	if ( mod( vLineDistance, totalSize ) > dashSize ) {
		discard;
	}
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,YE=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#if defined ( USE_ENVMAP ) || defined ( USE_SKINNING )
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinbase_vertex>
		#include <skinnormal_vertex>
		#include <defaultnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <fog_vertex>
}`,jE=`uniform vec3 diffuse;
uniform float opacity;
#ifndef FLAT_SHADED
	varying vec3 vNormal;
#endif
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <fog_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		reflectedLight.indirectDiffuse += lightMapTexel.rgb * lightMapIntensity * RECIPROCAL_PI;
	#else
		reflectedLight.indirectDiffuse += vec3( 1.0 );
	#endif
	#include <aomap_fragment>
	reflectedLight.indirectDiffuse *= diffuseColor.rgb;
	vec3 outgoingLight = reflectedLight.indirectDiffuse;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,ZE=`#define LAMBERT
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,$E=`#define LAMBERT
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <packing>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_lambert_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_lambert_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,JE=`#define MATCAP
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <displacementmap_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
	vViewPosition = - mvPosition.xyz;
}`,KE=`#define MATCAP
uniform vec3 diffuse;
uniform float opacity;
uniform sampler2D matcap;
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	vec3 viewDir = normalize( vViewPosition );
	vec3 x = normalize( vec3( viewDir.z, 0.0, - viewDir.x ) );
	vec3 y = cross( viewDir, x );
	vec2 uv = vec2( dot( x, normal ), dot( y, normal ) ) * 0.495 + 0.5;
	#ifdef USE_MATCAP
		vec4 matcapColor = texture2D( matcap, uv );
	#else
		vec4 matcapColor = vec4( vec3( mix( 0.2, 0.8, uv.y ) ), 1.0 );
	#endif
	vec3 outgoingLight = diffuseColor.rgb * matcapColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,QE=`#define NORMAL
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	vViewPosition = - mvPosition.xyz;
#endif
}`,tT=`#define NORMAL
uniform float opacity;
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <packing>
#include <uv_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 0.0, 0.0, 0.0, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	gl_FragColor = vec4( packNormalToRGB( normal ), diffuseColor.a );
	#ifdef OPAQUE
		gl_FragColor.a = 1.0;
	#endif
}`,eT=`#define PHONG
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,nT=`#define PHONG
uniform vec3 diffuse;
uniform vec3 emissive;
uniform vec3 specular;
uniform float shininess;
uniform float opacity;
#include <common>
#include <packing>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_phong_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_phong_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + reflectedLight.directSpecular + reflectedLight.indirectSpecular + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,iT=`#define STANDARD
varying vec3 vViewPosition;
#ifdef USE_TRANSMISSION
	varying vec3 vWorldPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
#ifdef USE_TRANSMISSION
	vWorldPosition = worldPosition.xyz;
#endif
}`,rT=`#define STANDARD
#ifdef PHYSICAL
	#define IOR
	#define USE_SPECULAR
#endif
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float roughness;
uniform float metalness;
uniform float opacity;
#ifdef IOR
	uniform float ior;
#endif
#ifdef USE_SPECULAR
	uniform float specularIntensity;
	uniform vec3 specularColor;
	#ifdef USE_SPECULAR_COLORMAP
		uniform sampler2D specularColorMap;
	#endif
	#ifdef USE_SPECULAR_INTENSITYMAP
		uniform sampler2D specularIntensityMap;
	#endif
#endif
#ifdef USE_CLEARCOAT
	uniform float clearcoat;
	uniform float clearcoatRoughness;
#endif
#ifdef USE_DISPERSION
	uniform float dispersion;
#endif
#ifdef USE_IRIDESCENCE
	uniform float iridescence;
	uniform float iridescenceIOR;
	uniform float iridescenceThicknessMinimum;
	uniform float iridescenceThicknessMaximum;
#endif
#ifdef USE_SHEEN
	uniform vec3 sheenColor;
	uniform float sheenRoughness;
	#ifdef USE_SHEEN_COLORMAP
		uniform sampler2D sheenColorMap;
	#endif
	#ifdef USE_SHEEN_ROUGHNESSMAP
		uniform sampler2D sheenRoughnessMap;
	#endif
#endif
#ifdef USE_ANISOTROPY
	uniform vec2 anisotropyVector;
	#ifdef USE_ANISOTROPYMAP
		uniform sampler2D anisotropyMap;
	#endif
#endif
varying vec3 vViewPosition;
#include <common>
#include <packing>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <iridescence_fragment>
#include <cube_uv_reflection_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_physical_pars_fragment>
#include <transmission_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <clearcoat_pars_fragment>
#include <iridescence_pars_fragment>
#include <roughnessmap_pars_fragment>
#include <metalnessmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <roughnessmap_fragment>
	#include <metalnessmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <clearcoat_normal_fragment_begin>
	#include <clearcoat_normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_physical_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 totalDiffuse = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse;
	vec3 totalSpecular = reflectedLight.directSpecular + reflectedLight.indirectSpecular;
	#include <transmission_fragment>
	vec3 outgoingLight = totalDiffuse + totalSpecular + totalEmissiveRadiance;
	#ifdef USE_SHEEN
		float sheenEnergyComp = 1.0 - 0.157 * max3( material.sheenColor );
		outgoingLight = outgoingLight * sheenEnergyComp + sheenSpecularDirect + sheenSpecularIndirect;
	#endif
	#ifdef USE_CLEARCOAT
		float dotNVcc = saturate( dot( geometryClearcoatNormal, geometryViewDir ) );
		vec3 Fcc = F_Schlick( material.clearcoatF0, material.clearcoatF90, dotNVcc );
		outgoingLight = outgoingLight * ( 1.0 - material.clearcoat * Fcc ) + ( clearcoatSpecularDirect + clearcoatSpecularIndirect ) * material.clearcoat;
	#endif
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,sT=`#define TOON
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,aT=`#define TOON
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <packing>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <gradientmap_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_toon_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_toon_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,oT=`uniform float size;
uniform float scale;
#include <common>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
#ifdef USE_POINTS_UV
	varying vec2 vUv;
	uniform mat3 uvTransform;
#endif
void main() {
	#ifdef USE_POINTS_UV
		vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	#endif
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	gl_PointSize = size;
	#ifdef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) gl_PointSize *= ( scale / - mvPosition.z );
	#endif
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <fog_vertex>
}`,lT=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <color_pars_fragment>
#include <map_particle_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_particle_fragment>
	#include <color_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,cT=`#include <common>
#include <batching_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <shadowmap_pars_vertex>
void main() {
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,hT=`uniform vec3 color;
uniform float opacity;
#include <common>
#include <packing>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <logdepthbuf_pars_fragment>
#include <shadowmap_pars_fragment>
#include <shadowmask_pars_fragment>
void main() {
	#include <logdepthbuf_fragment>
	gl_FragColor = vec4( color, opacity * ( 1.0 - getShadowMask() ) );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
}`,uT=`uniform float rotation;
uniform vec2 center;
#include <common>
#include <uv_pars_vertex>
#include <fog_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	vec4 mvPosition = modelViewMatrix[ 3 ];
	vec2 scale = vec2( length( modelMatrix[ 0 ].xyz ), length( modelMatrix[ 1 ].xyz ) );
	#ifndef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) scale *= - mvPosition.z;
	#endif
	vec2 alignedPosition = ( position.xy - ( center - vec2( 0.5 ) ) ) * scale;
	vec2 rotatedPosition;
	rotatedPosition.x = cos( rotation ) * alignedPosition.x - sin( rotation ) * alignedPosition.y;
	rotatedPosition.y = sin( rotation ) * alignedPosition.x + cos( rotation ) * alignedPosition.y;
	mvPosition.xy += rotatedPosition;
	gl_Position = projectionMatrix * mvPosition;
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,fT=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
}`,ne={alphahash_fragment:OS,alphahash_pars_fragment:NS,alphamap_fragment:US,alphamap_pars_fragment:FS,alphatest_fragment:BS,alphatest_pars_fragment:GS,aomap_fragment:zS,aomap_pars_fragment:kS,batching_pars_vertex:VS,batching_vertex:HS,begin_vertex:WS,beginnormal_vertex:XS,bsdfs:qS,iridescence_fragment:YS,bumpmap_pars_fragment:jS,clipping_planes_fragment:ZS,clipping_planes_pars_fragment:$S,clipping_planes_pars_vertex:JS,clipping_planes_vertex:KS,color_fragment:QS,color_pars_fragment:tw,color_pars_vertex:ew,color_vertex:nw,common:iw,cube_uv_reflection_fragment:rw,defaultnormal_vertex:sw,displacementmap_pars_vertex:aw,displacementmap_vertex:ow,emissivemap_fragment:lw,emissivemap_pars_fragment:cw,colorspace_fragment:hw,colorspace_pars_fragment:uw,envmap_fragment:fw,envmap_common_pars_fragment:dw,envmap_pars_fragment:pw,envmap_pars_vertex:mw,envmap_physical_pars_fragment:Tw,envmap_vertex:gw,fog_vertex:_w,fog_pars_vertex:vw,fog_fragment:yw,fog_pars_fragment:xw,gradientmap_pars_fragment:Mw,lightmap_pars_fragment:bw,lights_lambert_fragment:Sw,lights_lambert_pars_fragment:ww,lights_pars_begin:Ew,lights_toon_fragment:Aw,lights_toon_pars_fragment:Cw,lights_phong_fragment:Pw,lights_phong_pars_fragment:Rw,lights_physical_fragment:Iw,lights_physical_pars_fragment:Lw,lights_fragment_begin:Dw,lights_fragment_maps:Ow,lights_fragment_end:Nw,logdepthbuf_fragment:Uw,logdepthbuf_pars_fragment:Fw,logdepthbuf_pars_vertex:Bw,logdepthbuf_vertex:Gw,map_fragment:zw,map_pars_fragment:kw,map_particle_fragment:Vw,map_particle_pars_fragment:Hw,metalnessmap_fragment:Ww,metalnessmap_pars_fragment:Xw,morphinstance_vertex:qw,morphcolor_vertex:Yw,morphnormal_vertex:jw,morphtarget_pars_vertex:Zw,morphtarget_vertex:$w,normal_fragment_begin:Jw,normal_fragment_maps:Kw,normal_pars_fragment:Qw,normal_pars_vertex:tE,normal_vertex:eE,normalmap_pars_fragment:nE,clearcoat_normal_fragment_begin:iE,clearcoat_normal_fragment_maps:rE,clearcoat_pars_fragment:sE,iridescence_pars_fragment:aE,opaque_fragment:oE,packing:lE,premultiplied_alpha_fragment:cE,project_vertex:hE,dithering_fragment:uE,dithering_pars_fragment:fE,roughnessmap_fragment:dE,roughnessmap_pars_fragment:pE,shadowmap_pars_fragment:mE,shadowmap_pars_vertex:gE,shadowmap_vertex:_E,shadowmask_pars_fragment:vE,skinbase_vertex:yE,skinning_pars_vertex:xE,skinning_vertex:ME,skinnormal_vertex:bE,specularmap_fragment:SE,specularmap_pars_fragment:wE,tonemapping_fragment:EE,tonemapping_pars_fragment:TE,transmission_fragment:AE,transmission_pars_fragment:CE,uv_pars_fragment:PE,uv_pars_vertex:RE,uv_vertex:IE,worldpos_vertex:LE,background_vert:DE,background_frag:OE,backgroundCube_vert:NE,backgroundCube_frag:UE,cube_vert:FE,cube_frag:BE,depth_vert:GE,depth_frag:zE,distanceRGBA_vert:kE,distanceRGBA_frag:VE,equirect_vert:HE,equirect_frag:WE,linedashed_vert:XE,linedashed_frag:qE,meshbasic_vert:YE,meshbasic_frag:jE,meshlambert_vert:ZE,meshlambert_frag:$E,meshmatcap_vert:JE,meshmatcap_frag:KE,meshnormal_vert:QE,meshnormal_frag:tT,meshphong_vert:eT,meshphong_frag:nT,meshphysical_vert:iT,meshphysical_frag:rT,meshtoon_vert:sT,meshtoon_frag:aT,points_vert:oT,points_frag:lT,shadow_vert:cT,shadow_frag:hT,sprite_vert:uT,sprite_frag:fT},St={common:{diffuse:{value:new zt(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new ee},alphaMap:{value:null},alphaMapTransform:{value:new ee},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new ee}},envmap:{envMap:{value:null},envMapRotation:{value:new ee},flipEnvMap:{value:-1},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new ee}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new ee}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new ee},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new ee},normalScale:{value:new vt(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new ee},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new ee}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new ee}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new ee}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new zt(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMap:{value:[]},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotShadowMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMap:{value:[]},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null}},points:{diffuse:{value:new zt(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new ee},alphaTest:{value:0},uvTransform:{value:new ee}},sprite:{diffuse:{value:new zt(16777215)},opacity:{value:1},center:{value:new vt(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new ee},alphaMap:{value:null},alphaMapTransform:{value:new ee},alphaTest:{value:0}}},Ji={basic:{uniforms:In([St.common,St.specularmap,St.envmap,St.aomap,St.lightmap,St.fog]),vertexShader:ne.meshbasic_vert,fragmentShader:ne.meshbasic_frag},lambert:{uniforms:In([St.common,St.specularmap,St.envmap,St.aomap,St.lightmap,St.emissivemap,St.bumpmap,St.normalmap,St.displacementmap,St.fog,St.lights,{emissive:{value:new zt(0)}}]),vertexShader:ne.meshlambert_vert,fragmentShader:ne.meshlambert_frag},phong:{uniforms:In([St.common,St.specularmap,St.envmap,St.aomap,St.lightmap,St.emissivemap,St.bumpmap,St.normalmap,St.displacementmap,St.fog,St.lights,{emissive:{value:new zt(0)},specular:{value:new zt(1118481)},shininess:{value:30}}]),vertexShader:ne.meshphong_vert,fragmentShader:ne.meshphong_frag},standard:{uniforms:In([St.common,St.envmap,St.aomap,St.lightmap,St.emissivemap,St.bumpmap,St.normalmap,St.displacementmap,St.roughnessmap,St.metalnessmap,St.fog,St.lights,{emissive:{value:new zt(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:ne.meshphysical_vert,fragmentShader:ne.meshphysical_frag},toon:{uniforms:In([St.common,St.aomap,St.lightmap,St.emissivemap,St.bumpmap,St.normalmap,St.displacementmap,St.gradientmap,St.fog,St.lights,{emissive:{value:new zt(0)}}]),vertexShader:ne.meshtoon_vert,fragmentShader:ne.meshtoon_frag},matcap:{uniforms:In([St.common,St.bumpmap,St.normalmap,St.displacementmap,St.fog,{matcap:{value:null}}]),vertexShader:ne.meshmatcap_vert,fragmentShader:ne.meshmatcap_frag},points:{uniforms:In([St.points,St.fog]),vertexShader:ne.points_vert,fragmentShader:ne.points_frag},dashed:{uniforms:In([St.common,St.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:ne.linedashed_vert,fragmentShader:ne.linedashed_frag},depth:{uniforms:In([St.common,St.displacementmap]),vertexShader:ne.depth_vert,fragmentShader:ne.depth_frag},normal:{uniforms:In([St.common,St.bumpmap,St.normalmap,St.displacementmap,{opacity:{value:1}}]),vertexShader:ne.meshnormal_vert,fragmentShader:ne.meshnormal_frag},sprite:{uniforms:In([St.sprite,St.fog]),vertexShader:ne.sprite_vert,fragmentShader:ne.sprite_frag},background:{uniforms:{uvTransform:{value:new ee},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:ne.background_vert,fragmentShader:ne.background_frag},backgroundCube:{uniforms:{envMap:{value:null},flipEnvMap:{value:-1},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new ee}},vertexShader:ne.backgroundCube_vert,fragmentShader:ne.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:ne.cube_vert,fragmentShader:ne.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:ne.equirect_vert,fragmentShader:ne.equirect_frag},distanceRGBA:{uniforms:In([St.common,St.displacementmap,{referencePosition:{value:new O},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:ne.distanceRGBA_vert,fragmentShader:ne.distanceRGBA_frag},shadow:{uniforms:In([St.lights,St.fog,{color:{value:new zt(0)},opacity:{value:1}}]),vertexShader:ne.shadow_vert,fragmentShader:ne.shadow_frag}};Ji.physical={uniforms:In([Ji.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new ee},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new ee},clearcoatNormalScale:{value:new vt(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new ee},dispersion:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new ee},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new ee},sheen:{value:0},sheenColor:{value:new zt(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new ee},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new ee},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new ee},transmissionSamplerSize:{value:new vt},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new ee},attenuationDistance:{value:0},attenuationColor:{value:new zt(0)},specularColor:{value:new zt(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new ee},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new ee},anisotropyVector:{value:new vt},anisotropyMap:{value:null},anisotropyMapTransform:{value:new ee}}]),vertexShader:ne.meshphysical_vert,fragmentShader:ne.meshphysical_frag};var lu={r:0,b:0,g:0},Xs=new Yi,dT=new re;function pT(n,t,e,i,r,s,a){let o=new zt(0),l=s===!0?0:1,c,u,h=null,f=0,p=null;function d(A){let b=A.isScene===!0?A.background:null;return b&&b.isTexture&&(b=(A.backgroundBlurriness>0?e:t).get(b)),b}function _(A){let b=!1,P=d(A);P===null?m(o,l):P&&P.isColor&&(m(P,1),b=!0);let I=n.xr.getEnvironmentBlendMode();I==="additive"?i.buffers.color.setClear(0,0,0,1,a):I==="alpha-blend"&&i.buffers.color.setClear(0,0,0,0,a),(n.autoClear||b)&&(i.buffers.depth.setTest(!0),i.buffers.depth.setMask(!0),i.buffers.color.setMask(!0),n.clear(n.autoClearColor,n.autoClearDepth,n.autoClearStencil))}function g(A,b){let P=d(b);P&&(P.isCubeTexture||P.mapping===ol)?(u===void 0&&(u=new fn(new Fa(1,1,1),new De({name:"BackgroundCubeMaterial",uniforms:Ws(Ji.backgroundCube.uniforms),vertexShader:Ji.backgroundCube.vertexShader,fragmentShader:Ji.backgroundCube.fragmentShader,side:zn,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),u.geometry.deleteAttribute("normal"),u.geometry.deleteAttribute("uv"),u.onBeforeRender=function(I,D,B){this.matrixWorld.copyPosition(B.matrixWorld)},Object.defineProperty(u.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),r.update(u)),Xs.copy(b.backgroundRotation),Xs.x*=-1,Xs.y*=-1,Xs.z*=-1,P.isCubeTexture&&P.isRenderTargetTexture===!1&&(Xs.y*=-1,Xs.z*=-1),u.material.uniforms.envMap.value=P,u.material.uniforms.flipEnvMap.value=P.isCubeTexture&&P.isRenderTargetTexture===!1?-1:1,u.material.uniforms.backgroundBlurriness.value=b.backgroundBlurriness,u.material.uniforms.backgroundIntensity.value=b.backgroundIntensity,u.material.uniforms.backgroundRotation.value.setFromMatrix4(dT.makeRotationFromEuler(Xs)),u.material.toneMapped=ue.getTransfer(P.colorSpace)!==ge,(h!==P||f!==P.version||p!==n.toneMapping)&&(u.material.needsUpdate=!0,h=P,f=P.version,p=n.toneMapping),u.layers.enableAll(),A.unshift(u,u.geometry,u.material,0,0,null)):P&&P.isTexture&&(c===void 0&&(c=new fn(new Bs(2,2),new De({name:"BackgroundMaterial",uniforms:Ws(Ji.background.uniforms),vertexShader:Ji.background.vertexShader,fragmentShader:Ji.background.fragmentShader,side:mr,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),Object.defineProperty(c.material,"map",{get:function(){return this.uniforms.t2D.value}}),r.update(c)),c.material.uniforms.t2D.value=P,c.material.uniforms.backgroundIntensity.value=b.backgroundIntensity,c.material.toneMapped=ue.getTransfer(P.colorSpace)!==ge,P.matrixAutoUpdate===!0&&P.updateMatrix(),c.material.uniforms.uvTransform.value.copy(P.matrix),(h!==P||f!==P.version||p!==n.toneMapping)&&(c.material.needsUpdate=!0,h=P,f=P.version,p=n.toneMapping),c.layers.enableAll(),A.unshift(c,c.geometry,c.material,0,0,null))}function m(A,b){A.getRGB(lu,kd(n)),i.buffers.color.setClear(lu.r,lu.g,lu.b,b,a)}function w(){u!==void 0&&(u.geometry.dispose(),u.material.dispose(),u=void 0),c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0)}return{getClearColor:function(){return o},setClearColor:function(A,b=1){o.set(A),l=b,m(o,l)},getClearAlpha:function(){return l},setClearAlpha:function(A){l=A,m(o,l)},render:_,addToRenderList:g,dispose:w}}function mT(n,t){let e=n.getParameter(n.MAX_VERTEX_ATTRIBS),i={},r=f(null),s=r,a=!1;function o(C,M,L,k,X){let Z=!1,H=h(k,L,M);s!==H&&(s=H,c(s.object)),Z=p(C,k,L,X),Z&&d(C,k,L,X),X!==null&&t.update(X,n.ELEMENT_ARRAY_BUFFER),(Z||a)&&(a=!1,b(C,M,L,k),X!==null&&n.bindBuffer(n.ELEMENT_ARRAY_BUFFER,t.get(X).buffer))}function l(){return n.createVertexArray()}function c(C){return n.bindVertexArray(C)}function u(C){return n.deleteVertexArray(C)}function h(C,M,L){let k=L.wireframe===!0,X=i[C.id];X===void 0&&(X={},i[C.id]=X);let Z=X[M.id];Z===void 0&&(Z={},X[M.id]=Z);let H=Z[k];return H===void 0&&(H=f(l()),Z[k]=H),H}function f(C){let M=[],L=[],k=[];for(let X=0;X<e;X++)M[X]=0,L[X]=0,k[X]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:M,enabledAttributes:L,attributeDivisors:k,object:C,attributes:{},index:null}}function p(C,M,L,k){let X=s.attributes,Z=M.attributes,H=0,W=L.getAttributes();for(let $ in W)if(W[$].location>=0){let mt=X[$],It=Z[$];if(It===void 0&&($==="instanceMatrix"&&C.instanceMatrix&&(It=C.instanceMatrix),$==="instanceColor"&&C.instanceColor&&(It=C.instanceColor)),mt===void 0||mt.attribute!==It||It&&mt.data!==It.data)return!0;H++}return s.attributesNum!==H||s.index!==k}function d(C,M,L,k){let X={},Z=M.attributes,H=0,W=L.getAttributes();for(let $ in W)if(W[$].location>=0){let mt=Z[$];mt===void 0&&($==="instanceMatrix"&&C.instanceMatrix&&(mt=C.instanceMatrix),$==="instanceColor"&&C.instanceColor&&(mt=C.instanceColor));let It={};It.attribute=mt,mt&&mt.data&&(It.data=mt.data),X[$]=It,H++}s.attributes=X,s.attributesNum=H,s.index=k}function _(){let C=s.newAttributes;for(let M=0,L=C.length;M<L;M++)C[M]=0}function g(C){m(C,0)}function m(C,M){let L=s.newAttributes,k=s.enabledAttributes,X=s.attributeDivisors;L[C]=1,k[C]===0&&(n.enableVertexAttribArray(C),k[C]=1),X[C]!==M&&(n.vertexAttribDivisor(C,M),X[C]=M)}function w(){let C=s.newAttributes,M=s.enabledAttributes;for(let L=0,k=M.length;L<k;L++)M[L]!==C[L]&&(n.disableVertexAttribArray(L),M[L]=0)}function A(C,M,L,k,X,Z,H){H===!0?n.vertexAttribIPointer(C,M,L,X,Z):n.vertexAttribPointer(C,M,L,k,X,Z)}function b(C,M,L,k){_();let X=k.attributes,Z=L.getAttributes(),H=M.defaultAttributeValues;for(let W in Z){let $=Z[W];if($.location>=0){let Mt=X[W];if(Mt===void 0&&(W==="instanceMatrix"&&C.instanceMatrix&&(Mt=C.instanceMatrix),W==="instanceColor"&&C.instanceColor&&(Mt=C.instanceColor)),Mt!==void 0){let mt=Mt.normalized,It=Mt.itemSize,se=t.get(Mt);if(se===void 0)continue;let Me=se.buffer,be=se.type,ie=se.bytesPerElement,J=be===n.INT||be===n.UNSIGNED_INT||Mt.gpuType===$i;if(Mt.isInterleavedBufferAttribute){let lt=Mt.data,Pt=lt.stride,Tt=Mt.offset;if(lt.isInstancedInterleavedBuffer){for(let xt=0;xt<$.locationSize;xt++)m($.location+xt,lt.meshPerAttribute);C.isInstancedMesh!==!0&&k._maxInstanceCount===void 0&&(k._maxInstanceCount=lt.meshPerAttribute*lt.count)}else for(let xt=0;xt<$.locationSize;xt++)g($.location+xt);n.bindBuffer(n.ARRAY_BUFFER,Me);for(let xt=0;xt<$.locationSize;xt++)A($.location+xt,It/$.locationSize,be,mt,Pt*ie,(Tt+It/$.locationSize*xt)*ie,J)}else{if(Mt.isInstancedBufferAttribute){for(let lt=0;lt<$.locationSize;lt++)m($.location+lt,Mt.meshPerAttribute);C.isInstancedMesh!==!0&&k._maxInstanceCount===void 0&&(k._maxInstanceCount=Mt.meshPerAttribute*Mt.count)}else for(let lt=0;lt<$.locationSize;lt++)g($.location+lt);n.bindBuffer(n.ARRAY_BUFFER,Me);for(let lt=0;lt<$.locationSize;lt++)A($.location+lt,It/$.locationSize,be,mt,It*ie,It/$.locationSize*lt*ie,J)}}else if(H!==void 0){let mt=H[W];if(mt!==void 0)switch(mt.length){case 2:n.vertexAttrib2fv($.location,mt);break;case 3:n.vertexAttrib3fv($.location,mt);break;case 4:n.vertexAttrib4fv($.location,mt);break;default:n.vertexAttrib1fv($.location,mt)}}}}w()}function P(){B();for(let C in i){let M=i[C];for(let L in M){let k=M[L];for(let X in k)u(k[X].object),delete k[X];delete M[L]}delete i[C]}}function I(C){if(i[C.id]===void 0)return;let M=i[C.id];for(let L in M){let k=M[L];for(let X in k)u(k[X].object),delete k[X];delete M[L]}delete i[C.id]}function D(C){for(let M in i){let L=i[M];if(L[C.id]===void 0)continue;let k=L[C.id];for(let X in k)u(k[X].object),delete k[X];delete L[C.id]}}function B(){T(),a=!0,s!==r&&(s=r,c(s.object))}function T(){r.geometry=null,r.program=null,r.wireframe=!1}return{setup:o,reset:B,resetDefaultState:T,dispose:P,releaseStatesOfGeometry:I,releaseStatesOfProgram:D,initAttributes:_,enableAttribute:g,disableUnusedAttributes:w}}function gT(n,t,e){let i;function r(c){i=c}function s(c,u){n.drawArrays(i,c,u),e.update(u,i,1)}function a(c,u,h){h!==0&&(n.drawArraysInstanced(i,c,u,h),e.update(u,i,h))}function o(c,u,h){if(h===0)return;t.get("WEBGL_multi_draw").multiDrawArraysWEBGL(i,c,0,u,0,h);let p=0;for(let d=0;d<h;d++)p+=u[d];e.update(p,i,1)}function l(c,u,h,f){if(h===0)return;let p=t.get("WEBGL_multi_draw");if(p===null)for(let d=0;d<c.length;d++)a(c[d],u[d],f[d]);else{p.multiDrawArraysInstancedWEBGL(i,c,0,u,0,f,0,h);let d=0;for(let _=0;_<h;_++)d+=u[_]*f[_];e.update(d,i,1)}}this.setMode=r,this.render=s,this.renderInstances=a,this.renderMultiDraw=o,this.renderMultiDrawInstances=l}function _T(n,t,e,i){let r;function s(){if(r!==void 0)return r;if(t.has("EXT_texture_filter_anisotropic")===!0){let D=t.get("EXT_texture_filter_anisotropic");r=n.getParameter(D.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else r=0;return r}function a(D){return!(D!==Xe&&i.convert(D)!==n.getParameter(n.IMPLEMENTATION_COLOR_READ_FORMAT))}function o(D){let B=D===_i&&(t.has("EXT_color_buffer_half_float")||t.has("EXT_color_buffer_float"));return!(D!==Ke&&i.convert(D)!==n.getParameter(n.IMPLEMENTATION_COLOR_READ_TYPE)&&D!==Qe&&!B)}function l(D){if(D==="highp"){if(n.getShaderPrecisionFormat(n.VERTEX_SHADER,n.HIGH_FLOAT).precision>0&&n.getShaderPrecisionFormat(n.FRAGMENT_SHADER,n.HIGH_FLOAT).precision>0)return"highp";D="mediump"}return D==="mediump"&&n.getShaderPrecisionFormat(n.VERTEX_SHADER,n.MEDIUM_FLOAT).precision>0&&n.getShaderPrecisionFormat(n.FRAGMENT_SHADER,n.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let c=e.precision!==void 0?e.precision:"highp",u=l(c);u!==c&&(console.warn("THREE.WebGLRenderer:",c,"not supported, using",u,"instead."),c=u);let h=e.logarithmicDepthBuffer===!0,f=e.reversedDepthBuffer===!0&&t.has("EXT_clip_control"),p=n.getParameter(n.MAX_TEXTURE_IMAGE_UNITS),d=n.getParameter(n.MAX_VERTEX_TEXTURE_IMAGE_UNITS),_=n.getParameter(n.MAX_TEXTURE_SIZE),g=n.getParameter(n.MAX_CUBE_MAP_TEXTURE_SIZE),m=n.getParameter(n.MAX_VERTEX_ATTRIBS),w=n.getParameter(n.MAX_VERTEX_UNIFORM_VECTORS),A=n.getParameter(n.MAX_VARYING_VECTORS),b=n.getParameter(n.MAX_FRAGMENT_UNIFORM_VECTORS),P=d>0,I=n.getParameter(n.MAX_SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:s,getMaxPrecision:l,textureFormatReadable:a,textureTypeReadable:o,precision:c,logarithmicDepthBuffer:h,reversedDepthBuffer:f,maxTextures:p,maxVertexTextures:d,maxTextureSize:_,maxCubemapSize:g,maxAttributes:m,maxVertexUniforms:w,maxVaryings:A,maxFragmentUniforms:b,vertexTextures:P,maxSamples:I}}function vT(n){let t=this,e=null,i=0,r=!1,s=!1,a=new jn,o=new ee,l={value:null,needsUpdate:!1};this.uniform=l,this.numPlanes=0,this.numIntersection=0,this.init=function(h,f){let p=h.length!==0||f||i!==0||r;return r=f,i=h.length,p},this.beginShadows=function(){s=!0,u(null)},this.endShadows=function(){s=!1},this.setGlobalState=function(h,f){e=u(h,f,0)},this.setState=function(h,f,p){let d=h.clippingPlanes,_=h.clipIntersection,g=h.clipShadows,m=n.get(h);if(!r||d===null||d.length===0||s&&!g)s?u(null):c();else{let w=s?0:i,A=w*4,b=m.clippingState||null;l.value=b,b=u(d,f,A,p);for(let P=0;P!==A;++P)b[P]=e[P];m.clippingState=b,this.numIntersection=_?this.numPlanes:0,this.numPlanes+=w}};function c(){l.value!==e&&(l.value=e,l.needsUpdate=i>0),t.numPlanes=i,t.numIntersection=0}function u(h,f,p,d){let _=h!==null?h.length:0,g=null;if(_!==0){if(g=l.value,d!==!0||g===null){let m=p+_*4,w=f.matrixWorldInverse;o.getNormalMatrix(w),(g===null||g.length<m)&&(g=new Float32Array(m));for(let A=0,b=p;A!==_;++A,b+=4)a.copy(h[A]).applyMatrix4(w,o),a.normal.toArray(g,b),g[b+3]=a.constant}l.value=g,l.needsUpdate=!0}return t.numPlanes=_,t.numIntersection=0,g}}function yT(n){let t=new WeakMap;function e(a,o){return o===Ih?a.mapping=zs:o===Lh&&(a.mapping=ks),a}function i(a){if(a&&a.isTexture){let o=a.mapping;if(o===Ih||o===Lh)if(t.has(a)){let l=t.get(a).texture;return e(l,a.mapping)}else{let l=a.image;if(l&&l.height>0){let c=new Kc(l.height);return c.fromEquirectangularTexture(n,a),t.set(a,c),a.addEventListener("dispose",r),e(c.texture,a.mapping)}else return null}}return a}function r(a){let o=a.target;o.removeEventListener("dispose",r);let l=t.get(o);l!==void 0&&(t.delete(o),l.dispose())}function s(){t=new WeakMap}return{get:i,dispose:s}}var Za=4,j0=[.125,.215,.35,.446,.526,.582],js=20,Xd=new ts,Z0=new zt,qd=null,Yd=0,jd=0,Zd=!1,Ys=(1+Math.sqrt(5))/2,ja=1/Ys,$0=[new O(-Ys,ja,0),new O(Ys,ja,0),new O(-ja,0,Ys),new O(ja,0,Ys),new O(0,Ys,-ja),new O(0,Ys,ja),new O(-1,1,-1),new O(1,1,-1),new O(-1,1,1),new O(1,1,1)],xT=new O,uu=class{constructor(t){this._renderer=t,this._pingPongRenderTarget=null,this._lodMax=0,this._cubeSize=0,this._lodPlanes=[],this._sizeLods=[],this._sigmas=[],this._blurMaterial=null,this._cubemapMaterial=null,this._equirectMaterial=null,this._compileMaterial(this._blurMaterial)}fromScene(t,e=0,i=.1,r=100,s={}){let{size:a=256,position:o=xT}=s;qd=this._renderer.getRenderTarget(),Yd=this._renderer.getActiveCubeFace(),jd=this._renderer.getActiveMipmapLevel(),Zd=this._renderer.xr.enabled,this._renderer.xr.enabled=!1,this._setSize(a);let l=this._allocateTargets();return l.depthBuffer=!0,this._sceneToCubeUV(t,i,r,l,o),e>0&&this._blur(l,0,0,e),this._applyPMREM(l),this._cleanup(l),l}fromEquirectangular(t,e=null){return this._fromTexture(t,e)}fromCubemap(t,e=null){return this._fromTexture(t,e)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=Q0(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=K0(),this._compileMaterial(this._equirectMaterial))}dispose(){this._dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose()}_setSize(t){this._lodMax=Math.floor(Math.log2(t)),this._cubeSize=Math.pow(2,this._lodMax)}_dispose(){this._blurMaterial!==null&&this._blurMaterial.dispose(),this._pingPongRenderTarget!==null&&this._pingPongRenderTarget.dispose();for(let t=0;t<this._lodPlanes.length;t++)this._lodPlanes[t].dispose()}_cleanup(t){this._renderer.setRenderTarget(qd,Yd,jd),this._renderer.xr.enabled=Zd,t.scissorTest=!1,cu(t,0,0,t.width,t.height)}_fromTexture(t,e){t.mapping===zs||t.mapping===ks?this._setSize(t.image.length===0?16:t.image[0].width||t.image[0].image.width):this._setSize(t.image.width/4),qd=this._renderer.getRenderTarget(),Yd=this._renderer.getActiveCubeFace(),jd=this._renderer.getActiveMipmapLevel(),Zd=this._renderer.xr.enabled,this._renderer.xr.enabled=!1;let i=e||this._allocateTargets();return this._textureToCubeUV(t,i),this._applyPMREM(i),this._cleanup(i),i}_allocateTargets(){let t=3*Math.max(this._cubeSize,112),e=4*this._cubeSize,i={magFilter:cn,minFilter:cn,generateMipmaps:!1,type:_i,format:Xe,colorSpace:Ds,depthBuffer:!1},r=J0(t,e,i);if(this._pingPongRenderTarget===null||this._pingPongRenderTarget.width!==t||this._pingPongRenderTarget.height!==e){this._pingPongRenderTarget!==null&&this._dispose(),this._pingPongRenderTarget=J0(t,e,i);let{_lodMax:s}=this;({sizeLods:this._sizeLods,lodPlanes:this._lodPlanes,sigmas:this._sigmas}=MT(s)),this._blurMaterial=bT(s,t,e)}return r}_compileMaterial(t){let e=new fn(this._lodPlanes[0],t);this._renderer.compile(e,Xd)}_sceneToCubeUV(t,e,i,r,s){let l=new Pn(90,1,e,i),c=[1,-1,1,1,1,1],u=[1,1,1,-1,-1,-1],h=this._renderer,f=h.autoClear,p=h.toneMapping;h.getClearColor(Z0),h.toneMapping=Mr,h.autoClear=!1,h.state.buffers.depth.getReversed()&&(h.setRenderTarget(r),h.clearDepth(),h.setRenderTarget(null));let _=new Ua({name:"PMREM.Background",side:zn,depthWrite:!1,depthTest:!1}),g=new fn(new Fa,_),m=!1,w=t.background;w?w.isColor&&(_.color.copy(w),t.background=null,m=!0):(_.color.copy(Z0),m=!0);for(let A=0;A<6;A++){let b=A%3;b===0?(l.up.set(0,c[A],0),l.position.set(s.x,s.y,s.z),l.lookAt(s.x+u[A],s.y,s.z)):b===1?(l.up.set(0,0,c[A]),l.position.set(s.x,s.y,s.z),l.lookAt(s.x,s.y+u[A],s.z)):(l.up.set(0,c[A],0),l.position.set(s.x,s.y,s.z),l.lookAt(s.x,s.y,s.z+u[A]));let P=this._cubeSize;cu(r,b*P,A>2?P:0,P,P),h.setRenderTarget(r),m&&h.render(g,l),h.render(t,l)}g.geometry.dispose(),g.material.dispose(),h.toneMapping=p,h.autoClear=f,t.background=w}_textureToCubeUV(t,e){let i=this._renderer,r=t.mapping===zs||t.mapping===ks;r?(this._cubemapMaterial===null&&(this._cubemapMaterial=Q0()),this._cubemapMaterial.uniforms.flipEnvMap.value=t.isRenderTargetTexture===!1?-1:1):this._equirectMaterial===null&&(this._equirectMaterial=K0());let s=r?this._cubemapMaterial:this._equirectMaterial,a=new fn(this._lodPlanes[0],s),o=s.uniforms;o.envMap.value=t;let l=this._cubeSize;cu(e,0,0,3*l,2*l),i.setRenderTarget(e),i.render(a,Xd)}_applyPMREM(t){let e=this._renderer,i=e.autoClear;e.autoClear=!1;let r=this._lodPlanes.length;for(let s=1;s<r;s++){let a=Math.sqrt(this._sigmas[s]*this._sigmas[s]-this._sigmas[s-1]*this._sigmas[s-1]),o=$0[(r-s-1)%$0.length];this._blur(t,s-1,s,a,o)}e.autoClear=i}_blur(t,e,i,r,s){let a=this._pingPongRenderTarget;this._halfBlur(t,a,e,i,r,"latitudinal",s),this._halfBlur(a,t,i,i,r,"longitudinal",s)}_halfBlur(t,e,i,r,s,a,o){let l=this._renderer,c=this._blurMaterial;a!=="latitudinal"&&a!=="longitudinal"&&console.error("blur direction must be either latitudinal or longitudinal!");let u=3,h=new fn(this._lodPlanes[r],c),f=c.uniforms,p=this._sizeLods[i]-1,d=isFinite(s)?Math.PI/(2*p):2*Math.PI/(2*js-1),_=s/d,g=isFinite(s)?1+Math.floor(u*_):js;g>js&&console.warn(`sigmaRadians, ${s}, is too large and will clip, as it requested ${g} samples when the maximum is set to ${js}`);let m=[],w=0;for(let D=0;D<js;++D){let B=D/_,T=Math.exp(-B*B/2);m.push(T),D===0?w+=T:D<g&&(w+=2*T)}for(let D=0;D<m.length;D++)m[D]=m[D]/w;f.envMap.value=t.texture,f.samples.value=g,f.weights.value=m,f.latitudinal.value=a==="latitudinal",o&&(f.poleAxis.value=o);let{_lodMax:A}=this;f.dTheta.value=d,f.mipInt.value=A-i;let b=this._sizeLods[r],P=3*b*(r>A-Za?r-A+Za:0),I=4*(this._cubeSize-b);cu(e,P,I,3*b,2*b),l.setRenderTarget(e),l.render(h,Xd)}};function MT(n){let t=[],e=[],i=[],r=n,s=n-Za+1+j0.length;for(let a=0;a<s;a++){let o=Math.pow(2,r);e.push(o);let l=1/o;a>n-Za?l=j0[a-n+Za-1]:a===0&&(l=0),i.push(l);let c=1/(o-2),u=-c,h=1+c,f=[u,u,h,u,h,h,u,u,h,h,u,h],p=6,d=6,_=3,g=2,m=1,w=new Float32Array(_*d*p),A=new Float32Array(g*d*p),b=new Float32Array(m*d*p);for(let I=0;I<p;I++){let D=I%3*2/3-1,B=I>2?0:-1,T=[D,B,0,D+2/3,B,0,D+2/3,B+1,0,D,B,0,D+2/3,B+1,0,D,B+1,0];w.set(T,_*d*I),A.set(f,g*d*I);let C=[I,I,I,I,I,I];b.set(C,m*d*I)}let P=new Mn;P.setAttribute("position",new He(w,_)),P.setAttribute("uv",new He(A,g)),P.setAttribute("faceIndex",new He(b,m)),t.push(P),r>Za&&r--}return{lodPlanes:t,sizeLods:e,sigmas:i}}function J0(n,t,e){let i=new je(n,t,e);return i.texture.mapping=ol,i.texture.name="PMREM.cubeUv",i.scissorTest=!0,i}function cu(n,t,e,i,r){n.viewport.set(t,e,i,r),n.scissor.set(t,e,i,r)}function bT(n,t,e){let i=new Float32Array(js),r=new O(0,1,0);return new De({name:"SphericalGaussianBlur",defines:{n:js,CUBEUV_TEXEL_WIDTH:1/t,CUBEUV_TEXEL_HEIGHT:1/e,CUBEUV_MAX_MIP:`${n}.0`},uniforms:{envMap:{value:null},samples:{value:1},weights:{value:i},latitudinal:{value:!1},dTheta:{value:0},mipInt:{value:0},poleAxis:{value:r}},vertexShader:sp(),fragmentShader:`

			precision mediump float;
			precision mediump int;

			varying vec3 vOutputDirection;

			uniform sampler2D envMap;
			uniform int samples;
			uniform float weights[ n ];
			uniform bool latitudinal;
			uniform float dTheta;
			uniform float mipInt;
			uniform vec3 poleAxis;

			#define ENVMAP_TYPE_CUBE_UV
			#include <cube_uv_reflection_fragment>

			vec3 getSample( float theta, vec3 axis ) {

				float cosTheta = cos( theta );
				// Rodrigues' axis-angle rotation
				vec3 sampleDirection = vOutputDirection * cosTheta
					+ cross( axis, vOutputDirection ) * sin( theta )
					+ axis * dot( axis, vOutputDirection ) * ( 1.0 - cosTheta );

				return bilinearCubeUV( envMap, sampleDirection, mipInt );

			}

			void main() {

				vec3 axis = latitudinal ? poleAxis : cross( poleAxis, vOutputDirection );

				if ( all( equal( axis, vec3( 0.0 ) ) ) ) {

					axis = vec3( vOutputDirection.z, 0.0, - vOutputDirection.x );

				}

				axis = normalize( axis );

				gl_FragColor = vec4( 0.0, 0.0, 0.0, 1.0 );
				gl_FragColor.rgb += weights[ 0 ] * getSample( 0.0, axis );

				for ( int i = 1; i < n; i++ ) {

					if ( i >= samples ) {

						break;

					}

					float theta = dTheta * float( i );
					gl_FragColor.rgb += weights[ i ] * getSample( -1.0 * theta, axis );
					gl_FragColor.rgb += weights[ i ] * getSample( theta, axis );

				}

			}
		`,blending:ui,depthTest:!1,depthWrite:!1})}function K0(){return new De({name:"EquirectangularToCubeUV",uniforms:{envMap:{value:null}},vertexShader:sp(),fragmentShader:`

			precision mediump float;
			precision mediump int;

			varying vec3 vOutputDirection;

			uniform sampler2D envMap;

			#include <common>

			void main() {

				vec3 outputDirection = normalize( vOutputDirection );
				vec2 uv = equirectUv( outputDirection );

				gl_FragColor = vec4( texture2D ( envMap, uv ).rgb, 1.0 );

			}
		`,blending:ui,depthTest:!1,depthWrite:!1})}function Q0(){return new De({name:"CubemapToCubeUV",uniforms:{envMap:{value:null},flipEnvMap:{value:-1}},vertexShader:sp(),fragmentShader:`

			precision mediump float;
			precision mediump int;

			uniform float flipEnvMap;

			varying vec3 vOutputDirection;

			uniform samplerCube envMap;

			void main() {

				gl_FragColor = textureCube( envMap, vec3( flipEnvMap * vOutputDirection.x, vOutputDirection.yz ) );

			}
		`,blending:ui,depthTest:!1,depthWrite:!1})}function sp(){return`

		precision mediump float;
		precision mediump int;

		attribute float faceIndex;

		varying vec3 vOutputDirection;

		// RH coordinate system; PMREM face-indexing convention
		vec3 getDirection( vec2 uv, float face ) {

			uv = 2.0 * uv - 1.0;

			vec3 direction = vec3( uv, 1.0 );

			if ( face == 0.0 ) {

				direction = direction.zyx; // ( 1, v, u ) pos x

			} else if ( face == 1.0 ) {

				direction = direction.xzy;
				direction.xz *= -1.0; // ( -u, 1, -v ) pos y

			} else if ( face == 2.0 ) {

				direction.x *= -1.0; // ( -u, v, 1 ) pos z

			} else if ( face == 3.0 ) {

				direction = direction.zyx;
				direction.xz *= -1.0; // ( -1, v, -u ) neg x

			} else if ( face == 4.0 ) {

				direction = direction.xzy;
				direction.xy *= -1.0; // ( -u, -1, v ) neg y

			} else if ( face == 5.0 ) {

				direction.z *= -1.0; // ( u, v, -1 ) neg z

			}

			return direction;

		}

		void main() {

			vOutputDirection = getDirection( uv, faceIndex );
			gl_Position = vec4( position, 1.0 );

		}
	`}function ST(n){let t=new WeakMap,e=null;function i(o){if(o&&o.isTexture){let l=o.mapping,c=l===Ih||l===Lh,u=l===zs||l===ks;if(c||u){let h=t.get(o),f=h!==void 0?h.texture.pmremVersion:0;if(o.isRenderTargetTexture&&o.pmremVersion!==f)return e===null&&(e=new uu(n)),h=c?e.fromEquirectangular(o,h):e.fromCubemap(o,h),h.texture.pmremVersion=o.pmremVersion,t.set(o,h),h.texture;if(h!==void 0)return h.texture;{let p=o.image;return c&&p&&p.height>0||u&&p&&r(p)?(e===null&&(e=new uu(n)),h=c?e.fromEquirectangular(o):e.fromCubemap(o),h.texture.pmremVersion=o.pmremVersion,t.set(o,h),o.addEventListener("dispose",s),h.texture):null}}}return o}function r(o){let l=0,c=6;for(let u=0;u<c;u++)o[u]!==void 0&&l++;return l===c}function s(o){let l=o.target;l.removeEventListener("dispose",s);let c=t.get(l);c!==void 0&&(t.delete(l),c.dispose())}function a(){t=new WeakMap,e!==null&&(e.dispose(),e=null)}return{get:i,dispose:a}}function wT(n){let t={};function e(i){if(t[i]!==void 0)return t[i];let r;switch(i){case"WEBGL_depth_texture":r=n.getExtension("WEBGL_depth_texture")||n.getExtension("MOZ_WEBGL_depth_texture")||n.getExtension("WEBKIT_WEBGL_depth_texture");break;case"EXT_texture_filter_anisotropic":r=n.getExtension("EXT_texture_filter_anisotropic")||n.getExtension("MOZ_EXT_texture_filter_anisotropic")||n.getExtension("WEBKIT_EXT_texture_filter_anisotropic");break;case"WEBGL_compressed_texture_s3tc":r=n.getExtension("WEBGL_compressed_texture_s3tc")||n.getExtension("MOZ_WEBGL_compressed_texture_s3tc")||n.getExtension("WEBKIT_WEBGL_compressed_texture_s3tc");break;case"WEBGL_compressed_texture_pvrtc":r=n.getExtension("WEBGL_compressed_texture_pvrtc")||n.getExtension("WEBKIT_WEBGL_compressed_texture_pvrtc");break;default:r=n.getExtension(i)}return t[i]=r,r}return{has:function(i){return e(i)!==null},init:function(){e("EXT_color_buffer_float"),e("WEBGL_clip_cull_distance"),e("OES_texture_float_linear"),e("EXT_color_buffer_half_float"),e("WEBGL_multisampled_render_to_texture"),e("WEBGL_render_shared_exponent")},get:function(i){let r=e(i);return r===null&&Da("THREE.WebGLRenderer: "+i+" extension not supported."),r}}}function ET(n,t,e,i){let r={},s=new WeakMap;function a(h){let f=h.target;f.index!==null&&t.remove(f.index);for(let d in f.attributes)t.remove(f.attributes[d]);f.removeEventListener("dispose",a),delete r[f.id];let p=s.get(f);p&&(t.remove(p),s.delete(f)),i.releaseStatesOfGeometry(f),f.isInstancedBufferGeometry===!0&&delete f._maxInstanceCount,e.memory.geometries--}function o(h,f){return r[f.id]===!0||(f.addEventListener("dispose",a),r[f.id]=!0,e.memory.geometries++),f}function l(h){let f=h.attributes;for(let p in f)t.update(f[p],n.ARRAY_BUFFER)}function c(h){let f=[],p=h.index,d=h.attributes.position,_=0;if(p!==null){let w=p.array;_=p.version;for(let A=0,b=w.length;A<b;A+=3){let P=w[A+0],I=w[A+1],D=w[A+2];f.push(P,I,I,D,D,P)}}else if(d!==void 0){let w=d.array;_=d.version;for(let A=0,b=w.length/3-1;A<b;A+=3){let P=A+0,I=A+1,D=A+2;f.push(P,I,I,D,D,P)}}else return;let g=new(zd(f)?_r:ji)(f,1);g.version=_;let m=s.get(h);m&&t.remove(m),s.set(h,g)}function u(h){let f=s.get(h);if(f){let p=h.index;p!==null&&f.version<p.version&&c(h)}else c(h);return s.get(h)}return{get:o,update:l,getWireframeAttribute:u}}function TT(n,t,e){let i;function r(f){i=f}let s,a;function o(f){s=f.type,a=f.bytesPerElement}function l(f,p){n.drawElements(i,p,s,f*a),e.update(p,i,1)}function c(f,p,d){d!==0&&(n.drawElementsInstanced(i,p,s,f*a,d),e.update(p,i,d))}function u(f,p,d){if(d===0)return;t.get("WEBGL_multi_draw").multiDrawElementsWEBGL(i,p,0,s,f,0,d);let g=0;for(let m=0;m<d;m++)g+=p[m];e.update(g,i,1)}function h(f,p,d,_){if(d===0)return;let g=t.get("WEBGL_multi_draw");if(g===null)for(let m=0;m<f.length;m++)c(f[m]/a,p[m],_[m]);else{g.multiDrawElementsInstancedWEBGL(i,p,0,s,f,0,_,0,d);let m=0;for(let w=0;w<d;w++)m+=p[w]*_[w];e.update(m,i,1)}}this.setMode=r,this.setIndex=o,this.render=l,this.renderInstances=c,this.renderMultiDraw=u,this.renderMultiDrawInstances=h}function AT(n){let t={geometries:0,textures:0},e={frame:0,calls:0,triangles:0,points:0,lines:0};function i(s,a,o){switch(e.calls++,a){case n.TRIANGLES:e.triangles+=o*(s/3);break;case n.LINES:e.lines+=o*(s/2);break;case n.LINE_STRIP:e.lines+=o*(s-1);break;case n.LINE_LOOP:e.lines+=o*s;break;case n.POINTS:e.points+=o*s;break;default:console.error("THREE.WebGLInfo: Unknown draw mode:",a);break}}function r(){e.calls=0,e.triangles=0,e.points=0,e.lines=0}return{memory:t,render:e,programs:null,autoReset:!0,reset:r,update:i}}function CT(n,t,e){let i=new WeakMap,r=new _e;function s(a,o,l){let c=a.morphTargetInfluences,u=o.morphAttributes.position||o.morphAttributes.normal||o.morphAttributes.color,h=u!==void 0?u.length:0,f=i.get(o);if(f===void 0||f.count!==h){let T=function(){D.dispose(),i.delete(o),o.removeEventListener("dispose",T)};f!==void 0&&f.texture.dispose();let p=o.morphAttributes.position!==void 0,d=o.morphAttributes.normal!==void 0,_=o.morphAttributes.color!==void 0,g=o.morphAttributes.position||[],m=o.morphAttributes.normal||[],w=o.morphAttributes.color||[],A=0;p===!0&&(A=1),d===!0&&(A=2),_===!0&&(A=3);let b=o.attributes.position.count*A,P=1;b>t.maxTextureSize&&(P=Math.ceil(b/t.maxTextureSize),b=t.maxTextureSize);let I=new Float32Array(b*P*4*h),D=new Zo(I,b,P,h);D.type=Qe,D.needsUpdate=!0;let B=A*4;for(let C=0;C<h;C++){let M=g[C],L=m[C],k=w[C],X=b*P*4*C;for(let Z=0;Z<M.count;Z++){let H=Z*B;p===!0&&(r.fromBufferAttribute(M,Z),I[X+H+0]=r.x,I[X+H+1]=r.y,I[X+H+2]=r.z,I[X+H+3]=0),d===!0&&(r.fromBufferAttribute(L,Z),I[X+H+4]=r.x,I[X+H+5]=r.y,I[X+H+6]=r.z,I[X+H+7]=0),_===!0&&(r.fromBufferAttribute(k,Z),I[X+H+8]=r.x,I[X+H+9]=r.y,I[X+H+10]=r.z,I[X+H+11]=k.itemSize===4?r.w:1)}}f={count:h,texture:D,size:new vt(b,P)},i.set(o,f),o.addEventListener("dispose",T)}if(a.isInstancedMesh===!0&&a.morphTexture!==null)l.getUniforms().setValue(n,"morphTexture",a.morphTexture,e);else{let p=0;for(let _=0;_<c.length;_++)p+=c[_];let d=o.morphTargetsRelative?1:1-p;l.getUniforms().setValue(n,"morphTargetBaseInfluence",d),l.getUniforms().setValue(n,"morphTargetInfluences",c)}l.getUniforms().setValue(n,"morphTargetsTexture",f.texture,e),l.getUniforms().setValue(n,"morphTargetsTextureSize",f.size)}return{update:s}}function PT(n,t,e,i){let r=new WeakMap;function s(l){let c=i.render.frame,u=l.geometry,h=t.get(l,u);if(r.get(h)!==c&&(t.update(h),r.set(h,c)),l.isInstancedMesh&&(l.hasEventListener("dispose",o)===!1&&l.addEventListener("dispose",o),r.get(l)!==c&&(e.update(l.instanceMatrix,n.ARRAY_BUFFER),l.instanceColor!==null&&e.update(l.instanceColor,n.ARRAY_BUFFER),r.set(l,c))),l.isSkinnedMesh){let f=l.skeleton;r.get(f)!==c&&(f.update(),r.set(f,c))}return h}function a(){r=new WeakMap}function o(l){let c=l.target;c.removeEventListener("dispose",o),e.remove(c.instanceMatrix),c.instanceColor!==null&&e.remove(c.instanceColor)}return{update:s,dispose:a}}var v_=new hn,t_=new Ii(1,1),y_=new Zo,x_=new $c,M_=new Ko,e_=[],n_=[],i_=new Float32Array(16),r_=new Float32Array(9),s_=new Float32Array(4);function Ja(n,t,e){let i=n[0];if(i<=0||i>0)return n;let r=t*e,s=e_[r];if(s===void 0&&(s=new Float32Array(r),e_[r]=s),t!==0){i.toArray(s,0);for(let a=1,o=0;a!==t;++a)o+=e,n[a].toArray(s,o)}return s}function dn(n,t){if(n.length!==t.length)return!1;for(let e=0,i=n.length;e<i;e++)if(n[e]!==t[e])return!1;return!0}function pn(n,t){for(let e=0,i=t.length;e<i;e++)n[e]=t[e]}function fu(n,t){let e=n_[t];e===void 0&&(e=new Int32Array(t),n_[t]=e);for(let i=0;i!==t;++i)e[i]=n.allocateTextureUnit();return e}function RT(n,t){let e=this.cache;e[0]!==t&&(n.uniform1f(this.addr,t),e[0]=t)}function IT(n,t){let e=this.cache;if(t.x!==void 0)(e[0]!==t.x||e[1]!==t.y)&&(n.uniform2f(this.addr,t.x,t.y),e[0]=t.x,e[1]=t.y);else{if(dn(e,t))return;n.uniform2fv(this.addr,t),pn(e,t)}}function LT(n,t){let e=this.cache;if(t.x!==void 0)(e[0]!==t.x||e[1]!==t.y||e[2]!==t.z)&&(n.uniform3f(this.addr,t.x,t.y,t.z),e[0]=t.x,e[1]=t.y,e[2]=t.z);else if(t.r!==void 0)(e[0]!==t.r||e[1]!==t.g||e[2]!==t.b)&&(n.uniform3f(this.addr,t.r,t.g,t.b),e[0]=t.r,e[1]=t.g,e[2]=t.b);else{if(dn(e,t))return;n.uniform3fv(this.addr,t),pn(e,t)}}function DT(n,t){let e=this.cache;if(t.x!==void 0)(e[0]!==t.x||e[1]!==t.y||e[2]!==t.z||e[3]!==t.w)&&(n.uniform4f(this.addr,t.x,t.y,t.z,t.w),e[0]=t.x,e[1]=t.y,e[2]=t.z,e[3]=t.w);else{if(dn(e,t))return;n.uniform4fv(this.addr,t),pn(e,t)}}function OT(n,t){let e=this.cache,i=t.elements;if(i===void 0){if(dn(e,t))return;n.uniformMatrix2fv(this.addr,!1,t),pn(e,t)}else{if(dn(e,i))return;s_.set(i),n.uniformMatrix2fv(this.addr,!1,s_),pn(e,i)}}function NT(n,t){let e=this.cache,i=t.elements;if(i===void 0){if(dn(e,t))return;n.uniformMatrix3fv(this.addr,!1,t),pn(e,t)}else{if(dn(e,i))return;r_.set(i),n.uniformMatrix3fv(this.addr,!1,r_),pn(e,i)}}function UT(n,t){let e=this.cache,i=t.elements;if(i===void 0){if(dn(e,t))return;n.uniformMatrix4fv(this.addr,!1,t),pn(e,t)}else{if(dn(e,i))return;i_.set(i),n.uniformMatrix4fv(this.addr,!1,i_),pn(e,i)}}function FT(n,t){let e=this.cache;e[0]!==t&&(n.uniform1i(this.addr,t),e[0]=t)}function BT(n,t){let e=this.cache;if(t.x!==void 0)(e[0]!==t.x||e[1]!==t.y)&&(n.uniform2i(this.addr,t.x,t.y),e[0]=t.x,e[1]=t.y);else{if(dn(e,t))return;n.uniform2iv(this.addr,t),pn(e,t)}}function GT(n,t){let e=this.cache;if(t.x!==void 0)(e[0]!==t.x||e[1]!==t.y||e[2]!==t.z)&&(n.uniform3i(this.addr,t.x,t.y,t.z),e[0]=t.x,e[1]=t.y,e[2]=t.z);else{if(dn(e,t))return;n.uniform3iv(this.addr,t),pn(e,t)}}function zT(n,t){let e=this.cache;if(t.x!==void 0)(e[0]!==t.x||e[1]!==t.y||e[2]!==t.z||e[3]!==t.w)&&(n.uniform4i(this.addr,t.x,t.y,t.z,t.w),e[0]=t.x,e[1]=t.y,e[2]=t.z,e[3]=t.w);else{if(dn(e,t))return;n.uniform4iv(this.addr,t),pn(e,t)}}function kT(n,t){let e=this.cache;e[0]!==t&&(n.uniform1ui(this.addr,t),e[0]=t)}function VT(n,t){let e=this.cache;if(t.x!==void 0)(e[0]!==t.x||e[1]!==t.y)&&(n.uniform2ui(this.addr,t.x,t.y),e[0]=t.x,e[1]=t.y);else{if(dn(e,t))return;n.uniform2uiv(this.addr,t),pn(e,t)}}function HT(n,t){let e=this.cache;if(t.x!==void 0)(e[0]!==t.x||e[1]!==t.y||e[2]!==t.z)&&(n.uniform3ui(this.addr,t.x,t.y,t.z),e[0]=t.x,e[1]=t.y,e[2]=t.z);else{if(dn(e,t))return;n.uniform3uiv(this.addr,t),pn(e,t)}}function WT(n,t){let e=this.cache;if(t.x!==void 0)(e[0]!==t.x||e[1]!==t.y||e[2]!==t.z||e[3]!==t.w)&&(n.uniform4ui(this.addr,t.x,t.y,t.z,t.w),e[0]=t.x,e[1]=t.y,e[2]=t.z,e[3]=t.w);else{if(dn(e,t))return;n.uniform4uiv(this.addr,t),pn(e,t)}}function XT(n,t,e){let i=this.cache,r=e.allocateTextureUnit();i[0]!==r&&(n.uniform1i(this.addr,r),i[0]=r);let s;this.type===n.SAMPLER_2D_SHADOW?(t_.compareFunction=Bd,s=t_):s=v_,e.setTexture2D(t||s,r)}function qT(n,t,e){let i=this.cache,r=e.allocateTextureUnit();i[0]!==r&&(n.uniform1i(this.addr,r),i[0]=r),e.setTexture3D(t||x_,r)}function YT(n,t,e){let i=this.cache,r=e.allocateTextureUnit();i[0]!==r&&(n.uniform1i(this.addr,r),i[0]=r),e.setTextureCube(t||M_,r)}function jT(n,t,e){let i=this.cache,r=e.allocateTextureUnit();i[0]!==r&&(n.uniform1i(this.addr,r),i[0]=r),e.setTexture2DArray(t||y_,r)}function ZT(n){switch(n){case 5126:return RT;case 35664:return IT;case 35665:return LT;case 35666:return DT;case 35674:return OT;case 35675:return NT;case 35676:return UT;case 5124:case 35670:return FT;case 35667:case 35671:return BT;case 35668:case 35672:return GT;case 35669:case 35673:return zT;case 5125:return kT;case 36294:return VT;case 36295:return HT;case 36296:return WT;case 35678:case 36198:case 36298:case 36306:case 35682:return XT;case 35679:case 36299:case 36307:return qT;case 35680:case 36300:case 36308:case 36293:return YT;case 36289:case 36303:case 36311:case 36292:return jT}}function $T(n,t){n.uniform1fv(this.addr,t)}function JT(n,t){let e=Ja(t,this.size,2);n.uniform2fv(this.addr,e)}function KT(n,t){let e=Ja(t,this.size,3);n.uniform3fv(this.addr,e)}function QT(n,t){let e=Ja(t,this.size,4);n.uniform4fv(this.addr,e)}function tA(n,t){let e=Ja(t,this.size,4);n.uniformMatrix2fv(this.addr,!1,e)}function eA(n,t){let e=Ja(t,this.size,9);n.uniformMatrix3fv(this.addr,!1,e)}function nA(n,t){let e=Ja(t,this.size,16);n.uniformMatrix4fv(this.addr,!1,e)}function iA(n,t){n.uniform1iv(this.addr,t)}function rA(n,t){n.uniform2iv(this.addr,t)}function sA(n,t){n.uniform3iv(this.addr,t)}function aA(n,t){n.uniform4iv(this.addr,t)}function oA(n,t){n.uniform1uiv(this.addr,t)}function lA(n,t){n.uniform2uiv(this.addr,t)}function cA(n,t){n.uniform3uiv(this.addr,t)}function hA(n,t){n.uniform4uiv(this.addr,t)}function uA(n,t,e){let i=this.cache,r=t.length,s=fu(e,r);dn(i,s)||(n.uniform1iv(this.addr,s),pn(i,s));for(let a=0;a!==r;++a)e.setTexture2D(t[a]||v_,s[a])}function fA(n,t,e){let i=this.cache,r=t.length,s=fu(e,r);dn(i,s)||(n.uniform1iv(this.addr,s),pn(i,s));for(let a=0;a!==r;++a)e.setTexture3D(t[a]||x_,s[a])}function dA(n,t,e){let i=this.cache,r=t.length,s=fu(e,r);dn(i,s)||(n.uniform1iv(this.addr,s),pn(i,s));for(let a=0;a!==r;++a)e.setTextureCube(t[a]||M_,s[a])}function pA(n,t,e){let i=this.cache,r=t.length,s=fu(e,r);dn(i,s)||(n.uniform1iv(this.addr,s),pn(i,s));for(let a=0;a!==r;++a)e.setTexture2DArray(t[a]||y_,s[a])}function mA(n){switch(n){case 5126:return $T;case 35664:return JT;case 35665:return KT;case 35666:return QT;case 35674:return tA;case 35675:return eA;case 35676:return nA;case 5124:case 35670:return iA;case 35667:case 35671:return rA;case 35668:case 35672:return sA;case 35669:case 35673:return aA;case 5125:return oA;case 36294:return lA;case 36295:return cA;case 36296:return hA;case 35678:case 36198:case 36298:case 36306:case 35682:return uA;case 35679:case 36299:case 36307:return fA;case 35680:case 36300:case 36308:case 36293:return dA;case 36289:case 36303:case 36311:case 36292:return pA}}var Jd=class{constructor(t,e,i){this.id=t,this.addr=i,this.cache=[],this.type=e.type,this.setValue=ZT(e.type)}},Kd=class{constructor(t,e,i){this.id=t,this.addr=i,this.cache=[],this.type=e.type,this.size=e.size,this.setValue=mA(e.type)}},Qd=class{constructor(t){this.id=t,this.seq=[],this.map={}}setValue(t,e,i){let r=this.seq;for(let s=0,a=r.length;s!==a;++s){let o=r[s];o.setValue(t,e[o.id],i)}}},$d=/(\w+)(\])?(\[|\.)?/g;function a_(n,t){n.seq.push(t),n.map[t.id]=t}function gA(n,t,e){let i=n.name,r=i.length;for($d.lastIndex=0;;){let s=$d.exec(i),a=$d.lastIndex,o=s[1],l=s[2]==="]",c=s[3];if(l&&(o=o|0),c===void 0||c==="["&&a+2===r){a_(e,c===void 0?new Jd(o,n,t):new Kd(o,n,t));break}else{let h=e.map[o];h===void 0&&(h=new Qd(o),a_(e,h)),e=h}}}var $a=class{constructor(t,e){this.seq=[],this.map={};let i=t.getProgramParameter(e,t.ACTIVE_UNIFORMS);for(let r=0;r<i;++r){let s=t.getActiveUniform(e,r),a=t.getUniformLocation(e,s.name);gA(s,a,this)}}setValue(t,e,i,r){let s=this.map[e];s!==void 0&&s.setValue(t,i,r)}setOptional(t,e,i){let r=e[i];r!==void 0&&this.setValue(t,i,r)}static upload(t,e,i,r){for(let s=0,a=e.length;s!==a;++s){let o=e[s],l=i[o.id];l.needsUpdate!==!1&&o.setValue(t,l.value,r)}}static seqWithValue(t,e){let i=[];for(let r=0,s=t.length;r!==s;++r){let a=t[r];a.id in e&&i.push(a)}return i}};function o_(n,t,e){let i=n.createShader(t);return n.shaderSource(i,e),n.compileShader(i),i}var _A=37297,vA=0;function yA(n,t){let e=n.split(`
`),i=[],r=Math.max(t-6,0),s=Math.min(t+6,e.length);for(let a=r;a<s;a++){let o=a+1;i.push(`${o===t?">":" "} ${o}: ${e[a]}`)}return i.join(`
`)}var l_=new ee;function xA(n){ue._getMatrix(l_,ue.workingColorSpace,n);let t=`mat3( ${l_.elements.map(e=>e.toFixed(4))} )`;switch(ue.getTransfer(n)){case Yo:return[t,"LinearTransferOETF"];case ge:return[t,"sRGBTransferOETF"];default:return console.warn("THREE.WebGLProgram: Unsupported color space: ",n),[t,"LinearTransferOETF"]}}function c_(n,t,e){let i=n.getShaderParameter(t,n.COMPILE_STATUS),s=(n.getShaderInfoLog(t)||"").trim();if(i&&s==="")return"";let a=/ERROR: 0:(\d+)/.exec(s);if(a){let o=parseInt(a[1]);return e.toUpperCase()+`

`+s+`

`+yA(n.getShaderSource(t),o)}else return s}function MA(n,t){let e=xA(t);return[`vec4 ${n}( vec4 value ) {`,`	return ${e[1]}( vec4( value.rgb * ${e[0]}, value.a ) );`,"}"].join(`
`)}function bA(n,t){let e;switch(t){case wh:e="Linear";break;case Eh:e="Reinhard";break;case Th:e="Cineon";break;case Ah:e="ACESFilmic";break;case Ph:e="AgX";break;case Rh:e="Neutral";break;case Ch:e="Custom";break;default:console.warn("THREE.WebGLProgram: Unsupported toneMapping:",t),e="Linear"}return"vec3 "+n+"( vec3 color ) { return "+e+"ToneMapping( color ); }"}var hu=new O;function SA(){ue.getLuminanceCoefficients(hu);let n=hu.x.toFixed(4),t=hu.y.toFixed(4),e=hu.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${n}, ${t}, ${e} );`,"	return dot( weights, rgb );","}"].join(`
`)}function wA(n){return[n.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",n.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(gl).join(`
`)}function EA(n){let t=[];for(let e in n){let i=n[e];i!==!1&&t.push("#define "+e+" "+i)}return t.join(`
`)}function TA(n,t){let e={},i=n.getProgramParameter(t,n.ACTIVE_ATTRIBUTES);for(let r=0;r<i;r++){let s=n.getActiveAttrib(t,r),a=s.name,o=1;s.type===n.FLOAT_MAT2&&(o=2),s.type===n.FLOAT_MAT3&&(o=3),s.type===n.FLOAT_MAT4&&(o=4),e[a]={type:s.type,location:n.getAttribLocation(t,a),locationSize:o}}return e}function gl(n){return n!==""}function h_(n,t){let e=t.numSpotLightShadows+t.numSpotLightMaps-t.numSpotLightShadowsWithMaps;return n.replace(/NUM_DIR_LIGHTS/g,t.numDirLights).replace(/NUM_SPOT_LIGHTS/g,t.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,t.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,e).replace(/NUM_RECT_AREA_LIGHTS/g,t.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,t.numPointLights).replace(/NUM_HEMI_LIGHTS/g,t.numHemiLights).replace(/NUM_DIR_LIGHT_SHADOWS/g,t.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,t.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,t.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,t.numPointLightShadows)}function u_(n,t){return n.replace(/NUM_CLIPPING_PLANES/g,t.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,t.numClippingPlanes-t.numClipIntersection)}var AA=/^[ \t]*#include +<([\w\d./]+)>/gm;function tp(n){return n.replace(AA,PA)}var CA=new Map;function PA(n,t){let e=ne[t];if(e===void 0){let i=CA.get(t);if(i!==void 0)e=ne[i],console.warn('THREE.WebGLRenderer: Shader chunk "%s" has been deprecated. Use "%s" instead.',t,i);else throw new Error("Can not resolve #include <"+t+">")}return tp(e)}var RA=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function f_(n){return n.replace(RA,IA)}function IA(n,t,e,i){let r="";for(let s=parseInt(t);s<parseInt(e);s++)r+=i.replace(/\[\s*i\s*\]/g,"[ "+s+" ]").replace(/UNROLLED_LOOP_INDEX/g,s);return r}function d_(n){let t=`precision ${n.precision} float;
	precision ${n.precision} int;
	precision ${n.precision} sampler2D;
	precision ${n.precision} samplerCube;
	precision ${n.precision} sampler3D;
	precision ${n.precision} sampler2DArray;
	precision ${n.precision} sampler2DShadow;
	precision ${n.precision} samplerCubeShadow;
	precision ${n.precision} sampler2DArrayShadow;
	precision ${n.precision} isampler2D;
	precision ${n.precision} isampler3D;
	precision ${n.precision} isamplerCube;
	precision ${n.precision} isampler2DArray;
	precision ${n.precision} usampler2D;
	precision ${n.precision} usampler3D;
	precision ${n.precision} usamplerCube;
	precision ${n.precision} usampler2DArray;
	`;return n.precision==="highp"?t+=`
#define HIGH_PRECISION`:n.precision==="mediump"?t+=`
#define MEDIUM_PRECISION`:n.precision==="lowp"&&(t+=`
#define LOW_PRECISION`),t}function LA(n){let t="SHADOWMAP_TYPE_BASIC";return n.shadowMapType===Pd?t="SHADOWMAP_TYPE_PCF":n.shadowMapType===u0?t="SHADOWMAP_TYPE_PCF_SOFT":n.shadowMapType===Zi&&(t="SHADOWMAP_TYPE_VSM"),t}function DA(n){let t="ENVMAP_TYPE_CUBE";if(n.envMap)switch(n.envMapMode){case zs:case ks:t="ENVMAP_TYPE_CUBE";break;case ol:t="ENVMAP_TYPE_CUBE_UV";break}return t}function OA(n){let t="ENVMAP_MODE_REFLECTION";return n.envMap&&n.envMapMode===ks&&(t="ENVMAP_MODE_REFRACTION"),t}function NA(n){let t="ENVMAP_BLENDING_NONE";if(n.envMap)switch(n.combine){case Dd:t="ENVMAP_BLENDING_MULTIPLY";break;case R0:t="ENVMAP_BLENDING_MIX";break;case I0:t="ENVMAP_BLENDING_ADD";break}return t}function UA(n){let t=n.envMapCubeUVHeight;if(t===null)return null;let e=Math.log2(t)-2,i=1/t;return{texelWidth:1/(3*Math.max(Math.pow(2,e),112)),texelHeight:i,maxMip:e}}function FA(n,t,e,i){let r=n.getContext(),s=e.defines,a=e.vertexShader,o=e.fragmentShader,l=LA(e),c=DA(e),u=OA(e),h=NA(e),f=UA(e),p=wA(e),d=EA(s),_=r.createProgram(),g,m,w=e.glslVersion?"#version "+e.glslVersion+`
`:"";e.isRawShaderMaterial?(g=["#define SHADER_TYPE "+e.shaderType,"#define SHADER_NAME "+e.shaderName,d].filter(gl).join(`
`),g.length>0&&(g+=`
`),m=["#define SHADER_TYPE "+e.shaderType,"#define SHADER_NAME "+e.shaderName,d].filter(gl).join(`
`),m.length>0&&(m+=`
`)):(g=[d_(e),"#define SHADER_TYPE "+e.shaderType,"#define SHADER_NAME "+e.shaderName,d,e.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",e.batching?"#define USE_BATCHING":"",e.batchingColor?"#define USE_BATCHING_COLOR":"",e.instancing?"#define USE_INSTANCING":"",e.instancingColor?"#define USE_INSTANCING_COLOR":"",e.instancingMorph?"#define USE_INSTANCING_MORPH":"",e.useFog&&e.fog?"#define USE_FOG":"",e.useFog&&e.fogExp2?"#define FOG_EXP2":"",e.map?"#define USE_MAP":"",e.envMap?"#define USE_ENVMAP":"",e.envMap?"#define "+u:"",e.lightMap?"#define USE_LIGHTMAP":"",e.aoMap?"#define USE_AOMAP":"",e.bumpMap?"#define USE_BUMPMAP":"",e.normalMap?"#define USE_NORMALMAP":"",e.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",e.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",e.displacementMap?"#define USE_DISPLACEMENTMAP":"",e.emissiveMap?"#define USE_EMISSIVEMAP":"",e.anisotropy?"#define USE_ANISOTROPY":"",e.anisotropyMap?"#define USE_ANISOTROPYMAP":"",e.clearcoatMap?"#define USE_CLEARCOATMAP":"",e.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",e.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",e.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",e.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",e.specularMap?"#define USE_SPECULARMAP":"",e.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",e.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",e.roughnessMap?"#define USE_ROUGHNESSMAP":"",e.metalnessMap?"#define USE_METALNESSMAP":"",e.alphaMap?"#define USE_ALPHAMAP":"",e.alphaHash?"#define USE_ALPHAHASH":"",e.transmission?"#define USE_TRANSMISSION":"",e.transmissionMap?"#define USE_TRANSMISSIONMAP":"",e.thicknessMap?"#define USE_THICKNESSMAP":"",e.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",e.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",e.mapUv?"#define MAP_UV "+e.mapUv:"",e.alphaMapUv?"#define ALPHAMAP_UV "+e.alphaMapUv:"",e.lightMapUv?"#define LIGHTMAP_UV "+e.lightMapUv:"",e.aoMapUv?"#define AOMAP_UV "+e.aoMapUv:"",e.emissiveMapUv?"#define EMISSIVEMAP_UV "+e.emissiveMapUv:"",e.bumpMapUv?"#define BUMPMAP_UV "+e.bumpMapUv:"",e.normalMapUv?"#define NORMALMAP_UV "+e.normalMapUv:"",e.displacementMapUv?"#define DISPLACEMENTMAP_UV "+e.displacementMapUv:"",e.metalnessMapUv?"#define METALNESSMAP_UV "+e.metalnessMapUv:"",e.roughnessMapUv?"#define ROUGHNESSMAP_UV "+e.roughnessMapUv:"",e.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+e.anisotropyMapUv:"",e.clearcoatMapUv?"#define CLEARCOATMAP_UV "+e.clearcoatMapUv:"",e.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+e.clearcoatNormalMapUv:"",e.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+e.clearcoatRoughnessMapUv:"",e.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+e.iridescenceMapUv:"",e.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+e.iridescenceThicknessMapUv:"",e.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+e.sheenColorMapUv:"",e.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+e.sheenRoughnessMapUv:"",e.specularMapUv?"#define SPECULARMAP_UV "+e.specularMapUv:"",e.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+e.specularColorMapUv:"",e.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+e.specularIntensityMapUv:"",e.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+e.transmissionMapUv:"",e.thicknessMapUv?"#define THICKNESSMAP_UV "+e.thicknessMapUv:"",e.vertexTangents&&e.flatShading===!1?"#define USE_TANGENT":"",e.vertexColors?"#define USE_COLOR":"",e.vertexAlphas?"#define USE_COLOR_ALPHA":"",e.vertexUv1s?"#define USE_UV1":"",e.vertexUv2s?"#define USE_UV2":"",e.vertexUv3s?"#define USE_UV3":"",e.pointsUvs?"#define USE_POINTS_UV":"",e.flatShading?"#define FLAT_SHADED":"",e.skinning?"#define USE_SKINNING":"",e.morphTargets?"#define USE_MORPHTARGETS":"",e.morphNormals&&e.flatShading===!1?"#define USE_MORPHNORMALS":"",e.morphColors?"#define USE_MORPHCOLORS":"",e.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+e.morphTextureStride:"",e.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+e.morphTargetsCount:"",e.doubleSided?"#define DOUBLE_SIDED":"",e.flipSided?"#define FLIP_SIDED":"",e.shadowMapEnabled?"#define USE_SHADOWMAP":"",e.shadowMapEnabled?"#define "+l:"",e.sizeAttenuation?"#define USE_SIZEATTENUATION":"",e.numLightProbes>0?"#define USE_LIGHT_PROBES":"",e.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",e.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(gl).join(`
`),m=[d_(e),"#define SHADER_TYPE "+e.shaderType,"#define SHADER_NAME "+e.shaderName,d,e.useFog&&e.fog?"#define USE_FOG":"",e.useFog&&e.fogExp2?"#define FOG_EXP2":"",e.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",e.map?"#define USE_MAP":"",e.matcap?"#define USE_MATCAP":"",e.envMap?"#define USE_ENVMAP":"",e.envMap?"#define "+c:"",e.envMap?"#define "+u:"",e.envMap?"#define "+h:"",f?"#define CUBEUV_TEXEL_WIDTH "+f.texelWidth:"",f?"#define CUBEUV_TEXEL_HEIGHT "+f.texelHeight:"",f?"#define CUBEUV_MAX_MIP "+f.maxMip+".0":"",e.lightMap?"#define USE_LIGHTMAP":"",e.aoMap?"#define USE_AOMAP":"",e.bumpMap?"#define USE_BUMPMAP":"",e.normalMap?"#define USE_NORMALMAP":"",e.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",e.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",e.emissiveMap?"#define USE_EMISSIVEMAP":"",e.anisotropy?"#define USE_ANISOTROPY":"",e.anisotropyMap?"#define USE_ANISOTROPYMAP":"",e.clearcoat?"#define USE_CLEARCOAT":"",e.clearcoatMap?"#define USE_CLEARCOATMAP":"",e.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",e.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",e.dispersion?"#define USE_DISPERSION":"",e.iridescence?"#define USE_IRIDESCENCE":"",e.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",e.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",e.specularMap?"#define USE_SPECULARMAP":"",e.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",e.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",e.roughnessMap?"#define USE_ROUGHNESSMAP":"",e.metalnessMap?"#define USE_METALNESSMAP":"",e.alphaMap?"#define USE_ALPHAMAP":"",e.alphaTest?"#define USE_ALPHATEST":"",e.alphaHash?"#define USE_ALPHAHASH":"",e.sheen?"#define USE_SHEEN":"",e.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",e.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",e.transmission?"#define USE_TRANSMISSION":"",e.transmissionMap?"#define USE_TRANSMISSIONMAP":"",e.thicknessMap?"#define USE_THICKNESSMAP":"",e.vertexTangents&&e.flatShading===!1?"#define USE_TANGENT":"",e.vertexColors||e.instancingColor||e.batchingColor?"#define USE_COLOR":"",e.vertexAlphas?"#define USE_COLOR_ALPHA":"",e.vertexUv1s?"#define USE_UV1":"",e.vertexUv2s?"#define USE_UV2":"",e.vertexUv3s?"#define USE_UV3":"",e.pointsUvs?"#define USE_POINTS_UV":"",e.gradientMap?"#define USE_GRADIENTMAP":"",e.flatShading?"#define FLAT_SHADED":"",e.doubleSided?"#define DOUBLE_SIDED":"",e.flipSided?"#define FLIP_SIDED":"",e.shadowMapEnabled?"#define USE_SHADOWMAP":"",e.shadowMapEnabled?"#define "+l:"",e.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",e.numLightProbes>0?"#define USE_LIGHT_PROBES":"",e.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",e.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",e.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",e.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",e.toneMapping!==Mr?"#define TONE_MAPPING":"",e.toneMapping!==Mr?ne.tonemapping_pars_fragment:"",e.toneMapping!==Mr?bA("toneMapping",e.toneMapping):"",e.dithering?"#define DITHERING":"",e.opaque?"#define OPAQUE":"",ne.colorspace_pars_fragment,MA("linearToOutputTexel",e.outputColorSpace),SA(),e.useDepthPacking?"#define DEPTH_PACKING "+e.depthPacking:"",`
`].filter(gl).join(`
`)),a=tp(a),a=h_(a,e),a=u_(a,e),o=tp(o),o=h_(o,e),o=u_(o,e),a=f_(a),o=f_(o),e.isRawShaderMaterial!==!0&&(w=`#version 300 es
`,g=[p,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+g,m=["#define varying in",e.glslVersion===ml?"":"layout(location = 0) out highp vec4 pc_fragColor;",e.glslVersion===ml?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+m);let A=w+g+a,b=w+m+o,P=o_(r,r.VERTEX_SHADER,A),I=o_(r,r.FRAGMENT_SHADER,b);r.attachShader(_,P),r.attachShader(_,I),e.index0AttributeName!==void 0?r.bindAttribLocation(_,0,e.index0AttributeName):e.morphTargets===!0&&r.bindAttribLocation(_,0,"position"),r.linkProgram(_);function D(M){if(n.debug.checkShaderErrors){let L=r.getProgramInfoLog(_)||"",k=r.getShaderInfoLog(P)||"",X=r.getShaderInfoLog(I)||"",Z=L.trim(),H=k.trim(),W=X.trim(),$=!0,Mt=!0;if(r.getProgramParameter(_,r.LINK_STATUS)===!1)if($=!1,typeof n.debug.onShaderError=="function")n.debug.onShaderError(r,_,P,I);else{let mt=c_(r,P,"vertex"),It=c_(r,I,"fragment");console.error("THREE.WebGLProgram: Shader Error "+r.getError()+" - VALIDATE_STATUS "+r.getProgramParameter(_,r.VALIDATE_STATUS)+`

Material Name: `+M.name+`
Material Type: `+M.type+`

Program Info Log: `+Z+`
`+mt+`
`+It)}else Z!==""?console.warn("THREE.WebGLProgram: Program Info Log:",Z):(H===""||W==="")&&(Mt=!1);Mt&&(M.diagnostics={runnable:$,programLog:Z,vertexShader:{log:H,prefix:g},fragmentShader:{log:W,prefix:m}})}r.deleteShader(P),r.deleteShader(I),B=new $a(r,_),T=TA(r,_)}let B;this.getUniforms=function(){return B===void 0&&D(this),B};let T;this.getAttributes=function(){return T===void 0&&D(this),T};let C=e.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return C===!1&&(C=r.getProgramParameter(_,_A)),C},this.destroy=function(){i.releaseStatesOfProgram(this),r.deleteProgram(_),this.program=void 0},this.type=e.shaderType,this.name=e.shaderName,this.id=vA++,this.cacheKey=t,this.usedTimes=1,this.program=_,this.vertexShader=P,this.fragmentShader=I,this}var BA=0,ep=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(t){let e=t.vertexShader,i=t.fragmentShader,r=this._getShaderStage(e),s=this._getShaderStage(i),a=this._getShaderCacheForMaterial(t);return a.has(r)===!1&&(a.add(r),r.usedTimes++),a.has(s)===!1&&(a.add(s),s.usedTimes++),this}remove(t){let e=this.materialCache.get(t);for(let i of e)i.usedTimes--,i.usedTimes===0&&this.shaderCache.delete(i.code);return this.materialCache.delete(t),this}getVertexShaderID(t){return this._getShaderStage(t.vertexShader).id}getFragmentShaderID(t){return this._getShaderStage(t.fragmentShader).id}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(t){let e=this.materialCache,i=e.get(t);return i===void 0&&(i=new Set,e.set(t,i)),i}_getShaderStage(t){let e=this.shaderCache,i=e.get(t);return i===void 0&&(i=new np(t),e.set(t,i)),i}},np=class{constructor(t){this.id=BA++,this.code=t,this.usedTimes=0}};function GA(n,t,e,i,r,s,a){let o=new Na,l=new ep,c=new Set,u=[],h=r.logarithmicDepthBuffer,f=r.vertexTextures,p=r.precision,d={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distanceRGBA",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function _(T){return c.add(T),T===0?"uv":`uv${T}`}function g(T,C,M,L,k){let X=L.fog,Z=k.geometry,H=T.isMeshStandardMaterial?L.environment:null,W=(T.isMeshStandardMaterial?e:t).get(T.envMap||H),$=W&&W.mapping===ol?W.image.height:null,Mt=d[T.type];T.precision!==null&&(p=r.getMaxPrecision(T.precision),p!==T.precision&&console.warn("THREE.WebGLProgram.getParameters:",T.precision,"not supported, using",p,"instead."));let mt=Z.morphAttributes.position||Z.morphAttributes.normal||Z.morphAttributes.color,It=mt!==void 0?mt.length:0,se=0;Z.morphAttributes.position!==void 0&&(se=1),Z.morphAttributes.normal!==void 0&&(se=2),Z.morphAttributes.color!==void 0&&(se=3);let Me,be,ie,J;if(Mt){let de=Ji[Mt];Me=de.vertexShader,be=de.fragmentShader}else Me=T.vertexShader,be=T.fragmentShader,l.update(T),ie=l.getVertexShaderID(T),J=l.getFragmentShaderID(T);let lt=n.getRenderTarget(),Pt=n.state.buffers.depth.getReversed(),Tt=k.isInstancedMesh===!0,xt=k.isBatchedMesh===!0,ce=!!T.map,ln=!!T.matcap,N=!!W,Ee=!!T.aoMap,Zt=!!T.lightMap,Ht=!!T.bumpMap,Bt=!!T.normalMap,Te=!!T.displacementMap,Ft=!!T.emissiveMap,Qt=!!T.metalnessMap,Je=!!T.roughnessMap,Be=T.anisotropy>0,R=T.clearcoat>0,x=T.dispersion>0,V=T.iridescence>0,et=T.sheen>0,ht=T.transmission>0,Q=Be&&!!T.anisotropyMap,Lt=R&&!!T.clearcoatMap,gt=R&&!!T.clearcoatNormalMap,Dt=R&&!!T.clearcoatRoughnessMap,Nt=V&&!!T.iridescenceMap,_t=V&&!!T.iridescenceThicknessMap,wt=et&&!!T.sheenColorMap,Ut=et&&!!T.sheenRoughnessMap,At=!!T.specularMap,bt=!!T.specularColorMap,$t=!!T.specularIntensityMap,F=ht&&!!T.transmissionMap,at=ht&&!!T.thicknessMap,ft=!!T.gradientMap,Rt=!!T.alphaMap,dt=T.alphaTest>0,it=!!T.alphaHash,Gt=!!T.extensions,Jt=Mr;T.toneMapped&&(lt===null||lt.isXRRenderTarget===!0)&&(Jt=n.toneMapping);let Ae={shaderID:Mt,shaderType:T.type,shaderName:T.name,vertexShader:Me,fragmentShader:be,defines:T.defines,customVertexShaderID:ie,customFragmentShaderID:J,isRawShaderMaterial:T.isRawShaderMaterial===!0,glslVersion:T.glslVersion,precision:p,batching:xt,batchingColor:xt&&k._colorsTexture!==null,instancing:Tt,instancingColor:Tt&&k.instanceColor!==null,instancingMorph:Tt&&k.morphTexture!==null,supportsVertexTextures:f,outputColorSpace:lt===null?n.outputColorSpace:lt.isXRRenderTarget===!0?lt.texture.colorSpace:Ds,alphaToCoverage:!!T.alphaToCoverage,map:ce,matcap:ln,envMap:N,envMapMode:N&&W.mapping,envMapCubeUVHeight:$,aoMap:Ee,lightMap:Zt,bumpMap:Ht,normalMap:Bt,displacementMap:f&&Te,emissiveMap:Ft,normalMapObjectSpace:Bt&&T.normalMapType===U0,normalMapTangentSpace:Bt&&T.normalMapType===N0,metalnessMap:Qt,roughnessMap:Je,anisotropy:Be,anisotropyMap:Q,clearcoat:R,clearcoatMap:Lt,clearcoatNormalMap:gt,clearcoatRoughnessMap:Dt,dispersion:x,iridescence:V,iridescenceMap:Nt,iridescenceThicknessMap:_t,sheen:et,sheenColorMap:wt,sheenRoughnessMap:Ut,specularMap:At,specularColorMap:bt,specularIntensityMap:$t,transmission:ht,transmissionMap:F,thicknessMap:at,gradientMap:ft,opaque:T.transparent===!1&&T.blending===Gn&&T.alphaToCoverage===!1,alphaMap:Rt,alphaTest:dt,alphaHash:it,combine:T.combine,mapUv:ce&&_(T.map.channel),aoMapUv:Ee&&_(T.aoMap.channel),lightMapUv:Zt&&_(T.lightMap.channel),bumpMapUv:Ht&&_(T.bumpMap.channel),normalMapUv:Bt&&_(T.normalMap.channel),displacementMapUv:Te&&_(T.displacementMap.channel),emissiveMapUv:Ft&&_(T.emissiveMap.channel),metalnessMapUv:Qt&&_(T.metalnessMap.channel),roughnessMapUv:Je&&_(T.roughnessMap.channel),anisotropyMapUv:Q&&_(T.anisotropyMap.channel),clearcoatMapUv:Lt&&_(T.clearcoatMap.channel),clearcoatNormalMapUv:gt&&_(T.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:Dt&&_(T.clearcoatRoughnessMap.channel),iridescenceMapUv:Nt&&_(T.iridescenceMap.channel),iridescenceThicknessMapUv:_t&&_(T.iridescenceThicknessMap.channel),sheenColorMapUv:wt&&_(T.sheenColorMap.channel),sheenRoughnessMapUv:Ut&&_(T.sheenRoughnessMap.channel),specularMapUv:At&&_(T.specularMap.channel),specularColorMapUv:bt&&_(T.specularColorMap.channel),specularIntensityMapUv:$t&&_(T.specularIntensityMap.channel),transmissionMapUv:F&&_(T.transmissionMap.channel),thicknessMapUv:at&&_(T.thicknessMap.channel),alphaMapUv:Rt&&_(T.alphaMap.channel),vertexTangents:!!Z.attributes.tangent&&(Bt||Be),vertexColors:T.vertexColors,vertexAlphas:T.vertexColors===!0&&!!Z.attributes.color&&Z.attributes.color.itemSize===4,pointsUvs:k.isPoints===!0&&!!Z.attributes.uv&&(ce||Rt),fog:!!X,useFog:T.fog===!0,fogExp2:!!X&&X.isFogExp2,flatShading:T.flatShading===!0&&T.wireframe===!1,sizeAttenuation:T.sizeAttenuation===!0,logarithmicDepthBuffer:h,reversedDepthBuffer:Pt,skinning:k.isSkinnedMesh===!0,morphTargets:Z.morphAttributes.position!==void 0,morphNormals:Z.morphAttributes.normal!==void 0,morphColors:Z.morphAttributes.color!==void 0,morphTargetsCount:It,morphTextureStride:se,numDirLights:C.directional.length,numPointLights:C.point.length,numSpotLights:C.spot.length,numSpotLightMaps:C.spotLightMap.length,numRectAreaLights:C.rectArea.length,numHemiLights:C.hemi.length,numDirLightShadows:C.directionalShadowMap.length,numPointLightShadows:C.pointShadowMap.length,numSpotLightShadows:C.spotShadowMap.length,numSpotLightShadowsWithMaps:C.numSpotLightShadowsWithMaps,numLightProbes:C.numLightProbes,numClippingPlanes:a.numPlanes,numClipIntersection:a.numIntersection,dithering:T.dithering,shadowMapEnabled:n.shadowMap.enabled&&M.length>0,shadowMapType:n.shadowMap.type,toneMapping:Jt,decodeVideoTexture:ce&&T.map.isVideoTexture===!0&&ue.getTransfer(T.map.colorSpace)===ge,decodeVideoTextureEmissive:Ft&&T.emissiveMap.isVideoTexture===!0&&ue.getTransfer(T.emissiveMap.colorSpace)===ge,premultipliedAlpha:T.premultipliedAlpha,doubleSided:T.side===Di,flipSided:T.side===zn,useDepthPacking:T.depthPacking>=0,depthPacking:T.depthPacking||0,index0AttributeName:T.index0AttributeName,extensionClipCullDistance:Gt&&T.extensions.clipCullDistance===!0&&i.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(Gt&&T.extensions.multiDraw===!0||xt)&&i.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:i.has("KHR_parallel_shader_compile"),customProgramCacheKey:T.customProgramCacheKey()};return Ae.vertexUv1s=c.has(1),Ae.vertexUv2s=c.has(2),Ae.vertexUv3s=c.has(3),c.clear(),Ae}function m(T){let C=[];if(T.shaderID?C.push(T.shaderID):(C.push(T.customVertexShaderID),C.push(T.customFragmentShaderID)),T.defines!==void 0)for(let M in T.defines)C.push(M),C.push(T.defines[M]);return T.isRawShaderMaterial===!1&&(w(C,T),A(C,T),C.push(n.outputColorSpace)),C.push(T.customProgramCacheKey),C.join()}function w(T,C){T.push(C.precision),T.push(C.outputColorSpace),T.push(C.envMapMode),T.push(C.envMapCubeUVHeight),T.push(C.mapUv),T.push(C.alphaMapUv),T.push(C.lightMapUv),T.push(C.aoMapUv),T.push(C.bumpMapUv),T.push(C.normalMapUv),T.push(C.displacementMapUv),T.push(C.emissiveMapUv),T.push(C.metalnessMapUv),T.push(C.roughnessMapUv),T.push(C.anisotropyMapUv),T.push(C.clearcoatMapUv),T.push(C.clearcoatNormalMapUv),T.push(C.clearcoatRoughnessMapUv),T.push(C.iridescenceMapUv),T.push(C.iridescenceThicknessMapUv),T.push(C.sheenColorMapUv),T.push(C.sheenRoughnessMapUv),T.push(C.specularMapUv),T.push(C.specularColorMapUv),T.push(C.specularIntensityMapUv),T.push(C.transmissionMapUv),T.push(C.thicknessMapUv),T.push(C.combine),T.push(C.fogExp2),T.push(C.sizeAttenuation),T.push(C.morphTargetsCount),T.push(C.morphAttributeCount),T.push(C.numDirLights),T.push(C.numPointLights),T.push(C.numSpotLights),T.push(C.numSpotLightMaps),T.push(C.numHemiLights),T.push(C.numRectAreaLights),T.push(C.numDirLightShadows),T.push(C.numPointLightShadows),T.push(C.numSpotLightShadows),T.push(C.numSpotLightShadowsWithMaps),T.push(C.numLightProbes),T.push(C.shadowMapType),T.push(C.toneMapping),T.push(C.numClippingPlanes),T.push(C.numClipIntersection),T.push(C.depthPacking)}function A(T,C){o.disableAll(),C.supportsVertexTextures&&o.enable(0),C.instancing&&o.enable(1),C.instancingColor&&o.enable(2),C.instancingMorph&&o.enable(3),C.matcap&&o.enable(4),C.envMap&&o.enable(5),C.normalMapObjectSpace&&o.enable(6),C.normalMapTangentSpace&&o.enable(7),C.clearcoat&&o.enable(8),C.iridescence&&o.enable(9),C.alphaTest&&o.enable(10),C.vertexColors&&o.enable(11),C.vertexAlphas&&o.enable(12),C.vertexUv1s&&o.enable(13),C.vertexUv2s&&o.enable(14),C.vertexUv3s&&o.enable(15),C.vertexTangents&&o.enable(16),C.anisotropy&&o.enable(17),C.alphaHash&&o.enable(18),C.batching&&o.enable(19),C.dispersion&&o.enable(20),C.batchingColor&&o.enable(21),C.gradientMap&&o.enable(22),T.push(o.mask),o.disableAll(),C.fog&&o.enable(0),C.useFog&&o.enable(1),C.flatShading&&o.enable(2),C.logarithmicDepthBuffer&&o.enable(3),C.reversedDepthBuffer&&o.enable(4),C.skinning&&o.enable(5),C.morphTargets&&o.enable(6),C.morphNormals&&o.enable(7),C.morphColors&&o.enable(8),C.premultipliedAlpha&&o.enable(9),C.shadowMapEnabled&&o.enable(10),C.doubleSided&&o.enable(11),C.flipSided&&o.enable(12),C.useDepthPacking&&o.enable(13),C.dithering&&o.enable(14),C.transmission&&o.enable(15),C.sheen&&o.enable(16),C.opaque&&o.enable(17),C.pointsUvs&&o.enable(18),C.decodeVideoTexture&&o.enable(19),C.decodeVideoTextureEmissive&&o.enable(20),C.alphaToCoverage&&o.enable(21),T.push(o.mask)}function b(T){let C=d[T.type],M;if(C){let L=Ji[C];M=is.clone(L.uniforms)}else M=T.uniforms;return M}function P(T,C){let M;for(let L=0,k=u.length;L<k;L++){let X=u[L];if(X.cacheKey===C){M=X,++M.usedTimes;break}}return M===void 0&&(M=new FA(n,C,T,s),u.push(M)),M}function I(T){if(--T.usedTimes===0){let C=u.indexOf(T);u[C]=u[u.length-1],u.pop(),T.destroy()}}function D(T){l.remove(T)}function B(){l.dispose()}return{getParameters:g,getProgramCacheKey:m,getUniforms:b,acquireProgram:P,releaseProgram:I,releaseShaderCache:D,programs:u,dispose:B}}function zA(){let n=new WeakMap;function t(a){return n.has(a)}function e(a){let o=n.get(a);return o===void 0&&(o={},n.set(a,o)),o}function i(a){n.delete(a)}function r(a,o,l){n.get(a)[o]=l}function s(){n=new WeakMap}return{has:t,get:e,remove:i,update:r,dispose:s}}function kA(n,t){return n.groupOrder!==t.groupOrder?n.groupOrder-t.groupOrder:n.renderOrder!==t.renderOrder?n.renderOrder-t.renderOrder:n.material.id!==t.material.id?n.material.id-t.material.id:n.z!==t.z?n.z-t.z:n.id-t.id}function p_(n,t){return n.groupOrder!==t.groupOrder?n.groupOrder-t.groupOrder:n.renderOrder!==t.renderOrder?n.renderOrder-t.renderOrder:n.z!==t.z?t.z-n.z:n.id-t.id}function m_(){let n=[],t=0,e=[],i=[],r=[];function s(){t=0,e.length=0,i.length=0,r.length=0}function a(h,f,p,d,_,g){let m=n[t];return m===void 0?(m={id:h.id,object:h,geometry:f,material:p,groupOrder:d,renderOrder:h.renderOrder,z:_,group:g},n[t]=m):(m.id=h.id,m.object=h,m.geometry=f,m.material=p,m.groupOrder=d,m.renderOrder=h.renderOrder,m.z=_,m.group=g),t++,m}function o(h,f,p,d,_,g){let m=a(h,f,p,d,_,g);p.transmission>0?i.push(m):p.transparent===!0?r.push(m):e.push(m)}function l(h,f,p,d,_,g){let m=a(h,f,p,d,_,g);p.transmission>0?i.unshift(m):p.transparent===!0?r.unshift(m):e.unshift(m)}function c(h,f){e.length>1&&e.sort(h||kA),i.length>1&&i.sort(f||p_),r.length>1&&r.sort(f||p_)}function u(){for(let h=t,f=n.length;h<f;h++){let p=n[h];if(p.id===null)break;p.id=null,p.object=null,p.geometry=null,p.material=null,p.group=null}}return{opaque:e,transmissive:i,transparent:r,init:s,push:o,unshift:l,finish:u,sort:c}}function VA(){let n=new WeakMap;function t(i,r){let s=n.get(i),a;return s===void 0?(a=new m_,n.set(i,[a])):r>=s.length?(a=new m_,s.push(a)):a=s[r],a}function e(){n=new WeakMap}return{get:t,dispose:e}}function HA(){let n={};return{get:function(t){if(n[t.id]!==void 0)return n[t.id];let e;switch(t.type){case"DirectionalLight":e={direction:new O,color:new zt};break;case"SpotLight":e={position:new O,direction:new O,color:new zt,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":e={position:new O,color:new zt,distance:0,decay:0};break;case"HemisphereLight":e={direction:new O,skyColor:new zt,groundColor:new zt};break;case"RectAreaLight":e={color:new zt,position:new O,halfWidth:new O,halfHeight:new O};break}return n[t.id]=e,e}}}function WA(){let n={};return{get:function(t){if(n[t.id]!==void 0)return n[t.id];let e;switch(t.type){case"DirectionalLight":e={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new vt};break;case"SpotLight":e={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new vt};break;case"PointLight":e={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new vt,shadowCameraNear:1,shadowCameraFar:1e3};break}return n[t.id]=e,e}}}var XA=0;function qA(n,t){return(t.castShadow?2:0)-(n.castShadow?2:0)+(t.map?1:0)-(n.map?1:0)}function YA(n){let t=new HA,e=WA(),i={version:0,hash:{directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let c=0;c<9;c++)i.probe.push(new O);let r=new O,s=new re,a=new re;function o(c){let u=0,h=0,f=0;for(let T=0;T<9;T++)i.probe[T].set(0,0,0);let p=0,d=0,_=0,g=0,m=0,w=0,A=0,b=0,P=0,I=0,D=0;c.sort(qA);for(let T=0,C=c.length;T<C;T++){let M=c[T],L=M.color,k=M.intensity,X=M.distance,Z=M.shadow&&M.shadow.map?M.shadow.map.texture:null;if(M.isAmbientLight)u+=L.r*k,h+=L.g*k,f+=L.b*k;else if(M.isLightProbe){for(let H=0;H<9;H++)i.probe[H].addScaledVector(M.sh.coefficients[H],k);D++}else if(M.isDirectionalLight){let H=t.get(M);if(H.color.copy(M.color).multiplyScalar(M.intensity),M.castShadow){let W=M.shadow,$=e.get(M);$.shadowIntensity=W.intensity,$.shadowBias=W.bias,$.shadowNormalBias=W.normalBias,$.shadowRadius=W.radius,$.shadowMapSize=W.mapSize,i.directionalShadow[p]=$,i.directionalShadowMap[p]=Z,i.directionalShadowMatrix[p]=M.shadow.matrix,w++}i.directional[p]=H,p++}else if(M.isSpotLight){let H=t.get(M);H.position.setFromMatrixPosition(M.matrixWorld),H.color.copy(L).multiplyScalar(k),H.distance=X,H.coneCos=Math.cos(M.angle),H.penumbraCos=Math.cos(M.angle*(1-M.penumbra)),H.decay=M.decay,i.spot[_]=H;let W=M.shadow;if(M.map&&(i.spotLightMap[P]=M.map,P++,W.updateMatrices(M),M.castShadow&&I++),i.spotLightMatrix[_]=W.matrix,M.castShadow){let $=e.get(M);$.shadowIntensity=W.intensity,$.shadowBias=W.bias,$.shadowNormalBias=W.normalBias,$.shadowRadius=W.radius,$.shadowMapSize=W.mapSize,i.spotShadow[_]=$,i.spotShadowMap[_]=Z,b++}_++}else if(M.isRectAreaLight){let H=t.get(M);H.color.copy(L).multiplyScalar(k),H.halfWidth.set(M.width*.5,0,0),H.halfHeight.set(0,M.height*.5,0),i.rectArea[g]=H,g++}else if(M.isPointLight){let H=t.get(M);if(H.color.copy(M.color).multiplyScalar(M.intensity),H.distance=M.distance,H.decay=M.decay,M.castShadow){let W=M.shadow,$=e.get(M);$.shadowIntensity=W.intensity,$.shadowBias=W.bias,$.shadowNormalBias=W.normalBias,$.shadowRadius=W.radius,$.shadowMapSize=W.mapSize,$.shadowCameraNear=W.camera.near,$.shadowCameraFar=W.camera.far,i.pointShadow[d]=$,i.pointShadowMap[d]=Z,i.pointShadowMatrix[d]=M.shadow.matrix,A++}i.point[d]=H,d++}else if(M.isHemisphereLight){let H=t.get(M);H.skyColor.copy(M.color).multiplyScalar(k),H.groundColor.copy(M.groundColor).multiplyScalar(k),i.hemi[m]=H,m++}}g>0&&(n.has("OES_texture_float_linear")===!0?(i.rectAreaLTC1=St.LTC_FLOAT_1,i.rectAreaLTC2=St.LTC_FLOAT_2):(i.rectAreaLTC1=St.LTC_HALF_1,i.rectAreaLTC2=St.LTC_HALF_2)),i.ambient[0]=u,i.ambient[1]=h,i.ambient[2]=f;let B=i.hash;(B.directionalLength!==p||B.pointLength!==d||B.spotLength!==_||B.rectAreaLength!==g||B.hemiLength!==m||B.numDirectionalShadows!==w||B.numPointShadows!==A||B.numSpotShadows!==b||B.numSpotMaps!==P||B.numLightProbes!==D)&&(i.directional.length=p,i.spot.length=_,i.rectArea.length=g,i.point.length=d,i.hemi.length=m,i.directionalShadow.length=w,i.directionalShadowMap.length=w,i.pointShadow.length=A,i.pointShadowMap.length=A,i.spotShadow.length=b,i.spotShadowMap.length=b,i.directionalShadowMatrix.length=w,i.pointShadowMatrix.length=A,i.spotLightMatrix.length=b+P-I,i.spotLightMap.length=P,i.numSpotLightShadowsWithMaps=I,i.numLightProbes=D,B.directionalLength=p,B.pointLength=d,B.spotLength=_,B.rectAreaLength=g,B.hemiLength=m,B.numDirectionalShadows=w,B.numPointShadows=A,B.numSpotShadows=b,B.numSpotMaps=P,B.numLightProbes=D,i.version=XA++)}function l(c,u){let h=0,f=0,p=0,d=0,_=0,g=u.matrixWorldInverse;for(let m=0,w=c.length;m<w;m++){let A=c[m];if(A.isDirectionalLight){let b=i.directional[h];b.direction.setFromMatrixPosition(A.matrixWorld),r.setFromMatrixPosition(A.target.matrixWorld),b.direction.sub(r),b.direction.transformDirection(g),h++}else if(A.isSpotLight){let b=i.spot[p];b.position.setFromMatrixPosition(A.matrixWorld),b.position.applyMatrix4(g),b.direction.setFromMatrixPosition(A.matrixWorld),r.setFromMatrixPosition(A.target.matrixWorld),b.direction.sub(r),b.direction.transformDirection(g),p++}else if(A.isRectAreaLight){let b=i.rectArea[d];b.position.setFromMatrixPosition(A.matrixWorld),b.position.applyMatrix4(g),a.identity(),s.copy(A.matrixWorld),s.premultiply(g),a.extractRotation(s),b.halfWidth.set(A.width*.5,0,0),b.halfHeight.set(0,A.height*.5,0),b.halfWidth.applyMatrix4(a),b.halfHeight.applyMatrix4(a),d++}else if(A.isPointLight){let b=i.point[f];b.position.setFromMatrixPosition(A.matrixWorld),b.position.applyMatrix4(g),f++}else if(A.isHemisphereLight){let b=i.hemi[_];b.direction.setFromMatrixPosition(A.matrixWorld),b.direction.transformDirection(g),_++}}}return{setup:o,setupView:l,state:i}}function g_(n){let t=new YA(n),e=[],i=[];function r(u){c.camera=u,e.length=0,i.length=0}function s(u){e.push(u)}function a(u){i.push(u)}function o(){t.setup(e)}function l(u){t.setupView(e,u)}let c={lightsArray:e,shadowsArray:i,camera:null,lights:t,transmissionRenderTarget:{}};return{init:r,state:c,setupLights:o,setupLightsView:l,pushLight:s,pushShadow:a}}function jA(n){let t=new WeakMap;function e(r,s=0){let a=t.get(r),o;return a===void 0?(o=new g_(n),t.set(r,[o])):s>=a.length?(o=new g_(n),a.push(o)):o=a[s],o}function i(){t=new WeakMap}return{get:e,dispose:i}}var ZA=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,$A=`uniform sampler2D shadow_pass;
uniform vec2 resolution;
uniform float radius;
#include <packing>
void main() {
	const float samples = float( VSM_SAMPLES );
	float mean = 0.0;
	float squared_mean = 0.0;
	float uvStride = samples <= 1.0 ? 0.0 : 2.0 / ( samples - 1.0 );
	float uvStart = samples <= 1.0 ? 0.0 : - 1.0;
	for ( float i = 0.0; i < samples; i ++ ) {
		float uvOffset = uvStart + i * uvStride;
		#ifdef HORIZONTAL_PASS
			vec2 distribution = unpackRGBATo2Half( texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( uvOffset, 0.0 ) * radius ) / resolution ) );
			mean += distribution.x;
			squared_mean += distribution.y * distribution.y + distribution.x * distribution.x;
		#else
			float depth = unpackRGBAToDepth( texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( 0.0, uvOffset ) * radius ) / resolution ) );
			mean += depth;
			squared_mean += depth * depth;
		#endif
	}
	mean = mean / samples;
	squared_mean = squared_mean / samples;
	float std_dev = sqrt( squared_mean - mean * mean );
	gl_FragColor = pack2HalfToRGBA( vec2( mean, std_dev ) );
}`;function JA(n,t,e){let i=new Jr,r=new vt,s=new vt,a=new _e,o=new rh({depthPacking:O0}),l=new sh,c={},u=e.maxTextureSize,h={[mr]:zn,[zn]:mr,[Di]:Di},f=new De({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new vt},radius:{value:4}},vertexShader:ZA,fragmentShader:$A}),p=f.clone();p.defines.HORIZONTAL_PASS=1;let d=new Mn;d.setAttribute("position",new He(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let _=new fn(d,f),g=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=Pd;let m=this.type;this.render=function(I,D,B){if(g.enabled===!1||g.autoUpdate===!1&&g.needsUpdate===!1||I.length===0)return;let T=n.getRenderTarget(),C=n.getActiveCubeFace(),M=n.getActiveMipmapLevel(),L=n.state;L.setBlending(ui),L.buffers.depth.getReversed()===!0?L.buffers.color.setClear(0,0,0,0):L.buffers.color.setClear(1,1,1,1),L.buffers.depth.setTest(!0),L.setScissorTest(!1);let k=m!==Zi&&this.type===Zi,X=m===Zi&&this.type!==Zi;for(let Z=0,H=I.length;Z<H;Z++){let W=I[Z],$=W.shadow;if($===void 0){console.warn("THREE.WebGLShadowMap:",W,"has no shadow.");continue}if($.autoUpdate===!1&&$.needsUpdate===!1)continue;r.copy($.mapSize);let Mt=$.getFrameExtents();if(r.multiply(Mt),s.copy($.mapSize),(r.x>u||r.y>u)&&(r.x>u&&(s.x=Math.floor(u/Mt.x),r.x=s.x*Mt.x,$.mapSize.x=s.x),r.y>u&&(s.y=Math.floor(u/Mt.y),r.y=s.y*Mt.y,$.mapSize.y=s.y)),$.map===null||k===!0||X===!0){let It=this.type!==Zi?{minFilter:Le,magFilter:Le}:{};$.map!==null&&$.map.dispose(),$.map=new je(r.x,r.y,It),$.map.texture.name=W.name+".shadowMap",$.camera.updateProjectionMatrix()}n.setRenderTarget($.map),n.clear();let mt=$.getViewportCount();for(let It=0;It<mt;It++){let se=$.getViewport(It);a.set(s.x*se.x,s.y*se.y,s.x*se.z,s.y*se.w),L.viewport(a),$.updateMatrices(W,It),i=$.getFrustum(),b(D,B,$.camera,W,this.type)}$.isPointLightShadow!==!0&&this.type===Zi&&w($,B),$.needsUpdate=!1}m=this.type,g.needsUpdate=!1,n.setRenderTarget(T,C,M)};function w(I,D){let B=t.update(_);f.defines.VSM_SAMPLES!==I.blurSamples&&(f.defines.VSM_SAMPLES=I.blurSamples,p.defines.VSM_SAMPLES=I.blurSamples,f.needsUpdate=!0,p.needsUpdate=!0),I.mapPass===null&&(I.mapPass=new je(r.x,r.y)),f.uniforms.shadow_pass.value=I.map.texture,f.uniforms.resolution.value=I.mapSize,f.uniforms.radius.value=I.radius,n.setRenderTarget(I.mapPass),n.clear(),n.renderBufferDirect(D,null,B,f,_,null),p.uniforms.shadow_pass.value=I.mapPass.texture,p.uniforms.resolution.value=I.mapSize,p.uniforms.radius.value=I.radius,n.setRenderTarget(I.map),n.clear(),n.renderBufferDirect(D,null,B,p,_,null)}function A(I,D,B,T){let C=null,M=B.isPointLight===!0?I.customDistanceMaterial:I.customDepthMaterial;if(M!==void 0)C=M;else if(C=B.isPointLight===!0?l:o,n.localClippingEnabled&&D.clipShadows===!0&&Array.isArray(D.clippingPlanes)&&D.clippingPlanes.length!==0||D.displacementMap&&D.displacementScale!==0||D.alphaMap&&D.alphaTest>0||D.map&&D.alphaTest>0||D.alphaToCoverage===!0){let L=C.uuid,k=D.uuid,X=c[L];X===void 0&&(X={},c[L]=X);let Z=X[k];Z===void 0&&(Z=C.clone(),X[k]=Z,D.addEventListener("dispose",P)),C=Z}if(C.visible=D.visible,C.wireframe=D.wireframe,T===Zi?C.side=D.shadowSide!==null?D.shadowSide:D.side:C.side=D.shadowSide!==null?D.shadowSide:h[D.side],C.alphaMap=D.alphaMap,C.alphaTest=D.alphaToCoverage===!0?.5:D.alphaTest,C.map=D.map,C.clipShadows=D.clipShadows,C.clippingPlanes=D.clippingPlanes,C.clipIntersection=D.clipIntersection,C.displacementMap=D.displacementMap,C.displacementScale=D.displacementScale,C.displacementBias=D.displacementBias,C.wireframeLinewidth=D.wireframeLinewidth,C.linewidth=D.linewidth,B.isPointLight===!0&&C.isMeshDistanceMaterial===!0){let L=n.properties.get(C);L.light=B}return C}function b(I,D,B,T,C){if(I.visible===!1)return;if(I.layers.test(D.layers)&&(I.isMesh||I.isLine||I.isPoints)&&(I.castShadow||I.receiveShadow&&C===Zi)&&(!I.frustumCulled||i.intersectsObject(I))){I.modelViewMatrix.multiplyMatrices(B.matrixWorldInverse,I.matrixWorld);let k=t.update(I),X=I.material;if(Array.isArray(X)){let Z=k.groups;for(let H=0,W=Z.length;H<W;H++){let $=Z[H],Mt=X[$.materialIndex];if(Mt&&Mt.visible){let mt=A(I,Mt,T,C);I.onBeforeShadow(n,I,D,B,k,mt,$),n.renderBufferDirect(B,null,k,mt,I,$),I.onAfterShadow(n,I,D,B,k,mt,$)}}}else if(X.visible){let Z=A(I,X,T,C);I.onBeforeShadow(n,I,D,B,k,Z,null),n.renderBufferDirect(B,null,k,Z,I,null),I.onAfterShadow(n,I,D,B,k,Z,null)}}let L=I.children;for(let k=0,X=L.length;k<X;k++)b(L[k],D,B,T,C)}function P(I){I.target.removeEventListener("dispose",P);for(let B in c){let T=c[B],C=I.target.uuid;C in T&&(T[C].dispose(),delete T[C])}}}var KA={[_h]:vh,[yh]:bh,[xh]:Sh,[Ls]:Mh,[vh]:_h,[bh]:yh,[Sh]:xh,[Mh]:Ls};function QA(n,t){function e(){let F=!1,at=new _e,ft=null,Rt=new _e(0,0,0,0);return{setMask:function(dt){ft!==dt&&!F&&(n.colorMask(dt,dt,dt,dt),ft=dt)},setLocked:function(dt){F=dt},setClear:function(dt,it,Gt,Jt,Ae){Ae===!0&&(dt*=Jt,it*=Jt,Gt*=Jt),at.set(dt,it,Gt,Jt),Rt.equals(at)===!1&&(n.clearColor(dt,it,Gt,Jt),Rt.copy(at))},reset:function(){F=!1,ft=null,Rt.set(-1,0,0,0)}}}function i(){let F=!1,at=!1,ft=null,Rt=null,dt=null;return{setReversed:function(it){if(at!==it){let Gt=t.get("EXT_clip_control");it?Gt.clipControlEXT(Gt.LOWER_LEFT_EXT,Gt.ZERO_TO_ONE_EXT):Gt.clipControlEXT(Gt.LOWER_LEFT_EXT,Gt.NEGATIVE_ONE_TO_ONE_EXT),at=it;let Jt=dt;dt=null,this.setClear(Jt)}},getReversed:function(){return at},setTest:function(it){it?lt(n.DEPTH_TEST):Pt(n.DEPTH_TEST)},setMask:function(it){ft!==it&&!F&&(n.depthMask(it),ft=it)},setFunc:function(it){if(at&&(it=KA[it]),Rt!==it){switch(it){case _h:n.depthFunc(n.NEVER);break;case vh:n.depthFunc(n.ALWAYS);break;case yh:n.depthFunc(n.LESS);break;case Ls:n.depthFunc(n.LEQUAL);break;case xh:n.depthFunc(n.EQUAL);break;case Mh:n.depthFunc(n.GEQUAL);break;case bh:n.depthFunc(n.GREATER);break;case Sh:n.depthFunc(n.NOTEQUAL);break;default:n.depthFunc(n.LEQUAL)}Rt=it}},setLocked:function(it){F=it},setClear:function(it){dt!==it&&(at&&(it=1-it),n.clearDepth(it),dt=it)},reset:function(){F=!1,ft=null,Rt=null,dt=null,at=!1}}}function r(){let F=!1,at=null,ft=null,Rt=null,dt=null,it=null,Gt=null,Jt=null,Ae=null;return{setTest:function(de){F||(de?lt(n.STENCIL_TEST):Pt(n.STENCIL_TEST))},setMask:function(de){at!==de&&!F&&(n.stencilMask(de),at=de)},setFunc:function(de,Si,wi){(ft!==de||Rt!==Si||dt!==wi)&&(n.stencilFunc(de,Si,wi),ft=de,Rt=Si,dt=wi)},setOp:function(de,Si,wi){(it!==de||Gt!==Si||Jt!==wi)&&(n.stencilOp(de,Si,wi),it=de,Gt=Si,Jt=wi)},setLocked:function(de){F=de},setClear:function(de){Ae!==de&&(n.clearStencil(de),Ae=de)},reset:function(){F=!1,at=null,ft=null,Rt=null,dt=null,it=null,Gt=null,Jt=null,Ae=null}}}let s=new e,a=new i,o=new r,l=new WeakMap,c=new WeakMap,u={},h={},f=new WeakMap,p=[],d=null,_=!1,g=null,m=null,w=null,A=null,b=null,P=null,I=null,D=new zt(0,0,0),B=0,T=!1,C=null,M=null,L=null,k=null,X=null,Z=n.getParameter(n.MAX_COMBINED_TEXTURE_IMAGE_UNITS),H=!1,W=0,$=n.getParameter(n.VERSION);$.indexOf("WebGL")!==-1?(W=parseFloat(/^WebGL (\d)/.exec($)[1]),H=W>=1):$.indexOf("OpenGL ES")!==-1&&(W=parseFloat(/^OpenGL ES (\d)/.exec($)[1]),H=W>=2);let Mt=null,mt={},It=n.getParameter(n.SCISSOR_BOX),se=n.getParameter(n.VIEWPORT),Me=new _e().fromArray(It),be=new _e().fromArray(se);function ie(F,at,ft,Rt){let dt=new Uint8Array(4),it=n.createTexture();n.bindTexture(F,it),n.texParameteri(F,n.TEXTURE_MIN_FILTER,n.NEAREST),n.texParameteri(F,n.TEXTURE_MAG_FILTER,n.NEAREST);for(let Gt=0;Gt<ft;Gt++)F===n.TEXTURE_3D||F===n.TEXTURE_2D_ARRAY?n.texImage3D(at,0,n.RGBA,1,1,Rt,0,n.RGBA,n.UNSIGNED_BYTE,dt):n.texImage2D(at+Gt,0,n.RGBA,1,1,0,n.RGBA,n.UNSIGNED_BYTE,dt);return it}let J={};J[n.TEXTURE_2D]=ie(n.TEXTURE_2D,n.TEXTURE_2D,1),J[n.TEXTURE_CUBE_MAP]=ie(n.TEXTURE_CUBE_MAP,n.TEXTURE_CUBE_MAP_POSITIVE_X,6),J[n.TEXTURE_2D_ARRAY]=ie(n.TEXTURE_2D_ARRAY,n.TEXTURE_2D_ARRAY,1,1),J[n.TEXTURE_3D]=ie(n.TEXTURE_3D,n.TEXTURE_3D,1,1),s.setClear(0,0,0,1),a.setClear(1),o.setClear(0),lt(n.DEPTH_TEST),a.setFunc(Ls),Ht(!1),Bt(Cd),lt(n.CULL_FACE),Ee(ui);function lt(F){u[F]!==!0&&(n.enable(F),u[F]=!0)}function Pt(F){u[F]!==!1&&(n.disable(F),u[F]=!1)}function Tt(F,at){return h[F]!==at?(n.bindFramebuffer(F,at),h[F]=at,F===n.DRAW_FRAMEBUFFER&&(h[n.FRAMEBUFFER]=at),F===n.FRAMEBUFFER&&(h[n.DRAW_FRAMEBUFFER]=at),!0):!1}function xt(F,at){let ft=p,Rt=!1;if(F){ft=f.get(at),ft===void 0&&(ft=[],f.set(at,ft));let dt=F.textures;if(ft.length!==dt.length||ft[0]!==n.COLOR_ATTACHMENT0){for(let it=0,Gt=dt.length;it<Gt;it++)ft[it]=n.COLOR_ATTACHMENT0+it;ft.length=dt.length,Rt=!0}}else ft[0]!==n.BACK&&(ft[0]=n.BACK,Rt=!0);Rt&&n.drawBuffers(ft)}function ce(F){return d!==F?(n.useProgram(F),d=F,!0):!1}let ln={[jr]:n.FUNC_ADD,[d0]:n.FUNC_SUBTRACT,[p0]:n.FUNC_REVERSE_SUBTRACT};ln[m0]=n.MIN,ln[g0]=n.MAX;let N={[_0]:n.ZERO,[v0]:n.ONE,[y0]:n.SRC_COLOR,[Hc]:n.SRC_ALPHA,[E0]:n.SRC_ALPHA_SATURATE,[S0]:n.DST_COLOR,[M0]:n.DST_ALPHA,[x0]:n.ONE_MINUS_SRC_COLOR,[Wc]:n.ONE_MINUS_SRC_ALPHA,[w0]:n.ONE_MINUS_DST_COLOR,[b0]:n.ONE_MINUS_DST_ALPHA,[T0]:n.CONSTANT_COLOR,[A0]:n.ONE_MINUS_CONSTANT_COLOR,[C0]:n.CONSTANT_ALPHA,[P0]:n.ONE_MINUS_CONSTANT_ALPHA};function Ee(F,at,ft,Rt,dt,it,Gt,Jt,Ae,de){if(F===ui){_===!0&&(Pt(n.BLEND),_=!1);return}if(_===!1&&(lt(n.BLEND),_=!0),F!==f0){if(F!==g||de!==T){if((m!==jr||b!==jr)&&(n.blendEquation(n.FUNC_ADD),m=jr,b=jr),de)switch(F){case Gn:n.blendFuncSeparate(n.ONE,n.ONE_MINUS_SRC_ALPHA,n.ONE,n.ONE_MINUS_SRC_ALPHA);break;case Rd:n.blendFunc(n.ONE,n.ONE);break;case Id:n.blendFuncSeparate(n.ZERO,n.ONE_MINUS_SRC_COLOR,n.ZERO,n.ONE);break;case Ld:n.blendFuncSeparate(n.DST_COLOR,n.ONE_MINUS_SRC_ALPHA,n.ZERO,n.ONE);break;default:console.error("THREE.WebGLState: Invalid blending: ",F);break}else switch(F){case Gn:n.blendFuncSeparate(n.SRC_ALPHA,n.ONE_MINUS_SRC_ALPHA,n.ONE,n.ONE_MINUS_SRC_ALPHA);break;case Rd:n.blendFuncSeparate(n.SRC_ALPHA,n.ONE,n.ONE,n.ONE);break;case Id:console.error("THREE.WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case Ld:console.error("THREE.WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:console.error("THREE.WebGLState: Invalid blending: ",F);break}w=null,A=null,P=null,I=null,D.set(0,0,0),B=0,g=F,T=de}return}dt=dt||at,it=it||ft,Gt=Gt||Rt,(at!==m||dt!==b)&&(n.blendEquationSeparate(ln[at],ln[dt]),m=at,b=dt),(ft!==w||Rt!==A||it!==P||Gt!==I)&&(n.blendFuncSeparate(N[ft],N[Rt],N[it],N[Gt]),w=ft,A=Rt,P=it,I=Gt),(Jt.equals(D)===!1||Ae!==B)&&(n.blendColor(Jt.r,Jt.g,Jt.b,Ae),D.copy(Jt),B=Ae),g=F,T=!1}function Zt(F,at){F.side===Di?Pt(n.CULL_FACE):lt(n.CULL_FACE);let ft=F.side===zn;at&&(ft=!ft),Ht(ft),F.blending===Gn&&F.transparent===!1?Ee(ui):Ee(F.blending,F.blendEquation,F.blendSrc,F.blendDst,F.blendEquationAlpha,F.blendSrcAlpha,F.blendDstAlpha,F.blendColor,F.blendAlpha,F.premultipliedAlpha),a.setFunc(F.depthFunc),a.setTest(F.depthTest),a.setMask(F.depthWrite),s.setMask(F.colorWrite);let Rt=F.stencilWrite;o.setTest(Rt),Rt&&(o.setMask(F.stencilWriteMask),o.setFunc(F.stencilFunc,F.stencilRef,F.stencilFuncMask),o.setOp(F.stencilFail,F.stencilZFail,F.stencilZPass)),Ft(F.polygonOffset,F.polygonOffsetFactor,F.polygonOffsetUnits),F.alphaToCoverage===!0?lt(n.SAMPLE_ALPHA_TO_COVERAGE):Pt(n.SAMPLE_ALPHA_TO_COVERAGE)}function Ht(F){C!==F&&(F?n.frontFace(n.CW):n.frontFace(n.CCW),C=F)}function Bt(F){F!==c0?(lt(n.CULL_FACE),F!==M&&(F===Cd?n.cullFace(n.BACK):F===h0?n.cullFace(n.FRONT):n.cullFace(n.FRONT_AND_BACK))):Pt(n.CULL_FACE),M=F}function Te(F){F!==L&&(H&&n.lineWidth(F),L=F)}function Ft(F,at,ft){F?(lt(n.POLYGON_OFFSET_FILL),(k!==at||X!==ft)&&(n.polygonOffset(at,ft),k=at,X=ft)):Pt(n.POLYGON_OFFSET_FILL)}function Qt(F){F?lt(n.SCISSOR_TEST):Pt(n.SCISSOR_TEST)}function Je(F){F===void 0&&(F=n.TEXTURE0+Z-1),Mt!==F&&(n.activeTexture(F),Mt=F)}function Be(F,at,ft){ft===void 0&&(Mt===null?ft=n.TEXTURE0+Z-1:ft=Mt);let Rt=mt[ft];Rt===void 0&&(Rt={type:void 0,texture:void 0},mt[ft]=Rt),(Rt.type!==F||Rt.texture!==at)&&(Mt!==ft&&(n.activeTexture(ft),Mt=ft),n.bindTexture(F,at||J[F]),Rt.type=F,Rt.texture=at)}function R(){let F=mt[Mt];F!==void 0&&F.type!==void 0&&(n.bindTexture(F.type,null),F.type=void 0,F.texture=void 0)}function x(){try{n.compressedTexImage2D(...arguments)}catch(F){console.error("THREE.WebGLState:",F)}}function V(){try{n.compressedTexImage3D(...arguments)}catch(F){console.error("THREE.WebGLState:",F)}}function et(){try{n.texSubImage2D(...arguments)}catch(F){console.error("THREE.WebGLState:",F)}}function ht(){try{n.texSubImage3D(...arguments)}catch(F){console.error("THREE.WebGLState:",F)}}function Q(){try{n.compressedTexSubImage2D(...arguments)}catch(F){console.error("THREE.WebGLState:",F)}}function Lt(){try{n.compressedTexSubImage3D(...arguments)}catch(F){console.error("THREE.WebGLState:",F)}}function gt(){try{n.texStorage2D(...arguments)}catch(F){console.error("THREE.WebGLState:",F)}}function Dt(){try{n.texStorage3D(...arguments)}catch(F){console.error("THREE.WebGLState:",F)}}function Nt(){try{n.texImage2D(...arguments)}catch(F){console.error("THREE.WebGLState:",F)}}function _t(){try{n.texImage3D(...arguments)}catch(F){console.error("THREE.WebGLState:",F)}}function wt(F){Me.equals(F)===!1&&(n.scissor(F.x,F.y,F.z,F.w),Me.copy(F))}function Ut(F){be.equals(F)===!1&&(n.viewport(F.x,F.y,F.z,F.w),be.copy(F))}function At(F,at){let ft=c.get(at);ft===void 0&&(ft=new WeakMap,c.set(at,ft));let Rt=ft.get(F);Rt===void 0&&(Rt=n.getUniformBlockIndex(at,F.name),ft.set(F,Rt))}function bt(F,at){let Rt=c.get(at).get(F);l.get(at)!==Rt&&(n.uniformBlockBinding(at,Rt,F.__bindingPointIndex),l.set(at,Rt))}function $t(){n.disable(n.BLEND),n.disable(n.CULL_FACE),n.disable(n.DEPTH_TEST),n.disable(n.POLYGON_OFFSET_FILL),n.disable(n.SCISSOR_TEST),n.disable(n.STENCIL_TEST),n.disable(n.SAMPLE_ALPHA_TO_COVERAGE),n.blendEquation(n.FUNC_ADD),n.blendFunc(n.ONE,n.ZERO),n.blendFuncSeparate(n.ONE,n.ZERO,n.ONE,n.ZERO),n.blendColor(0,0,0,0),n.colorMask(!0,!0,!0,!0),n.clearColor(0,0,0,0),n.depthMask(!0),n.depthFunc(n.LESS),a.setReversed(!1),n.clearDepth(1),n.stencilMask(4294967295),n.stencilFunc(n.ALWAYS,0,4294967295),n.stencilOp(n.KEEP,n.KEEP,n.KEEP),n.clearStencil(0),n.cullFace(n.BACK),n.frontFace(n.CCW),n.polygonOffset(0,0),n.activeTexture(n.TEXTURE0),n.bindFramebuffer(n.FRAMEBUFFER,null),n.bindFramebuffer(n.DRAW_FRAMEBUFFER,null),n.bindFramebuffer(n.READ_FRAMEBUFFER,null),n.useProgram(null),n.lineWidth(1),n.scissor(0,0,n.canvas.width,n.canvas.height),n.viewport(0,0,n.canvas.width,n.canvas.height),u={},Mt=null,mt={},h={},f=new WeakMap,p=[],d=null,_=!1,g=null,m=null,w=null,A=null,b=null,P=null,I=null,D=new zt(0,0,0),B=0,T=!1,C=null,M=null,L=null,k=null,X=null,Me.set(0,0,n.canvas.width,n.canvas.height),be.set(0,0,n.canvas.width,n.canvas.height),s.reset(),a.reset(),o.reset()}return{buffers:{color:s,depth:a,stencil:o},enable:lt,disable:Pt,bindFramebuffer:Tt,drawBuffers:xt,useProgram:ce,setBlending:Ee,setMaterial:Zt,setFlipSided:Ht,setCullFace:Bt,setLineWidth:Te,setPolygonOffset:Ft,setScissorTest:Qt,activeTexture:Je,bindTexture:Be,unbindTexture:R,compressedTexImage2D:x,compressedTexImage3D:V,texImage2D:Nt,texImage3D:_t,updateUBOMapping:At,uniformBlockBinding:bt,texStorage2D:gt,texStorage3D:Dt,texSubImage2D:et,texSubImage3D:ht,compressedTexSubImage2D:Q,compressedTexSubImage3D:Lt,scissor:wt,viewport:Ut,reset:$t}}function t2(n,t,e,i,r,s,a){let o=t.has("WEBGL_multisampled_render_to_texture")?t.get("WEBGL_multisampled_render_to_texture"):null,l=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),c=new vt,u=new WeakMap,h,f=new WeakMap,p=!1;try{p=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function d(R,x){return p?new OffscreenCanvas(R,x):La("canvas")}function _(R,x,V){let et=1,ht=Be(R);if((ht.width>V||ht.height>V)&&(et=V/Math.max(ht.width,ht.height)),et<1)if(typeof HTMLImageElement<"u"&&R instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&R instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&R instanceof ImageBitmap||typeof VideoFrame<"u"&&R instanceof VideoFrame){let Q=Math.floor(et*ht.width),Lt=Math.floor(et*ht.height);h===void 0&&(h=d(Q,Lt));let gt=x?d(Q,Lt):h;return gt.width=Q,gt.height=Lt,gt.getContext("2d").drawImage(R,0,0,Q,Lt),console.warn("THREE.WebGLRenderer: Texture has been resized from ("+ht.width+"x"+ht.height+") to ("+Q+"x"+Lt+")."),gt}else return"data"in R&&console.warn("THREE.WebGLRenderer: Image in DataTexture is too big ("+ht.width+"x"+ht.height+")."),R;return R}function g(R){return R.generateMipmaps}function m(R){n.generateMipmap(R)}function w(R){return R.isWebGLCubeRenderTarget?n.TEXTURE_CUBE_MAP:R.isWebGL3DRenderTarget?n.TEXTURE_3D:R.isWebGLArrayRenderTarget||R.isCompressedArrayTexture?n.TEXTURE_2D_ARRAY:n.TEXTURE_2D}function A(R,x,V,et,ht=!1){if(R!==null){if(n[R]!==void 0)return n[R];console.warn("THREE.WebGLRenderer: Attempt to use non-existing WebGL internal format '"+R+"'")}let Q=x;if(x===n.RED&&(V===n.FLOAT&&(Q=n.R32F),V===n.HALF_FLOAT&&(Q=n.R16F),V===n.UNSIGNED_BYTE&&(Q=n.R8)),x===n.RED_INTEGER&&(V===n.UNSIGNED_BYTE&&(Q=n.R8UI),V===n.UNSIGNED_SHORT&&(Q=n.R16UI),V===n.UNSIGNED_INT&&(Q=n.R32UI),V===n.BYTE&&(Q=n.R8I),V===n.SHORT&&(Q=n.R16I),V===n.INT&&(Q=n.R32I)),x===n.RG&&(V===n.FLOAT&&(Q=n.RG32F),V===n.HALF_FLOAT&&(Q=n.RG16F),V===n.UNSIGNED_BYTE&&(Q=n.RG8)),x===n.RG_INTEGER&&(V===n.UNSIGNED_BYTE&&(Q=n.RG8UI),V===n.UNSIGNED_SHORT&&(Q=n.RG16UI),V===n.UNSIGNED_INT&&(Q=n.RG32UI),V===n.BYTE&&(Q=n.RG8I),V===n.SHORT&&(Q=n.RG16I),V===n.INT&&(Q=n.RG32I)),x===n.RGB_INTEGER&&(V===n.UNSIGNED_BYTE&&(Q=n.RGB8UI),V===n.UNSIGNED_SHORT&&(Q=n.RGB16UI),V===n.UNSIGNED_INT&&(Q=n.RGB32UI),V===n.BYTE&&(Q=n.RGB8I),V===n.SHORT&&(Q=n.RGB16I),V===n.INT&&(Q=n.RGB32I)),x===n.RGBA_INTEGER&&(V===n.UNSIGNED_BYTE&&(Q=n.RGBA8UI),V===n.UNSIGNED_SHORT&&(Q=n.RGBA16UI),V===n.UNSIGNED_INT&&(Q=n.RGBA32UI),V===n.BYTE&&(Q=n.RGBA8I),V===n.SHORT&&(Q=n.RGBA16I),V===n.INT&&(Q=n.RGBA32I)),x===n.RGB&&(V===n.UNSIGNED_INT_5_9_9_9_REV&&(Q=n.RGB9_E5),V===n.UNSIGNED_INT_10F_11F_11F_REV&&(Q=n.R11F_G11F_B10F)),x===n.RGBA){let Lt=ht?Yo:ue.getTransfer(et);V===n.FLOAT&&(Q=n.RGBA32F),V===n.HALF_FLOAT&&(Q=n.RGBA16F),V===n.UNSIGNED_BYTE&&(Q=Lt===ge?n.SRGB8_ALPHA8:n.RGBA8),V===n.UNSIGNED_SHORT_4_4_4_4&&(Q=n.RGBA4),V===n.UNSIGNED_SHORT_5_5_5_1&&(Q=n.RGB5_A1)}return(Q===n.R16F||Q===n.R32F||Q===n.RG16F||Q===n.RG32F||Q===n.RGBA16F||Q===n.RGBA32F)&&t.get("EXT_color_buffer_float"),Q}function b(R,x){let V;return R?x===null||x===Ni||x===br?V=n.DEPTH24_STENCIL8:x===Qe?V=n.DEPTH32F_STENCIL8:x===Oi&&(V=n.DEPTH24_STENCIL8,console.warn("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):x===null||x===Ni||x===br?V=n.DEPTH_COMPONENT24:x===Qe?V=n.DEPTH_COMPONENT32F:x===Oi&&(V=n.DEPTH_COMPONENT16),V}function P(R,x){return g(R)===!0||R.isFramebufferTexture&&R.minFilter!==Le&&R.minFilter!==cn?Math.log2(Math.max(x.width,x.height))+1:R.mipmaps!==void 0&&R.mipmaps.length>0?R.mipmaps.length:R.isCompressedTexture&&Array.isArray(R.image)?x.mipmaps.length:1}function I(R){let x=R.target;x.removeEventListener("dispose",I),B(x),x.isVideoTexture&&u.delete(x)}function D(R){let x=R.target;x.removeEventListener("dispose",D),C(x)}function B(R){let x=i.get(R);if(x.__webglInit===void 0)return;let V=R.source,et=f.get(V);if(et){let ht=et[x.__cacheKey];ht.usedTimes--,ht.usedTimes===0&&T(R),Object.keys(et).length===0&&f.delete(V)}i.remove(R)}function T(R){let x=i.get(R);n.deleteTexture(x.__webglTexture);let V=R.source,et=f.get(V);delete et[x.__cacheKey],a.memory.textures--}function C(R){let x=i.get(R);if(R.depthTexture&&(R.depthTexture.dispose(),i.remove(R.depthTexture)),R.isWebGLCubeRenderTarget)for(let et=0;et<6;et++){if(Array.isArray(x.__webglFramebuffer[et]))for(let ht=0;ht<x.__webglFramebuffer[et].length;ht++)n.deleteFramebuffer(x.__webglFramebuffer[et][ht]);else n.deleteFramebuffer(x.__webglFramebuffer[et]);x.__webglDepthbuffer&&n.deleteRenderbuffer(x.__webglDepthbuffer[et])}else{if(Array.isArray(x.__webglFramebuffer))for(let et=0;et<x.__webglFramebuffer.length;et++)n.deleteFramebuffer(x.__webglFramebuffer[et]);else n.deleteFramebuffer(x.__webglFramebuffer);if(x.__webglDepthbuffer&&n.deleteRenderbuffer(x.__webglDepthbuffer),x.__webglMultisampledFramebuffer&&n.deleteFramebuffer(x.__webglMultisampledFramebuffer),x.__webglColorRenderbuffer)for(let et=0;et<x.__webglColorRenderbuffer.length;et++)x.__webglColorRenderbuffer[et]&&n.deleteRenderbuffer(x.__webglColorRenderbuffer[et]);x.__webglDepthRenderbuffer&&n.deleteRenderbuffer(x.__webglDepthRenderbuffer)}let V=R.textures;for(let et=0,ht=V.length;et<ht;et++){let Q=i.get(V[et]);Q.__webglTexture&&(n.deleteTexture(Q.__webglTexture),a.memory.textures--),i.remove(V[et])}i.remove(R)}let M=0;function L(){M=0}function k(){let R=M;return R>=r.maxTextures&&console.warn("THREE.WebGLTextures: Trying to use "+R+" texture units while this GPU supports only "+r.maxTextures),M+=1,R}function X(R){let x=[];return x.push(R.wrapS),x.push(R.wrapT),x.push(R.wrapR||0),x.push(R.magFilter),x.push(R.minFilter),x.push(R.anisotropy),x.push(R.internalFormat),x.push(R.format),x.push(R.type),x.push(R.generateMipmaps),x.push(R.premultiplyAlpha),x.push(R.flipY),x.push(R.unpackAlignment),x.push(R.colorSpace),x.join()}function Z(R,x){let V=i.get(R);if(R.isVideoTexture&&Qt(R),R.isRenderTargetTexture===!1&&R.isExternalTexture!==!0&&R.version>0&&V.__version!==R.version){let et=R.image;if(et===null)console.warn("THREE.WebGLRenderer: Texture marked for update but no image data found.");else if(et.complete===!1)console.warn("THREE.WebGLRenderer: Texture marked for update but image is incomplete");else{J(V,R,x);return}}else R.isExternalTexture&&(V.__webglTexture=R.sourceTexture?R.sourceTexture:null);e.bindTexture(n.TEXTURE_2D,V.__webglTexture,n.TEXTURE0+x)}function H(R,x){let V=i.get(R);if(R.isRenderTargetTexture===!1&&R.version>0&&V.__version!==R.version){J(V,R,x);return}e.bindTexture(n.TEXTURE_2D_ARRAY,V.__webglTexture,n.TEXTURE0+x)}function W(R,x){let V=i.get(R);if(R.isRenderTargetTexture===!1&&R.version>0&&V.__version!==R.version){J(V,R,x);return}e.bindTexture(n.TEXTURE_3D,V.__webglTexture,n.TEXTURE0+x)}function $(R,x){let V=i.get(R);if(R.version>0&&V.__version!==R.version){lt(V,R,x);return}e.bindTexture(n.TEXTURE_CUBE_MAP,V.__webglTexture,n.TEXTURE0+x)}let Mt={[Xc]:n.REPEAT,[Zn]:n.CLAMP_TO_EDGE,[qc]:n.MIRRORED_REPEAT},mt={[Le]:n.NEAREST,[L0]:n.NEAREST_MIPMAP_NEAREST,[ll]:n.NEAREST_MIPMAP_LINEAR,[cn]:n.LINEAR,[Dh]:n.LINEAR_MIPMAP_NEAREST,[es]:n.LINEAR_MIPMAP_LINEAR},It={[F0]:n.NEVER,[H0]:n.ALWAYS,[B0]:n.LESS,[Bd]:n.LEQUAL,[G0]:n.EQUAL,[V0]:n.GEQUAL,[z0]:n.GREATER,[k0]:n.NOTEQUAL};function se(R,x){if(x.type===Qe&&t.has("OES_texture_float_linear")===!1&&(x.magFilter===cn||x.magFilter===Dh||x.magFilter===ll||x.magFilter===es||x.minFilter===cn||x.minFilter===Dh||x.minFilter===ll||x.minFilter===es)&&console.warn("THREE.WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),n.texParameteri(R,n.TEXTURE_WRAP_S,Mt[x.wrapS]),n.texParameteri(R,n.TEXTURE_WRAP_T,Mt[x.wrapT]),(R===n.TEXTURE_3D||R===n.TEXTURE_2D_ARRAY)&&n.texParameteri(R,n.TEXTURE_WRAP_R,Mt[x.wrapR]),n.texParameteri(R,n.TEXTURE_MAG_FILTER,mt[x.magFilter]),n.texParameteri(R,n.TEXTURE_MIN_FILTER,mt[x.minFilter]),x.compareFunction&&(n.texParameteri(R,n.TEXTURE_COMPARE_MODE,n.COMPARE_REF_TO_TEXTURE),n.texParameteri(R,n.TEXTURE_COMPARE_FUNC,It[x.compareFunction])),t.has("EXT_texture_filter_anisotropic")===!0){if(x.magFilter===Le||x.minFilter!==ll&&x.minFilter!==es||x.type===Qe&&t.has("OES_texture_float_linear")===!1)return;if(x.anisotropy>1||i.get(x).__currentAnisotropy){let V=t.get("EXT_texture_filter_anisotropic");n.texParameterf(R,V.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(x.anisotropy,r.getMaxAnisotropy())),i.get(x).__currentAnisotropy=x.anisotropy}}}function Me(R,x){let V=!1;R.__webglInit===void 0&&(R.__webglInit=!0,x.addEventListener("dispose",I));let et=x.source,ht=f.get(et);ht===void 0&&(ht={},f.set(et,ht));let Q=X(x);if(Q!==R.__cacheKey){ht[Q]===void 0&&(ht[Q]={texture:n.createTexture(),usedTimes:0},a.memory.textures++,V=!0),ht[Q].usedTimes++;let Lt=ht[R.__cacheKey];Lt!==void 0&&(ht[R.__cacheKey].usedTimes--,Lt.usedTimes===0&&T(x)),R.__cacheKey=Q,R.__webglTexture=ht[Q].texture}return V}function be(R,x,V){return Math.floor(Math.floor(R/V)/x)}function ie(R,x,V,et){let Q=R.updateRanges;if(Q.length===0)e.texSubImage2D(n.TEXTURE_2D,0,0,0,x.width,x.height,V,et,x.data);else{Q.sort((_t,wt)=>_t.start-wt.start);let Lt=0;for(let _t=1;_t<Q.length;_t++){let wt=Q[Lt],Ut=Q[_t],At=wt.start+wt.count,bt=be(Ut.start,x.width,4),$t=be(wt.start,x.width,4);Ut.start<=At+1&&bt===$t&&be(Ut.start+Ut.count-1,x.width,4)===bt?wt.count=Math.max(wt.count,Ut.start+Ut.count-wt.start):(++Lt,Q[Lt]=Ut)}Q.length=Lt+1;let gt=n.getParameter(n.UNPACK_ROW_LENGTH),Dt=n.getParameter(n.UNPACK_SKIP_PIXELS),Nt=n.getParameter(n.UNPACK_SKIP_ROWS);n.pixelStorei(n.UNPACK_ROW_LENGTH,x.width);for(let _t=0,wt=Q.length;_t<wt;_t++){let Ut=Q[_t],At=Math.floor(Ut.start/4),bt=Math.ceil(Ut.count/4),$t=At%x.width,F=Math.floor(At/x.width),at=bt,ft=1;n.pixelStorei(n.UNPACK_SKIP_PIXELS,$t),n.pixelStorei(n.UNPACK_SKIP_ROWS,F),e.texSubImage2D(n.TEXTURE_2D,0,$t,F,at,ft,V,et,x.data)}R.clearUpdateRanges(),n.pixelStorei(n.UNPACK_ROW_LENGTH,gt),n.pixelStorei(n.UNPACK_SKIP_PIXELS,Dt),n.pixelStorei(n.UNPACK_SKIP_ROWS,Nt)}}function J(R,x,V){let et=n.TEXTURE_2D;(x.isDataArrayTexture||x.isCompressedArrayTexture)&&(et=n.TEXTURE_2D_ARRAY),x.isData3DTexture&&(et=n.TEXTURE_3D);let ht=Me(R,x),Q=x.source;e.bindTexture(et,R.__webglTexture,n.TEXTURE0+V);let Lt=i.get(Q);if(Q.version!==Lt.__version||ht===!0){e.activeTexture(n.TEXTURE0+V);let gt=ue.getPrimaries(ue.workingColorSpace),Dt=x.colorSpace===Ui?null:ue.getPrimaries(x.colorSpace),Nt=x.colorSpace===Ui||gt===Dt?n.NONE:n.BROWSER_DEFAULT_WEBGL;n.pixelStorei(n.UNPACK_FLIP_Y_WEBGL,x.flipY),n.pixelStorei(n.UNPACK_PREMULTIPLY_ALPHA_WEBGL,x.premultiplyAlpha),n.pixelStorei(n.UNPACK_ALIGNMENT,x.unpackAlignment),n.pixelStorei(n.UNPACK_COLORSPACE_CONVERSION_WEBGL,Nt);let _t=_(x.image,!1,r.maxTextureSize);_t=Je(x,_t);let wt=s.convert(x.format,x.colorSpace),Ut=s.convert(x.type),At=A(x.internalFormat,wt,Ut,x.colorSpace,x.isVideoTexture);se(et,x);let bt,$t=x.mipmaps,F=x.isVideoTexture!==!0,at=Lt.__version===void 0||ht===!0,ft=Q.dataReady,Rt=P(x,_t);if(x.isDepthTexture)At=b(x.format===ns,x.type),at&&(F?e.texStorage2D(n.TEXTURE_2D,1,At,_t.width,_t.height):e.texImage2D(n.TEXTURE_2D,0,At,_t.width,_t.height,0,wt,Ut,null));else if(x.isDataTexture)if($t.length>0){F&&at&&e.texStorage2D(n.TEXTURE_2D,Rt,At,$t[0].width,$t[0].height);for(let dt=0,it=$t.length;dt<it;dt++)bt=$t[dt],F?ft&&e.texSubImage2D(n.TEXTURE_2D,dt,0,0,bt.width,bt.height,wt,Ut,bt.data):e.texImage2D(n.TEXTURE_2D,dt,At,bt.width,bt.height,0,wt,Ut,bt.data);x.generateMipmaps=!1}else F?(at&&e.texStorage2D(n.TEXTURE_2D,Rt,At,_t.width,_t.height),ft&&ie(x,_t,wt,Ut)):e.texImage2D(n.TEXTURE_2D,0,At,_t.width,_t.height,0,wt,Ut,_t.data);else if(x.isCompressedTexture)if(x.isCompressedArrayTexture){F&&at&&e.texStorage3D(n.TEXTURE_2D_ARRAY,Rt,At,$t[0].width,$t[0].height,_t.depth);for(let dt=0,it=$t.length;dt<it;dt++)if(bt=$t[dt],x.format!==Xe)if(wt!==null)if(F){if(ft)if(x.layerUpdates.size>0){let Gt=Wd(bt.width,bt.height,x.format,x.type);for(let Jt of x.layerUpdates){let Ae=bt.data.subarray(Jt*Gt/bt.data.BYTES_PER_ELEMENT,(Jt+1)*Gt/bt.data.BYTES_PER_ELEMENT);e.compressedTexSubImage3D(n.TEXTURE_2D_ARRAY,dt,0,0,Jt,bt.width,bt.height,1,wt,Ae)}x.clearLayerUpdates()}else e.compressedTexSubImage3D(n.TEXTURE_2D_ARRAY,dt,0,0,0,bt.width,bt.height,_t.depth,wt,bt.data)}else e.compressedTexImage3D(n.TEXTURE_2D_ARRAY,dt,At,bt.width,bt.height,_t.depth,0,bt.data,0,0);else console.warn("THREE.WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else F?ft&&e.texSubImage3D(n.TEXTURE_2D_ARRAY,dt,0,0,0,bt.width,bt.height,_t.depth,wt,Ut,bt.data):e.texImage3D(n.TEXTURE_2D_ARRAY,dt,At,bt.width,bt.height,_t.depth,0,wt,Ut,bt.data)}else{F&&at&&e.texStorage2D(n.TEXTURE_2D,Rt,At,$t[0].width,$t[0].height);for(let dt=0,it=$t.length;dt<it;dt++)bt=$t[dt],x.format!==Xe?wt!==null?F?ft&&e.compressedTexSubImage2D(n.TEXTURE_2D,dt,0,0,bt.width,bt.height,wt,bt.data):e.compressedTexImage2D(n.TEXTURE_2D,dt,At,bt.width,bt.height,0,bt.data):console.warn("THREE.WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):F?ft&&e.texSubImage2D(n.TEXTURE_2D,dt,0,0,bt.width,bt.height,wt,Ut,bt.data):e.texImage2D(n.TEXTURE_2D,dt,At,bt.width,bt.height,0,wt,Ut,bt.data)}else if(x.isDataArrayTexture)if(F){if(at&&e.texStorage3D(n.TEXTURE_2D_ARRAY,Rt,At,_t.width,_t.height,_t.depth),ft)if(x.layerUpdates.size>0){let dt=Wd(_t.width,_t.height,x.format,x.type);for(let it of x.layerUpdates){let Gt=_t.data.subarray(it*dt/_t.data.BYTES_PER_ELEMENT,(it+1)*dt/_t.data.BYTES_PER_ELEMENT);e.texSubImage3D(n.TEXTURE_2D_ARRAY,0,0,0,it,_t.width,_t.height,1,wt,Ut,Gt)}x.clearLayerUpdates()}else e.texSubImage3D(n.TEXTURE_2D_ARRAY,0,0,0,0,_t.width,_t.height,_t.depth,wt,Ut,_t.data)}else e.texImage3D(n.TEXTURE_2D_ARRAY,0,At,_t.width,_t.height,_t.depth,0,wt,Ut,_t.data);else if(x.isData3DTexture)F?(at&&e.texStorage3D(n.TEXTURE_3D,Rt,At,_t.width,_t.height,_t.depth),ft&&e.texSubImage3D(n.TEXTURE_3D,0,0,0,0,_t.width,_t.height,_t.depth,wt,Ut,_t.data)):e.texImage3D(n.TEXTURE_3D,0,At,_t.width,_t.height,_t.depth,0,wt,Ut,_t.data);else if(x.isFramebufferTexture){if(at)if(F)e.texStorage2D(n.TEXTURE_2D,Rt,At,_t.width,_t.height);else{let dt=_t.width,it=_t.height;for(let Gt=0;Gt<Rt;Gt++)e.texImage2D(n.TEXTURE_2D,Gt,At,dt,it,0,wt,Ut,null),dt>>=1,it>>=1}}else if($t.length>0){if(F&&at){let dt=Be($t[0]);e.texStorage2D(n.TEXTURE_2D,Rt,At,dt.width,dt.height)}for(let dt=0,it=$t.length;dt<it;dt++)bt=$t[dt],F?ft&&e.texSubImage2D(n.TEXTURE_2D,dt,0,0,wt,Ut,bt):e.texImage2D(n.TEXTURE_2D,dt,At,wt,Ut,bt);x.generateMipmaps=!1}else if(F){if(at){let dt=Be(_t);e.texStorage2D(n.TEXTURE_2D,Rt,At,dt.width,dt.height)}ft&&e.texSubImage2D(n.TEXTURE_2D,0,0,0,wt,Ut,_t)}else e.texImage2D(n.TEXTURE_2D,0,At,wt,Ut,_t);g(x)&&m(et),Lt.__version=Q.version,x.onUpdate&&x.onUpdate(x)}R.__version=x.version}function lt(R,x,V){if(x.image.length!==6)return;let et=Me(R,x),ht=x.source;e.bindTexture(n.TEXTURE_CUBE_MAP,R.__webglTexture,n.TEXTURE0+V);let Q=i.get(ht);if(ht.version!==Q.__version||et===!0){e.activeTexture(n.TEXTURE0+V);let Lt=ue.getPrimaries(ue.workingColorSpace),gt=x.colorSpace===Ui?null:ue.getPrimaries(x.colorSpace),Dt=x.colorSpace===Ui||Lt===gt?n.NONE:n.BROWSER_DEFAULT_WEBGL;n.pixelStorei(n.UNPACK_FLIP_Y_WEBGL,x.flipY),n.pixelStorei(n.UNPACK_PREMULTIPLY_ALPHA_WEBGL,x.premultiplyAlpha),n.pixelStorei(n.UNPACK_ALIGNMENT,x.unpackAlignment),n.pixelStorei(n.UNPACK_COLORSPACE_CONVERSION_WEBGL,Dt);let Nt=x.isCompressedTexture||x.image[0].isCompressedTexture,_t=x.image[0]&&x.image[0].isDataTexture,wt=[];for(let it=0;it<6;it++)!Nt&&!_t?wt[it]=_(x.image[it],!0,r.maxCubemapSize):wt[it]=_t?x.image[it].image:x.image[it],wt[it]=Je(x,wt[it]);let Ut=wt[0],At=s.convert(x.format,x.colorSpace),bt=s.convert(x.type),$t=A(x.internalFormat,At,bt,x.colorSpace),F=x.isVideoTexture!==!0,at=Q.__version===void 0||et===!0,ft=ht.dataReady,Rt=P(x,Ut);se(n.TEXTURE_CUBE_MAP,x);let dt;if(Nt){F&&at&&e.texStorage2D(n.TEXTURE_CUBE_MAP,Rt,$t,Ut.width,Ut.height);for(let it=0;it<6;it++){dt=wt[it].mipmaps;for(let Gt=0;Gt<dt.length;Gt++){let Jt=dt[Gt];x.format!==Xe?At!==null?F?ft&&e.compressedTexSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+it,Gt,0,0,Jt.width,Jt.height,At,Jt.data):e.compressedTexImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+it,Gt,$t,Jt.width,Jt.height,0,Jt.data):console.warn("THREE.WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):F?ft&&e.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+it,Gt,0,0,Jt.width,Jt.height,At,bt,Jt.data):e.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+it,Gt,$t,Jt.width,Jt.height,0,At,bt,Jt.data)}}}else{if(dt=x.mipmaps,F&&at){dt.length>0&&Rt++;let it=Be(wt[0]);e.texStorage2D(n.TEXTURE_CUBE_MAP,Rt,$t,it.width,it.height)}for(let it=0;it<6;it++)if(_t){F?ft&&e.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+it,0,0,0,wt[it].width,wt[it].height,At,bt,wt[it].data):e.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+it,0,$t,wt[it].width,wt[it].height,0,At,bt,wt[it].data);for(let Gt=0;Gt<dt.length;Gt++){let Ae=dt[Gt].image[it].image;F?ft&&e.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+it,Gt+1,0,0,Ae.width,Ae.height,At,bt,Ae.data):e.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+it,Gt+1,$t,Ae.width,Ae.height,0,At,bt,Ae.data)}}else{F?ft&&e.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+it,0,0,0,At,bt,wt[it]):e.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+it,0,$t,At,bt,wt[it]);for(let Gt=0;Gt<dt.length;Gt++){let Jt=dt[Gt];F?ft&&e.texSubImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+it,Gt+1,0,0,At,bt,Jt.image[it]):e.texImage2D(n.TEXTURE_CUBE_MAP_POSITIVE_X+it,Gt+1,$t,At,bt,Jt.image[it])}}}g(x)&&m(n.TEXTURE_CUBE_MAP),Q.__version=ht.version,x.onUpdate&&x.onUpdate(x)}R.__version=x.version}function Pt(R,x,V,et,ht,Q){let Lt=s.convert(V.format,V.colorSpace),gt=s.convert(V.type),Dt=A(V.internalFormat,Lt,gt,V.colorSpace),Nt=i.get(x),_t=i.get(V);if(_t.__renderTarget=x,!Nt.__hasExternalTextures){let wt=Math.max(1,x.width>>Q),Ut=Math.max(1,x.height>>Q);ht===n.TEXTURE_3D||ht===n.TEXTURE_2D_ARRAY?e.texImage3D(ht,Q,Dt,wt,Ut,x.depth,0,Lt,gt,null):e.texImage2D(ht,Q,Dt,wt,Ut,0,Lt,gt,null)}e.bindFramebuffer(n.FRAMEBUFFER,R),Ft(x)?o.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,et,ht,_t.__webglTexture,0,Te(x)):(ht===n.TEXTURE_2D||ht>=n.TEXTURE_CUBE_MAP_POSITIVE_X&&ht<=n.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&n.framebufferTexture2D(n.FRAMEBUFFER,et,ht,_t.__webglTexture,Q),e.bindFramebuffer(n.FRAMEBUFFER,null)}function Tt(R,x,V){if(n.bindRenderbuffer(n.RENDERBUFFER,R),x.depthBuffer){let et=x.depthTexture,ht=et&&et.isDepthTexture?et.type:null,Q=b(x.stencilBuffer,ht),Lt=x.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,gt=Te(x);Ft(x)?o.renderbufferStorageMultisampleEXT(n.RENDERBUFFER,gt,Q,x.width,x.height):V?n.renderbufferStorageMultisample(n.RENDERBUFFER,gt,Q,x.width,x.height):n.renderbufferStorage(n.RENDERBUFFER,Q,x.width,x.height),n.framebufferRenderbuffer(n.FRAMEBUFFER,Lt,n.RENDERBUFFER,R)}else{let et=x.textures;for(let ht=0;ht<et.length;ht++){let Q=et[ht],Lt=s.convert(Q.format,Q.colorSpace),gt=s.convert(Q.type),Dt=A(Q.internalFormat,Lt,gt,Q.colorSpace),Nt=Te(x);V&&Ft(x)===!1?n.renderbufferStorageMultisample(n.RENDERBUFFER,Nt,Dt,x.width,x.height):Ft(x)?o.renderbufferStorageMultisampleEXT(n.RENDERBUFFER,Nt,Dt,x.width,x.height):n.renderbufferStorage(n.RENDERBUFFER,Dt,x.width,x.height)}}n.bindRenderbuffer(n.RENDERBUFFER,null)}function xt(R,x){if(x&&x.isWebGLCubeRenderTarget)throw new Error("Depth Texture with cube render targets is not supported");if(e.bindFramebuffer(n.FRAMEBUFFER,R),!(x.depthTexture&&x.depthTexture.isDepthTexture))throw new Error("renderTarget.depthTexture must be an instance of THREE.DepthTexture");let et=i.get(x.depthTexture);et.__renderTarget=x,(!et.__webglTexture||x.depthTexture.image.width!==x.width||x.depthTexture.image.height!==x.height)&&(x.depthTexture.image.width=x.width,x.depthTexture.image.height=x.height,x.depthTexture.needsUpdate=!0),Z(x.depthTexture,0);let ht=et.__webglTexture,Q=Te(x);if(x.depthTexture.format===Zr)Ft(x)?o.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,n.DEPTH_ATTACHMENT,n.TEXTURE_2D,ht,0,Q):n.framebufferTexture2D(n.FRAMEBUFFER,n.DEPTH_ATTACHMENT,n.TEXTURE_2D,ht,0);else if(x.depthTexture.format===ns)Ft(x)?o.framebufferTexture2DMultisampleEXT(n.FRAMEBUFFER,n.DEPTH_STENCIL_ATTACHMENT,n.TEXTURE_2D,ht,0,Q):n.framebufferTexture2D(n.FRAMEBUFFER,n.DEPTH_STENCIL_ATTACHMENT,n.TEXTURE_2D,ht,0);else throw new Error("Unknown depthTexture format")}function ce(R){let x=i.get(R),V=R.isWebGLCubeRenderTarget===!0;if(x.__boundDepthTexture!==R.depthTexture){let et=R.depthTexture;if(x.__depthDisposeCallback&&x.__depthDisposeCallback(),et){let ht=()=>{delete x.__boundDepthTexture,delete x.__depthDisposeCallback,et.removeEventListener("dispose",ht)};et.addEventListener("dispose",ht),x.__depthDisposeCallback=ht}x.__boundDepthTexture=et}if(R.depthTexture&&!x.__autoAllocateDepthBuffer){if(V)throw new Error("target.depthTexture not supported in Cube render targets");let et=R.texture.mipmaps;et&&et.length>0?xt(x.__webglFramebuffer[0],R):xt(x.__webglFramebuffer,R)}else if(V){x.__webglDepthbuffer=[];for(let et=0;et<6;et++)if(e.bindFramebuffer(n.FRAMEBUFFER,x.__webglFramebuffer[et]),x.__webglDepthbuffer[et]===void 0)x.__webglDepthbuffer[et]=n.createRenderbuffer(),Tt(x.__webglDepthbuffer[et],R,!1);else{let ht=R.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,Q=x.__webglDepthbuffer[et];n.bindRenderbuffer(n.RENDERBUFFER,Q),n.framebufferRenderbuffer(n.FRAMEBUFFER,ht,n.RENDERBUFFER,Q)}}else{let et=R.texture.mipmaps;if(et&&et.length>0?e.bindFramebuffer(n.FRAMEBUFFER,x.__webglFramebuffer[0]):e.bindFramebuffer(n.FRAMEBUFFER,x.__webglFramebuffer),x.__webglDepthbuffer===void 0)x.__webglDepthbuffer=n.createRenderbuffer(),Tt(x.__webglDepthbuffer,R,!1);else{let ht=R.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,Q=x.__webglDepthbuffer;n.bindRenderbuffer(n.RENDERBUFFER,Q),n.framebufferRenderbuffer(n.FRAMEBUFFER,ht,n.RENDERBUFFER,Q)}}e.bindFramebuffer(n.FRAMEBUFFER,null)}function ln(R,x,V){let et=i.get(R);x!==void 0&&Pt(et.__webglFramebuffer,R,R.texture,n.COLOR_ATTACHMENT0,n.TEXTURE_2D,0),V!==void 0&&ce(R)}function N(R){let x=R.texture,V=i.get(R),et=i.get(x);R.addEventListener("dispose",D);let ht=R.textures,Q=R.isWebGLCubeRenderTarget===!0,Lt=ht.length>1;if(Lt||(et.__webglTexture===void 0&&(et.__webglTexture=n.createTexture()),et.__version=x.version,a.memory.textures++),Q){V.__webglFramebuffer=[];for(let gt=0;gt<6;gt++)if(x.mipmaps&&x.mipmaps.length>0){V.__webglFramebuffer[gt]=[];for(let Dt=0;Dt<x.mipmaps.length;Dt++)V.__webglFramebuffer[gt][Dt]=n.createFramebuffer()}else V.__webglFramebuffer[gt]=n.createFramebuffer()}else{if(x.mipmaps&&x.mipmaps.length>0){V.__webglFramebuffer=[];for(let gt=0;gt<x.mipmaps.length;gt++)V.__webglFramebuffer[gt]=n.createFramebuffer()}else V.__webglFramebuffer=n.createFramebuffer();if(Lt)for(let gt=0,Dt=ht.length;gt<Dt;gt++){let Nt=i.get(ht[gt]);Nt.__webglTexture===void 0&&(Nt.__webglTexture=n.createTexture(),a.memory.textures++)}if(R.samples>0&&Ft(R)===!1){V.__webglMultisampledFramebuffer=n.createFramebuffer(),V.__webglColorRenderbuffer=[],e.bindFramebuffer(n.FRAMEBUFFER,V.__webglMultisampledFramebuffer);for(let gt=0;gt<ht.length;gt++){let Dt=ht[gt];V.__webglColorRenderbuffer[gt]=n.createRenderbuffer(),n.bindRenderbuffer(n.RENDERBUFFER,V.__webglColorRenderbuffer[gt]);let Nt=s.convert(Dt.format,Dt.colorSpace),_t=s.convert(Dt.type),wt=A(Dt.internalFormat,Nt,_t,Dt.colorSpace,R.isXRRenderTarget===!0),Ut=Te(R);n.renderbufferStorageMultisample(n.RENDERBUFFER,Ut,wt,R.width,R.height),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+gt,n.RENDERBUFFER,V.__webglColorRenderbuffer[gt])}n.bindRenderbuffer(n.RENDERBUFFER,null),R.depthBuffer&&(V.__webglDepthRenderbuffer=n.createRenderbuffer(),Tt(V.__webglDepthRenderbuffer,R,!0)),e.bindFramebuffer(n.FRAMEBUFFER,null)}}if(Q){e.bindTexture(n.TEXTURE_CUBE_MAP,et.__webglTexture),se(n.TEXTURE_CUBE_MAP,x);for(let gt=0;gt<6;gt++)if(x.mipmaps&&x.mipmaps.length>0)for(let Dt=0;Dt<x.mipmaps.length;Dt++)Pt(V.__webglFramebuffer[gt][Dt],R,x,n.COLOR_ATTACHMENT0,n.TEXTURE_CUBE_MAP_POSITIVE_X+gt,Dt);else Pt(V.__webglFramebuffer[gt],R,x,n.COLOR_ATTACHMENT0,n.TEXTURE_CUBE_MAP_POSITIVE_X+gt,0);g(x)&&m(n.TEXTURE_CUBE_MAP),e.unbindTexture()}else if(Lt){for(let gt=0,Dt=ht.length;gt<Dt;gt++){let Nt=ht[gt],_t=i.get(Nt),wt=n.TEXTURE_2D;(R.isWebGL3DRenderTarget||R.isWebGLArrayRenderTarget)&&(wt=R.isWebGL3DRenderTarget?n.TEXTURE_3D:n.TEXTURE_2D_ARRAY),e.bindTexture(wt,_t.__webglTexture),se(wt,Nt),Pt(V.__webglFramebuffer,R,Nt,n.COLOR_ATTACHMENT0+gt,wt,0),g(Nt)&&m(wt)}e.unbindTexture()}else{let gt=n.TEXTURE_2D;if((R.isWebGL3DRenderTarget||R.isWebGLArrayRenderTarget)&&(gt=R.isWebGL3DRenderTarget?n.TEXTURE_3D:n.TEXTURE_2D_ARRAY),e.bindTexture(gt,et.__webglTexture),se(gt,x),x.mipmaps&&x.mipmaps.length>0)for(let Dt=0;Dt<x.mipmaps.length;Dt++)Pt(V.__webglFramebuffer[Dt],R,x,n.COLOR_ATTACHMENT0,gt,Dt);else Pt(V.__webglFramebuffer,R,x,n.COLOR_ATTACHMENT0,gt,0);g(x)&&m(gt),e.unbindTexture()}R.depthBuffer&&ce(R)}function Ee(R){let x=R.textures;for(let V=0,et=x.length;V<et;V++){let ht=x[V];if(g(ht)){let Q=w(R),Lt=i.get(ht).__webglTexture;e.bindTexture(Q,Lt),m(Q),e.unbindTexture()}}}let Zt=[],Ht=[];function Bt(R){if(R.samples>0){if(Ft(R)===!1){let x=R.textures,V=R.width,et=R.height,ht=n.COLOR_BUFFER_BIT,Q=R.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT,Lt=i.get(R),gt=x.length>1;if(gt)for(let Nt=0;Nt<x.length;Nt++)e.bindFramebuffer(n.FRAMEBUFFER,Lt.__webglMultisampledFramebuffer),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+Nt,n.RENDERBUFFER,null),e.bindFramebuffer(n.FRAMEBUFFER,Lt.__webglFramebuffer),n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0+Nt,n.TEXTURE_2D,null,0);e.bindFramebuffer(n.READ_FRAMEBUFFER,Lt.__webglMultisampledFramebuffer);let Dt=R.texture.mipmaps;Dt&&Dt.length>0?e.bindFramebuffer(n.DRAW_FRAMEBUFFER,Lt.__webglFramebuffer[0]):e.bindFramebuffer(n.DRAW_FRAMEBUFFER,Lt.__webglFramebuffer);for(let Nt=0;Nt<x.length;Nt++){if(R.resolveDepthBuffer&&(R.depthBuffer&&(ht|=n.DEPTH_BUFFER_BIT),R.stencilBuffer&&R.resolveStencilBuffer&&(ht|=n.STENCIL_BUFFER_BIT)),gt){n.framebufferRenderbuffer(n.READ_FRAMEBUFFER,n.COLOR_ATTACHMENT0,n.RENDERBUFFER,Lt.__webglColorRenderbuffer[Nt]);let _t=i.get(x[Nt]).__webglTexture;n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0,n.TEXTURE_2D,_t,0)}n.blitFramebuffer(0,0,V,et,0,0,V,et,ht,n.NEAREST),l===!0&&(Zt.length=0,Ht.length=0,Zt.push(n.COLOR_ATTACHMENT0+Nt),R.depthBuffer&&R.resolveDepthBuffer===!1&&(Zt.push(Q),Ht.push(Q),n.invalidateFramebuffer(n.DRAW_FRAMEBUFFER,Ht)),n.invalidateFramebuffer(n.READ_FRAMEBUFFER,Zt))}if(e.bindFramebuffer(n.READ_FRAMEBUFFER,null),e.bindFramebuffer(n.DRAW_FRAMEBUFFER,null),gt)for(let Nt=0;Nt<x.length;Nt++){e.bindFramebuffer(n.FRAMEBUFFER,Lt.__webglMultisampledFramebuffer),n.framebufferRenderbuffer(n.FRAMEBUFFER,n.COLOR_ATTACHMENT0+Nt,n.RENDERBUFFER,Lt.__webglColorRenderbuffer[Nt]);let _t=i.get(x[Nt]).__webglTexture;e.bindFramebuffer(n.FRAMEBUFFER,Lt.__webglFramebuffer),n.framebufferTexture2D(n.DRAW_FRAMEBUFFER,n.COLOR_ATTACHMENT0+Nt,n.TEXTURE_2D,_t,0)}e.bindFramebuffer(n.DRAW_FRAMEBUFFER,Lt.__webglMultisampledFramebuffer)}else if(R.depthBuffer&&R.resolveDepthBuffer===!1&&l){let x=R.stencilBuffer?n.DEPTH_STENCIL_ATTACHMENT:n.DEPTH_ATTACHMENT;n.invalidateFramebuffer(n.DRAW_FRAMEBUFFER,[x])}}}function Te(R){return Math.min(r.maxSamples,R.samples)}function Ft(R){let x=i.get(R);return R.samples>0&&t.has("WEBGL_multisampled_render_to_texture")===!0&&x.__useRenderToTexture!==!1}function Qt(R){let x=a.render.frame;u.get(R)!==x&&(u.set(R,x),R.update())}function Je(R,x){let V=R.colorSpace,et=R.format,ht=R.type;return R.isCompressedTexture===!0||R.isVideoTexture===!0||V!==Ds&&V!==Ui&&(ue.getTransfer(V)===ge?(et!==Xe||ht!==Ke)&&console.warn("THREE.WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):console.error("THREE.WebGLTextures: Unsupported texture color space:",V)),x}function Be(R){return typeof HTMLImageElement<"u"&&R instanceof HTMLImageElement?(c.width=R.naturalWidth||R.width,c.height=R.naturalHeight||R.height):typeof VideoFrame<"u"&&R instanceof VideoFrame?(c.width=R.displayWidth,c.height=R.displayHeight):(c.width=R.width,c.height=R.height),c}this.allocateTextureUnit=k,this.resetTextureUnits=L,this.setTexture2D=Z,this.setTexture2DArray=H,this.setTexture3D=W,this.setTextureCube=$,this.rebindTextures=ln,this.setupRenderTarget=N,this.updateRenderTargetMipmap=Ee,this.updateMultisampleRenderTarget=Bt,this.setupDepthRenderbuffer=ce,this.setupFrameBufferTexture=Pt,this.useMultisampledRTT=Ft}function e2(n,t){function e(i,r=Ui){let s,a=ue.getTransfer(r);if(i===Ke)return n.UNSIGNED_BYTE;if(i===Vs)return n.UNSIGNED_SHORT_4_4_4_4;if(i===Hs)return n.UNSIGNED_SHORT_5_5_5_1;if(i===Nd)return n.UNSIGNED_INT_5_9_9_9_REV;if(i===Ud)return n.UNSIGNED_INT_10F_11F_11F_REV;if(i===ka)return n.BYTE;if(i===Va)return n.SHORT;if(i===Oi)return n.UNSIGNED_SHORT;if(i===$i)return n.INT;if(i===Ni)return n.UNSIGNED_INT;if(i===Qe)return n.FLOAT;if(i===_i)return n.HALF_FLOAT;if(i===cl)return n.ALPHA;if(i===Fd)return n.RGB;if(i===Xe)return n.RGBA;if(i===Zr)return n.DEPTH_COMPONENT;if(i===ns)return n.DEPTH_STENCIL;if(i===hl)return n.RED;if(i===Ha)return n.RED_INTEGER;if(i===Wa)return n.RG;if(i===Xa)return n.RG_INTEGER;if(i===qa)return n.RGBA_INTEGER;if(i===ul||i===fl||i===dl||i===pl)if(a===ge)if(s=t.get("WEBGL_compressed_texture_s3tc_srgb"),s!==null){if(i===ul)return s.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(i===fl)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(i===dl)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(i===pl)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(s=t.get("WEBGL_compressed_texture_s3tc"),s!==null){if(i===ul)return s.COMPRESSED_RGB_S3TC_DXT1_EXT;if(i===fl)return s.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(i===dl)return s.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(i===pl)return s.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(i===Oh||i===Nh||i===Uh||i===Fh)if(s=t.get("WEBGL_compressed_texture_pvrtc"),s!==null){if(i===Oh)return s.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(i===Nh)return s.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(i===Uh)return s.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(i===Fh)return s.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(i===Bh||i===Gh||i===zh)if(s=t.get("WEBGL_compressed_texture_etc"),s!==null){if(i===Bh||i===Gh)return a===ge?s.COMPRESSED_SRGB8_ETC2:s.COMPRESSED_RGB8_ETC2;if(i===zh)return a===ge?s.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:s.COMPRESSED_RGBA8_ETC2_EAC}else return null;if(i===kh||i===Vh||i===Hh||i===Wh||i===Xh||i===qh||i===Yh||i===jh||i===Zh||i===$h||i===Jh||i===Kh||i===Qh||i===tu)if(s=t.get("WEBGL_compressed_texture_astc"),s!==null){if(i===kh)return a===ge?s.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:s.COMPRESSED_RGBA_ASTC_4x4_KHR;if(i===Vh)return a===ge?s.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:s.COMPRESSED_RGBA_ASTC_5x4_KHR;if(i===Hh)return a===ge?s.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:s.COMPRESSED_RGBA_ASTC_5x5_KHR;if(i===Wh)return a===ge?s.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:s.COMPRESSED_RGBA_ASTC_6x5_KHR;if(i===Xh)return a===ge?s.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:s.COMPRESSED_RGBA_ASTC_6x6_KHR;if(i===qh)return a===ge?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:s.COMPRESSED_RGBA_ASTC_8x5_KHR;if(i===Yh)return a===ge?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:s.COMPRESSED_RGBA_ASTC_8x6_KHR;if(i===jh)return a===ge?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:s.COMPRESSED_RGBA_ASTC_8x8_KHR;if(i===Zh)return a===ge?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:s.COMPRESSED_RGBA_ASTC_10x5_KHR;if(i===$h)return a===ge?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:s.COMPRESSED_RGBA_ASTC_10x6_KHR;if(i===Jh)return a===ge?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:s.COMPRESSED_RGBA_ASTC_10x8_KHR;if(i===Kh)return a===ge?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:s.COMPRESSED_RGBA_ASTC_10x10_KHR;if(i===Qh)return a===ge?s.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:s.COMPRESSED_RGBA_ASTC_12x10_KHR;if(i===tu)return a===ge?s.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:s.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(i===eu||i===nu||i===iu)if(s=t.get("EXT_texture_compression_bptc"),s!==null){if(i===eu)return a===ge?s.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:s.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(i===nu)return s.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(i===iu)return s.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(i===ru||i===su||i===au||i===ou)if(s=t.get("EXT_texture_compression_rgtc"),s!==null){if(i===ru)return s.COMPRESSED_RED_RGTC1_EXT;if(i===su)return s.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(i===au)return s.COMPRESSED_RED_GREEN_RGTC2_EXT;if(i===ou)return s.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return i===br?n.UNSIGNED_INT_24_8:n[i]!==void 0?n[i]:null}return{convert:e}}var n2=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,i2=`
uniform sampler2DArray depthColor;
uniform float depthWidth;
uniform float depthHeight;

void main() {

	vec2 coord = vec2( gl_FragCoord.x / depthWidth, gl_FragCoord.y / depthHeight );

	if ( coord.x >= 1.0 ) {

		gl_FragDepth = texture( depthColor, vec3( coord.x - 1.0, coord.y, 1 ) ).r;

	} else {

		gl_FragDepth = texture( depthColor, vec3( coord.x, coord.y, 0 ) ).r;

	}

}`,ip=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(t,e){if(this.texture===null){let i=new el(t.texture);(t.depthNear!==e.depthNear||t.depthFar!==e.depthFar)&&(this.depthNear=t.depthNear,this.depthFar=t.depthFar),this.texture=i}}getMesh(t){if(this.texture!==null&&this.mesh===null){let e=t.cameras[0].viewport,i=new De({vertexShader:n2,fragmentShader:i2,uniforms:{depthColor:{value:this.texture},depthWidth:{value:e.z},depthHeight:{value:e.w}}});this.mesh=new fn(new Bs(20,20),i)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},rp=class extends Pe{constructor(t,e){super();let i=this,r=null,s=1,a=null,o="local-floor",l=1,c=null,u=null,h=null,f=null,p=null,d=null,_=typeof XRWebGLBinding<"u",g=new ip,m={},w=e.getContextAttributes(),A=null,b=null,P=[],I=[],D=new vt,B=null,T=new Pn;T.viewport=new _e;let C=new Pn;C.viewport=new _e;let M=[T,C],L=new gh,k=null,X=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(J){let lt=P[J];return lt===void 0&&(lt=new Ba,P[J]=lt),lt.getTargetRaySpace()},this.getControllerGrip=function(J){let lt=P[J];return lt===void 0&&(lt=new Ba,P[J]=lt),lt.getGripSpace()},this.getHand=function(J){let lt=P[J];return lt===void 0&&(lt=new Ba,P[J]=lt),lt.getHandSpace()};function Z(J){let lt=I.indexOf(J.inputSource);if(lt===-1)return;let Pt=P[lt];Pt!==void 0&&(Pt.update(J.inputSource,J.frame,c||a),Pt.dispatchEvent({type:J.type,data:J.inputSource}))}function H(){r.removeEventListener("select",Z),r.removeEventListener("selectstart",Z),r.removeEventListener("selectend",Z),r.removeEventListener("squeeze",Z),r.removeEventListener("squeezestart",Z),r.removeEventListener("squeezeend",Z),r.removeEventListener("end",H),r.removeEventListener("inputsourceschange",W);for(let J=0;J<P.length;J++){let lt=I[J];lt!==null&&(I[J]=null,P[J].disconnect(lt))}k=null,X=null,g.reset();for(let J in m)delete m[J];t.setRenderTarget(A),p=null,f=null,h=null,r=null,b=null,ie.stop(),i.isPresenting=!1,t.setPixelRatio(B),t.setSize(D.width,D.height,!1),i.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(J){s=J,i.isPresenting===!0&&console.warn("THREE.WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(J){o=J,i.isPresenting===!0&&console.warn("THREE.WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return c||a},this.setReferenceSpace=function(J){c=J},this.getBaseLayer=function(){return f!==null?f:p},this.getBinding=function(){return h===null&&_&&(h=new XRWebGLBinding(r,e)),h},this.getFrame=function(){return d},this.getSession=function(){return r},this.setSession=async function(J){if(r=J,r!==null){if(A=t.getRenderTarget(),r.addEventListener("select",Z),r.addEventListener("selectstart",Z),r.addEventListener("selectend",Z),r.addEventListener("squeeze",Z),r.addEventListener("squeezestart",Z),r.addEventListener("squeezeend",Z),r.addEventListener("end",H),r.addEventListener("inputsourceschange",W),w.xrCompatible!==!0&&await e.makeXRCompatible(),B=t.getPixelRatio(),t.getSize(D),_&&"createProjectionLayer"in XRWebGLBinding.prototype){let Pt=null,Tt=null,xt=null;w.depth&&(xt=w.stencil?e.DEPTH24_STENCIL8:e.DEPTH_COMPONENT24,Pt=w.stencil?ns:Zr,Tt=w.stencil?br:Ni);let ce={colorFormat:e.RGBA8,depthFormat:xt,scaleFactor:s};h=this.getBinding(),f=h.createProjectionLayer(ce),r.updateRenderState({layers:[f]}),t.setPixelRatio(1),t.setSize(f.textureWidth,f.textureHeight,!1),b=new je(f.textureWidth,f.textureHeight,{format:Xe,type:Ke,depthTexture:new Ii(f.textureWidth,f.textureHeight,Tt,void 0,void 0,void 0,void 0,void 0,void 0,Pt),stencilBuffer:w.stencil,colorSpace:t.outputColorSpace,samples:w.antialias?4:0,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1})}else{let Pt={antialias:w.antialias,alpha:!0,depth:w.depth,stencil:w.stencil,framebufferScaleFactor:s};p=new XRWebGLLayer(r,e,Pt),r.updateRenderState({baseLayer:p}),t.setPixelRatio(1),t.setSize(p.framebufferWidth,p.framebufferHeight,!1),b=new je(p.framebufferWidth,p.framebufferHeight,{format:Xe,type:Ke,colorSpace:t.outputColorSpace,stencilBuffer:w.stencil,resolveDepthBuffer:p.ignoreDepthValues===!1,resolveStencilBuffer:p.ignoreDepthValues===!1})}b.isXRRenderTarget=!0,this.setFoveation(l),c=null,a=await r.requestReferenceSpace(o),ie.setContext(r),ie.start(),i.isPresenting=!0,i.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(r!==null)return r.environmentBlendMode},this.getDepthTexture=function(){return g.getDepthTexture()};function W(J){for(let lt=0;lt<J.removed.length;lt++){let Pt=J.removed[lt],Tt=I.indexOf(Pt);Tt>=0&&(I[Tt]=null,P[Tt].disconnect(Pt))}for(let lt=0;lt<J.added.length;lt++){let Pt=J.added[lt],Tt=I.indexOf(Pt);if(Tt===-1){for(let ce=0;ce<P.length;ce++)if(ce>=I.length){I.push(Pt),Tt=ce;break}else if(I[ce]===null){I[ce]=Pt,Tt=ce;break}if(Tt===-1)break}let xt=P[Tt];xt&&xt.connect(Pt)}}let $=new O,Mt=new O;function mt(J,lt,Pt){$.setFromMatrixPosition(lt.matrixWorld),Mt.setFromMatrixPosition(Pt.matrixWorld);let Tt=$.distanceTo(Mt),xt=lt.projectionMatrix.elements,ce=Pt.projectionMatrix.elements,ln=xt[14]/(xt[10]-1),N=xt[14]/(xt[10]+1),Ee=(xt[9]+1)/xt[5],Zt=(xt[9]-1)/xt[5],Ht=(xt[8]-1)/xt[0],Bt=(ce[8]+1)/ce[0],Te=ln*Ht,Ft=ln*Bt,Qt=Tt/(-Ht+Bt),Je=Qt*-Ht;if(lt.matrixWorld.decompose(J.position,J.quaternion,J.scale),J.translateX(Je),J.translateZ(Qt),J.matrixWorld.compose(J.position,J.quaternion,J.scale),J.matrixWorldInverse.copy(J.matrixWorld).invert(),xt[10]===-1)J.projectionMatrix.copy(lt.projectionMatrix),J.projectionMatrixInverse.copy(lt.projectionMatrixInverse);else{let Be=ln+Qt,R=N+Qt,x=Te-Je,V=Ft+(Tt-Je),et=Ee*N/R*Be,ht=Zt*N/R*Be;J.projectionMatrix.makePerspective(x,V,et,ht,Be,R),J.projectionMatrixInverse.copy(J.projectionMatrix).invert()}}function It(J,lt){lt===null?J.matrixWorld.copy(J.matrix):J.matrixWorld.multiplyMatrices(lt.matrixWorld,J.matrix),J.matrixWorldInverse.copy(J.matrixWorld).invert()}this.updateCamera=function(J){if(r===null)return;let lt=J.near,Pt=J.far;g.texture!==null&&(g.depthNear>0&&(lt=g.depthNear),g.depthFar>0&&(Pt=g.depthFar)),L.near=C.near=T.near=lt,L.far=C.far=T.far=Pt,(k!==L.near||X!==L.far)&&(r.updateRenderState({depthNear:L.near,depthFar:L.far}),k=L.near,X=L.far),L.layers.mask=J.layers.mask|6,T.layers.mask=L.layers.mask&3,C.layers.mask=L.layers.mask&5;let Tt=J.parent,xt=L.cameras;It(L,Tt);for(let ce=0;ce<xt.length;ce++)It(xt[ce],Tt);xt.length===2?mt(L,T,C):L.projectionMatrix.copy(T.projectionMatrix),se(J,L,Tt)};function se(J,lt,Pt){Pt===null?J.matrix.copy(lt.matrixWorld):(J.matrix.copy(Pt.matrixWorld),J.matrix.invert(),J.matrix.multiply(lt.matrixWorld)),J.matrix.decompose(J.position,J.quaternion,J.scale),J.updateMatrixWorld(!0),J.projectionMatrix.copy(lt.projectionMatrix),J.projectionMatrixInverse.copy(lt.projectionMatrixInverse),J.isPerspectiveCamera&&(J.fov=Ia*2*Math.atan(1/J.projectionMatrix.elements[5]),J.zoom=1)}this.getCamera=function(){return L},this.getFoveation=function(){if(!(f===null&&p===null))return l},this.setFoveation=function(J){l=J,f!==null&&(f.fixedFoveation=J),p!==null&&p.fixedFoveation!==void 0&&(p.fixedFoveation=J)},this.hasDepthSensing=function(){return g.texture!==null},this.getDepthSensingMesh=function(){return g.getMesh(L)},this.getCameraTexture=function(J){return m[J]};let Me=null;function be(J,lt){if(u=lt.getViewerPose(c||a),d=lt,u!==null){let Pt=u.views;p!==null&&(t.setRenderTargetFramebuffer(b,p.framebuffer),t.setRenderTarget(b));let Tt=!1;Pt.length!==L.cameras.length&&(L.cameras.length=0,Tt=!0);for(let N=0;N<Pt.length;N++){let Ee=Pt[N],Zt=null;if(p!==null)Zt=p.getViewport(Ee);else{let Bt=h.getViewSubImage(f,Ee);Zt=Bt.viewport,N===0&&(t.setRenderTargetTextures(b,Bt.colorTexture,Bt.depthStencilTexture),t.setRenderTarget(b))}let Ht=M[N];Ht===void 0&&(Ht=new Pn,Ht.layers.enable(N),Ht.viewport=new _e,M[N]=Ht),Ht.matrix.fromArray(Ee.transform.matrix),Ht.matrix.decompose(Ht.position,Ht.quaternion,Ht.scale),Ht.projectionMatrix.fromArray(Ee.projectionMatrix),Ht.projectionMatrixInverse.copy(Ht.projectionMatrix).invert(),Ht.viewport.set(Zt.x,Zt.y,Zt.width,Zt.height),N===0&&(L.matrix.copy(Ht.matrix),L.matrix.decompose(L.position,L.quaternion,L.scale)),Tt===!0&&L.cameras.push(Ht)}let xt=r.enabledFeatures;if(xt&&xt.includes("depth-sensing")&&r.depthUsage=="gpu-optimized"&&_){h=i.getBinding();let N=h.getDepthInformation(Pt[0]);N&&N.isValid&&N.texture&&g.init(N,r.renderState)}if(xt&&xt.includes("camera-access")&&_){t.state.unbindTexture(),h=i.getBinding();for(let N=0;N<Pt.length;N++){let Ee=Pt[N].camera;if(Ee){let Zt=m[Ee];Zt||(Zt=new el,m[Ee]=Zt);let Ht=h.getCameraImage(Ee);Zt.sourceTexture=Ht}}}}for(let Pt=0;Pt<P.length;Pt++){let Tt=I[Pt],xt=P[Pt];Tt!==null&&xt!==void 0&&xt.update(Tt,lt,c||a)}Me&&Me(J,lt),lt.detectedPlanes&&i.dispatchEvent({type:"planesdetected",data:lt}),d=null}let ie=new __;ie.setAnimationLoop(be),this.setAnimationLoop=function(J){Me=J},this.dispose=function(){}}},qs=new Yi,r2=new re;function s2(n,t){function e(g,m){g.matrixAutoUpdate===!0&&g.updateMatrix(),m.value.copy(g.matrix)}function i(g,m){m.color.getRGB(g.fogColor.value,kd(n)),m.isFog?(g.fogNear.value=m.near,g.fogFar.value=m.far):m.isFogExp2&&(g.fogDensity.value=m.density)}function r(g,m,w,A,b){m.isMeshBasicMaterial||m.isMeshLambertMaterial?s(g,m):m.isMeshToonMaterial?(s(g,m),h(g,m)):m.isMeshPhongMaterial?(s(g,m),u(g,m)):m.isMeshStandardMaterial?(s(g,m),f(g,m),m.isMeshPhysicalMaterial&&p(g,m,b)):m.isMeshMatcapMaterial?(s(g,m),d(g,m)):m.isMeshDepthMaterial?s(g,m):m.isMeshDistanceMaterial?(s(g,m),_(g,m)):m.isMeshNormalMaterial?s(g,m):m.isLineBasicMaterial?(a(g,m),m.isLineDashedMaterial&&o(g,m)):m.isPointsMaterial?l(g,m,w,A):m.isSpriteMaterial?c(g,m):m.isShadowMaterial?(g.color.value.copy(m.color),g.opacity.value=m.opacity):m.isShaderMaterial&&(m.uniformsNeedUpdate=!1)}function s(g,m){g.opacity.value=m.opacity,m.color&&g.diffuse.value.copy(m.color),m.emissive&&g.emissive.value.copy(m.emissive).multiplyScalar(m.emissiveIntensity),m.map&&(g.map.value=m.map,e(m.map,g.mapTransform)),m.alphaMap&&(g.alphaMap.value=m.alphaMap,e(m.alphaMap,g.alphaMapTransform)),m.bumpMap&&(g.bumpMap.value=m.bumpMap,e(m.bumpMap,g.bumpMapTransform),g.bumpScale.value=m.bumpScale,m.side===zn&&(g.bumpScale.value*=-1)),m.normalMap&&(g.normalMap.value=m.normalMap,e(m.normalMap,g.normalMapTransform),g.normalScale.value.copy(m.normalScale),m.side===zn&&g.normalScale.value.negate()),m.displacementMap&&(g.displacementMap.value=m.displacementMap,e(m.displacementMap,g.displacementMapTransform),g.displacementScale.value=m.displacementScale,g.displacementBias.value=m.displacementBias),m.emissiveMap&&(g.emissiveMap.value=m.emissiveMap,e(m.emissiveMap,g.emissiveMapTransform)),m.specularMap&&(g.specularMap.value=m.specularMap,e(m.specularMap,g.specularMapTransform)),m.alphaTest>0&&(g.alphaTest.value=m.alphaTest);let w=t.get(m),A=w.envMap,b=w.envMapRotation;A&&(g.envMap.value=A,qs.copy(b),qs.x*=-1,qs.y*=-1,qs.z*=-1,A.isCubeTexture&&A.isRenderTargetTexture===!1&&(qs.y*=-1,qs.z*=-1),g.envMapRotation.value.setFromMatrix4(r2.makeRotationFromEuler(qs)),g.flipEnvMap.value=A.isCubeTexture&&A.isRenderTargetTexture===!1?-1:1,g.reflectivity.value=m.reflectivity,g.ior.value=m.ior,g.refractionRatio.value=m.refractionRatio),m.lightMap&&(g.lightMap.value=m.lightMap,g.lightMapIntensity.value=m.lightMapIntensity,e(m.lightMap,g.lightMapTransform)),m.aoMap&&(g.aoMap.value=m.aoMap,g.aoMapIntensity.value=m.aoMapIntensity,e(m.aoMap,g.aoMapTransform))}function a(g,m){g.diffuse.value.copy(m.color),g.opacity.value=m.opacity,m.map&&(g.map.value=m.map,e(m.map,g.mapTransform))}function o(g,m){g.dashSize.value=m.dashSize,g.totalSize.value=m.dashSize+m.gapSize,g.scale.value=m.scale}function l(g,m,w,A){g.diffuse.value.copy(m.color),g.opacity.value=m.opacity,g.size.value=m.size*w,g.scale.value=A*.5,m.map&&(g.map.value=m.map,e(m.map,g.uvTransform)),m.alphaMap&&(g.alphaMap.value=m.alphaMap,e(m.alphaMap,g.alphaMapTransform)),m.alphaTest>0&&(g.alphaTest.value=m.alphaTest)}function c(g,m){g.diffuse.value.copy(m.color),g.opacity.value=m.opacity,g.rotation.value=m.rotation,m.map&&(g.map.value=m.map,e(m.map,g.mapTransform)),m.alphaMap&&(g.alphaMap.value=m.alphaMap,e(m.alphaMap,g.alphaMapTransform)),m.alphaTest>0&&(g.alphaTest.value=m.alphaTest)}function u(g,m){g.specular.value.copy(m.specular),g.shininess.value=Math.max(m.shininess,1e-4)}function h(g,m){m.gradientMap&&(g.gradientMap.value=m.gradientMap)}function f(g,m){g.metalness.value=m.metalness,m.metalnessMap&&(g.metalnessMap.value=m.metalnessMap,e(m.metalnessMap,g.metalnessMapTransform)),g.roughness.value=m.roughness,m.roughnessMap&&(g.roughnessMap.value=m.roughnessMap,e(m.roughnessMap,g.roughnessMapTransform)),m.envMap&&(g.envMapIntensity.value=m.envMapIntensity)}function p(g,m,w){g.ior.value=m.ior,m.sheen>0&&(g.sheenColor.value.copy(m.sheenColor).multiplyScalar(m.sheen),g.sheenRoughness.value=m.sheenRoughness,m.sheenColorMap&&(g.sheenColorMap.value=m.sheenColorMap,e(m.sheenColorMap,g.sheenColorMapTransform)),m.sheenRoughnessMap&&(g.sheenRoughnessMap.value=m.sheenRoughnessMap,e(m.sheenRoughnessMap,g.sheenRoughnessMapTransform))),m.clearcoat>0&&(g.clearcoat.value=m.clearcoat,g.clearcoatRoughness.value=m.clearcoatRoughness,m.clearcoatMap&&(g.clearcoatMap.value=m.clearcoatMap,e(m.clearcoatMap,g.clearcoatMapTransform)),m.clearcoatRoughnessMap&&(g.clearcoatRoughnessMap.value=m.clearcoatRoughnessMap,e(m.clearcoatRoughnessMap,g.clearcoatRoughnessMapTransform)),m.clearcoatNormalMap&&(g.clearcoatNormalMap.value=m.clearcoatNormalMap,e(m.clearcoatNormalMap,g.clearcoatNormalMapTransform),g.clearcoatNormalScale.value.copy(m.clearcoatNormalScale),m.side===zn&&g.clearcoatNormalScale.value.negate())),m.dispersion>0&&(g.dispersion.value=m.dispersion),m.iridescence>0&&(g.iridescence.value=m.iridescence,g.iridescenceIOR.value=m.iridescenceIOR,g.iridescenceThicknessMinimum.value=m.iridescenceThicknessRange[0],g.iridescenceThicknessMaximum.value=m.iridescenceThicknessRange[1],m.iridescenceMap&&(g.iridescenceMap.value=m.iridescenceMap,e(m.iridescenceMap,g.iridescenceMapTransform)),m.iridescenceThicknessMap&&(g.iridescenceThicknessMap.value=m.iridescenceThicknessMap,e(m.iridescenceThicknessMap,g.iridescenceThicknessMapTransform))),m.transmission>0&&(g.transmission.value=m.transmission,g.transmissionSamplerMap.value=w.texture,g.transmissionSamplerSize.value.set(w.width,w.height),m.transmissionMap&&(g.transmissionMap.value=m.transmissionMap,e(m.transmissionMap,g.transmissionMapTransform)),g.thickness.value=m.thickness,m.thicknessMap&&(g.thicknessMap.value=m.thicknessMap,e(m.thicknessMap,g.thicknessMapTransform)),g.attenuationDistance.value=m.attenuationDistance,g.attenuationColor.value.copy(m.attenuationColor)),m.anisotropy>0&&(g.anisotropyVector.value.set(m.anisotropy*Math.cos(m.anisotropyRotation),m.anisotropy*Math.sin(m.anisotropyRotation)),m.anisotropyMap&&(g.anisotropyMap.value=m.anisotropyMap,e(m.anisotropyMap,g.anisotropyMapTransform))),g.specularIntensity.value=m.specularIntensity,g.specularColor.value.copy(m.specularColor),m.specularColorMap&&(g.specularColorMap.value=m.specularColorMap,e(m.specularColorMap,g.specularColorMapTransform)),m.specularIntensityMap&&(g.specularIntensityMap.value=m.specularIntensityMap,e(m.specularIntensityMap,g.specularIntensityMapTransform))}function d(g,m){m.matcap&&(g.matcap.value=m.matcap)}function _(g,m){let w=t.get(m).light;g.referencePosition.value.setFromMatrixPosition(w.matrixWorld),g.nearDistance.value=w.shadow.camera.near,g.farDistance.value=w.shadow.camera.far}return{refreshFogUniforms:i,refreshMaterialUniforms:r}}function a2(n,t,e,i){let r={},s={},a=[],o=n.getParameter(n.MAX_UNIFORM_BUFFER_BINDINGS);function l(w,A){let b=A.program;i.uniformBlockBinding(w,b)}function c(w,A){let b=r[w.id];b===void 0&&(d(w),b=u(w),r[w.id]=b,w.addEventListener("dispose",g));let P=A.program;i.updateUBOMapping(w,P);let I=t.render.frame;s[w.id]!==I&&(f(w),s[w.id]=I)}function u(w){let A=h();w.__bindingPointIndex=A;let b=n.createBuffer(),P=w.__size,I=w.usage;return n.bindBuffer(n.UNIFORM_BUFFER,b),n.bufferData(n.UNIFORM_BUFFER,P,I),n.bindBuffer(n.UNIFORM_BUFFER,null),n.bindBufferBase(n.UNIFORM_BUFFER,A,b),b}function h(){for(let w=0;w<o;w++)if(a.indexOf(w)===-1)return a.push(w),w;return console.error("THREE.WebGLRenderer: Maximum number of simultaneously usable uniforms groups reached."),0}function f(w){let A=r[w.id],b=w.uniforms,P=w.__cache;n.bindBuffer(n.UNIFORM_BUFFER,A);for(let I=0,D=b.length;I<D;I++){let B=Array.isArray(b[I])?b[I]:[b[I]];for(let T=0,C=B.length;T<C;T++){let M=B[T];if(p(M,I,T,P)===!0){let L=M.__offset,k=Array.isArray(M.value)?M.value:[M.value],X=0;for(let Z=0;Z<k.length;Z++){let H=k[Z],W=_(H);typeof H=="number"||typeof H=="boolean"?(M.__data[0]=H,n.bufferSubData(n.UNIFORM_BUFFER,L+X,M.__data)):H.isMatrix3?(M.__data[0]=H.elements[0],M.__data[1]=H.elements[1],M.__data[2]=H.elements[2],M.__data[3]=0,M.__data[4]=H.elements[3],M.__data[5]=H.elements[4],M.__data[6]=H.elements[5],M.__data[7]=0,M.__data[8]=H.elements[6],M.__data[9]=H.elements[7],M.__data[10]=H.elements[8],M.__data[11]=0):(H.toArray(M.__data,X),X+=W.storage/Float32Array.BYTES_PER_ELEMENT)}n.bufferSubData(n.UNIFORM_BUFFER,L,M.__data)}}}n.bindBuffer(n.UNIFORM_BUFFER,null)}function p(w,A,b,P){let I=w.value,D=A+"_"+b;if(P[D]===void 0)return typeof I=="number"||typeof I=="boolean"?P[D]=I:P[D]=I.clone(),!0;{let B=P[D];if(typeof I=="number"||typeof I=="boolean"){if(B!==I)return P[D]=I,!0}else if(B.equals(I)===!1)return B.copy(I),!0}return!1}function d(w){let A=w.uniforms,b=0,P=16;for(let D=0,B=A.length;D<B;D++){let T=Array.isArray(A[D])?A[D]:[A[D]];for(let C=0,M=T.length;C<M;C++){let L=T[C],k=Array.isArray(L.value)?L.value:[L.value];for(let X=0,Z=k.length;X<Z;X++){let H=k[X],W=_(H),$=b%P,Mt=$%W.boundary,mt=$+Mt;b+=Mt,mt!==0&&P-mt<W.storage&&(b+=P-mt),L.__data=new Float32Array(W.storage/Float32Array.BYTES_PER_ELEMENT),L.__offset=b,b+=W.storage}}}let I=b%P;return I>0&&(b+=P-I),w.__size=b,w.__cache={},this}function _(w){let A={boundary:0,storage:0};return typeof w=="number"||typeof w=="boolean"?(A.boundary=4,A.storage=4):w.isVector2?(A.boundary=8,A.storage=8):w.isVector3||w.isColor?(A.boundary=16,A.storage=12):w.isVector4?(A.boundary=16,A.storage=16):w.isMatrix3?(A.boundary=48,A.storage=48):w.isMatrix4?(A.boundary=64,A.storage=64):w.isTexture?console.warn("THREE.WebGLRenderer: Texture samplers can not be part of an uniforms group."):console.warn("THREE.WebGLRenderer: Unsupported uniform value type.",w),A}function g(w){let A=w.target;A.removeEventListener("dispose",g);let b=a.indexOf(A.__bindingPointIndex);a.splice(b,1),n.deleteBuffer(r[A.id]),delete r[A.id],delete s[A.id]}function m(){for(let w in r)n.deleteBuffer(r[w]);a=[],r={},s={}}return{bind:l,update:c,dispose:m}}var _l=class{constructor(t={}){let{canvas:e=W0(),context:i=null,depth:r=!0,stencil:s=!1,alpha:a=!1,antialias:o=!1,premultipliedAlpha:l=!0,preserveDrawingBuffer:c=!1,powerPreference:u="default",failIfMajorPerformanceCaveat:h=!1,reversedDepthBuffer:f=!1}=t;this.isWebGLRenderer=!0;let p;if(i!==null){if(typeof WebGLRenderingContext<"u"&&i instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");p=i.getContextAttributes().alpha}else p=a;let d=new Uint32Array(4),_=new Int32Array(4),g=null,m=null,w=[],A=[];this.domElement=e,this.debug={checkShaderErrors:!0,onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=Mr,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let b=this,P=!1;this._outputColorSpace=Yn;let I=0,D=0,B=null,T=-1,C=null,M=new _e,L=new _e,k=null,X=new zt(0),Z=0,H=e.width,W=e.height,$=1,Mt=null,mt=null,It=new _e(0,0,H,W),se=new _e(0,0,H,W),Me=!1,be=new Jr,ie=!1,J=!1,lt=new re,Pt=new O,Tt=new _e,xt={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},ce=!1;function ln(){return B===null?$:1}let N=i;function Ee(S,G){return e.getContext(S,G)}try{let S={alpha:!0,depth:r,stencil:s,antialias:o,premultipliedAlpha:l,preserveDrawingBuffer:c,powerPreference:u,failIfMajorPerformanceCaveat:h};if("setAttribute"in e&&e.setAttribute("data-engine",`three.js r${"180"}`),e.addEventListener("webglcontextlost",ft,!1),e.addEventListener("webglcontextrestored",Rt,!1),e.addEventListener("webglcontextcreationerror",dt,!1),N===null){let G="webgl2";if(N=Ee(G,S),N===null)throw Ee(G)?new Error("Error creating WebGL context with your selected attributes."):new Error("Error creating WebGL context.")}}catch(S){throw console.error("THREE.WebGLRenderer: "+S.message),S}let Zt,Ht,Bt,Te,Ft,Qt,Je,Be,R,x,V,et,ht,Q,Lt,gt,Dt,Nt,_t,wt,Ut,At,bt,$t;function F(){Zt=new wT(N),Zt.init(),At=new e2(N,Zt),Ht=new _T(N,Zt,t,At),Bt=new QA(N,Zt),Ht.reversedDepthBuffer&&f&&Bt.buffers.depth.setReversed(!0),Te=new AT(N),Ft=new zA,Qt=new t2(N,Zt,Bt,Ft,Ht,At,Te),Je=new yT(b),Be=new ST(b),R=new DS(N),bt=new mT(N,R),x=new ET(N,R,Te,bt),V=new PT(N,x,R,Te),_t=new CT(N,Ht,Qt),gt=new vT(Ft),et=new GA(b,Je,Be,Zt,Ht,bt,gt),ht=new s2(b,Ft),Q=new VA,Lt=new jA(Zt),Nt=new pT(b,Je,Be,Bt,V,p,l),Dt=new JA(b,V,Ht),$t=new a2(N,Te,Ht,Bt),wt=new gT(N,Zt,Te),Ut=new TT(N,Zt,Te),Te.programs=et.programs,b.capabilities=Ht,b.extensions=Zt,b.properties=Ft,b.renderLists=Q,b.shadowMap=Dt,b.state=Bt,b.info=Te}F();let at=new rp(b,N);this.xr=at,this.getContext=function(){return N},this.getContextAttributes=function(){return N.getContextAttributes()},this.forceContextLoss=function(){let S=Zt.get("WEBGL_lose_context");S&&S.loseContext()},this.forceContextRestore=function(){let S=Zt.get("WEBGL_lose_context");S&&S.restoreContext()},this.getPixelRatio=function(){return $},this.setPixelRatio=function(S){S!==void 0&&($=S,this.setSize(H,W,!1))},this.getSize=function(S){return S.set(H,W)},this.setSize=function(S,G,q=!0){if(at.isPresenting){console.warn("THREE.WebGLRenderer: Can't change size while VR device is presenting.");return}H=S,W=G,e.width=Math.floor(S*$),e.height=Math.floor(G*$),q===!0&&(e.style.width=S+"px",e.style.height=G+"px"),this.setViewport(0,0,S,G)},this.getDrawingBufferSize=function(S){return S.set(H*$,W*$).floor()},this.setDrawingBufferSize=function(S,G,q){H=S,W=G,$=q,e.width=Math.floor(S*q),e.height=Math.floor(G*q),this.setViewport(0,0,S,G)},this.getCurrentViewport=function(S){return S.copy(M)},this.getViewport=function(S){return S.copy(It)},this.setViewport=function(S,G,q,Y){S.isVector4?It.set(S.x,S.y,S.z,S.w):It.set(S,G,q,Y),Bt.viewport(M.copy(It).multiplyScalar($).round())},this.getScissor=function(S){return S.copy(se)},this.setScissor=function(S,G,q,Y){S.isVector4?se.set(S.x,S.y,S.z,S.w):se.set(S,G,q,Y),Bt.scissor(L.copy(se).multiplyScalar($).round())},this.getScissorTest=function(){return Me},this.setScissorTest=function(S){Bt.setScissorTest(Me=S)},this.setOpaqueSort=function(S){Mt=S},this.setTransparentSort=function(S){mt=S},this.getClearColor=function(S){return S.copy(Nt.getClearColor())},this.setClearColor=function(){Nt.setClearColor(...arguments)},this.getClearAlpha=function(){return Nt.getClearAlpha()},this.setClearAlpha=function(){Nt.setClearAlpha(...arguments)},this.clear=function(S=!0,G=!0,q=!0){let Y=0;if(S){let z=!1;if(B!==null){let ut=B.texture.format;z=ut===qa||ut===Xa||ut===Ha}if(z){let ut=B.texture.type,ct=ut===Ke||ut===Ni||ut===Oi||ut===br||ut===Vs||ut===Hs,Ot=Nt.getClearColor(),Ct=Nt.getClearAlpha(),Wt=Ot.r,kt=Ot.g,Xt=Ot.b;ct?(d[0]=Wt,d[1]=kt,d[2]=Xt,d[3]=Ct,N.clearBufferuiv(N.COLOR,0,d)):(_[0]=Wt,_[1]=kt,_[2]=Xt,_[3]=Ct,N.clearBufferiv(N.COLOR,0,_))}else Y|=N.COLOR_BUFFER_BIT}G&&(Y|=N.DEPTH_BUFFER_BIT),q&&(Y|=N.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),N.clear(Y)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.dispose=function(){e.removeEventListener("webglcontextlost",ft,!1),e.removeEventListener("webglcontextrestored",Rt,!1),e.removeEventListener("webglcontextcreationerror",dt,!1),Nt.dispose(),Q.dispose(),Lt.dispose(),Ft.dispose(),Je.dispose(),Be.dispose(),V.dispose(),bt.dispose(),$t.dispose(),et.dispose(),at.dispose(),at.removeEventListener("sessionstart",wi),at.removeEventListener("sessionend",Gf),wn.stop()};function ft(S){S.preventDefault(),console.log("THREE.WebGLRenderer: Context Lost."),P=!0}function Rt(){console.log("THREE.WebGLRenderer: Context Restored."),P=!1;let S=Te.autoReset,G=Dt.enabled,q=Dt.autoUpdate,Y=Dt.needsUpdate,z=Dt.type;F(),Te.autoReset=S,Dt.enabled=G,Dt.autoUpdate=q,Dt.needsUpdate=Y,Dt.type=z}function dt(S){console.error("THREE.WebGLRenderer: A WebGL context could not be created. Reason: ",S.statusMessage)}function it(S){let G=S.target;G.removeEventListener("dispose",it),Gt(G)}function Gt(S){Jt(S),Ft.remove(S)}function Jt(S){let G=Ft.get(S).programs;G!==void 0&&(G.forEach(function(q){et.releaseProgram(q)}),S.isShaderMaterial&&et.releaseShaderCache(S))}this.renderBufferDirect=function(S,G,q,Y,z,ut){G===null&&(G=xt);let ct=z.isMesh&&z.matrixWorld.determinant()<0,Ot=zf(S,G,q,Y,z);Bt.setMaterial(Y,ct);let Ct=q.index,Wt=1;if(Y.wireframe===!0){if(Ct=x.getWireframeAttribute(q),Ct===void 0)return;Wt=2}let kt=q.drawRange,Xt=q.attributes.position,le=kt.start*Wt,ve=(kt.start+kt.count)*Wt;ut!==null&&(le=Math.max(le,ut.start*Wt),ve=Math.min(ve,(ut.start+ut.count)*Wt)),Ct!==null?(le=Math.max(le,0),ve=Math.min(ve,Ct.count)):Xt!=null&&(le=Math.max(le,0),ve=Math.min(ve,Xt.count));let Ne=ve-le;if(Ne<0||Ne===1/0)return;bt.setup(z,Y,Ot,q,Ct);let Se,ye=wt;if(Ct!==null&&(Se=R.get(Ct),ye=Ut,ye.setIndex(Se)),z.isMesh)Y.wireframe===!0?(Bt.setLineWidth(Y.wireframeLinewidth*ln()),ye.setMode(N.LINES)):ye.setMode(N.TRIANGLES);else if(z.isLine){let qt=Y.linewidth;qt===void 0&&(qt=1),Bt.setLineWidth(qt*ln()),z.isLineSegments?ye.setMode(N.LINES):z.isLineLoop?ye.setMode(N.LINE_LOOP):ye.setMode(N.LINE_STRIP)}else z.isPoints?ye.setMode(N.POINTS):z.isSprite&&ye.setMode(N.TRIANGLES);if(z.isBatchedMesh)if(z._multiDrawInstances!==null)Da("THREE.WebGLRenderer: renderMultiDrawInstances has been deprecated and will be removed in r184. Append to renderMultiDraw arguments and use indirection."),ye.renderMultiDrawInstances(z._multiDrawStarts,z._multiDrawCounts,z._multiDrawCount,z._multiDrawInstances);else if(Zt.get("WEBGL_multi_draw"))ye.renderMultiDraw(z._multiDrawStarts,z._multiDrawCounts,z._multiDrawCount);else{let qt=z._multiDrawStarts,Ue=z._multiDrawCounts,he=z._multiDrawCount,En=Ct?R.get(Ct).bytesPerElement:1,Br=Ft.get(Y).currentProgram.getUniforms();for(let Bn=0;Bn<he;Bn++)Br.setValue(N,"_gl_DrawID",Bn),ye.render(qt[Bn]/En,Ue[Bn])}else if(z.isInstancedMesh)ye.renderInstances(le,Ne,z.count);else if(q.isInstancedBufferGeometry){let qt=q._maxInstanceCount!==void 0?q._maxInstanceCount:1/0,Ue=Math.min(q.instanceCount,qt);ye.renderInstances(le,Ne,Ue)}else ye.render(le,Ne)};function Ae(S,G,q){S.transparent===!0&&S.side===Di&&S.forceSinglePass===!1?(S.side=zn,S.needsUpdate=!0,fa(S,G,q),S.side=mr,S.needsUpdate=!0,fa(S,G,q),S.side=Di):fa(S,G,q)}this.compile=function(S,G,q=null){q===null&&(q=S),m=Lt.get(q),m.init(G),A.push(m),q.traverseVisible(function(z){z.isLight&&z.layers.test(G.layers)&&(m.pushLight(z),z.castShadow&&m.pushShadow(z))}),S!==q&&S.traverseVisible(function(z){z.isLight&&z.layers.test(G.layers)&&(m.pushLight(z),z.castShadow&&m.pushShadow(z))}),m.setupLights();let Y=new Set;return S.traverse(function(z){if(!(z.isMesh||z.isPoints||z.isLine||z.isSprite))return;let ut=z.material;if(ut)if(Array.isArray(ut))for(let ct=0;ct<ut.length;ct++){let Ot=ut[ct];Ae(Ot,q,z),Y.add(Ot)}else Ae(ut,q,z),Y.add(ut)}),m=A.pop(),Y},this.compileAsync=function(S,G,q=null){let Y=this.compile(S,G,q);return new Promise(z=>{function ut(){if(Y.forEach(function(ct){Ft.get(ct).currentProgram.isReady()&&Y.delete(ct)}),Y.size===0){z(S);return}setTimeout(ut,10)}Zt.get("KHR_parallel_shader_compile")!==null?ut():setTimeout(ut,10)})};let de=null;function Si(S){de&&de(S)}function wi(){wn.stop()}function Gf(){wn.start()}let wn=new __;wn.setAnimationLoop(Si),typeof self<"u"&&wn.setContext(self),this.setAnimationLoop=function(S){de=S,at.setAnimationLoop(S),S===null?wn.stop():wn.start()},at.addEventListener("sessionstart",wi),at.addEventListener("sessionend",Gf),this.render=function(S,G){if(G!==void 0&&G.isCamera!==!0){console.error("THREE.WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(P===!0)return;if(S.matrixWorldAutoUpdate===!0&&S.updateMatrixWorld(),G.parent===null&&G.matrixWorldAutoUpdate===!0&&G.updateMatrixWorld(),at.enabled===!0&&at.isPresenting===!0&&(at.cameraAutoUpdate===!0&&at.updateCamera(G),G=at.getCamera()),S.isScene===!0&&S.onBeforeRender(b,S,G,B),m=Lt.get(S,A.length),m.init(G),A.push(m),lt.multiplyMatrices(G.projectionMatrix,G.matrixWorldInverse),be.setFromProjectionMatrix(lt,Pi,G.reversedDepth),J=this.localClippingEnabled,ie=gt.init(this.clippingPlanes,J),g=Q.get(S,w.length),g.init(),w.push(g),at.enabled===!0&&at.isPresenting===!0){let ut=b.xr.getDepthSensingMesh();ut!==null&&ha(ut,G,-1/0,b.sortObjects)}ha(S,G,0,b.sortObjects),g.finish(),b.sortObjects===!0&&g.sort(Mt,mt),ce=at.enabled===!1||at.isPresenting===!1||at.hasDepthSensing()===!1,ce&&Nt.addToRenderList(g,S),this.info.render.frame++,ie===!0&&gt.beginShadows();let q=m.state.shadowsArray;Dt.render(q,S,G),ie===!0&&gt.endShadows(),this.info.autoReset===!0&&this.info.reset();let Y=g.opaque,z=g.transmissive;if(m.setupLights(),G.isArrayCamera){let ut=G.cameras;if(z.length>0)for(let ct=0,Ot=ut.length;ct<Ot;ct++){let Ct=ut[ct];lc(Y,z,S,Ct)}ce&&Nt.render(S);for(let ct=0,Ot=ut.length;ct<Ot;ct++){let Ct=ut[ct];oc(g,S,Ct,Ct.viewport)}}else z.length>0&&lc(Y,z,S,G),ce&&Nt.render(S),oc(g,S,G);B!==null&&D===0&&(Qt.updateMultisampleRenderTarget(B),Qt.updateRenderTargetMipmap(B)),S.isScene===!0&&S.onAfterRender(b,S,G),bt.resetDefaultState(),T=-1,C=null,A.pop(),A.length>0?(m=A[A.length-1],ie===!0&&gt.setGlobalState(b.clippingPlanes,m.state.camera)):m=null,w.pop(),w.length>0?g=w[w.length-1]:g=null};function ha(S,G,q,Y){if(S.visible===!1)return;if(S.layers.test(G.layers)){if(S.isGroup)q=S.renderOrder;else if(S.isLOD)S.autoUpdate===!0&&S.update(G);else if(S.isLight)m.pushLight(S),S.castShadow&&m.pushShadow(S);else if(S.isSprite){if(!S.frustumCulled||be.intersectsSprite(S)){Y&&Tt.setFromMatrixPosition(S.matrixWorld).applyMatrix4(lt);let ct=V.update(S),Ot=S.material;Ot.visible&&g.push(S,ct,Ot,q,Tt.z,null)}}else if((S.isMesh||S.isLine||S.isPoints)&&(!S.frustumCulled||be.intersectsObject(S))){let ct=V.update(S),Ot=S.material;if(Y&&(S.boundingSphere!==void 0?(S.boundingSphere===null&&S.computeBoundingSphere(),Tt.copy(S.boundingSphere.center)):(ct.boundingSphere===null&&ct.computeBoundingSphere(),Tt.copy(ct.boundingSphere.center)),Tt.applyMatrix4(S.matrixWorld).applyMatrix4(lt)),Array.isArray(Ot)){let Ct=ct.groups;for(let Wt=0,kt=Ct.length;Wt<kt;Wt++){let Xt=Ct[Wt],le=Ot[Xt.materialIndex];le&&le.visible&&g.push(S,ct,le,q,Tt.z,Xt)}}else Ot.visible&&g.push(S,ct,Ot,q,Tt.z,null)}}let ut=S.children;for(let ct=0,Ot=ut.length;ct<Ot;ct++)ha(ut[ct],G,q,Y)}function oc(S,G,q,Y){let z=S.opaque,ut=S.transmissive,ct=S.transparent;m.setupLightsView(q),ie===!0&&gt.setGlobalState(b.clippingPlanes,q),Y&&Bt.viewport(M.copy(Y)),z.length>0&&ua(z,G,q),ut.length>0&&ua(ut,G,q),ct.length>0&&ua(ct,G,q),Bt.buffers.depth.setTest(!0),Bt.buffers.depth.setMask(!0),Bt.buffers.color.setMask(!0),Bt.setPolygonOffset(!1)}function lc(S,G,q,Y){if((q.isScene===!0?q.overrideMaterial:null)!==null)return;m.state.transmissionRenderTarget[Y.id]===void 0&&(m.state.transmissionRenderTarget[Y.id]=new je(1,1,{generateMipmaps:!0,type:Zt.has("EXT_color_buffer_half_float")||Zt.has("EXT_color_buffer_float")?_i:Ke,minFilter:es,samples:4,stencilBuffer:s,resolveDepthBuffer:!1,resolveStencilBuffer:!1,colorSpace:ue.workingColorSpace}));let ut=m.state.transmissionRenderTarget[Y.id],ct=Y.viewport||M;ut.setSize(ct.z*b.transmissionResolutionScale,ct.w*b.transmissionResolutionScale);let Ot=b.getRenderTarget(),Ct=b.getActiveCubeFace(),Wt=b.getActiveMipmapLevel();b.setRenderTarget(ut),b.getClearColor(X),Z=b.getClearAlpha(),Z<1&&b.setClearColor(16777215,.5),b.clear(),ce&&Nt.render(q);let kt=b.toneMapping;b.toneMapping=Mr;let Xt=Y.viewport;if(Y.viewport!==void 0&&(Y.viewport=void 0),m.setupLightsView(Y),ie===!0&&gt.setGlobalState(b.clippingPlanes,Y),ua(S,q,Y),Qt.updateMultisampleRenderTarget(ut),Qt.updateRenderTargetMipmap(ut),Zt.has("WEBGL_multisampled_render_to_texture")===!1){let le=!1;for(let ve=0,Ne=G.length;ve<Ne;ve++){let Se=G[ve],ye=Se.object,qt=Se.geometry,Ue=Se.material,he=Se.group;if(Ue.side===Di&&ye.layers.test(Y.layers)){let En=Ue.side;Ue.side=zn,Ue.needsUpdate=!0,cc(ye,q,Y,qt,Ue,he),Ue.side=En,Ue.needsUpdate=!0,le=!0}}le===!0&&(Qt.updateMultisampleRenderTarget(ut),Qt.updateRenderTargetMipmap(ut))}b.setRenderTarget(Ot,Ct,Wt),b.setClearColor(X,Z),Xt!==void 0&&(Y.viewport=Xt),b.toneMapping=kt}function ua(S,G,q){let Y=G.isScene===!0?G.overrideMaterial:null;for(let z=0,ut=S.length;z<ut;z++){let ct=S[z],Ot=ct.object,Ct=ct.geometry,Wt=ct.group,kt=ct.material;kt.allowOverride===!0&&Y!==null&&(kt=Y),Ot.layers.test(q.layers)&&cc(Ot,G,q,Ct,kt,Wt)}}function cc(S,G,q,Y,z,ut){S.onBeforeRender(b,G,q,Y,z,ut),S.modelViewMatrix.multiplyMatrices(q.matrixWorldInverse,S.matrixWorld),S.normalMatrix.getNormalMatrix(S.modelViewMatrix),z.onBeforeRender(b,G,q,Y,S,ut),z.transparent===!0&&z.side===Di&&z.forceSinglePass===!1?(z.side=zn,z.needsUpdate=!0,b.renderBufferDirect(q,G,Y,z,S,ut),z.side=mr,z.needsUpdate=!0,b.renderBufferDirect(q,G,Y,z,S,ut),z.side=Di):b.renderBufferDirect(q,G,Y,z,S,ut),S.onAfterRender(b,G,q,Y,z,ut)}function fa(S,G,q){G.isScene!==!0&&(G=xt);let Y=Ft.get(S),z=m.state.lights,ut=m.state.shadowsArray,ct=z.state.version,Ot=et.getParameters(S,z.state,ut,G,q),Ct=et.getProgramCacheKey(Ot),Wt=Y.programs;Y.environment=S.isMeshStandardMaterial?G.environment:null,Y.fog=G.fog,Y.envMap=(S.isMeshStandardMaterial?Be:Je).get(S.envMap||Y.environment),Y.envMapRotation=Y.environment!==null&&S.envMap===null?G.environmentRotation:S.envMapRotation,Wt===void 0&&(S.addEventListener("dispose",it),Wt=new Map,Y.programs=Wt);let kt=Wt.get(Ct);if(kt!==void 0){if(Y.currentProgram===kt&&Y.lightsStateVersion===ct)return da(S,Ot),kt}else Ot.uniforms=et.getUniforms(S),S.onBeforeCompile(Ot,b),kt=et.acquireProgram(Ot,Ct),Wt.set(Ct,kt),Y.uniforms=Ot.uniforms;let Xt=Y.uniforms;return(!S.isShaderMaterial&&!S.isRawShaderMaterial||S.clipping===!0)&&(Xt.clippingPlanes=gt.uniform),da(S,Ot),Y.needsLights=Wn(S),Y.lightsStateVersion=ct,Y.needsLights&&(Xt.ambientLightColor.value=z.state.ambient,Xt.lightProbe.value=z.state.probe,Xt.directionalLights.value=z.state.directional,Xt.directionalLightShadows.value=z.state.directionalShadow,Xt.spotLights.value=z.state.spot,Xt.spotLightShadows.value=z.state.spotShadow,Xt.rectAreaLights.value=z.state.rectArea,Xt.ltc_1.value=z.state.rectAreaLTC1,Xt.ltc_2.value=z.state.rectAreaLTC2,Xt.pointLights.value=z.state.point,Xt.pointLightShadows.value=z.state.pointShadow,Xt.hemisphereLights.value=z.state.hemi,Xt.directionalShadowMap.value=z.state.directionalShadowMap,Xt.directionalShadowMatrix.value=z.state.directionalShadowMatrix,Xt.spotShadowMap.value=z.state.spotShadowMap,Xt.spotLightMatrix.value=z.state.spotLightMatrix,Xt.spotLightMap.value=z.state.spotLightMap,Xt.pointShadowMap.value=z.state.pointShadowMap,Xt.pointShadowMatrix.value=z.state.pointShadowMatrix),Y.currentProgram=kt,Y.uniformsList=null,kt}function hc(S){if(S.uniformsList===null){let G=S.currentProgram.getUniforms();S.uniformsList=$a.seqWithValue(G.seq,S.uniforms)}return S.uniformsList}function da(S,G){let q=Ft.get(S);q.outputColorSpace=G.outputColorSpace,q.batching=G.batching,q.batchingColor=G.batchingColor,q.instancing=G.instancing,q.instancingColor=G.instancingColor,q.instancingMorph=G.instancingMorph,q.skinning=G.skinning,q.morphTargets=G.morphTargets,q.morphNormals=G.morphNormals,q.morphColors=G.morphColors,q.morphTargetsCount=G.morphTargetsCount,q.numClippingPlanes=G.numClippingPlanes,q.numIntersection=G.numClipIntersection,q.vertexAlphas=G.vertexAlphas,q.vertexTangents=G.vertexTangents,q.toneMapping=G.toneMapping}function zf(S,G,q,Y,z){G.isScene!==!0&&(G=xt),Qt.resetTextureUnits();let ut=G.fog,ct=Y.isMeshStandardMaterial?G.environment:null,Ot=B===null?b.outputColorSpace:B.isXRRenderTarget===!0?B.texture.colorSpace:Ds,Ct=(Y.isMeshStandardMaterial?Be:Je).get(Y.envMap||ct),Wt=Y.vertexColors===!0&&!!q.attributes.color&&q.attributes.color.itemSize===4,kt=!!q.attributes.tangent&&(!!Y.normalMap||Y.anisotropy>0),Xt=!!q.morphAttributes.position,le=!!q.morphAttributes.normal,ve=!!q.morphAttributes.color,Ne=Mr;Y.toneMapped&&(B===null||B.isXRRenderTarget===!0)&&(Ne=b.toneMapping);let Se=q.morphAttributes.position||q.morphAttributes.normal||q.morphAttributes.color,ye=Se!==void 0?Se.length:0,qt=Ft.get(Y),Ue=m.state.lights;if(ie===!0&&(J===!0||S!==C)){let bn=S===C&&Y.id===T;gt.setState(Y,S,bn)}let he=!1;Y.version===qt.__version?(qt.needsLights&&qt.lightsStateVersion!==Ue.state.version||qt.outputColorSpace!==Ot||z.isBatchedMesh&&qt.batching===!1||!z.isBatchedMesh&&qt.batching===!0||z.isBatchedMesh&&qt.batchingColor===!0&&z.colorTexture===null||z.isBatchedMesh&&qt.batchingColor===!1&&z.colorTexture!==null||z.isInstancedMesh&&qt.instancing===!1||!z.isInstancedMesh&&qt.instancing===!0||z.isSkinnedMesh&&qt.skinning===!1||!z.isSkinnedMesh&&qt.skinning===!0||z.isInstancedMesh&&qt.instancingColor===!0&&z.instanceColor===null||z.isInstancedMesh&&qt.instancingColor===!1&&z.instanceColor!==null||z.isInstancedMesh&&qt.instancingMorph===!0&&z.morphTexture===null||z.isInstancedMesh&&qt.instancingMorph===!1&&z.morphTexture!==null||qt.envMap!==Ct||Y.fog===!0&&qt.fog!==ut||qt.numClippingPlanes!==void 0&&(qt.numClippingPlanes!==gt.numPlanes||qt.numIntersection!==gt.numIntersection)||qt.vertexAlphas!==Wt||qt.vertexTangents!==kt||qt.morphTargets!==Xt||qt.morphNormals!==le||qt.morphColors!==ve||qt.toneMapping!==Ne||qt.morphTargetsCount!==ye)&&(he=!0):(he=!0,qt.__version=Y.version);let En=qt.currentProgram;he===!0&&(En=fa(Y,G,z));let Br=!1,Bn=!1,Ei=!1,Ie=En.getUniforms(),yn=qt.uniforms;if(Bt.useProgram(En.program)&&(Br=!0,Bn=!0,Ei=!0),Y.id!==T&&(T=Y.id,Bn=!0),Br||C!==S){Bt.buffers.depth.getReversed()&&S.reversedDepth!==!0&&(S._reversedDepth=!0,S.updateProjectionMatrix()),Ie.setValue(N,"projectionMatrix",S.projectionMatrix),Ie.setValue(N,"viewMatrix",S.matrixWorldInverse);let rn=Ie.map.cameraPosition;rn!==void 0&&rn.setValue(N,Pt.setFromMatrixPosition(S.matrixWorld)),Ht.logarithmicDepthBuffer&&Ie.setValue(N,"logDepthBufFC",2/(Math.log(S.far+1)/Math.LN2)),(Y.isMeshPhongMaterial||Y.isMeshToonMaterial||Y.isMeshLambertMaterial||Y.isMeshBasicMaterial||Y.isMeshStandardMaterial||Y.isShaderMaterial)&&Ie.setValue(N,"isOrthographic",S.isOrthographicCamera===!0),C!==S&&(C=S,Bn=!0,Ei=!0)}if(z.isSkinnedMesh){Ie.setOptional(N,z,"bindMatrix"),Ie.setOptional(N,z,"bindMatrixInverse");let bn=z.skeleton;bn&&(bn.boneTexture===null&&bn.computeBoneTexture(),Ie.setValue(N,"boneTexture",bn.boneTexture,Qt))}z.isBatchedMesh&&(Ie.setOptional(N,z,"batchingTexture"),Ie.setValue(N,"batchingTexture",z._matricesTexture,Qt),Ie.setOptional(N,z,"batchingIdTexture"),Ie.setValue(N,"batchingIdTexture",z._indirectTexture,Qt),Ie.setOptional(N,z,"batchingColorTexture"),z._colorsTexture!==null&&Ie.setValue(N,"batchingColorTexture",z._colorsTexture,Qt));let Xn=q.morphAttributes;if((Xn.position!==void 0||Xn.normal!==void 0||Xn.color!==void 0)&&_t.update(z,q,En),(Bn||qt.receiveShadow!==z.receiveShadow)&&(qt.receiveShadow=z.receiveShadow,Ie.setValue(N,"receiveShadow",z.receiveShadow)),Y.isMeshGouraudMaterial&&Y.envMap!==null&&(yn.envMap.value=Ct,yn.flipEnvMap.value=Ct.isCubeTexture&&Ct.isRenderTargetTexture===!1?-1:1),Y.isMeshStandardMaterial&&Y.envMap===null&&G.environment!==null&&(yn.envMapIntensity.value=G.environmentIntensity),Bn&&(Ie.setValue(N,"toneMappingExposure",b.toneMappingExposure),qt.needsLights&&uc(yn,Ei),ut&&Y.fog===!0&&ht.refreshFogUniforms(yn,ut),ht.refreshMaterialUniforms(yn,Y,$,W,m.state.transmissionRenderTarget[S.id]),$a.upload(N,hc(qt),yn,Qt)),Y.isShaderMaterial&&Y.uniformsNeedUpdate===!0&&($a.upload(N,hc(qt),yn,Qt),Y.uniformsNeedUpdate=!1),Y.isSpriteMaterial&&Ie.setValue(N,"center",z.center),Ie.setValue(N,"modelViewMatrix",z.modelViewMatrix),Ie.setValue(N,"normalMatrix",z.normalMatrix),Ie.setValue(N,"modelMatrix",z.matrixWorld),Y.isShaderMaterial||Y.isRawShaderMaterial){let bn=Y.uniformsGroups;for(let rn=0,No=bn.length;rn<No;rn++){let ar=bn[rn];$t.update(ar,En),$t.bind(ar,En)}}return En}function uc(S,G){S.ambientLightColor.needsUpdate=G,S.lightProbe.needsUpdate=G,S.directionalLights.needsUpdate=G,S.directionalLightShadows.needsUpdate=G,S.pointLights.needsUpdate=G,S.pointLightShadows.needsUpdate=G,S.spotLights.needsUpdate=G,S.spotLightShadows.needsUpdate=G,S.rectAreaLights.needsUpdate=G,S.hemisphereLights.needsUpdate=G}function Wn(S){return S.isMeshLambertMaterial||S.isMeshToonMaterial||S.isMeshPhongMaterial||S.isMeshStandardMaterial||S.isShadowMaterial||S.isShaderMaterial&&S.lights===!0}this.getActiveCubeFace=function(){return I},this.getActiveMipmapLevel=function(){return D},this.getRenderTarget=function(){return B},this.setRenderTargetTextures=function(S,G,q){let Y=Ft.get(S);Y.__autoAllocateDepthBuffer=S.resolveDepthBuffer===!1,Y.__autoAllocateDepthBuffer===!1&&(Y.__useRenderToTexture=!1),Ft.get(S.texture).__webglTexture=G,Ft.get(S.depthTexture).__webglTexture=Y.__autoAllocateDepthBuffer?void 0:q,Y.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(S,G){let q=Ft.get(S);q.__webglFramebuffer=G,q.__useDefaultFramebuffer=G===void 0};let Ur=N.createFramebuffer();this.setRenderTarget=function(S,G=0,q=0){B=S,I=G,D=q;let Y=!0,z=null,ut=!1,ct=!1;if(S){let Ct=Ft.get(S);if(Ct.__useDefaultFramebuffer!==void 0)Bt.bindFramebuffer(N.FRAMEBUFFER,null),Y=!1;else if(Ct.__webglFramebuffer===void 0)Qt.setupRenderTarget(S);else if(Ct.__hasExternalTextures)Qt.rebindTextures(S,Ft.get(S.texture).__webglTexture,Ft.get(S.depthTexture).__webglTexture);else if(S.depthBuffer){let Xt=S.depthTexture;if(Ct.__boundDepthTexture!==Xt){if(Xt!==null&&Ft.has(Xt)&&(S.width!==Xt.image.width||S.height!==Xt.image.height))throw new Error("WebGLRenderTarget: Attached DepthTexture is initialized to the incorrect size.");Qt.setupDepthRenderbuffer(S)}}let Wt=S.texture;(Wt.isData3DTexture||Wt.isDataArrayTexture||Wt.isCompressedArrayTexture)&&(ct=!0);let kt=Ft.get(S).__webglFramebuffer;S.isWebGLCubeRenderTarget?(Array.isArray(kt[G])?z=kt[G][q]:z=kt[G],ut=!0):S.samples>0&&Qt.useMultisampledRTT(S)===!1?z=Ft.get(S).__webglMultisampledFramebuffer:Array.isArray(kt)?z=kt[q]:z=kt,M.copy(S.viewport),L.copy(S.scissor),k=S.scissorTest}else M.copy(It).multiplyScalar($).floor(),L.copy(se).multiplyScalar($).floor(),k=Me;if(q!==0&&(z=Ur),Bt.bindFramebuffer(N.FRAMEBUFFER,z)&&Y&&Bt.drawBuffers(S,z),Bt.viewport(M),Bt.scissor(L),Bt.setScissorTest(k),ut){let Ct=Ft.get(S.texture);N.framebufferTexture2D(N.FRAMEBUFFER,N.COLOR_ATTACHMENT0,N.TEXTURE_CUBE_MAP_POSITIVE_X+G,Ct.__webglTexture,q)}else if(ct){let Ct=G;for(let Wt=0;Wt<S.textures.length;Wt++){let kt=Ft.get(S.textures[Wt]);N.framebufferTextureLayer(N.FRAMEBUFFER,N.COLOR_ATTACHMENT0+Wt,kt.__webglTexture,q,Ct)}}else if(S!==null&&q!==0){let Ct=Ft.get(S.texture);N.framebufferTexture2D(N.FRAMEBUFFER,N.COLOR_ATTACHMENT0,N.TEXTURE_2D,Ct.__webglTexture,q)}T=-1},this.readRenderTargetPixels=function(S,G,q,Y,z,ut,ct,Ot=0){if(!(S&&S.isWebGLRenderTarget)){console.error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let Ct=Ft.get(S).__webglFramebuffer;if(S.isWebGLCubeRenderTarget&&ct!==void 0&&(Ct=Ct[ct]),Ct){Bt.bindFramebuffer(N.FRAMEBUFFER,Ct);try{let Wt=S.textures[Ot],kt=Wt.format,Xt=Wt.type;if(!Ht.textureFormatReadable(kt)){console.error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(!Ht.textureTypeReadable(Xt)){console.error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}G>=0&&G<=S.width-Y&&q>=0&&q<=S.height-z&&(S.textures.length>1&&N.readBuffer(N.COLOR_ATTACHMENT0+Ot),N.readPixels(G,q,Y,z,At.convert(kt),At.convert(Xt),ut))}finally{let Wt=B!==null?Ft.get(B).__webglFramebuffer:null;Bt.bindFramebuffer(N.FRAMEBUFFER,Wt)}}},this.readRenderTargetPixelsAsync=async function(S,G,q,Y,z,ut,ct,Ot=0){if(!(S&&S.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let Ct=Ft.get(S).__webglFramebuffer;if(S.isWebGLCubeRenderTarget&&ct!==void 0&&(Ct=Ct[ct]),Ct)if(G>=0&&G<=S.width-Y&&q>=0&&q<=S.height-z){Bt.bindFramebuffer(N.FRAMEBUFFER,Ct);let Wt=S.textures[Ot],kt=Wt.format,Xt=Wt.type;if(!Ht.textureFormatReadable(kt))throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(!Ht.textureTypeReadable(Xt))throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let le=N.createBuffer();N.bindBuffer(N.PIXEL_PACK_BUFFER,le),N.bufferData(N.PIXEL_PACK_BUFFER,ut.byteLength,N.STREAM_READ),S.textures.length>1&&N.readBuffer(N.COLOR_ATTACHMENT0+Ot),N.readPixels(G,q,Y,z,At.convert(kt),At.convert(Xt),0);let ve=B!==null?Ft.get(B).__webglFramebuffer:null;Bt.bindFramebuffer(N.FRAMEBUFFER,ve);let Ne=N.fenceSync(N.SYNC_GPU_COMMANDS_COMPLETE,0);return N.flush(),await X0(N,Ne,4),N.bindBuffer(N.PIXEL_PACK_BUFFER,le),N.getBufferSubData(N.PIXEL_PACK_BUFFER,0,ut),N.deleteBuffer(le),N.deleteSync(Ne),ut}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(S,G=null,q=0){let Y=Math.pow(2,-q),z=Math.floor(S.image.width*Y),ut=Math.floor(S.image.height*Y),ct=G!==null?G.x:0,Ot=G!==null?G.y:0;Qt.setTexture2D(S,0),N.copyTexSubImage2D(N.TEXTURE_2D,q,0,0,ct,Ot,z,ut),Bt.unbindTexture()};let Fr=N.createFramebuffer(),pa=N.createFramebuffer();this.copyTextureToTexture=function(S,G,q=null,Y=null,z=0,ut=null){ut===null&&(z!==0?(Da("WebGLRenderer: copyTextureToTexture function signature has changed to support src and dst mipmap levels."),ut=z,z=0):ut=0);let ct,Ot,Ct,Wt,kt,Xt,le,ve,Ne,Se=S.isCompressedTexture?S.mipmaps[ut]:S.image;if(q!==null)ct=q.max.x-q.min.x,Ot=q.max.y-q.min.y,Ct=q.isBox3?q.max.z-q.min.z:1,Wt=q.min.x,kt=q.min.y,Xt=q.isBox3?q.min.z:0;else{let Xn=Math.pow(2,-z);ct=Math.floor(Se.width*Xn),Ot=Math.floor(Se.height*Xn),S.isDataArrayTexture?Ct=Se.depth:S.isData3DTexture?Ct=Math.floor(Se.depth*Xn):Ct=1,Wt=0,kt=0,Xt=0}Y!==null?(le=Y.x,ve=Y.y,Ne=Y.z):(le=0,ve=0,Ne=0);let ye=At.convert(G.format),qt=At.convert(G.type),Ue;G.isData3DTexture?(Qt.setTexture3D(G,0),Ue=N.TEXTURE_3D):G.isDataArrayTexture||G.isCompressedArrayTexture?(Qt.setTexture2DArray(G,0),Ue=N.TEXTURE_2D_ARRAY):(Qt.setTexture2D(G,0),Ue=N.TEXTURE_2D),N.pixelStorei(N.UNPACK_FLIP_Y_WEBGL,G.flipY),N.pixelStorei(N.UNPACK_PREMULTIPLY_ALPHA_WEBGL,G.premultiplyAlpha),N.pixelStorei(N.UNPACK_ALIGNMENT,G.unpackAlignment);let he=N.getParameter(N.UNPACK_ROW_LENGTH),En=N.getParameter(N.UNPACK_IMAGE_HEIGHT),Br=N.getParameter(N.UNPACK_SKIP_PIXELS),Bn=N.getParameter(N.UNPACK_SKIP_ROWS),Ei=N.getParameter(N.UNPACK_SKIP_IMAGES);N.pixelStorei(N.UNPACK_ROW_LENGTH,Se.width),N.pixelStorei(N.UNPACK_IMAGE_HEIGHT,Se.height),N.pixelStorei(N.UNPACK_SKIP_PIXELS,Wt),N.pixelStorei(N.UNPACK_SKIP_ROWS,kt),N.pixelStorei(N.UNPACK_SKIP_IMAGES,Xt);let Ie=S.isDataArrayTexture||S.isData3DTexture,yn=G.isDataArrayTexture||G.isData3DTexture;if(S.isDepthTexture){let Xn=Ft.get(S),bn=Ft.get(G),rn=Ft.get(Xn.__renderTarget),No=Ft.get(bn.__renderTarget);Bt.bindFramebuffer(N.READ_FRAMEBUFFER,rn.__webglFramebuffer),Bt.bindFramebuffer(N.DRAW_FRAMEBUFFER,No.__webglFramebuffer);for(let ar=0;ar<Ct;ar++)Ie&&(N.framebufferTextureLayer(N.READ_FRAMEBUFFER,N.COLOR_ATTACHMENT0,Ft.get(S).__webglTexture,z,Xt+ar),N.framebufferTextureLayer(N.DRAW_FRAMEBUFFER,N.COLOR_ATTACHMENT0,Ft.get(G).__webglTexture,ut,Ne+ar)),N.blitFramebuffer(Wt,kt,ct,Ot,le,ve,ct,Ot,N.DEPTH_BUFFER_BIT,N.NEAREST);Bt.bindFramebuffer(N.READ_FRAMEBUFFER,null),Bt.bindFramebuffer(N.DRAW_FRAMEBUFFER,null)}else if(z!==0||S.isRenderTargetTexture||Ft.has(S)){let Xn=Ft.get(S),bn=Ft.get(G);Bt.bindFramebuffer(N.READ_FRAMEBUFFER,Fr),Bt.bindFramebuffer(N.DRAW_FRAMEBUFFER,pa);for(let rn=0;rn<Ct;rn++)Ie?N.framebufferTextureLayer(N.READ_FRAMEBUFFER,N.COLOR_ATTACHMENT0,Xn.__webglTexture,z,Xt+rn):N.framebufferTexture2D(N.READ_FRAMEBUFFER,N.COLOR_ATTACHMENT0,N.TEXTURE_2D,Xn.__webglTexture,z),yn?N.framebufferTextureLayer(N.DRAW_FRAMEBUFFER,N.COLOR_ATTACHMENT0,bn.__webglTexture,ut,Ne+rn):N.framebufferTexture2D(N.DRAW_FRAMEBUFFER,N.COLOR_ATTACHMENT0,N.TEXTURE_2D,bn.__webglTexture,ut),z!==0?N.blitFramebuffer(Wt,kt,ct,Ot,le,ve,ct,Ot,N.COLOR_BUFFER_BIT,N.NEAREST):yn?N.copyTexSubImage3D(Ue,ut,le,ve,Ne+rn,Wt,kt,ct,Ot):N.copyTexSubImage2D(Ue,ut,le,ve,Wt,kt,ct,Ot);Bt.bindFramebuffer(N.READ_FRAMEBUFFER,null),Bt.bindFramebuffer(N.DRAW_FRAMEBUFFER,null)}else yn?S.isDataTexture||S.isData3DTexture?N.texSubImage3D(Ue,ut,le,ve,Ne,ct,Ot,Ct,ye,qt,Se.data):G.isCompressedArrayTexture?N.compressedTexSubImage3D(Ue,ut,le,ve,Ne,ct,Ot,Ct,ye,Se.data):N.texSubImage3D(Ue,ut,le,ve,Ne,ct,Ot,Ct,ye,qt,Se):S.isDataTexture?N.texSubImage2D(N.TEXTURE_2D,ut,le,ve,ct,Ot,ye,qt,Se.data):S.isCompressedTexture?N.compressedTexSubImage2D(N.TEXTURE_2D,ut,le,ve,Se.width,Se.height,ye,Se.data):N.texSubImage2D(N.TEXTURE_2D,ut,le,ve,ct,Ot,ye,qt,Se);N.pixelStorei(N.UNPACK_ROW_LENGTH,he),N.pixelStorei(N.UNPACK_IMAGE_HEIGHT,En),N.pixelStorei(N.UNPACK_SKIP_PIXELS,Br),N.pixelStorei(N.UNPACK_SKIP_ROWS,Bn),N.pixelStorei(N.UNPACK_SKIP_IMAGES,Ei),ut===0&&G.generateMipmaps&&N.generateMipmap(Ue),Bt.unbindTexture()},this.initRenderTarget=function(S){Ft.get(S).__webglFramebuffer===void 0&&Qt.setupRenderTarget(S)},this.initTexture=function(S){S.isCubeTexture?Qt.setTextureCube(S,0):S.isData3DTexture?Qt.setTexture3D(S,0):S.isDataArrayTexture||S.isCompressedArrayTexture?Qt.setTexture2DArray(S,0):Qt.setTexture2D(S,0),Bt.unbindTexture()},this.resetState=function(){I=0,D=0,B=null,Bt.reset(),bt.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return Pi}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(t){this._outputColorSpace=t;let e=this.getContext();e.drawingBufferColorSpace=ue._getDrawingBufferColorSpace(t),e.unpackColorSpace=ue._getUnpackColorSpace()}};var ap=class extends Pe{_ready=!1;get ready(){return this._ready}get instance(){if(!this._instance)throw new Error(`This entity has not been added to an instance or its initialization is not finished.
To check if the entity is ready, use the .ready property`);return this._instance}isEntity=!0;constructor(){super(),this.id=oe.generateUUID(),this.type="Entity",this._frozen=!1,this.userData={}}get frozen(){return this._frozen}set frozen(t){this._frozen!==t&&(this._frozen=t,this.dispatchEvent({type:"frozen-property-changed",frozen:t}))}get loading(){return!1}get progress(){return 1}preprocess(){return Promise.resolve()}async initialize(t){this._instance=t.instance,await this.preprocess(t),this._ready=!0,this.dispatchEvent({type:"initialized"})}shouldCheckForUpdate(){return this._ready}shouldFullUpdate(t){return t===this||t.isCamera}shouldUpdate(){return!1}filterChangeSources(t){let e=!1,i=new Set;return t.forEach(r=>{e=e||this.shouldFullUpdate(r),this.shouldUpdate(r)&&i.add(r)}),e?new Set([this]):i}preUpdate(){return null}update(){}postUpdate(){}dispose(){}notifyChange(t){this._instance?.notifyChange(t)}};function op(n){return n?.isEntity}var b_=ap;function o2(n,t){let e;for(let i=0;i<=n;i++){let r=i*i;for(let s=-i;s<=i;s++){let a=s*s;for(let o=-i;o<=i;o++){let l=a+o*o;if(l>r||e!=null&&l<=e)continue;let c=n+s,u=n+o;if(t(c,u,u*(2*n)+c)===!1)return}}e=r}}var du=o2;var l2=new zt(0,0,0),c2=new rl;function S_(n){return n.userData?.parentEntity!=null?n.userData.parentEntity:n.parent?S_(n.parent):null}function h2(n,t,e,i={}){let r=Math.max(i.radius??0,0),s=i.limit??1/0,a=i.filter,o=[],l,c=l2,u=Math.round(255*c.r),h=Math.round(255*c.g),f=Math.round(255*c.b);if(i.gpuPicking===!0){let g={x:t.x-r,y:t.y-r,width:1+r*2,height:1+r*2};l=n.engine.renderToBuffer({scene:e,camera:n.view.camera,zone:g,clearColor:c})}let p=new vt,d=n.canvasToNormalizedCoords(t,p),_=d.clone();return du(r,(g,m)=>{let w=((m+r)*(r*2+1)+(g+r))*4;if(i.gpuPicking===!0){let P=l[w],I=l[w+1],D=l[w+2];if(Math.abs(u-P)<=1&&Math.abs(h-I)<=1&&Math.abs(f-D)<=1)return null}_.setX(d.x+g/n.view.width).setY(d.y+m/n.view.height);let A=i.raycaster??c2;A.setFromCamera(_,n.view.camera);let b=A.intersectObject(e,!0);for(let P of b)if(P.entity=S_(P.object),(!a||a(P))&&(o.push(P),o.length>=s))return!1;return o.length===0}),o}var pu=h2;var Fi=n=>n!=null&&typeof n=="object";function w_(n){return Fi(n)&&n.isObject3D===!0}function E_(n){return Fi(n)&&n.isScene===!0}function mu(n){return Fi(n)&&n.isBufferGeometry===!0}function T_(n){return Fi(n)&&n.isTexture===!0}function Zs(n){return Fi(n)&&n.isPerspectiveCamera===!0}function Sr(n){return Fi(n)&&n.isOrthographicCamera===!0}function Ka(n){return Fi(n)&&n.isMaterial===!0}function lp(n){return Fi(n)&&n.isVector3===!0}function A_(n){return Fi(n)&&n.isBox3===!0}function C_(n){return Fi(n)&&n.isShaderMaterial===!0}function P_(n){return Fi(n)&&n.isMeshBasicMaterial===!0}var cp=class extends b_{isMemoryUsage=!0;hasDefaultPointOfView=!0;type="Entity3D";isPickable=!0;isEntity3D=!0;get distance(){return this._distance}constructor(t){if(super(),t?.object3d!=null&&!w_(t.object3d))throw new Error("Incorrect root object type (must be a three.js Object3D instance)");let e=t?.object3d??new $n;e.type==="Group"&&e.name===""&&(e.name=this.id),this._visible=!0,this._opacity=1,this._object3d=e,this.name=t?.name??void 0,this._distance={min:1/0,max:0},this._clippingPlanes=null,this._renderOrder=0,this.onObjectCreated(this._object3d)}getMemoryUsage(){}onRenderingContextLost(){}onRenderingContextRestored(){}get object3d(){return this._object3d}get visible(){return this._visible}set visible(t){this._visible!==t&&(this._visible=t,this.updateVisibility(),this.dispatchEvent({type:"visible-property-changed",visible:t}))}get renderOrder(){return this._renderOrder}set renderOrder(t){t!==this._renderOrder&&(this._renderOrder=t,this.updateRenderOrder(),this.dispatchEvent({type:"renderOrder-property-changed",renderOrder:t}))}get opacity(){return this._opacity}set opacity(t){this._opacity!==t&&(this._opacity=t,this.updateOpacity(),this.dispatchEvent({type:"opacity-property-changed",opacity:t}))}get clippingPlanes(){return this._clippingPlanes}set clippingPlanes(t){this._clippingPlanes=t,this.updateClippingPlanes(),this.dispatchEvent({type:"clippingPlanes-property-changed",clippingPlanes:t})}updateVisibility(){this.object3d.visible=this.visible}updateOpacity(){this.traverseMaterials(t=>{if(t.opacity!=null){let e=t.transparent;t.transparent=this.opacity<1,e!==t.transparent&&(t.needsUpdate=!0),t.opacity=this.opacity}})}updateRenderOrder(){this.traverse(t=>{t.renderOrder=this.renderOrder})}updateClippingPlanes(){this.traverseMaterials(t=>{t.clippingPlanes=this._clippingPlanes,t.clipShadows=!0})}shouldCheckForUpdate(){return super.shouldCheckForUpdate()&&this._visible}shouldFullUpdate(t){return super.shouldFullUpdate(t)||this.contains(t)}shouldUpdate(t){return super.shouldUpdate(t)||this.isOwned(t)}isOwned(t){return!!(t.isObject3D&&t.userData?.parentEntity===this)}preUpdate(t,e){return e.size>0&&(this._distance.min=1/0,this._distance.max=0),null}getBoundingBox(){return new Ze().setFromObject(this.object3d)}setupMaterial(t){t.clippingPlanes=this._clippingPlanes,t.clipShadows=!0,t.opacity=this._opacity,t.opacity<1&&(t.transparent=!0)}onObjectCreated(t){this.traverse(e=>{e.userData.parentEntity=this,this.assignRenderOrder(t)},t),this.traverseMaterials(e=>this.setupMaterial(e),t),this.dispatchEvent({type:"object-created",obj:t})}assignRenderOrder(t){t.renderOrder=this.renderOrder}contains(){return!1}traverseMaterials(t,e=void 0){this.traverse(i=>{"material"in i&&(Array.isArray(i.material)?i.material.forEach(r=>{Ka(r)&&t(r)}):Ka(i.material)&&t(i.material))},e)}traverseMeshes(t,e=void 0){(e??this.object3d).traverse(r=>{r.isMesh&&t(r)})}traverse(t,e=void 0){(e??this.object3d).traverse(t)}pick(t,e){return pu(this.instance,t,this.object3d,e)}getDefaultPointOfView(t){let e=this.getBoundingBox();return e==null?null:this.instance.view.getDefaultPointOfView(e,t)}};function rs(n){return n.isEntity3D}var R_=cp;var Qa=new O,I_=new re,L_=new re,D_=new O,O_=new O,gu=class{constructor(t={}){let e=this,i,r,s,a,o={objects:new WeakMap},l=t.element!==void 0?t.element:document.createElement("div");l.style.overflow="hidden",this.domElement=l,this.getSize=function(){return{width:i,height:r}},this.render=function(d,_){d.matrixWorldAutoUpdate===!0&&d.updateMatrixWorld(),_.parent===null&&_.matrixWorldAutoUpdate===!0&&_.updateMatrixWorld(),I_.copy(_.matrixWorldInverse),L_.multiplyMatrices(_.projectionMatrix,I_),u(d,d,_),p(d)},this.setSize=function(d,_){i=d,r=_,s=i/2,a=r/2,l.style.width=d+"px",l.style.height=_+"px"};function c(d){d.isCSS2DObject&&(d.element.style.display="none");for(let _=0,g=d.children.length;_<g;_++)c(d.children[_])}function u(d,_,g){if(d.visible===!1){c(d);return}if(d.isCSS2DObject){Qa.setFromMatrixPosition(d.matrixWorld),Qa.applyMatrix4(L_);let m=Qa.z>=-1&&Qa.z<=1&&d.layers.test(g.layers)===!0,w=d.element;w.style.display=m===!0?"":"none",m===!0&&(d.onBeforeRender(e,_,g),w.style.transform="translate("+-100*d.center.x+"%,"+-100*d.center.y+"%)translate("+(Qa.x*s+s)+"px,"+(-Qa.y*a+a)+"px)",w.parentNode!==l&&l.appendChild(w),d.onAfterRender(e,_,g));let A={distanceToCameraSquared:h(g,d)};o.objects.set(d,A)}for(let m=0,w=d.children.length;m<w;m++)u(d.children[m],_,g)}function h(d,_){return D_.setFromMatrixPosition(d.matrixWorld),O_.setFromMatrixPosition(_.matrixWorld),D_.distanceToSquared(O_)}function f(d){let _=[];return d.traverseVisible(function(g){g.isCSS2DObject&&_.push(g)}),_}function p(d){let _=f(d).sort(function(m,w){if(m.renderOrder!==w.renderOrder)return w.renderOrder-m.renderOrder;let A=o.objects.get(m).distanceToCameraSquared,b=o.objects.get(w).distanceToCameraSquared;return A-b}),g=_.length;for(let m=0,w=_.length;m<w;m++)_[m].element.style.zIndex=g-m}}};var N_=!1,U_=8,F_=2048,B_=0,_u={isLogDepthBufferSupported(){return N_},getMaxTextureUnitsCount(){return U_},getMaxTextureSize(){return F_},getMaxAnisotropy(){return B_},updateCapabilities(n){let t=n.getContext();U_=t.getParameter(t.MAX_TEXTURE_IMAGE_UNITS),F_=t.getParameter(t.MAX_TEXTURE_SIZE),B_=n.capabilities.getMaxAnisotropy(),N_=n.capabilities.logarithmicDepthBuffer}};var Jn=(function(n){return n[n.Raw=0]="Raw",n[n.ScaleToMinMax=2]="ScaleToMinMax",n[n.CompressTo8Bit=3]="CompressTo8Bit",n})({}),hp=class n{get options(){return this._opts}constructor(t,e={}){this._mode=t,this._opts=e}get mode(){return this._mode}get min(){return this._opts.min}get max(){return this._opts.max}get negateValues(){return this._opts.negateValues}set negateValues(t){this._opts.negateValues=t}isDefault(){return this.mode===Jn.Raw&&this.negateValues!==!0}withNegatedValues(){return this.negateValues=!0,this}static get Raw(){return new n(Jn.Raw)}get colorSpace(){if(this._mode===Jn.ScaleToMinMax)return Ui}static ScaleToMinMax(t,e){if(typeof t=="number"&&typeof e=="number")return new n(Jn.ScaleToMinMax,{min:t,max:e});throw new Error("min and max should be numbers")}static CompressTo8Bit(t,e){if(typeof t=="number"&&typeof e=="number")return new n(Jn.CompressTo8Bit,{min:t,max:e});throw new Error("min and max should be numbers")}toString(){switch(this.mode){case Jn.Raw:return"Raw";case Jn.ScaleToMinMax:return`Scaled (min: ${this._opts.min}, max: ${this._opts.max})`;case Jn.CompressTo8Bit:return`Compressed to 8-bit (min: ${this._opts.min}, max: ${this._opts.max})`;default:return"unknown"}}setUniform(t){let e=this.mode;switch(t.mode=e,t.negateValues=this.negateValues??!1,t.min=0,t.max=1,e){case Jn.ScaleToMinMax:case Jn.CompressTo8Bit:t.min=this._opts.min??0,t.max=this._opts.max??1;break;case Jn.Raw:break;default:throw new Error(`unknown interpretation mode: ${this.mode}`)}return t}},vu=hp;var vl=class extends hn{isEmptyTexture=!0;constructor(){super()}};var up=class extends Pe{constructor(){super(),this._operations=0,this._completed=0,this._total=0}get operations(){return this._operations}get completed(){return this._completed}get loading(){return this._operations>0}get progress(){return this._operations===0?1:this._completed/this._total}decrement(){this._operations!==0&&(this._operations--,this._completed++,this.dispatchEvent({type:"changed"}),this._operations===0&&(this._total=0,this._completed=0,this.dispatchEvent({type:"complete"})))}wrap(t){return this.increment(),t.finally(()=>this.decrement())}increment(t=1){this._operations+=t,this._total+=t,this.dispatchEvent({type:"changed"})}},to=up;function eo(n,t){return{requestId:n,error:t instanceof Error?t.message:"unknown error"}}var $s=class n{_workers=new Set;_disposed=!1;_messageId=0;get loading(){let t=!1;return this._workers.forEach(e=>{e.counter.loading&&(t=!0)}),t}get progress(){let t=0;return this._workers.forEach(e=>{t+=e.counter.progress}),t/this._workers.size}constructor(t){this._createWorker=t.createWorker,this._terminationDelay=t.terminationDelay??1e4,t.concurrency!=null?this._concurrency=t.concurrency:this._concurrency=n.defaultConcurrency}static get defaultConcurrency(){return typeof window<"u"&&window.navigator!=null?window.navigator.hardwareConcurrency:1}queue(t,e,i){if(this._disposed)throw new Error("this object is disposed");let r=this.getWorker();r.counter.increment(),r.idleTimeout&&(clearTimeout(r.idleTimeout),r.idleTimeout=null);let s=r.worker,a={id:this._messageId++,payload:e,type:t};return new Promise((o,l)=>{let c,u=h=>{let f=h.data;f.requestId===a.id&&(c(),"error"in f?l(new Error(f.error)):o(f.payload))};c=()=>{r.counter.decrement(),r.counter.loading||this.startWorkerTerminationTimeout(r),s.removeEventListener("message",u)},s.addEventListener("message",u),s.postMessage(a,i??[])})}dispose(){this._disposed||(this._disposed=!0,this._workers.forEach(t=>t.worker.terminate()))}startWorkerTerminationTimeout(t){let e=t.worker;t.idleTimeout=setTimeout(()=>{e.terminate(),this._workers.delete(t)},this._terminationDelay)}createWorker(){let t=this._createWorker(),e={counter:new to,worker:t,idleTimeout:null};return this._workers.add(e),e}getWorker(){if(this._workers.size===0)return this.createWorker();let t=[...this._workers],e=t.find(r=>!r.counter.loading);return e||(this._workers.size<this._concurrency?this.createWorker():(t.sort((r,s)=>r.counter.operations-s.counter.operations),t[0]))}};var G_=1009,z_=1015;var fp=0,ss=0;function k_(n){if(n instanceof Float32Array)return"Float32Array";if(n instanceof Float64Array)return"Float64Array";if(n instanceof Uint32Array)return"Uint32Array";if(n instanceof Uint16Array)return"Uint16Array";if(n instanceof Int32Array)return"Int32Array";if(n instanceof Int16Array)return"Int16Array";if(n instanceof Uint8Array)return"Uint8Array";if(n instanceof Int8Array)return"Int8Array";if(n instanceof Uint8ClampedArray)return"Uint8ClampedArray";throw new Error("unsupported type")}function dp(n,t){if(typeof t=="number")switch(t){case G_:return new Uint8ClampedArray(n);case z_:return new Float32Array(n)}else switch(t){case"Float32Array":return new Float32Array(n);case"Float64Array":return new Float64Array(n);case"Uint8ClampedArray":return new Uint8ClampedArray(n);case"Uint8Array":return new Uint8Array(n);case"Uint16Array":return new Uint16Array(n);case"Uint32Array":return new Uint32Array(n);case"Int8Array":return new Int8Array(n);case"Int16Array":return new Int16Array(n);case"Int32Array":return new Int32Array(n)}throw new Error("invalid state")}function yu(n){let t=n.input.map(o=>dp(o,n.inputType)),e=n.opaqueValue,i;if(n.bufferSize&&n.dataType)switch(n.dataType){case z_:i=new Float32Array(n.bufferSize);break;case G_:i=new Uint8ClampedArray(n.bufferSize);break;default:throw new Error("unrecognized buffer type: "+n.dataType)}else throw console.error("missing values"),new Error("missing values");let r=1/0,s=-1/0,a=!0;if(t.length===1){let o=t[0],l=o.length;for(let c=0;c<l;c++){let u=c*2,h,f,p=o[c];p!==p||p===n.nodata?(h=ss,f=fp):(h=p,f=e,a=!1),r=Math.min(r,h),s=Math.max(s,h),i[u+0]=h,i[u+1]=f}}if(t.length===2){let o=t[0],l=t[1],c=o.length;for(let u=0;u<c;u++){let h=u*2,f,p=o[u],d=l[u];p!==p||p===n.nodata?f=ss:f=p,d>0&&(a=!1),r=Math.min(r,f),s=Math.max(s,f),i[h+0]=f,i[h+1]=l[u]}}if(t.length===3){let o=t[0],l=t[1],c=t[2],u=o.length,h;for(let f=0;f<u;f++){let p=f*4,d=o[f],_=l[f],g=c[f];(d!==d||d===n.nodata)&&(_!==_||_===n.nodata)&&(g!==g||g===n.nodata)?(d=ss,_=ss,g=ss,h=fp):(h=e,a=!1),i[p+0]=d,i[p+1]=_,i[p+2]=g,i[p+3]=h}}if(t.length===4){let o=t[0],l=t[1],c=t[2],u=t[3],h=o.length;for(let f=0;f<h;f++){let p=f*4,d=o[f],_=l[f],g=c[f],m=u[f];(d!==d||d===n.nodata)&&(_!==_||_===n.nodata)&&(g!==g||g===n.nodata)?(d=ss,_=ss,g=ss,m=fp):m>0&&(a=!1),i[p+0]=d,i[p+1]=_,i[p+2]=g,i[p+3]=m}}return{buffer:i.buffer,min:r,max:s,isTransparent:a}}onmessage=async function(n){let t=n.data;try{switch(t.type){case"CreatePixelBuffer":{let e=yu(t.payload),i={requestId:t.id,payload:e};this.postMessage(i,{transfer:[i.payload.buffer]})}break;case"CreateImageBitmap":{let e=new Blob([t.payload.buffer]),i=await createImageBitmap(e,t.payload.options),r={requestId:t.id,payload:i};this.postMessage(r,{transfer:[i]})}break}}catch(e){this.postMessage(eo(t.id,e))}};var u2=255,f2=1;function d2(n){return n?.isTexture}function p2(n){return n?.isRenderTarget}function vp(n){return n.isDataTexture}function Mu(n){return n.isCanvasTexture}function yl(n){switch(n){case Ke:case ka:return 1;case Va:case Oi:case Vs:case Hs:return 2;case $i:case Ni:case br:case Qe:return 4;case _i:return 2;default:throw new Error(`unknown data type: ${n}`)}}function m2(n){switch(n){case Ke:return"UnsignedByteType";case ka:return"ByteType";case Va:return"ShortType";case Oi:return"UnsignedShortType";case Vs:return"UnsignedShort4444Type";case Hs:return"UnsignedShort5551Type";case $i:return"IntType";case Ni:return"UnsignedIntType";case br:return"UnsignedInt248Type";case Qe:return"FloatType";case _i:return"HalfFloatType";default:throw new Error(`unknown data type: ${n}`)}}function xl(n){switch(n){case cl:return 1;case Xe:return 4;case Zr:return 1;case ns:return 1;case hl:return 1;case Ha:return 1;case Wa:return 2;case Xa:return 2;case qa:return 4;default:throw new Error(`invalid pixel format: ${n}`)}}function g2(n){let t=xl(n.format),e=yl(n.type);return n.image.width*n.image.height*t*e}function _2(n,t){let e=n.width*n.height*xl(n.texture.format),i=n.texture.type===Ke?new Uint8Array(e):new Float32Array(e);t.readRenderTargetPixels(n,0,0,n.width,n.height,i),n.texture.data=i}function yp(n){let t=document.createElement("canvas");t.width=n.width,t.height=n.height;let e=t.getContext("2d",{willReadFrequently:!0});if(!e)throw new Error("could not acquire 2D context on canvas");return e.drawImage(n,0,0),e.getImageData(0,0,n.width,n.height).data}var pp=null;function H_(){return pp==null&&(pp=new $s({createWorker:()=>new Worker(URL.createObjectURL(new Blob([atob("InVzZSBzdHJpY3QiOygoKT0+e2Z1bmN0aW9uIF8oZSx0KXtyZXR1cm57cmVxdWVzdElkOmUsZXJyb3I6dCBpbnN0YW5jZW9mIEVycm9yP3QubWVzc2FnZToidW5rbm93biBlcnJvciJ9fXZhciBrPTEwMDksVD0xMDE1LGI9MjU1LEI9MSxBPTAscD0wO2Z1bmN0aW9uIE0oZSl7aWYoZSBpbnN0YW5jZW9mIEZsb2F0MzJBcnJheSlyZXR1cm4iRmxvYXQzMkFycmF5IjtpZihlIGluc3RhbmNlb2YgRmxvYXQ2NEFycmF5KXJldHVybiJGbG9hdDY0QXJyYXkiO2lmKGUgaW5zdGFuY2VvZiBVaW50MzJBcnJheSlyZXR1cm4iVWludDMyQXJyYXkiO2lmKGUgaW5zdGFuY2VvZiBVaW50MTZBcnJheSlyZXR1cm4iVWludDE2QXJyYXkiO2lmKGUgaW5zdGFuY2VvZiBJbnQzMkFycmF5KXJldHVybiJJbnQzMkFycmF5IjtpZihlIGluc3RhbmNlb2YgSW50MTZBcnJheSlyZXR1cm4iSW50MTZBcnJheSI7aWYoZSBpbnN0YW5jZW9mIFVpbnQ4QXJyYXkpcmV0dXJuIlVpbnQ4QXJyYXkiO2lmKGUgaW5zdGFuY2VvZiBJbnQ4QXJyYXkpcmV0dXJuIkludDhBcnJheSI7aWYoZSBpbnN0YW5jZW9mIFVpbnQ4Q2xhbXBlZEFycmF5KXJldHVybiJVaW50OENsYW1wZWRBcnJheSI7dGhyb3cgbmV3IEVycm9yKCJ1bnN1cHBvcnRlZCB0eXBlIil9ZnVuY3Rpb24geChlLHQpe2lmKHR5cGVvZiB0PT0ibnVtYmVyIilzd2l0Y2godCl7Y2FzZSBrOnJldHVybiBuZXcgVWludDhDbGFtcGVkQXJyYXkoZSk7Y2FzZSBUOnJldHVybiBuZXcgRmxvYXQzMkFycmF5KGUpfWVsc2Ugc3dpdGNoKHQpe2Nhc2UiRmxvYXQzMkFycmF5IjpyZXR1cm4gbmV3IEZsb2F0MzJBcnJheShlKTtjYXNlIkZsb2F0NjRBcnJheSI6cmV0dXJuIG5ldyBGbG9hdDY0QXJyYXkoZSk7Y2FzZSJVaW50OENsYW1wZWRBcnJheSI6cmV0dXJuIG5ldyBVaW50OENsYW1wZWRBcnJheShlKTtjYXNlIlVpbnQ4QXJyYXkiOnJldHVybiBuZXcgVWludDhBcnJheShlKTtjYXNlIlVpbnQxNkFycmF5IjpyZXR1cm4gbmV3IFVpbnQxNkFycmF5KGUpO2Nhc2UiVWludDMyQXJyYXkiOnJldHVybiBuZXcgVWludDMyQXJyYXkoZSk7Y2FzZSJJbnQ4QXJyYXkiOnJldHVybiBuZXcgSW50OEFycmF5KGUpO2Nhc2UiSW50MTZBcnJheSI6cmV0dXJuIG5ldyBJbnQxNkFycmF5KGUpO2Nhc2UiSW50MzJBcnJheSI6cmV0dXJuIG5ldyBJbnQzMkFycmF5KGUpfXRocm93IG5ldyBFcnJvcigiaW52YWxpZCBzdGF0ZSIpfWZ1bmN0aW9uIEUoZSl7bGV0IHQ9ZS5pbnB1dC5tYXAobz0+eChvLGUuaW5wdXRUeXBlKSksaD1lLm9wYXF1ZVZhbHVlLG47aWYoZS5idWZmZXJTaXplJiZlLmRhdGFUeXBlKXN3aXRjaChlLmRhdGFUeXBlKXtjYXNlIFQ6bj1uZXcgRmxvYXQzMkFycmF5KGUuYnVmZmVyU2l6ZSk7YnJlYWs7Y2FzZSBrOm49bmV3IFVpbnQ4Q2xhbXBlZEFycmF5KGUuYnVmZmVyU2l6ZSk7YnJlYWs7ZGVmYXVsdDp0aHJvdyBuZXcgRXJyb3IoInVucmVjb2duaXplZCBidWZmZXIgdHlwZTogIitlLmRhdGFUeXBlKX1lbHNlIHRocm93IGNvbnNvbGUuZXJyb3IoIm1pc3NpbmcgdmFsdWVzIiksbmV3IEVycm9yKCJtaXNzaW5nIHZhbHVlcyIpO2xldCB5PTEvMCxtPS0xLzAsdz0hMDtpZih0Lmxlbmd0aD09PTEpe2xldCBvPXRbMF0sZj1vLmxlbmd0aDtmb3IobGV0IGQ9MDtkPGY7ZCsrKXtsZXQgaT1kKjIsYSxyLHM9b1tkXTtzIT09c3x8cz09PWUubm9kYXRhPyhhPXAscj1BKTooYT1zLHI9aCx3PSExKSx5PU1hdGgubWluKHksYSksbT1NYXRoLm1heChtLGEpLG5baSswXT1hLG5baSsxXT1yfX1pZih0Lmxlbmd0aD09PTIpe2xldCBvPXRbMF0sZj10WzFdLGQ9by5sZW5ndGg7Zm9yKGxldCBpPTA7aTxkO2krKyl7bGV0IGE9aSoyLHIscz1vW2ldLGM9ZltpXTtzIT09c3x8cz09PWUubm9kYXRhP3I9cDpyPXMsYz4wJiYodz0hMSkseT1NYXRoLm1pbih5LHIpLG09TWF0aC5tYXgobSxyKSxuW2ErMF09cixuW2ErMV09ZltpXX19aWYodC5sZW5ndGg9PT0zKXtsZXQgbz10WzBdLGY9dFsxXSxkPXRbMl0saT1vLmxlbmd0aCxhO2ZvcihsZXQgcj0wO3I8aTtyKyspe2xldCBzPXIqNCxjPW9bcl0sbD1mW3JdLHU9ZFtyXTsoYyE9PWN8fGM9PT1lLm5vZGF0YSkmJihsIT09bHx8bD09PWUubm9kYXRhKSYmKHUhPT11fHx1PT09ZS5ub2RhdGEpPyhjPXAsbD1wLHU9cCxhPUEpOihhPWgsdz0hMSksbltzKzBdPWMsbltzKzFdPWwsbltzKzJdPXUsbltzKzNdPWF9fWlmKHQubGVuZ3RoPT09NCl7bGV0IG89dFswXSxmPXRbMV0sZD10WzJdLGk9dFszXSxhPW8ubGVuZ3RoO2ZvcihsZXQgcj0wO3I8YTtyKyspe2xldCBzPXIqNCxjPW9bcl0sbD1mW3JdLHU9ZFtyXSxnPWlbcl07KGMhPT1jfHxjPT09ZS5ub2RhdGEpJiYobCE9PWx8fGw9PT1lLm5vZGF0YSkmJih1IT09dXx8dT09PWUubm9kYXRhKT8oYz1wLGw9cCx1PXAsZz1BKTpnPjAmJih3PSExKSxuW3MrMF09YyxuW3MrMV09bCxuW3MrMl09dSxuW3MrM109Z319cmV0dXJue2J1ZmZlcjpuLmJ1ZmZlcixtaW46eSxtYXg6bSxpc1RyYW5zcGFyZW50Ond9fW9ubWVzc2FnZT1hc3luYyBmdW5jdGlvbihlKXtsZXQgdD1lLmRhdGE7dHJ5e3N3aXRjaCh0LnR5cGUpe2Nhc2UiQ3JlYXRlUGl4ZWxCdWZmZXIiOntsZXQgaD1FKHQucGF5bG9hZCksbj17cmVxdWVzdElkOnQuaWQscGF5bG9hZDpofTt0aGlzLnBvc3RNZXNzYWdlKG4se3RyYW5zZmVyOltuLnBheWxvYWQuYnVmZmVyXX0pfWJyZWFrO2Nhc2UiQ3JlYXRlSW1hZ2VCaXRtYXAiOntsZXQgaD1uZXcgQmxvYihbdC5wYXlsb2FkLmJ1ZmZlcl0pLG49YXdhaXQgY3JlYXRlSW1hZ2VCaXRtYXAoaCx0LnBheWxvYWQub3B0aW9ucykseT17cmVxdWVzdElkOnQuaWQscGF5bG9hZDpufTt0aGlzLnBvc3RNZXNzYWdlKHkse3RyYW5zZmVyOltuXX0pfWJyZWFrfX1jYXRjaChoKXt0aGlzLnBvc3RNZXNzYWdlKF8odC5pZCxoKSl9fTt9KSgpOwo=")],{type:"text/javascript"})),{type:"module"}),concurrency:2})),pp}async function v2(n,t){if(window.Worker!=null){let e=H_(),i=await n.arrayBuffer();return await e.queue("CreateImageBitmap",{buffer:i,options:t},[i])}else return createImageBitmap(n,t)}async function y2(n,t={}){let[e]=n.type.split(";");switch(e){case"image/webp":case"image/png":case"image/jpg":case"image/jpeg":{let i=t?.enableWorkers??!0,r,s={imageOrientation:t.flipY===!0?"flipY":"none"};i?r=await v2(n,s):r=await createImageBitmap(n,s);let a,o=_u.getMaxTextureSize();if(r.width>o||r.height>o)throw new Error(`image dimensions (${r.width} * ${r.height} pixels) exceed max texture size (${o} pixels)`);if(t.createDataTexture===!0){let l=yp(r);a=new yr(l,r.width,r.height,Xe,Ke)}else a=new hn(r);return a.wrapS=Zn,a.wrapT=Zn,a.minFilter=cn,a.magFilter=cn,a.generateMipmaps=!1,a.needsUpdate=!0,a}default:throw new Error(`unsupported media type for textures: ${n.type}`)}}function W_(n,t,e,i,r){let s=n.isTransparent?new vl:new yr(dp(n.buffer,r),t,e,i,r);return Mp(s)||(s.needsUpdate=!0,s.generateMipmaps=!1,s.magFilter=cn,s.minFilter=cn),{texture:s,min:n.min,max:n.max}}function X_(n){switch(n){case 1:case 2:return Wa;default:return Xe}}function q_(n,...t){let{width:e,height:i,type:r,nodata:s}=n,a=r,o;switch(t.length){case 1:case 2:o=2;break;default:o=4;break}let l;return a===Qe?l=f2:l=u2,{bufferSize:e*i*o,inputType:k_(t[0]),dataType:a,input:t.map(c=>n.makeCopyOfBuffers?c.buffer.slice(0):c.buffer),opaqueValue:l,nodata:s}}function x2(n,t,...e){let i=q_({width:n.width,height:n.height,type:t,nodata:n.nodata,makeCopyOfBuffers:!1},...e),r=yu(i),s=X_(e.length);return W_(r,n.width,n.height,s,i.dataType)}async function M2(n,t,...e){let i=q_({width:n.width,height:n.height,type:t,nodata:n.nodata,makeCopyOfBuffers:!0},...e),r;(n?.enableWorkers??!0)&&window.Worker!=null?r=await H_().queue("CreatePixelBuffer",i,i.input):r=yu(i);let a=X_(e.length);return W_(r,n.width,n.height,a,i.dataType)}function b2(n,t){let e=n.length,i=new Uint8ClampedArray(e*4);for(let s=0;s<e;s++){let a=n[s],o=s*4;i[o+0]=a.r*255,i[o+1]=a.g*255,i[o+2]=a.b*255,i[o+3]=t?oe.clamp(t[s],0,1)*255:255}let r=new yr(i,e,1,Xe,Ke);return r.needsUpdate=!0,r}function xp(n,t,e=vu.Raw,i=4){let r=1/0,s=-1/0,a=0,o=i-1;switch(e.mode){case Jn.Raw:for(let l=0;l<n.length;l+=i){let c=n[l+a],u=n[l+o];c===c&&c!==t&&u!==0&&(r=Math.min(r,c),s=Math.max(s,c))}break;case Jn.ScaleToMinMax:{let l=e.min,c=e.max;for(let u=0;u<n.length;u+=i){let h=n[u+a]/255,f=l+h*(c-l),p=n[u+o];f===f&&f!==t&&p!==0&&(r=Math.min(r,f),s=Math.max(s,f))}}break;default:throw new Error("not implemented")}return e.negateValues===!0?{min:-s,max:-r}:{min:r,max:s}}function S2(n,t){return yl(n)>yl(t)?n:t}function w2(n,t){return!(t!==Xe||n===t)}function Y_(n,t=vu.Raw){let e=yp(n);return xp(e,0,t)}function E2(n,t=0,e=vu.Raw){if(vp(n)){let i=xl(n.format);return xp(n.image.data,t,e,i)}return Mu(n)?Y_(n.image,e):null}function Mp(n){return n==null||n.isEmptyTexture?!0:Mu(n)?n.source?.data==null:vp(n)?n.image?.data==null:n.isRenderTargetTexture?!1:n.source?.data==null}function mp(n,t){if(t!=null)if(Mp(t))n.objects.set(t.id,{gpuMemory:0,cpuMemory:0});else if(t.userData?.memoryUsage!=null){let e=t.userData.memoryUsage;n.objects.set(t.id,e)}else if(Mu(t)){let{width:e,height:i}=t.source.data;n.objects.set(t.id,{gpuMemory:e*i*4,cpuMemory:0})}else{let{width:e,height:i}=t.image,r=e*i*yl(t.type)*xl(t.format);t.isRenderTargetTexture?n.objects.set(t.id,{gpuMemory:r,cpuMemory:0}):n.objects.set(t.id,{gpuMemory:r,cpuMemory:r})}}var V_=new De({uniforms:{depthTexture:{value:null}},vertexShader:`
    varying vec2 vUv;
    void main() {
      vUv = uv;
      gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
    }
  `,fragmentShader:`
    #include <packing>

    uniform sampler2D depthTexture;
    varying vec2 vUv;

    void main() {
      float depth = texture2D(depthTexture, vUv).r;
      gl_FragColor = packDepthToRGBA(depth);
    }
  `}),xu=new _e(1,256,256*256,256*256*256),gp=255/256,T2=new _e(gp/xu.x,gp/xu.y,gp/xu.z,1/xu.w),A2=new Bs(2,2);async function C2(n,t){let e=n.image.width,i=n.image.height,r=new vr,s=new fn(A2,V_);r.add(s),V_.uniforms.depthTexture.value=n;let a=new je(e,i,{format:Xe,type:Ke});t.setRenderTarget(a),t.render(r,new Fs),t.setRenderTarget(null);let o=new Uint8Array(e*i*4);await t.readRenderTargetPixelsAsync(a,0,0,e,i,o);let l=new Float32Array(e*i),c=0,u=new _e;for(let h=0;h<o.length;h+=4){let f=o[h+0]/255,p=o[h+1]/255,d=o[h+2]/255,_=o[h+3]/255;u.set(f,p,d,_);let g=u.dot(T2);l[c]=g,c++}return a.dispose(),l}function P2(n,t){let e=n.renderer.getContext(),i=e.getParameter(e.DEPTH_BITS),r=t.width*t.height*(i/8);n.objects.set(t.texture.id,{gpuMemory:r,cpuMemory:0})}function R2(n,t){t!=null&&(d2(t)?mp(n,t):p2(t)&&(t.depthBuffer&&(t.depthTexture!=null?mp(n,t.depthTexture):P2(n,t)),mp(n,t.texture)))}function I2(n){return n instanceof HTMLCanvasElement||n instanceof OffscreenCanvas?n.getContext("2d",{willReadFrequently:!0}).getImageData(0,0,n.width,n.height).data:yp(n)}function L2(n){let t=I2(n);for(let e=0;e<t.length;e+=4)if(t[e+3]!==0)return!1;return!0}function _p(n,t,e){let i=e?.getContext();if(i==null)return n;let r=Le;return n===cn&&(t===Qe&&!i.getExtension("OES_texture_float_linear")||t===_i&&!i.getExtension("OES_texture_half_float_linear"))?r:n}function D2(n,t){n.minFilter=_p(n.minFilter,n.type,t),n.magFilter=_p(n.magFilter,n.type,t)}var Bi={createDataTexture:x2,createDataTextureAsync:M2,isEmptyTexture:Mp,decodeBlob:y2,getChannelCount:xl,getBytesPerChannel:yl,getWiderType:S2,getDataTypeString:m2,create1DTexture:b2,createDataCopy:_2,computeMinMax:E2,isDataTexture:vp,isCanvasTexture:Mu,computeMinMaxFromBuffer:xp,computeMinMaxFromImage:Y_,estimateSize:g2,readDepthTexture:C2,shouldExpandRGB:w2,isCanvasEmpty:L2,getMemoryUsage:R2,getCompatibleTextureFilter:_p,ensureCompatibility:D2};var bp=class{EDLRadius=1.5;enableInpainting=!1;constructor(){this.enableEDL=!1,this.EDLStrength=.7,this.EDLRadius=1.5,this.enableInpainting=!1,this.inpaintingSteps=2,this.inpaintingDepthContribution=.5,this.enablePointCloudOcclusion=!1,this.enableMSAA=!0}},j_=bp;var bu={name:"CopyShader",uniforms:{tDiffuse:{value:null},opacity:{value:1}},vertexShader:`

		varying vec2 vUv;

		void main() {

			vUv = uv;
			gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );

		}`,fragmentShader:`

		uniform float opacity;

		uniform sampler2D tDiffuse;

		varying vec2 vUv;

		void main() {

			vec4 texel = texture2D( tDiffuse, vUv );
			gl_FragColor = opacity * texel;


		}`};var Gi=class{constructor(){this.isPass=!0,this.enabled=!0,this.needsSwap=!0,this.clear=!1,this.renderToScreen=!1}setSize(){}render(){console.error("THREE.Pass: .render() must be implemented in derived pass.")}dispose(){}},O2=new ts(-1,1,1,-1,0,1),Sp=class extends Mn{constructor(){super(),this.setAttribute("position",new We([-1,3,0,-1,-1,0,3,-1,0],3)),this.setAttribute("uv",new We([0,2,0,0,2,0],2))}},N2=new Sp,as=class{constructor(t){this._mesh=new fn(N2,t)}dispose(){this._mesh.geometry.dispose()}render(t){t.render(this._mesh,O2)}get material(){return this._mesh.material}set material(t){this._mesh.material=t}};var Su=class extends Gi{constructor(t,e="tDiffuse"){super(),this.textureID=e,this.uniforms=null,this.material=null,t instanceof De?(this.uniforms=t.uniforms,this.material=t):t&&(this.uniforms=is.clone(t.uniforms),this.material=new De({name:t.name!==void 0?t.name:"unspecified",defines:Object.assign({},t.defines),uniforms:this.uniforms,vertexShader:t.vertexShader,fragmentShader:t.fragmentShader})),this._fsQuad=new as(this.material)}render(t,e,i){this.uniforms[this.textureID]&&(this.uniforms[this.textureID].value=i.texture),this._fsQuad.material=this.material,this.renderToScreen?(t.setRenderTarget(null),this._fsQuad.render(t)):(t.setRenderTarget(e),this.clear&&t.clear(t.autoClearColor,t.autoClearDepth,t.autoClearStencil),this._fsQuad.render(t))}dispose(){this.material.dispose(),this._fsQuad.dispose()}};var Ml=class extends Gi{constructor(t,e){super(),this.scene=t,this.camera=e,this.clear=!0,this.needsSwap=!1,this.inverse=!1}render(t,e,i){let r=t.getContext(),s=t.state;s.buffers.color.setMask(!1),s.buffers.depth.setMask(!1),s.buffers.color.setLocked(!0),s.buffers.depth.setLocked(!0);let a,o;this.inverse?(a=0,o=1):(a=1,o=0),s.buffers.stencil.setTest(!0),s.buffers.stencil.setOp(r.REPLACE,r.REPLACE,r.REPLACE),s.buffers.stencil.setFunc(r.ALWAYS,a,4294967295),s.buffers.stencil.setClear(o),s.buffers.stencil.setLocked(!0),t.setRenderTarget(i),this.clear&&t.clear(),t.render(this.scene,this.camera),t.setRenderTarget(e),this.clear&&t.clear(),t.render(this.scene,this.camera),s.buffers.color.setLocked(!1),s.buffers.depth.setLocked(!1),s.buffers.color.setMask(!0),s.buffers.depth.setMask(!0),s.buffers.stencil.setLocked(!1),s.buffers.stencil.setFunc(r.EQUAL,1,4294967295),s.buffers.stencil.setOp(r.KEEP,r.KEEP,r.KEEP),s.buffers.stencil.setLocked(!0)}},wu=class extends Gi{constructor(){super(),this.needsSwap=!1}render(t){t.state.buffers.stencil.setLocked(!1),t.state.buffers.stencil.setTest(!1)}};var Eu=class{constructor(t,e){if(this.renderer=t,this._pixelRatio=t.getPixelRatio(),e===void 0){let i=t.getSize(new vt);this._width=i.width,this._height=i.height,e=new je(this._width*this._pixelRatio,this._height*this._pixelRatio,{type:_i}),e.texture.name="EffectComposer.rt1"}else this._width=e.width,this._height=e.height;this.renderTarget1=e,this.renderTarget2=e.clone(),this.renderTarget2.texture.name="EffectComposer.rt2",this.writeBuffer=this.renderTarget1,this.readBuffer=this.renderTarget2,this.renderToScreen=!0,this.passes=[],this.copyPass=new Su(bu),this.copyPass.material.blending=ui,this.clock=new xr}swapBuffers(){let t=this.readBuffer;this.readBuffer=this.writeBuffer,this.writeBuffer=t}addPass(t){this.passes.push(t),t.setSize(this._width*this._pixelRatio,this._height*this._pixelRatio)}insertPass(t,e){this.passes.splice(e,0,t),t.setSize(this._width*this._pixelRatio,this._height*this._pixelRatio)}removePass(t){let e=this.passes.indexOf(t);e!==-1&&this.passes.splice(e,1)}isLastEnabledPass(t){for(let e=t+1;e<this.passes.length;e++)if(this.passes[e].enabled)return!1;return!0}render(t){t===void 0&&(t=this.clock.getDelta());let e=this.renderer.getRenderTarget(),i=!1;for(let r=0,s=this.passes.length;r<s;r++){let a=this.passes[r];if(a.enabled!==!1){if(a.renderToScreen=this.renderToScreen&&this.isLastEnabledPass(r),a.render(this.renderer,this.writeBuffer,this.readBuffer,t,i),a.needsSwap){if(i){let o=this.renderer.getContext(),l=this.renderer.state.buffers.stencil;l.setFunc(o.NOTEQUAL,1,4294967295),this.copyPass.render(this.renderer,this.writeBuffer,this.readBuffer,t),l.setFunc(o.EQUAL,1,4294967295)}this.swapBuffers()}Ml!==void 0&&(a instanceof Ml?i=!0:a instanceof wu&&(i=!1))}}this.renderer.setRenderTarget(e)}reset(t){if(t===void 0){let e=this.renderer.getSize(new vt);this._pixelRatio=this.renderer.getPixelRatio(),this._width=e.width,this._height=e.height,t=this.renderTarget1.clone(),t.setSize(this._width*this._pixelRatio,this._height*this._pixelRatio)}this.renderTarget1.dispose(),this.renderTarget2.dispose(),this.renderTarget1=t,this.renderTarget2=t.clone(),this.writeBuffer=this.renderTarget1,this.readBuffer=this.renderTarget2}setSize(t,e){this._width=t,this._height=e;let i=this._width*this._pixelRatio,r=this._height*this._pixelRatio;this.renderTarget1.setSize(i,r),this.renderTarget2.setSize(i,r);for(let s=0;s<this.passes.length;s++)this.passes[s].setSize(i,r)}setPixelRatio(t){this._pixelRatio=t,this.setSize(this._width,this._height)}dispose(){this.renderTarget1.dispose(),this.renderTarget2.dispose(),this.copyPass.dispose()}};var bl={name:"OutputShader",uniforms:{tDiffuse:{value:null},toneMappingExposure:{value:1}},vertexShader:`
		precision highp float;

		uniform mat4 modelViewMatrix;
		uniform mat4 projectionMatrix;

		attribute vec3 position;
		attribute vec2 uv;

		varying vec2 vUv;

		void main() {

			vUv = uv;
			gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );

		}`,fragmentShader:`

		precision highp float;

		uniform sampler2D tDiffuse;

		#include <tonemapping_pars_fragment>
		#include <colorspace_pars_fragment>

		varying vec2 vUv;

		void main() {

			gl_FragColor = texture2D( tDiffuse, vUv );

			// tone mapping

			#ifdef LINEAR_TONE_MAPPING

				gl_FragColor.rgb = LinearToneMapping( gl_FragColor.rgb );

			#elif defined( REINHARD_TONE_MAPPING )

				gl_FragColor.rgb = ReinhardToneMapping( gl_FragColor.rgb );

			#elif defined( CINEON_TONE_MAPPING )

				gl_FragColor.rgb = CineonToneMapping( gl_FragColor.rgb );

			#elif defined( ACES_FILMIC_TONE_MAPPING )

				gl_FragColor.rgb = ACESFilmicToneMapping( gl_FragColor.rgb );

			#elif defined( AGX_TONE_MAPPING )

				gl_FragColor.rgb = AgXToneMapping( gl_FragColor.rgb );

			#elif defined( NEUTRAL_TONE_MAPPING )

				gl_FragColor.rgb = NeutralToneMapping( gl_FragColor.rgb );

			#elif defined( CUSTOM_TONE_MAPPING )

				gl_FragColor.rgb = CustomToneMapping( gl_FragColor.rgb );

			#endif

			// color space

			#ifdef SRGB_TRANSFER

				gl_FragColor = sRGBTransferOETF( gl_FragColor );

			#endif

		}`};var Tu=class extends Gi{constructor(){super(),this.uniforms=is.clone(bl.uniforms),this.material=new nl({name:bl.name,uniforms:this.uniforms,vertexShader:bl.vertexShader,fragmentShader:bl.fragmentShader}),this._fsQuad=new as(this.material),this._outputColorSpace=null,this._toneMapping=null}render(t,e,i){this.uniforms.tDiffuse.value=i.texture,this.uniforms.toneMappingExposure.value=t.toneMappingExposure,(this._outputColorSpace!==t.outputColorSpace||this._toneMapping!==t.toneMapping)&&(this._outputColorSpace=t.outputColorSpace,this._toneMapping=t.toneMapping,this.material.defines={},ue.getTransfer(this._outputColorSpace)===ge&&(this.material.defines.SRGB_TRANSFER=""),this._toneMapping===wh?this.material.defines.LINEAR_TONE_MAPPING="":this._toneMapping===Eh?this.material.defines.REINHARD_TONE_MAPPING="":this._toneMapping===Th?this.material.defines.CINEON_TONE_MAPPING="":this._toneMapping===Ah?this.material.defines.ACES_FILMIC_TONE_MAPPING="":this._toneMapping===Ph?this.material.defines.AGX_TONE_MAPPING="":this._toneMapping===Rh?this.material.defines.NEUTRAL_TONE_MAPPING="":this._toneMapping===Ch&&(this.material.defines.CUSTOM_TONE_MAPPING=""),this.material.needsUpdate=!0),this.renderToScreen===!0?(t.setRenderTarget(null),this._fsQuad.render(t)):(t.setRenderTarget(e),this.clear&&t.clear(t.autoClearColor,t.autoClearDepth,t.autoClearStencil),this._fsQuad.render(t))}dispose(){this.material.dispose(),this._fsQuad.dispose()}};var Au=class extends Gi{constructor(t,e=1){super();let i=bu;this.map=t,this.opacity=e,this.needsSwap=!1,this.uniforms=is.clone(i.uniforms),this.material=new De({uniforms:this.uniforms,vertexShader:i.vertexShader,fragmentShader:i.fragmentShader,depthTest:!1,depthWrite:!1,premultipliedAlpha:!0}),this._fsQuad=new as(null)}render(t,e,i){let r=t.autoClear;t.autoClear=!1,this._fsQuad.material=this.material,this.uniforms.opacity.value=this.opacity,this.uniforms.tDiffuse.value=this.map,this.material.transparent=this.opacity<1,t.setRenderTarget(this.renderToScreen?null:i),this.clear&&t.clear(),this._fsQuad.render(t),t.autoClear=r}dispose(){this.material.dispose(),this._fsQuad.dispose()}};var Sl=`varying vec2 vUv;

void main() {
    vUv = uv;
    gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}
`,U2=`#include <packing>
uniform sampler2D depthTexture;
uniform vec2 resolution;
uniform float strength;
uniform float cameraNear;
uniform float cameraFar;

uniform int n;
uniform int directions;
uniform float radius;

varying vec2 vUv;

float readDepth (float fragCoordZ) {
    float viewZ = perspectiveDepthToViewZ(fragCoordZ, cameraNear, cameraFar);
    return log2(viewZToOrthographicDepth(viewZ, cameraNear, cameraFar));
}

// inspiration from https://tel.archives-ouvertes.fr/tel-00438464/document and Potree
void main() {
    float fragCoordZ = texture2D(depthTexture, vUv).x;
    if (fragCoordZ == 1.0) {
        gl_FragColor = vec4(0.0, 0.0, 0.0, 1.0);
        return;
    }

    float zp = readDepth(fragCoordZ);
    float s = 0.0;

    const int max_k = 16;
    const int max_n = 4;

    float step = 2.0 * 3.1415926 / float(directions);

    for (int i = 0; i < max_k; i++) {
        if (i == directions) {
            // workaround for loop index cannot be compared with non-constant expression
            break;
        }

        for (int j = 1; j <= max_n; j++) {
            if (j > n) {
                // workaround for loop index cannot be compared with non-constant expression
                break;
            }

            float distance = radius * float(j);
            float rad = float(i) * step;

            vec2 offset = vec2(
                cos(rad) * distance,
                sin(rad) * distance) / resolution;

            float fz = texture2D(depthTexture, vUv + offset).x;
            float zq = readDepth(fz);

            s += max(0.0, -(zq - zp) / distance);
        }
    }
    s = s / float(directions) / float(n);

    float A = 300.0 * strength;

    s = exp(-s * A);

    gl_FragColor = vec4(s, s, s, 1.0);
}
`,F2=`uniform sampler2D depthTexture;
uniform sampler2D textureColor;
uniform sampler2D textureEDL;

varying vec2 vUv;
uniform float opacity;

void main() {
    float edl = texture2D(textureEDL, vUv).r;
    // edl is 0 => no neighbours, so disable EDL to avoid drawing a black
    // circle around individual points
    vec4 source = texture2D(textureColor, vUv);
    if (edl == 0.0) {
        gl_FragColor = vec4(source.rgb, source.a);
    } else {
        gl_FragColor = vec4(source.rgb * edl, source.a);
    }
    gl_FragDepth = texture2D(depthTexture, vUv).r;
}
`,B2=`uniform sampler2D depthTexture;

varying vec2 vUv;

void main() {
    gl_FragColor = vec4(0.0, 0.0, 0.0, 1.0);
    gl_FragDepth = texture2D(depthTexture, vUv).r;
}
`,G2=`uniform sampler2D depthTexture;
uniform sampler2D colorTexture;

varying vec2 vUv;

uniform float m43;
uniform float m33;
uniform vec2 resolution;
uniform float depth_contrib;
uniform float opacity;

uniform bool enableZAttenuation;
uniform float zAttMax;
uniform float zAttMin;

float zview(float depth) {
    // http://www.derschmale.com/2014/01/26/reconstructing-positions-from-the-depth-buffer/
    float zndc = 2.0 * depth - 1.0;
    return - m43 / (zndc + m33);
}

void main() {
    float depth = texture2D(depthTexture, vUv).x;
    gl_FragDepth = depth;

    // non empty pixel
    if (depth < 1.0) {
        gl_FragColor = texture2D(colorTexture, vUv);
        return;
    }

    // empty pixel
    {
        float total_weight = 0.0;
        vec4 averageColor = vec4(0.0, 0.0, 0.0, 0.0);
        float averageDepth = 0.;
        const int kernel = 3;
        for (int i=-kernel; i<=kernel; i++) {
            for (int j=-kernel; j<=kernel; j++) {
                if (i == 0 && j == 0) continue;
                vec2 uv = vUv + vec2(float(i) / resolution.x, float(j) / resolution.y);
                float d = texture2D(depthTexture, uv).x;

                if (d < 1.0) {
                    if (enableZAttenuation) {
                        float z = -zview(d);
                        // attenuation according to distance
                        float zAttenuation = clamp((zAttMax - z) / (zAttMax - zAttMin), 0.0, 1.0); // I wish smoothstep was supported...
                        if (abs(float(i))+abs(float(j)) > (float(kernel) * 2.0 * zAttenuation)) {
                            continue;
                        }
                    }
                    float r_ij = sqrt(float(i*i + j*j));
                    float weight_ij = (float(kernel) - r_ij * 1.0)
                        * (1.0 - min(1.0, abs(d - depth) / depth_contrib));
                    if (weight_ij > 0.0) {
                        averageColor += weight_ij * texture2D(colorTexture, uv);
                        averageDepth += weight_ij * d;
                        total_weight += weight_ij;
                    }
                }
            }
        }

        if (total_weight > 0.0) {
            gl_FragColor = averageColor / total_weight;
            gl_FragDepth = averageDepth / total_weight;
        } else {
            gl_FragColor.a = 0.0;
            discard;
        }
    }
}
`,z2=`uniform sampler2D depthTexture;
uniform sampler2D colorTexture;

varying vec2 vUv;

uniform float m43;
uniform float m33;
uniform vec2 resolution;
uniform mat4 invPersMatrix;

uniform float threshold;
uniform bool showRemoved;

vec3 unproject (vec2 ptex, float d)
{
    vec2 pndc = ptex * 2.0 - 1.0;
    vec3 pray = (invPersMatrix * vec4(pndc, 1.0, 1.0)).xyz;
    return d * pray;
}


float zView(float depth) {
    // http://www.derschmale.com/2014/01/26/reconstructing-positions-from-the-depth-buffer/
    float zndc = 2.0 * depth - 1.0;
    return - m43 / (zndc + m33);
}

void main() {
   float depth = texture2D(depthTexture, vUv).x;

    if (depth < 1.0) {
        float sectors[8];
        for (int i=0; i<8; i++) {
            sectors[i] = -1.0;
        }

        vec3 p0 = unproject(gl_FragCoord.xy / resolution, -zView(depth));
        vec3 v = -normalize(p0);

        const int kernelSize = 7;
        for (int i=-kernelSize; i<=kernelSize; i++) {
            for (int j=-kernelSize; j<=kernelSize; j++) {
                if (i == 0 && j == 0) {
                    continue;
                }
                float d = texture2D(
                    depthTexture,
                    vUv + vec2(float(i) / resolution.x, float(j) / resolution.y)).x;

                if (d == 1.0) {
                    continue;
                }

                vec2 coord = (gl_FragCoord.xy + vec2(i, j)) / resolution;
                vec3 pij = unproject(coord, - zView(d));
                vec3 c = normalize(pij - p0);
                float test = dot(v, c);

                if (i >= 0) {
                    if(abs(float(j)) <= abs(float(i))) {
                        if (j >= 0) {
                            sectors[0] = max(sectors[0], test);
                        }
                        if (j <= 0) {
                            sectors[7] = max(sectors[7], test);
                        }
                    }
                    if(abs(float(j)) >= abs(float(i))) {
                        if (j >= 0) {
                            sectors[1] = max(sectors[1], test);
                        }
                        if (j <= 0) {
                            sectors[6] = max(sectors[6], test);
                        }
                    }
                }
                if (i <= 0) {
                    if(abs(float(j)) <= abs(float(i))) {
                        if (j >= 0) {
                            sectors[3] = max(sectors[3], test);
                        }
                        if (j <= 0) {
                            sectors[4] = max(sectors[4], test);
                        }
                    }
                    if(abs(float(j)) >= abs(float(i))) {
                        if (j >= 0) {
                            sectors[2] = max(sectors[2], test);
                        }
                        if (j <= 0) {
                            sectors[5] = max(sectors[5], test);
                        }
                    }
                }
            }
        }

        float m = 0.0;
        for (int i=0; i< 8 ;i++) {
            m += (1.0 + sectors[i]) * 0.5;
        }
        m /= 8.0;

        if (m < threshold) {
            gl_FragColor = texture2D(colorTexture, vUv);
            gl_FragDepth = depth;
        } else if (showRemoved) {
            gl_FragColor = vec4(0.0, 1.0, 0.0, 1.0);
            gl_FragDepth = 1.0;
        } else {
            gl_FragColor.a = 0.0;
            gl_FragDepth = 1.0;
        }
    } else {
        gl_FragColor.a = 0.0;
        gl_FragDepth = 1.0;
    }
}
`,Js={FULL_RES_0:0,FULL_RES_1:1,EDL_VALUES:2,EDL_ZERO:3},wp=class{constructor(t){this.scene=new vr;let e=new Mn;e.setAttribute("position",new We([0,0,-3,2,0,-3,0,2,-3],3)),e.setAttribute("uv",new We([0,0,2,0,0,2],2)),this.mesh=new fn(e,null),this.mesh.frustumCulled=!1,this.scene.add(this.mesh),this.camera=new ts(0,1,1,0,0,10),this.classic={passes:[void 0],parameters:null,enabled:!0,setup(){return{material:void 0}}},this.edl={passes:[new De({uniforms:{depthTexture:{value:null}},transparent:!0,blending:Gn,vertexShader:Sl,fragmentShader:B2}),new De({uniforms:{depthTexture:{value:null},resolution:{value:new vt(256,256)},cameraNear:{value:.01},cameraFar:{value:100},radius:{value:0},strength:{value:0},directions:{value:0},n:{value:0},opacity:{value:1}},transparent:!0,blending:Gn,vertexShader:Sl,fragmentShader:U2}),new De({uniforms:{depthTexture:{value:null},textureColor:{value:null},textureEDL:{value:null},opacity:{value:1}},transparent:!0,blending:Gn,vertexShader:Sl,fragmentShader:F2})],enabled:!0,parameters:{radius:1.5,strength:.7,directions:8,n:1},setup({targets:i,input:r,passIdx:s,camera:a}){let o=this.passes[s],l=o.uniforms;return s===0?(l.depthTexture.value=r.depthTexture,{material:o,output:i[Js.EDL_ZERO]}):s===1?(l.depthTexture.value=i[Js.EDL_ZERO].depthTexture,l.resolution.value.set(r.width,r.height),l.cameraNear.value=a.near,l.cameraFar.value=a.far,l.radius.value=this.parameters.radius,l.strength.value=this.parameters.strength,l.directions.value=this.parameters.directions,l.n.value=this.parameters.n,{material:o,output:i[Js.EDL_VALUES]}):(l.textureColor.value=r.texture,l.textureEDL.value=i[Js.EDL_VALUES].texture,l.depthTexture.value=r.depthTexture,{material:o})}},this.occlusion={passes:[new De({uniforms:{depthTexture:{value:null},colorTexture:{value:null},m43:{value:0},m33:{value:0},resolution:{value:new vt(256,256)},invPersMatrix:{value:new re},threshold:{value:0},showRemoved:{value:!1}},transparent:!0,blending:Gn,vertexShader:Sl,fragmentShader:z2})],enabled:!0,parameters:{threshold:.9,showRemoved:!1},setup({input:i,camera:r}){let s=this.passes[0],a=r.near,o=r.far;new re().copy(r.projectionMatrix).invert();let c=s.uniforms;return c.colorTexture.value=i.texture,c.depthTexture.value=i.depthTexture,c.resolution.value.set(i.width,i.height),c.m43.value=-(2*o*a)/(o-a),c.m33.value=-(o+a)/(o-a),c.threshold.value=this.parameters.threshold,c.showRemoved.value=this.parameters.showRemoved,c.invPersMatrix.value.copy(r.projectionMatrix).invert(),{material:s}}},this.inpainting={passes:[new De({uniforms:{depthTexture:{value:null},colorTexture:{value:null},resolution:{value:new vt(256,256)},depth_contrib:{value:.5},opacity:{value:1},m43:{value:0},m33:{value:0},enableZAttenuation:{value:!1},zAttMax:{value:0},zAttMin:{value:0}},transparent:!0,blending:Gn,vertexShader:Sl,fragmentShader:G2})],enabled:!0,parameters:{fill_steps:2,depth_contrib:.5,enableZAttenuation:!1,zAttMin:10,zAttMax:100},setup({input:i,camera:r}){let s=this.passes[0],a=r.near,o=r.far;return s.uniforms.m43.value=-(2*o*a)/(o-a),s.uniforms.m33.value=-(o+a)/(o-a),s.uniforms.colorTexture.value=i.texture,s.uniforms.depthTexture.value=i.depthTexture,s.uniforms.resolution.value.set(i.width,i.height),s.uniforms.depth_contrib.value=this.parameters.depth_contrib,s.uniforms.enableZAttenuation.value=this.parameters.enableZAttenuation,s.uniforms.zAttMin.value=this.parameters.zAttMin,s.uniforms.zAttMax.value=this.parameters.zAttMax,{material:s}}},this.renderer=t,this.renderTargets=null}updateRenderTargets(t){return(!this.renderTargets||t.width!==this.renderTargets[Js.FULL_RES_0].width||t.height!==this.renderTargets[Js.FULL_RES_0].height)&&(this.renderTargets&&this.renderTargets.forEach(e=>e.dispose()),this.renderTargets=this.createRenderTargets(t.width,t.height)),this.renderTargets}createRenderTarget(t,e,i){return new je(t,e,{format:Xe,depthBuffer:i,stencilBuffer:!0,generateMipmaps:!1,minFilter:Le,magFilter:Le,depthTexture:i?new Ii(t,e,Qe):null})}createRenderTargets(t,e){let i=[];return i.push(this.createRenderTarget(t,e,!0)),i.push(this.createRenderTarget(t,e,!0)),i.push(this.createRenderTarget(t,e,!1)),i.push(this.createRenderTarget(t,e,!0)),i}render(t,e,i){let r=this.updateRenderTargets(i);if(!Zs(e)&&!Sr(e))throw new Error("invalid camera");let s=this.renderer,a=[];a.push(this.classic);let o="far"in e&&"near"in e;if(this.occlusion.enabled&&o&&a.push(this.occlusion),this.inpainting.enabled&&o){let u=this.inpainting.parameters.fill_steps;for(let h=0;h<u;h++)a.push(this.inpainting)}this.edl.enabled&&o&&a.push(this.edl);let l=s.getClearAlpha();s.setClearAlpha(0);let c=Js.FULL_RES_0;for(let u=0;u<a.length;u++){let h=a[u],f=(c+1)%2;for(let p=0;p<h.passes.length;p++){let{material:d,output:_}=h.setup({targets:r,input:r[c],passIdx:p,camera:e});u===a.length-1&&p===h.passes.length-1?_=i??null:_||(_=r[f]),s.setRenderTarget(_),_!==i&&s.clear(),s.setViewport(0,0,_!=null?_.width:e.width,_!=null?_.height:e.height),d?(this.mesh.material=d,s.render(this.scene,this.camera)):s.render(t,e)}c=f}s.setClearAlpha(l)}dispose(){this.renderTargets&&(this.renderTargets.forEach(t=>t.dispose()),this.renderTargets.length=0)}},Z_=wp;var no={OPAQUE:0,POINT_CLOUD:1,TRANSPARENT:2};function J_(n){n.userData={giro3dRenderPipeline:{usePointCloudPostProcessing:!0}}}var $_=new zt,k2=new zt;function wl(n,t){for(let e=0;e<n.length;e++)n[e].material.visible=t}function V2(n){let t=n.getClearColor($_),e=n.getClearAlpha(),i=k2.setRGB(t.r,t.g,t.b,"srgb-linear");n.setClearColor(i),n.setClearAlpha(e),n.clear(),n.setClearColor($_),n.setClearAlpha(e)}var El=class{constructor(t){this.renderer=t,this.buckets=[[],[],[]],this.sceneRenderTarget=null}prepareRenderTargets(t,e,i){return(!this.sceneRenderTarget||this.sceneRenderTarget.width!==t||this.sceneRenderTarget.height!==e||this.sceneRenderTarget.samples!==i)&&(this.sceneRenderTarget?.dispose(),this.effectComposer?.dispose(),this.sceneRenderTarget=new je(t,e,{generateMipmaps:!1,magFilter:Le,minFilter:Le,depthBuffer:!0,samples:i,depthTexture:new Ii(t,e,Qe)}),this.effectComposer=new Eu(this.renderer),this.effectComposer.addPass(new Au(this.sceneRenderTarget.texture)),this.effectComposer.addPass(new Tu)),{composer:this.effectComposer,target:this.sceneRenderTarget}}render(t,e,i,r,s){let a=this.renderer,o=this.renderer.capabilities.maxSamples,l=s.enableMSAA?Math.min(o,4):0,{composer:c,target:u}=this.prepareRenderTargets(i,r,l);a.setRenderTarget(this.sceneRenderTarget),this.collectRenderBuckets(t),V2(a),this.renderer.render(t,e);let h=E_(t)?t:null,f=h?.background??null;h&&(h.background=null);try{this.renderMeshes(t,e,this.buckets[no.OPAQUE]),this.renderPointClouds(t,e,u,this.buckets[no.POINT_CLOUD],s),this.renderMeshes(t,e,this.buckets[no.TRANSPARENT])}finally{h&&(h.background=f)}c.render(),this.onAfterRender()}renderPointClouds(t,e,i,r,s){if(r.length===0)return;this.pointCloudRenderer||(this.pointCloudRenderer=new Z_(this.renderer));let a=this.pointCloudRenderer;a.edl.enabled=s.enableEDL,a.edl.parameters.radius=s.EDLRadius,a.edl.parameters.strength=s.EDLStrength,a.inpainting.enabled=s.enableInpainting,a.inpainting.parameters.fill_steps=s.inpaintingSteps,a.inpainting.parameters.depth_contrib=s.inpaintingDepthContribution,a.occlusion.enabled=s.enablePointCloudOcclusion,wl(r,!0),a.render(t,e,i),wl(r,!1)}renderMeshes(t,e,i){if(i.length===0)return;let r=this.renderer;wl(i,!0),r.render(t,e),wl(i,!1)}onAfterRender(){for(let t of this.buckets)wl(t,!0),t.length=0}dispose(){this.effectComposer?.dispose(),this.sceneRenderTarget?.dispose(),this.pointCloudRenderer?.dispose()}collectRenderBuckets(t){let e=this.buckets;t.traverse(i=>{let r=i,s=r.material;r.visible&&s!=null&&s.visible&&(s.visible=!1,r.userData.giro3dRenderPipeline?.usePointCloudPostProcessing===!0?e[no.POINT_CLOUD].push(r):r.material.transparent?e[no.TRANSPARENT].push(r):e[no.OPAQUE].push(r))})}};var H2=`uniform sampler2D colorMapAtlas; // The color maps atlas
`,W2=`#define M_PI    3.1415926535897932384626433832795

// Pixel formats
const int PIXEL_FORMAT_RGBA = 1023;
const int PIXEL_FORMAT_RG = 1030;

// Texture types
const int TEXTURE_TYPE_FLOAT = 1015;
const int TEXTURE_TYPE_UINT8 = 1009;

// Converts a RG / Float color into a RGBA / Unsigned byte color
vec4 convert_RG_Float_RGBA_UnsignedByte(const in vec4 color, const in float _precision, const in float offset) {
    float f = (color.r + offset) / _precision;

    vec4 result;

    // https://stackoverflow.com/a/12553149/2704779
    result.b = floor(f / 256.0 / 256.0);
    result.g = floor((f - result.b * 256.0 * 256.0) / 256.0);
    result.r = floor(f - result.b * 256.0 * 256.0 - result.g * 256.0);
    // now we have a vec3 with the 3 components in range [0..255]. Let's normalize it!
    result /= 255.0;
    result.a = color.g;

    return result;
}

const int BLENDING_MODE_NONE = 0;
const int BLENDING_MODE_NORMAL = 1;
const int BLENDING_MODE_ADDITIVE = 2;
const int BLENDING_MODE_MULTIPLICATIVE = 3;

/**
 * Describe a color layer's attributes.
 */
struct LayerInfo {
    vec4        offsetScale; // The offset/scale tuple.
    vec4        color;       // Includes opacity/visible as alpha component
    vec2        textureSize; // The size, in pixels, of the atlas section mapping to this layer.
    int         mode;        // The layer mode (normal, mask)
    #if defined(ENABLE_ELEVATION_RANGE)
    vec2        elevationRange; // Optional elevation range for the layer. Any fragment above or below this range will be ignored.
    #endif
    vec3        brightnessContrastSaturation;
    int         blendingMode;
};

struct NoDataOptions {
    float       replacementAlpha;
    float       radius;
    bool        enabled;
};

float linearTransfer(float v) {
    return (v < 0.04045) ? v * 0.0773993808 : pow(v * 0.9478672986 + 0.0521327014, 2.4);
}

vec4 sRGBToLinear( in vec4 srgb ) {
    float r = linearTransfer(srgb.r);
    float g = linearTransfer(srgb.g);
    float b = linearTransfer(srgb.b);
    return vec4(r, g, b, srgb.a);
}

float getElevationAlpha(vec4 c) {
    // Elevation textures are in the RG Format, so the transparency/no-data
    // information is actually in the green channel rather than the alpha channel.
    return c.g;
}

/**
 * Returns the elevation value at the specified coordinate, or the default value if the pixel is transparent (no-data).
 */
float getElevationOrDefault(sampler2D tex, vec2 uv, float defaultValue) {
    vec4 c = texture2D(tex, uv);
    float alpha = getElevationAlpha(c);
    if (alpha == 0.0) {
        return defaultValue;
    }
    return c.r;
}

bool isNoData(sampler2D tex, vec2 uv) {
    float alpha = getElevationAlpha(texture2D(tex, uv));
    if (abs(alpha) < 0.001) {
        return true;
    }

    return false;
}

float getElevation(sampler2D tex, vec2 uv) {
    vec4 c = texture2D(tex, uv);
    return c.r;
}

vec4 blend(vec4 fore, vec4 back) {
    if (fore.a == 0. && back.a == 0.) {
        return vec4(0);
    }
    float alpha = fore.a + back.a * (1.0 - fore.a);
    vec3 color = (fore.rgb * fore.a) + back.rgb * (back.a * (1.0 - fore.a)) / alpha;

    return vec4(color, alpha);
}

vec4 applyBlending(vec4 fore, vec4 back, int blendingMode) {
    if (blendingMode == BLENDING_MODE_NORMAL) {
        return blend(fore, back);
    } else if (blendingMode == BLENDING_MODE_ADDITIVE) {
        vec3 rgb = clamp((fore.rgb * fore.a) + (back.rgb * back.a), 0.0, 1.0);
        return vec4(rgb, 1.0);
    } else if (blendingMode == BLENDING_MODE_MULTIPLICATIVE) {
        vec3 rgb = clamp(fore.rgb * back.rgb, 0.0, 1.0);
        return vec4(rgb, 1.0);
    } else {
        return fore;
    }
}

vec3 desaturate(vec3 color, float factor) {
    vec3 lum = vec3(0.299, 0.587, 0.114);
    vec3 gray = vec3(dot(lum, color));
    return mix(color, gray, factor);
}

// This version of atan is numerically stable around zero
// See https://stackoverflow.com/a/27228836
// This is used to circumvent a bug on Mac devices where this computation would produce visual artifacts.
float atan2(in float y, in float x) {
    return x == 0.0 ? sign(y) * M_PI / 2. : atan(y, x);
}

vec2 computeElevationDerivatives(vec2 dimensions, vec2 uv, sampler2D tex, float elevationFactor, vec4 offsetScale) {
    ivec2 texSize = textureSize(tex, 0);
    // Compute pixel dimensions, in normalized coordinates.
    // Since textures are not necessarily square, we must compute both width and height separately.
    float width = 1.0 / float(texSize.x);
    float height = 1.0 / float(texSize.y);

    // Now compute the elevations for the 8 neigbouring pixels
    // +---+---+---+
    // | a | b | c |
    // +---+---+---+
    // | d | e | f |
    // +---+---+---+
    // | g | h | i |
    // +---+---+---+
    // Note: 'e' is the center of the sample. We don't use it for derivative computation.
    float a = elevationFactor * getElevation(tex, uv + vec2(-width, height));
    float b = elevationFactor * getElevation(tex, uv + vec2( 0.0, height));
    float c = elevationFactor * getElevation(tex, uv + vec2( width, height));
    float d = elevationFactor * getElevation(tex, uv + vec2(-width, 0.0));
    float f = elevationFactor * getElevation(tex, uv + vec2( width, 0.0));
    float g = elevationFactor * getElevation(tex, uv + vec2(-width, -height));
    float h = elevationFactor * getElevation(tex, uv + vec2( 0.0, -height));
    float i = elevationFactor * getElevation(tex, uv + vec2( width, -height));

    float cellWidth = dimensions.x / (offsetScale.z * float(texSize.x));
    float cellHeight = dimensions.y / (offsetScale.w * float(texSize.y));
    float dzdx = ((c + 2.0 * f + i) - (a + 2.0 * d + g)) / (8.0 * cellWidth);
    float dzdy = ((g + 2.0 * h + i) - (a + 2.0 * b + c)) / (8.0 * cellHeight);

    return vec2(dzdx, dzdy);
}

/**
 * Returns the slope given the derivatives (X and Y derivatives)
 */
float calcSlope( vec2 derivatives ) {
    // https://desktop.arcgis.com/en/arcmap/10.3/tools/spatial-analyst-toolbox/how-slope-works.htm
    return atan(sqrt(derivatives.x * derivatives.x + derivatives.y * derivatives.y)); // In radians
}

/**
 * Returns the aspect (azimuth from the light source)
 */
float calcAspect ( vec2 derivatives ) {
    // https://desktop.arcgis.com/en/arcmap/10.3/tools/spatial-analyst-toolbox/how-aspect-works.htm
    float aspect = atan2(derivatives.y, -derivatives.x);
    if(aspect < 0.0){
        aspect = M_PI * 0.5 - aspect;
    } else if (aspect > M_PI * 0.5) {
        aspect = 2.0 * M_PI - aspect + M_PI * 0.5;
    } else {
        aspect = M_PI * 0.5 - aspect;
    }
    return aspect; // In radians
}

/**
 * Linear map between [min1, max1] and [min2, max2]
 */
float map(float value, float min1, float max1, float min2, float max2) {
    return min2 + (value - min1) * (max2 - min2) / (max1 - min1);
}

vec3 getNormalFromDerivatives(float dx, float dy) {
    vec3 direction = normalize(vec3(-dx, dy, 1.0));
    float magnitude = sqrt(pow(direction.x, 2.0) + pow(direction.y, 2.0) + pow(direction.z, 2.0));
    return direction / magnitude;
}

vec2 clamp01(vec2 uv) {
    return vec2(
        clamp(uv.x, 0., 1.),
        clamp(uv.y, 0., 1.));
}

vec2 computeUv(vec2 uv, vec2 offset, vec2 scale) {
    return vec2(
        uv.x * scale.x + offset.x,
        uv.y * scale.y + offset.y);
}

float squaredDistance(vec2 a, vec2 b) {
    vec2 c = a - b;
    return dot(c, c);
}

/**
 * Returns the value of the valid pixel closest to uv.
 */
vec4 getNearestPixel(sampler2D tex, vec2 uv, int alphaChannel, float radius, float alpha) {
    const int SAMPLES = 64;
    const float fSAMPLES = float(SAMPLES);

    vec4 result = vec4(0, 0, 0, 0);
    float nearest = 9999.;
    float sqRadius = radius * radius;

    // This brute force approach produces very good visual results, but is quite costly.
    // Collect all the samples, then use only the closest valid sample to the requested position.
    for(int x = 0; x < SAMPLES; ++x) {
        for(int y = 0; y < SAMPLES; ++y) {
            float u = float(x) / fSAMPLES;
            float v = float(y) / fSAMPLES;

            vec2 samplePosition = vec2(u, v);

            vec4 color = texture2D(tex, samplePosition);

            // Is it a valid sample ?
            if(color[alphaChannel] == 1.) {
                // We don't need the absolute distance, since we are only interested
                // in the closest point: we avoid a costly square root computation.
                float dist = squaredDistance(samplePosition, uv);

                if (dist < nearest && dist <= sqRadius) {
                    nearest = dist;
                    result.rgb = color.rgb;
                    result[alphaChannel] = alpha;
                }
            }
        }
    }

    return result;
}

/*
 * Sample the texture, filling no-data (transparent) pixels with neighbouring
 * valid pixels.
 * Note: a pixel is considered no-data if its alpha channel is less than 1.
 * This way, if a bilinear interpolation touches a no-data pixel, it's also considered no-data.
 */
vec4 texture2DFillNodata(sampler2D tex, vec2 uv, NoDataOptions options, int alphaChannel) {
    vec4 value = texture2D(tex, uv);

    // Due to how no-data is determined here, we don't support non 1-bit alpha.
    if(value[alphaChannel] == 1.) {
        return value;
    }

    return getNearestPixel(tex, uv, alphaChannel, options.radius, options.replacementAlpha);
}

const int INTERPRETATION_RAW = 0;
const int INTERPRETATION_SCALED = 2;
const int INTERPRETATION_COMPRESS_TO_8BIT = 3;

struct Interpretation {
    int mode;
    bool negateValues;
    float min; // only for INTERPRETATION_SCALED
    float max; // only for INTERPRETATION_SCALED
};

vec4 grayscaleToRGB(vec4 c, Interpretation interpretation) {
    if (interpretation.mode == INTERPRETATION_RAW) {
        return c.rrrg;
    }

    return c.rrra;
}

const int OUTPUT_MODE_COLOR = 0;
const int OUTPUT_MODE_ELEVATION = 1;

/**
 * Decodes the raw color according to the specified interpretation.
 */
vec4 decodeInterpretation(vec4 raw, Interpretation interpretation) {
    vec4 result = raw;
    if (interpretation.mode == INTERPRETATION_SCALED) {
        float min = interpretation.min;
        float max = interpretation.max;
        float scale = max - min;
        result = vec4(
            min + raw.r * scale,
            min + raw.g * scale,
            min + raw.b * scale,
            raw.a);
    } else if (interpretation.mode == INTERPRETATION_COMPRESS_TO_8BIT) {
        float min = interpretation.min;
        float max = interpretation.max;
        float scale = 1.0 / (max - min);
        vec3 srgb = vec3(
            (raw.r - min) * scale,
            (raw.g - min) * scale,
            (raw.b - min) * scale);

        result = sRGBToLinear(vec4(srgb, raw.a));
    }

    if (interpretation.negateValues) {
        // Note that we don't flip the alpha channel
        return vec4(-result.r, -result.g, -result.b, result.a);
    }

    return result;
}

/**
 * Describes a color map.
 * Color maps are a way to change the color of a texture by
 * mapping the pixel's grayscale color into a value of the lookup table (LUT).
 * The pixel color acts like a UV value, that is then scaled with the min/max values
 * and mapped to the LUT texture.
 * Note: due to limitations in GLSL, the actual LUT texture must be in a separate uniform.
 */
struct ColorMap {
    int         mode;
    float       min;
    float       max;
    float       offset; // The V offset in the color map atlas texture.
};

const int COLORMAP_MODE_DISABLED = 0;
const int COLORMAP_MODE_ELEVATION = 1;
const int COLORMAP_MODE_SLOPE = 2;
const int COLORMAP_MODE_ASPECT = 3;

vec4 sampleColorMap(in float t, in float min, in float max, in sampler2D lut, in float v) {
    t = clamp(t, min, max);
    t = map(t, min, max, 0., 1.);
    return texture2D(lut, vec2(t, v));
}

vec4 computeColorMap(
    vec2 tileDimensions,
    LayerInfo layer,
    sampler2D sampledTexture,
    ColorMap colorMap,
    sampler2D lut,
    vec2 rawUv
) {
    float value;

    vec2 uv = computeUv(rawUv, layer.offsetScale.xy, layer.offsetScale.zw);

    if (colorMap.mode == COLORMAP_MODE_ELEVATION) {
        value = getElevation(sampledTexture, uv);
    } else {
        vec2 derivatives = computeElevationDerivatives(tileDimensions, uv, sampledTexture, 1.0, layer.offsetScale);
        if (colorMap.mode == COLORMAP_MODE_SLOPE) {
            value = calcSlope(derivatives);
        } else if (colorMap.mode == COLORMAP_MODE_ASPECT) {
            value = calcAspect(derivatives);
        }
        value *= 180.0 / M_PI; // Convert radians to degrees
    }

    vec4 rgba = sampleColorMap(value, colorMap.min, colorMap.max, lut, colorMap.offset);
    float a = texture2D(sampledTexture, uv).a;
    return vec4(rgba.rgb, rgba.a * a);
}

vec3 adjustBrightnessContrastSaturation(
    vec3 rgb,
    vec3 brightnessContrastSaturation
) {
    rgb = (rgb - 0.5) * brightnessContrastSaturation.y + 0.5;
    rgb += brightnessContrastSaturation.x;

    float luminance = dot(rgb, vec3(0.2126, 0.7152, 0.0722));
    return mix(vec3(luminance), rgb, brightnessContrastSaturation.z);
}
`,X2=`#if defined(ENABLE_LAYER_MASKS)
const int LAYER_MODE_NORMAL = 0;
const int LAYER_MODE_MASK = 1;
const int LAYER_MODE_MASK_INVERTED = 2;
#endif

#if VISIBLE_COLOR_LAYER_COUNT
#if defined(USE_ATLAS_TEXTURE)
uniform sampler2D   atlasTexture;         // Atlas texture shared among color layers
#else
uniform sampler2D   colorTextures[VISIBLE_COLOR_LAYER_COUNT]; // Individual textures for each color layer
#endif
uniform LayerInfo   layers[VISIBLE_COLOR_LAYER_COUNT]; // The color layers' infos
uniform ColorMap    layersColorMaps[VISIBLE_COLOR_LAYER_COUNT]; // The color layers' color maps
#endif

vec4 computeColor(vec2 rawUv, vec4 offsetScale, sampler2D tex) {
    vec2 uv = computeUv(rawUv, offsetScale.xy, offsetScale.zw);
    return texture2D(tex, uv);
}

vec4 computeColorLayer(
    vec2 tileDimensions,
    sampler2D texture,
    sampler2D lut,
    LayerInfo layer,
    ColorMap colorMap,
    vec2 uv
) {
    if (layer.offsetScale.zw != vec2(0.0)) {
        vec4 color;
        if (colorMap.mode != COLORMAP_MODE_DISABLED) {
            color = computeColorMap(tileDimensions, layer, texture, colorMap, lut, uv);
        } else {
            color = computeColor(uv, layer.offsetScale, texture);
        }
        vec3 rgb = color.rgb * layer.color.rgb;

        float a = color.a * layer.color.a;
        return vec4(adjustBrightnessContrastSaturation(rgb, layer.brightnessContrastSaturation), a);
    }

    return vec4(0);
}`,q2=`#if defined(ENABLE_CONTOUR_LINES)
    // Code inspired from https://github.com/NASA-AMMOS/3DTilesRendererJS/blob/master/example/customMaterial.js
    // Note: we use the 'height' variable rather than vWorldPosition.z because we want
    // this feature to work event when terrain deformation is disabled, and height
    // is always available.

    // thickness scale
    float upwardness = dot( vWorldNormal, vec3( 0.0, 1.0, 0.0 ) );
    float yInv = clamp( 1.0 - abs( upwardness ), 0.0, 1.0 );
    float thicknessScale = pow( yInv, 0.4 );
    thicknessScale *= 0.25 + 0.5 * ( vViewPosition.z + 1.0 ) / 2.0;

    // thickness
    float thickness = 0.01 * thicknessScale;

    float finalThickness = thickness * contourLines.thickness * 0.15;

    float contourLineAlpha = contourLines.color.a * 1.0;

    drawContourLine(height, contourLines.primaryInterval, finalThickness, vec4(contourLines.color.rgb, contourLineAlpha));

    drawContourLine(height, contourLines.secondaryInterval, finalThickness, vec4(contourLines.color.rgb, contourLineAlpha *  0.4));
#endif`,Y2=`#if defined(ENABLE_CONTOUR_LINES)
struct ContourLine {
    float thickness; // 1 = default
    float primaryInterval; // A zero interval disables the line
    float secondaryInterval; // A zero interval disables the line
    vec4  color; // Stores both the color and opacity
};

uniform ContourLine contourLines; // 1 = default
#endif

void drawContourLine(float height, float interval, float thickness, vec4 color) {
    if (interval > 0.) {
        float dist = mod(height, interval);

        if (dist <= thickness) {
            gl_FragColor = blend(color, gl_FragColor);
        }
    }
}`,j2=`layout(location = 0) out highp vec4 pc_fragColor;
// GLSL version 3 does not define the built-in gl_FragColor, so we alias it
#define gl_FragColor pc_fragColor`,Z2=`#if defined(ENABLE_GRATICULE)
    vec2 graticuleCoordinates = vec2(extent[0] + vUv.x * extent[2], extent[1] + vUv.y * extent[3]);
    drawGraticule(graticuleCoordinates, graticule);
#endif`,$2=`#if defined(ENABLE_GRATICULE)
struct Graticule {
    float thickness; // 1 = default
    // xOffset, yOffset, xStep, yStep
    vec4 position;
    vec4  color; // Stores both the color and opacity
};

uniform Graticule graticule;


float getGraticuleOpacity(float coordinate, float offset, float step, float thickness) {
    float dist = mod(coordinate + offset, step);

    float halfThickness = graticule.thickness / 2.0;
    float falloffWidth = graticule.thickness / 10.0;
    float fallofStart = halfThickness - falloffWidth;

    if (dist <= halfThickness) {
        float opacity = 1.0;
        if (dist > fallofStart) {
            float normalizedBorderDistance = 1.0 - ((dist - fallofStart) / falloffWidth);
            opacity *= normalizedBorderDistance;
        } else if (dist <= falloffWidth) {
            float normalizedBorderDistance = 1.0 - ((falloffWidth - dist) / falloffWidth);
            opacity *= normalizedBorderDistance;
        }

        return opacity;
    }

    return 0.0;
}

void drawGraticule(vec2 coordinate, Graticule graticule) {
    vec4 pos = graticule.position;
    float xOffset = pos[0];
    float yOffset = pos[1];
    float xStep = pos[2];
    float yStep = pos[3];

    if (xStep > 0. && yStep > 0.) {
        float xOpacity = getGraticuleOpacity(coordinate.x, xOffset, xStep, graticule.thickness);
        float yOpacity = getGraticuleOpacity(coordinate.y, yOffset, yStep, graticule.thickness);

        float opacity = graticule.color.a * max(xOpacity, yOpacity);

        vec4 finalColor = vec4(graticule.color.rgb, opacity);
        gl_FragColor = blend(finalColor, gl_FragColor);
    }
}
#endif`,J2=`const int HILLSHADE_DISABLED = 0;
const int HILLSHADE_SIMPLE = 1;
const int HILLSHADE_PHYSICAL = 2;

struct Hillshading {
    int   mode;       // One of HILLSHADE_DISABLED, HILLSHADE_SIMPLE, HILLSHADE_PHYSICAL

    float zFactor;    // The factor to apply to slopes.

    // HILLSHADE_SIMPLE specific parameters
    float intensity;  // The global lighting intensity
    float zenith;     // Zenith of sunlight, in degrees (0 - 90)
    float azimuth;    // Azimuth on sunlight, in degrees (0 - 360)
};

uniform Hillshading hillshading;

vec3 hillshade(in vec2 derivatives, in float zenith, in float azimuth, float intensity) {
    float slope = calcSlope(derivatives);
    float aspect = calcAspect(derivatives);
    float zenith_rad = hillshading.zenith * M_PI / 180.0; // in radians
    float azimuth_rad = hillshading.azimuth * M_PI / 180.0; // in radians
    float diffuse = ((cos(zenith_rad) * cos(slope)) + (sin(zenith_rad) * sin(slope) * cos(azimuth_rad - aspect)));

    diffuse = clamp(diffuse, 0., 1.);
    diffuse = mix(1., diffuse, intensity);

    return vec3(diffuse, diffuse, diffuse);
}`,K2=`#ifdef INTERSECTING_VOLUMES_SUPPORT
struct IntersectingVolume {
    mat4 viewToBoxNc;
    vec3 color;
};

struct IntersectingVolumes {
    int count;
    IntersectingVolume volumes[MAX_INTERSECTING_VOLUMES_COUNT];
};

uniform IntersectingVolumes intersectingVolumes;

void applyIntersectingVolumes(const vec4 viewPosition, inout vec4 color) {
    for (int i = 0; i < intersectingVolumes.count; i++) {
        vec4 volumeNc = intersectingVolumes.volumes[i].viewToBoxNc * viewPosition;
        volumeNc.xyz /= volumeNc.w;
        volumeNc.xyz = abs(volumeNc.xyz);
        if (volumeNc.x < 1.0 && volumeNc.y < 1.0 && volumeNc.z < 1.0) {
            color = vec4(intersectingVolumes.volumes[i].color, 1);
            return;
        }
    }
}
#endif`,Q2=`#if defined(ENABLE_OUTLINES)
if (vUv.x < (OUTLINE_THICKNESS / baseTextureSize.x)) { // WEST
    gl_FragColor.rgb = tileOutlineColor;
} else if (vUv.x > 1.0 - (OUTLINE_THICKNESS / baseTextureSize.x)) { // EAST
    gl_FragColor.rgb = tileOutlineColor;
} else if (vUv.y < (OUTLINE_THICKNESS / baseTextureSize.y)) { // NORTH
    gl_FragColor.rgb = tileOutlineColor;
} else if (vUv.y > 1.0 - (OUTLINE_THICKNESS / baseTextureSize.y)) { // SOUTH
    gl_FragColor.rgb = tileOutlineColor;
}
#endif`,tC=`#if defined(ENABLE_OUTLINES)
const float OUTLINE_THICKNESS = 1.0;

uniform vec3 tileOutlineColor;
#endif`,eC=`precision highp float;
precision highp int;`,nC=`    uniform float       segments;
    uniform vec2        tileDimensions;
    uniform sampler2D   elevationTexture;
    uniform LayerInfo   elevationLayer;

    uniform float       elevationScaling;

#if defined (ENABLE_SKIRTS)
    // The vertex indices range that corresponds to the skirt bottom vertices
    uniform vec2        skirtVertexRange;
#endif

#if defined(STITCHING)
    struct Neighbour {
        vec4            offsetScale;
        float           diffLevel;
    };

    uniform Neighbour   neighbours[8];
    uniform sampler2D   neighbourTextures[8];

    const int   NULL = -1;
    const int   NO_CORNER_NEIGHBOUR = 0;
    const int   ALL_NEIGHBOURS_ARE_SAME_SIZE = 1;
    const int   SOME_NEIGHBOURS_ARE_BIGGER = 2;
    const float NO_NEIGHBOUR = -99.;
    const int   INNER_VERTEX = -1;

    const int TOP = 0;
    const int TOP_RIGHT = 1;
    const int RIGHT = 2;
    const int BOTTOM_RIGHT = 3;
    const int BOTTOM = 4;
    const int BOTTOM_LEFT = 5;
    const int LEFT = 6;
    const int TOP_LEFT = 7;

    struct CornerNeighbour {
        int location;
        float diffLevel;
    };

    bool isEdge(int location) {
        return mod(float(location), 2.) == 0.;
    }

    float readNeighbourElevation(vec2 uv, int neighbour, float defaultElevation) {
        // We don't want UV outside the unit square
        vec2 vv = clamp01(uv);

        vec4 offsetScale = neighbours[neighbour].offsetScale;
        vec2 neighbourUv = computeUv(vv, offsetScale.xy, offsetScale.zw);

        // Why can't we simply do neighbourTextures[neighbour] ?
        // It's because of a limitation of GLSL ES : texture arrays cannot be indexed dynamically.
        // They must be indexed by a constant expression (a literal or a constant).
        // See https://stackoverflow.com/a/60110986/2704779
        if (neighbour == TOP)
            return getElevationOrDefault(neighbourTextures[TOP], neighbourUv, defaultElevation);
        if (neighbour == TOP_RIGHT)
            return getElevationOrDefault(neighbourTextures[TOP_RIGHT], neighbourUv, defaultElevation);
        if (neighbour == RIGHT)
            return getElevationOrDefault(neighbourTextures[RIGHT], neighbourUv, defaultElevation);
        if (neighbour == BOTTOM_RIGHT)
            return getElevationOrDefault(neighbourTextures[BOTTOM_RIGHT], neighbourUv, defaultElevation);
        if (neighbour == BOTTOM)
            return getElevationOrDefault(neighbourTextures[BOTTOM], neighbourUv, defaultElevation);
        if (neighbour == BOTTOM_LEFT)
            return getElevationOrDefault(neighbourTextures[BOTTOM_LEFT], neighbourUv, defaultElevation);
        if (neighbour == LEFT)
            return getElevationOrDefault(neighbourTextures[LEFT], neighbourUv, defaultElevation);
        if (neighbour == TOP_LEFT)
            return getElevationOrDefault(neighbourTextures[TOP_LEFT], neighbourUv, defaultElevation);
    }

    // Returns the seam or corner that this UV belongs to.
    // If this UV does not belong to a seam nor a corner, returns INNER_VERTEX
    int locateVertex(vec2 uv) {
        const float ONE = 1.;
        const float ZERO = 0.;

        uv = clamp01(uv);

        float x = uv.x;
        float y = uv.y;

        if (y == ONE) {
            if (x == ZERO) {
                return TOP_LEFT;
            } else if (x == ONE) {
                return TOP_RIGHT;
            } else {
                return TOP;
            }
        } else if (y == ZERO) {
            if (x == ZERO) {
                return BOTTOM_LEFT;
            } else if (x == ONE) {
                return BOTTOM_RIGHT;
            } else {
                return BOTTOM;
            }
        } else if (x == ONE) {
            return RIGHT;
        } else if (x == ZERO) {
            return LEFT;
        } else {
            return INNER_VERTEX;
        }
    }

    /**
    * Computes the offsets of vertex position and UV coordinate to apply to this vertex
    * in order to fuse it with a neighbouring vertex.
    */
    bool computeXYStitchingOffsets(
        // the UV of the vertex
        vec2 uv,
        // the location of the vertex (seam, corner, or inner)
        int location,
        // the resulting offset to apply to the vertex local space position
        out vec3 vertexOffset,
        // the resulting offset to apply to the vertex UV
        out vec2 uvOffset) {

        vec3 factor;
        float axis;

        const vec2 NO_UV_OFFSET = vec2(0, 0);
        const vec3 NO_POS_OFFSET = vec3(0, 0, 0);

        if (location == RIGHT || location == LEFT) {
            factor = vec3(0, 1, 0);
            axis = uv.y;
        } else if (location == TOP || location == BOTTOM) {
            factor = vec3(1, 0, 0);
            axis = uv.x;
        } else {
            // we only move vertices that do belong to seams and nothing else.
            vertexOffset = NO_POS_OFFSET;
            uvOffset = NO_UV_OFFSET;
            return false;
        }

        float diffLevel = neighbours[location].diffLevel;
        if (diffLevel == NO_NEIGHBOUR) {
            vertexOffset = NO_POS_OFFSET;
            uvOffset = NO_UV_OFFSET;
            return false;
        }

        // XY-stitching only concerns tiles smaller than their neighbour.
        if (diffLevel < 0.) {
            float neighbourFactor = pow(2.0, abs(diffLevel));
            float modulo = neighbourFactor / segments;
            float offset = fract(axis / modulo) * modulo;
            uvOffset = offset * factor.xy;
            vertexOffset = offset * factor * vec3(tileDimensions, 0);
            return true;
        } else {
            vertexOffset = NO_POS_OFFSET;
            uvOffset = NO_UV_OFFSET;
            return false;
        }
    }

    CornerNeighbour getNeighbour(int location) {
        float diffLevel = neighbours[location].diffLevel;
        CornerNeighbour result;

        if (diffLevel != NO_NEIGHBOUR) {
            result.location = location;
            result.diffLevel = diffLevel;
        } else {
            result.location = NULL;
            result.diffLevel = NO_NEIGHBOUR;
        }

        return result;
    }

    /**
    * Returns the locations of the three possible neighbours of this corner location.
    * If a neighbour is not present, its value is NULL.
    * If a neighbour is bigger than us, short-circuit and return only this neighbour.
    * Returns true if at least one corner neighbour exists.
    */
    ivec4 getCornerNeighbours(int location) {
        int result = ALL_NEIGHBOURS_ARE_SAME_SIZE;

        int n0 = NULL;
        int n1 = NULL;
        int n2 = NULL;

        CornerNeighbour cn0;
        CornerNeighbour cn1;
        CornerNeighbour cn2;

        float biggerDiffLevel = 0.;

        bool atLeastOne = false;

        float floc = float(location);

        // one of the neighbour is the location itself of course
        cn0 = getNeighbour(location);
        if (cn0.diffLevel != NO_NEIGHBOUR) {
            biggerDiffLevel = min(biggerDiffLevel, cn0.diffLevel);
            atLeastOne = true;
        }

        int next = int(mod(floc + 1., 8.));
        cn1 = getNeighbour(next);
        if (cn1.diffLevel != NO_NEIGHBOUR) {
            biggerDiffLevel = min(biggerDiffLevel, cn1.diffLevel);
            atLeastOne = true;
        }

        int prev = int(mod(floc - 1., 8.));
        cn2 = getNeighbour(prev);
        if (cn2.diffLevel != NO_NEIGHBOUR) {
            biggerDiffLevel = min(biggerDiffLevel, cn2.diffLevel);
            atLeastOne = true;
        }

        if (atLeastOne) {
            // Eliminate corners that are smaller than the others
            if (cn0.location != NULL && cn0.diffLevel != biggerDiffLevel) {
                cn0.location = NULL;
                result = SOME_NEIGHBOURS_ARE_BIGGER;
            }
            if (cn1.location != NULL && cn1.diffLevel != biggerDiffLevel) {
                cn1.location = NULL;
                result = SOME_NEIGHBOURS_ARE_BIGGER;
            }
            if (cn2.location != NULL && cn2.diffLevel != biggerDiffLevel) {
                cn2.location = NULL;
                result = SOME_NEIGHBOURS_ARE_BIGGER;
            }

            n0 = cn0.location;
            n1 = cn1.location;
            n2 = cn2.location;

            return ivec4(result, n0, n1, n2);
        }

        return ivec4(NO_CORNER_NEIGHBOUR, NULL, NULL, NULL);
    }

    float computeZStitchedElevation(vec2 uv, int location, float currentElevation) {
        // First case : the vertex is on an edge
        if (isEdge(location)) {
            float diffLevel = neighbours[location].diffLevel;

            // We don't have any neighbour at this location
            if (diffLevel == NO_NEIGHBOUR) {
                return currentElevation;
            }

            // If our neighbour has the same level (hence size), we average the two elevations
            // This neighbour will do the same in its own vertex shader with our elevation, and
            // the two vertices will have the same height.
            float neighbourElevation = readNeighbourElevation(uv, location, currentElevation);
            if (diffLevel == 0.) {
                return mix(currentElevation, neighbourElevation, 0.5);
            } else if (diffLevel < 0.) {
                // If our neighbour is bigger than us, we don't average. Instead, we take its elevation.
                // The reason for this behaviour is that it's not possible for the bigger neighbour to
                // average with our elevation, as the bigger neighbour can have more than one neighbour
                // for the same edge, making the computation really impractical.
                return neighbourElevation;
            }
        } else {
            // Corner case (pun intended). This case is more complicated as we can have up to 3 neighbours,
            // and the rule differ whether one neighbour is bigger than us.
            // If all the neighbours of this corner have the same depth, we average, otherwise we take the
            // elevation of the biggest neighbour.

            // First, we need to collect the theoretical neighbours, then eliminate the absent ones.
            ivec4 corners = getCornerNeighbours(location);

            int cornerSituation = corners[0];

            // First, check that we have at least one corner neighbour.
            if (cornerSituation != NO_CORNER_NEIGHBOUR) {
                int n0, n1, n2;

                n0 = corners[1];
                n1 = corners[2];
                n2 = corners[3];

                float sum;
                float weight;

                if (cornerSituation == ALL_NEIGHBOURS_ARE_SAME_SIZE) {
                    // Now compute the weighted average between existing (same level) neighbours.
                    sum = currentElevation;
                    weight = 1.;
                } else {
                    // If the neighbour(s) are bigger, we don't average with our own elevation, but
                    // we only consider the neighbours' elevation.
                    sum = 0.;
                    weight = 0.;
                }

                if (n0 != NULL) {
                    sum += readNeighbourElevation(uv, n0, currentElevation);
                    weight += 1.;
                }
                if (n1 != NULL) {
                    sum += readNeighbourElevation(uv, n1, currentElevation);
                    weight += 1.;
                }
                if (n2 != NULL) {
                    sum += readNeighbourElevation(uv, n2, currentElevation);
                    weight += 1.;
                }

                return sum / weight;
            }
        }

        return currentElevation;
    }
#endif
`,iC=`// The elevation offset to apply to vertices
float elevation = 0.0;

#if defined(GLOBE)
    // Nothing to do
#else
    // In flat mode, the vertex shader does the terrain deformation on the Z-axis,
    // since this axis is the same as the local up vector.
    transformed.z = 0.0;
#endif

#if defined(TERRAIN_DEFORMATION)
#if defined(ELEVATION_LAYER)
if(elevationLayer.offsetScale.z > 0.) {
    vec2 vVv = computeUv(vUv, elevationLayer.offsetScale.xy, elevationLayer.offsetScale.zw);

    elevation = getElevation(elevationTexture, vVv);

#if defined(GLOBE)
    // Disabled: stitching does not work well we curved surfaces (globes)
#elif defined(STITCHING)
    /*
        Stitching aims to eliminate visible cracks between neighbouring tiles, that are caused
        by slight discrepancies in elevation and a different level of detail (LOD).

        This process contains 2 steps : XY-stitching and Z-stitching.

        XY-stitching
        ============

        XY-stitching works on the horizontal plane and is used to weld seams for neighbour tiles
        that have a different levels.

        The smallest tile (with the highest level) has a higher vertex density along the seam.
        Meaning that some vertices will not have an equivalent vertex in the neighbour, leading
        to visible cracks.

        In this figure, XY-stitching moves vertex A along the seam to the position of B.
        A and B have now exactly the same position in space, and the crack is removed.

        +------B------+------+      +------A+B----+------+
        |      |             |      |    / |             |
        |      |             |      | /    |             |
        +------A             +  =>  +      |             |
        |      |             |      |      |             |
        |      |             |      |      |             |
        +------+------+------+      +------+------+------+

        Note : XY-stitching only moves intermediate vertices of the seams, not corner vertices.

        Z-stitching
        ============

        Z-stitching is used to reconcile the variations in elevation (on the Z-axis) between the
        neighbouring seams, due to the fact that elevation pixels may have slightly different
        values on each side of the seam.
    */

    // Locate the vertex (is it on a seam, on a corner, or an inner vertex ?)
    int location = locateVertex(uv);

    // Don't perform stitching on vertices that are not on borders
    if (location != INNER_VERTEX) {
        vec3 vertexOffset;
        vec2 uvOffset;

        // Is there XY-stiching ?
        if (computeXYStitchingOffsets(
                vUv,
                location,
                vertexOffset,
                uvOffset)) {

            // move the UV and the vertex to perform XY-stitching
            vUv -= uvOffset;
            transformed -= vertexOffset;

            // sanitize the UV to fight off potential rounding errors (we don't want the UV to
            // be outside the unit square)
            vUv = clamp01(vUv);

            // The vertex has moved, maybe now it location has changed (from seam to corner)
            location = locateVertex(vUv);
        }

        // Get the elevation of our vertex in our texture
        vec2 elevUv = computeUv(vUv, elevationLayer.offsetScale.xy, elevationLayer.offsetScale.zw);
        float currentElevation = getElevation(elevationTexture, elevUv);

        // Then apply Z-stitching
        elevation = computeZStitchedElevation(vUv, location, currentElevation);
    }
#endif // STITCHING
}
#endif // ELEVATION_LAYER

#if defined(ENABLE_SKIRTS)
    bool isBottomVertex = vUv.x <= -999.0 && vUv.y <= -999.0;
    // Skirt bottom vertices must not be affected by terrain
    // deformation since they have a pre-defined height.
    if (isBottomVertex) {
        elevation = skirtElevation;
    }
#endif

#if defined(GLOBE)
    vec3 upVector = objectNormal;
#else
    vec3 upVector = vec3(0, 0, 1);
#endif
    transformed.xyz += upVector * elevation * elevationScaling;
#endif // TERRAIN_DEFORMATION
`;function Ep(){let n=ne;n.giro3d_precision_qualifiers=eC,n.giro3d_common=W2,n.giro3d_outline_pars_fragment=tC,n.giro3d_outline_fragment=Q2,n.giro3d_compose_layers_pars_fragment=X2,n.giro3d_colormap_pars_fragment=H2,n.giro3d_contour_line_pars_fragment=Y2,n.giro3d_contour_line_fragment=q2,n.giro3d_fragment_shader_header=j2,n.giro3d_graticule_fragment=Z2,n.giro3d_graticule_pars_fragment=$2,n.giro3d_hillshading_pars_fragment=J2,n.giro3d_intersecting_volume_pars=K2,n.giro3d_terrain_pars_vertex=nC,n.giro3d_terrain_vertex=iC}var rC=new vt;function sC(n,t,e,i){let r=new je(n,t,{type:e,format:Xe});return r.texture.minFilter=Bi.getCompatibleTextureFilter(cn,e,i),r.texture.magFilter=Le,r.texture.generateMipmaps=!1,r.depthBuffer=!0,r.depthTexture=new Ii(n,t,Oi),r}function aC(n){return n.enableEDL||n.enableInpainting||n.enablePointCloudOcclusion}function oC(){let n=document.createElement("div");return n.id="webgl-error-message",n.style.fontFamily="monospace",n.style.fontSize="13px",n.style.fontWeight="normal",n.style.textAlign="center",n.style.background="#fff",n.style.color="#000",n.style.padding="1.5em",n.style.width="400px",n.style.margin="5em auto 0",n.innerHTML=window.WebGLRenderingContext!=null?['Your graphics card does not seem to support <a href="http://khronos.org/webgl/wiki/Getting_a_WebGL_Implementation" style="color:#000">WebGL</a>.<br />','Find out how to get it <a href="http://get.webgl.org/" style="color:#000">here</a>.<br>','See also <a href="https://www.khronos.org/webgl/wiki/BlacklistsAndWhitelists">graphics card blacklisting</a>'].join(`
`):['Your browser does not seem to support <a href="http://khronos.org/webgl/wiki/Getting_a_WebGL_Implementation" style="color:#000">WebGL</a>.<br/>','Find out how to get it <a href="http://get.webgl.org/" style="color:#000">here</a>.<br>',"You can also try another browser like Firefox or Chrome."].join(`
`),n}function lC(n,t){try{let e=new _l({...t,canvas:t?.canvas??document.createElement("canvas"),antialias:t?.antialias??!0,alpha:t?.alpha??!0,logarithmicDepthBuffer:t?.logarithmicDepthBuffer??!1});return e.localClippingEnabled=!0,e}catch(e){let i="Failed to create WebGLRenderer";throw console.error(i,e),n.appendChild(oC()),e instanceof Error?new Error(`${i}: ${e.message}`):new Error(i)}}var Tp=class{_renderTargets=new Map;clearAlpha=1;clearColor=197896;constructor(t,e){Ep(),this.width=t.clientWidth,this.height=t.clientHeight,e?.renderer instanceof _l?this.renderer=e?.renderer:this.renderer=lC(t,{...e?.renderer}),this.renderer.debug.checkShaderErrors=!1,this.labelRenderer=new gu,this.renderer.domElement.tabIndex===-1&&(this.renderer.domElement.tabIndex=-1),_u.updateCapabilities(this.renderer);let i=e?.clearColor;i===void 0?i=197896:i===null&&(this.clearAlpha=0,i=0),this.clearColor=i,this.renderer.setClearColor(this.clearColor,this.clearAlpha),this.renderer.clear(),this.renderer.autoClear=!1,this.renderer.domElement.style.position="absolute",this.labelRenderer.domElement.style.position="absolute",this.labelRenderer.domElement.style.top="0",this.labelRenderer.domElement.style.pointerEvents="none",this.labelRenderer.domElement.style.zIndex="0",this.renderer.setSize(this.width,this.height),this.labelRenderer.setSize(this.width,this.height),t.appendChild(this.renderer.domElement),t.appendChild(this.labelRenderer.domElement),this._renderPipeline=null,this.renderingOptions=new j_}dispose(){for(let t of this._renderTargets.values())t.dispose();this._renderTargets.clear(),this.labelRenderer.domElement.remove(),this.renderer.domElement.remove(),this.renderer.dispose()}onWindowResize(t,e){this.width=t,this.height=e;for(let i of this._renderTargets.values())i.setSize(this.width,this.height);this.renderer.setSize(this.width,this.height),this.labelRenderer.setSize(this.width,this.height)}getWindowSize(t){return t=t??new vt,t.set(this.width,this.height)}render(t,e){this.renderer.setRenderTarget(null);let i=this.renderer.getDrawingBufferSize(rC);i.width===0||i.height===0||(this.renderer.setClearColor(this.clearColor,this.clearAlpha),this.renderer.clear(),aC(this.renderingOptions)?this.renderUsingCustomPipeline(t,e):this.renderer.render(t,e),this.labelRenderer.render(t,e))}renderUsingCustomPipeline(t,e){this._renderPipeline||(this._renderPipeline=new El(this.renderer)),this._renderPipeline.render(t,e,this.width,this.height,this.renderingOptions)}acquireRenderTarget(t){let e=this._renderTargets.get(t);if(!e){let i=sC(this.width,this.height,t,this.renderer);this._renderTargets.set(t,i),e=i}return e}renderToBuffer(t){let e=t.zone||{x:0,y:0,width:this.width,height:this.height},{scene:i,camera:r}=t;t.clearColor!=null&&this.renderer.setClearColor(t.clearColor,1);let s=t.datatype??Ke,a=this.acquireRenderTarget(s);this.renderToRenderTarget(i,r,a,e),this.renderer.setClearColor(this.clearColor,this.clearAlpha),e.x=Math.max(0,Math.min(e.x,this.width)),e.y=Math.max(0,Math.min(e.y,this.height));let o=4*e.width*e.height,l=s===Ke?new Uint8Array(o):new Float32Array(o);return this.renderer.readRenderTargetPixels(a,e.x,this.height-(e.y+e.height),e.width,e.height,l),l}renderToRenderTarget(t,e,i,r){i==null&&(i=this.acquireRenderTarget(Ke));let s=this.renderer.getRenderTarget();return i.viewport.set(0,0,i.width,i.height),r!=null&&(i.scissor.set(Math.max(0,r.x),Math.max(i.height-(r.y+r.height)),r.width,r.height),i.scissorTest=!0),this.renderer.setRenderTarget(i),this.renderer.clear(),this.renderer.render(t,e),this.renderer.setRenderTarget(s),i.scissorTest=!1,i}static bufferToImage(t,e,i){let r=document.createElement("canvas"),s=r.getContext("2d");if(s==null)throw new Error("could not acquire 2D rendering context on canvas");r.width=e,r.height=i;let a=s.getImageData(0,0,e,i);a.data.set(t),s.putImageData(a,0,0);let o=new Image;return o.src=r.toDataURL(),o}},K_=Tp;var Ks=class{_rootMap=new Map;get size(){if(this._rootMap.size===0)return 0;let t=0;return this._rootMap.forEach(e=>t+=e.size),t}forEach(t){this._rootMap.size!==0&&this._rootMap.forEach((e,i)=>{e.forEach((r,s)=>t(r,i,s,this))})}has(t,e){return this._rootMap.get(t)?.has(e)??!1}clear(){this._rootMap.clear()}getOrCreate(t,e,i){let r=this._rootMap.get(t);r==null&&(r=new Map,this._rootMap.set(t,r));let s=r.get(e);return s==null&&(s=i(t,e),r.set(e,s)),s}};var Q_=()=>[],Cu=class extends Pe{isMemoryUsage=!0;_globalPool=new Ks;_renderTargets=new Map;_timeout=null;constructor(t,e){super(),this._cleanupTimeoutMs=t,this._maxPoolSize=e}getMemoryUsage(t){this._globalPool.size!==0&&this._globalPool.forEach((e,i)=>{i===t.renderer&&e.forEach(r=>Bi.getMemoryUsage(t,r))})}acquire(t,e,i,r){let s=this._globalPool.getOrCreate(t,r,Q_);if(s.length>0){let o=s.pop();return o.setSize(e,i),o}let a=new je(e,i,r);return this._renderTargets.set(a,r),a}get count(){return this._renderTargets.size}release(t,e){let i=this._renderTargets.get(t);if(i){let r=this._globalPool.getOrCreate(e,i,Q_);r.length<this._maxPoolSize?r.push(t):(t.dispose(),this._renderTargets.delete(t))}this._timeout&&clearTimeout(this._timeout),this._timeout=setTimeout(()=>this.cleanup(),this._cleanupTimeoutMs)}cleanup(){this._timeout=null,this._globalPool.forEach(t=>{t.forEach(e=>{e.dispose(),this._renderTargets.delete(e)})}),this._globalPool.clear(),this.dispatchEvent({type:"cleanup"})}},tv=new Cu(50,16);function Tl(n){return n[2]-n[0]}function Ap(n,t,e){return Math.min(Math.max(n,t),e)}function ev(n,t,e){let i=t.getExtent(),r=0;return t.canWrapX()&&(n[0]<i[0]||n[0]>i[2])&&(e=e||Tl(i),r=Math.floor((n[0]-i[0])/e)),r}var nv={radians:6370997/(2*Math.PI),degrees:2*Math.PI*6370997/360,ft:.3048,m:1,"us-ft":1200/3937};var Cp=class{constructor(t){this.code_=t.code,this.units_=t.units,this.extent_=t.extent!==void 0?t.extent:null,this.worldExtent_=t.worldExtent!==void 0?t.worldExtent:null,this.axisOrientation_=t.axisOrientation!==void 0?t.axisOrientation:"enu",this.global_=t.global!==void 0?t.global:!1,this.canWrapX_=!!(this.global_&&this.extent_),this.getPointResolutionFunc_=t.getPointResolution,this.defaultTileGrid_=null,this.metersPerUnit_=t.metersPerUnit}canWrapX(){return this.canWrapX_}getCode(){return this.code_}getExtent(){return this.extent_}getUnits(){return this.units_}getMetersPerUnit(){return this.metersPerUnit_||nv[this.units_]}getWorldExtent(){return this.worldExtent_}getAxisOrientation(){return this.axisOrientation_}isGlobal(){return this.global_}setGlobal(t){this.global_=t,this.canWrapX_=!!(t&&this.extent_)}getDefaultTileGrid(){return this.defaultTileGrid_}setDefaultTileGrid(t){this.defaultTileGrid_=t}setExtent(t){this.extent_=t,this.canWrapX_=!!(this.global_&&t)}setWorldExtent(t){this.worldExtent_=t}setGetPointResolution(t){this.getPointResolutionFunc_=t}getPointResolutionFunc(){return this.getPointResolutionFunc_}},os=Cp;var Al=6378137,io=Math.PI*Al,cC=[-io,-io,io,io],hC=[-180,-85,180,85],Pu=Al*Math.log(Math.tan(Math.PI/2)),ls=class extends os{constructor(t){super({code:t,units:"m",extent:cC,global:!0,worldExtent:hC,getPointResolution:function(e,i){return e/Math.cosh(i[1]/Al)}})}},Pp=[new ls("EPSG:3857"),new ls("EPSG:102100"),new ls("EPSG:102113"),new ls("EPSG:900913"),new ls("http://www.opengis.net/def/crs/EPSG/0/3857"),new ls("http://www.opengis.net/gml/srs/epsg.xml#3857")];function iv(n,t,e,i){let r=n.length;e=e!==void 0&&e>1?e:2,i=i??e,t===void 0&&(e>2?t=n.slice():t=new Array(r));for(let s=0;s<r;s+=i){t[s]=io*n[s]/180;let a=Al*Math.log(Math.tan(Math.PI*(+n[s+1]+90)/360));a>Pu?a=Pu:a<-Pu&&(a=-Pu),t[s+1]=a}return t}function rv(n,t,e,i){let r=n.length;e=e!==void 0&&e>1?e:2,i=i??e,t===void 0&&(e>2?t=n.slice():t=new Array(r));for(let s=0;s<r;s+=i)t[s]=180*n[s]/io,t[s+1]=360*Math.atan(Math.exp(n[s+1]/Al))/Math.PI-90;return t}var uC=6378137,sv=[-180,-90,180,90],fC=Math.PI*uC/180,wr=class extends os{constructor(t,e){super({code:t,units:"degrees",extent:sv,axisOrientation:e,global:!0,metersPerUnit:fC,worldExtent:sv})}},Rp=[new wr("CRS:84"),new wr("EPSG:4326","neu"),new wr("urn:ogc:def:crs:OGC:1.3:CRS84"),new wr("urn:ogc:def:crs:OGC:2:84"),new wr("http://www.opengis.net/def/crs/OGC/1.3/CRS84"),new wr("http://www.opengis.net/gml/srs/epsg.xml#4326","neu"),new wr("http://www.opengis.net/def/crs/EPSG/0/4326","neu")];var Ip={};function ro(n){return Ip[n]||Ip[n.replace(/urn:(x-)?ogc:def:crs:EPSG:(.*:)?(\w+)$/,"EPSG:$3")]||null}function av(n,t){Ip[n]=t}function ov(n){for(let t in n)delete n[t]}var so={};function Qs(n,t,e){let i=n.getCode(),r=t.getCode();i in so||(so[i]={}),so[i][r]=e}function Lp(n,t){return n in so&&t in so[n]?so[n][t]:null}var cs=.00669438,Ru=cs*cs,Iu=Ru*cs,vB=cs/(1-cs),lv=Math.sqrt(1-cs),ao=(1-lv)/(1+lv),cv=ao*ao,Dp=cv*ao,Op=Dp*ao,hv=Op*ao,yB=1-cs/4-3*Ru/64-5*Iu/256,xB=3*cs/8+3*Ru/32+45*Iu/1024,MB=15*Ru/256+45*Iu/1024,bB=35*Iu/3072,SB=3/2*ao-27/32*Dp+269/512*hv,wB=21/16*cv-55/32*Op,EB=151/96*Dp-417/128*hv,TB=1097/512*Op;var dC=[/^EPSG:(\d+)$/,/^urn:ogc:def:crs:EPSG::(\d+)$/,/^http:\/\/www\.opengis\.net\/def\/crs\/EPSG\/0\/(\d+)$/];function pC(n){let t=0;for(let r of dC){let s=n.match(r);if(s){t=parseInt(s[1]);break}}if(!t)return null;let e=0,i=!1;return t>32700&&t<32761?e=t-32700:t>32600&&t<32661&&(i=!0,e=t-32600),e?{number:e,north:i}:null}function uv(n){return pC(n)?new os({code:n,units:"m"}):null}var mC=[uv];function pv(n,t){if(t!==void 0){for(let e=0,i=n.length;e<i;++e)t[e]=n[e];t=t}else t=n.slice();return t}function Np(n){av(n.getCode(),n),Qs(n,n,pv)}function gC(n){n.forEach(Np)}function fv(n){if(typeof n!="string")return n!==void 0?n:null;let t=ro(n);if(t)return t;for(let e of mC){let i=e(n);if(i)return i}return null}function Lu(n){gC(n),n.forEach(function(t){n.forEach(function(e){t!==e&&Qs(t,e,pv)})})}function _C(n,t,e,i){n.forEach(function(r){t.forEach(function(s){Qs(r,s,e),Qs(s,r,i)})})}function dv(n){return(function(t,e,i,r){let s=t.length;i=i!==void 0?i:2,r=r??i,e=e!==void 0?e:new Array(s);for(let a=0;a<s;a+=r){let o=n(t.slice(a,a+i)),l=o.length;for(let c=0,u=r;c<u;++c)e[a+c]=c>=l?t[a+c]:o[c]}return e})}function mv(n,t,e,i){let r=fv(n),s=fv(t);!r||!s||(Qs(r,s,dv(e)),Qs(s,r,dv(i)))}function Up(n,t,e){return function(i){let r,s;if(n.canWrapX()){let a=n.getExtent(),o=Tl(a);i=i.slice(0),s=ev(i,n,o),s&&(i[0]=i[0]-s*o),i[0]=Ap(i[0],a[0],a[2]),i[1]=Ap(i[1],a[1],a[3]),r=e(i)}else r=e(i);return s&&t.canWrapX()&&(r[0]+=s*Tl(t.getExtent())),r}}function vC(){Lu(Pp),Lu(Rp),_C(Rp,Pp,iv,rv)}vC();var yC=null;function Du(n){yC=n;let t=Object.keys(n.defs),e=t.length,i,r;for(i=0;i<e;++i){let s=t[i];if(!ro(s)){let a=n.defs(s),o=a.units;!o&&a.projName==="longlat"&&(o="degrees"),Np(new os({code:s,axisOrientation:a.axis,metersPerUnit:a.to_meter,units:o}))}}for(i=0;i<e;++i){let s=t[i],a=ro(s);for(r=0;r<e;++r){let o=t[r],l=ro(o);if(!(!a||!l)&&!Lp(s,o))if(n.defs(s)===n.defs(o))Lu([a,l]);else{let c=n(s,o);mv(a,l,Up(a,l,c.forward),Up(l,a,c.inverse))}}}}function gv(n){n("EPSG:4326","+title=WGS 84 (long/lat) +proj=longlat +ellps=WGS84 +datum=WGS84 +units=degrees"),n("EPSG:4269","+title=NAD83 (long/lat) +proj=longlat +a=6378137.0 +b=6356752.31414036 +ellps=GRS80 +datum=NAD83 +units=degrees"),n("EPSG:3857","+title=WGS 84 / Pseudo-Mercator +proj=merc +a=6378137 +b=6378137 +lat_ts=0.0 +lon_0=0.0 +x_0=0.0 +y_0=0 +k=1.0 +units=m +nadgrids=@null +no_defs");for(var t=1;t<=60;++t)n("EPSG:"+(32600+t),"+proj=utm +zone="+t+" +datum=WGS84 +units=m"),n("EPSG:"+(32700+t),"+proj=utm +zone="+t+" +south +datum=WGS84 +units=m");n("EPSG:5041","+title=WGS 84 / UPS North (E,N) +proj=stere +lat_0=90 +lon_0=0 +k=0.994 +x_0=2000000 +y_0=2000000 +datum=WGS84 +units=m"),n("EPSG:5042","+title=WGS 84 / UPS South (E,N) +proj=stere +lat_0=-90 +lon_0=0 +k=0.994 +x_0=2000000 +y_0=2000000 +datum=WGS84 +units=m"),n.WGS84=n["EPSG:4326"],n["EPSG:3785"]=n["EPSG:3857"],n.GOOGLE=n["EPSG:3857"],n["EPSG:900913"]=n["EPSG:3857"],n["EPSG:102113"]=n["EPSG:3857"]}var zi=1,ki=2,Er=3,_v=4,Cl=5,Fp=6378137,vv=6356752314e-3,Bp=.0066943799901413165,ta=484813681109536e-20,tt=Math.PI/2,yv=.16666666666666666,xv=.04722222222222222,Mv=.022156084656084655,ot=1e-10,we=.017453292519943295,mn=57.29577951308232,fe=Math.PI/4,hs=Math.PI*2,qe=3.14159265359;var Kn={};Kn.greenwich=0;Kn.lisbon=-9.131906111111;Kn.paris=2.337229166667;Kn.bogota=-74.080916666667;Kn.madrid=-3.687938888889;Kn.rome=12.452333333333;Kn.bern=7.439583333333;Kn.jakarta=106.807719444444;Kn.ferro=-17.666666666667;Kn.brussels=4.367975;Kn.stockholm=18.058277777778;Kn.athens=23.7163375;Kn.oslo=10.722916666667;var bv=Kn;var Sv={mm:{to_meter:.001},cm:{to_meter:.01},ft:{to_meter:.3048},"us-ft":{to_meter:1200/3937},fath:{to_meter:1.8288},kmi:{to_meter:1852},"us-ch":{to_meter:20.1168402336805},"us-mi":{to_meter:1609.34721869444},km:{to_meter:1e3},"ind-ft":{to_meter:.30479841},"ind-yd":{to_meter:.91439523},mi:{to_meter:1609.344},yd:{to_meter:.9144},ch:{to_meter:20.1168},link:{to_meter:.201168},dm:{to_meter:.1},in:{to_meter:.0254},"ind-ch":{to_meter:20.11669506},"us-in":{to_meter:.025400050800101},"us-yd":{to_meter:.914401828803658}};var wv=/[\s_\-\/\(\)]/g;function fi(n,t){if(n[t])return n[t];for(var e=Object.keys(n),i=t.toLowerCase().replace(wv,""),r=-1,s,a;++r<e.length;)if(s=e[r],a=s.toLowerCase().replace(wv,""),a===i)return n[s]}function Pl(n){var t={},e=n.split("+").map(function(o){return o.trim()}).filter(function(o){return o}).reduce(function(o,l){var c=l.split("=");return c.push(!0),o[c[0].toLowerCase()]=c[1],o},{}),i,r,s,a={proj:function(o){t.projName=["lonlat","latlon","latlong"].includes(o)?"longlat":o},datum:"datumCode",rf:function(o){t.rf=parseFloat(o)},lat_0:function(o){t.lat0=o*we},lat_1:function(o){t.lat1=o*we},lat_2:function(o){t.lat2=o*we},lat_ts:function(o){t.lat_ts=o*we},lon_0:function(o){t.long0=o*we},lon_wrap:function(o){t.long_wrap=parseFloat(o)*we},lon_1:function(o){t.long1=o*we},lon_2:function(o){t.long2=o*we},alpha:function(o){t.alpha=parseFloat(o)*we},gamma:function(o){t.rectified_grid_angle=parseFloat(o)*we},lonc:function(o){t.longc=o*we},x_0:function(o){t.x0=parseFloat(o)},y_0:function(o){t.y0=parseFloat(o)},k_0:function(o){t.k0=parseFloat(o)},k:function(o){t.k0=parseFloat(o)},a:function(o){t.a=parseFloat(o)},b:function(o){t.b=parseFloat(o)},r:function(o){t.a=t.b=parseFloat(o)},r_a:function(){t.R_A=!0},zone:function(o){t.zone=parseInt(o,10)},south:function(){t.utmSouth=!0},towgs84:function(o){t.datum_params=o.split(",").map(function(l){return parseFloat(l)})},to_meter:function(o){t.to_meter=parseFloat(o)},units:function(o){t.units=o;var l=fi(Sv,o);l&&(t.to_meter=l.to_meter)},from_greenwich:function(o){t.from_greenwich=o*we},pm:function(o){var l=fi(bv,o);t.from_greenwich=(l||parseFloat(o))*we},nadgrids:function(o){o==="@null"?t.datumCode="none":t.nadgrids=o},axis:function(o){var l="ewnsud";o.length===3&&l.indexOf(o.substr(0,1))!==-1&&l.indexOf(o.substr(1,1))!==-1&&l.indexOf(o.substr(2,1))!==-1&&(t.axis=o)},approx:function(){t.approx=!0},over:function(){t.over=!0}};for(i in e)r=e[i],i in a?(s=a[i],typeof s=="function"?s(r):t[s]=r):t[i]=r;return typeof t.datumCode=="string"&&t.datumCode!=="WGS84"&&(t.datumCode=t.datumCode.toLowerCase()),t.projStr=n,t}var Gp=class{static getId(t){let e=t.find(i=>Array.isArray(i)&&i[0]==="ID");return e&&e.length>=3?{authority:e[1],code:parseInt(e[2],10)}:null}static convertUnit(t,e="unit"){if(!t||t.length<3)return{type:e,name:"unknown",conversion_factor:null};let i=t[1],r=parseFloat(t[2])||null,s=t.find(o=>Array.isArray(o)&&o[0]==="ID"),a=s?{authority:s[1],code:parseInt(s[2],10)}:null;return{type:e,name:i,conversion_factor:r,id:a}}static convertAxis(t){let e=t[1]||"Unknown",i,r=e.match(/^\((.)\)$/);if(r){let c=r[1].toUpperCase();if(c==="E")i="east";else if(c==="N")i="north";else if(c==="U")i="up";else if(t[2])i=t[2];else throw new Error(`Unknown axis abbreviation: ${c}`)}else i=t[2]||"unknown";let s=t.find(c=>Array.isArray(c)&&c[0]==="ORDER"),a=s?parseInt(s[1],10):null,o=t.find(c=>Array.isArray(c)&&(c[0]==="LENGTHUNIT"||c[0]==="ANGLEUNIT"||c[0]==="SCALEUNIT")),l=this.convertUnit(o);return{name:e,direction:i,unit:l,order:a}}static extractAxes(t){return t.filter(e=>Array.isArray(e)&&e[0]==="AXIS").map(e=>this.convertAxis(e)).sort((e,i)=>(e.order||0)-(i.order||0))}static convert(t,e={}){switch(t[0]){case"PROJCRS":e.type="ProjectedCRS",e.name=t[1],e.base_crs=t.find(d=>Array.isArray(d)&&d[0]==="BASEGEOGCRS")?this.convert(t.find(d=>Array.isArray(d)&&d[0]==="BASEGEOGCRS")):null,e.conversion=t.find(d=>Array.isArray(d)&&d[0]==="CONVERSION")?this.convert(t.find(d=>Array.isArray(d)&&d[0]==="CONVERSION")):null;let i=t.find(d=>Array.isArray(d)&&d[0]==="CS");i&&(e.coordinate_system={subtype:i[1],axis:this.extractAxes(t)});let r=t.find(d=>Array.isArray(d)&&d[0]==="LENGTHUNIT");if(r){let d=this.convertUnit(r);e.coordinate_system.unit=d}e.id=this.getId(t);break;case"BASEGEOGCRS":case"GEOGCRS":case"GEODCRS":e.type=t[0]==="GEODCRS"?"GeodeticCRS":"GeographicCRS",e.name=t[1];let s=t.find(d=>Array.isArray(d)&&(d[0]==="DATUM"||d[0]==="ENSEMBLE"));if(s){let d=this.convert(s);s[0]==="ENSEMBLE"?e.datum_ensemble=d:e.datum=d;let _=t.find(g=>Array.isArray(g)&&g[0]==="PRIMEM");_&&_[1]!=="Greenwich"&&(d.prime_meridian={name:_[1],longitude:parseFloat(_[2])})}let a=t.find(d=>Array.isArray(d)&&d[0]==="CS");e.coordinate_system={subtype:a?a[1]:"ellipsoidal",axis:this.extractAxes(t)},e.id=this.getId(t);break;case"DATUM":e.type="GeodeticReferenceFrame",e.name=t[1],e.ellipsoid=t.find(d=>Array.isArray(d)&&d[0]==="ELLIPSOID")?this.convert(t.find(d=>Array.isArray(d)&&d[0]==="ELLIPSOID")):null;break;case"ENSEMBLE":e.type="DatumEnsemble",e.name=t[1],e.members=t.filter(d=>Array.isArray(d)&&d[0]==="MEMBER").map(d=>({type:"DatumEnsembleMember",name:d[1],id:this.getId(d)}));let o=t.find(d=>Array.isArray(d)&&d[0]==="ENSEMBLEACCURACY");o&&(e.accuracy=parseFloat(o[1]));let l=t.find(d=>Array.isArray(d)&&d[0]==="ELLIPSOID");l&&(e.ellipsoid=this.convert(l)),e.id=this.getId(t);break;case"ELLIPSOID":e.type="Ellipsoid",e.name=t[1],e.semi_major_axis=parseFloat(t[2]),e.inverse_flattening=parseFloat(t[3]);let c=t.find(d=>Array.isArray(d)&&d[0]==="LENGTHUNIT")?this.convert(t.find(d=>Array.isArray(d)&&d[0]==="LENGTHUNIT"),e):null;break;case"CONVERSION":e.type="Conversion",e.name=t[1],e.method=t.find(d=>Array.isArray(d)&&d[0]==="METHOD")?this.convert(t.find(d=>Array.isArray(d)&&d[0]==="METHOD")):null,e.parameters=t.filter(d=>Array.isArray(d)&&d[0]==="PARAMETER").map(d=>this.convert(d));break;case"METHOD":e.type="Method",e.name=t[1],e.id=this.getId(t);break;case"PARAMETER":e.type="Parameter",e.name=t[1],e.value=parseFloat(t[2]),e.unit=this.convertUnit(t.find(d=>Array.isArray(d)&&(d[0]==="LENGTHUNIT"||d[0]==="ANGLEUNIT"||d[0]==="SCALEUNIT"))),e.id=this.getId(t);break;case"BOUNDCRS":e.type="BoundCRS";let u=t.find(d=>Array.isArray(d)&&d[0]==="SOURCECRS");if(u){let d=u.find(_=>Array.isArray(_));e.source_crs=d?this.convert(d):null}let h=t.find(d=>Array.isArray(d)&&d[0]==="TARGETCRS");if(h){let d=h.find(_=>Array.isArray(_));e.target_crs=d?this.convert(d):null}let f=t.find(d=>Array.isArray(d)&&d[0]==="ABRIDGEDTRANSFORMATION");f?e.transformation=this.convert(f):e.transformation=null;break;case"ABRIDGEDTRANSFORMATION":if(e.type="Transformation",e.name=t[1],e.method=t.find(d=>Array.isArray(d)&&d[0]==="METHOD")?this.convert(t.find(d=>Array.isArray(d)&&d[0]==="METHOD")):null,e.parameters=t.filter(d=>Array.isArray(d)&&(d[0]==="PARAMETER"||d[0]==="PARAMETERFILE")).map(d=>{if(d[0]==="PARAMETER")return this.convert(d);if(d[0]==="PARAMETERFILE")return{name:d[1],value:d[2],id:{authority:"EPSG",code:8656}}}),e.parameters.length===7){let d=e.parameters[6];d.name==="Scale difference"&&(d.value=Math.round((d.value-1)*1e12)/1e6)}e.id=this.getId(t);break;case"AXIS":e.coordinate_system||(e.coordinate_system={type:"unspecified",axis:[]}),e.coordinate_system.axis.push(this.convertAxis(t));break;case"LENGTHUNIT":let p=this.convertUnit(t,"LinearUnit");e.coordinate_system&&e.coordinate_system.axis&&e.coordinate_system.axis.forEach(d=>{d.unit||(d.unit=p)}),p.conversion_factor&&p.conversion_factor!==1&&e.semi_major_axis&&(e.semi_major_axis={value:e.semi_major_axis,unit:p});break;default:e.keyword=t[0];break}return e}},Ev=Gp;function Tv(n){return Ev.convert(n)}function Av(n){let t=n.toUpperCase();return t.includes("PROJCRS")||t.includes("GEOGCRS")||t.includes("BOUNDCRS")||t.includes("VERTCRS")||t.includes("LENGTHUNIT")||t.includes("ANGLEUNIT")||t.includes("SCALEUNIT")?"WKT2":(t.includes("PROJCS")||t.includes("GEOGCS")||t.includes("LOCAL_CS")||t.includes("VERT_CS")||t.includes("UNIT"),"WKT1")}var Cv=SC,Rl=1,Pv=2,Rv=3,Ou=4,Iv=5,zp=-1,xC=/\s/,MC=/[A-Za-z]/,bC=/[A-Za-z84_]/,Nu=/[,\]]/,Lv=/[\d\.E\-\+]/;function Tr(n){if(typeof n!="string")throw new Error("not a string");this.text=n.trim(),this.level=0,this.place=0,this.root=null,this.stack=[],this.currentObject=null,this.state=Rl}Tr.prototype.readCharicter=function(){var n=this.text[this.place++];if(this.state!==Ou)for(;xC.test(n);){if(this.place>=this.text.length)return;n=this.text[this.place++]}switch(this.state){case Rl:return this.neutral(n);case Pv:return this.keyword(n);case Ou:return this.quoted(n);case Iv:return this.afterquote(n);case Rv:return this.number(n);case zp:return}};Tr.prototype.afterquote=function(n){if(n==='"'){this.word+='"',this.state=Ou;return}if(Nu.test(n)){this.word=this.word.trim(),this.afterItem(n);return}throw new Error(`havn't handled "`+n+'" in afterquote yet, index '+this.place)};Tr.prototype.afterItem=function(n){if(n===","){this.word!==null&&this.currentObject.push(this.word),this.word=null,this.state=Rl;return}if(n==="]"){this.level--,this.word!==null&&(this.currentObject.push(this.word),this.word=null),this.state=Rl,this.currentObject=this.stack.pop(),this.currentObject||(this.state=zp);return}};Tr.prototype.number=function(n){if(Lv.test(n)){this.word+=n;return}if(Nu.test(n)){this.word=parseFloat(this.word),this.afterItem(n);return}throw new Error(`havn't handled "`+n+'" in number yet, index '+this.place)};Tr.prototype.quoted=function(n){if(n==='"'){this.state=Iv;return}this.word+=n};Tr.prototype.keyword=function(n){if(bC.test(n)){this.word+=n;return}if(n==="["){var t=[];t.push(this.word),this.level++,this.root===null?this.root=t:this.currentObject.push(t),this.stack.push(this.currentObject),this.currentObject=t,this.state=Rl;return}if(Nu.test(n)){this.afterItem(n);return}throw new Error(`havn't handled "`+n+'" in keyword yet, index '+this.place)};Tr.prototype.neutral=function(n){if(MC.test(n)){this.word=n,this.state=Pv;return}if(n==='"'){this.word="",this.state=Ou;return}if(Lv.test(n)){this.word=n,this.state=Rv;return}if(Nu.test(n)){this.afterItem(n);return}throw new Error(`havn't handled "`+n+'" in neutral yet, index '+this.place)};Tr.prototype.output=function(){for(;this.place<this.text.length;)this.readCharicter();if(this.state===zp)return this.root;throw new Error('unable to parse string "'+this.text+'". State is '+this.state)};function SC(n){var t=new Tr(n);return t.output()}function kp(n,t,e){Array.isArray(t)&&(e.unshift(t),t=null);var i=t?{}:n,r=e.reduce(function(s,a){return ea(a,s),s},i);t&&(n[t]=r)}function ea(n,t){if(!Array.isArray(n)){t[n]=!0;return}var e=n.shift();if(e==="PARAMETER"&&(e=n.shift()),n.length===1){if(Array.isArray(n[0])){t[e]={},ea(n[0],t[e]);return}t[e]=n[0];return}if(!n.length){t[e]=!0;return}if(e==="TOWGS84"){t[e]=n;return}if(e==="AXIS"){e in t||(t[e]=[]),t[e].push(n);return}Array.isArray(e)||(t[e]={});var i;switch(e){case"UNIT":case"PRIMEM":case"VERT_DATUM":t[e]={name:n[0].toLowerCase(),convert:n[1]},n.length===3&&ea(n[2],t[e]);return;case"SPHEROID":case"ELLIPSOID":t[e]={name:n[0],a:n[1],rf:n[2]},n.length===4&&ea(n[3],t[e]);return;case"EDATUM":case"ENGINEERINGDATUM":case"LOCAL_DATUM":case"DATUM":case"VERT_CS":case"VERTCRS":case"VERTICALCRS":n[0]=["name",n[0]],kp(t,e,n);return;case"COMPD_CS":case"COMPOUNDCRS":case"FITTED_CS":case"PROJECTEDCRS":case"PROJCRS":case"GEOGCS":case"GEOCCS":case"PROJCS":case"LOCAL_CS":case"GEODCRS":case"GEODETICCRS":case"GEODETICDATUM":case"ENGCRS":case"ENGINEERINGCRS":n[0]=["name",n[0]],kp(t,e,n),t[e].type=e;return;default:for(i=-1;++i<n.length;)if(!Array.isArray(n[i]))return ea(n,t[e]);return kp(t,e,n)}}var wC=.017453292519943295;function di(n){return n*wC}function Uu(n){let t=(n.projName||"").toLowerCase().replace(/_/g," ");n.long0===void 0&&n.longc!==void 0&&(n.long0=n.longc),!n.lat_ts&&n.lat1&&(t==="stereographic south pole"||t==="polar stereographic (variant b)")?(n.lat0=di(n.lat1>0?90:-90),n.lat_ts=n.lat1,delete n.lat1):!n.lat_ts&&n.lat0&&(t==="polar stereographic"||t==="polar stereographic (variant a)")&&(n.lat_ts=n.lat0,n.lat0=di(n.lat0>0?90:-90),delete n.lat1)}function Dv(n){let t={units:null,to_meter:void 0};return typeof n=="string"?(t.units=n.toLowerCase(),t.units==="metre"&&(t.units="meter"),t.units==="meter"&&(t.to_meter=1)):n&&n.name&&(t.units=n.name.toLowerCase(),t.units==="metre"&&(t.units="meter"),t.to_meter=n.conversion_factor),t}function Ov(n){return typeof n=="object"?n.value*n.unit.conversion_factor:n}function Nv(n,t){n.ellipsoid.radius?(t.a=n.ellipsoid.radius,t.rf=0):(t.a=Ov(n.ellipsoid.semi_major_axis),n.ellipsoid.inverse_flattening!==void 0?t.rf=n.ellipsoid.inverse_flattening:n.ellipsoid.semi_major_axis!==void 0&&n.ellipsoid.semi_minor_axis!==void 0&&(t.rf=t.a/(t.a-Ov(n.ellipsoid.semi_minor_axis))))}function Il(n,t={}){return!n||typeof n!="object"?n:n.type==="BoundCRS"?(Il(n.source_crs,t),n.transformation&&(n.transformation.method&&n.transformation.method.name==="NTv2"?t.nadgrids=n.transformation.parameters[0].value:t.datum_params=n.transformation.parameters.map(e=>e.value)),t):(Object.keys(n).forEach(e=>{let i=n[e];if(i!==null)switch(e){case"name":if(t.srsCode)break;t.name=i,t.srsCode=i;break;case"type":i==="GeographicCRS"?t.projName="longlat":i==="GeodeticCRS"?n.coordinate_system&&n.coordinate_system.subtype==="Cartesian"?t.projName="geocent":t.projName="longlat":i==="ProjectedCRS"&&n.conversion&&n.conversion.method&&(t.projName=n.conversion.method.name);break;case"datum":case"datum_ensemble":i.ellipsoid&&(t.ellps=i.ellipsoid.name,Nv(i,t)),i.prime_meridian&&(t.from_greenwich=i.prime_meridian.longitude*Math.PI/180);break;case"ellipsoid":t.ellps=i.name,Nv(i,t);break;case"prime_meridian":t.long0=(i.longitude||0)*Math.PI/180;break;case"coordinate_system":if(i.axis){let r={east:"e",north:"n",west:"w",south:"s",up:"u",down:"d",geocentricx:"e",geocentricy:"n",geocentricz:"u"},s=i.axis.map(a=>r[a.direction.toLowerCase()]);if(s.every(Boolean)&&(t.axis=s.join(""),t.axis.length===2&&(t.axis+="u")),i.unit){let{units:a,to_meter:o}=Dv(i.unit);t.units=a,t.to_meter=o}else if(i.axis[0]&&i.axis[0].unit){let{units:a,to_meter:o}=Dv(i.axis[0].unit);t.units=a,t.to_meter=o}}break;case"id":i.authority&&i.code&&(t.title=i.authority+":"+i.code);break;case"conversion":i.method&&i.method.name&&(t.projName=i.method.name),i.parameters&&i.parameters.forEach(r=>{let s=r.name.toLowerCase().replace(/\s+/g,"_"),a=r.value;r.unit&&r.unit.conversion_factor?t[s]=a*r.unit.conversion_factor:r.unit==="degree"?t[s]=a*Math.PI/180:t[s]=a});break;case"unit":i.name&&(t.units=i.name.toLowerCase(),t.units==="metre"&&(t.units="meter")),i.conversion_factor&&(t.to_meter=i.conversion_factor);break;case"base_crs":Il(i,t),t.datumCode=i.id?i.id.authority+"_"+i.id.code:i.name;break;default:break}}),t.latitude_of_false_origin!==void 0&&(t.lat0=t.latitude_of_false_origin),t.longitude_of_false_origin!==void 0&&(t.long0=t.longitude_of_false_origin),t.latitude_of_standard_parallel!==void 0&&(t.lat0=t.latitude_of_standard_parallel,t.lat1=t.latitude_of_standard_parallel),t.latitude_of_1st_standard_parallel!==void 0&&(t.lat1=t.latitude_of_1st_standard_parallel),t.latitude_of_2nd_standard_parallel!==void 0&&(t.lat2=t.latitude_of_2nd_standard_parallel),t.latitude_of_projection_centre!==void 0&&(t.lat0=t.latitude_of_projection_centre),t.longitude_of_projection_centre!==void 0&&(t.longc=t.longitude_of_projection_centre),t.easting_at_false_origin!==void 0&&(t.x0=t.easting_at_false_origin),t.northing_at_false_origin!==void 0&&(t.y0=t.northing_at_false_origin),t.latitude_of_natural_origin!==void 0&&(t.lat0=t.latitude_of_natural_origin),t.longitude_of_natural_origin!==void 0&&(t.long0=t.longitude_of_natural_origin),t.longitude_of_origin!==void 0&&(t.long0=t.longitude_of_origin),t.false_easting!==void 0&&(t.x0=t.false_easting),t.easting_at_projection_centre&&(t.x0=t.easting_at_projection_centre),t.false_northing!==void 0&&(t.y0=t.false_northing),t.northing_at_projection_centre&&(t.y0=t.northing_at_projection_centre),t.standard_parallel_1!==void 0&&(t.lat1=t.standard_parallel_1),t.standard_parallel_2!==void 0&&(t.lat2=t.standard_parallel_2),t.scale_factor_at_natural_origin!==void 0&&(t.k0=t.scale_factor_at_natural_origin),t.scale_factor_at_projection_centre!==void 0&&(t.k0=t.scale_factor_at_projection_centre),t.scale_factor_on_pseudo_standard_parallel!==void 0&&(t.k0=t.scale_factor_on_pseudo_standard_parallel),t.azimuth!==void 0&&(t.alpha=t.azimuth),t.azimuth_at_projection_centre!==void 0&&(t.alpha=t.azimuth_at_projection_centre),t.angle_from_rectified_to_skew_grid&&(t.rectified_grid_angle=t.angle_from_rectified_to_skew_grid),Uu(t),t)}var EC=["PROJECTEDCRS","PROJCRS","GEOGCS","GEOCCS","PROJCS","LOCAL_CS","GEODCRS","GEODETICCRS","GEODETICDATUM","ENGCRS","ENGINEERINGCRS"];function TC(n,t){var e=t[0],i=t[1];!(e in n)&&i in n&&(n[e]=n[i],t.length===3&&(n[e]=t[2](n[e])))}function Uv(n){for(var t=Object.keys(n),e=0,i=t.length;e<i;++e){var r=t[e];EC.indexOf(r)!==-1&&AC(n[r]),typeof n[r]=="object"&&Uv(n[r])}}function AC(n){if(n.AUTHORITY){var t=Object.keys(n.AUTHORITY)[0];t&&t in n.AUTHORITY&&(n.title=t+":"+n.AUTHORITY[t])}if(n.type==="GEOGCS"?n.projName="longlat":n.type==="LOCAL_CS"?(n.projName="identity",n.local=!0):typeof n.PROJECTION=="object"?n.projName=Object.keys(n.PROJECTION)[0]:n.projName=n.PROJECTION,n.AXIS){for(var e="",i=0,r=n.AXIS.length;i<r;++i){var s=[n.AXIS[i][0].toLowerCase(),n.AXIS[i][1].toLowerCase()];s[0].indexOf("north")!==-1||(s[0]==="y"||s[0]==="lat")&&s[1]==="north"?e+="n":s[0].indexOf("south")!==-1||(s[0]==="y"||s[0]==="lat")&&s[1]==="south"?e+="s":s[0].indexOf("east")!==-1||(s[0]==="x"||s[0]==="lon")&&s[1]==="east"?e+="e":(s[0].indexOf("west")!==-1||(s[0]==="x"||s[0]==="lon")&&s[1]==="west")&&(e+="w")}e.length===2&&(e+="u"),e.length===3&&(n.axis=e)}n.UNIT&&(n.units=n.UNIT.name.toLowerCase(),n.units==="metre"&&(n.units="meter"),n.UNIT.convert&&(n.type==="GEOGCS"?n.DATUM&&n.DATUM.SPHEROID&&(n.to_meter=n.UNIT.convert*n.DATUM.SPHEROID.a):n.to_meter=n.UNIT.convert));var a=n.GEOGCS;n.type==="GEOGCS"&&(a=n),a&&(a.PRIMEM&&a.PRIMEM.convert&&(n.from_greenwich=di(a.PRIMEM.convert)),a.DATUM?n.datumCode=a.DATUM.name.toLowerCase():n.datumCode=a.name.toLowerCase(),n.datumCode.slice(0,2)==="d_"&&(n.datumCode=n.datumCode.slice(2)),n.datumCode==="new_zealand_1949"&&(n.datumCode="nzgd49"),(n.datumCode==="wgs_1984"||n.datumCode==="world_geodetic_system_1984")&&(n.PROJECTION==="Mercator_Auxiliary_Sphere"&&(n.sphere=!0),n.datumCode="wgs84"),n.datumCode==="belge_1972"&&(n.datumCode="rnb72"),a.DATUM&&a.DATUM.SPHEROID&&(n.ellps=a.DATUM.SPHEROID.name.replace("_19","").replace(/[Cc]larke\_18/,"clrk"),n.ellps.toLowerCase().slice(0,13)==="international"&&(n.ellps="intl"),n.a=a.DATUM.SPHEROID.a,n.rf=parseFloat(a.DATUM.SPHEROID.rf)),a.DATUM&&a.DATUM.TOWGS84&&(n.datum_params=a.DATUM.TOWGS84),~n.datumCode.indexOf("osgb_1936")&&(n.datumCode="osgb36"),~n.datumCode.indexOf("osni_1952")&&(n.datumCode="osni52"),(~n.datumCode.indexOf("tm65")||~n.datumCode.indexOf("geodetic_datum_of_1965"))&&(n.datumCode="ire65"),n.datumCode==="ch1903+"&&(n.datumCode="ch1903"),~n.datumCode.indexOf("israel")&&(n.datumCode="isr93")),n.b&&!isFinite(n.b)&&(n.b=n.a),n.rectified_grid_angle&&(n.rectified_grid_angle=di(n.rectified_grid_angle));function o(u){var h=n.to_meter||1;return u*h}var l=function(u){return TC(n,u)},c=[["standard_parallel_1","Standard_Parallel_1"],["standard_parallel_1","Latitude of 1st standard parallel"],["standard_parallel_2","Standard_Parallel_2"],["standard_parallel_2","Latitude of 2nd standard parallel"],["false_easting","False_Easting"],["false_easting","False easting"],["false-easting","Easting at false origin"],["false_northing","False_Northing"],["false_northing","False northing"],["false_northing","Northing at false origin"],["central_meridian","Central_Meridian"],["central_meridian","Longitude of natural origin"],["central_meridian","Longitude of false origin"],["latitude_of_origin","Latitude_Of_Origin"],["latitude_of_origin","Central_Parallel"],["latitude_of_origin","Latitude of natural origin"],["latitude_of_origin","Latitude of false origin"],["scale_factor","Scale_Factor"],["k0","scale_factor"],["latitude_of_center","Latitude_Of_Center"],["latitude_of_center","Latitude_of_center"],["lat0","latitude_of_center",di],["longitude_of_center","Longitude_Of_Center"],["longitude_of_center","Longitude_of_center"],["longc","longitude_of_center",di],["x0","false_easting",o],["y0","false_northing",o],["long0","central_meridian",di],["lat0","latitude_of_origin",di],["lat0","standard_parallel_1",di],["lat1","standard_parallel_1",di],["lat2","standard_parallel_2",di],["azimuth","Azimuth"],["alpha","azimuth",di],["srsCode","name"]];c.forEach(l),Uu(n)}function us(n){if(typeof n=="object")return Il(n);let t=Av(n);var e=Cv(n);if(t==="WKT2"){let s=Tv(e);return Il(s)}var i=e[0],r={};return ea(e,r),Uv(r),r[i]}function Qn(n){var t=this;if(arguments.length===2){var e=arguments[1];typeof e=="string"?e.charAt(0)==="+"?Qn[n]=Pl(arguments[1]):Qn[n]=us(arguments[1]):e&&typeof e=="object"&&!("projName"in e)?Qn[n]=us(arguments[1]):(Qn[n]=e,e||delete Qn[n])}else if(arguments.length===1){if(Array.isArray(n))return n.map(function(i){return Array.isArray(i)?Qn.apply(t,i):Qn(i)});if(typeof n=="string"){if(n in Qn)return Qn[n]}else"EPSG"in n?Qn["EPSG:"+n.EPSG]=n:"ESRI"in n?Qn["ESRI:"+n.ESRI]=n:"IAU2000"in n?Qn["IAU2000:"+n.IAU2000]=n:console.log(n);return}}gv(Qn);var oo=Qn;function CC(n){return typeof n=="string"}function PC(n){return n in oo}function RC(n){return n.indexOf("+")!==0&&n.indexOf("[")!==-1||typeof n=="object"&&!("srsCode"in n)}var Fv=["3857","900913","3785","102113"];function IC(n){if(n.title)return n.title.toLowerCase().indexOf("epsg:")===0&&Fv.indexOf(n.title.substr(5))>-1;var t=fi(n,"authority");if(t){var e=fi(t,"epsg");return e&&Fv.indexOf(e)>-1}}function LC(n){var t=fi(n,"extension");if(t)return fi(t,"proj4")}function DC(n){return n[0]==="+"}function OC(n){let t;if(CC(n))if(PC(n))t=oo[n];else if(RC(n)){t=us(n);var e=LC(t);e&&(t=Pl(e))}else DC(n)&&(t=Pl(n));else"projName"in n?t=n:t=us(n);return t&&IC(t)?oo["EPSG:3857"]:t}var Fu=OC;function Vp(n,t){n=n||{};var e,i;if(!t)return n;for(i in t)e=t[i],e!==void 0&&(n[i]=e);return n}function Ln(n,t,e){var i=n*t;return e/Math.sqrt(1-i*i)}function Ki(n){return n<0?-1:1}function st(n,t){return t||Math.abs(n)<=qe?n:n-Ki(n)*hs}function kn(n,t,e){var i=n*e,r=.5*n;return i=Math.pow((1-i)/(1+i),r),Math.tan(.5*(tt-t))/i}function Ar(n,t){for(var e=.5*n,i,r,s=tt-2*Math.atan(t),a=0;a<=15;a++)if(i=n*Math.sin(s),r=tt-2*Math.atan(t*Math.pow((1-i)/(1+i),e))-s,s+=r,Math.abs(r)<=1e-10)return s;return-9999}function NC(){var n=this.b/this.a;this.es=1-n*n,"x0"in this||(this.x0=0),"y0"in this||(this.y0=0),this.long0=this.long0||0,this.e=Math.sqrt(this.es),this.lat_ts?this.sphere?this.k0=Math.cos(this.lat_ts):this.k0=Ln(this.e,Math.sin(this.lat_ts),Math.cos(this.lat_ts)):this.k0||(this.k?this.k0=this.k:this.k0=1)}function UC(n){var t=n.x,e=n.y;if(e*mn>90&&e*mn<-90&&t*mn>180&&t*mn<-180)return null;var i,r;if(Math.abs(Math.abs(e)-tt)<=ot)return null;if(this.sphere)i=this.x0+this.a*this.k0*st(t-this.long0,this.over),r=this.y0+this.a*this.k0*Math.log(Math.tan(fe+.5*e));else{var s=Math.sin(e),a=kn(this.e,e,s);i=this.x0+this.a*this.k0*st(t-this.long0,this.over),r=this.y0-this.a*this.k0*Math.log(a)}return n.x=i,n.y=r,n}function FC(n){var t=n.x-this.x0,e=n.y-this.y0,i,r;if(this.sphere)r=tt-2*Math.atan(Math.exp(-e/(this.a*this.k0)));else{var s=Math.exp(-e/(this.a*this.k0));if(r=Ar(this.e,s),r===-9999)return null}return i=st(this.long0+t/(this.a*this.k0),this.over),n.x=i,n.y=r,n}var BC=["Mercator","Popular Visualisation Pseudo Mercator","Mercator_1SP","Mercator_Auxiliary_Sphere","Mercator_Variant_A","merc"],Bv={init:NC,forward:UC,inverse:FC,names:BC};function GC(){}function Gv(n){return n}var Hp=["longlat","identity","lonlat","latlon","latlong"],zv={init:GC,forward:Gv,inverse:Gv,names:Hp};var zC=[Bv,zv],na={},lo=[];function kv(n,t){var e=lo.length;return n.names?(lo[e]=n,n.names.forEach(function(i){na[i.toLowerCase()]=e}),this):(console.log(t),!0)}function Wp(n){return n.replace(/[-\(\)\s]+/g," ").trim().replace(/ /g,"_")}function kC(n){if(!n)return!1;var t=n.toLowerCase();if(typeof na[t]<"u"&&lo[na[t]]||(t=Wp(t),t in na&&lo[na[t]]))return lo[na[t]]}function VC(){zC.forEach(kv)}var Vv={start:VC,add:kv,get:kC};var HC={MERIT:{a:6378137,rf:298.257,ellipseName:"MERIT 1983"},SGS85:{a:6378136,rf:298.257,ellipseName:"Soviet Geodetic System 85"},GRS80:{a:6378137,rf:298.257222101,ellipseName:"GRS 1980(IUGG, 1980)"},IAU76:{a:6378140,rf:298.257,ellipseName:"IAU 1976"},airy:{a:6377563396e-3,b:635625691e-2,ellipseName:"Airy 1830"},APL4:{a:6378137,rf:298.25,ellipseName:"Appl. Physics. 1965"},NWL9D:{a:6378145,rf:298.25,ellipseName:"Naval Weapons Lab., 1965"},mod_airy:{a:6377340189e-3,b:6356034446e-3,ellipseName:"Modified Airy"},andrae:{a:637710443e-2,rf:300,ellipseName:"Andrae 1876 (Den., Iclnd.)"},aust_SA:{a:6378160,rf:298.25,ellipseName:"Australian Natl & S. Amer. 1969"},GRS67:{a:6378160,rf:298.247167427,ellipseName:"GRS 67(IUGG 1967)"},bessel:{a:6377397155e-3,rf:299.1528128,ellipseName:"Bessel 1841"},bess_nam:{a:6377483865e-3,rf:299.1528128,ellipseName:"Bessel 1841 (Namibia)"},clrk66:{a:63782064e-1,b:63565838e-1,ellipseName:"Clarke 1866"},clrk80:{a:6378249145e-3,rf:293.4663,ellipseName:"Clarke 1880 mod."},clrk80ign:{a:63782492e-1,b:6356515,rf:293.4660213,ellipseName:"Clarke 1880 (IGN)"},clrk58:{a:6378293645208759e-9,rf:294.2606763692654,ellipseName:"Clarke 1858"},CPM:{a:63757387e-1,rf:334.29,ellipseName:"Comm. des Poids et Mesures 1799"},delmbr:{a:6376428,rf:311.5,ellipseName:"Delambre 1810 (Belgium)"},engelis:{a:637813605e-2,rf:298.2566,ellipseName:"Engelis 1985"},evrst30:{a:6377276345e-3,rf:300.8017,ellipseName:"Everest 1830"},evrst48:{a:6377304063e-3,rf:300.8017,ellipseName:"Everest 1948"},evrst56:{a:6377301243e-3,rf:300.8017,ellipseName:"Everest 1956"},evrst69:{a:6377295664e-3,rf:300.8017,ellipseName:"Everest 1969"},evrstSS:{a:6377298556e-3,rf:300.8017,ellipseName:"Everest (Sabah & Sarawak)"},fschr60:{a:6378166,rf:298.3,ellipseName:"Fischer (Mercury Datum) 1960"},fschr60m:{a:6378155,rf:298.3,ellipseName:"Fischer 1960"},fschr68:{a:6378150,rf:298.3,ellipseName:"Fischer 1968"},helmert:{a:6378200,rf:298.3,ellipseName:"Helmert 1906"},hough:{a:6378270,rf:297,ellipseName:"Hough"},intl:{a:6378388,rf:297,ellipseName:"International 1909 (Hayford)"},kaula:{a:6378163,rf:298.24,ellipseName:"Kaula 1961"},lerch:{a:6378139,rf:298.257,ellipseName:"Lerch 1979"},mprts:{a:6397300,rf:191,ellipseName:"Maupertius 1738"},new_intl:{a:63781575e-1,b:63567722e-1,ellipseName:"New International 1967"},plessis:{a:6376523,b:6355863,ellipseName:"Plessis 1817 (France)"},krass:{a:6378245,rf:298.3,ellipseName:"Krassovsky, 1942"},SEasia:{a:6378155,b:63567733205e-4,ellipseName:"Southeast Asia"},walbeck:{a:6376896,b:63558348467e-4,ellipseName:"Walbeck"},WGS60:{a:6378165,rf:298.3,ellipseName:"WGS 60"},WGS66:{a:6378145,rf:298.25,ellipseName:"WGS 66"},WGS7:{a:6378135,rf:298.26,ellipseName:"WGS 72"},WGS84:{a:6378137,rf:298.257223563,ellipseName:"WGS 84"},sphere:{a:6370997,b:6370997,ellipseName:"Normal Sphere (r=6370997)"}},Xp=HC;var WC=Xp.WGS84;function Hv(n,t,e,i){var r=n*n,s=t*t,a=(r-s)/r,o=0;i?(n*=1-a*(yv+a*(xv+a*Mv)),r=n*n,a=0):o=Math.sqrt(a);var l=(r-s)/s;return{es:a,e:o,ep2:l}}function Wv(n,t,e,i,r){if(!n){var s=fi(Xp,i);s||(s=WC),n=s.a,t=s.b,e=s.rf}return e&&!t&&(t=(1-1/e)*n),(e===0||Math.abs(n-t)<ot)&&(r=!0,t=n),{a:n,b:t,rf:e,sphere:r}}var Gu={wgs84:{towgs84:"0,0,0",ellipse:"WGS84",datumName:"WGS84"},ch1903:{towgs84:"674.374,15.056,405.346",ellipse:"bessel",datumName:"swiss"},ggrs87:{towgs84:"-199.87,74.79,246.62",ellipse:"GRS80",datumName:"Greek_Geodetic_Reference_System_1987"},nad83:{towgs84:"0,0,0",ellipse:"GRS80",datumName:"North_American_Datum_1983"},nad27:{nadgrids:"@conus,@alaska,@ntv2_0.gsb,@ntv1_can.dat",ellipse:"clrk66",datumName:"North_American_Datum_1927"},potsdam:{towgs84:"598.1,73.7,418.2,0.202,0.045,-2.455,6.7",ellipse:"bessel",datumName:"Potsdam Rauenberg 1950 DHDN"},carthage:{towgs84:"-263.0,6.0,431.0",ellipse:"clrk80ign",datumName:"Carthage 1934 Tunisia"},hermannskogel:{towgs84:"577.326,90.129,463.919,5.137,1.474,5.297,2.4232",ellipse:"bessel",datumName:"Hermannskogel"},mgi:{towgs84:"577.326,90.129,463.919,5.137,1.474,5.297,2.4232",ellipse:"bessel",datumName:"Militar-Geographische Institut"},osni52:{towgs84:"482.530,-130.596,564.557,-1.042,-0.214,-0.631,8.15",ellipse:"airy",datumName:"Irish National"},ire65:{towgs84:"482.530,-130.596,564.557,-1.042,-0.214,-0.631,8.15",ellipse:"mod_airy",datumName:"Ireland 1965"},rassadiran:{towgs84:"-133.63,-157.5,-158.62",ellipse:"intl",datumName:"Rassadiran"},nzgd49:{towgs84:"59.47,-5.04,187.44,0.47,-0.1,1.024,-4.5993",ellipse:"intl",datumName:"New Zealand Geodetic Datum 1949"},osgb36:{towgs84:"446.448,-125.157,542.060,0.1502,0.2470,0.8421,-20.4894",ellipse:"airy",datumName:"Ordnance Survey of Great Britain 1936"},s_jtsk:{towgs84:"589,76,480",ellipse:"bessel",datumName:"S-JTSK (Ferro)"},beduaram:{towgs84:"-106,-87,188",ellipse:"clrk80",datumName:"Beduaram"},gunung_segara:{towgs84:"-403,684,41",ellipse:"bessel",datumName:"Gunung Segara Jakarta"},rnb72:{towgs84:"106.869,-52.2978,103.724,-0.33657,0.456955,-1.84218,1",ellipse:"intl",datumName:"Reseau National Belge 1972"},EPSG_5451:{towgs84:"6.41,-49.05,-11.28,1.5657,0.5242,6.9718,-5.7649"},IGNF_LURESG:{towgs84:"-192.986,13.673,-39.309,-0.4099,-2.9332,2.6881,0.43"},EPSG_4614:{towgs84:"-119.4248,-303.65872,-11.00061,1.164298,0.174458,1.096259,3.657065"},EPSG_4615:{towgs84:"-494.088,-312.129,279.877,-1.423,-1.013,1.59,-0.748"},ESRI_37241:{towgs84:"-76.822,257.457,-12.817,2.136,-0.033,-2.392,-0.031"},ESRI_37249:{towgs84:"-440.296,58.548,296.265,1.128,10.202,4.559,-0.438"},ESRI_37245:{towgs84:"-511.151,-181.269,139.609,1.05,2.703,1.798,3.071"},EPSG_4178:{towgs84:"24.9,-126.4,-93.2,-0.063,-0.247,-0.041,1.01"},EPSG_4622:{towgs84:"-472.29,-5.63,-304.12,0.4362,-0.8374,0.2563,1.8984"},EPSG_4625:{towgs84:"126.93,547.94,130.41,-2.7867,5.1612,-0.8584,13.8227"},EPSG_5252:{towgs84:"0.023,0.036,-0.068,0.00176,0.00912,-0.01136,0.00439"},EPSG_4314:{towgs84:"597.1,71.4,412.1,0.894,0.068,-1.563,7.58"},EPSG_4282:{towgs84:"-178.3,-316.7,-131.5,5.278,6.077,10.979,19.166"},EPSG_4231:{towgs84:"-83.11,-97.38,-117.22,0.005693,-0.044698,0.044285,0.1218"},EPSG_4274:{towgs84:"-230.994,102.591,25.199,0.633,-0.239,0.9,1.95"},EPSG_4134:{towgs84:"-180.624,-225.516,173.919,-0.81,-1.898,8.336,16.71006"},EPSG_4254:{towgs84:"18.38,192.45,96.82,0.056,-0.142,-0.2,-0.0013"},EPSG_4159:{towgs84:"-194.513,-63.978,-25.759,-3.4027,3.756,-3.352,-0.9175"},EPSG_4687:{towgs84:"0.072,-0.507,-0.245,0.0183,-0.0003,0.007,-0.0093"},EPSG_4227:{towgs84:"-83.58,-397.54,458.78,-17.595,-2.847,4.256,3.225"},EPSG_4746:{towgs84:"599.4,72.4,419.2,-0.062,-0.022,-2.723,6.46"},EPSG_4745:{towgs84:"612.4,77,440.2,-0.054,0.057,-2.797,2.55"},EPSG_6311:{towgs84:"8.846,-4.394,-1.122,-0.00237,-0.146528,0.130428,0.783926"},EPSG_4289:{towgs84:"565.7381,50.4018,465.2904,-0.395026,0.330772,-1.876073,4.07244"},EPSG_4230:{towgs84:"-68.863,-134.888,-111.49,-0.53,-0.14,0.57,-3.4"},EPSG_4154:{towgs84:"-123.02,-158.95,-168.47"},EPSG_4156:{towgs84:"570.8,85.7,462.8,4.998,1.587,5.261,3.56"},EPSG_4299:{towgs84:"482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15"},EPSG_4179:{towgs84:"33.4,-146.6,-76.3,-0.359,-0.053,0.844,-0.84"},EPSG_4313:{towgs84:"-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747"},EPSG_4194:{towgs84:"163.511,127.533,-159.789"},EPSG_4195:{towgs84:"105,326,-102.5"},EPSG_4196:{towgs84:"-45,417,-3.5"},EPSG_4611:{towgs84:"-162.619,-276.959,-161.764,0.067753,-2.243648,-1.158828,-1.094246"},EPSG_4633:{towgs84:"137.092,131.66,91.475,-1.9436,-11.5993,-4.3321,-7.4824"},EPSG_4641:{towgs84:"-408.809,366.856,-412.987,1.8842,-0.5308,2.1655,-121.0993"},EPSG_4643:{towgs84:"-480.26,-438.32,-643.429,16.3119,20.1721,-4.0349,-111.7002"},EPSG_4300:{towgs84:"482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15"},EPSG_4188:{towgs84:"482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15"},EPSG_4660:{towgs84:"982.6087,552.753,-540.873,6.681627,-31.611492,-19.848161,16.805"},EPSG_4662:{towgs84:"97.295,-263.247,310.882,-1.5999,0.8386,3.1409,13.3259"},EPSG_3906:{towgs84:"577.88891,165.22205,391.18289,4.9145,-0.94729,-13.05098,7.78664"},EPSG_4307:{towgs84:"-209.3622,-87.8162,404.6198,0.0046,3.4784,0.5805,-1.4547"},EPSG_6892:{towgs84:"-76.269,-16.683,68.562,-6.275,10.536,-4.286,-13.686"},EPSG_4690:{towgs84:"221.597,152.441,176.523,2.403,1.3893,0.884,11.4648"},EPSG_4691:{towgs84:"218.769,150.75,176.75,3.5231,2.0037,1.288,10.9817"},EPSG_4629:{towgs84:"72.51,345.411,79.241,-1.5862,-0.8826,-0.5495,1.3653"},EPSG_4630:{towgs84:"165.804,216.213,180.26,-0.6251,-0.4515,-0.0721,7.4111"},EPSG_4692:{towgs84:"217.109,86.452,23.711,0.0183,-0.0003,0.007,-0.0093"},EPSG_9333:{towgs84:"0,0,0,-0.008393,0.000749,-0.010276,0"},EPSG_9059:{towgs84:"0,0,0"},EPSG_4312:{towgs84:"601.705,84.263,485.227,4.7354,1.3145,5.393,-2.3887"},EPSG_4123:{towgs84:"-96.062,-82.428,-121.753,4.801,0.345,-1.376,1.496"},EPSG_4309:{towgs84:"-124.45,183.74,44.64,-0.4384,0.5446,-0.9706,-2.1365"},ESRI_104106:{towgs84:"-283.088,-70.693,117.445,-1.157,0.059,-0.652,-4.058"},EPSG_4281:{towgs84:"-219.247,-73.802,269.529"},EPSG_4322:{towgs84:"0,0,4.5"},EPSG_4324:{towgs84:"0,0,1.9"},EPSG_4284:{towgs84:"43.822,-108.842,-119.585,1.455,-0.761,0.737,0.549"},EPSG_4277:{towgs84:"446.448,-125.157,542.06,0.15,0.247,0.842,-20.489"},EPSG_4207:{towgs84:"-282.1,-72.2,120,-1.529,0.145,-0.89,-4.46"},EPSG_4688:{towgs84:"347.175,1077.618,2623.677,33.9058,-70.6776,9.4013,186.0647"},EPSG_4689:{towgs84:"410.793,54.542,80.501,-2.5596,-2.3517,-0.6594,17.3218"},EPSG_4720:{towgs84:"0,0,4.5"},EPSG_4273:{towgs84:"278.3,93,474.5,7.889,0.05,-6.61,6.21"},EPSG_4240:{towgs84:"204.64,834.74,293.8"},EPSG_4817:{towgs84:"278.3,93,474.5,7.889,0.05,-6.61,6.21"},ESRI_104131:{towgs84:"426.62,142.62,460.09,4.98,4.49,-12.42,-17.1"},EPSG_4265:{towgs84:"-104.1,-49.1,-9.9,0.971,-2.917,0.714,-11.68"},EPSG_4263:{towgs84:"-111.92,-87.85,114.5,1.875,0.202,0.219,0.032"},EPSG_4298:{towgs84:"-689.5937,623.84046,-65.93566,-0.02331,1.17094,-0.80054,5.88536"},EPSG_4270:{towgs84:"-253.4392,-148.452,386.5267,0.15605,0.43,-0.1013,-0.0424"},EPSG_4229:{towgs84:"-121.8,98.1,-10.7"},EPSG_4220:{towgs84:"-55.5,-348,-229.2"},EPSG_4214:{towgs84:"12.646,-155.176,-80.863"},EPSG_4232:{towgs84:"-345,3,223"},EPSG_4238:{towgs84:"-1.977,-13.06,-9.993,0.364,0.254,0.689,-1.037"},EPSG_4168:{towgs84:"-170,33,326"},EPSG_4131:{towgs84:"199,931,318.9"},EPSG_4152:{towgs84:"-0.9102,2.0141,0.5602,0.029039,0.010065,0.010101,0"},EPSG_5228:{towgs84:"572.213,85.334,461.94,4.9732,1.529,5.2484,3.5378"},EPSG_8351:{towgs84:"485.021,169.465,483.839,7.786342,4.397554,4.102655,0"},EPSG_4683:{towgs84:"-127.62,-67.24,-47.04,-3.068,4.903,1.578,-1.06"},EPSG_4133:{towgs84:"0,0,0"},EPSG_7373:{towgs84:"0.819,-0.5762,-1.6446,-0.00378,-0.03317,0.00318,0.0693"},EPSG_9075:{towgs84:"-0.9102,2.0141,0.5602,0.029039,0.010065,0.010101,0"},EPSG_9072:{towgs84:"-0.9102,2.0141,0.5602,0.029039,0.010065,0.010101,0"},EPSG_9294:{towgs84:"1.16835,-1.42001,-2.24431,-0.00822,-0.05508,0.01818,0.23388"},EPSG_4212:{towgs84:"-267.434,173.496,181.814,-13.4704,8.7154,7.3926,14.7492"},EPSG_4191:{towgs84:"-44.183,-0.58,-38.489,2.3867,2.7072,-3.5196,-8.2703"},EPSG_4237:{towgs84:"52.684,-71.194,-13.975,-0.312,-0.1063,-0.3729,1.0191"},EPSG_4740:{towgs84:"-1.08,-0.27,-0.9"},EPSG_4124:{towgs84:"419.3836,99.3335,591.3451,0.850389,1.817277,-7.862238,-0.99496"},EPSG_5681:{towgs84:"584.9636,107.7175,413.8067,1.1155,0.2824,-3.1384,7.9922"},EPSG_4141:{towgs84:"23.772,17.49,17.859,-0.3132,-1.85274,1.67299,-5.4262"},EPSG_4204:{towgs84:"-85.645,-273.077,-79.708,2.289,-1.421,2.532,3.194"},EPSG_4319:{towgs84:"226.702,-193.337,-35.371,-2.229,-4.391,9.238,0.9798"},EPSG_4200:{towgs84:"24.82,-131.21,-82.66"},EPSG_4130:{towgs84:"0,0,0"},EPSG_4127:{towgs84:"-82.875,-57.097,-156.768,-2.158,1.524,-0.982,-0.359"},EPSG_4149:{towgs84:"674.374,15.056,405.346"},EPSG_4617:{towgs84:"-0.991,1.9072,0.5129,0.02579,0.00965,0.01166,0"},EPSG_4663:{towgs84:"-210.502,-66.902,-48.476,2.094,-15.067,-5.817,0.485"},EPSG_4664:{towgs84:"-211.939,137.626,58.3,-0.089,0.251,0.079,0.384"},EPSG_4665:{towgs84:"-105.854,165.589,-38.312,-0.003,-0.026,0.024,-0.048"},EPSG_4666:{towgs84:"631.392,-66.551,481.442,1.09,-4.445,-4.487,-4.43"},EPSG_4756:{towgs84:"-192.873,-39.382,-111.202,-0.00205,-0.0005,0.00335,0.0188"},EPSG_4723:{towgs84:"-179.483,-69.379,-27.584,-7.862,8.163,6.042,-13.925"},EPSG_4726:{towgs84:"8.853,-52.644,180.304,-0.393,-2.323,2.96,-24.081"},EPSG_4267:{towgs84:"-8.0,160.0,176.0"},EPSG_5365:{towgs84:"-0.16959,0.35312,0.51846,0.03385,-0.16325,0.03446,0.03693"},EPSG_4218:{towgs84:"304.5,306.5,-318.1"},EPSG_4242:{towgs84:"-33.722,153.789,94.959,-8.581,-4.478,4.54,8.95"},EPSG_4216:{towgs84:"-292.295,248.758,429.447,4.9971,2.99,6.6906,1.0289"},ESRI_104105:{towgs84:"631.392,-66.551,481.442,1.09,-4.445,-4.487,-4.43"},ESRI_104129:{towgs84:"0,0,0"},EPSG_4673:{towgs84:"174.05,-25.49,112.57"},EPSG_4202:{towgs84:"-124,-60,154"},EPSG_4203:{towgs84:"-117.763,-51.51,139.061,0.292,0.443,0.277,-0.191"},EPSG_3819:{towgs84:"595.48,121.69,515.35,4.115,-2.9383,0.853,-3.408"},EPSG_8694:{towgs84:"-93.799,-132.737,-219.073,-1.844,0.648,-6.37,-0.169"},EPSG_4145:{towgs84:"275.57,676.78,229.6"},EPSG_4283:{towgs84:"0.06155,-0.01087,-0.04019,0.039492,0.032722,0.032898,-0.009994"},EPSG_4317:{towgs84:"2.3287,-147.0425,-92.0802,-0.309248,0.324822,0.497299,5.689063"},EPSG_4272:{towgs84:"59.47,-5.04,187.44,0.47,-0.1,1.024,-4.5993"},EPSG_4248:{towgs84:"-307.7,265.3,-363.5"},EPSG_5561:{towgs84:"24,-121,-76"},EPSG_5233:{towgs84:"-0.293,766.95,87.713,0.195704,1.695068,3.473016,-0.039338"},ESRI_104130:{towgs84:"-86,-98,-119"},ESRI_104102:{towgs84:"682,-203,480"},ESRI_37207:{towgs84:"7,-10,-26"},EPSG_4675:{towgs84:"59.935,118.4,-10.871"},ESRI_104109:{towgs84:"-89.121,-348.182,260.871"},ESRI_104112:{towgs84:"-185.583,-230.096,281.361"},ESRI_104113:{towgs84:"25.1,-275.6,222.6"},IGNF_WGS72G:{towgs84:"0,12,6"},IGNF_NTFG:{towgs84:"-168,-60,320"},IGNF_EFATE57G:{towgs84:"-127,-769,472"},IGNF_PGP50G:{towgs84:"324.8,153.6,172.1"},IGNF_REUN47G:{towgs84:"94,-948,-1262"},IGNF_CSG67G:{towgs84:"-186,230,110"},IGNF_GUAD48G:{towgs84:"-467,-16,-300"},IGNF_TAHI51G:{towgs84:"162,117,154"},IGNF_TAHAAG:{towgs84:"65,342,77"},IGNF_NUKU72G:{towgs84:"84,274,65"},IGNF_PETRELS72G:{towgs84:"365,194,166"},IGNF_WALL78G:{towgs84:"253,-133,-127"},IGNF_MAYO50G:{towgs84:"-382,-59,-262"},IGNF_TANNAG:{towgs84:"-139,-967,436"},IGNF_IGN72G:{towgs84:"-13,-348,292"},IGNF_ATIGG:{towgs84:"1118,23,66"},IGNF_FANGA84G:{towgs84:"150.57,158.33,118.32"},IGNF_RUSAT84G:{towgs84:"202.13,174.6,-15.74"},IGNF_KAUE70G:{towgs84:"126.74,300.1,-75.49"},IGNF_MOP90G:{towgs84:"-10.8,-1.8,12.77"},IGNF_MHPF67G:{towgs84:"338.08,212.58,-296.17"},IGNF_TAHI79G:{towgs84:"160.61,116.05,153.69"},IGNF_ANAA92G:{towgs84:"1.5,3.84,4.81"},IGNF_MARQUI72G:{towgs84:"330.91,-13.92,58.56"},IGNF_APAT86G:{towgs84:"143.6,197.82,74.05"},IGNF_TUBU69G:{towgs84:"237.17,171.61,-77.84"},IGNF_STPM50G:{towgs84:"11.363,424.148,373.13"},EPSG_4150:{towgs84:"674.374,15.056,405.346"},EPSG_4754:{towgs84:"-208.4058,-109.8777,-2.5764"},ESRI_104101:{towgs84:"372.87,149.23,585.29"},EPSG_4693:{towgs84:"0,-0.15,0.68"},EPSG_6207:{towgs84:"293.17,726.18,245.36"},EPSG_4153:{towgs84:"-133.63,-157.5,-158.62"},EPSG_4132:{towgs84:"-241.54,-163.64,396.06"},EPSG_4221:{towgs84:"-154.5,150.7,100.4"},EPSG_4266:{towgs84:"-80.7,-132.5,41.1"},EPSG_4193:{towgs84:"-70.9,-151.8,-41.4"},EPSG_5340:{towgs84:"-0.41,0.46,-0.35"},EPSG_4246:{towgs84:"-294.7,-200.1,525.5"},EPSG_4318:{towgs84:"-3.2,-5.7,2.8"},EPSG_4121:{towgs84:"-199.87,74.79,246.62"},EPSG_4223:{towgs84:"-260.1,5.5,432.2"},EPSG_4158:{towgs84:"-0.465,372.095,171.736"},EPSG_4285:{towgs84:"-128.16,-282.42,21.93"},EPSG_4613:{towgs84:"-404.78,685.68,45.47"},EPSG_4607:{towgs84:"195.671,332.517,274.607"},EPSG_4475:{towgs84:"-381.788,-57.501,-256.673"},EPSG_4208:{towgs84:"-157.84,308.54,-146.6"},EPSG_4743:{towgs84:"70.995,-335.916,262.898"},EPSG_4710:{towgs84:"-323.65,551.39,-491.22"},EPSG_7881:{towgs84:"-0.077,0.079,0.086"},EPSG_4682:{towgs84:"283.729,735.942,261.143"},EPSG_4739:{towgs84:"-156,-271,-189"},EPSG_4679:{towgs84:"-80.01,253.26,291.19"},EPSG_4750:{towgs84:"-56.263,16.136,-22.856"},EPSG_4644:{towgs84:"-10.18,-350.43,291.37"},EPSG_4695:{towgs84:"-103.746,-9.614,-255.95"},EPSG_4292:{towgs84:"-355,21,72"},EPSG_4302:{towgs84:"-61.702,284.488,472.052"},EPSG_4143:{towgs84:"-124.76,53,466.79"},EPSG_4606:{towgs84:"-153,153,307"},EPSG_4699:{towgs84:"-770.1,158.4,-498.2"},EPSG_4247:{towgs84:"-273.5,110.6,-357.9"},EPSG_4160:{towgs84:"8.88,184.86,106.69"},EPSG_4161:{towgs84:"-233.43,6.65,173.64"},EPSG_9251:{towgs84:"-9.5,122.9,138.2"},EPSG_9253:{towgs84:"-78.1,101.6,133.3"},EPSG_4297:{towgs84:"-198.383,-240.517,-107.909"},EPSG_4269:{towgs84:"0,0,0"},EPSG_4301:{towgs84:"-147,506,687"},EPSG_4618:{towgs84:"-59,-11,-52"},EPSG_4612:{towgs84:"0,0,0"},EPSG_4678:{towgs84:"44.585,-131.212,-39.544"},EPSG_4250:{towgs84:"-130,29,364"},EPSG_4144:{towgs84:"214,804,268"},EPSG_4147:{towgs84:"-17.51,-108.32,-62.39"},EPSG_4259:{towgs84:"-254.1,-5.36,-100.29"},EPSG_4164:{towgs84:"-76,-138,67"},EPSG_4211:{towgs84:"-378.873,676.002,-46.255"},EPSG_4182:{towgs84:"-422.651,-172.995,84.02"},EPSG_4224:{towgs84:"-143.87,243.37,-33.52"},EPSG_4225:{towgs84:"-205.57,168.77,-4.12"},EPSG_5527:{towgs84:"-67.35,3.88,-38.22"},EPSG_4752:{towgs84:"98,390,-22"},EPSG_4310:{towgs84:"-30,190,89"},EPSG_9248:{towgs84:"-192.26,65.72,132.08"},EPSG_4680:{towgs84:"124.5,-63.5,-281"},EPSG_4701:{towgs84:"-79.9,-158,-168.9"},EPSG_4706:{towgs84:"-146.21,112.63,4.05"},EPSG_4805:{towgs84:"682,-203,480"},EPSG_4201:{towgs84:"-165,-11,206"},EPSG_4210:{towgs84:"-157,-2,-299"},EPSG_4183:{towgs84:"-104,167,-38"},EPSG_4139:{towgs84:"11,72,-101"},EPSG_4668:{towgs84:"-86,-98,-119"},EPSG_4717:{towgs84:"-2,151,181"},EPSG_4732:{towgs84:"102,52,-38"},EPSG_4280:{towgs84:"-377,681,-50"},EPSG_4209:{towgs84:"-138,-105,-289"},EPSG_4261:{towgs84:"31,146,47"},EPSG_4658:{towgs84:"-73,46,-86"},EPSG_4721:{towgs84:"265.025,384.929,-194.046"},EPSG_4222:{towgs84:"-136,-108,-292"},EPSG_4601:{towgs84:"-255,-15,71"},EPSG_4602:{towgs84:"725,685,536"},EPSG_4603:{towgs84:"72,213.7,93"},EPSG_4605:{towgs84:"9,183,236"},EPSG_4621:{towgs84:"137,248,-430"},EPSG_4657:{towgs84:"-28,199,5"},EPSG_4316:{towgs84:"103.25,-100.4,-307.19"},EPSG_4642:{towgs84:"-13,-348,292"},EPSG_4698:{towgs84:"145,-187,103"},EPSG_4192:{towgs84:"-206.1,-174.7,-87.7"},EPSG_4311:{towgs84:"-265,120,-358"},EPSG_4135:{towgs84:"58,-283,-182"},ESRI_104138:{towgs84:"198,-226,-347"},EPSG_4245:{towgs84:"-11,851,5"},EPSG_4142:{towgs84:"-125,53,467"},EPSG_4213:{towgs84:"-106,-87,188"},EPSG_4253:{towgs84:"-133,-77,-51"},EPSG_4129:{towgs84:"-132,-110,-335"},EPSG_4713:{towgs84:"-77,-128,142"},EPSG_4239:{towgs84:"217,823,299"},EPSG_4146:{towgs84:"295,736,257"},EPSG_4155:{towgs84:"-83,37,124"},EPSG_4165:{towgs84:"-173,253,27"},EPSG_4672:{towgs84:"175,-38,113"},EPSG_4236:{towgs84:"-637,-549,-203"},EPSG_4251:{towgs84:"-90,40,88"},EPSG_4271:{towgs84:"-2,374,172"},EPSG_4175:{towgs84:"-88,4,101"},EPSG_4716:{towgs84:"298,-304,-375"},EPSG_4315:{towgs84:"-23,259,-9"},EPSG_4744:{towgs84:"-242.2,-144.9,370.3"},EPSG_4244:{towgs84:"-97,787,86"},EPSG_4293:{towgs84:"616,97,-251"},EPSG_4714:{towgs84:"-127,-769,472"},EPSG_4736:{towgs84:"260,12,-147"},EPSG_6883:{towgs84:"-235,-110,393"},EPSG_6894:{towgs84:"-63,176,185"},EPSG_4205:{towgs84:"-43,-163,45"},EPSG_4256:{towgs84:"41,-220,-134"},EPSG_4262:{towgs84:"639,405,60"},EPSG_4604:{towgs84:"174,359,365"},EPSG_4169:{towgs84:"-115,118,426"},EPSG_4620:{towgs84:"-106,-129,165"},EPSG_4184:{towgs84:"-203,141,53"},EPSG_4616:{towgs84:"-289,-124,60"},EPSG_9403:{towgs84:"-307,-92,127"},EPSG_4684:{towgs84:"-133,-321,50"},EPSG_4708:{towgs84:"-491,-22,435"},EPSG_4707:{towgs84:"114,-116,-333"},EPSG_4709:{towgs84:"145,75,-272"},EPSG_4712:{towgs84:"-205,107,53"},EPSG_4711:{towgs84:"124,-234,-25"},EPSG_4718:{towgs84:"230,-199,-752"},EPSG_4719:{towgs84:"211,147,111"},EPSG_4724:{towgs84:"208,-435,-229"},EPSG_4725:{towgs84:"189,-79,-202"},EPSG_4735:{towgs84:"647,1777,-1124"},EPSG_4722:{towgs84:"-794,119,-298"},EPSG_4728:{towgs84:"-307,-92,127"},EPSG_4734:{towgs84:"-632,438,-609"},EPSG_4727:{towgs84:"912,-58,1227"},EPSG_4729:{towgs84:"185,165,42"},EPSG_4730:{towgs84:"170,42,84"},EPSG_4733:{towgs84:"276,-57,149"},ESRI_37218:{towgs84:"230,-199,-752"},ESRI_37240:{towgs84:"-7,215,225"},ESRI_37221:{towgs84:"252,-209,-751"},ESRI_4305:{towgs84:"-123,-206,219"},ESRI_104139:{towgs84:"-73,-247,227"},EPSG_4748:{towgs84:"51,391,-36"},EPSG_4219:{towgs84:"-384,664,-48"},EPSG_4255:{towgs84:"-333,-222,114"},EPSG_4257:{towgs84:"-587.8,519.75,145.76"},EPSG_4646:{towgs84:"-963,510,-359"},EPSG_6881:{towgs84:"-24,-203,268"},EPSG_6882:{towgs84:"-183,-15,273"},EPSG_4715:{towgs84:"-104,-129,239"},IGNF_RGF93GDD:{towgs84:"0,0,0"},IGNF_RGM04GDD:{towgs84:"0,0,0"},IGNF_RGSPM06GDD:{towgs84:"0,0,0"},IGNF_RGTAAF07GDD:{towgs84:"0,0,0"},IGNF_RGFG95GDD:{towgs84:"0,0,0"},IGNF_RGNCG:{towgs84:"0,0,0"},IGNF_RGPFGDD:{towgs84:"0,0,0"},IGNF_ETRS89G:{towgs84:"0,0,0"},IGNF_RGR92GDD:{towgs84:"0,0,0"},EPSG_4173:{towgs84:"0,0,0"},EPSG_4180:{towgs84:"0,0,0"},EPSG_4619:{towgs84:"0,0,0"},EPSG_4667:{towgs84:"0,0,0"},EPSG_4075:{towgs84:"0,0,0"},EPSG_6706:{towgs84:"0,0,0"},EPSG_7798:{towgs84:"0,0,0"},EPSG_4661:{towgs84:"0,0,0"},EPSG_4669:{towgs84:"0,0,0"},EPSG_8685:{towgs84:"0,0,0"},EPSG_4151:{towgs84:"0,0,0"},EPSG_9702:{towgs84:"0,0,0"},EPSG_4758:{towgs84:"0,0,0"},EPSG_4761:{towgs84:"0,0,0"},EPSG_4765:{towgs84:"0,0,0"},EPSG_8997:{towgs84:"0,0,0"},EPSG_4023:{towgs84:"0,0,0"},EPSG_4670:{towgs84:"0,0,0"},EPSG_4694:{towgs84:"0,0,0"},EPSG_4148:{towgs84:"0,0,0"},EPSG_4163:{towgs84:"0,0,0"},EPSG_4167:{towgs84:"0,0,0"},EPSG_4189:{towgs84:"0,0,0"},EPSG_4190:{towgs84:"0,0,0"},EPSG_4176:{towgs84:"0,0,0"},EPSG_4659:{towgs84:"0,0,0"},EPSG_3824:{towgs84:"0,0,0"},EPSG_3889:{towgs84:"0,0,0"},EPSG_4046:{towgs84:"0,0,0"},EPSG_4081:{towgs84:"0,0,0"},EPSG_4558:{towgs84:"0,0,0"},EPSG_4483:{towgs84:"0,0,0"},EPSG_5013:{towgs84:"0,0,0"},EPSG_5264:{towgs84:"0,0,0"},EPSG_5324:{towgs84:"0,0,0"},EPSG_5354:{towgs84:"0,0,0"},EPSG_5371:{towgs84:"0,0,0"},EPSG_5373:{towgs84:"0,0,0"},EPSG_5381:{towgs84:"0,0,0"},EPSG_5393:{towgs84:"0,0,0"},EPSG_5489:{towgs84:"0,0,0"},EPSG_5593:{towgs84:"0,0,0"},EPSG_6135:{towgs84:"0,0,0"},EPSG_6365:{towgs84:"0,0,0"},EPSG_5246:{towgs84:"0,0,0"},EPSG_7886:{towgs84:"0,0,0"},EPSG_8431:{towgs84:"0,0,0"},EPSG_8427:{towgs84:"0,0,0"},EPSG_8699:{towgs84:"0,0,0"},EPSG_8818:{towgs84:"0,0,0"},EPSG_4757:{towgs84:"0,0,0"},EPSG_9140:{towgs84:"0,0,0"},EPSG_8086:{towgs84:"0,0,0"},EPSG_4686:{towgs84:"0,0,0"},EPSG_4737:{towgs84:"0,0,0"},EPSG_4702:{towgs84:"0,0,0"},EPSG_4747:{towgs84:"0,0,0"},EPSG_4749:{towgs84:"0,0,0"},EPSG_4674:{towgs84:"0,0,0"},EPSG_4755:{towgs84:"0,0,0"},EPSG_4759:{towgs84:"0,0,0"},EPSG_4762:{towgs84:"0,0,0"},EPSG_4763:{towgs84:"0,0,0"},EPSG_4764:{towgs84:"0,0,0"},EPSG_4166:{towgs84:"0,0,0"},EPSG_4170:{towgs84:"0,0,0"},EPSG_5546:{towgs84:"0,0,0"},EPSG_7844:{towgs84:"0,0,0"},EPSG_4818:{towgs84:"589,76,480"},EPSG_10328:{towgs84:"0,0,0"},EPSG_9782:{towgs84:"0,0,0"},EPSG_9777:{towgs84:"0,0,0"},EPSG_10690:{towgs84:"0,0,0"},EPSG_10639:{towgs84:"0,0,0"},EPSG_10739:{towgs84:"0,0,0"},EPSG_7686:{towgs84:"0,0,0"},EPSG_8900:{towgs84:"0,0,0"},EPSG_5886:{towgs84:"0,0,0"},EPSG_7683:{towgs84:"0,0,0"},EPSG_6668:{towgs84:"0,0,0"},EPSG_20046:{towgs84:"0,0,0"},EPSG_10299:{towgs84:"0,0,0"},EPSG_10310:{towgs84:"0,0,0"},EPSG_10475:{towgs84:"0,0,0"},EPSG_4742:{towgs84:"0,0,0"},EPSG_10671:{towgs84:"0,0,0"},EPSG_10762:{towgs84:"0,0,0"},EPSG_10725:{towgs84:"0,0,0"},EPSG_10791:{towgs84:"0,0,0"},EPSG_10800:{towgs84:"0,0,0"},EPSG_10305:{towgs84:"0,0,0"},EPSG_10941:{towgs84:"0,0,0"},EPSG_10968:{towgs84:"0,0,0"},EPSG_10875:{towgs84:"0,0,0"},EPSG_6318:{towgs84:"0,0,0"},EPSG_10910:{towgs84:"0,0,0"}};for(Xv in Gu)Bu=Gu[Xv],Bu.datumName&&(Gu[Bu.datumName]=Bu);var Bu,Xv,qv=Gu;function XC(n,t,e,i,r,s,a){var o={};return o.datum_type=Cl,t&&(o.datum_type=_v,o.datum_params=t.map(parseFloat),(o.datum_params[0]!==0||o.datum_params[1]!==0||o.datum_params[2]!==0)&&(o.datum_type=zi),o.datum_params.length>3&&(o.datum_params[3]!==0||o.datum_params[4]!==0||o.datum_params[5]!==0||o.datum_params[6]!==0)&&(o.datum_type=ki,o.datum_params[3]*=ta,o.datum_params[4]*=ta,o.datum_params[5]*=ta,o.datum_params[6]=o.datum_params[6]/1e6+1)),a&&(o.datum_type=Er,o.grids=a),o.a=e,o.b=i,o.es=r,o.ep2=s,o}var Yv=XC;var Yp={};function jp(n,t,e){return t instanceof ArrayBuffer?qC(n,t,e):{ready:YC(n,t)}}function qC(n,t,e){var i=!0;e!==void 0&&e.includeErrorFields===!1&&(i=!1);var r=new DataView(t),s=ZC(r),a=$C(r,s),o=JC(r,a,s,i),l={header:a,subgrids:o};return Yp[n]=l,l}async function YC(n,t){for(var e=[],i=await t.getImageCount(),r=i-1;r>=0;r--){var s=await t.getImage(r),a=await s.readRasters(),o=a,l=[s.getWidth(),s.getHeight()],c=s.getBoundingBox().map(jv),u=typeof s.fileDirectory.getValue=="function"?s.fileDirectory.getValue("ModelPixelScale"):s.fileDirectory.ModelPixelScale,h=[u[0],u[1]].map(jv),f=c[0]+(l[0]-1)*h[0],p=c[3]-(l[1]-1)*h[1],d=o[0],_=o[1],g=[];for(let A=l[1]-1;A>=0;A--)for(let b=l[0]-1;b>=0;b--){var m=A*l[0]+b;g.push([-fs(_[m]),fs(d[m])])}e.push({del:h,lim:l,ll:[-f,p],cvs:g})}var w={header:{nSubgrids:i},subgrids:e};return Yp[n]=w,w}function Zv(n){if(n===void 0)return null;var t=n.split(",");return t.map(jC)}function jC(n){if(n.length===0)return null;var t=n[0]==="@";return t&&(n=n.slice(1)),n==="null"?{name:"null",mandatory:!t,grid:null,isNull:!0}:{name:n,mandatory:!t,grid:Yp[n]||null,isNull:!1}}function jv(n){return n*Math.PI/180}function fs(n){return n/3600*Math.PI/180}function ZC(n){var t=n.getInt32(8,!1);return t===11?!1:(t=n.getInt32(8,!0),t!==11&&console.warn("Failed to detect nadgrid endian-ness, defaulting to little-endian"),!0)}function $C(n,t){return{nFields:n.getInt32(8,t),nSubgridFields:n.getInt32(24,t),nSubgrids:n.getInt32(40,t),shiftType:qp(n,56,64).trim(),fromSemiMajorAxis:n.getFloat64(120,t),fromSemiMinorAxis:n.getFloat64(136,t),toSemiMajorAxis:n.getFloat64(152,t),toSemiMinorAxis:n.getFloat64(168,t)}}function qp(n,t,e){return String.fromCharCode.apply(null,new Uint8Array(n.buffer.slice(t,e)))}function JC(n,t,e,i){for(var r=176,s=[],a=0;a<t.nSubgrids;a++){var o=QC(n,r,e),l=tP(n,r,o,e,i),c=Math.round(1+(o.upperLongitude-o.lowerLongitude)/o.longitudeInterval),u=Math.round(1+(o.upperLatitude-o.lowerLatitude)/o.latitudeInterval);s.push({ll:[fs(o.lowerLongitude),fs(o.lowerLatitude)],del:[fs(o.longitudeInterval),fs(o.latitudeInterval)],lim:[c,u],count:o.gridNodeCount,cvs:KC(l)});var h=16;i===!1&&(h=8),r+=176+o.gridNodeCount*h}return s}function KC(n){return n.map(function(t){return[fs(t.longitudeShift),fs(t.latitudeShift)]})}function QC(n,t,e){return{name:qp(n,t+8,t+16).trim(),parent:qp(n,t+24,t+24+8).trim(),lowerLatitude:n.getFloat64(t+72,e),upperLatitude:n.getFloat64(t+88,e),lowerLongitude:n.getFloat64(t+104,e),upperLongitude:n.getFloat64(t+120,e),latitudeInterval:n.getFloat64(t+136,e),longitudeInterval:n.getFloat64(t+152,e),gridNodeCount:n.getInt32(t+168,e)}}function tP(n,t,e,i,r){var s=t+176,a=16;r===!1&&(a=8);for(var o=[],l=0;l<e.gridNodeCount;l++){var c={latitudeShift:n.getFloat32(s+l*a,i),longitudeShift:n.getFloat32(s+l*a+4,i)};r!==!1&&(c.latitudeAccuracy=n.getFloat32(s+l*a+8,i),c.longitudeAccuracy=n.getFloat32(s+l*a+12,i)),o.push(c)}return o}function co(n,t){if(!(this instanceof co))return new co(n);this.forward=null,this.inverse=null,this.init=null,this.name,this.axis,this.names=null,this.title,t=t||function(c){if(c)throw c};var e=Fu(n);if(typeof e!="object"){t("Could not parse to valid json: "+n);return}var i=co.projections.get(e.projName);if(!i){t("Could not get projection name from: "+n);return}if(e.datumCode&&e.datumCode!=="none"){var r=fi(qv,e.datumCode);r&&(e.datum_params=e.datum_params||(r.towgs84?r.towgs84.split(","):null),e.ellps=r.ellipse,e.datumName=r.datumName?r.datumName:e.datumCode)}e.axis=e.axis||"enu",e.ellps=e.ellps||"wgs84",e.lat1=e.lat1||e.lat0;var s=Wv(e.a,e.b,e.rf,e.ellps,e.sphere),a=Hv(s.a,s.b,s.rf,e.R_A),o=Zv(e.nadgrids),l=e.datum||Yv(e.datumCode,e.datum_params,s.a,s.b,a.es,a.ep2,o);Vp(this,e),Vp(this,i),this.a=s.a,this.b=s.b,this.rf=s.rf,this.sphere=s.sphere,this.es=a.es,this.e=a.e,this.ep2=a.ep2,this.datum=l,"init"in this&&typeof this.init=="function"&&this.init(),this.k0||(this.k0=1),t(null,this)}co.projections=Vv;co.projections.start();var Vi=co;function $v(n,t){return n.datum_type!==t.datum_type||n.a!==t.a||Math.abs(n.es-t.es)>5e-11?!1:n.datum_type===zi?n.datum_params[0]===t.datum_params[0]&&n.datum_params[1]===t.datum_params[1]&&n.datum_params[2]===t.datum_params[2]:n.datum_type===ki?n.datum_params[0]===t.datum_params[0]&&n.datum_params[1]===t.datum_params[1]&&n.datum_params[2]===t.datum_params[2]&&n.datum_params[3]===t.datum_params[3]&&n.datum_params[4]===t.datum_params[4]&&n.datum_params[5]===t.datum_params[5]&&n.datum_params[6]===t.datum_params[6]:!0}function zu(n,t,e){var i=n.x,r=n.y,s=n.z?n.z:0,a,o,l,c;if(r<-tt&&r>-1.001*tt)r=-tt;else if(r>tt&&r<1.001*tt)r=tt;else{if(r<-tt)return{x:-1/0,y:-1/0,z:n.z};if(r>tt)return{x:1/0,y:1/0,z:n.z}}return i>Math.PI&&(i-=2*Math.PI),o=Math.sin(r),c=Math.cos(r),l=o*o,a=e/Math.sqrt(1-t*l),{x:(a+s)*c*Math.cos(i),y:(a+s)*c*Math.sin(i),z:(a*(1-t)+s)*o}}function ku(n,t,e,i){var r=1e-12,s=r*r,a=30,o,l,c,u,h,f,p,d,_,g,m,w,A,b=n.x,P=n.y,I=n.z?n.z:0,D,B,T;if(o=Math.sqrt(b*b+P*P),l=Math.sqrt(b*b+P*P+I*I),o/e<r){if(D=0,l/e<r)return B=tt,T=-i,{x:n.x,y:n.y,z:n.z}}else D=Math.atan2(P,b);c=I/l,u=o/l,h=1/Math.sqrt(1-t*(2-t)*u*u),d=u*(1-t)*h,_=c*h,A=0;do A++,p=e/Math.sqrt(1-t*_*_),T=o*d+I*_-p*(1-t*_*_),f=t*p/(p+T),h=1/Math.sqrt(1-f*(2-f)*u*u),g=u*(1-f)*h,m=c*h,w=m*d-g*_,d=g,_=m;while(w*w>s&&A<a);return B=Math.atan(m/Math.abs(g)),{x:D,y:B,z:T}}function Jv(n,t,e){if(t===zi)return{x:n.x+e[0],y:n.y+e[1],z:n.z+e[2]};if(t===ki){var i=e[0],r=e[1],s=e[2],a=e[3],o=e[4],l=e[5],c=e[6];return{x:c*(n.x-l*n.y+o*n.z)+i,y:c*(l*n.x+n.y-a*n.z)+r,z:c*(-o*n.x+a*n.y+n.z)+s}}}function Kv(n,t,e){if(t===zi)return{x:n.x-e[0],y:n.y-e[1],z:n.z-e[2]};if(t===ki){var i=e[0],r=e[1],s=e[2],a=e[3],o=e[4],l=e[5],c=e[6],u=(n.x-i)/c,h=(n.y-r)/c,f=(n.z-s)/c;return{x:u+l*h-o*f,y:-l*u+h+a*f,z:o*u-a*h+f}}}function Vu(n){return n===zi||n===ki}function ey(n,t,e){if($v(n,t)||n.datum_type===Cl||t.datum_type===Cl)return e;var i=n.a,r=n.es;if(n.datum_type===Er){var s=Qv(n,!1,e);if(s!==0)return;i=Fp,r=Bp}var a=t.a,o=t.b,l=t.es;if(t.datum_type===Er&&(a=Fp,o=vv,l=Bp),r===l&&i===a&&!Vu(n.datum_type)&&!Vu(t.datum_type))return e;if(e=zu(e,r,i),Vu(n.datum_type)&&(e=Jv(e,n.datum_type,n.datum_params)),Vu(t.datum_type)&&(e=Kv(e,t.datum_type,t.datum_params)),e=ku(e,l,a,o),t.datum_type===Er){var c=Qv(t,!0,e);if(c!==0)return}return e}function Qv(n,t,e){if(n.grids===null||n.grids.length===0)return console.log("Grid shift grids not found"),-1;var i={x:-e.x,y:e.y},r={x:Number.NaN,y:Number.NaN},s=[];t:for(var a=0;a<n.grids.length;a++){var o=n.grids[a];if(s.push(o.name),o.isNull){r=i;break}if(o.grid===null){if(o.mandatory)return console.log("Unable to find mandatory grid '"+o.name+"'"),-1;continue}for(var l=o.grid.subgrids,c=0,u=l.length;c<u;c++){var h=l[c],f=(Math.abs(h.del[1])+Math.abs(h.del[0]))/1e4,p=h.ll[0]-f,d=h.ll[1]-f,_=h.ll[0]+(h.lim[0]-1)*h.del[0]+f,g=h.ll[1]+(h.lim[1]-1)*h.del[1]+f;if(!(d>i.y||p>i.x||g<i.y||_<i.x)&&(r=eP(i,t,h),!isNaN(r.x)))break t}}return isNaN(r.x)?(console.log("Failed to find a grid shift table for location '"+-i.x*mn+" "+i.y*mn+" tried: '"+s+"'"),-1):(e.x=-r.x,e.y=r.y,0)}function eP(n,t,e){var i={x:Number.NaN,y:Number.NaN};if(isNaN(n.x))return i;var r={x:n.x,y:n.y};r.x-=e.ll[0],r.y-=e.ll[1],r.x=st(r.x-Math.PI)+Math.PI;var s=ty(r,e);if(t){if(isNaN(s.x))return i;s.x=r.x-s.x,s.y=r.y-s.y;var a=9,o=1e-12,l,c;do{if(c=ty(s,e),isNaN(c.x)){console.log("Inverse grid shift iteration failed, presumably at grid edge.  Using first approximation.");break}l={x:r.x-(c.x+s.x),y:r.y-(c.y+s.y)},s.x+=l.x,s.y+=l.y}while(a--&&Math.abs(l.x)>o&&Math.abs(l.y)>o);if(a<0)return console.log("Inverse grid shift iterator failed to converge."),i;i.x=st(s.x+e.ll[0]),i.y=s.y+e.ll[1]}else isNaN(s.x)||(i.x=n.x+s.x,i.y=n.y+s.y);return i}function ty(n,t){var e={x:n.x/t.del[0],y:n.y/t.del[1]},i={x:Math.floor(e.x),y:Math.floor(e.y)},r={x:e.x-1*i.x,y:e.y-1*i.y},s={x:Number.NaN,y:Number.NaN},a;if(i.x<0||i.x>=t.lim[0]||i.y<0||i.y>=t.lim[1])return s;a=i.y*t.lim[0]+i.x;var o={x:t.cvs[a][0],y:t.cvs[a][1]};a++;var l={x:t.cvs[a][0],y:t.cvs[a][1]};a+=t.lim[0];var c={x:t.cvs[a][0],y:t.cvs[a][1]};a--;var u={x:t.cvs[a][0],y:t.cvs[a][1]},h=r.x*r.y,f=r.x*(1-r.y),p=(1-r.x)*(1-r.y),d=(1-r.x)*r.y;return s.x=p*o.x+f*l.x+d*u.x+h*c.x,s.y=p*o.y+f*l.y+d*u.y+h*c.y,s}var ia=["x","y","z"];function ny(n,t){let e={};for(let i=0,r=n.axis.length;i<r;i++){if(i===2&&t.z===void 0)continue;let s=t[ia[i]];switch(n.axis[i]){case"e":e.x=s;break;case"w":e.x=-s;break;case"n":e.y=s;break;case"s":e.y=-s;break;case"u":e.z=s;break;case"d":e.z=-s;break;default:return null}}return e}function iy(n,t){let e={};for(let i=0,r=n.axis.length;i<r;i++)if(!(i===2&&t.z===void 0))switch(n.axis[i]){case"e":e[ia[i]]=t.x;break;case"w":e[ia[i]]=-t.x;break;case"n":e[ia[i]]=t.y;break;case"s":e[ia[i]]=-t.y;break;case"u":e[ia[i]]=t.z;break;case"d":e[ia[i]]=-t.z;break;default:return null}return e}function ho(n){var t={x:n[0],y:n[1]};return n.length>2&&(t.z=n[2]),n.length>3&&(t.m=n[3]),t}function sy(n){ry(n.x),ry(n.y)}function ry(n){if(typeof Number.isFinite=="function"){if(Number.isFinite(n))return;throw new TypeError("coordinates must be finite numbers")}if(typeof n!="number"||n!==n||!isFinite(n))throw new TypeError("coordinates must be finite numbers")}function nP(n,t){return(n.datum.datum_type===zi||n.datum.datum_type===ki||n.datum.datum_type===Er)&&t.datumCode!=="WGS84"||(t.datum.datum_type===zi||t.datum.datum_type===ki||t.datum.datum_type===Er)&&n.datumCode!=="WGS84"}function Ll(n,t,e,i){var r,s=e.z!==void 0;if(sy(e),n.datum&&t.datum&&nP(n,t)&&(r=new Vi("WGS84"),e=Ll(n,r,e,i),n=r),i&&n.axis!=="enu"&&(e=ny(n,e)),n.projName==="longlat")e={x:e.x*we,y:e.y*we,z:e.z||0};else if(n.to_meter&&(e={x:e.x*n.to_meter,y:e.y*n.to_meter,z:e.z||0}),e=n.inverse(e),!e)return;if(n.from_greenwich&&(e.x+=n.from_greenwich),e=ey(n.datum,t.datum,e),!!e)return e=e,t.from_greenwich&&(e={x:e.x-t.from_greenwich,y:e.y,z:e.z||0}),t.projName==="longlat"?(t.long_wrap!==void 0&&(e.x=t.long_wrap+st(e.x-t.long_wrap)),e={x:e.x*mn,y:e.y*mn,z:e.z||0}):(e=t.forward(e),t.to_meter&&(e={x:e.x/t.to_meter,y:e.y/t.to_meter,z:e.z||0})),i&&t.axis!=="enu"?iy(t,e):(e&&!s&&t.projName!=="geocent"&&delete e.z,e)}function Zp(n,t,e,i){var r;return Array.isArray(e)?r=ho(e):r={x:e.x,y:e.y,z:e.z,m:e.m},Ll(n,t,r,i)}var ay=Vi("WGS84");function $p(n,t,e,i){var r,s,a;return Array.isArray(e)?(r=Ll(n,t,ho(e),i)||{x:NaN,y:NaN},e.length>2?(s=typeof n.name<"u"&&n.name==="geocent"||typeof t.name<"u"&&t.name==="geocent",s?typeof r.z=="number"?[r.x,r.y,r.z].concat(e.slice(3)):[r.x,r.y,e[2]].concat(e.slice(3)):i&&typeof r.z=="number"?[r.x,r.y,r.z].concat(e.slice(3)):[r.x,r.y].concat(e.slice(2))):[r.x,r.y]):(r=Ll(n,t,{x:e.x,y:e.y,z:e.z,m:e.m},i)||{x:NaN,y:NaN},a=Object.keys(e),a.length===2||(s=typeof n.name<"u"&&n.name==="geocent"||typeof t.name<"u"&&t.name==="geocent",a.forEach(function(o){o==="x"||o==="y"||o==="z"&&(s||i)||(r[o]=e[o])})),r)}function Hu(n){return n instanceof Vi?n:typeof n=="object"&&"oProj"in n?n.oProj:Vi(n)}function iP(n,t,e){var i,r,s=!1,a;return typeof t>"u"?(r=Hu(n),i=ay,s=!0):(typeof t.x<"u"||Array.isArray(t))&&(e=t,r=Hu(n),i=ay,s=!0),i||(i=Hu(n)),r||(r=Hu(t)),e?$p(i,r,e):(a={forward:function(o,l){return $p(i,r,o,l)},inverse:function(o,l){return $p(r,i,o,l)}},s&&(a.oProj=r),a)}var oy=iP;var ly=6,hy="AJSAJS",uy="AFAFAF",uo=65,ti=73,vi=79,Dl=86,Ol=90,fy={forward:Kp,inverse:rP,toPoint:Qp};function Kp(n,t){return t=t||5,oP(sP({lat:n[1],lon:n[0]}),t)}function rP(n){var t=tm(py(n.toUpperCase()));return t.lat&&t.lon?[t.lon,t.lat,t.lon,t.lat]:[t.left,t.bottom,t.right,t.top]}function Qp(n){var t=tm(py(n.toUpperCase()));return t.lat&&t.lon?[t.lon,t.lat]:[(t.left+t.right)/2,(t.top+t.bottom)/2]}function Jp(n){return n*(Math.PI/180)}function cy(n){return 180*(n/Math.PI)}function sP(n){var t=n.lat,e=n.lon,i=6378137,r=.00669438,s=.9996,a,o,l,c,u,h,f,p=Jp(t),d=Jp(e),_,g;g=Math.floor((e+180)/6)+1,e===180&&(g=60),t>=56&&t<64&&e>=3&&e<12&&(g=32),t>=72&&t<84&&(e>=0&&e<9?g=31:e>=9&&e<21?g=33:e>=21&&e<33?g=35:e>=33&&e<42&&(g=37)),a=(g-1)*6-180+3,_=Jp(a),o=r/(1-r),l=i/Math.sqrt(1-r*Math.sin(p)*Math.sin(p)),c=Math.tan(p)*Math.tan(p),u=o*Math.cos(p)*Math.cos(p),h=Math.cos(p)*(d-_),f=i*((1-r/4-3*r*r/64-5*r*r*r/256)*p-(3*r/8+3*r*r/32+45*r*r*r/1024)*Math.sin(2*p)+(15*r*r/256+45*r*r*r/1024)*Math.sin(4*p)-35*r*r*r/3072*Math.sin(6*p));var m=s*l*(h+(1-c+u)*h*h*h/6+(5-18*c+c*c+72*u-58*o)*h*h*h*h*h/120)+5e5,w=s*(f+l*Math.tan(p)*(h*h/2+(5-c+9*u+4*u*u)*h*h*h*h/24+(61-58*c+c*c+600*u-330*o)*h*h*h*h*h*h/720));return t<0&&(w+=1e7),{northing:Math.round(w),easting:Math.round(m),zoneNumber:g,zoneLetter:aP(t)}}function tm(n){var t=n.northing,e=n.easting,i=n.zoneLetter,r=n.zoneNumber;if(r<0||r>60)return null;var s=.9996,a=6378137,o=.00669438,l,c=(1-Math.sqrt(1-o))/(1+Math.sqrt(1-o)),u,h,f,p,d,_,g,m,w,A=e-5e5,b=t;i<"N"&&(b-=1e7),g=(r-1)*6-180+3,l=o/(1-o),_=b/s,m=_/(a*(1-o/4-3*o*o/64-5*o*o*o/256)),w=m+(3*c/2-27*c*c*c/32)*Math.sin(2*m)+(21*c*c/16-55*c*c*c*c/32)*Math.sin(4*m)+151*c*c*c/96*Math.sin(6*m),u=a/Math.sqrt(1-o*Math.sin(w)*Math.sin(w)),h=Math.tan(w)*Math.tan(w),f=l*Math.cos(w)*Math.cos(w),p=a*(1-o)/Math.pow(1-o*Math.sin(w)*Math.sin(w),1.5),d=A/(u*s);var P=w-u*Math.tan(w)/p*(d*d/2-(5+3*h+10*f-4*f*f-9*l)*d*d*d*d/24+(61+90*h+298*f+45*h*h-252*l-3*f*f)*d*d*d*d*d*d/720);P=cy(P);var I=(d-(1+2*h+f)*d*d*d/6+(5-2*f+28*h-3*f*f+8*l+24*h*h)*d*d*d*d*d/120)/Math.cos(w);I=g+cy(I);var D;if(n.accuracy){var B=tm({northing:n.northing+n.accuracy,easting:n.easting+n.accuracy,zoneLetter:n.zoneLetter,zoneNumber:n.zoneNumber});D={top:B.lat,right:B.lon,bottom:P,left:I}}else D={lat:P,lon:I};return D}function aP(n){var t="Z";return 84>=n&&n>=72?t="X":72>n&&n>=64?t="W":64>n&&n>=56?t="V":56>n&&n>=48?t="U":48>n&&n>=40?t="T":40>n&&n>=32?t="S":32>n&&n>=24?t="R":24>n&&n>=16?t="Q":16>n&&n>=8?t="P":8>n&&n>=0?t="N":0>n&&n>=-8?t="M":-8>n&&n>=-16?t="L":-16>n&&n>=-24?t="K":-24>n&&n>=-32?t="J":-32>n&&n>=-40?t="H":-40>n&&n>=-48?t="G":-48>n&&n>=-56?t="F":-56>n&&n>=-64?t="E":-64>n&&n>=-72?t="D":-72>n&&n>=-80&&(t="C"),t}function oP(n,t){var e="00000"+n.easting,i="00000"+n.northing;return n.zoneNumber+n.zoneLetter+lP(n.easting,n.northing,n.zoneNumber)+e.substr(e.length-5,t)+i.substr(i.length-5,t)}function lP(n,t,e){var i=dy(e),r=Math.floor(n/1e5),s=Math.floor(t/1e5)%20;return cP(r,s,i)}function dy(n){var t=n%ly;return t===0&&(t=ly),t}function cP(n,t,e){var i=e-1,r=hy.charCodeAt(i),s=uy.charCodeAt(i),a=r+n-1,o=s+t,l=!1;a>Ol&&(a=a-Ol+uo-1,l=!0),(a===ti||r<ti&&a>ti||(a>ti||r<ti)&&l)&&a++,(a===vi||r<vi&&a>vi||(a>vi||r<vi)&&l)&&(a++,a===ti&&a++),a>Ol&&(a=a-Ol+uo-1),o>Dl?(o=o-Dl+uo-1,l=!0):l=!1,(o===ti||s<ti&&o>ti||(o>ti||s<ti)&&l)&&o++,(o===vi||s<vi&&o>vi||(o>vi||s<vi)&&l)&&(o++,o===ti&&o++),o>Dl&&(o=o-Dl+uo-1);var c=String.fromCharCode(a)+String.fromCharCode(o);return c}function py(n){if(n&&n.length===0)throw"MGRSPoint coverting from nothing";for(var t=n.length,e=null,i="",r,s=0;!/[A-Z]/.test(r=n.charAt(s));){if(s>=2)throw"MGRSPoint bad conversion from: "+n;i+=r,s++}var a=parseInt(i,10);if(s===0||s+3>t)throw"MGRSPoint bad conversion from: "+n;var o=n.charAt(s++);if(o<="A"||o==="B"||o==="Y"||o>="Z"||o==="I"||o==="O")throw"MGRSPoint zone letter "+o+" not handled: "+n;e=n.substring(s,s+=2);for(var l=dy(a),c=hP(e.charAt(0),l),u=uP(e.charAt(1),l);u<fP(o);)u+=2e6;var h=t-s;if(h%2!==0)throw`MGRSPoint has to have an even number 
of digits after the zone letter and two 100km letters - front 
half for easting meters, second half for 
northing meters`+n;var f=h/2,p=0,d=0,_,g,m,w,A;return f>0&&(_=1e5/Math.pow(10,f),g=n.substring(s,s+f),p=parseFloat(g)*_,m=n.substring(s+f),d=parseFloat(m)*_),w=p+c,A=d+u,{easting:w,northing:A,zoneLetter:o,zoneNumber:a,accuracy:_}}function hP(n,t){for(var e=hy.charCodeAt(t-1),i=1e5,r=!1;e!==n.charCodeAt(0);){if(e++,e===ti&&e++,e===vi&&e++,e>Ol){if(r)throw"Bad character: "+n;e=uo,r=!0}i+=1e5}return i}function uP(n,t){if(n>"V")throw"MGRSPoint given invalid Northing "+n;for(var e=uy.charCodeAt(t-1),i=0,r=!1;e!==n.charCodeAt(0);){if(e++,e===ti&&e++,e===vi&&e++,e>Dl){if(r)throw"Bad character: "+n;e=uo,r=!0}i+=1e5}return i}function fP(n){var t;switch(n){case"C":t=11e5;break;case"D":t=2e6;break;case"E":t=28e5;break;case"F":t=37e5;break;case"G":t=46e5;break;case"H":t=55e5;break;case"J":t=64e5;break;case"K":t=73e5;break;case"L":t=82e5;break;case"M":t=91e5;break;case"N":t=0;break;case"P":t=8e5;break;case"Q":t=17e5;break;case"R":t=26e5;break;case"S":t=35e5;break;case"T":t=44e5;break;case"U":t=53e5;break;case"V":t=62e5;break;case"W":t=7e6;break;case"X":t=79e5;break;default:t=-1}if(t>=0)return t;throw"Invalid zone letter: "+n}function fo(n,t,e){if(!(this instanceof fo))return new fo(n,t,e);if(Array.isArray(n))this.x=n[0],this.y=n[1],this.z=n[2]||0;else if(typeof n=="object")this.x=n.x,this.y=n.y,this.z=n.z||0;else if(typeof n=="string"&&typeof t>"u"){var i=n.split(",");this.x=parseFloat(i[0]),this.y=parseFloat(i[1]),this.z=parseFloat(i[2])||0}else this.x=n,this.y=t,this.z=e||0;console.warn("proj4.Point will be removed in version 3, use proj4.toPoint")}fo.fromMGRS=function(n){return new fo(Qp(n))};fo.prototype.toMGRS=function(n){return Kp([this.x,this.y],n)};var my=fo;var dP=1,pP=.25,gy=.046875,_y=.01953125,vy=.01068115234375,mP=.75,gP=.46875,_P=.013020833333333334,vP=.007120768229166667,yP=.3645833333333333,xP=.005696614583333333,MP=.3076171875;function po(n){var t=[];t[0]=dP-n*(pP+n*(gy+n*(_y+n*vy))),t[1]=n*(mP-n*(gy+n*(_y+n*vy)));var e=n*n;return t[2]=e*(gP-n*(_P+n*vP)),e*=n,t[3]=e*(yP-n*xP),t[4]=e*n*MP,t}function Qi(n,t,e,i){return e*=t,t*=t,i[0]*n-e*(i[1]+t*(i[2]+t*(i[3]+t*i[4])))}var bP=20;function mo(n,t,e){for(var i=1/(1-t),r=n,s=bP;s;--s){var a=Math.sin(r),o=1-t*a*a;if(o=(Qi(r,a,Math.cos(r),e)-n)*(o*Math.sqrt(o))*i,r-=o,Math.abs(o)<ot)return r}return r}function SP(){this.x0=this.x0!==void 0?this.x0:0,this.y0=this.y0!==void 0?this.y0:0,this.long0=this.long0!==void 0?this.long0:0,this.lat0=this.lat0!==void 0?this.lat0:0,this.es&&(this.en=po(this.es),this.ml0=Qi(this.lat0,Math.sin(this.lat0),Math.cos(this.lat0),this.en))}function wP(n){var t=n.x,e=n.y,i=st(t-this.long0,this.over),r,s,a,o=Math.sin(e),l=Math.cos(e);if(this.es){var u=l*i,h=Math.pow(u,2),f=this.ep2*Math.pow(l,2),p=Math.pow(f,2),d=Math.abs(l)>ot?Math.tan(e):0,_=Math.pow(d,2),g=Math.pow(_,2);r=1-this.es*Math.pow(o,2),u=u/Math.sqrt(r);var m=Qi(e,o,l,this.en);s=this.a*(this.k0*u*(1+h/6*(1-_+f+h/20*(5-18*_+g+14*f-58*_*f+h/42*(61+179*g-g*_-479*_)))))+this.x0,a=this.a*(this.k0*(m-this.ml0+o*i*u/2*(1+h/12*(5-_+9*f+4*p+h/30*(61+g-58*_+270*f-330*_*f+h/56*(1385+543*g-g*_-3111*_))))))+this.y0}else{var c=l*Math.sin(i);if(Math.abs(Math.abs(c)-1)<ot)return 93;if(s=.5*this.a*this.k0*Math.log((1+c)/(1-c))+this.x0,a=l*Math.cos(i)/Math.sqrt(1-Math.pow(c,2)),c=Math.abs(a),c>=1){if(c-1>ot)return 93;a=0}else a=Math.acos(a);e<0&&(a=-a),a=this.a*this.k0*(a-this.lat0)+this.y0}return n.x=s,n.y=a,n}function EP(n){var t,e,i,r,s=(n.x-this.x0)*(1/this.a),a=(n.y-this.y0)*(1/this.a);if(this.es)if(t=this.ml0+a/this.k0,e=mo(t,this.es,this.en),Math.abs(e)<tt){var h=Math.sin(e),f=Math.cos(e),p=Math.abs(f)>ot?Math.tan(e):0,d=this.ep2*Math.pow(f,2),_=Math.pow(d,2),g=Math.pow(p,2),m=Math.pow(g,2);t=1-this.es*Math.pow(h,2);var w=s*Math.sqrt(t)/this.k0,A=Math.pow(w,2);t=t*p,i=e-t*A/(1-this.es)*.5*(1-A/12*(5+3*g-9*d*g+d-4*_-A/30*(61+90*g-252*d*g+45*m+46*d-A/56*(1385+3633*g+4095*m+1574*m*g)))),r=st(this.long0+w*(1-A/6*(1+2*g+d-A/20*(5+28*g+24*m+8*d*g+6*d-A/42*(61+662*g+1320*m+720*m*g))))/f,this.over)}else i=tt*Ki(a),r=0;else{var o=Math.exp(s/this.k0),l=.5*(o-1/o),c=this.lat0+a/this.k0,u=Math.cos(c);t=Math.sqrt((1-Math.pow(u,2))/(1+Math.pow(l,2))),i=Math.asin(t),a<0&&(i=-i),l===0&&u===0?r=0:r=st(Math.atan2(l,u)+this.long0,this.over)}return n.x=r,n.y=i,n}var TP=["Fast_Transverse_Mercator","Fast Transverse Mercator"],go={init:SP,forward:wP,inverse:EP,names:TP};function Wu(n){var t=Math.exp(n);return t=(t-1/t)/2,t}function an(n,t){n=Math.abs(n),t=Math.abs(t);var e=Math.max(n,t),i=Math.min(n,t)/(e||1);return e*Math.sqrt(1+Math.pow(i,2))}function yy(n){var t=1+n,e=t-1;return e===0?n:n*Math.log(t)/e}function xy(n){var t=Math.abs(n);return t=yy(t*(1+t/(an(1,t)+1))),n<0?-t:t}function Xu(n,t){for(var e=2*Math.cos(2*t),i=n.length-1,r=n[i],s=0,a;--i>=0;)a=-s+e*r+n[i],s=r,r=a;return t+a*Math.sin(2*t)}function My(n,t){for(var e=2*Math.cos(t),i=n.length-1,r=n[i],s=0,a;--i>=0;)a=-s+e*r+n[i],s=r,r=a;return Math.sin(t)*a}function by(n){var t=Math.exp(n);return t=(t+1/t)/2,t}function em(n,t,e){for(var i=Math.sin(t),r=Math.cos(t),s=Wu(e),a=by(e),o=2*r*a,l=-2*i*s,c=n.length-1,u=n[c],h=0,f=0,p=0,d,_;--c>=0;)d=f,_=h,f=u,h=p,u=-d+o*f-l*h+n[c],p=-_+l*f+o*h;return o=i*a,l=r*s,[o*u-l*p,o*p+l*u]}function AP(){if(!this.approx&&(isNaN(this.es)||this.es<=0))throw new Error('Incorrect elliptical usage. Try using the +approx option in the proj string, or PROJECTION["Fast_Transverse_Mercator"] in the WKT.');this.approx&&(go.init.apply(this),this.forward=go.forward,this.inverse=go.inverse),this.x0=this.x0!==void 0?this.x0:0,this.y0=this.y0!==void 0?this.y0:0,this.long0=this.long0!==void 0?this.long0:0,this.lat0=this.lat0!==void 0?this.lat0:0,this.k0=this.k0!==void 0?this.k0:1,this.cgb=[],this.cbg=[],this.utg=[],this.gtu=[];var n=this.es/(1+Math.sqrt(1-this.es)),t=n/(2-n),e=t;this.cgb[0]=t*(2+t*(-2/3+t*(-2+t*(116/45+t*(26/45+t*(-2854/675)))))),this.cbg[0]=t*(-2+t*(2/3+t*(4/3+t*(-82/45+t*(32/45+t*(4642/4725)))))),e=e*t,this.cgb[1]=e*(7/3+t*(-8/5+t*(-227/45+t*(2704/315+t*(2323/945))))),this.cbg[1]=e*(5/3+t*(-16/15+t*(-13/9+t*(904/315+t*(-1522/945))))),e=e*t,this.cgb[2]=e*(56/15+t*(-136/35+t*(-1262/105+t*(73814/2835)))),this.cbg[2]=e*(-26/15+t*(34/21+t*(8/5+t*(-12686/2835)))),e=e*t,this.cgb[3]=e*(4279/630+t*(-332/35+t*(-399572/14175))),this.cbg[3]=e*(1237/630+t*(-12/5+t*(-24832/14175))),e=e*t,this.cgb[4]=e*(4174/315+t*(-144838/6237)),this.cbg[4]=e*(-734/315+t*(109598/31185)),e=e*t,this.cgb[5]=e*(601676/22275),this.cbg[5]=e*(444337/155925),e=Math.pow(t,2),this.Qn=this.k0/(1+t)*(1+e*(1/4+e*(1/64+e/256))),this.utg[0]=t*(-.5+t*(2/3+t*(-37/96+t*(1/360+t*(81/512+t*(-96199/604800)))))),this.gtu[0]=t*(.5+t*(-2/3+t*(5/16+t*(41/180+t*(-127/288+t*(7891/37800)))))),this.utg[1]=e*(-1/48+t*(-1/15+t*(437/1440+t*(-46/105+t*(1118711/3870720))))),this.gtu[1]=e*(13/48+t*(-3/5+t*(557/1440+t*(281/630+t*(-1983433/1935360))))),e=e*t,this.utg[2]=e*(-17/480+t*(37/840+t*(209/4480+t*(-5569/90720)))),this.gtu[2]=e*(61/240+t*(-103/140+t*(15061/26880+t*(167603/181440)))),e=e*t,this.utg[3]=e*(-4397/161280+t*(11/504+t*(830251/7257600))),this.gtu[3]=e*(49561/161280+t*(-179/168+t*(6601661/7257600))),e=e*t,this.utg[4]=e*(-4583/161280+t*(108847/3991680)),this.gtu[4]=e*(34729/80640+t*(-3418889/1995840)),e=e*t,this.utg[5]=e*(-20648693/638668800),this.gtu[5]=e*(212378941/319334400);var i=Xu(this.cbg,this.lat0);this.Zb=-this.Qn*(i+My(this.gtu,2*i))}function CP(n){var t=st(n.x-this.long0,this.over),e=n.y;e=Xu(this.cbg,e);var i=Math.sin(e),r=Math.cos(e),s=Math.sin(t),a=Math.cos(t);e=Math.atan2(i,a*r),t=Math.atan2(s*r,an(i,r*a)),t=xy(Math.tan(t));var o=em(this.gtu,2*e,2*t);e=e+o[0],t=t+o[1];var l,c;return Math.abs(t)<=2.623395162778?(l=this.a*(this.Qn*t)+this.x0,c=this.a*(this.Qn*e+this.Zb)+this.y0):(l=1/0,c=1/0),n.x=l,n.y=c,n}function PP(n){var t=(n.x-this.x0)*(1/this.a),e=(n.y-this.y0)*(1/this.a);e=(e-this.Zb)/this.Qn,t=t/this.Qn;var i,r;if(Math.abs(t)<=2.623395162778){var s=em(this.utg,2*e,2*t);e=e+s[0],t=t+s[1],t=Math.atan(Wu(t));var a=Math.sin(e),o=Math.cos(e),l=Math.sin(t),c=Math.cos(t);e=Math.atan2(a*c,an(l,c*o)),t=Math.atan2(l,c*o),i=st(t+this.long0,this.over),r=Xu(this.cgb,e)}else i=1/0,r=1/0;return n.x=i,n.y=r,n}var RP=["Extended_Transverse_Mercator","Extended Transverse Mercator","etmerc","Transverse_Mercator","Transverse Mercator","Gauss Kruger","Gauss_Kruger","tmerc"],_o={init:AP,forward:CP,inverse:PP,names:RP};function Sy(n,t){if(n===void 0){if(n=Math.floor((st(t)+Math.PI)*30/Math.PI)+1,n<0)return 0;if(n>60)return 60}return n}var IP="etmerc";function LP(){var n=Sy(this.zone,this.long0);if(n===void 0)throw new Error("unknown utm zone");this.lat0=0,this.long0=(6*Math.abs(n)-183)*we,this.x0=5e5,this.y0=this.utmSouth?1e7:0,this.k0=.9996,_o.init.apply(this),this.forward=_o.forward,this.inverse=_o.inverse}var DP=["Universal Transverse Mercator System","utm"],wy={init:LP,names:DP,dependsOn:IP};function qu(n,t){return Math.pow((1-n)/(1+n),t)}var OP=20;function NP(){var n=Math.sin(this.lat0),t=Math.cos(this.lat0);t*=t,this.rc=Math.sqrt(1-this.es)/(1-this.es*n*n),this.C=Math.sqrt(1+this.es*t*t/(1-this.es)),this.phic0=Math.asin(n/this.C),this.ratexp=.5*this.C*this.e,this.K=Math.tan(.5*this.phic0+fe)/(Math.pow(Math.tan(.5*this.lat0+fe),this.C)*qu(this.e*n,this.ratexp))}function UP(n){var t=n.x,e=n.y;return n.y=2*Math.atan(this.K*Math.pow(Math.tan(.5*e+fe),this.C)*qu(this.e*Math.sin(e),this.ratexp))-tt,n.x=this.C*t,n}function FP(n){for(var t=1e-14,e=n.x/this.C,i=n.y,r=Math.pow(Math.tan(.5*i+fe)/this.K,1/this.C),s=OP;s>0&&(i=2*Math.atan(r*qu(this.e*Math.sin(n.y),-.5*this.e))-tt,!(Math.abs(i-n.y)<t));--s)n.y=i;return s?(n.x=e,n.y=i,n):null}var BP=["gauss"],Yu={init:NP,forward:UP,inverse:FP,names:BP};function GP(){Yu.init.apply(this),this.rc&&(this.sinc0=Math.sin(this.phic0),this.cosc0=Math.cos(this.phic0),this.R2=2*this.rc,this.title||(this.title="Oblique Stereographic Alternative"))}function zP(n){var t,e,i,r;return n.x=st(n.x-this.long0,this.over),Yu.forward.apply(this,[n]),t=Math.sin(n.y),e=Math.cos(n.y),i=Math.cos(n.x),r=this.k0*this.R2/(1+this.sinc0*t+this.cosc0*e*i),n.x=r*e*Math.sin(n.x),n.y=r*(this.cosc0*t-this.sinc0*e*i),n.x=this.a*n.x+this.x0,n.y=this.a*n.y+this.y0,n}function kP(n){var t,e,i,r,s;if(n.x=(n.x-this.x0)/this.a,n.y=(n.y-this.y0)/this.a,n.x/=this.k0,n.y/=this.k0,s=an(n.x,n.y)){var a=2*Math.atan2(s,this.R2);t=Math.sin(a),e=Math.cos(a),r=Math.asin(e*this.sinc0+n.y*t*this.cosc0/s),i=Math.atan2(n.x*t,s*this.cosc0*e-n.y*this.sinc0*t)}else r=this.phic0,i=0;return n.x=i,n.y=r,Yu.inverse.apply(this,[n]),n.x=st(n.x+this.long0,this.over),n}var VP=["Stereographic_North_Pole","Oblique_Stereographic","sterea","Oblique Stereographic Alternative","Double_Stereographic"],Ey={init:GP,forward:zP,inverse:kP,names:VP};function nm(n,t,e){return t*=e,Math.tan(.5*(tt+n))*Math.pow((1-t)/(1+t),.5*e)}function HP(){this.x0=this.x0||0,this.y0=this.y0||0,this.lat0=this.lat0||0,this.long0=this.long0||0,this.coslat0=Math.cos(this.lat0),this.sinlat0=Math.sin(this.lat0),this.sphere?!isNaN(this.lat_ts)&&Math.abs(this.coslat0)<=ot&&(this.k0=.5*(1+Ki(this.lat0)*Math.sin(this.lat_ts))):(Math.abs(this.coslat0)<=ot&&(this.lat0>0?this.con=1:this.con=-1),this.cons=Math.sqrt(Math.pow(1+this.e,1+this.e)*Math.pow(1-this.e,1-this.e)),!isNaN(this.lat_ts)&&Math.abs(this.coslat0)<=ot&&Math.abs(Math.cos(this.lat_ts))>ot&&(this.k0=.5*this.cons*Ln(this.e,Math.sin(this.lat_ts),Math.cos(this.lat_ts))/kn(this.e,this.con*this.lat_ts,this.con*Math.sin(this.lat_ts))),this.ms1=Ln(this.e,this.sinlat0,this.coslat0),this.X0=2*Math.atan(nm(this.lat0,this.sinlat0,this.e))-tt,this.cosX0=Math.cos(this.X0),this.sinX0=Math.sin(this.X0))}function WP(n){var t=n.x,e=n.y,i=Math.sin(e),r=Math.cos(e),s,a,o,l,c,u,h=st(t-this.long0,this.over);return Math.abs(Math.abs(t-this.long0)-Math.PI)<=ot&&Math.abs(e+this.lat0)<=ot?(n.x=NaN,n.y=NaN,n):this.sphere?(s=2*this.k0/(1+this.sinlat0*i+this.coslat0*r*Math.cos(h)),n.x=this.a*s*r*Math.sin(h)+this.x0,n.y=this.a*s*(this.coslat0*i-this.sinlat0*r*Math.cos(h))+this.y0,n):(a=2*Math.atan(nm(e,i,this.e))-tt,l=Math.cos(a),o=Math.sin(a),Math.abs(this.coslat0)<=ot?(c=kn(this.e,e*this.con,this.con*i),u=2*this.a*this.k0*c/this.cons,n.x=this.x0+u*Math.sin(t-this.long0),n.y=this.y0-this.con*u*Math.cos(t-this.long0),n):(Math.abs(this.sinlat0)<ot?(s=2*this.a*this.k0/(1+l*Math.cos(h)),n.y=s*o):(s=2*this.a*this.k0*this.ms1/(this.cosX0*(1+this.sinX0*o+this.cosX0*l*Math.cos(h))),n.y=s*(this.cosX0*o-this.sinX0*l*Math.cos(h))+this.y0),n.x=s*l*Math.sin(h)+this.x0,n))}function XP(n){n.x-=this.x0,n.y-=this.y0;var t,e,i,r,s,a=Math.sqrt(n.x*n.x+n.y*n.y);if(this.sphere){var o=2*Math.atan(a/(2*this.a*this.k0));return t=this.long0,e=this.lat0,a<=ot?(n.x=t,n.y=e,n):(e=Math.asin(Math.cos(o)*this.sinlat0+n.y*Math.sin(o)*this.coslat0/a),Math.abs(this.coslat0)<ot?this.lat0>0?t=st(this.long0+Math.atan2(n.x,-1*n.y),this.over):t=st(this.long0+Math.atan2(n.x,n.y),this.over):t=st(this.long0+Math.atan2(n.x*Math.sin(o),a*this.coslat0*Math.cos(o)-n.y*this.sinlat0*Math.sin(o)),this.over),n.x=t,n.y=e,n)}else if(Math.abs(this.coslat0)<=ot){if(a<=ot)return e=this.lat0,t=this.long0,n.x=t,n.y=e,n;n.x*=this.con,n.y*=this.con,i=a*this.cons/(2*this.a*this.k0),e=this.con*Ar(this.e,i),t=this.con*st(this.con*this.long0+Math.atan2(n.x,-1*n.y),this.over)}else r=2*Math.atan(a*this.cosX0/(2*this.a*this.k0*this.ms1)),t=this.long0,a<=ot?s=this.X0:(s=Math.asin(Math.cos(r)*this.sinX0+n.y*Math.sin(r)*this.cosX0/a),t=st(this.long0+Math.atan2(n.x*Math.sin(r),a*this.cosX0*Math.cos(r)-n.y*this.sinX0*Math.sin(r)),this.over)),e=-1*Ar(this.e,Math.tan(.5*(tt+s)));return n.x=t,n.y=e,n}var qP=["stere","Stereographic_South_Pole","Polar_Stereographic_variant_A","Polar_Stereographic_variant_B","Polar_Stereographic"],Ty={init:HP,forward:WP,inverse:XP,names:qP,ssfn_:nm};function YP(){this.k0||(this.k0=1);var n=this.lat0;this.lambda0=this.long0;var t=Math.sin(n),e=this.a,i=this.rf,r=1/i,s=2*r-Math.pow(r,2),a=this.e=Math.sqrt(s);this.R=this.k0*e*Math.sqrt(1-s)/(1-s*Math.pow(t,2)),this.alpha=Math.sqrt(1+s/(1-s)*Math.pow(Math.cos(n),4)),this.b0=Math.asin(t/this.alpha);var o=Math.log(Math.tan(Math.PI/4+this.b0/2)),l=Math.log(Math.tan(Math.PI/4+n/2)),c=Math.log((1+a*t)/(1-a*t));this.K=o-this.alpha*l+this.alpha*a/2*c}function jP(n){var t=Math.log(Math.tan(Math.PI/4-n.y/2)),e=this.e/2*Math.log((1+this.e*Math.sin(n.y))/(1-this.e*Math.sin(n.y))),i=-this.alpha*(t+e)+this.K,r=2*(Math.atan(Math.exp(i))-Math.PI/4),s=this.alpha*(n.x-this.lambda0),a=Math.atan(Math.sin(s)/(Math.sin(this.b0)*Math.tan(r)+Math.cos(this.b0)*Math.cos(s))),o=Math.asin(Math.cos(this.b0)*Math.sin(r)-Math.sin(this.b0)*Math.cos(r)*Math.cos(s));return n.y=this.R/2*Math.log((1+Math.sin(o))/(1-Math.sin(o)))+this.y0,n.x=this.R*a+this.x0,n}function ZP(n){for(var t=n.x-this.x0,e=n.y-this.y0,i=t/this.R,r=2*(Math.atan(Math.exp(e/this.R))-Math.PI/4),s=Math.asin(Math.cos(this.b0)*Math.sin(r)+Math.sin(this.b0)*Math.cos(r)*Math.cos(i)),a=Math.atan(Math.sin(i)/(Math.cos(this.b0)*Math.cos(i)-Math.sin(this.b0)*Math.tan(r))),o=this.lambda0+a/this.alpha,l=0,c=s,u=-1e3,h=0;Math.abs(c-u)>1e-7;){if(++h>20)return;l=1/this.alpha*(Math.log(Math.tan(Math.PI/4+s/2))-this.K)+this.e*Math.log(Math.tan(Math.PI/4+Math.asin(this.e*Math.sin(c))/2)),u=c,c=2*Math.atan(Math.exp(l))-Math.PI/2}return n.x=o,n.y=c,n}var $P=["somerc"],Ay={init:YP,forward:jP,inverse:ZP,names:$P};var vo=1e-7;function JP(n){var t=["Hotine_Oblique_Mercator","Hotine_Oblique_Mercator_variant_A","Hotine_Oblique_Mercator_Azimuth_Natural_Origin"],e=typeof n.projName=="object"?Object.keys(n.projName)[0]:n.projName;return"no_uoff"in n||"no_off"in n||t.indexOf(e)!==-1||t.indexOf(Wp(e))!==-1}function KP(){var n,t,e,i,r,s,a,o,l,c,u=0,h,f=0,p=0,d=0,_=0,g=0,m=0;this.k0||(this.k0=1),this.no_off=JP(this),this.no_rot="no_rot"in this;var w=!1;"alpha"in this&&(w=!0);var A=!1;if("rectified_grid_angle"in this&&(A=!0),w&&(m=this.alpha),A&&(u=this.rectified_grid_angle,w||(m=0,w=!0)),w||A)f=this.longc;else if(p=this.long1,_=this.lat1,d=this.long2,g=this.lat2,Math.abs(_-g)<=vo||(n=Math.abs(_))<=vo||Math.abs(n-tt)<=vo||Math.abs(Math.abs(this.lat0)-tt)<=vo||Math.abs(Math.abs(g)-tt)<=vo)throw new Error;var b=1-this.es;t=Math.sqrt(b),Math.abs(this.lat0)>ot?(o=Math.sin(this.lat0),e=Math.cos(this.lat0),n=1-this.es*o*o,this.B=e*e,this.B=Math.sqrt(1+this.es*this.B*this.B/b),this.A=this.B*this.k0*t/n,i=this.B*t/(e*Math.sqrt(n)),r=i*i-1,r<=0?r=0:(r=Math.sqrt(r),this.lat0<0&&(r=-r)),this.E=r+=i,this.E*=Math.pow(kn(this.e,this.lat0,o),this.B)):(this.B=1/t,this.A=this.k0,this.E=i=r=1),w||A?(w?(h=Math.asin(Math.sin(m)/i),A||(u=m)):(h=u,m=Math.asin(i*Math.sin(h))),this.lam0=f-Math.asin(.5*(r-1/r)*Math.tan(h))/this.B):(s=Math.pow(kn(this.e,_,Math.sin(_)),this.B),a=Math.pow(kn(this.e,g,Math.sin(g)),this.B),r=this.E/s,l=(a-s)/(a+s),c=this.E*this.E,c=(c-a*s)/(c+a*s),n=p-d,n<-Math.PI?d-=hs:n>Math.PI&&(d+=hs),this.lam0=st(.5*(p+d)-Math.atan(c*Math.tan(.5*this.B*(p-d))/l)/this.B,this.over),h=Math.atan(2*Math.sin(this.B*st(p-this.lam0,this.over))/(r-1/r)),u=m=Math.asin(i*Math.sin(h))),this.singam=Math.sin(h),this.cosgam=Math.cos(h),this.sinrot=Math.sin(u),this.cosrot=Math.cos(u),this.rB=1/this.B,this.ArB=this.A*this.rB,this.BrA=1/this.ArB,this.no_off?this.u_0=0:(this.u_0=Math.abs(this.ArB*Math.atan(Math.sqrt(i*i-1)/Math.cos(m))),this.lat0<0&&(this.u_0=-this.u_0)),r=.5*h,this.v_pole_n=this.ArB*Math.log(Math.tan(fe-r)),this.v_pole_s=this.ArB*Math.log(Math.tan(fe+r))}function QP(n){var t={},e,i,r,s,a,o,l,c;if(n.x=n.x-this.lam0,Math.abs(Math.abs(n.y)-tt)>ot){if(a=this.E/Math.pow(kn(this.e,n.y,Math.sin(n.y)),this.B),o=1/a,e=.5*(a-o),i=.5*(a+o),s=Math.sin(this.B*n.x),r=(e*this.singam-s*this.cosgam)/i,Math.abs(Math.abs(r)-1)<ot)throw new Error;c=.5*this.ArB*Math.log((1-r)/(1+r)),o=Math.cos(this.B*n.x),Math.abs(o)<vo?l=this.A*n.x:l=this.ArB*Math.atan2(e*this.cosgam+s*this.singam,o)}else c=n.y>0?this.v_pole_n:this.v_pole_s,l=this.ArB*n.y;return this.no_rot?(t.x=l,t.y=c):(l-=this.u_0,t.x=c*this.cosrot+l*this.sinrot,t.y=l*this.cosrot-c*this.sinrot),t.x=this.a*t.x+this.x0,t.y=this.a*t.y+this.y0,n.z!==void 0&&(t.z=n.z),n.m!==void 0&&(t.m=n.m),t}function tR(n){var t,e,i,r,s,a,o,l={};if(n.x=(n.x-this.x0)*(1/this.a),n.y=(n.y-this.y0)*(1/this.a),this.no_rot?(e=n.y,t=n.x):(e=n.x*this.cosrot-n.y*this.sinrot,t=n.y*this.cosrot+n.x*this.sinrot+this.u_0),i=Math.exp(-this.BrA*e),r=.5*(i-1/i),s=.5*(i+1/i),a=Math.sin(this.BrA*t),o=(a*this.cosgam+r*this.singam)/s,Math.abs(Math.abs(o)-1)<ot)l.x=0,l.y=o<0?-tt:tt;else{if(l.y=this.E/Math.sqrt((1+o)/(1-o)),l.y=Ar(this.e,Math.pow(l.y,1/this.B)),l.y===1/0)throw new Error;l.x=-this.rB*Math.atan2(r*this.cosgam-a*this.singam,Math.cos(this.BrA*t))}return l.x+=this.lam0,n.z!==void 0&&(l.z=n.z),n.m!==void 0&&(l.m=n.m),l}var eR=["Hotine_Oblique_Mercator","Hotine Oblique Mercator","Hotine_Oblique_Mercator_variant_A","Hotine_Oblique_Mercator_Variant_B","Hotine_Oblique_Mercator_Azimuth_Natural_Origin","Hotine_Oblique_Mercator_Two_Point_Natural_Origin","Hotine_Oblique_Mercator_Azimuth_Center","Oblique_Mercator","omerc"],Cy={init:KP,forward:QP,inverse:tR,names:eR};function nR(){if(this.lat2||(this.lat2=this.lat1),this.k0||(this.k0=1),this.x0=this.x0||0,this.y0=this.y0||0,this.long0=this.long0||0,!(Math.abs(this.lat1+this.lat2)<ot)){var n=this.b/this.a;this.e=Math.sqrt(1-n*n);var t=Math.sin(this.lat1),e=Math.cos(this.lat1),i=Ln(this.e,t,e),r=kn(this.e,this.lat1,t),s=Math.sin(this.lat2),a=Math.cos(this.lat2),o=Ln(this.e,s,a),l=kn(this.e,this.lat2,s),c=kn(this.e,this.lat0,Math.sin(this.lat0));Math.abs(this.lat1-this.lat2)>ot?this.ns=Math.log(i/o)/Math.log(r/l):this.ns=t,isNaN(this.ns)&&(this.ns=t),this.f0=i/(this.ns*Math.pow(r,this.ns)),this.rh=Math.abs(Math.abs(this.lat0)-tt)<ot?0:this.a*this.f0*Math.pow(c,this.ns),this.title||(this.title="Lambert Conformal Conic")}}function iR(n){var t=n.x,e=n.y;Math.abs(2*Math.abs(e)-Math.PI)<=ot&&(e=Ki(e)*(tt-2*ot));var i=Math.abs(Math.abs(e)-tt),r,s;if(i>ot)r=kn(this.e,e,Math.sin(e)),s=this.a*this.f0*Math.pow(r,this.ns);else{if(i=e*this.ns,i<=0)return null;s=0}var a=this.ns*st(t-this.long0,this.over);return n.x=this.k0*(s*Math.sin(a))+this.x0,n.y=this.k0*(this.rh-s*Math.cos(a))+this.y0,n}function rR(n){var t,e,i,r,s,a=(n.x-this.x0)/this.k0,o=this.rh-(n.y-this.y0)/this.k0;this.ns>0?(t=Math.sqrt(a*a+o*o),e=1):(t=-Math.sqrt(a*a+o*o),e=-1);var l=0;if(t!==0&&(l=Math.atan2(e*a,e*o)),t!==0||this.ns>0){if(e=1/this.ns,i=Math.pow(t/(this.a*this.f0),e),r=Ar(this.e,i),r===-9999)return null}else r=-tt;return s=st(l/this.ns+this.long0,this.over),n.x=s,n.y=r,n}var sR=["Lambert Tangential Conformal Conic Projection","Lambert_Conformal_Conic","Lambert_Conformal_Conic_1SP","Lambert_Conformal_Conic_2SP","lcc","Lambert Conic Conformal (1SP)","Lambert Conic Conformal (2SP)"],Py={init:nR,forward:iR,inverse:rR,names:sR};function aR(){this.a=6377397155e-3,this.es=.006674372230614,this.e=Math.sqrt(this.es),this.lat0||(this.lat0=.863937979737193),this.long0||(this.long0=.7417649320975901-.308341501185665),this.k0||(this.k0=.9999),this.s45=.785398163397448,this.s90=2*this.s45,this.fi0=this.lat0,this.e2=this.es,this.e=Math.sqrt(this.e2),this.alfa=Math.sqrt(1+this.e2*Math.pow(Math.cos(this.fi0),4)/(1-this.e2)),this.uq=1.04216856380474,this.u0=Math.asin(Math.sin(this.fi0)/this.alfa),this.g=Math.pow((1+this.e*Math.sin(this.fi0))/(1-this.e*Math.sin(this.fi0)),this.alfa*this.e/2),this.k=Math.tan(this.u0/2+this.s45)/Math.pow(Math.tan(this.fi0/2+this.s45),this.alfa)*this.g,this.k1=this.k0,this.n0=this.a*Math.sqrt(1-this.e2)/(1-this.e2*Math.pow(Math.sin(this.fi0),2)),this.s0=1.37008346281555,this.n=Math.sin(this.s0),this.ro0=this.k1*this.n0/Math.tan(this.s0),this.ad=this.s90-this.uq}function oR(n){var t,e,i,r,s,a,o,l=n.x,c=n.y,u=st(l-this.long0,this.over);return t=Math.pow((1+this.e*Math.sin(c))/(1-this.e*Math.sin(c)),this.alfa*this.e/2),e=2*(Math.atan(this.k*Math.pow(Math.tan(c/2+this.s45),this.alfa)/t)-this.s45),i=-u*this.alfa,r=Math.asin(Math.cos(this.ad)*Math.sin(e)+Math.sin(this.ad)*Math.cos(e)*Math.cos(i)),s=Math.asin(Math.cos(e)*Math.sin(i)/Math.cos(r)),a=this.n*s,o=this.ro0*Math.pow(Math.tan(this.s0/2+this.s45),this.n)/Math.pow(Math.tan(r/2+this.s45),this.n),n.y=o*Math.cos(a)/1,n.x=o*Math.sin(a)/1,this.czech||(n.y*=-1,n.x*=-1),n}function lR(n){var t,e,i,r,s,a,o,l,c=n.x;n.x=n.y,n.y=c,this.czech||(n.y*=-1,n.x*=-1),a=Math.sqrt(n.x*n.x+n.y*n.y),s=Math.atan2(n.y,n.x),r=s/Math.sin(this.s0),i=2*(Math.atan(Math.pow(this.ro0/a,1/this.n)*Math.tan(this.s0/2+this.s45))-this.s45),t=Math.asin(Math.cos(this.ad)*Math.sin(i)-Math.sin(this.ad)*Math.cos(i)*Math.cos(r)),e=Math.asin(Math.cos(i)*Math.sin(r)/Math.cos(t)),n.x=this.long0-e/this.alfa,o=t,l=0;var u=0;do n.y=2*(Math.atan(Math.pow(this.k,-1/this.alfa)*Math.pow(Math.tan(t/2+this.s45),1/this.alfa)*Math.pow((1+this.e*Math.sin(o))/(1-this.e*Math.sin(o)),this.e/2))-this.s45),Math.abs(o-n.y)<1e-10&&(l=1),o=n.y,u+=1;while(l===0&&u<15);return u>=15?null:n}var cR=["Krovak","Krovak Modified","Krovak (North Orientated)","Krovak Modified (North Orientated)","krovak"],Ry={init:aR,forward:oR,inverse:lR,names:cR};function gn(n,t,e,i,r){return n*r-t*Math.sin(2*r)+e*Math.sin(4*r)-i*Math.sin(6*r)}function Cr(n){return 1-.25*n*(1+n/16*(3+1.25*n))}function Pr(n){return .375*n*(1+.25*n*(1+.46875*n))}function Rr(n){return .05859375*n*n*(1+.75*n)}function Ir(n){return n*n*n*(35/3072)}function Nl(n,t,e){var i=t*e;return n/Math.sqrt(1-i*i)}function ei(n){return Math.abs(n)<tt?n:n-Ki(n)*Math.PI}function ra(n,t,e,i,r){var s,a;s=n/t;for(var o=0;o<15;o++)if(a=(n-(t*s-e*Math.sin(2*s)+i*Math.sin(4*s)-r*Math.sin(6*s)))/(t-2*e*Math.cos(2*s)+4*i*Math.cos(4*s)-6*r*Math.cos(6*s)),s+=a,Math.abs(a)<=1e-10)return s;return NaN}function hR(){this.sphere||(this.e0=Cr(this.es),this.e1=Pr(this.es),this.e2=Rr(this.es),this.e3=Ir(this.es),this.ml0=this.a*gn(this.e0,this.e1,this.e2,this.e3,this.lat0))}function uR(n){var t,e,i=n.x,r=n.y;if(i=st(i-this.long0,this.over),this.sphere)t=this.a*Math.asin(Math.cos(r)*Math.sin(i)),e=this.a*(Math.atan2(Math.tan(r),Math.cos(i))-this.lat0);else{var s=Math.sin(r),a=Math.cos(r),o=Nl(this.a,this.e,s),l=Math.tan(r)*Math.tan(r),c=i*Math.cos(r),u=c*c,h=this.es*a*a/(1-this.es),f=this.a*gn(this.e0,this.e1,this.e2,this.e3,r);t=o*c*(1-u*l*(1/6-(8-l+8*h)*u/120)),e=f-this.ml0+o*s/a*u*(.5+(5-l+6*h)*u/24)}return n.x=t+this.x0,n.y=e+this.y0,n}function fR(n){n.x-=this.x0,n.y-=this.y0;var t=n.x/this.a,e=n.y/this.a,i,r;if(this.sphere){var s=e+this.lat0;i=Math.asin(Math.sin(s)*Math.cos(t)),r=Math.atan2(Math.tan(t),Math.cos(s))}else{var a=this.ml0/this.a+e,o=ra(a,this.e0,this.e1,this.e2,this.e3);if(Math.abs(Math.abs(o)-tt)<=ot)return n.x=this.long0,n.y=tt,e<0&&(n.y*=-1),n;var l=Nl(this.a,this.e,Math.sin(o)),c=l*l*l/this.a/this.a*(1-this.es),u=Math.pow(Math.tan(o),2),h=t*this.a/l,f=h*h;i=o-l*Math.tan(o)/c*h*h*(.5-(1+3*u)*h*h/24),r=h*(1-f*(u/3+(1+3*u)*u*f/15))/Math.cos(o)}return n.x=st(r+this.long0,this.over),n.y=ei(i),n}var dR=["Cassini","Cassini_Soldner","cass"],Iy={init:hR,forward:uR,inverse:fR,names:dR};function ni(n,t){var e;return n>1e-7?(e=n*t,(1-n*n)*(t/(1-e*e)-.5/n*Math.log((1-e)/(1+e)))):2*t}var pR=.3333333333333333,mR=.17222222222222222,gR=.10257936507936508,_R=.06388888888888888,vR=.0664021164021164,yR=.016415012942191543;function Ul(n){var t,e=[];return e[0]=n*pR,t=n*n,e[0]+=t*mR,e[1]=t*_R,t*=n,e[0]+=t*gR,e[1]+=t*vR,e[2]=t*yR,e}function Fl(n,t){var e=n+n;return n+t[0]*Math.sin(e)+t[1]*Math.sin(e+e)+t[2]*Math.sin(e+e+e)}var im=1,rm=2,sm=3,ju=4;function xR(){var n=Math.abs(this.lat0);if(Math.abs(n-tt)<ot?this.mode=this.lat0<0?im:rm:Math.abs(n)<ot?this.mode=sm:this.mode=ju,this.es>0){var t;switch(this.qp=ni(this.e,1),this.mmf=.5/(1-this.es),this.apa=Ul(this.es),this.mode){case rm:this.dd=1;break;case im:this.dd=1;break;case sm:this.rq=Math.sqrt(.5*this.qp),this.dd=1/this.rq,this.xmf=1,this.ymf=.5*this.qp;break;case ju:this.rq=Math.sqrt(.5*this.qp),t=Math.sin(this.lat0),this.sinb1=ni(this.e,t)/this.qp,this.cosb1=Math.sqrt(1-this.sinb1*this.sinb1),this.dd=Math.cos(this.lat0)/(Math.sqrt(1-this.es*t*t)*this.rq*this.cosb1),this.ymf=(this.xmf=this.rq)/this.dd,this.xmf*=this.dd;break}}else this.mode===ju&&(this.sinph0=Math.sin(this.lat0),this.cosph0=Math.cos(this.lat0))}function MR(n){var t,e,i,r,s,a,o,l,c,u,h=n.x,f=n.y;if(h=st(h-this.long0,this.over),this.sphere){if(s=Math.sin(f),u=Math.cos(f),i=Math.cos(h),this.mode===this.OBLIQ||this.mode===this.EQUIT){if(e=this.mode===this.EQUIT?1+u*i:1+this.sinph0*s+this.cosph0*u*i,e<=ot)return null;e=Math.sqrt(2/e),t=e*u*Math.sin(h),e*=this.mode===this.EQUIT?s:this.cosph0*s-this.sinph0*u*i}else if(this.mode===this.N_POLE||this.mode===this.S_POLE){if(this.mode===this.N_POLE&&(i=-i),Math.abs(f+this.lat0)<ot)return null;e=fe-f*.5,e=2*(this.mode===this.S_POLE?Math.cos(e):Math.sin(e)),t=e*Math.sin(h),e*=i}}else{switch(o=0,l=0,c=0,i=Math.cos(h),r=Math.sin(h),s=Math.sin(f),a=ni(this.e,s),(this.mode===this.OBLIQ||this.mode===this.EQUIT)&&(o=a/this.qp,l=Math.sqrt(1-o*o)),this.mode){case this.OBLIQ:c=1+this.sinb1*o+this.cosb1*l*i;break;case this.EQUIT:c=1+l*i;break;case this.N_POLE:c=tt+f,a=this.qp-a;break;case this.S_POLE:c=f-tt,a=this.qp+a;break}if(Math.abs(c)<ot)return null;switch(this.mode){case this.OBLIQ:case this.EQUIT:c=Math.sqrt(2/c),this.mode===this.OBLIQ?e=this.ymf*c*(this.cosb1*o-this.sinb1*l*i):e=(c=Math.sqrt(2/(1+l*i)))*o*this.ymf,t=this.xmf*c*l*r;break;case this.N_POLE:case this.S_POLE:a>=0?(t=(c=Math.sqrt(a))*r,e=i*(this.mode===this.S_POLE?c:-c)):t=e=0;break}}return n.x=this.a*t+this.x0,n.y=this.a*e+this.y0,n}function bR(n){n.x-=this.x0,n.y-=this.y0;var t=n.x/this.a,e=n.y/this.a,i,r,s,a,o,l,c;if(this.sphere){var u=0,h,f=0;if(h=Math.sqrt(t*t+e*e),r=h*.5,r>1)return null;switch(r=2*Math.asin(r),(this.mode===this.OBLIQ||this.mode===this.EQUIT)&&(f=Math.sin(r),u=Math.cos(r)),this.mode){case this.EQUIT:r=Math.abs(h)<=ot?0:Math.asin(e*f/h),t*=f,e=u*h;break;case this.OBLIQ:r=Math.abs(h)<=ot?this.lat0:Math.asin(u*this.sinph0+e*f*this.cosph0/h),t*=f*this.cosph0,e=(u-Math.sin(r)*this.sinph0)*h;break;case this.N_POLE:e=-e,r=tt-r;break;case this.S_POLE:r-=tt;break}i=e===0&&(this.mode===this.EQUIT||this.mode===this.OBLIQ)?0:Math.atan2(t,e)}else{if(c=0,this.mode===this.OBLIQ||this.mode===this.EQUIT){if(t/=this.dd,e*=this.dd,l=Math.sqrt(t*t+e*e),l<ot)return n.x=this.long0,n.y=this.lat0,n;a=2*Math.asin(.5*l/this.rq),s=Math.cos(a),t*=a=Math.sin(a),this.mode===this.OBLIQ?(c=s*this.sinb1+e*a*this.cosb1/l,o=this.qp*c,e=l*this.cosb1*s-e*this.sinb1*a):(c=e*a/l,o=this.qp*c,e=l*s)}else if(this.mode===this.N_POLE||this.mode===this.S_POLE){if(this.mode===this.N_POLE&&(e=-e),o=t*t+e*e,!o)return n.x=this.long0,n.y=this.lat0,n;c=1-o/this.qp,this.mode===this.S_POLE&&(c=-c)}i=Math.atan2(t,e),r=Fl(Math.asin(c),this.apa)}return n.x=st(this.long0+i,this.over),n.y=r,n}var SR=["Lambert Azimuthal Equal Area","Lambert_Azimuthal_Equal_Area","laea"],Ly={init:xR,forward:MR,inverse:bR,names:SR,S_POLE:im,N_POLE:rm,EQUIT:sm,OBLIQ:ju};function ii(n){return Math.abs(n)>1&&(n=n>1?1:-1),Math.asin(n)}function wR(){Math.abs(this.lat1+this.lat2)<ot||(this.temp=this.b/this.a,this.es=1-Math.pow(this.temp,2),this.e3=Math.sqrt(this.es),this.sin_po=Math.sin(this.lat1),this.cos_po=Math.cos(this.lat1),this.t1=this.sin_po,this.con=this.sin_po,this.ms1=Ln(this.e3,this.sin_po,this.cos_po),this.qs1=ni(this.e3,this.sin_po),this.sin_po=Math.sin(this.lat2),this.cos_po=Math.cos(this.lat2),this.t2=this.sin_po,this.ms2=Ln(this.e3,this.sin_po,this.cos_po),this.qs2=ni(this.e3,this.sin_po),this.sin_po=Math.sin(this.lat0),this.cos_po=Math.cos(this.lat0),this.t3=this.sin_po,this.qs0=ni(this.e3,this.sin_po),Math.abs(this.lat1-this.lat2)>ot?this.ns0=(this.ms1*this.ms1-this.ms2*this.ms2)/(this.qs2-this.qs1):this.ns0=this.con,this.c=this.ms1*this.ms1+this.ns0*this.qs1,this.rh=this.a*Math.sqrt(this.c-this.ns0*this.qs0)/this.ns0)}function ER(n){var t=n.x,e=n.y;this.sin_phi=Math.sin(e),this.cos_phi=Math.cos(e);var i=ni(this.e3,this.sin_phi),r=this.a*Math.sqrt(this.c-this.ns0*i)/this.ns0,s=this.ns0*st(t-this.long0,this.over),a=r*Math.sin(s)+this.x0,o=this.rh-r*Math.cos(s)+this.y0;return n.x=a,n.y=o,n}function TR(n){var t,e,i,r,s,a;return n.x-=this.x0,n.y=this.rh-n.y+this.y0,this.ns0>=0?(t=Math.sqrt(n.x*n.x+n.y*n.y),i=1):(t=-Math.sqrt(n.x*n.x+n.y*n.y),i=-1),r=0,t!==0&&(r=Math.atan2(i*n.x,i*n.y)),i=t*this.ns0/this.a,this.sphere?a=Math.asin((this.c-i*i)/(2*this.ns0)):(e=(this.c-i*i)/this.ns0,a=this.phi1z(this.e3,e)),s=st(r/this.ns0+this.long0,this.over),n.x=s,n.y=a,n}function AR(n,t){var e,i,r,s,a,o=ii(.5*t);if(n<ot)return o;for(var l=n*n,c=1;c<=25;c++)if(e=Math.sin(o),i=Math.cos(o),r=n*e,s=1-r*r,a=.5*s*s/i*(t/(1-l)-e/s+.5/n*Math.log((1-r)/(1+r))),o=o+a,Math.abs(a)<=1e-7)return o;return null}var CR=["Albers_Conic_Equal_Area","Albers_Equal_Area","Albers","aea"],Dy={init:wR,forward:ER,inverse:TR,names:CR,phi1z:AR};function PR(){this.sin_p14=Math.sin(this.lat0),this.cos_p14=Math.cos(this.lat0),this.infinity_dist=1e3*this.a,this.rc=1}function RR(n){var t,e,i,r,s,a,o,l,c=n.x,u=n.y;return i=st(c-this.long0,this.over),t=Math.sin(u),e=Math.cos(u),r=Math.cos(i),a=this.sin_p14*t+this.cos_p14*e*r,s=1,a>0||Math.abs(a)<=ot?(o=this.x0+this.a*s*e*Math.sin(i)/a,l=this.y0+this.a*s*(this.cos_p14*t-this.sin_p14*e*r)/a):(o=this.x0+this.infinity_dist*e*Math.sin(i),l=this.y0+this.infinity_dist*(this.cos_p14*t-this.sin_p14*e*r)),n.x=o,n.y=l,n}function IR(n){var t,e,i,r,s,a;return n.x=(n.x-this.x0)/this.a,n.y=(n.y-this.y0)/this.a,n.x/=this.k0,n.y/=this.k0,(t=Math.sqrt(n.x*n.x+n.y*n.y))?(r=Math.atan2(t,this.rc),e=Math.sin(r),i=Math.cos(r),a=ii(i*this.sin_p14+n.y*e*this.cos_p14/t),s=Math.atan2(n.x*e,t*this.cos_p14*i-n.y*this.sin_p14*e),s=st(this.long0+s,this.over)):(a=this.phic0,s=0),n.x=s,n.y=a,n}var LR=["gnom"],Oy={init:PR,forward:RR,inverse:IR,names:LR};function Ny(n,t){var e=1-(1-n*n)/(2*n)*Math.log((1-n)/(1+n));if(Math.abs(Math.abs(t)-e)<1e-6)return t<0?-1*tt:tt;for(var i=Math.asin(.5*t),r,s,a,o,l=0;l<30;l++)if(s=Math.sin(i),a=Math.cos(i),o=n*s,r=Math.pow(1-o*o,2)/(2*a)*(t/(1-n*n)-s/(1-o*o)+.5/n*Math.log((1-o)/(1+o))),i+=r,Math.abs(r)<=1e-10)return i;return NaN}function DR(){this.sphere||(this.k0=Ln(this.e,Math.sin(this.lat_ts),Math.cos(this.lat_ts)))}function OR(n){var t=n.x,e=n.y,i,r,s=st(t-this.long0,this.over);if(this.sphere)i=this.x0+this.a*s*Math.cos(this.lat_ts),r=this.y0+this.a*Math.sin(e)/Math.cos(this.lat_ts);else{var a=ni(this.e,Math.sin(e));i=this.x0+this.a*this.k0*s,r=this.y0+this.a*a*.5/this.k0}return n.x=i,n.y=r,n}function NR(n){n.x-=this.x0,n.y-=this.y0;var t,e;return this.sphere?(t=st(this.long0+n.x/this.a/Math.cos(this.lat_ts),this.over),e=Math.asin(n.y/this.a*Math.cos(this.lat_ts))):(e=Ny(this.e,2*n.y*this.k0/this.a),t=st(this.long0+n.x/(this.a*this.k0),this.over)),n.x=t,n.y=e,n}var UR=["cea"],Uy={init:DR,forward:OR,inverse:NR,names:UR};function FR(){this.x0=this.x0||0,this.y0=this.y0||0,this.lat0=this.lat0||0,this.long0=this.long0||0,this.lat_ts=this.lat_ts||0,this.title=this.title||"Equidistant Cylindrical (Plate Carre)",this.rc=Math.cos(this.lat_ts)}function BR(n){var t=n.x,e=n.y,i=st(t-this.long0,this.over),r=ei(e-this.lat0);return n.x=this.x0+this.a*i*this.rc,n.y=this.y0+this.a*r,n}function GR(n){var t=n.x,e=n.y;return n.x=st(this.long0+(t-this.x0)/(this.a*this.rc),this.over),n.y=ei(this.lat0+(e-this.y0)/this.a),n}var zR=["Equirectangular","Equidistant_Cylindrical","Equidistant_Cylindrical_Spherical","eqc"],Fy={init:FR,forward:BR,inverse:GR,names:zR};var By=20;function kR(){this.temp=this.b/this.a,this.es=1-Math.pow(this.temp,2),this.e=Math.sqrt(this.es),this.e0=Cr(this.es),this.e1=Pr(this.es),this.e2=Rr(this.es),this.e3=Ir(this.es),this.ml0=this.a*gn(this.e0,this.e1,this.e2,this.e3,this.lat0)}function VR(n){var t=n.x,e=n.y,i,r,s,a=st(t-this.long0,this.over);if(s=a*Math.sin(e),this.sphere)Math.abs(e)<=ot?(i=this.a*a,r=-1*this.a*this.lat0):(i=this.a*Math.sin(s)/Math.tan(e),r=this.a*(ei(e-this.lat0)+(1-Math.cos(s))/Math.tan(e)));else if(Math.abs(e)<=ot)i=this.a*a,r=-1*this.ml0;else{var o=Nl(this.a,this.e,Math.sin(e))/Math.tan(e);i=o*Math.sin(s),r=this.a*gn(this.e0,this.e1,this.e2,this.e3,e)-this.ml0+o*(1-Math.cos(s))}return n.x=i+this.x0,n.y=r+this.y0,n}function HR(n){var t,e,i,r,s,a,o,l,c;if(i=n.x-this.x0,r=n.y-this.y0,this.sphere)if(Math.abs(r+this.a*this.lat0)<=ot)t=st(i/this.a+this.long0,this.over),e=0;else{a=this.lat0+r/this.a,o=i*i/this.a/this.a+a*a,l=a;var u;for(s=By;s;--s)if(u=Math.tan(l),c=-1*(a*(l*u+1)-l-.5*(l*l+o)*u)/((l-a)/u-1),l+=c,Math.abs(c)<=ot){e=l;break}t=st(this.long0+Math.asin(i*Math.tan(l)/this.a)/Math.sin(e),this.over)}else if(Math.abs(r+this.ml0)<=ot)e=0,t=st(this.long0+i/this.a,this.over);else{a=(this.ml0+r)/this.a,o=i*i/this.a/this.a+a*a,l=a;var h,f,p,d,_;for(s=By;s;--s)if(_=this.e*Math.sin(l),h=Math.sqrt(1-_*_)*Math.tan(l),f=this.a*gn(this.e0,this.e1,this.e2,this.e3,l),p=this.e0-2*this.e1*Math.cos(2*l)+4*this.e2*Math.cos(4*l)-6*this.e3*Math.cos(6*l),d=f/this.a,c=(a*(h*d+1)-d-.5*h*(d*d+o))/(this.es*Math.sin(2*l)*(d*d+o-2*a*d)/(4*h)+(a-d)*(h*p-2/Math.sin(2*l))-p),l-=c,Math.abs(c)<=ot){e=l;break}h=Math.sqrt(1-this.es*Math.pow(Math.sin(e),2))*Math.tan(e),t=st(this.long0+Math.asin(i*h/this.a)/Math.sin(e),this.over)}return n.x=t,n.y=e,n}var WR=["Polyconic","American_Polyconic","poly"],Gy={init:kR,forward:VR,inverse:HR,names:WR};var XR=1;function qR(){this.A=[],this.A[1]=.6399175073,this.A[2]=-.1358797613,this.A[3]=.063294409,this.A[4]=-.02526853,this.A[5]=.0117879,this.A[6]=-.0055161,this.A[7]=.0026906,this.A[8]=-.001333,this.A[9]=67e-5,this.A[10]=-34e-5,this.B_re=[],this.B_im=[],this.B_re[1]=.7557853228,this.B_im[1]=0,this.B_re[2]=.249204646,this.B_im[2]=.003371507,this.B_re[3]=-.001541739,this.B_im[3]=.04105856,this.B_re[4]=-.10162907,this.B_im[4]=.01727609,this.B_re[5]=-.26623489,this.B_im[5]=-.36249218,this.B_re[6]=-.6870983,this.B_im[6]=-1.1651967,this.C_re=[],this.C_im=[],this.C_re[1]=1.3231270439,this.C_im[1]=0,this.C_re[2]=-.577245789,this.C_im[2]=-.007809598,this.C_re[3]=.508307513,this.C_im[3]=-.112208952,this.C_re[4]=-.15094762,this.C_im[4]=.18200602,this.C_re[5]=1.01418179,this.C_im[5]=1.64497696,this.C_re[6]=1.9660549,this.C_im[6]=2.5127645,this.D=[],this.D[1]=1.5627014243,this.D[2]=.5185406398,this.D[3]=-.03333098,this.D[4]=-.1052906,this.D[5]=-.0368594,this.D[6]=.007317,this.D[7]=.0122,this.D[8]=.00394,this.D[9]=-.0013}function YR(n){var t,e=n.x,i=n.y,r=i-this.lat0,s=e-this.long0,a=r/ta*1e-5,o=s,l=1,c=0;for(t=1;t<=10;t++)l=l*a,c=c+this.A[t]*l;var u=c,h=o,f=1,p=0,d,_,g=0,m=0;for(t=1;t<=6;t++)d=f*u-p*h,_=p*u+f*h,f=d,p=_,g=g+this.B_re[t]*f-this.B_im[t]*p,m=m+this.B_im[t]*f+this.B_re[t]*p;return n.x=m*this.a+this.x0,n.y=g*this.a+this.y0,n}function jR(n){var t,e=n.x,i=n.y,r=e-this.x0,s=i-this.y0,a=s/this.a,o=r/this.a,l=1,c=0,u,h,f=0,p=0;for(t=1;t<=6;t++)u=l*a-c*o,h=c*a+l*o,l=u,c=h,f=f+this.C_re[t]*l-this.C_im[t]*c,p=p+this.C_im[t]*l+this.C_re[t]*c;for(var d=0;d<this.iterations;d++){var _=f,g=p,m,w,A=a,b=o;for(t=2;t<=6;t++)m=_*f-g*p,w=g*f+_*p,_=m,g=w,A=A+(t-1)*(this.B_re[t]*_-this.B_im[t]*g),b=b+(t-1)*(this.B_im[t]*_+this.B_re[t]*g);_=1,g=0;var P=this.B_re[1],I=this.B_im[1];for(t=2;t<=6;t++)m=_*f-g*p,w=g*f+_*p,_=m,g=w,P=P+t*(this.B_re[t]*_-this.B_im[t]*g),I=I+t*(this.B_im[t]*_+this.B_re[t]*g);var D=P*P+I*I;f=(A*P+b*I)/D,p=(b*P-A*I)/D}var B=f,T=p,C=1,M=0;for(t=1;t<=9;t++)C=C*B,M=M+this.D[t]*C;var L=this.lat0+M*ta*1e5,k=this.long0+T;return n.x=k,n.y=L,n}var ZR=["New_Zealand_Map_Grid","nzmg"],zy={init:qR,forward:YR,inverse:jR,names:ZR,iterations:XR};function $R(){}function JR(n){var t=n.x,e=n.y,i=st(t-this.long0,this.over),r=this.x0+this.a*i,s=this.y0+this.a*Math.log(Math.tan(Math.PI/4+e/2.5))*1.25;return n.x=r,n.y=s,n}function KR(n){n.x-=this.x0,n.y-=this.y0;var t=st(this.long0+n.x/this.a,this.over),e=2.5*(Math.atan(Math.exp(.8*n.y/this.a))-Math.PI/4);return n.x=t,n.y=e,n}var QR=["Miller_Cylindrical","mill"],ky={init:$R,forward:JR,inverse:KR,names:QR};var t3=20;function e3(){this.long0=this.long0||0,this.sphere?(this.n=1,this.m=0,this.es=0,this.C_y=Math.sqrt((this.m+1)/this.n),this.C_x=this.C_y/(this.m+1)):this.en=po(this.es)}function am(n){var t,e,i=n.x,r=n.y;if(i=st(i-this.long0,this.over),this.sphere){if(!this.m)r=this.n!==1?Math.asin(this.n*Math.sin(r)):r;else for(var s=this.n*Math.sin(r),a=t3;a;--a){var o=(this.m*r+Math.sin(r)-s)/(this.m+Math.cos(r));if(r-=o,Math.abs(o)<ot)break}t=this.a*this.C_x*i*(this.m+Math.cos(r)),e=this.a*this.C_y*r}else{var l=Math.sin(r),c=Math.cos(r);e=this.a*Qi(r,l,c,this.en),t=this.a*i*c/Math.sqrt(1-this.es*l*l)}return n.x=t,n.y=e,n}function om(n){var t,e,i,r;return n.x-=this.x0,i=n.x/this.a,n.y-=this.y0,t=n.y/this.a,this.sphere?(t/=this.C_y,i=i/(this.C_x*(this.m+Math.cos(t))),this.m?t=ii((this.m*t+Math.sin(t))/this.n):this.n!==1&&(t=ii(Math.sin(t)/this.n)),i=st(i+this.long0,this.over),t=ei(t)):(t=mo(n.y/this.a,this.es,this.en),r=Math.abs(t),r<tt?(r=Math.sin(t),e=this.long0+n.x*Math.sqrt(1-this.es*r*r)/(this.a*Math.cos(t)),i=st(e,this.over)):r-ot<tt&&(i=this.long0)),n.x=i,n.y=t,n}var n3=["Sinusoidal","sinu"],Vy={init:e3,forward:am,inverse:om,names:n3};function i3(){this.sphere=!0,this.b=this.a,this.m=1,this.n=2.5707963267948966,this.es=0,this.C_y=Math.sqrt((this.m+1)/this.n),this.C_x=this.C_y/(this.m+1)}var r3=am,s3=om,a3=["Eckert_VI","eck6"],Hy={init:i3,forward:r3,inverse:s3,names:a3};function o3(){this.x0=this.x0!==void 0?this.x0:0,this.y0=this.y0!==void 0?this.y0:0,this.long0=this.long0!==void 0?this.long0:0}function l3(n){for(var t=n.x,e=n.y,i=st(t-this.long0,this.over),r=e,s=Math.PI*Math.sin(e);;){var a=-(r+Math.sin(r)-s)/(1+Math.cos(r));if(r+=a,Math.abs(a)<ot)break}r/=2,Math.PI/2-Math.abs(e)<ot&&(i=0);var o=.900316316158*this.a*i*Math.cos(r)+this.x0,l=1.4142135623731*this.a*Math.sin(r)+this.y0;return n.x=o,n.y=l,n}function c3(n){var t,e;n.x-=this.x0,n.y-=this.y0,e=n.y/(1.4142135623731*this.a),Math.abs(e)>.999999999999&&(e=.999999999999),t=Math.asin(e);var i=st(this.long0+n.x/(.900316316158*this.a*Math.cos(t)),this.over);i<-Math.PI&&(i=-Math.PI),i>Math.PI&&(i=Math.PI),e=(2*t+Math.sin(2*t))/Math.PI,Math.abs(e)>1&&(e=1);var r=Math.asin(e);return n.x=i,n.y=r,n}var h3=["Mollweide","moll"],Wy={init:o3,forward:l3,inverse:c3,names:h3};function u3(){Math.abs(this.lat1+this.lat2)<ot||(this.lat2=this.lat2||this.lat1,this.temp=this.b/this.a,this.es=1-Math.pow(this.temp,2),this.e=Math.sqrt(this.es),this.e0=Cr(this.es),this.e1=Pr(this.es),this.e2=Rr(this.es),this.e3=Ir(this.es),this.sin_phi=Math.sin(this.lat1),this.cos_phi=Math.cos(this.lat1),this.ms1=Ln(this.e,this.sin_phi,this.cos_phi),this.ml1=gn(this.e0,this.e1,this.e2,this.e3,this.lat1),Math.abs(this.lat1-this.lat2)<ot?this.ns=this.sin_phi:(this.sin_phi=Math.sin(this.lat2),this.cos_phi=Math.cos(this.lat2),this.ms2=Ln(this.e,this.sin_phi,this.cos_phi),this.ml2=gn(this.e0,this.e1,this.e2,this.e3,this.lat2),this.ns=(this.ms1-this.ms2)/(this.ml2-this.ml1)),this.g=this.ml1+this.ms1/this.ns,this.ml0=gn(this.e0,this.e1,this.e2,this.e3,this.lat0),this.rh=this.a*(this.g-this.ml0))}function f3(n){var t=n.x,e=n.y,i;if(this.sphere)i=this.a*(this.g-e);else{var r=gn(this.e0,this.e1,this.e2,this.e3,e);i=this.a*(this.g-r)}var s=this.ns*st(t-this.long0,this.over),a=this.x0+i*Math.sin(s),o=this.y0+this.rh-i*Math.cos(s);return n.x=a,n.y=o,n}function d3(n){n.x-=this.x0,n.y=this.rh-n.y+this.y0;var t,e,i,r;this.ns>=0?(e=Math.sqrt(n.x*n.x+n.y*n.y),t=1):(e=-Math.sqrt(n.x*n.x+n.y*n.y),t=-1);var s=0;if(e!==0&&(s=Math.atan2(t*n.x,t*n.y)),this.sphere)return r=st(this.long0+s/this.ns,this.over),i=ei(this.g-e/this.a),n.x=r,n.y=i,n;var a=this.g-e/this.a;return i=ra(a,this.e0,this.e1,this.e2,this.e3),r=st(this.long0+s/this.ns,this.over),n.x=r,n.y=i,n}var p3=["Equidistant_Conic","eqdc"],Xy={init:u3,forward:f3,inverse:d3,names:p3};function m3(){this.R=this.a}function g3(n){var t=n.x,e=n.y,i=st(t-this.long0,this.over),r,s;if(Math.abs(e)<=ot)return r=this.x0+this.R*i,s=this.y0,n.x=r,n.y=s,n;var a=ii(2*Math.abs(e/Math.PI));if(Math.abs(i)<=ot||Math.abs(Math.abs(e)-tt)<=ot)return r=this.x0,e>=0?s=this.y0+Math.PI*this.R*Math.tan(.5*a):s=this.y0+Math.PI*this.R*-Math.tan(.5*a),n.x=r,n.y=s,n;var o=.5*Math.abs(Math.PI/i-i/Math.PI),l=o*o,c=Math.sin(a),u=Math.cos(a),h=u/(c+u-1),f=h*h,p=h*(2/c-1),d=p*p,_=Math.PI*this.R*(o*(h-d)+Math.sqrt(l*(h-d)*(h-d)-(d+l)*(f-d)))/(d+l);i<0&&(_=-_),r=this.x0+_;var g=l+h;return _=Math.PI*this.R*(p*g-o*Math.sqrt((d+l)*(l+1)-g*g))/(d+l),e>=0?s=this.y0+_:s=this.y0-_,n.x=r,n.y=s,n}function _3(n){var t,e,i,r,s,a,o,l,c,u,h,f,p;return n.x-=this.x0,n.y-=this.y0,h=Math.PI*this.R,i=n.x/h,r=n.y/h,s=i*i+r*r,a=-Math.abs(r)*(1+s),o=a-2*r*r+i*i,l=-2*a+1+2*r*r+s*s,p=r*r/l+(2*o*o*o/l/l/l-9*a*o/l/l)/27,c=(a-o*o/3/l)/l,u=2*Math.sqrt(-c/3),h=3*p/c/u,Math.abs(h)>1&&(h>=0?h=1:h=-1),f=Math.acos(h)/3,n.y>=0?e=(-u*Math.cos(f+Math.PI/3)-o/3/l)*Math.PI:e=-(-u*Math.cos(f+Math.PI/3)-o/3/l)*Math.PI,Math.abs(i)<ot?t=this.long0:t=st(this.long0+Math.PI*(s-1+Math.sqrt(1+2*(i*i-r*r)+s*s))/2/i,this.over),n.x=t,n.y=e,n}var v3=["Van_der_Grinten_I","VanDerGrinten","Van_der_Grinten","vandg"],qy={init:m3,forward:g3,inverse:_3,names:v3};function Yy(n,t,e,i,r,s){let a=i-t,o=Math.atan((1-s)*Math.tan(n)),l=Math.atan((1-s)*Math.tan(e)),c=Math.sin(o),u=Math.cos(o),h=Math.sin(l),f=Math.cos(l),p=a,d,_=100,g,m,w,A,b,P,I,D,B,T,C,M,L,k;do{if(g=Math.sin(p),m=Math.cos(p),w=Math.sqrt(f*g*(f*g)+(u*h-c*f*m)*(u*h-c*f*m)),w===0)return{azi1:0,s12:0};A=c*h+u*f*m,b=Math.atan2(w,A),P=u*f*g/w,I=1-P*P,D=I!==0?A-2*c*h/I:0,B=s/16*I*(4+s*(4-3*I)),d=p,p=a+(1-B)*s*P*(b+B*w*(D+B*A*(-1+2*D*D)))}while(Math.abs(p-d)>1e-12&&--_>0);return _===0?{azi1:NaN,s12:NaN}:(T=I*(r*r-r*(1-s)*(r*(1-s)))/(r*(1-s)*(r*(1-s))),C=1+T/16384*(4096+T*(-768+T*(320-175*T))),M=T/1024*(256+T*(-128+T*(74-47*T))),L=M*w*(D+M/4*(A*(-1+2*D*D)-M/6*D*(-3+4*w*w)*(-3+4*D*D))),k=r*(1-s)*C*(b-L),{azi1:Math.atan2(f*g,u*h-c*f*m),s12:k})}function jy(n,t,e,i,r,s){let a=Math.atan((1-s)*Math.tan(n)),o=Math.sin(a),l=Math.cos(a),c=Math.sin(e),u=Math.cos(e),h=Math.atan2(o,l*u),f=l*c,p=1-f*f,d=p*(r*r-r*(1-s)*(r*(1-s)))/(r*(1-s)*(r*(1-s))),_=1+d/16384*(4096+d*(-768+d*(320-175*d))),g=d/1024*(256+d*(-128+d*(74-47*d))),m=i/(r*(1-s)*_),w,A=100,b,P,I,D;do b=Math.cos(2*h+m),P=Math.sin(m),I=Math.cos(m),D=g*P*(b+g/4*(I*(-1+2*b*b)-g/6*b*(-3+4*P*P)*(-3+4*b*b))),w=m,m=i/(r*(1-s)*_)+D;while(Math.abs(m-w)>1e-12&&--A>0);if(A===0)return{lat2:NaN,lon2:NaN};let B=o*P-l*I*u,T=Math.atan2(o*I+l*P*u,(1-s)*Math.sqrt(f*f+B*B)),C=Math.atan2(P*c,l*I-o*P*u),M=s/16*p*(4+s*(4-3*p)),L=C-(1-M)*s*f*(m+M*P*(b+M*I*(-1+2*b*b))),k=t+L;return{lat2:T,lon2:k}}function y3(){this.sin_p12=Math.sin(this.lat0),this.cos_p12=Math.cos(this.lat0),this.x0=this.x0||0,this.y0=this.y0||0,this.long0=this.long0||0,this.f=this.es/(1+Math.sqrt(1-this.es))}function x3(n){var t=n.x,e=n.y,i=Math.sin(n.y),r=Math.cos(n.y),s=st(t-this.long0,this.over),a,o,l,c,u,h,f,p,d,_,g;return this.sphere?Math.abs(this.sin_p12-1)<=ot?(n.x=this.x0+this.a*(tt-e)*Math.sin(s),n.y=this.y0-this.a*(tt-e)*Math.cos(s),n):Math.abs(this.sin_p12+1)<=ot?(n.x=this.x0+this.a*(tt+e)*Math.sin(s),n.y=this.y0+this.a*(tt+e)*Math.cos(s),n):(d=this.sin_p12*i+this.cos_p12*r*Math.cos(s),f=Math.acos(d),p=f?f/Math.sin(f):1,n.x=this.x0+this.a*p*r*Math.sin(s),n.y=this.y0+this.a*p*(this.cos_p12*i-this.sin_p12*r*Math.cos(s)),n):(a=Cr(this.es),o=Pr(this.es),l=Rr(this.es),c=Ir(this.es),Math.abs(this.sin_p12-1)<=ot?(u=this.a*gn(a,o,l,c,tt),h=this.a*gn(a,o,l,c,e),n.x=this.x0+(u-h)*Math.sin(s),n.y=this.y0-(u-h)*Math.cos(s),n):Math.abs(this.sin_p12+1)<=ot?(u=this.a*gn(a,o,l,c,tt),h=this.a*gn(a,o,l,c,e),n.x=this.x0+(u+h)*Math.sin(s),n.y=this.y0+(u+h)*Math.cos(s),n):Math.abs(t)<ot&&Math.abs(e-this.lat0)<ot?(n.x=this.x0,n.y=this.y0,n):(_=Yy(this.lat0,this.long0,e,t,this.a,this.f),g=_.azi1,n.x=this.x0+_.s12*Math.sin(g),n.y=this.y0+_.s12*Math.cos(g),n))}function M3(n){n.x-=this.x0,n.y-=this.y0;var t,e,i,r,s,a,o,l,c,u,h,f,p,d,_,g;return this.sphere?(t=Math.sqrt(n.x*n.x+n.y*n.y),t>2*tt*this.a?void 0:(e=t/this.a,i=Math.sin(e),r=Math.cos(e),s=this.long0,Math.abs(t)<=ot?a=this.lat0:(a=ii(r*this.sin_p12+n.y*i*this.cos_p12/t),o=Math.abs(this.lat0)-tt,Math.abs(o)<=ot?this.lat0>=0?s=st(this.long0+Math.atan2(n.x,-n.y),this.over):s=st(this.long0-Math.atan2(-n.x,n.y),this.over):s=st(this.long0+Math.atan2(n.x*i,t*this.cos_p12*r-n.y*this.sin_p12*i),this.over)),n.x=s,n.y=a,n)):(l=Cr(this.es),c=Pr(this.es),u=Rr(this.es),h=Ir(this.es),Math.abs(this.sin_p12-1)<=ot?(f=this.a*gn(l,c,u,h,tt),t=Math.sqrt(n.x*n.x+n.y*n.y),p=f-t,a=ra(p/this.a,l,c,u,h),s=st(this.long0+Math.atan2(n.x,-1*n.y),this.over),n.x=s,n.y=a,n):Math.abs(this.sin_p12+1)<=ot?(f=this.a*gn(l,c,u,h,tt),t=Math.sqrt(n.x*n.x+n.y*n.y),p=t-f,a=ra(p/this.a,l,c,u,h),s=st(this.long0+Math.atan2(n.x,n.y),this.over),n.x=s,n.y=a,n):(d=Math.atan2(n.x,n.y),_=Math.sqrt(n.x*n.x+n.y*n.y),g=jy(this.lat0,this.long0,d,_,this.a,this.f),n.x=g.lon2,n.y=g.lat2,n))}var b3=["Azimuthal_Equidistant","aeqd"],Zy={init:y3,forward:x3,inverse:M3,names:b3};function S3(){this.sin_p14=Math.sin(this.lat0||0),this.cos_p14=Math.cos(this.lat0||0)}function w3(n){var t,e,i,r,s,a,o,l,c=n.x,u=n.y;return i=st(c-(this.long0||0),this.over),t=Math.sin(u),e=Math.cos(u),r=Math.cos(i),a=this.sin_p14*t+this.cos_p14*e*r,s=1,(a>0||Math.abs(a)<=ot)&&(o=(this.x0||0)+this.a*s*e*Math.sin(i),l=(this.y0||0)+this.a*s*(this.cos_p14*t-this.sin_p14*e*r)),n.x=o,n.y=l,n}function E3(n){var t,e,i,r,s,a,o,l,c;return n.x-=this.x0||0,n.y-=this.y0||0,t=Math.sqrt(n.x*n.x+n.y*n.y),e=ii(t/this.a),i=Math.sin(e),r=Math.cos(e),l=this.long0||0,c=this.lat0||0,a=l,Math.abs(t)<=ot?(o=c,n.x=a,n.y=o,n):(o=ii(r*this.sin_p14+n.y*i*this.cos_p14/t),s=Math.abs(c)-tt,Math.abs(s)<=ot?(c>=0?a=st(l+Math.atan2(n.x,-n.y),this.over):a=st(l-Math.atan2(-n.x,n.y),this.over),n.x=a,n.y=o,n):(a=st(l+Math.atan2(n.x*i,t*this.cos_p14*r-n.y*this.sin_p14*i),this.over),n.x=a,n.y=o,n))}var T3=["ortho"],$y={init:S3,forward:w3,inverse:E3,names:T3};var Ye={FRONT:1,RIGHT:2,BACK:3,LEFT:4,TOP:5,BOTTOM:6},xe={AREA_0:1,AREA_1:2,AREA_2:3,AREA_3:4};function A3(){this.x0=this.x0||0,this.y0=this.y0||0,this.lat0=this.lat0||0,this.long0=this.long0||0,this.lat_ts=this.lat_ts||0,this.title=this.title||"Quadrilateralized Spherical Cube",this.lat0>=tt-fe/2?this.face=Ye.TOP:this.lat0<=-(tt-fe/2)?this.face=Ye.BOTTOM:Math.abs(this.long0)<=fe?this.face=Ye.FRONT:Math.abs(this.long0)<=tt+fe?this.face=this.long0>0?Ye.RIGHT:Ye.LEFT:this.face=Ye.BACK,this.es!==0&&(this.one_minus_f=1-(this.a-this.b)/this.a,this.one_minus_f_squared=this.one_minus_f*this.one_minus_f)}function C3(n){var t={x:0,y:0},e,i,r,s,a,o,l={value:0};if(n.x-=this.long0,this.es!==0?e=Math.atan(this.one_minus_f_squared*Math.tan(n.y)):e=n.y,i=n.x,this.face===Ye.TOP)s=tt-e,i>=fe&&i<=tt+fe?(l.value=xe.AREA_0,r=i-tt):i>tt+fe||i<=-(tt+fe)?(l.value=xe.AREA_1,r=i>0?i-qe:i+qe):i>-(tt+fe)&&i<=-fe?(l.value=xe.AREA_2,r=i+tt):(l.value=xe.AREA_3,r=i);else if(this.face===Ye.BOTTOM)s=tt+e,i>=fe&&i<=tt+fe?(l.value=xe.AREA_0,r=-i+tt):i<fe&&i>=-fe?(l.value=xe.AREA_1,r=-i):i<-fe&&i>=-(tt+fe)?(l.value=xe.AREA_2,r=-i-tt):(l.value=xe.AREA_3,r=i>0?-i+qe:-i-qe);else{var c,u,h,f,p,d,_;this.face===Ye.RIGHT?i=yo(i,+tt):this.face===Ye.BACK?i=yo(i,+qe):this.face===Ye.LEFT&&(i=yo(i,-tt)),f=Math.sin(e),p=Math.cos(e),d=Math.sin(i),_=Math.cos(i),c=p*_,u=p*d,h=f,this.face===Ye.FRONT?(s=Math.acos(c),r=Zu(s,h,u,l)):this.face===Ye.RIGHT?(s=Math.acos(u),r=Zu(s,h,-c,l)):this.face===Ye.BACK?(s=Math.acos(-c),r=Zu(s,h,-u,l)):this.face===Ye.LEFT?(s=Math.acos(-u),r=Zu(s,h,c,l)):(s=r=0,l.value=xe.AREA_0)}return o=Math.atan(12/qe*(r+Math.acos(Math.sin(r)*Math.cos(fe))-tt)),a=Math.sqrt((1-Math.cos(s))/(Math.cos(o)*Math.cos(o))/(1-Math.cos(Math.atan(1/Math.cos(r))))),l.value===xe.AREA_1?o+=tt:l.value===xe.AREA_2?o+=qe:l.value===xe.AREA_3&&(o+=1.5*qe),t.x=a*Math.cos(o),t.y=a*Math.sin(o),t.x=t.x*this.a+this.x0,t.y=t.y*this.a+this.y0,n.x=t.x,n.y=t.y,n}function P3(n){var t={lam:0,phi:0},e,i,r,s,a,o,l,c,u,h={value:0};if(n.x=(n.x-this.x0)/this.a,n.y=(n.y-this.y0)/this.a,i=Math.atan(Math.sqrt(n.x*n.x+n.y*n.y)),e=Math.atan2(n.y,n.x),n.x>=0&&n.x>=Math.abs(n.y)?h.value=xe.AREA_0:n.y>=0&&n.y>=Math.abs(n.x)?(h.value=xe.AREA_1,e-=tt):n.x<0&&-n.x>=Math.abs(n.y)?(h.value=xe.AREA_2,e=e<0?e+qe:e-qe):(h.value=xe.AREA_3,e+=tt),u=qe/12*Math.tan(e),a=Math.sin(u)/(Math.cos(u)-1/Math.sqrt(2)),o=Math.atan(a),r=Math.cos(e),s=Math.tan(i),l=1-r*r*s*s*(1-Math.cos(Math.atan(1/Math.cos(o)))),l<-1?l=-1:l>1&&(l=1),this.face===Ye.TOP)c=Math.acos(l),t.phi=tt-c,h.value===xe.AREA_0?t.lam=o+tt:h.value===xe.AREA_1?t.lam=o<0?o+qe:o-qe:h.value===xe.AREA_2?t.lam=o-tt:t.lam=o;else if(this.face===Ye.BOTTOM)c=Math.acos(l),t.phi=c-tt,h.value===xe.AREA_0?t.lam=-o+tt:h.value===xe.AREA_1?t.lam=-o:h.value===xe.AREA_2?t.lam=-o-tt:t.lam=o<0?-o-qe:-o+qe;else{var f,p,d;f=l,u=f*f,u>=1?d=0:d=Math.sqrt(1-u)*Math.sin(o),u+=d*d,u>=1?p=0:p=Math.sqrt(1-u),h.value===xe.AREA_1?(u=p,p=-d,d=u):h.value===xe.AREA_2?(p=-p,d=-d):h.value===xe.AREA_3&&(u=p,p=d,d=-u),this.face===Ye.RIGHT?(u=f,f=-p,p=u):this.face===Ye.BACK?(f=-f,p=-p):this.face===Ye.LEFT&&(u=f,f=p,p=-u),t.phi=Math.acos(-d)-tt,t.lam=Math.atan2(p,f),this.face===Ye.RIGHT?t.lam=yo(t.lam,-tt):this.face===Ye.BACK?t.lam=yo(t.lam,-qe):this.face===Ye.LEFT&&(t.lam=yo(t.lam,+tt))}if(this.es!==0){var _,g,m;_=t.phi<0?1:0,g=Math.tan(t.phi),m=this.b/Math.sqrt(g*g+this.one_minus_f_squared),t.phi=Math.atan(Math.sqrt(this.a*this.a-m*m)/(this.one_minus_f*m)),_&&(t.phi=-t.phi)}return t.lam+=this.long0,n.x=t.lam,n.y=t.phi,n}function Zu(n,t,e,i){var r;return n<ot?(i.value=xe.AREA_0,r=0):(r=Math.atan2(t,e),Math.abs(r)<=fe?i.value=xe.AREA_0:r>fe&&r<=tt+fe?(i.value=xe.AREA_1,r-=tt):r>tt+fe||r<=-(tt+fe)?(i.value=xe.AREA_2,r=r>=0?r-qe:r+qe):(i.value=xe.AREA_3,r+=tt)),r}function yo(n,t){var e=n+t;return e<-qe?e+=hs:e>+qe&&(e-=hs),e}var R3=["Quadrilateralized Spherical Cube","Quadrilateralized_Spherical_Cube","qsc"],Jy={init:A3,forward:C3,inverse:P3,names:R3};var lm=[[1,22199e-21,-715515e-10,31103e-10],[.9986,-482243e-9,-24897e-9,-13309e-10],[.9954,-83103e-8,-448605e-10,-986701e-12],[.99,-.00135364,-59661e-9,36777e-10],[.9822,-.00167442,-449547e-11,-572411e-11],[.973,-.00214868,-903571e-10,18736e-12],[.96,-.00305085,-900761e-10,164917e-11],[.9427,-.00382792,-653386e-10,-26154e-10],[.9216,-.00467746,-10457e-8,481243e-11],[.8962,-.00536223,-323831e-10,-543432e-11],[.8679,-.00609363,-113898e-9,332484e-11],[.835,-.00698325,-640253e-10,934959e-12],[.7986,-.00755338,-500009e-10,935324e-12],[.7597,-.00798324,-35971e-9,-227626e-11],[.7186,-.00851367,-701149e-10,-86303e-10],[.6732,-.00986209,-199569e-9,191974e-10],[.6213,-.010418,883923e-10,624051e-11],[.5722,-.00906601,182e-6,624051e-11],[.5322,-.00677797,275608e-9,624051e-11]],Bl=[[-520417e-23,.0124,121431e-23,-845284e-16],[.062,.0124,-126793e-14,422642e-15],[.124,.0124,507171e-14,-160604e-14],[.186,.0123999,-190189e-13,600152e-14],[.248,.0124002,710039e-13,-224e-10],[.31,.0123992,-264997e-12,835986e-13],[.372,.0124029,988983e-12,-311994e-12],[.434,.0123893,-369093e-11,-435621e-12],[.4958,.0123198,-102252e-10,-345523e-12],[.5571,.0121916,-154081e-10,-582288e-12],[.6176,.0119938,-241424e-10,-525327e-12],[.6769,.011713,-320223e-10,-516405e-12],[.7346,.0113541,-397684e-10,-609052e-12],[.7903,.0109107,-489042e-10,-104739e-11],[.8435,.0103431,-64615e-9,-140374e-14],[.8936,.00969686,-64636e-9,-8547e-9],[.9394,.00840947,-192841e-9,-42106e-10],[.9761,.00616527,-256e-6,-42106e-10],[1,.00328947,-319159e-9,-42106e-10]],Ky=.8487,Qy=1.3523,tx=mn/5,I3=1/tx,xo=18,$u=function(n,t){return n[0]+t*(n[1]+t*(n[2]+t*n[3]))},L3=function(n,t){return n[1]+t*(2*n[2]+t*3*n[3])};function D3(n,t,e,i){for(var r=t;i;--i){var s=n(r);if(r-=s,Math.abs(s)<e)break}return r}function O3(){this.x0=this.x0||0,this.y0=this.y0||0,this.long0=this.long0||0,this.es=0,this.title=this.title||"Robinson"}function N3(n){var t=st(n.x-this.long0,this.over),e=Math.abs(n.y),i=Math.floor(e*tx);i<0?i=0:i>=xo&&(i=xo-1),e=mn*(e-I3*i);var r={x:$u(lm[i],e)*t,y:$u(Bl[i],e)};return n.y<0&&(r.y=-r.y),r.x=r.x*this.a*Ky+this.x0,r.y=r.y*this.a*Qy+this.y0,n.z!==void 0&&(r.z=n.z),n.m!==void 0&&(r.m=n.m),r}function U3(n){var t={x:(n.x-this.x0)/(this.a*Ky),y:Math.abs(n.y-this.y0)/(this.a*Qy)};if(t.y>=1)t.x/=lm[xo][0],t.y=n.y<0?-tt:tt;else{var e=Math.floor(t.y*xo);for(e<0?e=0:e>=xo&&(e=xo-1);;)if(Bl[e][0]>t.y)--e;else if(Bl[e+1][0]<=t.y)++e;else break;var i=Bl[e],r=5*(t.y-i[0])/(Bl[e+1][0]-i[0]);r=D3(function(s){return($u(i,s)-t.y)/L3(i,s)},r,ot,100),t.x/=$u(lm[e],r),t.y=(5*e+r)*we,n.y<0&&(t.y=-t.y)}return t.x=st(t.x+this.long0,this.over),n.z!==void 0&&(t.z=n.z),n.m!==void 0&&(t.m=n.m),t}var F3=["Robinson","robin"],ex={init:O3,forward:N3,inverse:U3,names:F3};function B3(){this.name="geocent"}function G3(n){var t=zu(n,this.es,this.a);return t}function z3(n){var t=ku(n,this.es,this.a,this.b);return t}var k3=["Geocentric","geocentric","geocent","Geocent"],nx={init:B3,forward:G3,inverse:z3,names:k3};var Dn={N_POLE:0,S_POLE:1,EQUIT:2,OBLIQ:3},Gl={h:{def:1e5,num:!0},azi:{def:0,num:!0,degrees:!0},tilt:{def:0,num:!0,degrees:!0},long0:{def:0,num:!0},lat0:{def:0,num:!0}};function V3(){if(Object.keys(Gl).forEach(function(e){if(typeof this[e]>"u")this[e]=Gl[e].def;else{if(Gl[e].num&&isNaN(this[e]))throw new Error("Invalid parameter value, must be numeric "+e+" = "+this[e]);Gl[e].num&&(this[e]=parseFloat(this[e]))}Gl[e].degrees&&(this[e]=this[e]*we)}.bind(this)),Math.abs(Math.abs(this.lat0)-tt)<ot?this.mode=this.lat0<0?Dn.S_POLE:Dn.N_POLE:Math.abs(this.lat0)<ot?this.mode=Dn.EQUIT:(this.mode=Dn.OBLIQ,this.sinph0=Math.sin(this.lat0),this.cosph0=Math.cos(this.lat0)),this.pn1=this.h/this.a,this.pn1<=0||this.pn1>1e10)throw new Error("Invalid height");this.p=1+this.pn1,this.rp=1/this.p,this.h1=1/this.pn1,this.pfact=(this.p+1)*this.h1,this.es=0;var n=this.tilt,t=this.azi;this.cg=Math.cos(t),this.sg=Math.sin(t),this.cw=Math.cos(n),this.sw=Math.sin(n)}function H3(n){n.x-=this.long0;var t=Math.sin(n.y),e=Math.cos(n.y),i=Math.cos(n.x),r,s;switch(this.mode){case Dn.OBLIQ:s=this.sinph0*t+this.cosph0*e*i;break;case Dn.EQUIT:s=e*i;break;case Dn.S_POLE:s=-t;break;case Dn.N_POLE:s=t;break}switch(s=this.pn1/(this.p-s),r=s*e*Math.sin(n.x),this.mode){case Dn.OBLIQ:s*=this.cosph0*t-this.sinph0*e*i;break;case Dn.EQUIT:s*=t;break;case Dn.N_POLE:s*=-(e*i);break;case Dn.S_POLE:s*=e*i;break}var a,o;return a=s*this.cg+r*this.sg,o=1/(a*this.sw*this.h1+this.cw),r=(r*this.cg-s*this.sg)*this.cw*o,s=a*o,n.x=r*this.a,n.y=s*this.a,n}function W3(n){n.x/=this.a,n.y/=this.a;var t={x:n.x,y:n.y},e,i,r;r=1/(this.pn1-n.y*this.sw),e=this.pn1*n.x*r,i=this.pn1*n.y*this.cw*r,n.x=e*this.cg+i*this.sg,n.y=i*this.cg-e*this.sg;var s=an(n.x,n.y);if(Math.abs(s)<ot)t.x=0,t.y=n.y;else{var a,o;switch(o=1-s*s*this.pfact,o=(this.p-Math.sqrt(o))/(this.pn1/s+s/this.pn1),a=Math.sqrt(1-o*o),this.mode){case Dn.OBLIQ:t.y=Math.asin(a*this.sinph0+n.y*o*this.cosph0/s),n.y=(a-this.sinph0*Math.sin(t.y))*s,n.x*=o*this.cosph0;break;case Dn.EQUIT:t.y=Math.asin(n.y*o/s),n.y=a*s,n.x*=o;break;case Dn.N_POLE:t.y=Math.asin(a),n.y=-n.y;break;case Dn.S_POLE:t.y=-Math.asin(a);break}t.x=Math.atan2(n.x,n.y)}return n.x=t.x+this.long0,n.y=t.y,n}var X3=["Tilted_Perspective","tpers"],ix={init:V3,forward:H3,inverse:W3,names:X3};function q3(){if(this.flip_axis=this.sweep==="x"?1:0,this.h=Number(this.h),this.radius_g_1=this.h/this.a,this.radius_g_1<=0||this.radius_g_1>1e10)throw new Error;if(this.radius_g=1+this.radius_g_1,this.C=this.radius_g*this.radius_g-1,this.es!==0){var n=1-this.es,t=1/n;this.radius_p=Math.sqrt(n),this.radius_p2=n,this.radius_p_inv2=t,this.shape="ellipse"}else this.radius_p=1,this.radius_p2=1,this.radius_p_inv2=1,this.shape="sphere";this.title||(this.title="Geostationary Satellite View")}function Y3(n){var t=n.x,e=n.y,i,r,s,a;if(t=t-this.long0,this.shape==="ellipse"){e=Math.atan(this.radius_p2*Math.tan(e));var o=this.radius_p/an(this.radius_p*Math.cos(e),Math.sin(e));if(r=o*Math.cos(t)*Math.cos(e),s=o*Math.sin(t)*Math.cos(e),a=o*Math.sin(e),(this.radius_g-r)*r-s*s-a*a*this.radius_p_inv2<0)return n.x=Number.NaN,n.y=Number.NaN,n;i=this.radius_g-r,this.flip_axis?(n.x=this.radius_g_1*Math.atan(s/an(a,i)),n.y=this.radius_g_1*Math.atan(a/i)):(n.x=this.radius_g_1*Math.atan(s/i),n.y=this.radius_g_1*Math.atan(a/an(s,i)))}else this.shape==="sphere"&&(i=Math.cos(e),r=Math.cos(t)*i,s=Math.sin(t)*i,a=Math.sin(e),i=this.radius_g-r,this.flip_axis?(n.x=this.radius_g_1*Math.atan(s/an(a,i)),n.y=this.radius_g_1*Math.atan(a/i)):(n.x=this.radius_g_1*Math.atan(s/i),n.y=this.radius_g_1*Math.atan(a/an(s,i))));return n.x=n.x*this.a,n.y=n.y*this.a,n}function j3(n){var t=-1,e=0,i=0,r,s,a,o;if(n.x=n.x/this.a,n.y=n.y/this.a,this.shape==="ellipse"){this.flip_axis?(i=Math.tan(n.y/this.radius_g_1),e=Math.tan(n.x/this.radius_g_1)*an(1,i)):(e=Math.tan(n.x/this.radius_g_1),i=Math.tan(n.y/this.radius_g_1)*an(1,e));var l=i/this.radius_p;if(r=e*e+l*l+t*t,s=2*this.radius_g*t,a=s*s-4*r*this.C,a<0)return n.x=Number.NaN,n.y=Number.NaN,n;o=(-s-Math.sqrt(a))/(2*r),t=this.radius_g+o*t,e*=o,i*=o,n.x=Math.atan2(e,t),n.y=Math.atan(i*Math.cos(n.x)/t),n.y=Math.atan(this.radius_p_inv2*Math.tan(n.y))}else if(this.shape==="sphere"){if(this.flip_axis?(i=Math.tan(n.y/this.radius_g_1),e=Math.tan(n.x/this.radius_g_1)*Math.sqrt(1+i*i)):(e=Math.tan(n.x/this.radius_g_1),i=Math.tan(n.y/this.radius_g_1)*Math.sqrt(1+e*e)),r=e*e+i*i+t*t,s=2*this.radius_g*t,a=s*s-4*r*this.C,a<0)return n.x=Number.NaN,n.y=Number.NaN,n;o=(-s-Math.sqrt(a))/(2*r),t=this.radius_g+o*t,e*=o,i*=o,n.x=Math.atan2(e,t),n.y=Math.atan(i*Math.cos(n.x)/t)}return n.x=n.x+this.long0,n}var Z3=["Geostationary Satellite View","Geostationary_Satellite","geos"],rx={init:q3,forward:Y3,inverse:j3,names:Z3};var zl=1.340264,kl=-.081106,Vl=893e-6,Hl=.003796,Ju=Math.sqrt(3)/2;function $3(){this.long0=this.long0!==void 0?this.long0:0,this.x0=this.x0!==void 0?this.x0:0,this.y0=this.y0!==void 0?this.y0:0,this.es!==0&&(this.apa=Ul(this.es),this.qp=ni(this.e,1),this.rqda=Math.sqrt(.5*this.qp))}function J3(n){var t=st(n.x-this.long0,this.over),e=n.y,i=Math.sin(e);this.es!==0&&(i=ni(this.e,i)/this.qp);var r=Math.asin(Ju*i),s=r*r,a=s*s*s;return n.x=t*Math.cos(r)/(Ju*(zl+3*kl*s+a*(7*Vl+9*Hl*s))),n.y=r*(zl+kl*s+a*(Vl+Hl*s)),this.es!==0&&(n.x*=this.rqda,n.y*=this.rqda),n.x=this.a*n.x+this.x0,n.y=this.a*n.y+this.y0,n}function K3(n){n.x=(n.x-this.x0)/this.a,n.y=(n.y-this.y0)/this.a,this.es!==0&&(n.x/=this.rqda,n.y/=this.rqda);var t=1e-9,e=12,i=n.y,r,s,a,o,l,c;for(c=0;c<e&&(r=i*i,s=r*r*r,a=i*(zl+kl*r+s*(Vl+Hl*r))-n.y,o=zl+3*kl*r+s*(7*Vl+9*Hl*r),i-=l=a/o,!(Math.abs(l)<t));++c);return r=i*i,s=r*r*r,n.x=Ju*n.x*(zl+3*kl*r+s*(7*Vl+9*Hl*r))/Math.cos(i),n.y=Math.asin(Math.sin(i)/Ju),this.es!==0&&(n.y=Fl(n.y,this.apa)),n.x=st(n.x+this.long0,this.over),n}var Q3=["eqearth","Equal Earth","Equal_Earth"],sx={init:$3,forward:J3,inverse:K3,names:Q3};var Wl=1e-10;function tI(){var n;if(this.phi1=this.lat1,Math.abs(this.phi1)<Wl)throw new Error;this.es?(this.en=po(this.es),this.m1=Qi(this.phi1,this.am1=Math.sin(this.phi1),n=Math.cos(this.phi1),this.en),this.am1=n/(Math.sqrt(1-this.es*this.am1*this.am1)*this.am1),this.inverse=nI,this.forward=eI):(Math.abs(this.phi1)+Wl>=tt?this.cphi1=0:this.cphi1=1/Math.tan(this.phi1),this.inverse=rI,this.forward=iI)}function eI(n){var t=st(n.x-(this.long0||0),this.over),e=n.y,i,r,s;return i=this.am1+this.m1-Qi(e,r=Math.sin(e),s=Math.cos(e),this.en),r=s*t/(i*Math.sqrt(1-this.es*r*r)),n.x=i*Math.sin(r),n.y=this.am1-i*Math.cos(r),n.x=this.a*n.x+(this.x0||0),n.y=this.a*n.y+(this.y0||0),n}function nI(n){n.x=(n.x-(this.x0||0))/this.a,n.y=(n.y-(this.y0||0))/this.a;var t,e,i,r;if(e=an(n.x,n.y=this.am1-n.y),r=mo(this.am1+this.m1-e,this.es,this.en),(t=Math.abs(r))<tt)t=Math.sin(r),i=e*Math.atan2(n.x,n.y)*Math.sqrt(1-this.es*t*t)/Math.cos(r);else if(Math.abs(t-tt)<=Wl)i=0;else throw new Error;return n.x=st(i+(this.long0||0),this.over),n.y=ei(r),n}function iI(n){var t=st(n.x-(this.long0||0),this.over),e=n.y,i,r;return r=this.cphi1+this.phi1-e,Math.abs(r)>Wl?(n.x=r*Math.sin(i=t*Math.cos(e)/r),n.y=this.cphi1-r*Math.cos(i)):n.x=n.y=0,n.x=this.a*n.x+(this.x0||0),n.y=this.a*n.y+(this.y0||0),n}function rI(n){n.x=(n.x-(this.x0||0))/this.a,n.y=(n.y-(this.y0||0))/this.a;var t,e,i=an(n.x,n.y=this.cphi1-n.y);if(e=this.cphi1+this.phi1-i,Math.abs(e)>tt)throw new Error;return Math.abs(Math.abs(e)-tt)<=Wl?t=0:t=i*Math.atan2(n.x,n.y)/Math.cos(e),n.x=st(t+(this.long0||0),this.over),n.y=ei(e),n}var sI=["bonne","Bonne (Werner lat_1=90)"],ax={init:tI,names:sI};var ox={OBLIQUE:{forward:hI,inverse:fI},TRANSVERSE:{forward:uI,inverse:dI}},Ku={ROTATE:{o_alpha:"oAlpha",o_lon_c:"oLongC",o_lat_c:"oLatC"},NEW_POLE:{o_lat_p:"oLatP",o_lon_p:"oLongP"},NEW_EQUATOR:{o_lon_1:"oLong1",o_lat_1:"oLat1",o_lon_2:"oLong2",o_lat_2:"oLat2"}};function aI(){if(this.x0=this.x0||0,this.y0=this.y0||0,this.long0=this.long0||0,this.title=this.title||"General Oblique Transformation",this.isIdentity=Hp.includes(this.o_proj),!this.o_proj)throw new Error("Missing parameter: o_proj");if(this.o_proj==="ob_tran")throw new Error("Invalid value for o_proj: "+this.o_proj);let n=this.projStr.replace("+proj=ob_tran","").replace("+o_proj=","+proj=").trim(),t=Vi(n);if(!t)throw new Error("Invalid parameter: o_proj. Unknown projection "+this.o_proj);t.long0=0,this.obliqueProjection=t;let e,i=Object.keys(Ku),r=o=>{if(typeof this[o]>"u")return;let l=parseFloat(this[o])*we;if(isNaN(l))throw new Error("Invalid value for "+o+": "+this[o]);return l};for(let o=0;o<i.length;o++){let l=i[o],c=Ku[l],u=Object.entries(c);if(u.some(([f])=>typeof this[f]<"u")){e=c;for(let f=0;f<u.length;f++){let[p,d]=u[f],_=r(p);if(typeof _>"u")throw new Error("Missing parameter: "+p+".");this[d]=_}break}}if(!e)throw new Error("No valid parameters provided for ob_tran projection.");let{lamp:s,phip:a}=cI(this,e);this.lamp=s,Math.abs(a)>ot?(this.cphip=Math.cos(a),this.sphip=Math.sin(a),this.projectionType=ox.OBLIQUE):this.projectionType=ox.TRANSVERSE}function oI(n){return this.projectionType.forward(this,n)}function lI(n){return this.projectionType.inverse(this,n)}function cI(n,t){let e,i;if(t===Ku.ROTATE){let r=n.oLongC,s=n.oLatC,a=n.oAlpha;if(Math.abs(Math.abs(s)-tt)<=ot)throw new Error("Invalid value for o_lat_c: "+n.o_lat_c+" should be < 90°");i=r+Math.atan2(-1*Math.cos(a),-1*Math.sin(a)*Math.sin(s)),e=Math.asin(Math.cos(s)*Math.sin(a))}else if(t===Ku.NEW_POLE)i=n.oLongP,e=n.oLatP;else{let r=n.oLong1,s=n.oLat1,a=n.oLong2,o=n.oLat2,l=Math.abs(s);if(Math.abs(s)>tt-ot)throw new Error("Invalid value for o_lat_1: "+n.o_lat_1+" should be < 90°");if(Math.abs(o)>tt-ot)throw new Error("Invalid value for o_lat_2: "+n.o_lat_2+" should be < 90°");if(Math.abs(s-o)<ot)throw new Error("Invalid value for o_lat_1 and o_lat_2: o_lat_1 should be different from o_lat_2");if(l<ot)throw new Error("Invalid value for o_lat_1: o_lat_1 should be different from zero");i=Math.atan2(Math.cos(s)*Math.sin(o)*Math.cos(r)-Math.sin(s)*Math.cos(o)*Math.cos(a),Math.sin(s)*Math.cos(o)*Math.sin(a)-Math.cos(s)*Math.sin(o)*Math.sin(r)),e=Math.atan(-1*Math.cos(i-r)/Math.tan(s))}return{lamp:i,phip:e}}function hI(n,t){let{x:e,y:i}=t;e=st(e-n.long0,n.over);let r=Math.cos(e),s=Math.sin(i),a=Math.cos(i);t.x=st(Math.atan2(a*Math.sin(e),n.sphip*a*r+n.cphip*s)+n.lamp),t.y=Math.asin(n.sphip*s-n.cphip*a*r);let o=n.obliqueProjection.forward(t);return n.isIdentity&&(o.x*=mn,o.y*=mn),o}function uI(n,t){let{x:e,y:i}=t;e=st(e-n.long0,n.over);let r=Math.cos(i),s=Math.cos(e);t.x=st(Math.atan2(r*Math.sin(e),Math.sin(i))+n.lamp),t.y=Math.asin(-1*r*s);let a=n.obliqueProjection.forward(t);return n.isIdentity&&(a.x*=mn,a.y*=mn),a}function fI(n,t){n.isIdentity&&(t.x*=we,t.y*=we);let e=n.obliqueProjection.inverse(t),{x:i,y:r}=e;if(i<Number.MAX_VALUE){i-=n.lamp;let s=Math.cos(i),a=Math.sin(r),o=Math.cos(r);t.x=Math.atan2(o*Math.sin(i),n.sphip*o*s-n.cphip*a),t.y=Math.asin(n.sphip*a+n.cphip*o*s)}return t.x=st(t.x+n.long0),t}function dI(n,t){n.isIdentity&&(t.x*=we,t.y*=we);let e=n.obliqueProjection.inverse(t),{x:i,y:r}=e;if(i<Number.MAX_VALUE){let s=Math.cos(r);i-=n.lamp,t.x=Math.atan2(s*Math.sin(i),-1*Math.sin(r)),t.y=Math.asin(s*Math.cos(i))}return t.x=st(t.x+n.long0),t}var pI=["General Oblique Transformation","General_Oblique_Transformation","ob_tran"],lx={init:aI,forward:oI,inverse:lI,names:pI};function cx(n){n.Proj.projections.add(go),n.Proj.projections.add(_o),n.Proj.projections.add(wy),n.Proj.projections.add(Ey),n.Proj.projections.add(Ty),n.Proj.projections.add(Ay),n.Proj.projections.add(Cy),n.Proj.projections.add(Py),n.Proj.projections.add(Ry),n.Proj.projections.add(Iy),n.Proj.projections.add(Ly),n.Proj.projections.add(Dy),n.Proj.projections.add(Oy),n.Proj.projections.add(Uy),n.Proj.projections.add(Fy),n.Proj.projections.add(Gy),n.Proj.projections.add(zy),n.Proj.projections.add(ky),n.Proj.projections.add(Vy),n.Proj.projections.add(Hy),n.Proj.projections.add(Wy),n.Proj.projections.add(Xy),n.Proj.projections.add(qy),n.Proj.projections.add(Zy),n.Proj.projections.add($y),n.Proj.projections.add(Jy),n.Proj.projections.add(ex),n.Proj.projections.add(nx),n.Proj.projections.add(ix),n.Proj.projections.add(rx),n.Proj.projections.add(sx),n.Proj.projections.add(ax),n.Proj.projections.add(lx)}var hx=Object.assign(oy,{defaultDatum:"WGS84",Proj:Vi,WGS84:new Vi("WGS84"),Point:my,toPoint:ho,defs:oo,nadgrid:jp,transform:Zp,mgrs:fy,version:"__VERSION__"});cx(hx);var On=hx;var cm=class n{constructor(t,e){this._authority=t,this._code=e}static parse(t){let e=t.trim().split(":");if(e.length===2){let i=Number.parseInt(e[1]);return new n(e[0],i)}throw new Error("could not parse SRID")}get authority(){return this._authority}get code(){return this._code}toString(){return`${this._authority}:${this._code}`}isEpsg(t){return this._authority==="EPSG"&&this._code===t}tryGetEpsgCode(){return this._authority!=="EPSG"?null:this._code}},sa=cm;function ux(n){switch(n.name.toLowerCase()){case"deg":case"degree":case"degrees":return"°";case"rad":case"radian":case"radians":return"rad";case"m":case"meter":case"metre":case"meters":case"metres":return"m";case"ft":case"foot":case"feet":case"us-ft":case"us survey feet":case"us survey foot":return"ft";default:return""}}var Vn=class n{type="linear";constructor(t,e){this.name=t,this.metersPerUnit=e}getSymbol(){return ux(this)}static meters=new n("meters",1);static feet=new n("feet",.3048);static usSurveyFeet=new n("US Survey feet",.304800609601219);equals(t){return t.metersPerUnit===this.metersPerUnit}static isLinearUnit(t){return t?t.type==="linear":!1}},Lr=class n{type="angular";constructor(t,e){this.name=t,this.degreesPerUnit=e}getSymbol(){return ux(this)}static degrees=new n("degrees",1);static radians=new n("radians",57.29578);equals(t){return t.degreesPerUnit===this.degreesPerUnit}static isAngularUnit(t){return t?t.type==="angular":!1}};function fx(n){switch(n.trim().toLowerCase()){case"deg":case"degree":case"degrees":return Lr.degrees;case"rad":case"radian":case"radians":return Lr.radians;case"m":case"meter":case"meters":case"metre":case"metres":return Vn.meters;case"ft":case"feet":case"foot":return Vn.feet;case"us-ft":case"us survey feet":case"us survey foot":case"foot (us survey)":return Vn.usSurveyFeet;default:return}}function px(n){return new Vn(n.name,n.convert)}function hm(n){let[t,e]=Object.entries(n)[0];return new sa(t,Number.parseInt(e))}function um(n){return"name"in n&&typeof n.name=="string"?n.name:"<unknown>"}function dx(n){let t=um(n),e=px(n.UNIT);if(n.AUTHORITY){let i=hm(n.AUTHORITY);return{name:t,srid:i,unit:e}}return{name:t,unit:e}}var fm=class n{static epsg3857=new n({name:"WGS 84 / Pseudo-Mercator",srid:new sa("EPSG",3857),horizontal:{unit:Vn.meters},vertical:{unit:Vn.meters}});static epsg4326=new n({name:"WGS 84",srid:new sa("EPSG",4326),horizontal:{unit:Lr.degrees},vertical:{unit:Vn.meters}});static epsg4978=new n({name:"WGS 84",srid:new sa("EPSG",4978),horizontal:{unit:Vn.meters},vertical:{unit:Vn.meters}});static epsg4979=new n({name:"WGS 84",srid:new sa("EPSG",4979),horizontal:{unit:Lr.degrees},vertical:{unit:Vn.meters}});static equirectangular=new n({name:"equirectangular",horizontal:{unit:Lr.degrees}});static unknown=new n({name:"unknown"});static _registry=new Map([["EPSG:3857",n.epsg3857],["EPSG:4326",n.epsg4326],["EPSG:4978",n.epsg4978],["EPSG:4979",n.epsg4979],["equirectangular",n.equirectangular],["unknown",n.unknown]]);static register(t,e,i){if(this._registry.has(t))return this._registry.get(t);try{this.registerCRSWithProjAndOpenLayers(t,e)}catch(s){if(i?.throwIfFailedToRegisterWithProj===!0)throw s;console.warn(s)}let r=n.fromWkt(e,{id:t});return this._registry.set(t,r),r}static clearRegistry(){this._registry.clear(),this._registry.set("EPSG:3857",n.epsg3857),this._registry.set("EPSG:4326",n.epsg4326),this._registry.set("EPSG:4978",n.epsg4978),this._registry.set("EPSG:4979",n.epsg4979),this._registry.set("equirectangular",n.equirectangular),this._registry.set("unknown",n.unknown)}static registerCRSWithProjAndOpenLayers(t,e){if(!t||t==="")throw new Error("missing CRS name");if(!e||e==="")throw new Error("missing CRS PROJ string");try{On.defs(t,e)}catch(i){let r="";throw i instanceof Error&&(r=": "+i.message),new Error(`failed to register PROJ definition for ${t}${r}`)}try{Du(On)}catch(i){let r="";throw i instanceof Error&&(r=": "+i.message),new Error(`failed to register PROJ definitions in OpenLayers${r}`)}}static get(t){let e=this._registry.get(t);if(e)return e;throw new Error(`coordinate system not found: ${t}`)}static fromWkt(t,e){try{let i;try{i=us(t)}catch{i=Fu(t)}if("ID"in i)return new n({id:e?.id,name:um(i),srid:hm(i.ID),definition:t});if("PROJCS"in i){let r=dx(i.PROJCS),s={id:e?.id,name:r.name,srid:r.srid,definition:t,horizontal:{unit:r.unit}};return"VERT_CS"in i&&(s.vertical={unit:px(i.VERT_CS.UNIT)}),new n(s)}else if("type"in i&&i.type==="PROJCS"){let r=dx(i);return new n({id:e?.id,name:r.name,srid:r.srid,definition:t,horizontal:{unit:r.unit}})}else{let r,s;return"AUTHORITY"in i&&typeof i.AUTHORITY=="object"&&i.AUTHORITY&&(r=hm(i.AUTHORITY)),"title"in i&&typeof i.title=="string"&&(r=sa.parse(i.title)),"units"in i&&typeof i.units=="string"&&(s=fx(i.units)),new n({id:e?.id,name:um(i),srid:r,horizontal:s!=null?{unit:s}:void 0})}}catch(i){throw console.error(`Failed to parse wkt "${t}".`),i}}get id(){return typeof this._customId<"u"?this._customId:typeof this.srid<"u"?this.srid.toString():this.name}constructor(t){this.name=t.name,this.srid=t.srid,this._customId=t.id,typeof t.horizontal<"u"&&(this.horizontal=t.horizontal),typeof t.vertical<"u"&&(this.vertical=t.vertical),typeof t.definition<"u"&&(this.definition=t.definition)}isGeographic(){let t=this.horizontal?.unit;return!!Lr.isAngularUnit(t)}get metersPerHorizontalUnit(){let t=this.horizontal?.unit;return Vn.isLinearUnit(t)?t.metersPerUnit:1}get metersPerVerticalUnit(){let t=this.vertical?.unit;return Vn.isLinearUnit(t)?t.metersPerUnit:this.metersPerHorizontalUnit}isEpsg(t){return typeof this.srid<"u"?this.srid.isEpsg(t):!1}isEquirectangular(){return this.name==="equirectangular"}isUnknown(){return this.name==="unknown"&&typeof this.definition>"u"}equals(t){return this.id===t.id}},Hn=fm;var mI=(n,t)=>On(n.id,t.id),gI=new Ks;function Qu(n,t){return gI.getOrCreate(n,t,mI)}On.defs("EPSG:4978","+proj=geocent +datum=WGS84 +units=m +no_defs +type=crs");On.defs("EPSG:4979","+proj=longlat +datum=WGS84 +no_defs +type=crs");On.defs("equirectangular","+proj=longlat +datum=WGS84 +no_defs +type=crs");Du(On);function mx(n){let{degrees:t,minutes:e,seconds:i}=n;return t+(e??0)/60+(i??0)/3600}function aa(n){if(!n.isGeographic())throw new Error("This operation is only permitted on geographic coordinates.")}function dm(n){if(n.isGeographic())throw new Error("This operation is only permitted on non-geographic coordinates.")}var pm=class n{isCoordinates=!0;constructor(t,e,i,r){this._values=new Float64Array(3),this.crs=t,this.set(t,e,i,r)}get values(){return this._values}set(t,e,i,r){if(this.crs=t,typeof e=="object"){let s=e;this._values[0]=s.x,this._values[1]=s.y,this._values[2]="z"in s?s.z:0}else this._values[0]=e,this._values[1]=i??0,this._values[2]=r??0;return this}clone(t){let e;return t?(t.set(this.crs,this.x,this.y,this.z),e=t):e=new n(this.crs,this._values[0],this._values[1],this._values[2]),e}copy(t){let e=t._values;return this.set(t.crs,e[0],e[1],e[2]),this}get longitude(){return aa(this.crs),this._values[0]}get latitude(){return aa(this.crs),this._values[1]}get altitude(){return aa(this.crs),this._values[2]}setAltitude(t){aa(this.crs),this._values[2]=t}withLongitude(t){return aa(this.crs),typeof t=="number"?this._values[0]=t:this._values[0]=mx(t),this}withLatitude(t){return aa(this.crs),typeof t=="number"?this._values[1]=t:this._values[1]=mx(t),this}withCRS(t){return this.crs=t,this}withAltitude(t){return aa(this.crs),this._values[2]=t,this}get x(){return dm(this.crs),this._values[0]}get y(){return dm(this.crs),this._values[1]}get z(){return dm(this.crs),this._values[2]}toVector3(t){let e=t||new O;return e.fromArray(this._values),e}toVector2(t){let e=t||new vt;return e.fromArray(this._values),e}as(t,e){return this.convert(t,e)}convert(t,e){if(e=e||new n(t,0,0,0),t.id===this.crs.id)return e.copy(this);if(this.crs.id in On.defs&&t.id in On.defs){let i=this._values[0],r=this._values[1],s=this._values[2],a=this.crs,o=Qu(a,t).forward([i,r,s]);return e.set(t,o[0],o[1],o[2]??0)}throw new Error(`Cannot convert from crs ${this.crs.id} to ${t.id}`)}isGeographic(){return this.crs.isGeographic()}static WGS84(t,e,i){return new n(Hn.epsg4326,0,0).withLatitude(t).withLongitude(e).withAltitude(i??0)}};var yi=pm;var _I=new yi(Hn.epsg4326,0,0),vI=new vt,yI=new O,xI=new O,mm=new Rn,tf=new re,gm=new Ri,MI=new O,bI=new O,SI=new O(0,0,0),wI=new O,_m,EI=new O(0,0,1),vm=class n{get semiMajorAxis(){return this._semiMajor}get semiMinorAxis(){return this._semiMinor}get flattening(){return this._flattening}get equatorialCircumference(){return this._equatorialCircumference}get eccentricity(){return this._eccentricity}get compressionFactor(){return this._semiMinor/this._semiMajor}constructor(t){this._semiMajor=t.semiMajorAxis,this._semiMinor=t.semiMinorAxis;let e=(this._semiMajor-this._semiMinor)/this._semiMajor;this._sqEccentricity=Math.sqrt(1-this._semiMinor**2/this._semiMajor**2),this._eccentricity=Math.sqrt(2*e-e*e),this._flattening=e;let i=this._semiMajor,r=(1/i)**2,s=this._semiMinor;this._radii=new O(i,i,s),this._invRadiiSquared=new O(r,r,(1/s)**2),this._equatorialCircumference=Math.PI*2*this._semiMajor}static get WGS84(){return _m==null&&(_m=new n({semiMajorAxis:6378137,semiMinorAxis:6356752314245e-6})),_m}static sphere(t){return new n({semiMinorAxis:t,semiMajorAxis:t})}scale(t){return new n({semiMajorAxis:this.semiMajorAxis*t,semiMinorAxis:this.semiMinorAxis*t})}grow(t){return new n({semiMajorAxis:this.semiMajorAxis+t,semiMinorAxis:this.semiMinorAxis+t})}toCartesian(t,e,i,r){r=r??new O;let s=Math.cos(t*oe.DEG2RAD),a=Math.sin(t*oe.DEG2RAD),o=Math.cos(e*oe.DEG2RAD),l=Math.sin(e*oe.DEG2RAD),c=this._semiMajor/Math.sqrt(1-this._eccentricity*this._eccentricity*a*a),u=(c*(1-this._eccentricity*this._eccentricity)+i)*a;return r.set((c+i)*s*o,(c+i)*s*l,u),r}getEastNorthUpMatrix(t,e,i){let r=this.toCartesian(t,e,0,yI);return this.getEastNorthUpMatrixFromCartesian(r,i)}getEastNorthUpMatrixFromCartesian(t,e){let r=this.getNormalFromCartesian(t,xI),s=MI.crossVectors(EI,r).normalize(),a=bI.crossVectors(r,s).normalize(),o=e??new re;return o.set(s.x,s.y,s.z,0,a.x,a.y,a.z,0,r.x,r.y,r.z,0,0,0,0,1).transpose(),o}intersectRay(t,e){return tf.makeScale(this._radii.x,this._radii.y,this._radii.z).invert(),mm.center.set(0,0,0),mm.radius=1,e=e??new O,gm.copy(t).applyMatrix4(tf),gm.intersectSphere(mm,e)?(tf.makeScale(this._radii.x,this._radii.y,this._radii.z),e.applyMatrix4(tf),e):null}getNormal(t,e,i){return this.toCartesian(t,e,0,i).multiply(this._invRadiiSquared).normalize()}getNormalFromCartesian(t,e){return e=e??new O,e.copy(t).multiply(this._invRadiiSquared).normalize()}toGeodetic(t,e,i,r){r=r??new yi(Hn.epsg4979,0,0,0);let s=Math.atan2(e,t),a=Math.sqrt(t**2+e**2),o=Math.atan2(i*this._semiMajor,a*this._semiMinor),l=Math.atan2(i+this._eccentricity**2*this._semiMinor*Math.sin(o)**3,a-this._sqEccentricity**2*this._semiMajor*Math.cos(o)**3),c=this._semiMajor/Math.sqrt(1-this._sqEccentricity**2*Math.sin(l)**2),u=a/Math.cos(l)-c,h=oe.radToDeg(l),f=oe.radToDeg(s);if(Math.abs(Math.abs(h)-90)<1e-7){let p=this._semiMinor;u=Math.abs(i)-p}return r.set(Hn.epsg4979,f,h,u),r}getParallelArcLength(t,e){let i=this._semiMajor*Math.cos(t*oe.DEG2RAD),r=2*Math.PI*i;return e/360*r}getMeridianArcLength(t,e){return Math.abs(t-e)/360*this._equatorialCircumference}getExtentDimensions(t,e){if(!t.crs.isEpsg(4326))throw new Error("not a WGS 84 extent (EPSG:4326)");let i=t.center(_I),r=t.dimensions(vI),s=this.getParallelArcLength(i.latitude,r.width),a=this.getMeridianArcLength(t.north,t.south);return e=e??new vt,e.set(s,a),e}getOpticalHorizon(t,e){e=e??SI;let i=gm.set(t,e.clone().sub(t)),r=this.intersectRay(i,wI);if(r==null)return null;let s=t.distanceTo(r);return Math.sqrt(s*(2*this.semiMajorAxis+s))}isHorizonVisible(t,e,i=1){let r=this._semiMajor*i,s=this._semiMajor*i,a=this._semiMinor*i,o=t.x/r,l=t.y/s,c=t.z/a,u=o*o+l*l+c*c-1,h=e.x/r,f=e.y/s,p=e.z/a,d=h-o,_=f-l,g=p-c,m=-(d*o+_*l+g*c);return!(m>u&&m*m/(d*d+_*_+g*g)>u)}},gx=vm;function _x(n){return n?.hasDefaultPointOfView===!0}function vx(n){return n!=null&&typeof n=="object"?"origin"in n&&lp(n.origin)&&"target"in n&&lp(n.target)&&"orthographicZoom"in n&&typeof n.orthographicZoom=="number":!1}var TI=new O(0,0,0),_n={vec3:new O,frustum:new Jr,matrix:new re,obbMatrix:new re,box3:new Ze,up:new O,sphere:new Rn},Hi=[new O,new O,new O,new O,new O,new O,new O,new O],yx=new re,xx=2,Mx=2e9;function AI(n,t){let e=n.fov/2,i=oe.degToRad(e);return t/Math.tan(i)}function CI(n,t){let e=n.right-n.left,i=n.top-n.bottom;return Math.max(e,i)/(t*2)/2}var ym=class extends Pe{_maxFar=Mx;_minNear=xx;_controls=null;_onControlsUpdated=()=>this.dispatchEvent({type:"change"});_frustum=new Jr;get width(){return this._width}get height(){return this._height}get camera(){return this._camera}set camera(t){if(t!=null)this._camera=t;else throw new Error("a camera is required")}constructor(t){super();let{width:e,height:i,crs:r}=t;this._coordinateSystem=r,this._camera=t.camera??new Pn(30,e/i),this._camera.near=xx,this._camera.far=Mx,this._camera.updateProjectionMatrix(),this._viewMatrix=new re,this._width=e,this._height=i,this._preSSE=1/0}get crs(){return this._coordinateSystem}get preSSE(){return this._preSSE}set preSSE(t){this._preSSE=t}get viewMatrix(){return this._viewMatrix}get near(){return this.camera.near}get frustum(){return this._frustum}set near(t){if(!Number.isFinite(t)||t<0){console.warn(`Invalid near plane distance: ${t}`);return}this.camera.near=oe.clamp(t,this.minNearPlane,this.maxFarPlane)}get far(){return this.camera.far}set far(t){if(!Number.isFinite(t)||t<0){console.warn(`Invalid far plane distance: ${t}`);return}this.camera.far=oe.clamp(t,this.minNearPlane,this.maxFarPlane)}get maxFarPlane(){return this._maxFar}set maxFarPlane(t){this._maxFar=t,this.camera.far=Math.min(this.camera.far,t)}get minNearPlane(){return this._minNear}set minNearPlane(t){this._minNear=t,this.camera.near=Math.max(this.camera.near,t)}get controls(){return this._controls}setControls(t){t!=null?t.addEventListener("change",this._onControlsUpdated):this._controls?.removeEventListener("change",this._onControlsUpdated),this._controls=t}resetPlanes(){this.near=this.minNearPlane,this.far=this.maxFarPlane}update(){this._controls?.update(),this.camera.updateMatrixWorld(),this.camera.updateProjectionMatrix(),this._viewMatrix.multiplyMatrices(this.camera.projectionMatrix,this.camera.matrixWorldInverse),this._frustum.setFromProjectionMatrix(this._viewMatrix)}setSize(t,e){if(t!=null&&e!=null){this._width=t,this._height=e;let i=t/e;if(Zs(this.camera))this.camera.aspect!==i&&(this.camera.aspect=i);else if(Sr(this.camera)){let r=this.camera,a=(r.right-r.left)/i;r.top=a/2,r.bottom=-a/2}}this.camera.updateProjectionMatrix()}position(t){return new yi(this.crs,this.camera.position).as(t??this.crs)}isOBBVisible(t){let e=_n.box3.setFromCenterAndSize(TI,t.getSize(_n.vec3)),i=_n.obbMatrix.setFromMatrix3(t.rotation).setPosition(t.center),r=_n.matrix.multiplyMatrices(this._viewMatrix,i);return _n.frustum.setFromProjectionMatrix(r),_n.frustum.intersectsBox(e)}isBox3Visible(t,e){return e&&!e.equals(yx)?(_n.matrix.multiplyMatrices(this._viewMatrix,e),_n.frustum.setFromProjectionMatrix(_n.matrix),_n.frustum.intersectsBox(t)):this._frustum.intersectsBox(t)}isSphereVisible(t,e){return e&&!e.equals(yx)?(_n.matrix.multiplyMatrices(this._viewMatrix,e),_n.frustum.setFromProjectionMatrix(_n.matrix),_n.frustum.intersectsSphere(t)):this._frustum.intersectsSphere(t)}box3SizeOnScreen(t,e){let i=this.projectBox3PointsInCameraSpace(t,e);if(!i)return _n.box3.makeEmpty();for(let r=0;r<8;r++)i[r].applyMatrix4(this.camera.projectionMatrix);return _n.box3.setFromPoints(i)}getUpVector(t,e){return this._coordinateSystem.isEpsg(4978)?gx.WGS84.getNormalFromCartesian(t,e):(e=e??new O,e.copy(un.DEFAULT_UP))}getDefaultPointOfView(t,e){if(t==null)return null;let r=(A_(t)?t:new Ze().setFromObject(t)).getBoundingSphere(_n.sphere),s=r.center,a=e?.camera??this.camera,o=this.getUpVector(s,_n.up),l=r.radius*1.2,c=0,u=1;if(Zs(a))c=AI(a,l);else if(Sr(a))u=CI(a,l),c=l*4;else return null;let f={origin:s.clone().addScaledVector(o,c),target:s,orthographicZoom:u};return Object.freeze(f),f}applyPointOfView(t,e){if(t!=null){e&&this.camera.position.copy(t.origin);let i=t.target;this.camera.position.x===t.target.x&&this.camera.position.y===t.target.y&&(i=t.target.clone().setY(t.target.y+-.001)),this.camera.lookAt(i),Sr(this.camera)&&(this.camera.zoom=t.orthographicZoom),this.camera.updateMatrixWorld(!0)}this.dispatchEvent({type:"change"})}goTo(t,e){if(t==null)return null;let i=null;return vx(t)?i={...t}:_x(t)?i=t.getDefaultPointOfView({camera:this.camera}):i=this.getDefaultPointOfView(t),i!=null&&this.applyPointOfView(i,e?.allowTranslation??!0),Object.freeze(i)}projectBox3PointsInCameraSpace(t,e){if(!("near"in this.camera))return;let i=this.camera.matrixWorldInverse;e&&(i=_n.matrix.multiplyMatrices(this.camera.matrixWorldInverse,e)),Hi[0].set(t.min.x,t.min.y,t.min.z).applyMatrix4(i),Hi[1].set(t.min.x,t.min.y,t.max.z).applyMatrix4(i),Hi[2].set(t.min.x,t.max.y,t.min.z).applyMatrix4(i),Hi[3].set(t.min.x,t.max.y,t.max.z).applyMatrix4(i),Hi[4].set(t.max.x,t.min.y,t.min.z).applyMatrix4(i),Hi[5].set(t.max.x,t.min.y,t.max.z).applyMatrix4(i),Hi[6].set(t.max.x,t.max.y,t.min.z).applyMatrix4(i),Hi[7].set(t.max.x,t.max.y,t.max.z).applyMatrix4(i);let r=!1;for(let s=0;s<8;s++)Hi[s].z<=-this.camera.near?r=!0:Hi[s].z=-this.camera.near;return r?Hi:void 0}dispose(){this.setControls(null)}},bx=ym;var Mo=typeof performance=="object"&&performance&&typeof performance.now=="function"?performance:Date,wx=new Set,xm=typeof process=="object"&&process?process:{},Ex=(n,t,e,i)=>{typeof xm.emitWarning=="function"?xm.emitWarning(n,t,e,i):console.error(`[${e}] ${t}: ${n}`)},ef=globalThis.AbortController,Sx=globalThis.AbortSignal;if(typeof ef>"u"){Sx=class{onabort;_onabort=[];reason;aborted=!1;addEventListener(i,r){this._onabort.push(r)}},ef=class{constructor(){t()}signal=new Sx;abort(i){if(!this.signal.aborted){this.signal.reason=i,this.signal.aborted=!0;for(let r of this.signal._onabort)r(i);this.signal.onabort?.(i)}}};let n=xm.env?.LRU_CACHE_IGNORE_AC_WARNING!=="1",t=()=>{n&&(n=!1,Ex("AbortController is not defined. If using lru-cache in node 14, load an AbortController polyfill from the `node-abort-controller` package. A minimal polyfill is provided for use by LRUCache.fetch(), but it should not be relied upon in other contexts (eg, passing it to other APIs that use AbortController/AbortSignal might have undesirable effects). You may disable this with LRU_CACHE_IGNORE_AC_WARNING=1 in the env.","NO_ABORT_CONTROLLER","ENOTSUP",t))}}var PI=n=>!wx.has(n);var ds=n=>n&&n===Math.floor(n)&&n>0&&isFinite(n),Tx=n=>ds(n)?n<=Math.pow(2,8)?Uint8Array:n<=Math.pow(2,16)?Uint16Array:n<=Math.pow(2,32)?Uint32Array:n<=Number.MAX_SAFE_INTEGER?bo:null:null,bo=class extends Array{constructor(t){super(t),this.fill(0)}},Mm=class n{heap;length;static#l=!1;static create(t){let e=Tx(t);if(!e)return[];n.#l=!0;let i=new n(t,e);return n.#l=!1,i}constructor(t,e){if(!n.#l)throw new TypeError("instantiate Stack using Stack.create(n)");this.heap=new e(t),this.length=0}push(t){this.heap[this.length++]=t}pop(){return this.heap[--this.length]}},nf=class n{#l;#u;#m;#g;#R;#I;ttl;ttlResolution;ttlAutopurge;updateAgeOnGet;updateAgeOnHas;allowStale;noDisposeOnSet;noUpdateTTL;maxEntrySize;sizeCalculation;noDeleteOnFetchRejection;noDeleteOnStaleGet;allowStaleOnFetchAbort;allowStaleOnFetchRejection;ignoreFetchAbort;#r;#_;#i;#n;#t;#c;#f;#o;#s;#v;#a;#y;#x;#d;#M;#T;#h;static unsafeExposeInternals(t){return{starts:t.#x,ttls:t.#d,sizes:t.#y,keyMap:t.#i,keyList:t.#n,valList:t.#t,next:t.#c,prev:t.#f,get head(){return t.#o},get tail(){return t.#s},free:t.#v,isBackgroundFetch:e=>t.#e(e),backgroundFetch:(e,i,r,s)=>t.#O(e,i,r,s),moveToTail:e=>t.#P(e),indexes:e=>t.#b(e),rindexes:e=>t.#S(e),isStale:e=>t.#p(e)}}get max(){return this.#l}get maxSize(){return this.#u}get calculatedSize(){return this.#_}get size(){return this.#r}get fetchMethod(){return this.#R}get memoMethod(){return this.#I}get dispose(){return this.#m}get disposeAfter(){return this.#g}constructor(t){let{max:e=0,ttl:i,ttlResolution:r=1,ttlAutopurge:s,updateAgeOnGet:a,updateAgeOnHas:o,allowStale:l,dispose:c,disposeAfter:u,noDisposeOnSet:h,noUpdateTTL:f,maxSize:p=0,maxEntrySize:d=0,sizeCalculation:_,fetchMethod:g,memoMethod:m,noDeleteOnFetchRejection:w,noDeleteOnStaleGet:A,allowStaleOnFetchRejection:b,allowStaleOnFetchAbort:P,ignoreFetchAbort:I}=t;if(e!==0&&!ds(e))throw new TypeError("max option must be a nonnegative integer");let D=e?Tx(e):Array;if(!D)throw new Error("invalid max value: "+e);if(this.#l=e,this.#u=p,this.maxEntrySize=d||this.#u,this.sizeCalculation=_,this.sizeCalculation){if(!this.#u&&!this.maxEntrySize)throw new TypeError("cannot set sizeCalculation without setting maxSize or maxEntrySize");if(typeof this.sizeCalculation!="function")throw new TypeError("sizeCalculation set to non-function")}if(m!==void 0&&typeof m!="function")throw new TypeError("memoMethod must be a function if defined");if(this.#I=m,g!==void 0&&typeof g!="function")throw new TypeError("fetchMethod must be a function if specified");if(this.#R=g,this.#T=!!g,this.#i=new Map,this.#n=new Array(e).fill(void 0),this.#t=new Array(e).fill(void 0),this.#c=new D(e),this.#f=new D(e),this.#o=0,this.#s=0,this.#v=Mm.create(e),this.#r=0,this.#_=0,typeof c=="function"&&(this.#m=c),typeof u=="function"?(this.#g=u,this.#a=[]):(this.#g=void 0,this.#a=void 0),this.#M=!!this.#m,this.#h=!!this.#g,this.noDisposeOnSet=!!h,this.noUpdateTTL=!!f,this.noDeleteOnFetchRejection=!!w,this.allowStaleOnFetchRejection=!!b,this.allowStaleOnFetchAbort=!!P,this.ignoreFetchAbort=!!I,this.maxEntrySize!==0){if(this.#u!==0&&!ds(this.#u))throw new TypeError("maxSize must be a positive integer if specified");if(!ds(this.maxEntrySize))throw new TypeError("maxEntrySize must be a positive integer if specified");this.#k()}if(this.allowStale=!!l,this.noDeleteOnStaleGet=!!A,this.updateAgeOnGet=!!a,this.updateAgeOnHas=!!o,this.ttlResolution=ds(r)||r===0?r:1,this.ttlAutopurge=!!s,this.ttl=i||0,this.ttl){if(!ds(this.ttl))throw new TypeError("ttl must be a positive integer if specified");this.#N()}if(this.#l===0&&this.ttl===0&&this.#u===0)throw new TypeError("At least one of max, maxSize, or ttl is required");if(!this.ttlAutopurge&&!this.#l&&!this.#u){let B="LRU_CACHE_UNBOUNDED";PI(B)&&(wx.add(B),Ex("TTL caching without ttlAutopurge, max, or maxSize can result in unbounded memory consumption.","UnboundedCacheWarning",B,n))}}getRemainingTTL(t){return this.#i.has(t)?1/0:0}#N(){let t=new bo(this.#l),e=new bo(this.#l);this.#d=t,this.#x=e,this.#U=(s,a,o=Mo.now())=>{if(e[s]=a!==0?o:0,t[s]=a,a!==0&&this.ttlAutopurge){let l=setTimeout(()=>{this.#p(s)&&this.#w(this.#n[s],"expire")},a+1);l.unref&&l.unref()}},this.#A=s=>{e[s]=t[s]!==0?Mo.now():0},this.#E=(s,a)=>{if(t[a]){let o=t[a],l=e[a];if(!o||!l)return;s.ttl=o,s.start=l,s.now=i||r();let c=s.now-l;s.remainingTTL=o-c}};let i=0,r=()=>{let s=Mo.now();if(this.ttlResolution>0){i=s;let a=setTimeout(()=>i=0,this.ttlResolution);a.unref&&a.unref()}return s};this.getRemainingTTL=s=>{let a=this.#i.get(s);if(a===void 0)return 0;let o=t[a],l=e[a];if(!o||!l)return 1/0;let c=(i||r())-l;return o-c},this.#p=s=>{let a=e[s],o=t[s];return!!o&&!!a&&(i||r())-a>o}}#A=()=>{};#E=()=>{};#U=()=>{};#p=()=>!1;#k(){let t=new bo(this.#l);this.#_=0,this.#y=t,this.#C=e=>{this.#_-=t[e],t[e]=0},this.#F=(e,i,r,s)=>{if(this.#e(i))return 0;if(!ds(r))if(s){if(typeof s!="function")throw new TypeError("sizeCalculation must be a function");if(r=s(i,e),!ds(r))throw new TypeError("sizeCalculation return invalid (expect positive integer)")}else throw new TypeError("invalid size value (must be positive integer). When maxSize or maxEntrySize is used, sizeCalculation or size must be set.");return r},this.#L=(e,i,r)=>{if(t[e]=i,this.#u){let s=this.#u-t[e];for(;this.#_>s;)this.#D(!0)}this.#_+=t[e],r&&(r.entrySize=i,r.totalCalculatedSize=this.#_)}}#C=t=>{};#L=(t,e,i)=>{};#F=(t,e,i,r)=>{if(i||r)throw new TypeError("cannot set size without setting maxSize or maxEntrySize on cache");return 0};*#b({allowStale:t=this.allowStale}={}){if(this.#r)for(let e=this.#s;!(!this.#B(e)||((t||!this.#p(e))&&(yield e),e===this.#o));)e=this.#f[e]}*#S({allowStale:t=this.allowStale}={}){if(this.#r)for(let e=this.#o;!(!this.#B(e)||((t||!this.#p(e))&&(yield e),e===this.#s));)e=this.#c[e]}#B(t){return t!==void 0&&this.#i.get(this.#n[t])===t}*entries(){for(let t of this.#b())this.#t[t]!==void 0&&this.#n[t]!==void 0&&!this.#e(this.#t[t])&&(yield[this.#n[t],this.#t[t]])}*rentries(){for(let t of this.#S())this.#t[t]!==void 0&&this.#n[t]!==void 0&&!this.#e(this.#t[t])&&(yield[this.#n[t],this.#t[t]])}*keys(){for(let t of this.#b()){let e=this.#n[t];e!==void 0&&!this.#e(this.#t[t])&&(yield e)}}*rkeys(){for(let t of this.#S()){let e=this.#n[t];e!==void 0&&!this.#e(this.#t[t])&&(yield e)}}*values(){for(let t of this.#b())this.#t[t]!==void 0&&!this.#e(this.#t[t])&&(yield this.#t[t])}*rvalues(){for(let t of this.#S())this.#t[t]!==void 0&&!this.#e(this.#t[t])&&(yield this.#t[t])}[Symbol.iterator](){return this.entries()}[Symbol.toStringTag]="LRUCache";find(t,e={}){for(let i of this.#b()){let r=this.#t[i],s=this.#e(r)?r.__staleWhileFetching:r;if(s!==void 0&&t(s,this.#n[i],this))return this.get(this.#n[i],e)}}forEach(t,e=this){for(let i of this.#b()){let r=this.#t[i],s=this.#e(r)?r.__staleWhileFetching:r;s!==void 0&&t.call(e,s,this.#n[i],this)}}rforEach(t,e=this){for(let i of this.#S()){let r=this.#t[i],s=this.#e(r)?r.__staleWhileFetching:r;s!==void 0&&t.call(e,s,this.#n[i],this)}}purgeStale(){let t=!1;for(let e of this.#S({allowStale:!0}))this.#p(e)&&(this.#w(this.#n[e],"expire"),t=!0);return t}info(t){let e=this.#i.get(t);if(e===void 0)return;let i=this.#t[e],r=this.#e(i)?i.__staleWhileFetching:i;if(r===void 0)return;let s={value:r};if(this.#d&&this.#x){let a=this.#d[e],o=this.#x[e];if(a&&o){let l=a-(Mo.now()-o);s.ttl=l,s.start=Date.now()}}return this.#y&&(s.size=this.#y[e]),s}dump(){let t=[];for(let e of this.#b({allowStale:!0})){let i=this.#n[e],r=this.#t[e],s=this.#e(r)?r.__staleWhileFetching:r;if(s===void 0||i===void 0)continue;let a={value:s};if(this.#d&&this.#x){a.ttl=this.#d[e];let o=Mo.now()-this.#x[e];a.start=Math.floor(Date.now()-o)}this.#y&&(a.size=this.#y[e]),t.unshift([i,a])}return t}load(t){this.clear();for(let[e,i]of t){if(i.start){let r=Date.now()-i.start;i.start=Mo.now()-r}this.set(e,i.value,i)}}set(t,e,i={}){if(e===void 0)return this.delete(t),this;let{ttl:r=this.ttl,start:s,noDisposeOnSet:a=this.noDisposeOnSet,sizeCalculation:o=this.sizeCalculation,status:l}=i,{noUpdateTTL:c=this.noUpdateTTL}=i,u=this.#F(t,e,i.size||0,o);if(this.maxEntrySize&&u>this.maxEntrySize)return l&&(l.set="miss",l.maxEntrySizeExceeded=!0),this.#w(t,"set"),this;let h=this.#r===0?void 0:this.#i.get(t);if(h===void 0)h=this.#r===0?this.#s:this.#v.length!==0?this.#v.pop():this.#r===this.#l?this.#D(!1):this.#r,this.#n[h]=t,this.#t[h]=e,this.#i.set(t,h),this.#c[this.#s]=h,this.#f[h]=this.#s,this.#s=h,this.#r++,this.#L(h,u,l),l&&(l.set="add"),c=!1;else{this.#P(h);let f=this.#t[h];if(e!==f){if(this.#T&&this.#e(f)){f.__abortController.abort(new Error("replaced"));let{__staleWhileFetching:p}=f;p!==void 0&&!a&&(this.#M&&this.#m?.(p,t,"set"),this.#h&&this.#a?.push([p,t,"set"]))}else a||(this.#M&&this.#m?.(f,t,"set"),this.#h&&this.#a?.push([f,t,"set"]));if(this.#C(h),this.#L(h,u,l),this.#t[h]=e,l){l.set="replace";let p=f&&this.#e(f)?f.__staleWhileFetching:f;p!==void 0&&(l.oldValue=p)}}else l&&(l.set="update")}if(r!==0&&!this.#d&&this.#N(),this.#d&&(c||this.#U(h,r,s),l&&this.#E(l,h)),!a&&this.#h&&this.#a){let f=this.#a,p;for(;p=f?.shift();)this.#g?.(...p)}return this}pop(){try{for(;this.#r;){let t=this.#t[this.#o];if(this.#D(!0),this.#e(t)){if(t.__staleWhileFetching)return t.__staleWhileFetching}else if(t!==void 0)return t}}finally{if(this.#h&&this.#a){let t=this.#a,e;for(;e=t?.shift();)this.#g?.(...e)}}}#D(t){let e=this.#o,i=this.#n[e],r=this.#t[e];return this.#T&&this.#e(r)?r.__abortController.abort(new Error("evicted")):(this.#M||this.#h)&&(this.#M&&this.#m?.(r,i,"evict"),this.#h&&this.#a?.push([r,i,"evict"])),this.#C(e),t&&(this.#n[e]=void 0,this.#t[e]=void 0,this.#v.push(e)),this.#r===1?(this.#o=this.#s=0,this.#v.length=0):this.#o=this.#c[e],this.#i.delete(i),this.#r--,e}has(t,e={}){let{updateAgeOnHas:i=this.updateAgeOnHas,status:r}=e,s=this.#i.get(t);if(s!==void 0){let a=this.#t[s];if(this.#e(a)&&a.__staleWhileFetching===void 0)return!1;if(this.#p(s))r&&(r.has="stale",this.#E(r,s));else return i&&this.#A(s),r&&(r.has="hit",this.#E(r,s)),!0}else r&&(r.has="miss");return!1}peek(t,e={}){let{allowStale:i=this.allowStale}=e,r=this.#i.get(t);if(r===void 0||!i&&this.#p(r))return;let s=this.#t[r];return this.#e(s)?s.__staleWhileFetching:s}#O(t,e,i,r){let s=e===void 0?void 0:this.#t[e];if(this.#e(s))return s;let a=new ef,{signal:o}=i;o?.addEventListener("abort",()=>a.abort(o.reason),{signal:a.signal});let l={signal:a.signal,options:i,context:r},c=(_,g=!1)=>{let{aborted:m}=a.signal,w=i.ignoreFetchAbort&&_!==void 0;if(i.status&&(m&&!g?(i.status.fetchAborted=!0,i.status.fetchError=a.signal.reason,w&&(i.status.fetchAbortIgnored=!0)):i.status.fetchResolved=!0),m&&!w&&!g)return h(a.signal.reason);let A=p;return this.#t[e]===p&&(_===void 0?A.__staleWhileFetching?this.#t[e]=A.__staleWhileFetching:this.#w(t,"fetch"):(i.status&&(i.status.fetchUpdated=!0),this.set(t,_,l.options))),_},u=_=>(i.status&&(i.status.fetchRejected=!0,i.status.fetchError=_),h(_)),h=_=>{let{aborted:g}=a.signal,m=g&&i.allowStaleOnFetchAbort,w=m||i.allowStaleOnFetchRejection,A=w||i.noDeleteOnFetchRejection,b=p;if(this.#t[e]===p&&(!A||b.__staleWhileFetching===void 0?this.#w(t,"fetch"):m||(this.#t[e]=b.__staleWhileFetching)),w)return i.status&&b.__staleWhileFetching!==void 0&&(i.status.returnedStale=!0),b.__staleWhileFetching;if(b.__returned===b)throw _},f=(_,g)=>{let m=this.#R?.(t,s,l);m&&m instanceof Promise&&m.then(w=>_(w===void 0?void 0:w),g),a.signal.addEventListener("abort",()=>{(!i.ignoreFetchAbort||i.allowStaleOnFetchAbort)&&(_(void 0),i.allowStaleOnFetchAbort&&(_=w=>c(w,!0)))})};i.status&&(i.status.fetchDispatched=!0);let p=new Promise(f).then(c,u),d=Object.assign(p,{__abortController:a,__staleWhileFetching:s,__returned:void 0});return e===void 0?(this.set(t,d,{...l.options,status:void 0}),e=this.#i.get(t)):this.#t[e]=d,d}#e(t){if(!this.#T)return!1;let e=t;return!!e&&e instanceof Promise&&e.hasOwnProperty("__staleWhileFetching")&&e.__abortController instanceof ef}async fetch(t,e={}){let{allowStale:i=this.allowStale,updateAgeOnGet:r=this.updateAgeOnGet,noDeleteOnStaleGet:s=this.noDeleteOnStaleGet,ttl:a=this.ttl,noDisposeOnSet:o=this.noDisposeOnSet,size:l=0,sizeCalculation:c=this.sizeCalculation,noUpdateTTL:u=this.noUpdateTTL,noDeleteOnFetchRejection:h=this.noDeleteOnFetchRejection,allowStaleOnFetchRejection:f=this.allowStaleOnFetchRejection,ignoreFetchAbort:p=this.ignoreFetchAbort,allowStaleOnFetchAbort:d=this.allowStaleOnFetchAbort,context:_,forceRefresh:g=!1,status:m,signal:w}=e;if(!this.#T)return m&&(m.fetch="get"),this.get(t,{allowStale:i,updateAgeOnGet:r,noDeleteOnStaleGet:s,status:m});let A={allowStale:i,updateAgeOnGet:r,noDeleteOnStaleGet:s,ttl:a,noDisposeOnSet:o,size:l,sizeCalculation:c,noUpdateTTL:u,noDeleteOnFetchRejection:h,allowStaleOnFetchRejection:f,allowStaleOnFetchAbort:d,ignoreFetchAbort:p,status:m,signal:w},b=this.#i.get(t);if(b===void 0){m&&(m.fetch="miss");let P=this.#O(t,b,A,_);return P.__returned=P}else{let P=this.#t[b];if(this.#e(P)){let C=i&&P.__staleWhileFetching!==void 0;return m&&(m.fetch="inflight",C&&(m.returnedStale=!0)),C?P.__staleWhileFetching:P.__returned=P}let I=this.#p(b);if(!g&&!I)return m&&(m.fetch="hit"),this.#P(b),r&&this.#A(b),m&&this.#E(m,b),P;let D=this.#O(t,b,A,_),T=D.__staleWhileFetching!==void 0&&i;return m&&(m.fetch=I?"stale":"refresh",T&&I&&(m.returnedStale=!0)),T?D.__staleWhileFetching:D.__returned=D}}async forceFetch(t,e={}){let i=await this.fetch(t,e);if(i===void 0)throw new Error("fetch() returned undefined");return i}memo(t,e={}){let i=this.#I;if(!i)throw new Error("no memoMethod provided to constructor");let{context:r,forceRefresh:s,...a}=e,o=this.get(t,a);if(!s&&o!==void 0)return o;let l=i(t,o,{options:a,context:r});return this.set(t,l,a),l}get(t,e={}){let{allowStale:i=this.allowStale,updateAgeOnGet:r=this.updateAgeOnGet,noDeleteOnStaleGet:s=this.noDeleteOnStaleGet,status:a}=e,o=this.#i.get(t);if(o!==void 0){let l=this.#t[o],c=this.#e(l);return a&&this.#E(a,o),this.#p(o)?(a&&(a.get="stale"),c?(a&&i&&l.__staleWhileFetching!==void 0&&(a.returnedStale=!0),i?l.__staleWhileFetching:void 0):(s||this.#w(t,"expire"),a&&i&&(a.returnedStale=!0),i?l:void 0)):(a&&(a.get="hit"),c?l.__staleWhileFetching:(this.#P(o),r&&this.#A(o),l))}else a&&(a.get="miss")}#G(t,e){this.#f[e]=t,this.#c[t]=e}#P(t){t!==this.#s&&(t===this.#o?this.#o=this.#c[t]:this.#G(this.#f[t],this.#c[t]),this.#G(this.#s,t),this.#s=t)}delete(t){return this.#w(t,"delete")}#w(t,e){let i=!1;if(this.#r!==0){let r=this.#i.get(t);if(r!==void 0)if(i=!0,this.#r===1)this.#z(e);else{this.#C(r);let s=this.#t[r];if(this.#e(s)?s.__abortController.abort(new Error("deleted")):(this.#M||this.#h)&&(this.#M&&this.#m?.(s,t,e),this.#h&&this.#a?.push([s,t,e])),this.#i.delete(t),this.#n[r]=void 0,this.#t[r]=void 0,r===this.#s)this.#s=this.#f[r];else if(r===this.#o)this.#o=this.#c[r];else{let a=this.#f[r];this.#c[a]=this.#c[r];let o=this.#c[r];this.#f[o]=this.#f[r]}this.#r--,this.#v.push(r)}}if(this.#h&&this.#a?.length){let r=this.#a,s;for(;s=r?.shift();)this.#g?.(...s)}return i}clear(){return this.#z("delete")}#z(t){for(let e of this.#S({allowStale:!0})){let i=this.#t[e];if(this.#e(i))i.__abortController.abort(new Error("deleted"));else{let r=this.#n[e];this.#M&&this.#m?.(i,r,t),this.#h&&this.#a?.push([i,r,t])}}if(this.#i.clear(),this.#t.fill(void 0),this.#n.fill(void 0),this.#d&&this.#x&&(this.#d.fill(0),this.#x.fill(0)),this.#y&&this.#y.fill(0),this.#o=0,this.#s=0,this.#v.length=0,this.#_=0,this.#r=0,this.#h&&this.#a){let e=this.#a,i;for(;i=e?.shift();)this.#g?.(...i)}}};function Ax(n){return n?.isMemoryUsage??!1}function Cx(n){let t=0,e=0;return n.objects.forEach(i=>{t+=i.cpuMemory,e+=i.gpuMemory}),{gpuMemory:e,cpuMemory:t}}var RI=1024,II=1024*RI,iH=1024*II;function LI(n,t){let e=n;if(e.material!=null){if(Ka(e.material))t(e.material);else if(Array.isArray(e.material))for(let i of e.material)Ka(i)&&t(i)}}function Px(n,t){"geometry"in t&&mu(t.geometry)&&bm(n,t.geometry),LI(t,e=>{OI(n,e)})}function DI(n,t){let e=t.value;T_(e)&&Bi.getMemoryUsage(n,e)}function OI(n,t){if(C_(t))for(let e of Object.values(t.uniforms))DI(n,e);else P_(t)&&t.map&&Bi.getMemoryUsage(n,t.map)}function bm(n,t){let e=0;for(let i of Object.keys(t.attributes))e+=t.getAttribute(i).array.byteLength;t.index&&(e+=t.index.array.byteLength),n.objects.set(t.id,{cpuMemory:e,gpuMemory:e})}var NI=8192,UI=24e4,FI=536870912,Sm=class{isMemoryUsage=!0;constructor(t){this._deleteHandlers=new Map,this._enabled=!0,this._lru=this.createLRUCache(t)}createLRUCache(t){return new nf({ttl:t?.ttl??UI,ttlResolution:1e3,updateAgeOnGet:!0,maxSize:t?.byteCapacity??FI,max:t?.maxNumberOfEntries??NI,allowStale:!1,dispose:(e,i)=>{this.onDisposed(i,e)}})}configure(t){if(this.count>0)throw new Error("cannot configure the cache as it is not empty.");this._lru=this.createLRUCache(t)}getMemoryUsage(t){this._lru.forEach(e=>{Ax(e)&&e.getMemoryUsage(t)})}get enabled(){return this._enabled}set enabled(t){this._enabled=t}get defaultTtl(){return this._lru.ttl}set defaultTtl(t){this._lru.ttl=t}get maxSize(){return this._lru.maxSize}get capacity(){return this._lru.max}get count(){return this._lru.size}get size(){return this._lru.calculatedSize}entries(){return[...this._lru.entries()]}onDisposed(t,e){let i=this._deleteHandlers.get(t);i&&(this._deleteHandlers.delete(t),i(e))}purge(){this._lru.purgeStale()}get(t){if(this.enabled)return this._lru.get(t)}set(t,e,i={}){if(!this.enabled)return e;if(typeof t!="string")throw new Error("the cache expects strings as keys.");return this._lru.set(t,e,{ttl:i.ttl??this.defaultTtl,size:i.size??1024}),i.onDelete&&this._deleteHandlers.set(t,i.onDelete),e}delete(t){return this._lru.delete(t)}clear(){this._lru.clear()}},Xl=new Sm;function Rx(n){return typeof n.dispose=="function"}var ql=(function(n){return n[n.RENDERING_PAUSED=0]="RENDERING_PAUSED",n[n.RENDERING_SCHEDULED=1]="RENDERING_SCHEDULED",n})({}),wm=class{constructor(t){this.view=t,this.distance={plane:new jn().setFromNormalAndCoplanarPoint(t.camera.getWorldDirection(new O),t.camera.position),min:1/0,max:0}}},rf=new Rn;function Ix(n,t,e){if(e)for(let i of e){let r=t.update(n,i);Ix(n,t,r)}}var Em=class{get renderingState(){return this._renderingState}_automaticCameraPlaneComputation=!0;_clock=new xr;_frame=0;get frameCount(){return this._frame}get automaticCameraPlaneComputation(){return this._automaticCameraPlaneComputation}set automaticCameraPlaneComputation(t){this._automaticCameraPlaneComputation=t}constructor(){this._renderingState=ql.RENDERING_PAUSED,this._needsRedraw=!1,this._updateLoopRestarted=!0,this._changeSources=new Set}scheduleUpdate(t,e=void 0,i){e!=null&&(Array.isArray(e)?e.forEach(a=>this._changeSources.add(a)):this._changeSources.add(e));let r=i?.needsRedraw??!0,s=i?.immediate??!1;this._needsRedraw=this._needsRedraw||r,this._renderingState!==ql.RENDERING_SCHEDULED&&(this._renderingState=ql.RENDERING_SCHEDULED,s?this.step(t):requestAnimationFrame(()=>{this.step(t)}))}update(t,e,i){let r=this._frame,s=new wm(t.view);for(let a of t.getEntities())if(a.shouldCheckForUpdate()){t.dispatchEvent({type:"before-entity-update",frame:r,entity:a,dt:i,updateLoopRestarted:this._updateLoopRestarted});let o=a.filterChangeSources(e);if(o.size>0){let l=a.preUpdate(s,o);Ix(s,a,l),a.postUpdate(s,e)}if(rs(a)){let l=a.distance;s.distance.min=Math.min(s.distance.min,l.min),l.max===1/0?s.distance.max=t.view.maxFarPlane:s.distance.max=Math.max(s.distance.max,l.max)}t.dispatchEvent({type:"after-entity-update",frame:r,entity:a,dt:i,updateLoopRestarted:this._updateLoopRestarted})}this.updateCameraPlanesFromObjects(s,t),this.automaticCameraPlaneComputation&&(t.view.near=Number.isFinite(s.distance.min)?s.distance.min:t.view.near,t.view.far=Number.isFinite(s.distance.max)?s.distance.max:t.view.far,t.view.camera.updateProjectionMatrix())}updateCameraPlanesFromObjects(t,e){e.threeObjects.traverse(i=>{if(i.visible&&"geometry"in i&&mu(i.geometry)){let r=i.geometry.boundingSphere;if(r&&!r.isEmpty()){rf.copy(r),rf.applyMatrix4(i.matrixWorld);let s=rf.distanceToPoint(t.view.camera.position);t.distance.min=oe.clamp(s,.01,t.distance.min),t.distance.max=Math.max(t.distance.max,s+2*rf.radius)}}})}step(t){let e=this._clock.getDelta()*1e3,i=this._frame++;t.dispatchEvent({type:"update-start",frame:i,dt:e,updateLoopRestarted:this._updateLoopRestarted});let r=this._needsRedraw;this._needsRedraw=!1,this._renderingState=ql.RENDERING_PAUSED;let s=new Set(this._changeSources);this._changeSources.clear(),t.dispatchEvent({type:"before-camera-update",frame:i,camera:t.view,dt:e,updateLoopRestarted:this._updateLoopRestarted}),this.automaticCameraPlaneComputation&&t.view.resetPlanes();let a=t.engine.getWindowSize();t.view.setSize(a.x,a.y),t.view.update(),t.dispatchEvent({type:"after-camera-update",frame:i,camera:t.view,dt:e,updateLoopRestarted:this._updateLoopRestarted});let o=t.view.camera.matrixAutoUpdate;t.view.camera.matrixAutoUpdate=!1,this.update(t,s,e),r&&(t.dispatchEvent({type:"before-render",frame:i,dt:e,updateLoopRestarted:this._updateLoopRestarted}),t.render(),t.dispatchEvent({type:"after-render",frame:i,dt:e,updateLoopRestarted:this._updateLoopRestarted})),this._updateLoopRestarted=this._renderingState===ql.RENDERING_PAUSED,t.view.camera.matrixAutoUpdate=o,t.dispatchEvent({type:"update-end",frame:i,dt:e,updateLoopRestarted:this._updateLoopRestarted})}},Lx=Em;var Dx=n=>n.isPickable;var Tm=n=>n.isPickableFeatures;var Ox={pos:new O,size:new O,evtToCanvas:new vt,pickVec2:new vt};function Am(n){return n.isObject3D}var Cm=class extends Pe{_disposed=!1;constructor(t){super(),un.DEFAULT_UP.set(0,0,1);let e=t.target,i=null;if(typeof e=="string"?i=document.getElementById(e):t.target instanceof HTMLElement&&(i=t.target),!i||!(i instanceof HTMLDivElement))throw new Error("Invalid target parameter (must be a valid <div>)");i.childElementCount>0&&console.warn("Target element has children; Giro3D expects an empty element - this can lead to unexpected behaviors"),this._referenceCrs=t.crs,this._viewport=i,this._viewport=document.createElement("div"),this._viewport.style.position="relative",this._viewport.style.overflow="hidden",this._viewport.style.width="100%",this._viewport.style.height="100%",i.appendChild(this._viewport),this._engine=new K_(this._viewport,{clearColor:t.backgroundColor,renderer:t.renderer}),this._mainLoop=new Lx,this._scene=t.scene3D||new vr,this._threeObjects=new $n,this._threeObjects.name="threeObjects",this._scene.add(this._threeObjects),t.scene3D||(this._scene.matrixWorldAutoUpdate=!1);let r=this._engine.getWindowSize();this._view=new bx({crs:this._referenceCrs,camera:t.camera,width:r.width,height:r.height}),this._view.addEventListener("change",()=>this.notifyChange(this._view.camera)),this._entities=new Set,window.ResizeObserver!=null&&(this._resizeObserver=new ResizeObserver(()=>{this._updateRendererSize(this.viewport)}),this._resizeObserver.observe(i)),this._pickingClock=new xr(!1),this._onContextRestored=this.onContextRestored.bind(this),this._onContextLost=this.onContextLost.bind(this),this.domElement.addEventListener("webglcontextlost",this._onContextLost),this.domElement.addEventListener("webglcontextrestored",this._onContextRestored)}onContextLost(){this.getEntities().forEach(t=>{rs(t)&&t.onRenderingContextLost({canvas:this.domElement})})}onContextRestored(){this.getEntities().forEach(t=>{rs(t)&&t.onRenderingContextRestored({canvas:this.domElement})}),this.notifyChange()}get domElement(){return this._engine.renderer.domElement}get viewport(){return this._viewport}get coordinateSystem(){return this._referenceCrs}get loading(){return this.getEntities().some(e=>e.loading)}get progress(){let t=this.getEntities();return t.length===0?1:t.reduce((i,r)=>i+r.progress,0)/t.length}get mainLoop(){return this._mainLoop}get engine(){return this._engine}get renderingOptions(){return this._engine.renderingOptions}get renderer(){return this._engine.renderer}get css2DRenderer(){return this._engine.labelRenderer}get scene(){return this._scene}get threeObjects(){return this._threeObjects}get view(){return this._view}_doUpdateRendererSize(t){this._engine.onWindowResize(t.clientWidth,t.clientHeight),this.notifyChange(this._view.camera)}_updateRendererSize(t){this._resizeTimeout!=null&&clearTimeout(this._resizeTimeout),this._resizeTimeout=setTimeout(()=>this._doUpdateRendererSize(t),50)}dispose(){if(!this._disposed){this._disposed=!0,this.domElement.removeEventListener("webglcontextlost",this._onContextLost),this.domElement.removeEventListener("webglcontextrestored",this._onContextRestored),this._resizeObserver?.disconnect();for(let t of this.getObjects())this.remove(t);this._scene.remove(this._threeObjects),this._engine.dispose(),this._view.dispose(),this.viewport.remove(),this.dispatchEvent({type:"dispose"})}}async add(t){if(t==null)throw new Error("object is undefined");if(!Am(t)&&!op(t))throw new Error("object is not an instance of THREE.Object3D or Giro3D.Entity");if(Am(t)){let r=t;return t.parent==null&&this._threeObjects.add(r),this.notifyChange(r),r}let e=t;if(this.getObjects(r=>r.id===t.id).length>0)throw new Error(`Invalid id '${t.id}': id already used`);return this._entities.add(e),await e.initialize({instance:this}),rs(e)&&e.object3d!=null&&e.object3d.parent==null&&e.object3d!==this._scene&&this._scene.add(e.object3d),this.notifyChange(t,{needsRedraw:!1}),this.dispatchEvent({type:"entity-added"}),t}remove(t){Rx(t)&&t.dispose(),op(t)?(rs(t)&&t.object3d.removeFromParent(),this._entities.delete(t),this.dispatchEvent({type:"entity-removed"})):Am(t)&&t.removeFromParent(),this.notifyChange(this._view.camera)}notifyChange(t=void 0,e){this._mainLoop.scheduleUpdate(this,t,e)}getObjects(t){let e=[];for(let i of this._entities)(!t||t(i))&&e.push(i);for(let i of this._threeObjects.children)(!t||t(i))&&e.push(i);return e}getEntities(t){let e=[];for(let i of this._entities)(!t||t(i))&&e.push(i);return e}render(){this._engine.render(this._scene,this._view.camera)}eventToCanvasCoords(t,e,i=0){if(window.TouchEvent!=null&&t instanceof TouchEvent){let a=t,o=this.domElement.getBoundingClientRect();return e.set(a.touches[i].clientX-o.x,a.touches[i].clientY-o.y)}let r=t;if(r.target===this.domElement)return e.set(r.offsetX,r.offsetY);let s=this.domElement.getBoundingClientRect();return e.set(r.clientX-s.x,r.clientY-s.y)}eventToNormalizedCoords(t,e,i=0){return this.canvasToNormalizedCoords(this.eventToCanvasCoords(t,e,i),e)}canvasToNormalizedCoords(t,e){return e.x=2*(t.x/this._view.width)-1,e.y=-2*(t.y/this._view.height)+1,e}normalizedToCanvasCoords(t,e){return e.x=(t.x+1)*.5*this._view.width,e.y=(t.y-1)*-.5*this._view.height,e}objectIdToObject(t){let e=this.getObjects(i=>i.id===t);if(!e.length)throw new Error(`Invalid object id used as where argument (value = ${t})`);return e[0]}pickObjectsAt(t,e={}){this.dispatchEvent({type:"picking-start"}),this._pickingClock.start();let i=[],r=e.where&&e.where.length>0?[...e.where]:this.getObjects(),s=t instanceof Event?this.eventToCanvasCoords(t,Ox.evtToCanvas):t,a=e.radius??0,o=e.limit??1/0,l=e.sortByDistance??!1,c=e.pickFeatures??!1;for(let h of r){let f=typeof h=="string"?this.objectIdToObject(h):h;if(!f.visible)continue;let p={...e,radius:a,limit:o-i.length,vec2:Ox.pickVec2,sortByDistance:!1};if(l&&(p.limit=1/0,p.pickFeatures=!1),Dx(f)){let d=f.pick(s,p);i.push(...d)}else if(f.isObject3D){let d=pu(this,s,f,p);i.push(...d)}if(i.length>=o&&!l)break}if(l&&(i.sort((h,f)=>h.distance-f.distance),o!==1/0&&(i=i.slice(0,o))),c){let h=e;i.forEach(f=>{f.entity&&Tm(f.entity)?f.entity.pickFeaturesFrom(f,h):f.object!=null&&Tm(f.object)&&f.object.pickFeaturesFrom(f,h)})}let u=this._pickingClock.getElapsedTime();return this._pickingClock.stop(),this.dispatchEvent({type:"picking-end",elapsed:u,results:i}),i}getMemoryUsage(){let t={renderer:this.renderer,objects:new globalThis.Map};for(let e of this._entities)rs(e)&&e.getMemoryUsage(t);return this.threeObjects.traverse(e=>{Px(t,e)}),tv.getMemoryUsage(t),Xl.getMemoryUsage(t),Cx(t)}},BI=Cm;function tn(n,t){if(n==null)throw new Error(t??"non-null assertion failed");return n}var Nx=(function(n){return n[n.Elevation=1]="Elevation",n[n.Slope=2]="Slope",n[n.Aspect=3]="Aspect",n})(Nx||{}),Ux=Nx;var Pm=class n extends Pe{_opacity=null;_shouldRecreateTexture=!0;constructor(t){if(super(),this._min=t.min,this._max=t.max,this._mode=t.mode??Ux.Elevation,this._colors=tn(t.colors,"missing colors parameter"),t.opacities!=null){if(t.opacities.length!==this._colors.length)throw new Error("the opacity array must have the same length as the color array");this._opacity=t.opacities??null}this._cachedTexture=null,this._active=!0}get mode(){return this._mode}set mode(t){this._mode!==t&&(this._mode=t,this.notifyChange())}notifyChange(){this.dispatchEvent({type:"updated"})}get active(){return this._active}set active(t){this._active!==t&&(this._active=t,this.notifyChange())}get min(){return this._min}set min(t){this._min!==t&&(this._min=t,this.notifyChange())}get max(){return this._max}set max(t){this._max!==t&&(this._max=t,this.notifyChange())}get colors(){return this._colors}set colors(t){this._colors!==t&&(this._colors=t,this._opacity&&this._opacity.length!==t.length&&(this._opacity=null),this._shouldRecreateTexture=!0,this.notifyChange())}get opacity(){return this._opacity}set opacity(t){if(t&&t.length!==this.colors.length)throw new Error("the opacity array must have the same length as the color array");this._opacity!==t&&(this._opacity=t,this._shouldRecreateTexture=!0),this.notifyChange()}sample(t){let{min:e,max:i,colors:r}=this,s=oe.clamp(t,e,i),a=oe.mapLinear(s,e,i,0,r.length-1);return r[oe.clamp(Math.round(a),0,r.length-1)]}sampleOpacity(t){let{min:e,max:i,opacity:r}=this;if(!r)return 1;let s=oe.clamp(t,e,i),a=oe.mapLinear(s,e,i,0,r.length-1);return r[oe.clamp(Math.round(a),0,r.length-1)]}getTexture(){return(this._shouldRecreateTexture||this._cachedTexture==null)&&(this._cachedTexture?.dispose(),this._cachedTexture=Bi.create1DTexture(this._colors,this._opacity??void 0),this._cachedTexture.minFilter=Le,this._cachedTexture.magFilter=Le,this._cachedTexture.wrapS=Zn,this._cachedTexture.wrapT=Zn,this._shouldRecreateTexture=!1),tn(this._cachedTexture)}clone(){return new n({colors:[...this.colors],min:this.min,max:this.max,mode:this._mode,opacities:this._opacity!=null?[...this._opacity]:void 0})}dispose(){this._cachedTexture?.dispose()}};var Yl=Pm;function Fx(){return{brightness:0,saturation:1,contrast:1}}var GI=new vt(0,0);function zI(n,t){let e=t.srcCrs.id,i=t.dstCrs.id;if(e===i)return;if(t.stride===void 0||t.stride<2)throw new Error("invalid stride: must be at least 2");let r=On.Proj(e),s=On.Proj(i),a={x:0,y:0},o=n.length,l=t.stride,c=t.offset??GI;for(let u=0;u<o;u+=l){a.x=n[u+0],a.y=n[u+1];let h=On.transform(r,s,a,!0);if(h==null)throw new Error(`could not reproject from ${r.name} to ${s.name}`);n[u+0]=h.x+c.x,n[u+1]=h.y+c.y}}function kI(n,t,e){let i=Qu(n,t),r=n.isEpsg(4326)&&t.isEpsg(3857);for(let s=0;s<e.length;s++){let a=e[s];r&&a.setY(oe.clamp(a.y,-89.999999,89.999999));let o=i.forward(a);e[s].copy(o)}}var Bx={transformBufferInPlace:zI,transformVectors:kI};var Rm=class n extends _e{isOffsetScale=!0;get offsetX(){return this.x}get offsetY(){return this.y}get scaleX(){return this.z}get scaleY(){return this.w}constructor(t,e,i,r){super(t,e,i,r)}static identity(){return new n(0,0,1,1)}transform(t,e=new vt){return e.x=t.x*this.scaleX+this.offsetX,e.y=t.y*this.scaleY+this.offsetY,e}combine(t,e=new n){return e.copy(this),e.x+=t.x*e.z,e.y+=t.y*e.w,e.z*=t.z,e.w*=t.w,e}},sf=Rm;var Dr=new vt,Kt={LEFT:0,RIGHT:1,BOTTOM:2,TOP:3};function VI(n,t,e){return n.isEpsg(4326)?.01:.01*Math.min(t,e)}var ri=[new vt,new vt,new vt,new vt,new vt,new vt,new vt,new vt],Im=class n{constructor(t,e,i,r,s){this._values=new Float64Array(4),this._crs=t,this.set(t,e,i,r,s)}static fromCenterAndSize(t,e,i,r){let s=e.x-i/2,a=e.x+i/2,o=e.y-r/2,l=e.y+r/2;return new n(t,s,a,o,l)}get values(){return this._values}sampleUV(t,e,i){let{width:r,height:s}=this.dimensions(Dr),a=this.minY,l=this.minX+r*t,c=a+s*e;return i!=null?i.set(this._crs,l,c):new yi(this._crs,l,c)}equals(t,e=1e-5){return t._crs.equals(this._crs)&&Math.abs(t._values[0]-this._values[0])<=e&&Math.abs(t._values[1]-this._values[1])<=e&&Math.abs(t._values[2]-this._values[2])<=e&&Math.abs(t._values[3]-this._values[3])<=e}isValid(){return!(!(Number.isFinite(this.minX)&&Number.isFinite(this.maxX)&&Number.isFinite(this.minY)&&Number.isFinite(this.maxY))||!this.crs.isGeographic()&&this.minX>this.maxX||this.minY>this.maxY)}clone(){let t=this._values[Kt.LEFT],e=this._values[Kt.RIGHT],i=this._values[Kt.BOTTOM],r=this._values[Kt.TOP];return new n(this._crs,t,e,i,r)}withRelativeMargin(t){let e=Math.abs(this.minX-this.maxX),i=Math.abs(this.maxY-this.minY);return this.withMargin(t*e,t*i)}withMargin(t,e){let i=this.minX-t,r=this.maxX+t,s=this.maxY+e,a=this.minY-e;return new n(this.crs,i,r,a,s)}as(t){if(!this._crs.equals(t)&&!(this._crs.isEpsg(4326)&&t.isEpsg(4326))){let e=this.centerAsVector2(Dr),i=e.x,r=e.y,s=this.maxX,a=this.minX,o=this.maxY,l=this.minY;ri[0].set(a,o),ri[1].set(i,o),ri[2].set(s,o),ri[3].set(s,r),ri[4].set(s,l),ri[5].set(i,l),ri[6].set(a,l),ri[7].set(a,r);let c=-1/0,u=1/0,h=-1/0,f=1/0;Bx.transformVectors(this._crs,t,ri);for(let p=0;p<ri.length;p++)c=Math.max(c,ri[p].y),u=Math.min(u,ri[p].y),h=Math.max(h,ri[p].x),f=Math.min(f,ri[p].x);return new n(t,{north:c,south:u,east:h,west:f})}return this}offsetToParent(t,e=new sf){if(!this.crs.equals(t.crs))throw new Error("unsupported mix");let i=t.dimensions(),r=this.dimensions(),s=Math.round(1e3*(this.minX-t.minX)/i.x)*.001,a=Math.round(1e3*(this.minY-t.minY)/i.y)*.001,o=Math.round(1e3*r.x/i.x)*.001,l=Math.round(1e3*r.y/i.y)*.001;return e.set(s,a,o,l)}get west(){return this.minX}get minX(){return this._values[Kt.LEFT]}get east(){return this.maxX}get maxX(){return this._values[Kt.RIGHT]}get north(){return this.maxY}get maxY(){return this._values[Kt.TOP]}get south(){return this.minY}get minY(){return this._values[Kt.BOTTOM]}topLeft(){return new yi(this.crs,this.minX,this.maxY,0)}topRight(){return new yi(this.crs,this.maxX,this.maxY,0)}bottomRight(){return new yi(this.crs,this.maxX,this.minY,0)}bottomLeft(){return new yi(this.crs,this.minX,this.minY,0)}get crs(){return this._crs}center(t){let e=this.centerAsVector2(Dr),i;return t?(i=t,i.set(this._crs,e.x,e.y,0)):i=new yi(this._crs,e.x,e.y,0),i}centerAsVector2(t){let e=this.dimensions(Dr),i=this._values[0]+e.x*.5,r=this._values[2]+e.y*.5,s;return t?(s=t,s.set(i,r)):s=new vt(i,r),s}centerAsVector3(t){let e=this.centerAsVector2(Dr),i;return t?(i=t,i.set(e.x,e.y,0)):i=new O(e.x,e.y,0),i}getQuadrant(t,e){let i=this.dimensions(Dr),r=this.west+i.width/2,s=this.south+i.height/2;return t<r?e<s?0:1:e<s?3:2}dimensions(t=new vt){return t.x=Math.abs(this.maxX-this.minX),t.y=Math.abs(this.maxY-this.minY),t}isPointInside(t,e=0){let i=this.crs.equals(t.crs)?t:t.as(this.crs);return this.crs.isGeographic()?i.longitude<=this.maxX+e&&i.longitude>=this.minX-e&&i.latitude<=this.maxY+e&&i.latitude>=this.minY-e:this.isXYInside(i.x,i.y,e)}isXYInside(t,e,i=0){return t<=this.maxX+i&&t>=this.minX-i&&e<=this.maxY+i&&e>=this.minY-i}isInside(t,e=null){let i=t.as(this._crs),r=this.dimensions(Dr);return e=e??VI(this._crs,r.x,r.y),this.maxX-i.maxX<=e&&i.minX-this.minX<=e&&this.maxY-i.maxY<=e&&i.minY-this.minY<=e}contains(t,e=null){return t.isInside(this,e)}intersectsExtent(t){let e=t.as(this.crs);return!(this.minX>=e.maxX||this.maxX<=e.minX||this.minY>=e.maxY||this.maxY<=e.minY)}intersect(t){return this.intersectsExtent(t)?(t.crs.equals(this.crs)||(t=t.as(this.crs)),this.set(this.crs,Math.max(this.minX,t.minX),Math.min(this.maxX,t.maxX),Math.max(this.minY,t.minY),Math.min(this.maxY,t.maxY)),this):(this.set(this.crs,0,0,0,0),this)}fitToGrid(t,e,i,r,s){let a=t.dimensions(Dr),o=a.x/e,l=a.y/i,c=Math.floor((this.minX-t.minX)/o),u=Math.ceil((this.maxX-t.minX)/o),h=Math.floor((this.minY-t.minY)/l),f=Math.ceil((this.maxY-t.minY)/l);if(r!==void 0&&s!==void 0){let m=u-c,w=f-h;if(m<r){let A=(r-m)/2;c-=A,u+=A}if(w<s){let A=(s-w)/2;h-=A,f+=A}}c=Math.max(0,Math.floor(c)),u=Math.min(e,Math.ceil(u)),h=Math.max(0,Math.floor(h)),f=Math.min(i,Math.ceil(f));let p=t.minX+c*o,d=t.minX+u*o,_=t.minY+h*l,g=t.minY+f*l;return{extent:new n(this.crs,p,d,_,g),width:u-c,height:f-h}}set(t,e,i,r,s){if(this._crs=t,Gx(e)&&Gx(i))[this._values[Kt.LEFT],this._values[Kt.BOTTOM]]=e.values,[this._values[Kt.RIGHT],this._values[Kt.TOP]]=i.values;else if(typeof e=="object"){let a=e;"west"in a&&"east"in a&&"south"in a&&"north"in a?(this._values[Kt.LEFT]=a.west,this._values[Kt.RIGHT]=a.east,this._values[Kt.BOTTOM]=a.south,this._values[Kt.TOP]=a.north):"minX"in a&&"maxX"in a&&"minY"in a&&"maxY"in a&&(this._values[Kt.LEFT]=a.minX,this._values[Kt.RIGHT]=a.maxX,this._values[Kt.BOTTOM]=a.minY,this._values[Kt.TOP]=a.maxY)}else if(typeof e=="number"&&typeof i=="number"&&typeof r=="number"&&typeof s=="number")this._values[Kt.LEFT]=e,this._values[Kt.RIGHT]=i,this._values[Kt.BOTTOM]=r,this._values[Kt.TOP]=s;else throw new Error("Unsupported constructor args");return this}copy(t){return this._crs=t.crs,this._values[Kt.LEFT]=t._values[Kt.LEFT],this._values[Kt.RIGHT]=t._values[Kt.RIGHT],this._values[Kt.BOTTOM]=t._values[Kt.BOTTOM],this._values[Kt.TOP]=t._values[Kt.TOP],this}static unionMany(...t){if(t==null||t.length===0)return null;if(t.length===1)return t[0].clone();let e=1/0,i=-1/0,r=-1/0,s=1/0,a=!1,o=null;for(let l=0;l<t.length;l++){let c=tn(t[l]);if(a=!0,o!=null){if(!o.equals(c.crs))throw new Error(`Unsupported union between different CRSes (${c.crs.id} and ${o.id} differ)`)}else o=c.crs;e=Math.min(c.minY,e),i=Math.max(c.maxY,i),r=Math.max(c.maxX,r),s=Math.min(c.minX,s)}return a?new n(t[0].crs,s,r,e,i):null}union(t){if(t==null)return;if(!t.crs.equals(this.crs))throw new Error(`unsupported union between different CRSes (${t.crs.id} and ${this.crs.id} differ)`);let e=t.minX;e<this.minX&&(this._values[Kt.LEFT]=e);let i=t.maxX;i>this.maxX&&(this._values[Kt.RIGHT]=i);let r=t.minY;r<this.minY&&(this._values[Kt.BOTTOM]=r);let s=t.maxY;s>this.maxY&&(this._values[Kt.TOP]=s)}expandByPoint(t){let e=t.as(this.crs),i=e.values[0];i<this.minX&&(this._values[Kt.LEFT]=i),i>this.maxX&&(this._values[Kt.RIGHT]=i);let r=e.values[1];return r<this.minY&&(this._values[Kt.BOTTOM]=r),r>this.maxY&&(this._values[Kt.TOP]=r),this}shift(t,e){return this._values[Kt.LEFT]+=t,this._values[Kt.RIGHT]+=t,this._values[Kt.BOTTOM]+=e,this._values[Kt.TOP]+=e,this}static fromBox3(t,e){return new n(t,{west:e.min.x,east:e.max.x,south:e.min.y,north:e.max.y})}toBox3(t,e){let i=new O(this.minX,this.minY,t),r=new O(this.maxX,this.maxY,e);return new Ze(i,r)}offsetInExtent(t,e=new vt){if(!t.crs.equals(this.crs))throw new Error("unsupported mix");let i=Math.abs(this.maxX-this.minX),r=Math.abs(this.maxY-this.minY),s=t.crs.isGeographic(),a=s?t.longitude:t.x,o=s?t.latitude:t.y,l=(a-this.minX)/i,c=(o-this.minY)/r;return e.set(l,c),e}toGrid(t,e,i,r){let s=this.dimensions(Dr),a=this.minX,o=this.maxY,l=s.x/t,c=s.y/e,u=t+1;for(let h=0;h<e+1;h++)for(let f=0;f<u;f++){let p=a+l*f,d=o-c*h,_=r*(u*h+f);i[_+0]=p,i[_+1]=d}return i}split(t,e){if(t<1||e<1)throw new Error("Invalid subdivisions. Must be strictly positive.");if(t===1&&e===1)return[this.clone()];let i=this.dimensions(),r=this.minX,s=this.minY,a=i.x/t,o=i.y/e,l=this.crs,c=[];for(let u=0;u<t;u++)for(let h=0;h<e;h++){let f=r+u*a,p=s+h*o,d=new n(l,f,f+a,p,p+o);c.push(d)}return c}static get webMercator(){return new n(Hn.epsg3857,-2003750834e-2,2003750834e-2,-200489661e-1,200489661e-1)}static get WGS84(){return new n(Hn.epsg4326,-180,180,-90,90)}static get fullEquirectangularProjection(){return new n(Hn.equirectangular,-180,180,-90,90)}static fromPhotosphere(t){if(t==null)return n.fullEquirectangularProjection;let e=360*(t.croppedAreaLeftPixels/t.fullPanoImageWidthPixels)-180,i=90-180*(t.croppedAreaTopPixels/t.fullPanoImageHeightPixels),r=i-180*(t.croppedAreaImageHeightPixels/t.fullPanoImageHeightPixels),s=e+360*(t.croppedAreaImageWidthPixels/t.fullPanoImageWidthPixels);return new n(Hn.equirectangular,{west:e,east:s,south:r,north:i})}},zx=Im;function Gx(n){return n!=null&&n.isCoordinates===!0}function HI(n,t,e){if(e=e??!1,n.defines==null)throw new Error("material.defines is null");let i=t;n.defines[i]===void 0?e&&(n.defines[i]=1,n.needsUpdate=!0):e||(delete n.defines[i],n.needsUpdate=!0)}function WI(n,t,e){if(n.defines==null)throw new Error("material.defines is null");let i=t,r=n.defines[i]!==e;return e!=null?n.defines[i]=e:delete n.defines[i],r&&(n.needsUpdate=!0),r}function XI(n){if(n instanceof We||n instanceof Jo)return"float";if(n instanceof Us||n instanceof Ns||n instanceof Os)return"int";if(n instanceof _r||n instanceof ji||n instanceof $r||n instanceof $o)return"uint";throw new Error("unsupported vertex attribute type")}var tr={setDefine:HI,setDefineValue:WI,getVertexAttributeType:XI};var en=class n{constructor(t,e=!0){this.color=new zt(t),this.visible=e}clone(){return new n(this.color.clone(),this.visible)}},ze=new Array(256),jl=new en(16744704);for(let n=0;n<ze.length;n++)ze[n]=jl.clone();ze[0]=new en("#858585");ze[1]=new en("#bfbfbf");ze[2]=new en("#834000");ze[3]=new en("#008100");ze[4]=new en("#00bf00");ze[5]=new en("#00ff00");ze[6]=new en("#0081c1");ze[7]=new en("#ff0000");ze[8]=jl.clone();ze[9]=new en("#0000ff");ze[10]=new en("#606d73");ze[11]=new en("#858585");ze[12]=jl.clone();ze[13]=new en("#ede440");ze[14]=new en("#ed6840");ze[15]=new en("#29fff8");ze[16]=new en("#5e441d");ze[17]=new en("#7992c7");ze[18]=new en("#cd27d6");var af=class n{static maxCount=256;constructor(){this.classifications=ze.map(t=>t.clone()),this._array=new Uint8Array(4*n.maxCount),this.texture=new yr(this._array,n.maxCount,1)}updateUniform(){this.sanitizeClassifications();let t=new Uint8Array(4);for(let e=0;e<n.maxCount;e++){let i=this.classifications[e]??jl;t[0]=255*i.color.r,t[1]=255*i.color.g,t[2]=255*i.color.b,t[3]=i.visible?255:0;let r=!1,s=4*e;for(let a=0;a<4;a++)if(this._array[s+a]!==t[a]){r=!0;break}r&&(this._array.set(t,s),this.texture.needsUpdate=!0)}}dispose(){this.texture.dispose()}sanitizeClassifications(){if(this.classifications.length>n.maxCount)this.classifications=this.classifications.slice(0,n.maxCount),console.warn(`The provided classification array has been truncated to ${n.maxCount} elements`);else for(;this.classifications.length<n.maxCount;)this.classifications.push(jl.clone())}};function of(){let n=[new zt("black"),new zt("white")];return new Yl({colors:n,min:0,max:1e3})}function So(n){return{min:n.min,max:n.max,lut:n.getTexture()}}var ps=class{_wantedWeight=0;constructor(t){this.attributeName=t}set weight(t){this._wantedWeight=t,this.updateActualWeight()}get actualWeight(){return this.uniform.weight}set actualWeight(t){this.uniform.weight=t}updateActualWeight(){this.uniform.weight=this.hasAttribute?this._wantedWeight:0}};var qI={0:"classification",1:"classification_1",2:"classification_2"},ms=class n extends ps{static getAttributeName(t){return qI[t]}constructor(t,e){super(n.getAttributeName(e)),this.texture=new af,this.uniform={weight:0,lut:this.texture.texture},this._material=t,this._flagDefine=`CLASSIFICATION_${e};`}get classifications(){return this.texture.classifications}set classifications(t){this.texture.classifications=t}get hasAttribute(){return typeof this._material.defines[this._flagDefine]<"u"}set hasAttribute(t){tr.setDefine(this._material,this._flagDefine,t),this.updateActualWeight()}update(){this.hasAttribute&&this.texture.updateUniform()}dispose(){this.texture.dispose()}get state(){return{weight:this.weight,classifications:this.classifications}}set state(t){typeof t.weight<"u"&&(this.weight=t.weight),typeof t.classifications<"u"&&(this.classifications=t.classifications)}};var YI={0:"color",1:"color_1",2:"color_2"},gs=class n extends ps{static getAttributeName(t){return YI[t]}constructor(t,e){super(n.getAttributeName(e)),this.uniform={weight:0},this._material=t,e===0?this._flagDefine=null:this._flagDefine=`COLOR_${e}`}get hasAttribute(){return this._flagDefine===null?!0:typeof this._material.defines[this._flagDefine]<"u"}set hasAttribute(t){if(this._flagDefine===null)throw new Error("Color slot 0 is always present");tr.setDefine(this._material,this._flagDefine,t)}get state(){return{weight:this.weight}}set state(t){typeof t.weight<"u"&&(this.weight=t.weight)}};var jI={0:"scalar",1:"scalar_1",2:"scalar_2"},_s=class n extends ps{static getAttributeName(t){return jI[t]}colorMap=of();constructor(t,e){super(n.getAttributeName(e)),this.uniform={weight:0,colorMap:So(this.colorMap)},this._material=t,this._flagDefine=`SCALAR_${e}`,this._typeDefine=`SCALAR_${e}_TYPE`,this.attributeType="uint"}get hasAttribute(){return typeof this._material.defines[this._flagDefine]<"u"}set hasAttribute(t){tr.setDefine(this._material,this._flagDefine,t)}set attributeType(t){tr.setDefineValue(this._material,this._typeDefine,t)}update(){this.uniform.colorMap=So(this.colorMap)}get state(){return{weight:this.weight,colorMap:this.colorMap}}set state(t){typeof t.weight<"u"&&(this.weight=t.weight),typeof t.colorMap<"u"&&(this.colorMap=t.colorMap)}};var ZI=`#include <giro3d_precision_qualifiers>
#include <giro3d_fragment_shader_header>
#include <giro3d_common>

#include <common>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
#include <fog_pars_fragment>

varying vec4 vColor;
uniform vec3 brightnessContrastSaturation;

const float HALF_LENGTH = 0.5;
const vec2 POINT_CENTER = vec2(HALF_LENGTH, HALF_LENGTH);
const float HALF_LENGTH_SQUARED = HALF_LENGTH * HALF_LENGTH;

float sqLength(in vec2 v) {
    return v.x * v.x + v.y * v.y;
}

void main() {
    if (vColor.a < 0.001) {
        discard;
        return;
    }

    // circular point rendering
    if (sqLength(gl_PointCoord - POINT_CENTER) > HALF_LENGTH_SQUARED){
        discard;
        return;
    }

    #include <clipping_planes_fragment>

    gl_FragColor = vec4(adjustBrightnessContrastSaturation(vColor.rgb, brightnessContrastSaturation), vColor.a);

    #include <colorspace_fragment>
    #include <fog_fragment>
    #include <logdepthbuf_fragment>
}
`,$I=`#include <giro3d_precision_qualifiers>
#include <giro3d_common>
#include <giro3d_intersecting_volume_pars>

#include <common>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
#include <fog_pars_vertex>

#define EPSILON 1e-6

uniform float size;

uniform uint pickingId;
uniform int mode;
uniform float opacity;
uniform vec4 overlayColor;

struct PointCloudColorMap {
    float min;
    float max;
    sampler2D lut;
};

uniform PointCloudColorMap elevationColorMap;

struct ColorProperties {
    float weight;
};
uniform ColorProperties colorProperties[3];
attribute vec3 color;
#if defined(COLOR_1)
attribute vec3 color_1;
#endif
#if defined(COLOR_2)
attribute vec3 color_2;
#endif

struct ScalarProperties {
    float weight;
    PointCloudColorMap colorMap;
};
uniform ScalarProperties scalarProperties[3];
#if defined(SCALAR_0)
attribute SCALAR_0_TYPE scalar;
#endif
#if defined(SCALAR_1)
attribute SCALAR_1_TYPE scalar_1;
#endif
#if defined(SCALAR_2)
attribute SCALAR_2_TYPE scalar_2;
#endif

struct ClassificationProperties {
    float weight;
    sampler2D lut;
};
uniform ClassificationProperties classificationProperties[3];
#if defined(CLASSIFICATION_0)
attribute uint classification;
#endif
#if defined(CLASSIFICATION_1)
attribute uint classification_1;
#endif
#if defined(CLASSIFICATION_2)
attribute uint classification_2;
#endif

#if defined(NORMAL_OCT16)
attribute vec2 oct16Normal;
#elif defined(NORMAL_SPHEREMAPPED)
attribute vec2 sphereMappedNormal;
#endif

uniform sampler2D overlayTexture;
uniform int decimation;
uniform float hasOverlayTexture;
uniform vec4 offsetScale;
uniform vec2 extentBottomLeft;
uniform vec2 extentSize;

varying vec4 vColor;

// see https://web.archive.org/web/20150303053317/http://lgdv.cs.fau.de/get/1602
// and implementation in PotreeConverter (BINPointReader.cpp) and potree (BinaryDecoderWorker.js)
#if defined(NORMAL_OCT16)
vec3 decodeOct16Normal(vec2 encodedNormal) {
    vec2 nNorm = 2. * (encodedNormal / 255.) - 1.;
    vec3 n;
    n.z = 1. - abs(nNorm.x) - abs(nNorm.y);
    if (n.z >= 0.) {
        n.x = nNorm.x;
        n.y = nNorm.y;
    } else {
        n.x = sign(nNorm.x) - sign(nNorm.x) * sign(nNorm.y) * nNorm.y;
        n.y = sign(nNorm.y) - sign(nNorm.y) * sign(nNorm.x) * nNorm.x;
    }
    return normalize(n);
}
#elif defined(NORMAL_SPHEREMAPPED)
// see http://aras-p.info/texts/CompactNormalStorage.html method #4
// or see potree's implementation in BINPointReader.cpp
vec3 decodeSphereMappedNormal(vec2 encodedNormal) {
    vec2 fenc = 2. * encodedNormal / 255. - 1.;
    float f = dot(fenc,fenc);
    float g = 2. * sqrt(1. - f);
    vec3 n;
    n.xy = fenc * g;
    n.z = 1. - 2. * f;
    return n;
}
#endif

#ifdef DEFORMATION_SUPPORT
uniform int enableDeformations;
struct Deformation {
    mat4 transformation;
    vec3 vec;
    vec2 origin;
    vec2 influence;
    vec4 colors;
};

uniform Deformation deformations[NUM_TRANSFO];
#endif

void discardPoint() {
    // Move the vertex out of the render area to prevent calling the fragment shader for
    // this point, saving a lot of GPU processing time when millions of points are displayed.
    gl_PointSize = 0.0;
    gl_Position = vec4(-9999.0, -9999.0, -9999.0, 0.0);
}

vec4 computeColorFromScalar(const float value, const PointCloudColorMap colorMap) {
    return sampleColorMap(value, colorMap.min, colorMap.max, colorMap.lut, 0.0);
}

void addScalarContribution(const float value, const ScalarProperties properties, inout vec4 color) {
    if (properties.weight > 0.0) {
        color += computeColorFromScalar(value, properties.colorMap) * properties.weight;
    }
}

void addClassificationContribution(const uint classification, const ClassificationProperties properties, inout vec4 color) {
    if (properties.weight > 0.0) {
        color += texelFetch(properties.lut, ivec2(classification, 0), 0) * properties.weight;
    }
}

void addColorContribution(const vec3 value, const ColorProperties properties, inout vec4 color) {
    if (properties.weight > 0.0) {
        // We need to convert to linear color space because the colors are in sRGB and they
        // are not automatically converted to sRGB-linear. This is due to the fact that those
        // colors come from a vertex buffer and not from a texture (automatically converted)
        // or a single color uniform (also automatically converted).
        vec4 linear = sRGBToLinear(vec4(value, 1.0));
        color += vec4(mix(linear.rgb, overlayColor.rgb, overlayColor.a), 1) * properties.weight;
    }
}

void main() {
    if (decimation > 1 && gl_VertexID % decimation != 0) {
        discardPoint();
        return;
    }

#if defined(NORMAL_OCT16)
    vec3  normal = decodeOct16Normal(oct16Normal);
#elif defined(NORMAL_SPHEREMAPPED)
    vec3 normal = decodeSphereMappedNormal(sphereMappedNormal);
#elif defined(NORMAL)
    // nothing to do
#else
    // default to color
    vec3 normal = color;
#endif

    if (mode == MODE_NORMAL) {
        vColor = vec4(abs(normal), 1);
    } else if (mode == MODE_TEXTURE) {
        vec2 pp = (modelMatrix * vec4(position, 1.0)).xy;
        // offsetScale is from bottomleft
        pp.x -= extentBottomLeft.x;
        pp.y -= extentBottomLeft.y;
        pp *= offsetScale.zw / extentSize;
        pp += offsetScale.xy;
        vec3 textureColor = texture2D(overlayTexture, pp).rgb;
        vColor = vec4(mix(textureColor, overlayColor.rgb, overlayColor.a), hasOverlayTexture);
    } else if (mode == MODE_ELEVATION) {
        float z = (modelMatrix * vec4(position, 1.0)).z;
        vColor = computeColorFromScalar(z, elevationColorMap);
    } else {
        vColor = vec4(0);
        
        #if defined(SCALAR_0)
        addScalarContribution(float(scalar), scalarProperties[0], vColor);
        #endif
        #if defined(SCALAR_1)
        addScalarContribution(float(scalar_1), scalarProperties[1], vColor);
        #endif
        #if defined(SCALAR_2)
        addScalarContribution(float(scalar_2), scalarProperties[2], vColor);
        #endif

        #if defined(CLASSIFICATION_0)
        addClassificationContribution(classification, classificationProperties[0], vColor);
        #endif
        #if defined(CLASSIFICATION_1)
        addClassificationContribution(classification_1, classificationProperties[1], vColor);
        #endif
        #if defined(CLASSIFICATION_2)
        addClassificationContribution(classification_2, classificationProperties[2], vColor);
        #endif

        addColorContribution(color, colorProperties[0], vColor);
        #if defined(COLOR_1)
        addColorContribution(color_1, colorProperties[1], vColor);
        #endif
        #if defined(COLOR_2)
        addColorContribution(color_2, colorProperties[2], vColor);
        #endif
    }

    vColor.a *= opacity;
    
    if (pickingId > 0u) {
        if (vColor.a <= EPSILON) {
            discardPoint();
            return;
        }

        // In picking mode, we simply output the point id in the red channel and the object id in the green channel.
        // No need to encode them because we are rendering to a float texture.
        vColor = vec4(float(gl_VertexID), float(pickingId), 0, 1);
    }

    mat4 mvMatrix = modelViewMatrix;

    #ifdef DEFORMATION_SUPPORT
    if (!pickingMode) {
        vColor = enableDeformations > 0 ?
            vec4(0.0, 1.0, 1.0, 1.0):
            vec4(1.0, 0.0, 1.0, 1.0);
    }
    if (enableDeformations > 0) {
        vec4 mPosition = modelMatrix * vec4(position, 1.0);
        float minDistance = 1000.0;
        int bestChoice = -1;
        for (int i = 0; i < NUM_TRANSFO; i++) {
            if (i >= enableDeformations) {
                break;
            }
            vec2 v = deformations[i].vec.xy;
            float length = deformations[i].vec.z;
            float depassement_x =
                length * (deformations[i].influence.x - 1.0);

            vec2 diff = mPosition.xy - origin[i];
            float distance_x = dot(diff, v);

            if (-depassement_x <= distance_x &&
                    distance_x <= (length + depassement_x)) {
                vec2 normal = vec2(-v.y, v.x);
                float d = abs(dot(diff, normal));
                if (d < minDistance && d <= deformations[i].influence.y) {
                    minDistance = d;
                    bestChoice = i;
                }
            }
        }

        if (bestChoice >= 0) {
            // override modelViewMatrix
            mvMatrix = deformations[bestChoice].transformation;
            vColor = mix(
                deformations[bestChoice].color,
                vec4(color, 1.0),
                0.5);
        }
    }
    #endif

    #include <begin_vertex>
    #include <project_vertex>

    if (size > 0.) {
        gl_PointSize = size;
    } else {
        gl_PointSize = clamp(-size / gl_Position.w, 3.0, 10.0);
    }

    #ifdef INTERSECTING_VOLUMES_SUPPORT
    // don't break picking mode
    if (pickingId == 0u) {
        vec4 viewPosition = mvMatrix * vec4(position, 1);
        viewPosition.xyz / viewPosition.w;
        applyIntersectingVolumes(viewPosition, vColor);
    }
    #endif

    #include <fog_vertex>
    #include <logdepthbuf_vertex>
    #include <clipping_planes_vertex>
}
`;var JI=new vt,on=(function(n){return n[n.COLOR=0]="COLOR",n[n.SCALAR=1]="SCALAR",n[n.CLASSIFICATION=2]="CLASSIFICATION",n[n.NORMAL=3]="NORMAL",n[n.TEXTURE=4]="TEXTURE",n[n.ELEVATION=5]="ELEVATION",n[n.ATTRIBUTES=6]="ATTRIBUTES",n})({}),kx=16,Lm=class n extends De{static maxIntersectingVolumesCount=8;isPointCloudMaterial=!0;disposed=!1;intersectingVolumes=[];_elevationColorMap=of();get size(){return this.uniforms.size.value}set size(t){this.uniforms.size.value=t}get decimation(){return this.uniforms.decimation.value}set decimation(t){this.uniforms.decimation.value=t}get mode(){return this.uniforms.mode.value}set mode(t){(t===on.COLOR||t===on.CLASSIFICATION||t===on.SCALAR)&&(this.attributesState={colors:[{weight:t===on.COLOR?1:0},{weight:0},{weight:0}],scalars:[{weight:t===on.SCALAR?1:0},{weight:0},{weight:0}],classifications:[{weight:t===on.CLASSIFICATION?1:0},{weight:0},{weight:0}]}),this.uniforms.mode.value=t}setupFromGeometry(t){for(let e of this._classificationSlots)e.hasAttribute=t.hasAttribute(e.attributeName);for(let e of this._scalarSlots)e.hasAttribute=t.hasAttribute(e.attributeName),e.hasAttribute&&(e.attributeType=tr.getVertexAttributeType(t.getAttribute(e.attributeName)));for(let e=1;e<this._colorSlots.length;e++){let i=this._colorSlots[e];i.hasAttribute=t.hasAttribute(i.attributeName)}}get pickingId(){return this.uniforms.pickingId.value}set pickingId(t){this.uniforms.pickingId.value=t}get overlayColor(){return this.uniforms.overlayColor.value}set overlayColor(t){this.uniforms.overlayColor.value=t}get brightness(){return this.uniforms.brightnessContrastSaturation.value.x}set brightness(t){this.uniforms.brightnessContrastSaturation.value.setX(t)}get contrast(){return this.uniforms.brightnessContrastSaturation.value.y}set contrast(t){this.uniforms.brightnessContrastSaturation.value.setY(t)}get saturation(){return this.uniforms.brightnessContrastSaturation.value.z}set saturation(t){this.uniforms.brightnessContrastSaturation.value.setZ(t)}get elevationColorMap(){return this._elevationColorMap}set elevationColorMap(t){this._elevationColorMap=t}constructor(t={}){super({clipping:!0,glslVersion:ml}),this.vertexShader=$I,this.fragmentShader=ZI,this.defines={SCALAR_0_TYPE:"uint",SCALAR_1_TYPE:"uint",SCALAR_2_TYPE:"uint",MAX_INTERSECTING_VOLUMES_COUNT:n.maxIntersectingVolumesCount};for(let e of Object.keys(on))Object.prototype.hasOwnProperty.call(on,e)&&(this.defines[`MODE_${e}`]=on[e]);this.fog=!0,this.colorLayer=null,this.needsUpdate=!0,this._colorSlots=[new gs(this,0),new gs(this,1),new gs(this,2)],this._scalarSlots=[new _s(this,0),new _s(this,1),new _s(this,2)],this._classificationSlots=[new ms(this,0),new ms(this,1),new ms(this,2)],this.uniforms={fogDensity:new Oe(25e-5),fogNear:new Oe(1),fogFar:new Oe(2e3),decimation:new Oe(1),fogColor:new Oe(new zt(16777215)),colorProperties:new Oe(this._colorSlots.map(e=>e.uniform)),scalarProperties:new Oe(this._scalarSlots.map(e=>e.uniform)),classificationProperties:new Oe(this._classificationSlots.map(e=>e.uniform)),extentBottomLeft:new Oe(new vt(0,0)),extentSize:new Oe(new vt(0,0)),overlayTexture:new Oe(null),hasOverlayTexture:new Oe(0),offsetScale:new Oe(new sf(0,0,1,1)),elevationColorMap:new Oe(So(this.elevationColorMap)),size:new Oe(t.size??0),mode:new Oe(t.mode??on.COLOR),pickingId:new Oe(0),opacity:new Oe(this.opacity),overlayColor:new Oe(t.overlayColor??new _e(0,0,0,0)),brightnessContrastSaturation:new Oe(new O(0,1,1)),enableDeformations:new Oe(!1),deformations:new Oe([]),intersectingVolumes:new Oe({count:0,volumes:[]})};for(let e=0;e<kx;e++)this.uniforms.deformations.value.push({transformation:new re,vec:new O,origin:new vt,influence:new vt,color:new zt});for(let e=0;e<n.maxIntersectingVolumesCount;e++)this.uniforms.intersectingVolumes.value.volumes.push({viewToBoxNc:new re,color:new zt})}dispose(){if(!this.disposed){for(let t of this._classificationSlots)t.dispose();this.dispatchEvent({type:"dispose"}),this.disposed=!0}}enablePicking(t){this.pickingId=t,this.blending=t?ui:Gn}hasColorLayer(t){return this.colorLayer===t}updateUniforms(){this.uniforms.opacity.value=this.opacity,this.uniforms.elevationColorMap.value=So(this.elevationColorMap);for(let t of this._scalarSlots)t.update()}onBeforeRender(t,e,i){this.uniforms.opacity.value=this.opacity,this.transparent=this.opacity<1||this.elevationColorMap.opacity!=null,this.updateAttributesWeights(),this.updateIntersectingVolumes(i);for(let r of this._classificationSlots)r.update()}copy(t){return super.copy(t),this.needsUpdate=!0,this.size=t.size,this.mode=t.mode,this.overlayColor.copy(t.overlayColor),this.attributesState=t.attributesState,this.brightness=t.brightness,this.contrast=t.contrast,this.saturation=t.saturation,this.elevationColorMap=t.elevationColorMap,this.decimation=t.decimation,this.updateUniforms(),this}removeColorLayer(){this.mode=on.COLOR,this.colorLayer=null,this.uniforms.overlayTexture.value=null,this.needsUpdate=!0,this.uniforms.hasOverlayTexture.value=0}pushColorLayer(t,e){this.mode=on.TEXTURE,this.colorLayer=t,this.uniforms.extentBottomLeft.value.set(e.minX,e.minY);let i=e.dimensions(JI);this.uniforms.extentSize.value.copy(i),this.needsUpdate=!0}indexOfColorLayer(t){return t===this.colorLayer?0:-1}getColorTexture(t){return t!==this.colorLayer?null:this.uniforms.overlayTexture?.value}setColorTextures(t,e){let{texture:i}=e;this.uniforms.overlayTexture.value=i,this.uniforms.hasOverlayTexture.value=1}setLayerVisibility(){}setLayerOpacity(){}setLayerElevationRange(){}setColorimetry(){}get attributesState(){return{colors:[this._colorSlots[0].state,this._colorSlots[1].state,this._colorSlots[2].state],scalars:[this._scalarSlots[0].state,this._scalarSlots[1].state,this._scalarSlots[2].state],classifications:[this._classificationSlots[0].state,this._classificationSlots[1].state,this._classificationSlots[2].state]}}set attributesState(t){if(typeof t.colors<"u"){let e=t.colors;this._colorSlots.forEach((i,r)=>{typeof e[r]<"u"&&(i.state=e[r])})}if(typeof t.scalars<"u"){let e=t.scalars;this._scalarSlots.forEach((i,r)=>{typeof e[r]<"u"&&(i.state=e[r])})}if(typeof t.classifications<"u"){let e=t.classifications;this._classificationSlots.forEach((i,r)=>{typeof e[r]<"u"&&(i.state=e[r])})}}enableTransfo(t){t?(this.defines.DEFORMATION_SUPPORT=1,this.defines.NUM_TRANSFO=kx):(delete this.defines.DEFORMATION_SUPPORT,delete this.defines.NUM_TRANSFO),this.needsUpdate=!0}updateIntersectingVolumes(t){let e=this.intersectingVolumes.length>0;if(tr.setDefine(this,"INTERSECTING_VOLUMES_SUPPORT",e),e){if(this.intersectingVolumes.length>n.maxIntersectingVolumesCount)throw new Error(`Too many intersecting volumes (${this.intersectingVolumes.length}, max is ${n.maxIntersectingVolumesCount}).`);let i=t.matrixWorld;for(let r=0;r<this.intersectingVolumes.length;r++){let s=this.uniforms.intersectingVolumes.value.volumes[r],a=this.intersectingVolumes[r];s.viewToBoxNc.multiplyMatrices(a.worldToBoxNdc,i),s.color.copy(a.color)}this.uniforms.intersectingVolumes.value.count=this.intersectingVolumes.length}}updateAttributesWeights(){let t=[...this._scalarSlots,...this._classificationSlots,...this._colorSlots],e=0;for(let i of t)e+=i.actualWeight;if(e>0)for(let i of t)i.actualWeight/=e;else this._colorSlots[0].weight=1}static isPointCloudMaterial=t=>t?.isPointCloudMaterial},wo=Lm;var KI=new zt(0,0,0);function QI(n,t,e,i={}){let r=Math.floor(i.radius??0),s=i.limit??1/0,a=i.filter,o=[],l=0;e.object3d.traverse(h=>{if(!("isPoints"in h)||h.isPoints!==!0||!h.visible)return;let f=h;if(!wo.isPointCloudMaterial(f.material))return;let p=f.material;p.visible&&typeof p.enablePicking=="function"&&(l++,p.enablePicking(l))});let c=n.engine.renderToBuffer({camera:n.view.camera,scene:e.object3d,clearColor:KI,datatype:Qe,zone:{x:Math.max(0,t.x-r),y:Math.max(0,t.y-r),width:1+r*2,height:1+r*2}}),u=[];return du(r,(h,f,p)=>{let d={x:h+t.x,y:f+t.y,z:0};(p*4<0||(p+1)*4>c.length)&&console.error("Index out of bounds: The calculated index is either negative or exceeds the buffer length.");let _=Math.round(c[p*4+0]),g=Math.round(c[p*4+1]);g>l&&console.warn(`weird: objectId (${g}) > maxObjectId (${l})`);let m={pickingId:g,index:_,coord:d};for(let w=0;w<u.length;w++)if(u[w].pickingId===m.pickingId&&u[w].index===m.index)return null;return u.push(m),null}),e.object3d.traverse(h=>{if(!("isPoints"in h)||h.isPoints!==!0||!h.visible)return;let f=h;if(!wo.isPointCloudMaterial(f.material))return;let p=f.material;if(!p.visible)return;let d=f.geometry.getAttribute("position");for(let _=0;_<u.length;_++)if(u[_].pickingId===p.pickingId){let g=u[_].index,m=d.getX(g),w=d.getY(g),A=d.getZ(g),b=new O(m,w,A).applyMatrix4(h.matrixWorld),P={isPointsPickResult:!0,object:f,index:g,entity:e,point:b,coord:u[_].coord,distance:n.view.camera.position.distanceTo(b)};if((!a||a(P))&&(o.push(P),o.length>=s))break}p.enablePicking(0)}),o}var Vx=QI;function Hx(n,t){if(!n)throw new Error(t)}var Wx=1/0,Dm=class{constructor(t,e){this.priorityFunction_=t,this.keyFunction_=e,this.elements_=[],this.priorities_=[],this.queuedElements_={}}clear(){this.elements_.length=0,this.priorities_.length=0,ov(this.queuedElements_)}dequeue(){let t=this.elements_,e=this.priorities_,i=t[0];t.length==1?(t.length=0,e.length=0):(t[0]=t.pop(),e[0]=e.pop(),this.siftUp_(0));let r=this.keyFunction_(i);return delete this.queuedElements_[r],i}enqueue(t){Hx(!(this.keyFunction_(t)in this.queuedElements_),"Tried to enqueue an `element` that was already added to the queue");let e=this.priorityFunction_(t);return e!=Wx?(this.elements_.push(t),this.priorities_.push(e),this.queuedElements_[this.keyFunction_(t)]=!0,this.siftDown_(0,this.elements_.length-1),!0):!1}getCount(){return this.elements_.length}getLeftChildIndex_(t){return t*2+1}getRightChildIndex_(t){return t*2+2}getParentIndex_(t){return t-1>>1}heapify_(){let t;for(t=(this.elements_.length>>1)-1;t>=0;t--)this.siftUp_(t)}isEmpty(){return this.elements_.length===0}isKeyQueued(t){return t in this.queuedElements_}isQueued(t){return this.isKeyQueued(this.keyFunction_(t))}siftUp_(t){let e=this.elements_,i=this.priorities_,r=e.length,s=e[t],a=i[t],o=t;for(;t<r>>1;){let l=this.getLeftChildIndex_(t),c=this.getRightChildIndex_(t),u=c<r&&i[c]<i[l]?c:l;e[t]=e[u],i[t]=i[u],t=u}e[t]=s,i[t]=a,this.siftDown_(o,t)}siftDown_(t,e){let i=this.elements_,r=this.priorities_,s=i[e],a=r[e];for(;e>t;){let o=this.getParentIndex_(e);if(r[o]>a)i[e]=i[o],r[e]=r[o],e=o;else break}i[e]=s,r[e]=a}reprioritize(){let t=this.priorityFunction_,e=this.elements_,i=this.priorities_,r=0,s=e.length,a,o,l;for(o=0;o<s;++o)a=e[o],l=t(a),l==Wx?delete this.queuedElements_[this.keyFunction_(a)]:(i[r]=l,e[r++]=a);e.length=r,i.length=r,this.heapify_()}},Xx=Dm;function t4(n){return new Promise(t=>setTimeout(t,n))}function e4(){return new Promise(n=>requestAnimationFrame(()=>n()))}var n4=(function(n){return n.Fullfilled="fulfilled",n.Rejected="rejected",n})({}),Zl=class extends Error{constructor(){super("aborted"),this.name="AbortError"}};function i4(){return new Zl}var r4=4;function qx(n,t,e){let i=e?.outputItems??[];return(r=>{let s=performance.now();for(let a=r;a<n.length;a++){let o=n[a],l=t(o,a);if(l!=null&&i.push(l),performance.now()-s>r4){let u=a+1;return Promise.resolve(u)}}return e?.signal?.throwIfAborted(),Promise.resolve(void 0)})(e?.start??0).then(async r=>(r!=null&&(e?.signal?.throwIfAborted(),await qx(n,t,{outputItems:i,signal:e?.signal,start:r})),i))}var Eo={delay:t4,PromiseStatus:n4,abortError:i4,nextFrame:e4,batch:qx};function s4(){return!0}var Om=class{constructor(t,e,i,r,s,a,o){this.id=t,this._priority=e,this._signal=o,this._resolve=r,this.reject=s,this._request=i,this.shouldExecute=a??s4}getKey(){return this.id}getPriority(){return this._signal?.aborted===!0?1/0:this._priority}execute(){return this._signal?.aborted===!0?(this.reject(Eo.abortError()),Promise.reject()):this._request().then(t=>this._resolve(t)).catch(t=>this.reject(t))}};function a4(n){return n.getPriority()}function o4(n){return n.getKey()}var l4=10,lf=class extends Pe{constructor(t={}){super(),this._pendingIds=new Map,this._queue=new Xx(a4,o4),this._opCounter=new to,this._concurrentRequests=0,this._maxConcurrentRequests=t.maxConcurrentRequests??l4}get length(){return this._queue.getCount()}get progress(){return this._opCounter.progress}get loading(){return this._opCounter.loading}get pendingRequests(){return this._pendingIds.size}get concurrentRequests(){return this._concurrentRequests}onQueueAvailable(){for(;this._concurrentRequests<this._maxConcurrentRequests&&!this._queue.isEmpty();){let t=this._queue.dequeue(),e=t.getKey();t.shouldExecute()?(this._concurrentRequests++,t.execute().catch(i=>t.reject(i)).finally(()=>{this._opCounter.decrement(),this._pendingIds.delete(e),this._concurrentRequests--,this.onQueueAvailable(),this.dispatchEvent({type:"task-executed"})})):(this._opCounter.decrement(),this._pendingIds.delete(e),t.reject(Eo.abortError()),this.dispatchEvent({type:"task-cancelled"}))}}enqueue(t){let{id:e,request:i,signal:r,shouldExecute:s}=t,a=t.priority??0;if(r?.aborted===!0)return Promise.reject(Eo.abortError());if(this._pendingIds.has(e))return this._pendingIds.get(e);this._opCounter.increment();let o=new Promise((l,c)=>{let u=new Om(e,a,i,l,c,s,r);this._queue.isEmpty()?(this._queue.enqueue(u),this.onQueueAvailable()):this._queue.enqueue(u)});return this._pendingIds.set(e,o),o}},Yx=new lf,cf=lf;function uf(n,t){if(!n)return;let e=[n];for(;e.length>0;){let i=tn(e.pop());if(t(i)&&i.children)for(let s=i.children.length-1;s>=0;s--){let a=i.children[s];a&&e.push(a)}}}var hf=class extends Pe{isMemoryUsage=!0;isPointCloudSource=!0;id=oe.generateUUID();_initializePromise=null;_ready=!1;get ready(){return this._ready}initialize(){return this._initializePromise||(this._initializePromise=this.initializeOnce(),this._initializePromise.then(()=>{this._ready=!0,this.dispatchEvent({type:"initialized"})})),this._initializePromise}update(){this.dispatchEvent({type:"updated"})}};var $l=class{_legalTransitions=new Map;_postTransitionCallbacks=new Map;_preTransitionCallbacks=new Map;constructor(t){for(let e of t.legalTransitions){let[i]=e;this._legalTransitions.has(i)||this._legalTransitions.set(i,[]),this._legalTransitions.get(i)?.push(e)}}addPostTransitionCallback(t,e){this._postTransitionCallbacks.set(t,e)}addPreTransitionCallback(t,e){this._preTransitionCallbacks.set(t,e)}isTransitionLegal(t,e){let i=this._legalTransitions.get(t);return i?i.some(([,r])=>r===e):!1}transition(t,e,i){let r=t.state,s=i?.allowSelfTransition??!1;if(r===e){if(!s)return!1}else if(!this.isTransitionLegal(r,e))throw new Error(`illegal transition: ${r} -> ${e}`);let a=this._preTransitionCallbacks.get(r);a&&a({value:t,from:r,to:e}),t.state=e;let o=this._postTransitionCallbacks.get(e);return o&&o({value:t,from:r,to:e}),!0}};var Jl=class n extends tl{isPointCloud=!0;type="PointCloud";static isPointCloud(t){return t?.isPointCloud}get lod(){return n.isPointCloud(this.parent)?this.parent.lod+1:0}constructor(t){super(t.geometry,t.material),J_(this),this.extent=t.extent??void 0,this.textureSize=t.textureSize,this.disposed=!1}canProcessColorLayer(){return!0}getExtent(){return tn(this.extent)}dispose(){this.disposed||(this.disposed=!0,this.dispatchEvent({type:"dispose"}),this.geometry.dispose(),this.material.dispose())}};var c4=5e3,h4=new vt(256,256),Kl=new O,Ql=new Yl({colors:[new zt("black"),new zt("white")],min:0,max:1e3}),jx=new re,u4=new zt("#d8eb34"),Zx={empty:new zt("grey"),hidden:new zt("#fc4903"),loading:new zt("#f5da8c"),displayed:new zt("#8cf59b")},f4=()=>{};function Fm(n,t){let e=new sl(n,t);return e.renderOrder=999,e.raycast=f4,e}function d4(n){let t=tn(n.mesh),e=tn(t.geometry.boundingBox),i=Fm(e,u4);return i.name="volume",t.add(i),i.updateMatrixWorld(!0),i}function p4(n){let t=n.node,e=Fm(t.volume,Zx[n.state]);return e.name=n.node.id,e}function m4(n){return{id:n.id,node:n,state:"empty",stateTimestamp:performance.now(),shouldBeVisible:!1,positionDirty:!0}}var Nm=[],To=class extends Error{constructor(t){super(`attribute '${t}' is not supported in this source`)}};function g4(n,t,e,i){if(i<=0)return 1/0;let r=e*n.geometricError/i;return Math.max(0,r-t/2)}var Um=class extends R_{isPointCloud=!0;type="PointCloud";hasLayers=!0;_tileVolumeRoot=new $n;_pointsRoot=new $n;_classificationsPerAttribute=new Map;_colorMapPerAttribute=new Map;intersectingVolumes=[];_colorLayer=null;_depthTest=!0;_subdivisionThreshold=1;_shaderMode=on.ELEVATION;_activeAttributes=[];_pointSize=0;_cleanupDelay=c4;_showVolume=!1;_decimation=1;_showPoints=!0;_showNodeDataVolumes=!1;_disposed=!1;_pointBudget=null;_elevationColorMap=Ql.clone();_colorimetry=Fx();_rootNode=null;_metadata=null;_volumeHelper=null;constructor(t){super(t),this.source=t.source,this.object3d.add(this._pointsRoot),this.object3d.add(this._tileVolumeRoot),this._pointsRoot.name="meshes",this._tileVolumeRoot.name="tile volumes",this._tileVolumeRoot.visible=!1,this._cleanupDelay=t.cleanupDelay??this._cleanupDelay,this._cleanupPollingInterval=setInterval(()=>this.cleanup(),1e3),this._listeners={clear:this.clear.bind(this),updateColorMap:this.updateUniforms.bind(this)},this.source.addEventListener("updated",this._listeners.clear),this._elevationColorMap.addEventListener("updated",this._listeners.updateColorMap),this._stateMachine=new $l({legalTransitions:[["empty","loading"],["loading","empty"],["loading","displayed"],["displayed","hidden"],["displayed","loading"],["hidden","displayed"],["hidden","loading"],["hidden","empty"]]});let e=i=>{i.stateTimestamp=performance.now(),this.notifyChange()};this._stateMachine.addPostTransitionCallback("hidden",({value:i})=>{i.controller?.abort("aborted"),i.controller=void 0,i.mesh&&(i.mesh.visible=!1),e(i)}),this._stateMachine.addPostTransitionCallback("displayed",({value:i})=>{i.controller?.abort("aborted"),i.controller=void 0,i.mesh&&(i.mesh.visible=!0,this.updateMaterial(i.mesh)),i.controller=void 0,e(i)}),this._stateMachine.addPostTransitionCallback("empty",({value:i})=>{i.controller?.abort("aborted"),i.controller=void 0,i.mesh&&(this.disposeMesh(i.mesh),i.mesh=void 0),this.removeDataVolumeHelper(i),this.removeVolumeHelper(i),e(i)}),this._stateMachine.addPostTransitionCallback("loading",({value:i})=>{if(i.controller?.abort("aborted"),i.controller=void 0,i.node.hasData){i.controller=new AbortController;let r=i.controller.signal,s=this._activeAttributes.map(o=>({...o})),a=this.getNodeLoadingPriority(i);Yx.enqueue({id:oe.generateUUID(),priority:a,signal:r,shouldExecute:()=>i.state==="loading",request:()=>this.loadNodeData(i,r,s)}).catch(o=>{o instanceof Zl||console.error(o)})}e(i)})}getNodeLoadingPriority(t){return t.node.depth}getWorldSpaceVolume(t){return t&&!this.object3d.matrixWorld.equals(jx)?t.clone().applyMatrix4(this.object3d.matrixWorld):t}get depthTest(){return this._depthTest}set depthTest(t){this._depthTest!==t&&(this._depthTest=t,this.traversePointCloudMaterials(e=>e.depthTest=t),this.notifyChange(this))}get progress(){return this.source.progress}get loading(){return this.source.loading}get layerCount(){return this._colorLayer!=null?1:0}updateMaterials(){this.forEachNodeInfo(t=>{t.mesh!=null&&this.updateMaterial(t.mesh)})}get brightness(){return this._colorimetry.brightness}set brightness(t){this._colorimetry.brightness!==t&&(this._colorimetry.brightness=t,this.updateMaterials(),this.notifyChange(this))}get contrast(){return this._colorimetry.contrast}set contrast(t){this._colorimetry.contrast!==t&&(this._colorimetry.contrast=t,this.updateMaterials(),this.notifyChange(this))}get saturation(){return this._colorimetry.saturation}set saturation(t){this._colorimetry.saturation!==t&&(this._colorimetry.saturation=t,this.updateMaterials(),this.notifyChange(this))}get elevationColorMap(){return this._elevationColorMap}set elevationColorMap(t){this._elevationColorMap!==t&&(this._elevationColorMap.removeEventListener("updated",this._listeners.updateColorMap),this._elevationColorMap=t??Ql,this._elevationColorMap.addEventListener("updated",this._listeners.updateColorMap),this.updateUniforms(),this.notifyChange(this))}getAttributeColorMap(t){let e=this._colorMapPerAttribute.get(t);return e==null&&(e=Ql.clone(),e.addEventListener("updated",this._listeners.updateColorMap),this._colorMapPerAttribute.set(t,e)),e}setAttributeColorMap(t,e){let i=this._colorMapPerAttribute.get(t);i?.removeEventListener("updated",this._listeners.updateColorMap);let r=e??Ql.clone();r.addEventListener("updated",this._listeners.updateColorMap),this._colorMapPerAttribute.set(t,r),this._listeners.updateColorMap()}updateUniforms(){this.forEachNodeInfo(t=>{t.state==="displayed"&&t.mesh!=null&&this.updateMaterial(t.mesh)})}get subdivisionThreshold(){return this._subdivisionThreshold}set subdivisionThreshold(t){t!==this._subdivisionThreshold&&(this._subdivisionThreshold=t,this.instance.notifyChange(this))}getSupportedAttributes(){return tn(this._metadata?.attributes,"the entity is not yet ready")}get pointSize(){return this._pointSize}set pointSize(t){this._pointSize!==t&&(this._pointSize=t,this.traversePointCloudMaterials(e=>e.size=t),this.notifyChange())}getActiveAttributes(){return this._activeAttributes}setColoringMode(t){t==="layer"?(this._shaderMode=on.TEXTURE,this.notifyChange(this)):(this._shaderMode=on.ELEVATION,this.updateColoringFromAttribute(!0)),this.traversePointCloudMaterials(e=>e.mode=this._shaderMode)}updateColoringFromAttribute(t){this._activeAttributes.length>0&&(this._shaderMode=on.ATTRIBUTES),t&&this.forEachNodeInfo(e=>{switch(e.state){case"displayed":case"loading":e.positionDirty=!1,this._stateMachine.transition(e,"loading",{allowSelfTransition:!0});break;case"hidden":this._stateMachine.transition(e,"empty");break}}),this.updateUniforms(),this.notifyChange(this)}setActiveAttribute(t){this.setActiveAttributes([{name:t,weight:1}])}setActiveAttributes(t){if(t.length>3)throw new Error(`A point cloud cannot have more than 3 active attributes (${t.length} were requested).`);t=t.filter(s=>s.weight>0),this._activeAttributes=this._activeAttributes.filter(s=>t.find(a=>a.name===s.attribute.name)!=null);let e={color:new Set([0,1,2]),classification:new Set([0,1,2]),unknown:new Set([0,1,2])};for(let s of this._activeAttributes){let a=s.attribute.interpretation;e[a].delete(s.geometrySlot)}let i=this.getSupportedAttributes(),r=!1;for(let s of t){let a=this._activeAttributes.find(o=>o.attribute.name===s.name);if(a)a.weight=s.weight;else{let o=i.find(u=>u.name===s.name);if(!o)throw new To(s.name);let l=o.interpretation,c=Array.from(e[l]).shift();if(typeof c>"u")throw new Error(`Could not find an available slot for a newattribute of type "${l}".`);e[l].delete(c),a={attribute:o,weight:s.weight,geometrySlot:c},this._activeAttributes.push(a),r=!0}}this._shaderMode!==on.TEXTURE&&this.updateColoringFromAttribute(r)}get showVolume(){return this._showVolume}set showVolume(t){this._showVolume!==t&&(this._showVolume=t,this.ready&&(t?this._volumeHelper||this.createGlobalVolumeHelper():this._volumeHelper!=null&&(this._volumeHelper.geometry.dispose(),this._volumeHelper.material.dispose(),this._volumeHelper.removeFromParent(),this._volumeHelper=null),this.notifyChange()))}get decimation(){return this._decimation}set decimation(t){this._decimation!==t&&(this._decimation=t,this.notifyChange(this))}get cleanupDelay(){return this._cleanupDelay}set cleanupDelay(t){if(t<0)throw new Error("expected a positive integer, got: "+t);this._cleanupDelay=Math.round(t)}get showPoints(){return this._showPoints}set showPoints(t){this._showPoints!==t&&(this._showPoints=t,this.traversePointCloudMaterials(e=>e.visible=t),this.notifyChange())}get showNodeVolumes(){return this._tileVolumeRoot.visible}set showNodeVolumes(t){this._tileVolumeRoot.visible=t,t||this.forEachNodeInfo(e=>{e.volumeHelper!=null&&(e.volumeHelper.removeFromParent(),e.volumeHelper.geometry.dispose(),e.volumeHelper.material.dispose(),e.volumeHelper=void 0)}),this.notifyChange(this)}get showNodeDataVolumes(){return this._showNodeDataVolumes}set showNodeDataVolumes(t){this._showNodeDataVolumes!==t&&(this._showNodeDataVolumes=t,t||this.forEachNodeInfo(e=>this.removeDataVolumeHelper(e)),this.notifyChange(this))}getAttributeClassifications(t){return this.getOrCreateAttributeClassifications(t)}get pointCount(){return tn(this._metadata,"not initialized").pointCount}get displayedPointCount(){let t=0;return this.traversePointCloudMeshes(e=>{e.visible&&e.material.visible&&(t+=e.geometry.getAttribute("position").count)}),Math.floor(t/this.decimation)}get pointBudget(){return this._pointBudget}set pointBudget(t){this._pointBudget!==t&&(this._pointBudget=t,t==null&&(this.decimation=1),this.notifyChange(this))}getMemoryUsage(t){this.traversePointCloudMeshes(e=>bm(t,e.geometry)),this.forEachLayer(e=>{e.getMemoryUsage(t)}),this.source.getMemoryUsage(t)}updateOpacity(){this.traversePointCloudMaterials(t=>{t.opacity=this.opacity,t.transparent=this.opacity<1})}clear(){this.forEachNodeInfo(t=>{t.state==="loading"||t.state==="displayed"?(t.positionDirty=!0,this._stateMachine.transition(t,"loading",{allowSelfTransition:!0})):this._stateMachine.transition(t,"empty")}),this.notifyChange(this)}getBoundingBox(){return this.getWorldSpaceVolume(this._metadata?.volume??this._rootNode?.volume??null)}async preprocess(){await this.source.initialize(),this._rootNode=await this.source.getHierarchy(),this._metadata=await this.source.getMetadata();for(let t of this._metadata.attributes)t.interpretation==="unknown"?this._colorMapPerAttribute.has(t.name)||this._colorMapPerAttribute.set(t.name,Ql.clone()):t.interpretation==="classification"&&this.getOrCreateAttributeClassifications(t.name);this.setActiveAttribute(this._metadata.attributes[0].name),this.showVolume&&this.createGlobalVolumeHelper()}deleteNodeHierarchy(t){uf(t,e=>{let i=this.getNodeInfo(e);switch(i.state){case"displayed":this._stateMachine.transition(i,"hidden");break;case"loading":this._stateMachine.transition(i,"empty");break}return!0})}preUpdate(t){if(!this.visible||this.frozen||!this._rootNode)return null;let e=t.view,i=e.camera,r;return Zs(i)?r=e.height/(2*Math.tan(oe.degToRad(i.fov)*.5)):Sr(i)&&(r=e.height*i.near/(i.top-i.bottom)),uf(this._rootNode,s=>{let o=e.isBox3Visible(s.volume,this.object3d.matrixWorld)&&this.testNodeSSE(e,s,r),l=this.getNodeInfo(s);return l.shouldBeVisible=o,o?(this.showNode(s),this.updateMinMaxDistance(t,s)):this.deleteNodeHierarchy(s),o}),null}updateDecimation(t,e){this._pointBudget!=null&&(t>this._pointBudget?this.decimation=oe.clamp(Math.floor(t/this._pointBudget),1,1/0):this.decimation=1);for(let i=0;i<e.length;i++)e[i].decimation=this.decimation}postUpdate(t){if(!this.visible||this.frozen)return;(this.showNodeVolumes||this.showNodeDataVolumes)&&this.updateHelpers(),Nm.length=0;let e=0;this.traversePointCloudMeshes(i=>{i.visible&&i.material.visible&&(Nm.push(i.material),e+=i.geometry.getAttribute("position").count,this._shaderMode===on.TEXTURE&&this._colorLayer?.update(t,i))}),this.updateDecimation(e,Nm),this._shaderMode===on.TEXTURE&&this._colorLayer?.postUpdate()}dispose(){if(!this._disposed){this._disposed=!0,clearInterval(this._cleanupPollingInterval),this.forEachNodeInfo(t=>{this.removeDataVolumeHelper(t),this.removeVolumeHelper(t),t.mesh&&this.disposeMesh(t.mesh)}),this.object3d.clear(),this.source.removeEventListener("updated",this._listeners.clear),this._elevationColorMap.removeEventListener("updated",this._listeners.updateColorMap);for(let t of this._colorMapPerAttribute.values())t.removeEventListener("updated",this._listeners.updateColorMap);this.source.dispose()}}pick(t,e){return Vx(this.instance,t,this,e)}setColorLayer(t){this._colorLayer!==t&&(this._colorLayer=t,this.notifyChange(this))}removeColorLayer(){this._colorLayer&&(this.traversePointCloudMeshes(t=>this._colorLayer?.unregisterNode(t)),this._colorLayer=null,this.notifyChange(this))}forEachLayer(t){this._colorLayer&&t(this._colorLayer)}getLayers(t){return this._colorLayer&&(!t||t(this._colorLayer))?[this._colorLayer]:[]}updateMinMaxDistance(t,e){let i=this.getWorldSpaceVolume(e.volume),r=t.distance.plane.distanceToPoint(i.getCenter(Kl)),s=i.getSize(Kl).length()*.5;this._distance.min=Math.min(this._distance.min,r-s),this._distance.max=Math.max(this._distance.max,r+s)}traversePointCloudMaterials(t){this.traverseMaterials(e=>{wo.isPointCloudMaterial(e)&&t(e)})}createGlobalVolumeHelper(){let t=tn(this._metadata).volume;t&&(this._volumeHelper=Fm(t,new zt("cyan")),this._volumeHelper.name="volume",this._tileVolumeRoot.add(this._volumeHelper),this.object3d.add(this._volumeHelper),this._volumeHelper.updateMatrixWorld(!0))}getOrCreateAttributeClassifications(t){let e=this._classificationsPerAttribute.get(t);return e==null&&(e=ze.map(i=>i.clone()),this._classificationsPerAttribute.set(t,e)),e}cleanup(){let t=performance.now();this.forEachNodeInfo(e=>{this.cleanupNodeIfNecessary(e,t)})}testNodeSSE(t,e,i){if(e.depth<=0)return!0;let r;this.object3d.matrixWorld.equals(jx)?r=e.center:(Kl.copy(e.center),Kl.applyMatrix4(this.object3d.matrixWorld),r=Kl);let s=t.camera.position.distanceTo(r);return g4(e,this.pointSize,i,s)>this.subdivisionThreshold}updateGeometry(t,e,i){e.position&&t.setAttribute("position",e.position);for(let r=0;r<e.attributes.length;r++){let s=e.attributes[r],a=i[r];s&&s.count>0&&t.setAttribute(a,s)}return t}createGeometry(t,e){let i=new Mn;return this.updateGeometry(i,t,e),i}createMaterial(){let t=new wo({mode:this._shaderMode,size:this.pointSize});return t.intersectingVolumes=this.intersectingVolumes,t}createMesh(t,e,i){let r=this.createGeometry(t,e),s=new Jl({geometry:r,extent:zx.fromBox3(this.instance.coordinateSystem,i),material:this.createMaterial(),textureSize:h4});return this.updateMaterial(s),s.position.copy(t.origin),this._pointsRoot.add(s),t.scale!=null&&s.scale.copy(t.scale),s.updateMatrixWorld(!0),t.localBoundingBox?r.boundingBox=t.localBoundingBox:r.boundingBox=i.clone().applyMatrix4(s.matrixWorld.clone().invert()),r.boundingSphere=r.boundingBox.getBoundingSphere(new Rn),this.notifyChange(this),s}updateMaterial(t){let e=t.material;e.setupFromGeometry(t.geometry),e.visible=this._showPoints,e.depthTest=this._depthTest,e.opacity=this.opacity,e.size=this._pointSize,e.mode=this._shaderMode,e.brightness=this._colorimetry.brightness,e.saturation=this._colorimetry.saturation,e.contrast=this._colorimetry.contrast,e.elevationColorMap=this.elevationColorMap;let i=[{weight:0},{weight:0},{weight:0}],r=[{weight:0},{weight:0},{weight:0}],s=[{weight:0},{weight:0},{weight:0}];for(let a of this._activeAttributes){let o=a.attribute.interpretation;o==="unknown"?s[a.geometrySlot]={weight:a.weight,colorMap:this.getAttributeColorMap(a.attribute.name)}:o==="classification"?r[a.geometrySlot]={weight:a.weight,classifications:this.getOrCreateAttributeClassifications(a.attribute.name)}:o==="color"&&(i[a.geometrySlot]={weight:a.weight})}e.attributesState={colors:i,scalars:s,classifications:r},e.updateUniforms()}cleanupNodeIfNecessary(t,e){let i=e-t.stateTimestamp>this._cleanupDelay;t.state==="hidden"&&i&&this._stateMachine.transition(t,"empty")}disposeMesh(t){t.removeFromParent(),t.dispose()}traversePointCloudMeshes(t){this.traverse(e=>{Jl.isPointCloud(e)&&t(e)})}async loadNodeData(t,e,i){try{if(e.aborted)return;let r=t.node,s=i.map(l=>l.attribute),a=i.map(l=>l.attribute.interpretation==="color"?gs.getAttributeName(l.geometrySlot):l.attribute.interpretation==="classification"?ms.getAttributeName(l.geometrySlot):_s.getAttributeName(l.geometrySlot)),o=await this.source.getNodeData({node:r,position:t.mesh==null||t.positionDirty,attributes:s,signal:e});if(e.aborted)return;if(t.mesh!=null)this.updateGeometry(t.mesh.geometry,o,a),this.updateMaterial(t.mesh);else{let l=this.createMesh(o,a,r.volume);l.name=r.id,t.mesh=l,this.onObjectCreated(l)}t.state==="loading"&&this._stateMachine.transition(t,"displayed")}catch(r){r instanceof Error?r.message!=="aborted"&&console.error(r):r!=="aborted"&&console.error(r)}}async showNode(t){let e=this.getNodeInfo(t);e.state==="hidden"?this._stateMachine.transition(e,"displayed"):e.state==="empty"&&this._stateMachine.transition(e,"loading")}getNodeInfo(t){let e=t;return e.info===void 0&&(e.info=m4(t)),e.info}removeDataVolumeHelper(t){if(t.dataVolumeHelper){let e=t.dataVolumeHelper;e.geometry.dispose(),e.material.dispose(),e.removeFromParent(),t.dataVolumeHelper=void 0}}removeVolumeHelper(t){if(t.volumeHelper){let e=t.volumeHelper;e.geometry.dispose(),e.material.dispose(),e.removeFromParent(),t.volumeHelper=void 0}}forEachNodeInfo(t){uf(this._rootNode,e=>(t(this.getNodeInfo(e)),!0))}updateHelpers(){this.forEachNodeInfo(t=>{this.showNodeVolumes&&(t.state!=="empty"&&t.volumeHelper==null?(t.volumeHelper=p4(t),this._tileVolumeRoot.add(t.volumeHelper),t.volumeHelper.updateMatrixWorld(!0)):t.volumeHelper!=null&&(t.state==="empty"?this.removeVolumeHelper(t):(t.volumeHelper.material.color=Zx[t.state],t.volumeHelper.name=`${t.node.id} (${t.state})`))),this.showNodeDataVolumes&&t.dataVolumeHelper==null&&t.mesh!=null&&(t.dataVolumeHelper=d4(t))})}},_4=Um;var ac=Jf(Qm());function tg(n,t,e){return{parent:e,volume:t,...n}}function eg(n,t){if(t(n)&&n.children!=null)for(let e=0;e<8;e++){let i=n.children[e];i&&eg(i,t)}}function ng(n,t){if(n.children=t(n),n.children!=null)for(let e=0;e<n.children.length;e++){let i=n.children[e];i!=null&&(i.parent=n,ng(i,t))}return n}var ig=class{options=null;constructor(t){this.urlPrefix=t,this.headers=new Map}setHeader(t,e){this.headers.set(t,e)}},nc=new Map;function YM(n){let e=new URL(n).hostname,i=nc.get(e);i||(i=[],nc.set(e,i));let r=i.find(s=>s.urlPrefix===n);return r||(r=new ig(n),i.push(r),i.sort((s,a)=>a.urlPrefix.length-s.urlPrefix.length)),r}function sD(n,t){if(nc.size===0)return t;let e;typeof n=="string"?e=new URL(n):n instanceof URL?e=n:e=new URL(n.url);let i=nc.get(e.hostname);if(!i)return t;t||(t={});let r=t.headers??{},s=e.toString(),a={};for(let l of i)if(s.startsWith(l.urlPrefix)){a={...l.options,...a};for(let[c,u]of l.headers.entries())r[c]||(r[c]=u)}let o=Object.keys(a);for(let l of o)t[l]=a[l];return t.headers=r,t}function aD(n,t){let e=YM(n);e.options=t}function jM(n,t,e){YM(n).setHeader(t,e)}function oD(n,t){jM(n,"Authorization",t)}function lD(){nc.clear()}var ZM={setAuth:oD,setHeader:jM,setOptions:aD,applyConfiguration:sD,clear:lD};var cD=1e3,hD=10,rg=class extends Pe{},Do=new rg;function uD(n,t){Do.addEventListener(n,t)}function fD(n,t){return Do.hasEventListener(n,t)}function dD(n,t){Do.removeEventListener(n,t)}var sg=new Map,pD=0;function mD(n){if(!(n==null||n==="auto"))return n==="high"?1:-1}function gD(n,t){let e=new URL(n.url),i=sg.get(e.hostname);i||(i=new cf({maxConcurrentRequests:hD}),sg.set(e.hostname,i));let r=async()=>(n.signal?.throwIfAborted(),await fetch(n,t));return i.enqueue({id:(pD++).toString(),request:()=>r(),shouldExecute:n.signal==null?void 0:()=>!n.signal.aborted,priority:mD(t?.priority)})}function _D(){let n=0;return sg.forEach(t=>{n+=t.length}),{pending:n}}var ag=class extends Error{isHttpError=!0;constructor(t){super(`${t.status} ${t.statusText} - ${t.url}`),this.response=t}};async function oa(n,t){let e=ZM.applyConfiguration(n,t),i=new Request(n,e),r=await gD(i,{priority:t?.priority}).catch(s=>{throw Do.dispatchEvent({type:"error",error:s}),s});if(!r.ok){let s=t?.retries??0;if(s>0){let a=t?.retryDelay??cD;return a>0&&await Eo.delay(a),oa(n,{...t,retries:s-1})}else{let a=new ag(r);throw Do.dispatchEvent({type:"error",error:a}),a}}return r}async function $M(n,t){return(await oa(n,t)).blob()}async function vD(n,t){return(await oa(n,t)).text()}async function yD(n,t){return(await oa(n,t)).json()}async function xD(n,t){let i=await(await oa(n,t)).text();return new window.DOMParser().parseFromString(i,"text/xml")}async function MD(n,t){return(await oa(n,t)).arrayBuffer()}async function bD(n,t){let e=await $M(n,t);return Bi.decodeBlob(e,t)}var ic={fetch:oa,xml:xD,json:yD,blob:$M,texture:bD,arrayBuffer:MD,text:vD,getInfo:_D,addEventListener:uD,hasEventListener:fD,removeEventListener:dD,_eventTarget:Do};var lg=Jf(jm());var SD="https://cdn.jsdelivr.net/npm/laz-perf@0.0.7/lib",cg=SD,og=null;function wD(n){cg=n}function JM(n){og=n}function KM(){return cg}var Df;async function ED(n){return lg.LazPerf.create({wasmBinary:n})}async function TD(n){return lg.LazPerf.create({locateFile:t=>`${n}/${t}`})}function rc(){return Df||(og!=null?Df=ED(og):Df=TD(cg)),Df}var hg=n=>({min:0,max:2**n-1}),QM={min:0,max:1},t1={min:0,max:255},la={min:0,max:65536},AD={X:{min:void 0,max:void 0},Y:{min:void 0,max:void 0},Z:{min:void 0,max:void 0},Intensity:la,ReturnNumber:hg(3),NumberOfReturns:hg(3),ScanDirectionFlag:QM,EdgeOfFlightLine:QM,Classification:t1,ScanAngle:{min:-90,max:90},ScanAngleRank:{min:-90,max:90},UserData:t1,PointSourceId:la,ScanChannel:la,GpsTime:{min:0,max:9999},Red:la,Green:la,Blue:la,ScannerChannel:hg(2),Infrared:la};function ug(n){return n===8?4:n}function e1(n,t,e,i){let r=new Set(Object.keys(n));function s(o){return o==="Classification"?"classification":"unknown"}let a=[];((...o)=>{for(let l of o)if(!r.has(l))return!1;return!0})("Red","Green","Blue")&&a.push({name:"Color",interpretation:"color",type:"unsigned",size:e?1:2,dimension:3,min:0,max:e?255:65535});for(let o of Object.entries(n)){let l=o[0],c=o[1];if(c==null||l==="X"||l==="Y")continue;if(l==="Z"){a.push({dimension:1,interpretation:"unknown",type:"float",size:ug(c.size),name:"Z",min:t.min.z,max:t.max.z});continue}if(l==="GpsTime"&&i!=null){a.push({dimension:1,interpretation:"unknown",type:"float",size:ug(c.size),name:"GpsTime",min:i[0],max:i[1]});continue}let u=c.type;if(u==null)continue;let h=AD[l],f={name:l,dimension:1,size:ug(c.size),type:u,interpretation:s(l),min:h?.min,max:h?.max};a.push(f)}return a}function n1(n,t,e){let i=new Set(t?["X","Y","Z"]:[]);for(let r of e)i.add(r.dimension);for(let r of n)r.interpretation==="color"?(i.add("Red"),i.add("Green"),i.add("Blue")):i.add(r.name);return[...i]}function fg(n){return()=>{let t=new Worker(new URL("./points3d-worker.js",import.meta.url),{type:"module"});return t.postMessage({type:"SetWasmBinary",buffer:n}),t}}var Oo=class n extends $s{constructor(t,e){super({createWorker:fg(t),concurrency:e})}static _wasmBinary=null;static _singleton=null;static async get(){return this._singleton!=null?this._singleton:this.createSingleton()}static async createSingleton(){if(this._wasmBinary==null){let t=`${KM()}/laz-perf.wasm`;this._wasmBinary=await ic.arrayBuffer(t)}return this._singleton=new n(this._wasmBinary),this._singleton}};var dg=class{_length=0;constructor(t,e){this._ctor=e,this._array=e(t)}get capacity(){return this._array.length}get length(){return this._length}push(t){this.isFull&&this.expand(),this._array[this._length]=t,this._length++}getArray(){return this.isFull?this._array:this._array.slice(0,this._length)}get isFull(){return this._length===this.capacity}expand(){let t=Math.round(this.capacity*1.5),e=this._ctor(t);e.set(this._array),this._array=e}},i1=dg;var Or=0,Nr=1,sr=2,ws=3,pg=class{_lastExpansion=0;get byteLength(){return this.array.byteLength}get capacity(){return this.array.length/this._dimension}get array(){return this._array}toFloat32Array(){return this._array instanceof Float32Array?this._array.length===this._length*this._dimension?this._array:this._array.slice(0,this._length*this._dimension):new Float32Array(this._array.slice(0,this._length*this._dimension))}constructor(t,e){if(this._dimension=e,t.length%this._dimension!==0)throw new Error(`invalid size, expected a multiple of ${this._dimension}, got ${t.length}`);this._array=t,this._capacity=this._array.length/this._dimension,this._length=this._capacity}get length(){return this._length}set length(t){this._length=t}setX(t,e){let i=t*this._dimension;this._array[i+Or]=e}getX(t){let e=t*this._dimension;return this._array[e+Or]}setY(t,e){let i=t*this._dimension;this._array[i+Nr]=e}getY(t){let e=t*this._dimension;return this._array[e+Nr]}setZ(t,e){if(this._dimension>=3){let i=t*this._dimension;this._array[i+sr]=e}}getZ(t){if(this._dimension>=3){let e=t*this._dimension;return this._array[e+sr]}return null}setW(t,e){if(this._dimension>=4){let i=t*this._dimension;this._array[i+ws]=e}}getW(t){if(this._dimension>=4){let e=t*this._dimension;return this._array[e+ws]}return null}setVector(t,e){let i=t*this._dimension;this._array[i+Or]=e.getComponent(Or),this._array[i+Nr]=e.getComponent(Nr),this._dimension>=3&&(this._array[i+sr]=e.getComponent(sr)),this._dimension>=4&&(this._array[i+ws]=e.getComponent(ws))}set(t,e,i,r,s){let a=t*this._dimension;if(a>=this._array.length)throw new Error("index out of bounds");this._array[a+Or]=e,this._array[a+Nr]=i,this._dimension>=sr&&r!=null&&(this._array[a+sr]=r),this._dimension>=ws&&s!=null&&(this._array[a+ws]=s)}copyItem(t,e){let i=this._dimension,r=e*i,s=t*i;this._array[r+Or]=this._array[s+Or],this._array[r+Nr]=this._array[s+Nr],i>=3&&(this._array[r+sr]=this._array[s+sr]),i>=4&&(this._array[r+ws]=this._array[s+ws])}computeExpansionSize(){return this._lastExpansion===0?this._lastExpansion=32:(this._lastExpansion*=2,this._lastExpansion=oe.clamp(this._lastExpansion,32,65536)),this._lastExpansion}trim(){this._capacity>this._length&&(this._capacity=this._length,this._array=this._array.slice(0,this._length*this._dimension))}allocateIfFull(){if(this._capacity===this._length){let t=this._length;this.expand(this._length+this.computeExpansionSize()),this._capacity=this._array.length/this._dimension,this._length=t}}push(t,e,i,r){this._capacity===this._length&&this.allocateIfFull(),this.setX(this._length,t),this.setY(this._length,e),i!=null&&this.setZ(this._length,i),r!=null&&this.setW(this._length,r),this._length++}pushVector(t){this._capacity===this._length&&this.allocateIfFull(),this.assignVector(this._length*this._dimension,t),this._length++}expand(t){let e=new this.array.constructor(t*this._dimension);return e.set(this._array),this._array=e,this._capacity=this._array.length/this._dimension,this._length=this._capacity,this}forEach(t){let e=this.getTempVector(),i=this._dimension;for(let r=0;r<this._array.length;r+=i){this.readVector(r,e);let s=r/i;t(e,s,this)}}};var sc=class n extends pg{dimension=3;constructor(t){super(t,3)}get(t,e){return e=e??new O,e.set(this.getX(t),this.getY(t),tn(this.getZ(t)))}clone(){return new n(this._array.slice(0))}getZ(t){return super.getZ(t)}getTempVector(){return new O}readVector(t,e){let i=this._array;e.set(i[t+Or],i[t+Nr],i[t+sr])}assignVector(t,e){this._array[t+Or]=e.x,this._array[t+Nr]=e.y,this._array[t+sr]=e.z}};function Of(n,t){return n==null||n.length===0?!0:n.every(e=>e(t))}function CD(n){let t=n.operator;switch(t){case"equal":return e=>e===n.value;case"less":return e=>e<n.value;case"lessequal":return e=>e<=n.value;case"greater":return e=>e>n.value;case"greaterequal":return e=>e>=n.value;case"not":return e=>e!==n.value;case"in":return e=>n.values.has(e);case"not_in":return e=>!n.values.has(e);default:throw new Error(`invalid filter operator: '${t}'`)}}function r1(n,t){if(n.length===0)return null;let e=[];for(let i of n){let r=CD(i);if(t.dimensions[i.dimension]!=null){let s=t.getter(i.dimension);e.push(a=>r(s(a)))}}return e.length>0?e:null}function s1(n,t,e,i){let r=n.pointCount,[s,a,o]=["Red","Green","Blue"].map(n.getter),l=new sc(e?new Uint8Array(r*3):new Uint16Array(r*3));l.length=0;let c=e?1/65536*256:1;for(let u=0;u<r;u+=t)if(Of(i,u)){let h=s(u)*c,f=a(u)*c,p=o(u)*c;l.push(h,f,p)}return l.array.buffer}function a1(n,t,e,i){let r=n.pointCount,[s,a,o]=["X","Y","Z"].map(n.getter),l=Math.floor(r/e)+r%e,c=new sc(new Float32Array(l*3));c.length=0;let u=1/0,h=1/0,f=1/0,p=-1/0,d=-1/0,_=-1/0;for(let g=0;g<r;g+=e)if(Of(i,g)){let m=s(g)-t.x,w=a(g)-t.y,A=o(g)-t.z;u=Math.min(m,u),h=Math.min(w,h),f=Math.min(A,f),p=Math.max(m,p),d=Math.max(w,d),_=Math.max(A,_),c.push(m,w,A)}return c.trim(),{buffer:c.array.buffer,localBoundingBox:new Ze(new O(u,h,f),new O(p,d,_))}}function PD(n,t,e,i,r){for(let s=0;s<t;s+=e)Of(r,s)&&i.push(n(s))}function o1(n,t,e,i){let r=t.name,s;switch(t.type){case"float":s=ca(Float32Array);break;case"signed":switch(t.size){case 1:s=ca(Int8Array);break;case 2:s=ca(Int16Array);break;case 4:s=ca(Int32Array);break;default:throw new Error("invalid attribute size for signed values: "+t.size)}break;case"unsigned":switch(t.size){case 1:s=ca(Uint8Array);break;case 2:s=ca(Uint16Array);break;case 4:s=ca(Uint32Array);break;default:throw new Error("invalid attribute size for unsigned values: "+t.size)}break;default:throw new To(r)}return s(r,n,e,i)}function l1(n,t,e){let i=t.name;if(t.interpretation==="color")return e?new $r(n,3,!0):new ji(n,3,!0);switch(t.type){case"float":return new We(n,t.dimension);case"signed":{let r;switch(t.size){case 1:r=new Os(n,t.dimension);break;case 2:r=new Ns(n,t.dimension);break;case 4:r=new Us(n,t.dimension);break;default:throw new Error("invalid attribute size for signed values: "+t.size)}return r.gpuType=$i,r}case"unsigned":{let r;switch(t.size){case 1:r=new $r(n,t.dimension);break;case 2:r=new ji(n,t.dimension);break;case 4:r=new _r(n,t.dimension);break;default:throw new Error("invalid attribute size for unsigned values: "+t.size)}return r.gpuType=$i,r}default:throw new To(i)}}function ca(n){return(t,e,i,r)=>{let s=e.pointCount,a=new i1(s,o=>new n(o));return PD(e.getter(t),s,i,a,r),a.getArray().buffer}}var Nf=Jf(Qm());async function c1(n,t){let e=await rc();return Nf.Las.PointData.decompressChunk(new Uint8Array(n),t,e)}async function RD(n){let t=await rc();return Nf.Las.PointData.decompressFile(new Uint8Array(n),t)}function ID(n){c1(n.payload.buffer,n.payload.metadata).then(t=>{let e={requestId:n.id,payload:t.buffer};postMessage(e,{transfer:[t.buffer]})}).catch(t=>{postMessage(eo(n.id,t))})}function LD(n){RD(n.payload.buffer).then(t=>{let e={requestId:n.id,payload:t.buffer};postMessage(e,{transfer:[t.buffer]})}).catch(t=>{console.error(t),postMessage(eo(n.id,t))})}function mg(n,t,e,i){let r=Nf.Las.View.create(n,t,e,i);if(e){let s={};for(let[a,o]of Object.entries(r.dimensions)){let l=o,c=e.find(u=>u.name===a);c&&(c.type==="signed"||c.type==="unsigned")&&(typeof c.scale=="number"&&c.scale!==1||typeof c.offset=="number"&&c.offset!==0)&&(l={type:"float",size:4}),s[a]=l}r.dimensions=s}return r}function gg(n){let{view:t,filters:e,origin:i,attributes:r,compressColors:s}=n,a=n.stride??1,o=r1(e??[],t),l;if(n.position){let u=a1(t,i,a,o),h=[u.localBoundingBox.min.x,u.localBoundingBox.min.y,u.localBoundingBox.min.z,u.localBoundingBox.max.x,u.localBoundingBox.max.y,u.localBoundingBox.max.z];l={buffer:u.buffer,localBoundingBox:h}}let c=r.map(u=>{switch(u.interpretation){case"color":return s1(t,a,s,o);case"classification":case"unknown":return o1(t,u,a,o)}});return{position:l,attributes:c}}function DD(n){let{buffer:t,metadata:e,header:i,eb:r,include:s}=n.payload;c1(t,e).then(a=>{let o=mg(a,i,r,s),l=gg({...n.payload,view:o}),c={requestId:n.id,payload:l},u=[...l.attributes];l.position&&u.push(l.position.buffer),postMessage(c,{transfer:u})}).catch(a=>{console.error(a),postMessage(eo(n.id,a))})}onmessage=n=>{let t=n.data;switch(t.type){case"DecodeLazChunk":ID(t);break;case"DecodeLazFile":LD(t);break;case"ReadView":DD(t);break;case"SetWasmBinary":JM(t.buffer);break}};var OD=new cf,ND=n=>async(t,e)=>{let r=await(await ic.blob(n,{headers:{Range:`bytes=${t}-${e-1}`}})).arrayBuffer();return new Uint8Array(r)};async function UD(n,t){let e=await rc();return ac.Las.PointData.decompressChunk(n,t,e)}async function FD(n,t){return(await Oo.get()).queue("DecodeLazChunk",{buffer:n.buffer,metadata:t},[n.buffer]).then(i=>new Uint8Array(i))}var BD=new O,GD=new O;function Es(n,t,e,i,r,s,a){let o=e.depth+1,l=e.x*2+r,c=e.y*2+s,u=e.z*2+a,h=`${o}-${l}-${c}-${u}`,f=t.get(h);if(!f)return;let p=e.volume.getCenter(BD),d=e.volume.getSize(GD).divideScalar(2),_=B=>B===0?-1:0,g=p.x+d.x*_(r),m=p.y+d.y*_(s),w=p.z+d.z*_(a),A=new O(g,m,w),b=A.clone().add(d),P=new Ze(A,b),I=P.getCenter(new O);return tg({depth:o,x:l,y:c,z:u,id:h,center:I,pointCount:f.pointCount,geometricError:i,hasData:f.pointCount>0,sourceId:n,volume:P},P,e)}async function h1(n,t,e){let{nodes:i,pages:r}=await ac.Copc.loadHierarchyPage(n,t);for(let[s,a]of Object.entries(i))e.set(s,a);for(let s of Object.values(r))s&&await h1(n,s,e)}var Uf=class extends hf{isCOPCSource=!0;type="COPCSource";_opCounter=new to;_nodeMap=new Map;_filters=[];_options={decimate:1,enableWorkers:!0,compressColorsToUint8:!0};get loading(){return this._opCounter.loading}get progress(){return this._opCounter.progress}get filters(){return this._filters}set filters(t){this._filters.length=0,t!=null&&this._filters.push(...t),this.dispatchEvent({type:"updated"})}constructor(t){if(super(),this._opCounter.addEventListener("changed",()=>this.dispatchEvent({type:"progress"})),this._options.compressColorsToUint8=t.compressColorsTo8Bit??this._options.compressColorsToUint8,this._options.decimate=t.decimate??1,this._options.decimate<1)throw new Error("decimate should be at least 1");this._options.enableWorkers=t.enableWorkers??!0,t.filters!=null&&t.filters.length>0&&this._filters.push(...t.filters),this._getter=typeof t.url=="string"?ND(t.url):t.url}async initializeOnce(){let t=this._opCounter;t.increment(3);let e=await ac.Copc.create(this._getter).finally(()=>t.decrement()),[i,r,s]=e.header.min,[a,o,l]=e.header.max,c=new Ze(new O(i,r,s),new O(a,o,l)),u=new Map;await h1(this._getter,e.info.rootHierarchyPage,u).finally(()=>t.decrement());let h=tn(u.get("0-0-0-0"),"FATAL: no root node in the LAS file."),f=await this.loadPointDataView(this._getter,e,h).finally(()=>t.decrement());return this._data={copc:e,nodes:u,volume:c,dimensions:f.dimensions},this}getMetadata(){let t=this.ensureInitialized(),e=Hn.unknown;if(typeof t.copc.wkt<"u")try{e=Hn.fromWkt(t.copc.wkt)}catch(r){console.error(`Failed to parse WKT for COPC "${this.id}": `,r)}let i={pointCount:t.copc.header.pointCount,attributes:e1(t.dimensions,t.volume,this._options.compressColorsToUint8,t.copc.info.gpsTimeRange),volume:t.volume,crs:e};return Promise.resolve(i)}getHierarchy(){let{copc:t,nodes:e}=this.ensureInitialized(),[i,r,s,a,o,l]=t.info.cube,c=new Ze(new O(i,r,s),new O(a,o,l)),u=tn(e.get("0-0-0-0")),h=t.info.spacing,f=tg({depth:0,x:0,y:0,z:0,id:"0-0-0-0",volume:c,center:c.getCenter(new O),pointCount:u.pointCount,geometricError:h,hasData:u.pointCount>0,sourceId:this.id},c);return ng(f,d=>{let _=h/2**(d.depth+1);return[Es(this.id,e,d,_,0,0,0),Es(this.id,e,d,_,1,0,0),Es(this.id,e,d,_,1,1,0),Es(this.id,e,d,_,0,1,0),Es(this.id,e,d,_,0,0,1),Es(this.id,e,d,_,1,0,1),Es(this.id,e,d,_,1,1,1),Es(this.id,e,d,_,0,1,1)]}),eg(f,d=>(this._nodeMap.set(d.id,d),!0)),Promise.resolve(f)}async getNodeData(t){let{nodes:e,copc:i}=this.ensureInitialized(),r=t.node.id,s=-t.node.depth,a=e.get(r);if(!a)throw new Error("no such node: "+r);let o=t.signal;o?.throwIfAborted();let l=t.attributes??[],c=n1(l,t.position,this._filters),u=tn(this._nodeMap.get(r)),h=this._options.decimate,{x:f,y:p,z:d}=t.node.center,_={pointCount:a.pointCount,pointDataRecordFormat:i.header.pointDataRecordFormat,pointDataRecordLength:i.header.pointDataRecordLength},g;this._options.enableWorkers?g=await this.loadNodeDataWithWorker(a,s,o,i,_,t,f,p,d,c,h):g=await this.loadNodeData(i,a,c,s,o,f,p,d,h,t),o?.throwIfAborted();let m,w;if(g.position){m=new He(new Float32Array(g.position.buffer),3);let[b,P,I,D,B,T]=g.position.localBoundingBox;w=new Ze(new O(b,P,I),new O(D,B,T))}let A=l.map((b,P)=>{let I=g.attributes[P];if(I!=null)return l1(I,b,this._options.compressColorsToUint8)});return{pointCount:m?.count??A[0]?.count,origin:u.center,localBoundingBox:w,position:m,attributes:A}}async loadNodeData(t,e,i,r,s,a,o,l,c,u){let h=await this._opCounter.wrap(this.loadPointDataView(this._getter,t,e,i,r,s));return s?.throwIfAborted(),gg({view:h,origin:{x:a,y:o,z:l},stride:c,position:u.position,attributes:u.attributes??[],compressColors:this._options.compressColorsToUint8,filters:this._filters})}async loadNodeDataWithWorker(t,e,i,r,s,a,o,l,c,u,h){let f=await this._opCounter.wrap(this.loadPointDataViewBuffer(this._getter,t,e));i?.throwIfAborted();let p=f.slice(0);try{return this._opCounter.increment(),await(await Oo.get()).queue("ReadView",{buffer:p,header:r.header,metadata:s,position:a.position,origin:{x:o,y:l,z:c},include:u,filters:this._filters,eb:r.eb,stride:h,attributes:a.attributes??[],compressColors:this._options.compressColorsToUint8},[p])}finally{this._opCounter.decrement()}}ensureInitialized(){if(!this._data)throw new Error("not initialized");return this._data}async loadPointDataViewBuffer(t,e,i){let{pointDataOffset:r,pointDataLength:s}=e,a=`${this.id}-${r}-${s}`,o=Xl.get(a);return o!=null?o.buffer:OD.enqueue({id:a,priority:i,request:async()=>{let l=await t(r,r+s);return Xl.set(a,l,{size:l.byteLength}),l.buffer}})}async loadPointDataView(t,e,i,r,s,a){let o=await this.loadPointDataViewBuffer(t,i,s);a?.throwIfAborted();let l;if(this._options.enableWorkers){let c=new Uint8Array(o.slice(0));l=await FD(c,{pointCount:i.pointCount,pointDataRecordFormat:e.header.pointDataRecordFormat,pointDataRecordLength:e.header.pointDataRecordLength})}else{let c=new Uint8Array(o);l=await UD(c,{pointCount:i.pointCount,pointDataRecordFormat:e.header.pointDataRecordFormat,pointDataRecordLength:e.header.pointDataRecordLength})}return a?.throwIfAborted(),mg(l,e.header,e.eb,r)}getMemoryUsage(){}dispose(){}};var u1={type:"change"},vg={type:"start"},d1={type:"end"},Ff=new Ri,f1=new jn,zD=Math.cos(70*oe.DEG2RAD),vn=new O,ai=2*Math.PI,Re={NONE:-1,ROTATE:0,DOLLY:1,PAN:2,TOUCH_ROTATE:3,TOUCH_PAN:4,TOUCH_DOLLY_PAN:5,TOUCH_DOLLY_ROTATE:6},_g=1e-6,Bf=class extends al{constructor(t,e=null){super(t,e),this.state=Re.NONE,this.target=new O,this.cursor=new O,this.minDistance=0,this.maxDistance=1/0,this.minZoom=0,this.maxZoom=1/0,this.minTargetRadius=0,this.maxTargetRadius=1/0,this.minPolarAngle=0,this.maxPolarAngle=Math.PI,this.minAzimuthAngle=-1/0,this.maxAzimuthAngle=1/0,this.enableDamping=!1,this.dampingFactor=.05,this.enableZoom=!0,this.zoomSpeed=1,this.enableRotate=!0,this.rotateSpeed=1,this.keyRotateSpeed=1,this.enablePan=!0,this.panSpeed=1,this.screenSpacePanning=!0,this.keyPanSpeed=7,this.zoomToCursor=!1,this.autoRotate=!1,this.autoRotateSpeed=2,this.keys={LEFT:"ArrowLeft",UP:"ArrowUp",RIGHT:"ArrowRight",BOTTOM:"ArrowDown"},this.mouseButtons={LEFT:gi.ROTATE,MIDDLE:gi.DOLLY,RIGHT:gi.PAN},this.touches={ONE:Li.ROTATE,TWO:Li.DOLLY_PAN},this.target0=this.target.clone(),this.position0=this.object.position.clone(),this.zoom0=this.object.zoom,this._domElementKeyEvents=null,this._lastPosition=new O,this._lastQuaternion=new mi,this._lastTargetPosition=new O,this._quat=new mi().setFromUnitVectors(t.up,new O(0,1,0)),this._quatInverse=this._quat.clone().invert(),this._spherical=new za,this._sphericalDelta=new za,this._scale=1,this._panOffset=new O,this._rotateStart=new vt,this._rotateEnd=new vt,this._rotateDelta=new vt,this._panStart=new vt,this._panEnd=new vt,this._panDelta=new vt,this._dollyStart=new vt,this._dollyEnd=new vt,this._dollyDelta=new vt,this._dollyDirection=new O,this._mouse=new vt,this._performCursorZoom=!1,this._pointers=[],this._pointerPositions={},this._controlActive=!1,this._onPointerMove=VD.bind(this),this._onPointerDown=kD.bind(this),this._onPointerUp=HD.bind(this),this._onContextMenu=$D.bind(this),this._onMouseWheel=qD.bind(this),this._onKeyDown=YD.bind(this),this._onTouchStart=jD.bind(this),this._onTouchMove=ZD.bind(this),this._onMouseDown=WD.bind(this),this._onMouseMove=XD.bind(this),this._interceptControlDown=JD.bind(this),this._interceptControlUp=KD.bind(this),this.domElement!==null&&this.connect(this.domElement),this.update()}connect(t){super.connect(t),this.domElement.addEventListener("pointerdown",this._onPointerDown),this.domElement.addEventListener("pointercancel",this._onPointerUp),this.domElement.addEventListener("contextmenu",this._onContextMenu),this.domElement.addEventListener("wheel",this._onMouseWheel,{passive:!1}),this.domElement.getRootNode().addEventListener("keydown",this._interceptControlDown,{passive:!0,capture:!0}),this.domElement.style.touchAction="none"}disconnect(){this.domElement.removeEventListener("pointerdown",this._onPointerDown),this.domElement.removeEventListener("pointermove",this._onPointerMove),this.domElement.removeEventListener("pointerup",this._onPointerUp),this.domElement.removeEventListener("pointercancel",this._onPointerUp),this.domElement.removeEventListener("wheel",this._onMouseWheel),this.domElement.removeEventListener("contextmenu",this._onContextMenu),this.stopListenToKeyEvents(),this.domElement.getRootNode().removeEventListener("keydown",this._interceptControlDown,{capture:!0}),this.domElement.style.touchAction="auto"}dispose(){this.disconnect()}getPolarAngle(){return this._spherical.phi}getAzimuthalAngle(){return this._spherical.theta}getDistance(){return this.object.position.distanceTo(this.target)}listenToKeyEvents(t){t.addEventListener("keydown",this._onKeyDown),this._domElementKeyEvents=t}stopListenToKeyEvents(){this._domElementKeyEvents!==null&&(this._domElementKeyEvents.removeEventListener("keydown",this._onKeyDown),this._domElementKeyEvents=null)}saveState(){this.target0.copy(this.target),this.position0.copy(this.object.position),this.zoom0=this.object.zoom}reset(){this.target.copy(this.target0),this.object.position.copy(this.position0),this.object.zoom=this.zoom0,this.object.updateProjectionMatrix(),this.dispatchEvent(u1),this.update(),this.state=Re.NONE}update(t=null){let e=this.object.position;vn.copy(e).sub(this.target),vn.applyQuaternion(this._quat),this._spherical.setFromVector3(vn),this.autoRotate&&this.state===Re.NONE&&this._rotateLeft(this._getAutoRotationAngle(t)),this.enableDamping?(this._spherical.theta+=this._sphericalDelta.theta*this.dampingFactor,this._spherical.phi+=this._sphericalDelta.phi*this.dampingFactor):(this._spherical.theta+=this._sphericalDelta.theta,this._spherical.phi+=this._sphericalDelta.phi);let i=this.minAzimuthAngle,r=this.maxAzimuthAngle;isFinite(i)&&isFinite(r)&&(i<-Math.PI?i+=ai:i>Math.PI&&(i-=ai),r<-Math.PI?r+=ai:r>Math.PI&&(r-=ai),i<=r?this._spherical.theta=Math.max(i,Math.min(r,this._spherical.theta)):this._spherical.theta=this._spherical.theta>(i+r)/2?Math.max(i,this._spherical.theta):Math.min(r,this._spherical.theta)),this._spherical.phi=Math.max(this.minPolarAngle,Math.min(this.maxPolarAngle,this._spherical.phi)),this._spherical.makeSafe(),this.enableDamping===!0?this.target.addScaledVector(this._panOffset,this.dampingFactor):this.target.add(this._panOffset),this.target.sub(this.cursor),this.target.clampLength(this.minTargetRadius,this.maxTargetRadius),this.target.add(this.cursor);let s=!1;if(this.zoomToCursor&&this._performCursorZoom||this.object.isOrthographicCamera)this._spherical.radius=this._clampDistance(this._spherical.radius);else{let a=this._spherical.radius;this._spherical.radius=this._clampDistance(this._spherical.radius*this._scale),s=a!=this._spherical.radius}if(vn.setFromSpherical(this._spherical),vn.applyQuaternion(this._quatInverse),e.copy(this.target).add(vn),this.object.lookAt(this.target),this.enableDamping===!0?(this._sphericalDelta.theta*=1-this.dampingFactor,this._sphericalDelta.phi*=1-this.dampingFactor,this._panOffset.multiplyScalar(1-this.dampingFactor)):(this._sphericalDelta.set(0,0,0),this._panOffset.set(0,0,0)),this.zoomToCursor&&this._performCursorZoom){let a=null;if(this.object.isPerspectiveCamera){let o=vn.length();a=this._clampDistance(o*this._scale);let l=o-a;this.object.position.addScaledVector(this._dollyDirection,l),this.object.updateMatrixWorld(),s=!!l}else if(this.object.isOrthographicCamera){let o=new O(this._mouse.x,this._mouse.y,0);o.unproject(this.object);let l=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),this.object.updateProjectionMatrix(),s=l!==this.object.zoom;let c=new O(this._mouse.x,this._mouse.y,0);c.unproject(this.object),this.object.position.sub(c).add(o),this.object.updateMatrixWorld(),a=vn.length()}else console.warn("WARNING: OrbitControls.js encountered an unknown camera type - zoom to cursor disabled."),this.zoomToCursor=!1;a!==null&&(this.screenSpacePanning?this.target.set(0,0,-1).transformDirection(this.object.matrix).multiplyScalar(a).add(this.object.position):(Ff.origin.copy(this.object.position),Ff.direction.set(0,0,-1).transformDirection(this.object.matrix),Math.abs(this.object.up.dot(Ff.direction))<zD?this.object.lookAt(this.target):(f1.setFromNormalAndCoplanarPoint(this.object.up,this.target),Ff.intersectPlane(f1,this.target))))}else if(this.object.isOrthographicCamera){let a=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),a!==this.object.zoom&&(this.object.updateProjectionMatrix(),s=!0)}return this._scale=1,this._performCursorZoom=!1,s||this._lastPosition.distanceToSquared(this.object.position)>_g||8*(1-this._lastQuaternion.dot(this.object.quaternion))>_g||this._lastTargetPosition.distanceToSquared(this.target)>_g?(this.dispatchEvent(u1),this._lastPosition.copy(this.object.position),this._lastQuaternion.copy(this.object.quaternion),this._lastTargetPosition.copy(this.target),!0):!1}_getAutoRotationAngle(t){return t!==null?ai/60*this.autoRotateSpeed*t:ai/60/60*this.autoRotateSpeed}_getZoomScale(t){let e=Math.abs(t*.01);return Math.pow(.95,this.zoomSpeed*e)}_rotateLeft(t){this._sphericalDelta.theta-=t}_rotateUp(t){this._sphericalDelta.phi-=t}_panLeft(t,e){vn.setFromMatrixColumn(e,0),vn.multiplyScalar(-t),this._panOffset.add(vn)}_panUp(t,e){this.screenSpacePanning===!0?vn.setFromMatrixColumn(e,1):(vn.setFromMatrixColumn(e,0),vn.crossVectors(this.object.up,vn)),vn.multiplyScalar(t),this._panOffset.add(vn)}_pan(t,e){let i=this.domElement;if(this.object.isPerspectiveCamera){let r=this.object.position;vn.copy(r).sub(this.target);let s=vn.length();s*=Math.tan(this.object.fov/2*Math.PI/180),this._panLeft(2*t*s/i.clientHeight,this.object.matrix),this._panUp(2*e*s/i.clientHeight,this.object.matrix)}else this.object.isOrthographicCamera?(this._panLeft(t*(this.object.right-this.object.left)/this.object.zoom/i.clientWidth,this.object.matrix),this._panUp(e*(this.object.top-this.object.bottom)/this.object.zoom/i.clientHeight,this.object.matrix)):(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - pan disabled."),this.enablePan=!1)}_dollyOut(t){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale/=t:(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled."),this.enableZoom=!1)}_dollyIn(t){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale*=t:(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled."),this.enableZoom=!1)}_updateZoomParameters(t,e){if(!this.zoomToCursor)return;this._performCursorZoom=!0;let i=this.domElement.getBoundingClientRect(),r=t-i.left,s=e-i.top,a=i.width,o=i.height;this._mouse.x=r/a*2-1,this._mouse.y=-(s/o)*2+1,this._dollyDirection.set(this._mouse.x,this._mouse.y,1).unproject(this.object).sub(this.object.position).normalize()}_clampDistance(t){return Math.max(this.minDistance,Math.min(this.maxDistance,t))}_handleMouseDownRotate(t){this._rotateStart.set(t.clientX,t.clientY)}_handleMouseDownDolly(t){this._updateZoomParameters(t.clientX,t.clientX),this._dollyStart.set(t.clientX,t.clientY)}_handleMouseDownPan(t){this._panStart.set(t.clientX,t.clientY)}_handleMouseMoveRotate(t){this._rotateEnd.set(t.clientX,t.clientY),this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let e=this.domElement;this._rotateLeft(ai*this._rotateDelta.x/e.clientHeight),this._rotateUp(ai*this._rotateDelta.y/e.clientHeight),this._rotateStart.copy(this._rotateEnd),this.update()}_handleMouseMoveDolly(t){this._dollyEnd.set(t.clientX,t.clientY),this._dollyDelta.subVectors(this._dollyEnd,this._dollyStart),this._dollyDelta.y>0?this._dollyOut(this._getZoomScale(this._dollyDelta.y)):this._dollyDelta.y<0&&this._dollyIn(this._getZoomScale(this._dollyDelta.y)),this._dollyStart.copy(this._dollyEnd),this.update()}_handleMouseMovePan(t){this._panEnd.set(t.clientX,t.clientY),this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd),this.update()}_handleMouseWheel(t){this._updateZoomParameters(t.clientX,t.clientY),t.deltaY<0?this._dollyIn(this._getZoomScale(t.deltaY)):t.deltaY>0&&this._dollyOut(this._getZoomScale(t.deltaY)),this.update()}_handleKeyDown(t){let e=!1;switch(t.code){case this.keys.UP:t.ctrlKey||t.metaKey||t.shiftKey?this.enableRotate&&this._rotateUp(ai*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,this.keyPanSpeed),e=!0;break;case this.keys.BOTTOM:t.ctrlKey||t.metaKey||t.shiftKey?this.enableRotate&&this._rotateUp(-ai*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,-this.keyPanSpeed),e=!0;break;case this.keys.LEFT:t.ctrlKey||t.metaKey||t.shiftKey?this.enableRotate&&this._rotateLeft(ai*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(this.keyPanSpeed,0),e=!0;break;case this.keys.RIGHT:t.ctrlKey||t.metaKey||t.shiftKey?this.enableRotate&&this._rotateLeft(-ai*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(-this.keyPanSpeed,0),e=!0;break}e&&(t.preventDefault(),this.update())}_handleTouchStartRotate(t){if(this._pointers.length===1)this._rotateStart.set(t.pageX,t.pageY);else{let e=this._getSecondPointerPosition(t),i=.5*(t.pageX+e.x),r=.5*(t.pageY+e.y);this._rotateStart.set(i,r)}}_handleTouchStartPan(t){if(this._pointers.length===1)this._panStart.set(t.pageX,t.pageY);else{let e=this._getSecondPointerPosition(t),i=.5*(t.pageX+e.x),r=.5*(t.pageY+e.y);this._panStart.set(i,r)}}_handleTouchStartDolly(t){let e=this._getSecondPointerPosition(t),i=t.pageX-e.x,r=t.pageY-e.y,s=Math.sqrt(i*i+r*r);this._dollyStart.set(0,s)}_handleTouchStartDollyPan(t){this.enableZoom&&this._handleTouchStartDolly(t),this.enablePan&&this._handleTouchStartPan(t)}_handleTouchStartDollyRotate(t){this.enableZoom&&this._handleTouchStartDolly(t),this.enableRotate&&this._handleTouchStartRotate(t)}_handleTouchMoveRotate(t){if(this._pointers.length==1)this._rotateEnd.set(t.pageX,t.pageY);else{let i=this._getSecondPointerPosition(t),r=.5*(t.pageX+i.x),s=.5*(t.pageY+i.y);this._rotateEnd.set(r,s)}this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let e=this.domElement;this._rotateLeft(ai*this._rotateDelta.x/e.clientHeight),this._rotateUp(ai*this._rotateDelta.y/e.clientHeight),this._rotateStart.copy(this._rotateEnd)}_handleTouchMovePan(t){if(this._pointers.length===1)this._panEnd.set(t.pageX,t.pageY);else{let e=this._getSecondPointerPosition(t),i=.5*(t.pageX+e.x),r=.5*(t.pageY+e.y);this._panEnd.set(i,r)}this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd)}_handleTouchMoveDolly(t){let e=this._getSecondPointerPosition(t),i=t.pageX-e.x,r=t.pageY-e.y,s=Math.sqrt(i*i+r*r);this._dollyEnd.set(0,s),this._dollyDelta.set(0,Math.pow(this._dollyEnd.y/this._dollyStart.y,this.zoomSpeed)),this._dollyOut(this._dollyDelta.y),this._dollyStart.copy(this._dollyEnd);let a=(t.pageX+e.x)*.5,o=(t.pageY+e.y)*.5;this._updateZoomParameters(a,o)}_handleTouchMoveDollyPan(t){this.enableZoom&&this._handleTouchMoveDolly(t),this.enablePan&&this._handleTouchMovePan(t)}_handleTouchMoveDollyRotate(t){this.enableZoom&&this._handleTouchMoveDolly(t),this.enableRotate&&this._handleTouchMoveRotate(t)}_addPointer(t){this._pointers.push(t.pointerId)}_removePointer(t){delete this._pointerPositions[t.pointerId];for(let e=0;e<this._pointers.length;e++)if(this._pointers[e]==t.pointerId){this._pointers.splice(e,1);return}}_isTrackingPointer(t){for(let e=0;e<this._pointers.length;e++)if(this._pointers[e]==t.pointerId)return!0;return!1}_trackPointer(t){let e=this._pointerPositions[t.pointerId];e===void 0&&(e=new vt,this._pointerPositions[t.pointerId]=e),e.set(t.pageX,t.pageY)}_getSecondPointerPosition(t){let e=t.pointerId===this._pointers[0]?this._pointers[1]:this._pointers[0];return this._pointerPositions[e]}_customWheelEvent(t){let e=t.deltaMode,i={clientX:t.clientX,clientY:t.clientY,deltaY:t.deltaY};switch(e){case 1:i.deltaY*=16;break;case 2:i.deltaY*=100;break}return t.ctrlKey&&!this._controlActive&&(i.deltaY*=10),i}};function kD(n){this.enabled!==!1&&(this._pointers.length===0&&(this.domElement.setPointerCapture(n.pointerId),this.domElement.addEventListener("pointermove",this._onPointerMove),this.domElement.addEventListener("pointerup",this._onPointerUp)),!this._isTrackingPointer(n)&&(this._addPointer(n),n.pointerType==="touch"?this._onTouchStart(n):this._onMouseDown(n)))}function VD(n){this.enabled!==!1&&(n.pointerType==="touch"?this._onTouchMove(n):this._onMouseMove(n))}function HD(n){switch(this._removePointer(n),this._pointers.length){case 0:this.domElement.releasePointerCapture(n.pointerId),this.domElement.removeEventListener("pointermove",this._onPointerMove),this.domElement.removeEventListener("pointerup",this._onPointerUp),this.dispatchEvent(d1),this.state=Re.NONE;break;case 1:let t=this._pointers[0],e=this._pointerPositions[t];this._onTouchStart({pointerId:t,pageX:e.x,pageY:e.y});break}}function WD(n){let t;switch(n.button){case 0:t=this.mouseButtons.LEFT;break;case 1:t=this.mouseButtons.MIDDLE;break;case 2:t=this.mouseButtons.RIGHT;break;default:t=-1}switch(t){case gi.DOLLY:if(this.enableZoom===!1)return;this._handleMouseDownDolly(n),this.state=Re.DOLLY;break;case gi.ROTATE:if(n.ctrlKey||n.metaKey||n.shiftKey){if(this.enablePan===!1)return;this._handleMouseDownPan(n),this.state=Re.PAN}else{if(this.enableRotate===!1)return;this._handleMouseDownRotate(n),this.state=Re.ROTATE}break;case gi.PAN:if(n.ctrlKey||n.metaKey||n.shiftKey){if(this.enableRotate===!1)return;this._handleMouseDownRotate(n),this.state=Re.ROTATE}else{if(this.enablePan===!1)return;this._handleMouseDownPan(n),this.state=Re.PAN}break;default:this.state=Re.NONE}this.state!==Re.NONE&&this.dispatchEvent(vg)}function XD(n){switch(this.state){case Re.ROTATE:if(this.enableRotate===!1)return;this._handleMouseMoveRotate(n);break;case Re.DOLLY:if(this.enableZoom===!1)return;this._handleMouseMoveDolly(n);break;case Re.PAN:if(this.enablePan===!1)return;this._handleMouseMovePan(n);break}}function qD(n){this.enabled===!1||this.enableZoom===!1||this.state!==Re.NONE||(n.preventDefault(),this.dispatchEvent(vg),this._handleMouseWheel(this._customWheelEvent(n)),this.dispatchEvent(d1))}function YD(n){this.enabled!==!1&&this._handleKeyDown(n)}function jD(n){switch(this._trackPointer(n),this._pointers.length){case 1:switch(this.touches.ONE){case Li.ROTATE:if(this.enableRotate===!1)return;this._handleTouchStartRotate(n),this.state=Re.TOUCH_ROTATE;break;case Li.PAN:if(this.enablePan===!1)return;this._handleTouchStartPan(n),this.state=Re.TOUCH_PAN;break;default:this.state=Re.NONE}break;case 2:switch(this.touches.TWO){case Li.DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchStartDollyPan(n),this.state=Re.TOUCH_DOLLY_PAN;break;case Li.DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchStartDollyRotate(n),this.state=Re.TOUCH_DOLLY_ROTATE;break;default:this.state=Re.NONE}break;default:this.state=Re.NONE}this.state!==Re.NONE&&this.dispatchEvent(vg)}function ZD(n){switch(this._trackPointer(n),this.state){case Re.TOUCH_ROTATE:if(this.enableRotate===!1)return;this._handleTouchMoveRotate(n),this.update();break;case Re.TOUCH_PAN:if(this.enablePan===!1)return;this._handleTouchMovePan(n),this.update();break;case Re.TOUCH_DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchMoveDollyPan(n),this.update();break;case Re.TOUCH_DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchMoveDollyRotate(n),this.update();break;default:this.state=Re.NONE}}function $D(n){this.enabled!==!1&&n.preventDefault()}function JD(n){n.key==="Control"&&(this._controlActive=!0,this.domElement.getRootNode().addEventListener("keyup",this._interceptControlUp,{passive:!0,capture:!0}))}function KD(n){n.key==="Control"&&(this._controlActive=!1,this.domElement.getRootNode().removeEventListener("keyup",this._interceptControlUp,{passive:!0,capture:!0}))}var yg=class extends Bf{constructor(t,e){super(t,e),this.screenSpacePanning=!1,this.mouseButtons={LEFT:gi.PAN,MIDDLE:gi.DOLLY,RIGHT:gi.ROTATE},this.touches={ONE:Li.PAN,TWO:Li.DOLLY_ROTATE}}};export{He as BufferAttribute,Mn as BufferGeometry,Uf as COPCSource,zt as Color,Yl as ColorMap,Hn as CoordinateSystem,Di as DoubleSide,BI as Instance,yg as MapControls,fn as Mesh,Ua as MeshBasicMaterial,_4 as PointCloud,Yn as SRGBColorSpace,mh as TextureLoader,O as Vector3,wD as setLazPerfPath};
