var Qg=Object.create;var Bh=Object.defineProperty;var t0=Object.getOwnPropertyDescriptor;var e0=Object.getOwnPropertyNames;var n0=Object.getPrototypeOf,i0=Object.prototype.hasOwnProperty;var Gh=(n=>typeof require<"u"?require:typeof Proxy<"u"?new Proxy(n,{get:(t,e)=>(typeof require<"u"?require:t)[e]}):n)(function(n){if(typeof require<"u")return require.apply(this,arguments);throw Error('Dynamic require of "'+n+'" is not supported')});var st=(n,t)=>()=>{try{return t||n((t={exports:{}}).exports,t),t.exports}catch(e){throw t=0,e}};var r0=(n,t,e,i)=>{if(t&&typeof t=="object"||typeof t=="function")for(let r of e0(t))!i0.call(n,r)&&r!==e&&Bh(n,r,{get:()=>t[r],enumerable:!(i=t0(t,r))||i.enumerable});return n};var zh=(n,t,e)=>(e=n!=null?Qg(n0(n)):{},r0(t||!n||!n.__esModule?Bh(e,"default",{value:n,enumerable:!0}):e,n));var Vh=st(kh=>{"use strict";Object.defineProperty(kh,"__esModule",{value:!0})});var Hh=st(vs=>{"use strict";Object.defineProperty(vs,"__esModule",{value:!0});vs.Hierarchy=void 0;vs.Hierarchy={parse:s0};function s0(n){return Object.entries(n).reduce((t,[e,i])=>(i===-1?t.pages[e]={}:i&&(t.nodes[e]={pointCount:i}),t),{nodes:{},pages:{}})}});var Xh=st(Mn=>{"use strict";var a0=Mn&&Mn.__createBinding||(Object.create?(function(n,t,e,i){i===void 0&&(i=e);var r=Object.getOwnPropertyDescriptor(t,e);(!r||("get"in r?!t.__esModule:r.writable||r.configurable))&&(r={enumerable:!0,get:function(){return t[e]}}),Object.defineProperty(n,i,r)}):(function(n,t,e,i){i===void 0&&(i=e),n[i]=t[e]})),Wh=Mn&&Mn.__exportStar||function(n,t){for(var e in n)e!=="default"&&!Object.prototype.hasOwnProperty.call(t,e)&&a0(t,n,e)};Object.defineProperty(Mn,"__esModule",{value:!0});Wh(Vh(),Mn);Wh(Hh(),Mn)});var xs=st(mi=>{"use strict";Object.defineProperty(mi,"__esModule",{value:!0});mi.hierarchyItemLength=mi.infoLength=void 0;mi.infoLength=160;mi.hierarchyItemLength=32});var Ms=st(Sn=>{"use strict";Object.defineProperty(Sn,"__esModule",{value:!0});Sn.evlrHeaderLength=Sn.vlrHeaderLength=Sn.minHeaderLength=void 0;Sn.minHeaderLength=375;Sn.vlrHeaderLength=54;Sn.evlrHeaderLength=60});var qh=st(gi=>{"use strict";Object.defineProperty(gi,"__esModule",{value:!0});gi.getBigUint64=gi.parseBigInt=void 0;function o0(n){if(n>BigInt(Number.MAX_SAFE_INTEGER)||n<BigInt(-Number.MAX_SAFE_INTEGER))throw new Error(`Cannot convert bigint to number: ${n}`);return Number(n)}gi.parseBigInt=o0;function l0(n,t,e){if(n.getBigUint64)return n.getBigUint64(t,e);let[i,r]=e?[4,0]:[0,4],s=BigInt(n.getUint32(t+i,e)),a=BigInt(n.getUint32(t+r,e));return(s<<BigInt(32))+a}gi.getBigUint64=l0});var jh=st(bn=>{"use strict";Object.defineProperty(bn,"__esModule",{value:!0});bn.toCString=bn.toDataView=bn.Binary=void 0;bn.Binary={toDataView:Ro,toCString:Yh};function Ro(n){return new DataView(n.buffer,n.byteOffset,n.length)}bn.toDataView=Ro;function Yh(n){let t=Ro(n),e="";for(let i=0;i<t.byteLength;++i){let r=t.getInt8(i);if(r===0)return e;e+=String.fromCharCode(r)}return e}bn.toCString=Yh});var Qh=st(Ss=>{"use strict";Object.defineProperty(Ss,"__esModule",{value:!0});Ss.Bounds=void 0;Ss.Bounds={min:c0,max:h0,mid:Io,width:Zh,depth:$h,height:Jh,cube:u0,step:Kh,stepTo:f0,intersection:d0};function c0(n){return[n[0],n[1],n[2]]}function h0(n){return[n[3],n[4],n[5]]}function Io([n,t,e,i,r,s]){return[n+(i-n)/2,t+(r-t)/2,e+(s-e)/2]}function Zh(n){return n[3]-n[0]}function $h(n){return n[4]-n[1]}function Jh(n){return n[5]-n[2]}function u0(n){let t=Io(n),e=Math.max(Zh(n),$h(n),Jh(n))/2;return[t[0]-e,t[1]-e,t[2]-e,t[0]+e,t[1]+e,t[2]+e]}function Kh(n,[t,e,i]){let[r,s,a,o,l,c]=n,[h,u,p]=Io(n);return[t?h:r,e?u:s,i?p:a,t?o:h,e?l:u,i?c:p]}function f0(n,[t,e,i,r]){for(let s=t-1;s>=0;--s)n=Kh(n,[e>>s&1,i>>s&1,r>>s&1]);return n}function d0(n,t){return[Math.max(n[0],t[0]),Math.max(n[1],t[1]),Math.max(n[2],t[2]),Math.min(n[3],t[3]),Math.min(n[4],t[4]),Math.min(n[5],t[5])]}});var tu=st(bs=>{"use strict";Object.defineProperty(bs,"__esModule",{value:!0});bs.Dimension=void 0;var p0={int8:{type:"signed",size:1},int16:{type:"signed",size:2},int32:{type:"signed",size:4},int64:{type:"signed",size:8},uint8:{type:"unsigned",size:1},uint16:{type:"unsigned",size:2},uint32:{type:"unsigned",size:4},uint64:{type:"unsigned",size:8},float32:{type:"float",size:4},float64:{type:"float",size:8},float:{type:"float",size:4},double:{type:"float",size:8},bool:{type:"unsigned",size:1},boolean:{type:"unsigned",size:1}};bs.Dimension={Type:p0,ctype:m0};function m0({type:n,size:t}){switch(n){case"signed":switch(t){case 1:return"int8";case 2:return"int16";case 4:return"int32";case 8:return"int64"}case"unsigned":switch(t){case 1:return"uint8";case 2:return"uint16";case 4:return"uint32";case 8:return"uint64"}case"float":switch(t){case 4:return"float";case 8:return"double"}}throw new Error(`Invalid dimension type/size: ${n}/${t}`)}});var nu=st((wn,eu)=>{var ws=typeof globalThis<"u"&&globalThis||typeof self<"u"&&self||typeof global<"u"&&global,Es=(function(){function n(){this.fetch=!1,this.DOMException=ws.DOMException}return n.prototype=ws,new n})();(function(n){var t=(function(e){var i=typeof n<"u"&&n||typeof self<"u"&&self||typeof global<"u"&&global||{},r={searchParams:"URLSearchParams"in i,iterable:"Symbol"in i&&"iterator"in Symbol,blob:"FileReader"in i&&"Blob"in i&&(function(){try{return new Blob,!0}catch{return!1}})(),formData:"FormData"in i,arrayBuffer:"ArrayBuffer"in i};function s(M){return M&&DataView.prototype.isPrototypeOf(M)}if(r.arrayBuffer)var a=["[object Int8Array]","[object Uint8Array]","[object Uint8ClampedArray]","[object Int16Array]","[object Uint16Array]","[object Int32Array]","[object Uint32Array]","[object Float32Array]","[object Float64Array]"],o=ArrayBuffer.isView||function(M){return M&&a.indexOf(Object.prototype.toString.call(M))>-1};function l(M){if(typeof M!="string"&&(M=String(M)),/[^a-z0-9\-#$%&'*+.^_`|~!]/i.test(M)||M==="")throw new TypeError('Invalid character in header field name: "'+M+'"');return M.toLowerCase()}function c(M){return typeof M!="string"&&(M=String(M)),M}function h(M){var P={next:function(){var W=M.shift();return{done:W===void 0,value:W}}};return r.iterable&&(P[Symbol.iterator]=function(){return P}),P}function u(M){this.map={},M instanceof u?M.forEach(function(P,W){this.append(W,P)},this):Array.isArray(M)?M.forEach(function(P){if(P.length!=2)throw new TypeError("Headers constructor: expected name/value pair to be length 2, found"+P.length);this.append(P[0],P[1])},this):M&&Object.getOwnPropertyNames(M).forEach(function(P){this.append(P,M[P])},this)}u.prototype.append=function(M,P){M=l(M),P=c(P);var W=this.map[M];this.map[M]=W?W+", "+P:P},u.prototype.delete=function(M){delete this.map[l(M)]},u.prototype.get=function(M){return M=l(M),this.has(M)?this.map[M]:null},u.prototype.has=function(M){return this.map.hasOwnProperty(l(M))},u.prototype.set=function(M,P){this.map[l(M)]=c(P)},u.prototype.forEach=function(M,P){for(var W in this.map)this.map.hasOwnProperty(W)&&M.call(P,this.map[W],W,this)},u.prototype.keys=function(){var M=[];return this.forEach(function(P,W){M.push(W)}),h(M)},u.prototype.values=function(){var M=[];return this.forEach(function(P){M.push(P)}),h(M)},u.prototype.entries=function(){var M=[];return this.forEach(function(P,W){M.push([W,P])}),h(M)},r.iterable&&(u.prototype[Symbol.iterator]=u.prototype.entries);function p(M){if(!M._noBody){if(M.bodyUsed)return Promise.reject(new TypeError("Already read"));M.bodyUsed=!0}}function g(M){return new Promise(function(P,W){M.onload=function(){P(M.result)},M.onerror=function(){W(M.error)}})}function m(M){var P=new FileReader,W=g(P);return P.readAsArrayBuffer(M),W}function y(M){var P=new FileReader,W=g(P),j=/charset=([A-Za-z0-9_-]+)/.exec(M.type),rt=j?j[1]:"utf-8";return P.readAsText(M,rt),W}function v(M){for(var P=new Uint8Array(M),W=new Array(P.length),j=0;j<P.length;j++)W[j]=String.fromCharCode(P[j]);return W.join("")}function S(M){if(M.slice)return M.slice(0);var P=new Uint8Array(M.byteLength);return P.set(new Uint8Array(M)),P.buffer}function A(){return this.bodyUsed=!1,this._initBody=function(M){this.bodyUsed=this.bodyUsed,this._bodyInit=M,M?typeof M=="string"?this._bodyText=M:r.blob&&Blob.prototype.isPrototypeOf(M)?this._bodyBlob=M:r.formData&&FormData.prototype.isPrototypeOf(M)?this._bodyFormData=M:r.searchParams&&URLSearchParams.prototype.isPrototypeOf(M)?this._bodyText=M.toString():r.arrayBuffer&&r.blob&&s(M)?(this._bodyArrayBuffer=S(M.buffer),this._bodyInit=new Blob([this._bodyArrayBuffer])):r.arrayBuffer&&(ArrayBuffer.prototype.isPrototypeOf(M)||o(M))?this._bodyArrayBuffer=S(M):this._bodyText=M=Object.prototype.toString.call(M):(this._noBody=!0,this._bodyText=""),this.headers.get("content-type")||(typeof M=="string"?this.headers.set("content-type","text/plain;charset=UTF-8"):this._bodyBlob&&this._bodyBlob.type?this.headers.set("content-type",this._bodyBlob.type):r.searchParams&&URLSearchParams.prototype.isPrototypeOf(M)&&this.headers.set("content-type","application/x-www-form-urlencoded;charset=UTF-8"))},r.blob&&(this.blob=function(){var M=p(this);if(M)return M;if(this._bodyBlob)return Promise.resolve(this._bodyBlob);if(this._bodyArrayBuffer)return Promise.resolve(new Blob([this._bodyArrayBuffer]));if(this._bodyFormData)throw new Error("could not read FormData body as blob");return Promise.resolve(new Blob([this._bodyText]))}),this.arrayBuffer=function(){if(this._bodyArrayBuffer){var M=p(this);return M||(ArrayBuffer.isView(this._bodyArrayBuffer)?Promise.resolve(this._bodyArrayBuffer.buffer.slice(this._bodyArrayBuffer.byteOffset,this._bodyArrayBuffer.byteOffset+this._bodyArrayBuffer.byteLength)):Promise.resolve(this._bodyArrayBuffer))}else{if(r.blob)return this.blob().then(m);throw new Error("could not read as ArrayBuffer")}},this.text=function(){var M=p(this);if(M)return M;if(this._bodyBlob)return y(this._bodyBlob);if(this._bodyArrayBuffer)return Promise.resolve(v(this._bodyArrayBuffer));if(this._bodyFormData)throw new Error("could not read FormData body as text");return Promise.resolve(this._bodyText)},r.formData&&(this.formData=function(){return this.text().then(V)}),this.json=function(){return this.text().then(JSON.parse)},this}var N=["CONNECT","DELETE","GET","HEAD","OPTIONS","PATCH","POST","PUT","TRACE"];function U(M){var P=M.toUpperCase();return N.indexOf(P)>-1?P:M}function R(M,P){if(!(this instanceof R))throw new TypeError('Please use the "new" operator, this DOM object constructor cannot be called as a function.');P=P||{};var W=P.body;if(M instanceof R){if(M.bodyUsed)throw new TypeError("Already read");this.url=M.url,this.credentials=M.credentials,P.headers||(this.headers=new u(M.headers)),this.method=M.method,this.mode=M.mode,this.signal=M.signal,!W&&M._bodyInit!=null&&(W=M._bodyInit,M.bodyUsed=!0)}else this.url=String(M);if(this.credentials=P.credentials||this.credentials||"same-origin",(P.headers||!this.headers)&&(this.headers=new u(P.headers)),this.method=U(P.method||this.method||"GET"),this.mode=P.mode||this.mode||null,this.signal=P.signal||this.signal||(function(){if("AbortController"in i){var J=new AbortController;return J.signal}})(),this.referrer=null,(this.method==="GET"||this.method==="HEAD")&&W)throw new TypeError("Body not allowed for GET or HEAD requests");if(this._initBody(W),(this.method==="GET"||this.method==="HEAD")&&(P.cache==="no-store"||P.cache==="no-cache")){var j=/([?&])_=[^&]*/;if(j.test(this.url))this.url=this.url.replace(j,"$1_="+new Date().getTime());else{var rt=/\?/;this.url+=(rt.test(this.url)?"&":"?")+"_="+new Date().getTime()}}}R.prototype.clone=function(){return new R(this,{body:this._bodyInit})};function V(M){var P=new FormData;return M.trim().split("&").forEach(function(W){if(W){var j=W.split("="),rt=j.shift().replace(/\+/g," "),J=j.join("=").replace(/\+/g," ");P.append(decodeURIComponent(rt),decodeURIComponent(J))}}),P}function B(M){var P=new u,W=M.replace(/\r?\n[\t ]+/g," ");return W.split("\r").map(function(j){return j.indexOf(`
`)===0?j.substr(1,j.length):j}).forEach(function(j){var rt=j.split(":"),J=rt.shift().trim();if(J){var k=rt.join(":").trim();try{P.append(J,k)}catch(Me){console.warn("Response "+Me.message)}}}),P}A.call(R.prototype);function H(M,P){if(!(this instanceof H))throw new TypeError('Please use the "new" operator, this DOM object constructor cannot be called as a function.');if(P||(P={}),this.type="default",this.status=P.status===void 0?200:P.status,this.status<200||this.status>599)throw new RangeError("Failed to construct 'Response': The status provided (0) is outside the range [200, 599].");this.ok=this.status>=200&&this.status<300,this.statusText=P.statusText===void 0?"":""+P.statusText,this.headers=new u(P.headers),this.url=P.url||"",this._initBody(M)}A.call(H.prototype),H.prototype.clone=function(){return new H(this._bodyInit,{status:this.status,statusText:this.statusText,headers:new u(this.headers),url:this.url})},H.error=function(){var M=new H(null,{status:200,statusText:""});return M.ok=!1,M.status=0,M.type="error",M};var $=[301,302,303,307,308];H.redirect=function(M,P){if($.indexOf(P)===-1)throw new RangeError("Invalid status code");return new H(null,{status:P,headers:{location:M}})},e.DOMException=i.DOMException;try{new e.DOMException}catch{e.DOMException=function(P,W){this.message=P,this.name=W;var j=Error(P);this.stack=j.stack},e.DOMException.prototype=Object.create(Error.prototype),e.DOMException.prototype.constructor=e.DOMException}function at(M,P){return new Promise(function(W,j){var rt=new R(M,P);if(rt.signal&&rt.signal.aborted)return j(new e.DOMException("Aborted","AbortError"));var J=new XMLHttpRequest;function k(){J.abort()}J.onload=function(){var ut={statusText:J.statusText,headers:B(J.getAllResponseHeaders()||"")};rt.url.indexOf("file://")===0&&(J.status<200||J.status>599)?ut.status=200:ut.status=J.status,ut.url="responseURL"in J?J.responseURL:ut.headers.get("X-Request-URL");var kt="response"in J?J.response:J.responseText;setTimeout(function(){W(new H(kt,ut))},0)},J.onerror=function(){setTimeout(function(){j(new TypeError("Network request failed"))},0)},J.ontimeout=function(){setTimeout(function(){j(new TypeError("Network request timed out"))},0)},J.onabort=function(){setTimeout(function(){j(new e.DOMException("Aborted","AbortError"))},0)};function Me(ut){try{return ut===""&&i.location.href?i.location.href:ut}catch{return ut}}if(J.open(rt.method,Me(rt.url),!0),rt.credentials==="include"?J.withCredentials=!0:rt.credentials==="omit"&&(J.withCredentials=!1),"responseType"in J&&(r.blob?J.responseType="blob":r.arrayBuffer&&(J.responseType="arraybuffer")),P&&typeof P.headers=="object"&&!(P.headers instanceof u||i.Headers&&P.headers instanceof i.Headers)){var Re=[];Object.getOwnPropertyNames(P.headers).forEach(function(ut){Re.push(l(ut)),J.setRequestHeader(ut,c(P.headers[ut]))}),rt.headers.forEach(function(ut,kt){Re.indexOf(kt)===-1&&J.setRequestHeader(kt,ut)})}else rt.headers.forEach(function(ut,kt){J.setRequestHeader(kt,ut)});rt.signal&&(rt.signal.addEventListener("abort",k),J.onreadystatechange=function(){J.readyState===4&&rt.signal.removeEventListener("abort",k)}),J.send(typeof rt._bodyInit>"u"?null:rt._bodyInit)})}return at.polyfill=!0,i.fetch||(i.fetch=at,i.Headers=u,i.Request=R,i.Response=H),e.Headers=u,e.Request=R,e.Response=H,e.fetch=at,Object.defineProperty(e,"__esModule",{value:!0}),e})({})})(Es);Es.fetch.ponyfill=!0;delete Es.fetch.polyfill;var _i=ws.fetch?ws:Es;wn=_i.fetch;wn.default=_i.fetch;wn.fetch=_i.fetch;wn.Headers=_i.Headers;wn.Request=_i.Request;wn.Response=_i.Response;eu.exports=wn});var iu=st(()=>{});var au=st(de=>{"use strict";var g0=de&&de.__createBinding||(Object.create?(function(n,t,e,i){i===void 0&&(i=e);var r=Object.getOwnPropertyDescriptor(t,e);(!r||("get"in r?!t.__esModule:r.writable||r.configurable))&&(r={enumerable:!0,get:function(){return t[e]}}),Object.defineProperty(n,i,r)}):(function(n,t,e,i){i===void 0&&(i=e),n[i]=t[e]})),_0=de&&de.__setModuleDefault||(Object.create?(function(n,t){Object.defineProperty(n,"default",{enumerable:!0,value:t})}):function(n,t){n.default=t}),y0=de&&de.__importStar||function(n){if(n&&n.__esModule)return n;var t={};if(n!=null)for(var e in n)e!=="default"&&Object.prototype.hasOwnProperty.call(n,e)&&g0(t,n,e);return _0(t,n),t},v0=de&&de.__importDefault||function(n){return n&&n.__esModule?n:{default:n}};Object.defineProperty(de,"__esModule",{value:!0});de.Getter=void 0;var x0=v0(nu());de.Getter={create:M0,http:ru,file:su};function M0(n){return typeof n=="function"?n:n.startsWith("http://")||n.startsWith("https://")?ru(n):su(n)}function ru(n){return async function(e,i){if(e<0||i<0||e>i)throw new Error("Invalid range");let s=await(await(0,x0.default)(n,{headers:{Range:`bytes=${e}-${i-1}`}})).arrayBuffer();return new Uint8Array(s)}}function su(n){return async function(e,i){let r=await Promise.resolve().then(()=>y0(iu()));async function s(a=0,o=1/0){if(a<0||o<0||a>o)throw new Error("Invalid range");await r.promises.access(n);let l=r.createReadStream(n,{start:a,end:o-1,autoClose:!0});return S0(l)}return s(e,i)}}async function S0(n){return await new Promise((t,e)=>{let i=[];n.on("data",r=>i.push(r)),n.on("error",e),n.on("end",()=>t(Buffer.concat(i)))})}});var lu=st(yi=>{"use strict";Object.defineProperty(yi,"__esModule",{value:!0});yi.Key=void 0;yi.Key={create:b0,parse:ou,toString:w0,step:E0,up:T0,compare:A0,depth:C0};function b0(n,t=0,e=0,i=0){return typeof n!="number"?ou(n):[n,t,e,i]}function ou(n){if(typeof n!="string")return n;let[t,e,i,r,...s]=n.split("-").map(o=>parseInt(o,10)),a=[t,e,i,r];if(s.length!==0||a.some(o=>typeof o!="number"||Number.isNaN(o)))throw new Error(`Invalid key: ${n}`);return a}function w0(n){return typeof n=="string"?n:n.join("-")}function E0(n,[t,e,i]){let[r,s,a,o]=yi.Key.create(n);return[r+1,s*2+t,a*2+e,o*2+i]}function T0(n,t=1){let[e,i,r,s]=yi.Key.create(n);return[e-t,i>>t,r>>t,s>>t]}function A0(n,t){for(let e=0;e<n.length;++e){if(n[e]<t[e])return-1;if(n[e]>t[e])return 1}return 0}function C0(n){return n[0]}});var cu=st(Ts=>{"use strict";Object.defineProperty(Ts,"__esModule",{value:!0});Ts.Scale=void 0;Ts.Scale={apply:(n,t=1,e=0)=>(n-e)/t,unapply:(n,t=1,e=0)=>n*t+e}});var hu=st(As=>{"use strict";Object.defineProperty(As,"__esModule",{value:!0});As.Step=void 0;As.Step={fromIndex:P0,list:R0};function P0(n){if(n<0||n>=8)throw new Error(`Invalid step index: ${n}`);let t=n>>0&1?1:0,e=n>>1&1?1:0,i=n>>2&1?1:0;return[t,e,i]}function R0(){return[[0,0,0],[0,0,1],[0,1,0],[0,1,1],[1,0,0],[1,0,1],[1,1,0],[1,1,1]]}});var pe=st(St=>{"use strict";var I0=St&&St.__createBinding||(Object.create?(function(n,t,e,i){i===void 0&&(i=e);var r=Object.getOwnPropertyDescriptor(t,e);(!r||("get"in r?!t.__esModule:r.writable||r.configurable))&&(r={enumerable:!0,get:function(){return t[e]}}),Object.defineProperty(n,i,r)}):(function(n,t,e,i){i===void 0&&(i=e),n[i]=t[e]})),L0=St&&St.__exportStar||function(n,t){for(var e in n)e!=="default"&&!Object.prototype.hasOwnProperty.call(t,e)&&I0(t,n,e)};Object.defineProperty(St,"__esModule",{value:!0});St.Step=St.Scale=St.Key=St.Getter=St.Dimension=St.Bounds=St.Binary=void 0;L0(qh(),St);var D0=jh();Object.defineProperty(St,"Binary",{enumerable:!0,get:function(){return D0.Binary}});var N0=Qh();Object.defineProperty(St,"Bounds",{enumerable:!0,get:function(){return N0.Bounds}});var U0=tu();Object.defineProperty(St,"Dimension",{enumerable:!0,get:function(){return U0.Dimension}});var F0=au();Object.defineProperty(St,"Getter",{enumerable:!0,get:function(){return F0.Getter}});var O0=lu();Object.defineProperty(St,"Key",{enumerable:!0,get:function(){return O0.Key}});var B0=cu();Object.defineProperty(St,"Scale",{enumerable:!0,get:function(){return B0.Scale}});var G0=hu();Object.defineProperty(St,"Step",{enumerable:!0,get:function(){return G0.Step}})});var Lo=st(Ps=>{"use strict";Object.defineProperty(Ps,"__esModule",{value:!0});Ps.ExtraBytes=void 0;var Dt=pe();Ps.ExtraBytes={getDimension:z0,parse:k0,parseOne:uu};var Cs=192;function z0({type:n,length:t}){switch(n){case"signed":case"unsigned":switch(t){case 1:case 2:case 4:case 8:return{type:n,size:t}}case"float":switch(t){case 4:case 8:return{type:n,size:t}}}}function k0(n){if(n.byteLength%Cs!==0)throw new Error(`Invalid extra bytes VLR length: ${n.byteLength}`);let t=[];for(let e=0;e<n.byteLength;e+=Cs)t.push(uu(n.slice(e,e+Cs)));return t}function uu(n){if(n.byteLength!==Cs)throw new Error(`Invalid extra bytes entry length: ${n.byteLength}`);let t=Dt.Binary.toDataView(n),e=Dt.Binary.toCString(n.slice(4,36)),i=Dt.Binary.toCString(n.slice(60,192)),r=t.getUint8(2),s=t.getUint8(3);if(r>=11)throw new Error(`Invalid extra bytes "type" value: ${r}`);if(r===0)return{name:e,description:i,length:s};let a=H0(s),o=V0(r);if(!o)throw new Error(`Failed to extract dimension type: ${r}`);let{type:l,size:c}=o;function h(p){switch(l){case"signed":return(0,Dt.parseBigInt)(t.getBigInt64(p,!0));case"unsigned":return(0,Dt.parseBigInt)((0,Dt.getBigUint64)(t,p,!0));case"float":return t.getFloat64(p,!0)}}let u={name:e,description:i,type:l,length:c};return a.hasNodata&&(u.nodata=h(40)),a.hasMin&&(u.min=h(64)),a.hasMax&&(u.max=h(88)),a.hasScale&&(u.scale=t.getFloat64(112)),a.hasOffset&&(u.offset=t.getFloat64(136)),u}function V0(n){switch(n){case 1:return Dt.Dimension.Type.uint8;case 2:return Dt.Dimension.Type.int8;case 3:return Dt.Dimension.Type.uint16;case 4:return Dt.Dimension.Type.int16;case 5:return Dt.Dimension.Type.uint32;case 6:return Dt.Dimension.Type.int32;case 7:return Dt.Dimension.Type.uint64;case 8:return Dt.Dimension.Type.int64;case 9:return Dt.Dimension.Type.float32;case 10:return Dt.Dimension.Type.float64}}function H0(n){return{hasNodata:!!(n&1),hasMin:!!(n>>1&1),hasMax:!!(n>>2&1),hasScale:!!(n>>3&1),hasOffset:!!(n>>4&1)}}});var Do=st(Rs=>{"use strict";Object.defineProperty(Rs,"__esModule",{value:!0});Rs.Dimensions=void 0;var W0=pe(),X0=Lo();Rs.Dimensions={create:Y0};var{Type:Mt}=W0.Dimension,q0={X:Mt.float64,Y:Mt.float64,Z:Mt.float64,Intensity:Mt.uint16,ReturnNumber:Mt.uint8,NumberOfReturns:Mt.uint8,ScanDirectionFlag:Mt.boolean,EdgeOfFlightLine:Mt.boolean,Classification:Mt.uint8,Synthetic:Mt.boolean,KeyPoint:Mt.boolean,Withheld:Mt.boolean,Overlap:Mt.boolean,ScanAngle:Mt.float32,UserData:Mt.uint8,PointSourceId:Mt.uint16,GpsTime:Mt.float64,Red:Mt.uint16,Green:Mt.uint16,Blue:Mt.uint16,ScannerChannel:Mt.uint8,Infrared:Mt.uint16};function Y0(n,t=[]){return Object.keys(n).reduce((e,i)=>{let r=q0[i];if(r)return{...e,[i]:r};let s=t.find(o=>o.name===i),a=s&&X0.ExtraBytes.getDimension(s);if(a)return{...e,[i]:a};throw new Error(`Failed to look up LAS type: ${i}`)},{})}});var No=st(Ls=>{"use strict";Object.defineProperty(Ls,"__esModule",{value:!0});Ls.Extractor=void 0;var Ne=pe();Ls.Extractor={create:J0};function j0(n){switch(n){case 0:return 20;case 1:return 28;case 2:return 26;case 3:return 34;case 6:return 30;case 7:return 36;case 8:return 38;default:throw new Error(`Unsupported point data record format: ${n}`)}}function Z0(n,t,{type:e,length:i}){let r=En(n);switch(e){case"signed":switch(i){case 1:return(s,a)=>s.getInt8(r(a)+t);case 2:return(s,a)=>s.getInt16(r(a)+t,!0);case 4:return(s,a)=>s.getInt32(r(a)+t,!0);case 8:return(s,a)=>(0,Ne.parseBigInt)(s.getBigInt64(r(a)+t,!0))}case"unsigned":switch(i){case 1:return(s,a)=>s.getUint8(r(a)+t);case 2:return(s,a)=>s.getUint16(r(a)+t,!0);case 4:return(s,a)=>s.getUint32(r(a)+t,!0);case 8:return(s,a)=>(0,Ne.parseBigInt)((0,Ne.getBigUint64)(s,r(a)+t,!0))}case"float":switch(i){case 4:return(s,a)=>s.getFloat32(r(a)+t,!0);case 8:return(s,a)=>s.getFloat64(r(a)+t,!0)}}}function $0(n,t){let i=j0(n.pointDataRecordFormat);return t.reduce((r,s)=>{let a=i;i+=s.length;let o=Z0(n,a,s);if(!o)return r;let l=(c,h)=>Ne.Scale.unapply(o(c,h),s.scale,s.offset);return{...r,[s.name]:l}},{})}function J0(n,t=[]){let e=$0(n,t);return{...(()=>{let{pointDataRecordFormat:r}=n;switch(r){case 0:return Is(n);case 1:return K0(n);case 2:return Q0(n);case 3:return t_(n);case 6:return fu(n);case 7:return du(n);case 8:return e_(n);default:throw new Error(`Unsupported point data record format: ${r}`)}})(),...e}}function Is(n){let{scale:t,offset:e}=n,i=En(n);function r(o,l){return o.getUint8(i(l)+14)}function s(o,l){return o.getUint8(i(l)+15)}function a(o,l){return s(o,l)&31}return{X:(o,l)=>Ne.Scale.unapply(o.getInt32(i(l),!0),t[0],e[0]),Y:(o,l)=>Ne.Scale.unapply(o.getInt32(i(l)+4,!0),t[1],e[1]),Z:(o,l)=>Ne.Scale.unapply(o.getInt32(i(l)+8,!0),t[2],e[2]),Intensity:(o,l)=>o.getUint16(i(l)+12,!0),ReturnNumber:(o,l)=>r(o,l)&7,NumberOfReturns:(o,l)=>(r(o,l)&56)>>3,ScanDirectionFlag:(o,l)=>(r(o,l)&64)>>6,EdgeOfFlightLine:(o,l)=>(r(o,l)&128)>>7,Classification:(o,l)=>{let c=a(o,l);return c===12?0:c},Synthetic:(o,l)=>(s(o,l)&32)>>5,KeyPoint:(o,l)=>(s(o,l)&64)>>6,Withheld:(o,l)=>(s(o,l)&128)>>7,Overlap:(o,l)=>a(o,l)===12?1:0,ScanAngle:(o,l)=>o.getInt8(i(l)+16),UserData:(o,l)=>o.getUint8(i(l)+17),PointSourceId:(o,l)=>o.getUint16(i(l)+18,!0)}}function K0(n){let t=En(n);return{...Is(n),GpsTime:(e,i)=>e.getFloat64(t(i)+20,!0)}}function Q0(n){let t=En(n);return{...Is(n),Red:(e,i)=>e.getUint16(t(i)+20,!0),Green:(e,i)=>e.getUint16(t(i)+22,!0),Blue:(e,i)=>e.getUint16(t(i)+24,!0)}}function t_(n){let t=En(n);return{...Is(n),GpsTime:(e,i)=>e.getFloat64(t(i)+20,!0),Red:(e,i)=>e.getUint16(t(i)+28,!0),Green:(e,i)=>e.getUint16(t(i)+30,!0),Blue:(e,i)=>e.getUint16(t(i)+32,!0)}}function fu(n){let{scale:t,offset:e}=n,i=En(n);function r(s,a){return s.getUint8(i(a)+15)}return{X:(s,a)=>Ne.Scale.unapply(s.getInt32(i(a),!0),t[0],e[0]),Y:(s,a)=>Ne.Scale.unapply(s.getInt32(i(a)+4,!0),t[1],e[1]),Z:(s,a)=>Ne.Scale.unapply(s.getInt32(i(a)+8,!0),t[2],e[2]),Intensity:(s,a)=>s.getUint16(i(a)+12,!0),ReturnNumber:(s,a)=>s.getUint16(i(a)+14,!0)&15,NumberOfReturns:(s,a)=>(s.getUint16(i(a)+14,!0)&240)>>4,Synthetic:(s,a)=>r(s,a)&1,KeyPoint:(s,a)=>(r(s,a)&2)>>1,Withheld:(s,a)=>(r(s,a)&4)>>2,Overlap:(s,a)=>(r(s,a)&8)>>3,ScannerChannel:(s,a)=>(r(s,a)&48)>>4,ScanDirectionFlag:(s,a)=>(r(s,a)&64)>>6,EdgeOfFlightLine:(s,a)=>(r(s,a)&128)>>7,Classification:(s,a)=>s.getUint8(i(a)+16),UserData:(s,a)=>s.getUint8(i(a)+17),ScanAngle:(s,a)=>s.getInt16(i(a)+18,!0)*.006,PointSourceId:(s,a)=>s.getUint16(i(a)+20,!0),GpsTime:(s,a)=>s.getFloat64(i(a)+22,!0)}}function du(n){let t=En(n);return{...fu(n),Red:(e,i)=>e.getUint16(t(i)+30,!0),Green:(e,i)=>e.getUint16(t(i)+32,!0),Blue:(e,i)=>e.getUint16(t(i)+34,!0)}}function e_(n){let t=En(n);return{...du(n),Infrared:(e,i)=>e.getUint16(t(i)+36,!0)}}function En(n){let{pointDataRecordLength:t}=n;return function(i){return i*t}}});var mu=st(vi=>{"use strict";Object.defineProperty(vi,"__esModule",{value:!0});vi.formatGuid=vi.parsePoint=void 0;var pu=pe();function n_(n){let t=pu.Binary.toDataView(n);if(t.byteLength!==24)throw new Error(`Invalid tuple buffer length: ${t.byteLength}`);return[t.getFloat64(0,!0),t.getFloat64(8,!0),t.getFloat64(16,!0)]}vi.parsePoint=n_;function i_(n){let t=pu.Binary.toDataView(n);if(t.byteLength!==16)throw new Error(`Invalid GUID buffer length: ${t.byteLength}`);let e="";for(let i=0;i<t.byteLength;i+=4){let r=t.getUint32(i,!0);e+=r.toString(16).padStart(8,"0")}return[e.slice(0,8),e.slice(8,12),e.slice(12,16),e.slice(16,32)].join("-")}vi.formatGuid=i_});var Fo=st(Ds=>{"use strict";Object.defineProperty(Ds,"__esModule",{value:!0});Ds.Header=void 0;var $t=pe(),gu=Ms(),Uo=mu();Ds.Header={parse:r_};function r_(n){if(n.byteLength<gu.minHeaderLength)throw new Error(`Invalid header: must be at least ${gu.minHeaderLength} bytes`);let t=$t.Binary.toDataView(n),e=$t.Binary.toCString(n.slice(0,4));if(e!=="LASF")throw new Error(`Invalid file signature: ${e}`);let i=t.getUint8(24),r=t.getUint8(25);if(i!==1||r!==2&&r!==4)throw new Error(`Invalid version (only 1.2 and 1.4 supported): ${i}.${r}`);let s={fileSignature:e,fileSourceId:t.getUint16(4,!0),globalEncoding:t.getUint16(6,!0),projectId:(0,Uo.formatGuid)(n.slice(8,24)),majorVersion:i,minorVersion:r,systemIdentifier:$t.Binary.toCString(n.slice(26,58)),generatingSoftware:$t.Binary.toCString(n.slice(58,90)),fileCreationDayOfYear:t.getUint16(90,!0),fileCreationYear:t.getUint16(92,!0),headerLength:t.getUint16(94,!0),pointDataOffset:t.getUint32(96,!0),vlrCount:t.getUint32(100,!0),pointDataRecordFormat:t.getUint8(104)&15,pointDataRecordLength:t.getUint16(105,!0),pointCount:t.getUint32(107,!0),pointCountByReturn:a_(n.slice(111,131)),scale:(0,Uo.parsePoint)(n.slice(131,155)),offset:(0,Uo.parsePoint)(n.slice(155,179)),min:[t.getFloat64(187,!0),t.getFloat64(203,!0),t.getFloat64(219,!0)],max:[t.getFloat64(179,!0),t.getFloat64(195,!0),t.getFloat64(211,!0)],waveformDataOffset:0,evlrOffset:0,evlrCount:0};return r==2?s:{...s,pointCount:(0,$t.parseBigInt)((0,$t.getBigUint64)(t,247,!0)),pointCountByReturn:s_(n.slice(255,375)),waveformDataOffset:(0,$t.parseBigInt)((0,$t.getBigUint64)(t,227,!0)),evlrOffset:(0,$t.parseBigInt)((0,$t.getBigUint64)(t,235,!0)),evlrCount:t.getUint32(243,!0)}}function s_(n){let t=$t.Binary.toDataView(n),e=[];for(let i=0;i<120;i+=8)e.push((0,$t.getBigUint64)(t,i,!0));return e.map(i=>(0,$t.parseBigInt)(i))}function a_(n){let t=$t.Binary.toDataView(n),e=[];for(let i=0;i<20;i+=4)e.push(t.getUint32(i,!0));return e}});var _u=st((Ns,Bo)=>{var Oo=(()=>{var n=typeof document<"u"&&document.currentScript?document.currentScript.src:void 0;return(function(t){t=t||{};var e=typeof t<"u"?t:{},i,r;e.ready=new Promise(function(f,d){i=f,r=d}),["_main","___getTypeName","__embind_initialize_bindings","_fflush","onRuntimeInitialized"].forEach(f=>{Object.getOwnPropertyDescriptor(e.ready,f)||Object.defineProperty(e.ready,f,{get:()=>jt("You are getting "+f+" on the Promise object, instead of the instance. Use .then() to get called back with the instance, see the MODULARIZE docs in src/settings.js"),set:()=>jt("You are setting "+f+" on the Promise object, instead of the instance. Use .then() to get called back with the instance, see the MODULARIZE docs in src/settings.js")})});var s=Object.assign({},e),a=[],o="./this.program",l=(f,d)=>{throw d},c=!0,h=!1,u=!1,p=!1;if(e.ENVIRONMENT)throw new Error("Module.ENVIRONMENT has been deprecated. To force the environment, use the ENVIRONMENT compile-time option (for example, -sENVIRONMENT=web or -sENVIRONMENT=node)");var g="";function m(f){return e.locateFile?e.locateFile(f,g):g+f}var y,v,S,A;function N(f){if(f instanceof pm)return;let d=f;f&&typeof f=="object"&&f.stack&&(d=[f,f.stack]),R("exiting due to exception: "+d)}if(p){if(typeof process=="object"&&typeof Gh=="function"||typeof window=="object"||typeof importScripts=="function")throw new Error("not compiled for this environment (did you build to HTML and try to run it not on the web, or set ENVIRONMENT to something - like node - and run it someplace else - like on the web?)");typeof read<"u"&&(y=function(d){return read(d)}),S=function(d){let _;return typeof readbuffer=="function"?new Uint8Array(readbuffer(d)):(_=read(d,"binary"),k(typeof _=="object"),_)},v=function(d,_,x){setTimeout(()=>_(S(d)),0)},typeof scriptArgs<"u"?a=scriptArgs:typeof arguments<"u"&&(a=arguments),typeof quit=="function"&&(l=(f,d)=>{N(d),quit(f)}),typeof print<"u"&&(typeof console>"u"&&(console={}),console.log=print,console.warn=console.error=typeof printErr<"u"?printErr:print)}else if(c||h){if(h?g=self.location.href:typeof document<"u"&&document.currentScript&&(g=document.currentScript.src),n&&(g=n),g.indexOf("blob:")!==0?g=g.substr(0,g.replace(/[?#].*/,"").lastIndexOf("/")+1):g="",!(typeof window=="object"||typeof importScripts=="function"))throw new Error("not compiled for this environment (did you build to HTML and try to run it not on the web, or set ENVIRONMENT to something - like node - and run it someplace else - like on the web?)");y=f=>{var d=new XMLHttpRequest;return d.open("GET",f,!1),d.send(null),d.responseText},h&&(S=f=>{var d=new XMLHttpRequest;return d.open("GET",f,!1),d.responseType="arraybuffer",d.send(null),new Uint8Array(d.response)}),v=(f,d,_)=>{var x=new XMLHttpRequest;x.open("GET",f,!0),x.responseType="arraybuffer",x.onload=()=>{if(x.status==200||x.status==0&&x.response){d(x.response);return}_()},x.onerror=_,x.send(null)},A=f=>document.title=f}else throw new Error("environment detection error");var U=e.print||console.log.bind(console),R=e.printErr||console.warn.bind(console);Object.assign(e,s),s=null,Vg(),e.arguments&&(a=e.arguments),B("arguments","arguments_"),e.thisProgram&&(o=e.thisProgram),B("thisProgram","thisProgram"),e.quit&&(l=e.quit),B("quit","quit_"),k(typeof e.memoryInitializerPrefixURL>"u","Module.memoryInitializerPrefixURL option was removed, use Module.locateFile instead"),k(typeof e.pthreadMainPrefixURL>"u","Module.pthreadMainPrefixURL option was removed, use Module.locateFile instead"),k(typeof e.cdInitializerPrefixURL>"u","Module.cdInitializerPrefixURL option was removed, use Module.locateFile instead"),k(typeof e.filePackagePrefixURL>"u","Module.filePackagePrefixURL option was removed, use Module.locateFile instead"),k(typeof e.read>"u","Module.read option was removed (modify read_ in JS)"),k(typeof e.readAsync>"u","Module.readAsync option was removed (modify readAsync in JS)"),k(typeof e.readBinary>"u","Module.readBinary option was removed (modify readBinary in JS)"),k(typeof e.setWindowTitle>"u","Module.setWindowTitle option was removed (modify setWindowTitle in JS)"),k(typeof e.TOTAL_MEMORY>"u","Module.TOTAL_MEMORY has been renamed Module.INITIAL_MEMORY"),B("read","read_"),B("readAsync","readAsync"),B("readBinary","readBinary"),B("setWindowTitle","setWindowTitle"),k(!h,"worker environment detected but not enabled at build time.  Add 'worker' to `-sENVIRONMENT` to enable."),k(!u,"node environment detected but not enabled at build time.  Add 'node' to `-sENVIRONMENT` to enable."),k(!p,"shell environment detected but not enabled at build time.  Add 'shell' to `-sENVIRONMENT` to enable.");var V=4;function B(f,d){Object.getOwnPropertyDescriptor(e,f)||Object.defineProperty(e,f,{configurable:!0,get:function(){jt("Module."+f+" has been replaced with plain "+d+" (the initial value can be provided on Module, but after startup the value is only looked for on a local variable of that name)")}})}function H(f){Object.getOwnPropertyDescriptor(e,f)&&jt("`Module."+f+"` was supplied but `"+f+"` not included in INCOMING_MODULE_JS_API")}function $(f){return f==="FS_createPath"||f==="FS_createDataFile"||f==="FS_createPreloadedFile"||f==="FS_unlink"||f==="addRunDependency"||f==="FS_createLazyFile"||f==="FS_createDevice"||f==="removeRunDependency"}function at(f){typeof globalThis<"u"&&!Object.getOwnPropertyDescriptor(globalThis,f)&&Object.defineProperty(globalThis,f,{configurable:!0,get:function(){var d="`"+f+"` is a library symbol and not included by default; add it to your library.js __deps or to DEFAULT_LIBRARY_FUNCS_TO_INCLUDE on the command line";$(f)&&(d+=". Alternatively, forcing filesystem support (-sFORCE_FILESYSTEM) can export this for you"),yn(d)}})}function M(f){Object.getOwnPropertyDescriptor(e,f)||Object.defineProperty(e,f,{configurable:!0,get:function(){var d="'"+f+"' was not exported. add it to EXPORTED_RUNTIME_METHODS (see the FAQ)";$(f)&&(d+=". Alternatively, forcing filesystem support (-sFORCE_FILESYSTEM) can export this for you"),jt(d)}})}var P;e.wasmBinary&&(P=e.wasmBinary),B("wasmBinary","wasmBinary");var W=e.noExitRuntime||!0;B("noExitRuntime","noExitRuntime"),typeof WebAssembly!="object"&&jt("no native wasm support detected");var j,rt=!1,J;function k(f,d){f||jt("Assertion failed"+(d?": "+d:""))}var Me=typeof TextDecoder<"u"?new TextDecoder("utf8"):void 0;function Re(f,d,_){for(var x=d+_,b=d;f[b]&&!(b>=x);)++b;if(b-d>16&&f.buffer&&Me)return Me.decode(f.subarray(d,b));for(var C="";d<b;){var I=f[d++];if(!(I&128)){C+=String.fromCharCode(I);continue}var w=f[d++]&63;if((I&224)==192){C+=String.fromCharCode((I&31)<<6|w);continue}var O=f[d++]&63;if((I&240)==224?I=(I&15)<<12|w<<6|O:((I&248)!=240&&yn("Invalid UTF-8 leading byte 0x"+I.toString(16)+" encountered when deserializing a UTF-8 string in wasm memory to a JS string!"),I=(I&7)<<18|w<<12|O<<6|f[d++]&63),I<65536)C+=String.fromCharCode(I);else{var G=I-65536;C+=String.fromCharCode(55296|G>>10,56320|G&1023)}}return C}function ut(f,d){return f?Re(Yt,f,d):""}function kt(f,d,_,x){if(!(x>0))return 0;for(var b=_,C=_+x-1,I=0;I<f.length;++I){var w=f.charCodeAt(I);if(w>=55296&&w<=57343){var O=f.charCodeAt(++I);w=65536+((w&1023)<<10)|O&1023}if(w<=127){if(_>=C)break;d[_++]=w}else if(w<=2047){if(_+1>=C)break;d[_++]=192|w>>6,d[_++]=128|w&63}else if(w<=65535){if(_+2>=C)break;d[_++]=224|w>>12,d[_++]=128|w>>6&63,d[_++]=128|w&63}else{if(_+3>=C)break;w>1114111&&yn("Invalid Unicode code point 0x"+w.toString(16)+" encountered when serializing a JS string to a UTF-8 string in wasm memory! (Valid unicode code points should be in range 0-0x10FFFF)."),d[_++]=240|w>>18,d[_++]=128|w>>12&63,d[_++]=128|w>>6&63,d[_++]=128|w&63}}return d[_]=0,_-b}function rh(f,d,_){return k(typeof _=="number","stringToUTF8(str, outPtr, maxBytesToWrite) is missing the third parameter that specifies the length of the output buffer!"),kt(f,Yt,d,_)}function sh(f){for(var d=0,_=0;_<f.length;++_){var x=f.charCodeAt(_);x<=127?d++:x<=2047?d+=2:x>=55296&&x<=57343?(d+=4,++_):d+=3}return d}var cs,Ie,Yt,ci,hs,mt,ft,ah,oh;function lh(f){cs=f,e.HEAP8=Ie=new Int8Array(f),e.HEAP16=ci=new Int16Array(f),e.HEAP32=mt=new Int32Array(f),e.HEAPU8=Yt=new Uint8Array(f),e.HEAPU16=hs=new Uint16Array(f),e.HEAPU32=ft=new Uint32Array(f),e.HEAPF32=ah=new Float32Array(f),e.HEAPF64=oh=new Float64Array(f)}var co=65536;e.TOTAL_STACK&&k(co===e.TOTAL_STACK,"the stack size can no longer be determined at runtime");var ho=e.INITIAL_MEMORY||262144;B("INITIAL_MEMORY","INITIAL_MEMORY"),k(ho>=co,"INITIAL_MEMORY should be larger than TOTAL_STACK, was "+ho+"! (TOTAL_STACK="+co+")"),k(typeof Int32Array<"u"&&typeof Float64Array<"u"&&Int32Array.prototype.subarray!=null&&Int32Array.prototype.set!=null,"JS engine does not provide full typed array support"),k(!e.wasmMemory,"Use of `wasmMemory` detected.  Use -sIMPORTED_MEMORY to define wasmMemory externally"),k(ho==262144,"Detected runtime INITIAL_MEMORY setting.  Use -sIMPORTED_MEMORY to define wasmMemory dynamically");var _n;function em(){var f=Po();k((f&3)==0),ft[f>>2]=34821223,ft[f+4>>2]=2310721022,ft[0]=1668509029}function uo(){if(!rt){var f=Po(),d=ft[f>>2],_=ft[f+4>>2];(d!=34821223||_!=2310721022)&&jt("Stack overflow! Stack cookie has been overwritten at 0x"+f.toString(16)+", expected hex dwords 0x89BACDFE and 0x2135467, but received 0x"+_.toString(16)+" 0x"+d.toString(16)),ft[0]!==1668509029&&jt("Runtime error: The application has corrupted its heap memory area (address zero)!")}}(function(){var f=new Int16Array(1),d=new Int8Array(f.buffer);if(f[0]=25459,d[0]!==115||d[1]!==99)throw"Runtime error: expected the system to be little-endian! (Run with -sSUPPORT_BIG_ENDIAN to bypass)"})();var ch=[],hh=[],uh=[],fo=!1;function nm(){if(e.preRun)for(typeof e.preRun=="function"&&(e.preRun=[e.preRun]);e.preRun.length;)sm(e.preRun.shift());po(ch)}function im(){k(!fo),fo=!0,uo(),po(hh)}function rm(){if(uo(),e.postRun)for(typeof e.postRun=="function"&&(e.postRun=[e.postRun]);e.postRun.length;)om(e.postRun.shift());po(uh)}function sm(f){ch.unshift(f)}function am(f){hh.unshift(f)}function om(f){uh.unshift(f)}k(Math.imul,"This browser does not support Math.imul(), build with LEGACY_VM_SUPPORT or POLYFILL_OLD_MATH_FUNCTIONS to add in a polyfill"),k(Math.fround,"This browser does not support Math.fround(), build with LEGACY_VM_SUPPORT or POLYFILL_OLD_MATH_FUNCTIONS to add in a polyfill"),k(Math.clz32,"This browser does not support Math.clz32(), build with LEGACY_VM_SUPPORT or POLYFILL_OLD_MATH_FUNCTIONS to add in a polyfill"),k(Math.trunc,"This browser does not support Math.trunc(), build with LEGACY_VM_SUPPORT or POLYFILL_OLD_MATH_FUNCTIONS to add in a polyfill");var qn=0,Yn=null,rr=null,sr={};function lm(f){qn++,e.monitorRunDependencies&&e.monitorRunDependencies(qn),f?(k(!sr[f]),sr[f]=1,Yn===null&&typeof setInterval<"u"&&(Yn=setInterval(function(){if(rt){clearInterval(Yn),Yn=null;return}var d=!1;for(var _ in sr)d||(d=!0,R("still waiting on run dependencies:")),R("dependency: "+_);d&&R("(end of list)")},1e4))):R("warning: run dependency added without ID")}function cm(f){if(qn--,e.monitorRunDependencies&&e.monitorRunDependencies(qn),f?(k(sr[f]),delete sr[f]):R("warning: run dependency removed without ID"),qn==0&&(Yn!==null&&(clearInterval(Yn),Yn=null),rr)){var d=rr;rr=null,d()}}function jt(f){e.onAbort&&e.onAbort(f),f="Aborted("+f+")",R(f),rt=!0,J=1;var d=new WebAssembly.RuntimeError(f);throw r(d),d}var ue={error:function(){jt("Filesystem support (FS) was not included. The problem is that you are using files from JS, but files were not used from C/C++, so filesystem support was not auto-included. You can force-include filesystem support with -sFORCE_FILESYSTEM")},init:function(){ue.error()},createDataFile:function(){ue.error()},createPreloadedFile:function(){ue.error()},createLazyFile:function(){ue.error()},open:function(){ue.error()},mkdev:function(){ue.error()},registerDevice:function(){ue.error()},analyzePath:function(){ue.error()},loadFilesFromDB:function(){ue.error()},ErrnoError:function(){ue.error()}};e.FS_createDataFile=ue.createDataFile,e.FS_createPreloadedFile=ue.createPreloadedFile;var hm="data:application/octet-stream;base64,";function fh(f){return f.startsWith(hm)}function um(f){return f.startsWith("file://")}function Rt(f,d){return function(){var _=f,x=d;return d||(x=e.asm),k(fo,"native function `"+_+"` called before runtime initialization"),x[f]||k(x[f],"exported native function `"+_+"` not found"),x[f].apply(null,arguments)}}var se;se="laz-perf.wasm",fh(se)||(se=m(se));function dh(f){try{if(f==se&&P)return new Uint8Array(P);if(S)return S(f);throw"both async and sync fetching of the wasm failed"}catch(d){jt(d)}}function fm(){return!P&&(c||h)&&typeof fetch=="function"?fetch(se,{credentials:"same-origin"}).then(function(f){if(!f.ok)throw"failed to load wasm binary file at '"+se+"'";return f.arrayBuffer()}).catch(function(){return dh(se)}):Promise.resolve().then(function(){return dh(se)})}function dm(){var f={env:Nh,wasi_snapshot_preview1:Nh};function d(w,O){var G=w.exports;e.asm=G,j=e.asm.memory,k(j,"memory not found in wasm exports"),lh(j.buffer),_n=e.asm.__indirect_function_table,k(_n,"table not found in wasm exports"),am(e.asm.__wasm_call_ctors),cm("wasm-instantiate")}lm("wasm-instantiate");var _=e;function x(w){k(e===_,"the Module object should not be replaced during async compilation - perhaps the order of HTML elements is wrong?"),_=null,d(w.instance)}function b(w){return fm().then(function(O){return WebAssembly.instantiate(O,f)}).then(function(O){return O}).then(w,function(O){R("failed to asynchronously prepare wasm: "+O),um(se)&&R("warning: Loading from a file URI ("+se+") is not supported in most browsers. See https://emscripten.org/docs/getting_started/FAQ.html#how-do-i-run-a-local-webserver-for-testing-why-does-my-program-stall-in-downloading-or-preparing"),jt(O)})}function C(){return!P&&typeof WebAssembly.instantiateStreaming=="function"&&!fh(se)&&typeof fetch=="function"?fetch(se,{credentials:"same-origin"}).then(function(w){var O=WebAssembly.instantiateStreaming(w,f);return O.then(x,function(G){return R("wasm streaming compile failed: "+G),R("falling back to ArrayBuffer instantiation"),b(x)})}):b(x)}if(e.instantiateWasm)try{var I=e.instantiateWasm(f,d);return I}catch(w){return R("Module.instantiateWasm callback failed with error: "+w),!1}return C().catch(r),{}}var NE,UE;function pm(f){this.name="ExitStatus",this.message="Program terminated with exit("+f+")",this.status=f}function po(f){for(;f.length>0;)f.shift()(e)}function mm(f){return yn("warning: build with -sDEMANGLE_SUPPORT to link in libcxxabi demangling"),f}function FE(f){var d=/\b_Z[\w\d_]+/g;return f.replace(d,function(_){var x=mm(_);return _===x?_:x+" ["+_+"]"})}function OE(){var f=new Error;if(!f.stack){try{throw new Error}catch(d){f=d}if(!f.stack)return"(no stack trace available)"}return f.stack.toString()}function yn(f){yn.shown||(yn.shown={}),yn.shown[f]||(yn.shown[f]=1,R(f))}function ph(f,d){k(f.length>=0,"writeArrayToMemory array must have a length (should be an array or typed array)"),Ie.set(f,d)}function gm(f){return Co(f+24)+24}function _m(f){this.excPtr=f,this.ptr=f-24,this.set_type=function(d){ft[this.ptr+4>>2]=d},this.get_type=function(){return ft[this.ptr+4>>2]},this.set_destructor=function(d){ft[this.ptr+8>>2]=d},this.get_destructor=function(){return ft[this.ptr+8>>2]},this.set_refcount=function(d){mt[this.ptr>>2]=d},this.set_caught=function(d){d=d?1:0,Ie[this.ptr+12>>0]=d},this.get_caught=function(){return Ie[this.ptr+12>>0]!=0},this.set_rethrown=function(d){d=d?1:0,Ie[this.ptr+13>>0]=d},this.get_rethrown=function(){return Ie[this.ptr+13>>0]!=0},this.init=function(d,_){this.set_adjusted_ptr(0),this.set_type(d),this.set_destructor(_),this.set_refcount(0),this.set_caught(!1),this.set_rethrown(!1)},this.add_ref=function(){var d=mt[this.ptr>>2];mt[this.ptr>>2]=d+1},this.release_ref=function(){var d=mt[this.ptr>>2];return mt[this.ptr>>2]=d-1,k(d>0),d===1},this.set_adjusted_ptr=function(d){ft[this.ptr+16>>2]=d},this.get_adjusted_ptr=function(){return ft[this.ptr+16>>2]},this.get_exception_ptr=function(){var d=Zg(this.get_type());if(d)return ft[this.excPtr>>2];var _=this.get_adjusted_ptr();return _!==0?_:this.excPtr}}var ym=0,vm=0;function xm(f,d,_){var x=new _m(f);throw x.init(d,_),ym=f,vm++,f+" - Exception catching is disabled, this exception cannot be caught. Compile with -sNO_DISABLE_EXCEPTION_CATCHING or -sEXCEPTION_CATCHING_ALLOWED=[..] to catch."}function Mm(f,d,_,x,b){}function mo(f){switch(f){case 1:return 0;case 2:return 1;case 4:return 2;case 8:return 3;default:throw new TypeError("Unknown type size: "+f)}}function Sm(){for(var f=new Array(256),d=0;d<256;++d)f[d]=String.fromCharCode(d);mh=f}var mh=void 0;function fe(f){for(var d="",_=f;Yt[_];)d+=mh[Yt[_++]];return d}var hi={},ui={},us={},bm=48,wm=57;function gh(f){if(f===void 0)return"_unknown";f=f.replace(/[^a-zA-Z0-9_]/g,"$");var d=f.charCodeAt(0);return d>=bm&&d<=wm?"_"+f:f}function _h(f,d){return f=gh(f),function(){"use strict";return d.apply(this,arguments)}}function go(f,d){var _=_h(d,function(x){this.name=d,this.message=x;var b=new Error(x).stack;b!==void 0&&(this.stack=this.toString()+`
`+b.replace(/^Error(:[^\n]*)?\n/,""))});return _.prototype=Object.create(f.prototype),_.prototype.constructor=_,_.prototype.toString=function(){return this.message===void 0?this.name:this.name+": "+this.message},_}var fi=void 0;function ot(f){throw new fi(f)}var yh=void 0;function fs(f){throw new yh(f)}function ar(f,d,_){f.forEach(function(w){us[w]=d});function x(w){var O=_(w);O.length!==f.length&&fs("Mismatched type converter count");for(var G=0;G<f.length;++G)We(f[G],O[G])}var b=new Array(d.length),C=[],I=0;d.forEach((w,O)=>{ui.hasOwnProperty(w)?b[O]=ui[w]:(C.push(w),hi.hasOwnProperty(w)||(hi[w]=[]),hi[w].push(()=>{b[O]=ui[w],++I,I===C.length&&x(b)}))}),C.length===0&&x(b)}function We(f,d,_={}){if(!("argPackAdvance"in d))throw new TypeError("registerType registeredInstance requires argPackAdvance");var x=d.name;if(f||ot('type "'+x+'" must have a positive integer typeid pointer'),ui.hasOwnProperty(f)){if(_.ignoreDuplicateRegistrations)return;ot("Cannot register type '"+x+"' twice")}if(ui[f]=d,delete us[f],hi.hasOwnProperty(f)){var b=hi[f];delete hi[f],b.forEach(C=>C())}}function Em(f,d,_,x,b){var C=mo(_);d=fe(d),We(f,{name:d,fromWireType:function(I){return!!I},toWireType:function(I,w){return w?x:b},argPackAdvance:8,readValueFromPointer:function(I){var w;if(_===1)w=Ie;else if(_===2)w=ci;else if(_===4)w=mt;else throw new TypeError("Unknown boolean type size: "+d);return this.fromWireType(w[I>>C])},destructorFunction:null})}function Tm(f){if(!(this instanceof vn)||!(f instanceof vn))return!1;for(var d=this.$$.ptrType.registeredClass,_=this.$$.ptr,x=f.$$.ptrType.registeredClass,b=f.$$.ptr;d.baseClass;)_=d.upcast(_),d=d.baseClass;for(;x.baseClass;)b=x.upcast(b),x=x.baseClass;return d===x&&_===b}function Am(f){return{count:f.count,deleteScheduled:f.deleteScheduled,preservePointerOnDelete:f.preservePointerOnDelete,ptr:f.ptr,ptrType:f.ptrType,smartPtr:f.smartPtr,smartPtrType:f.smartPtrType}}function _o(f){function d(_){return _.$$.ptrType.registeredClass.name}ot(d(f)+" instance already deleted")}var yo=!1;function vh(f){}function Cm(f){f.smartPtr?f.smartPtrType.rawDestructor(f.smartPtr):f.ptrType.registeredClass.rawDestructor(f.ptr)}function xh(f){f.count.value-=1;var d=f.count.value===0;d&&Cm(f)}function Mh(f,d,_){if(d===_)return f;if(_.baseClass===void 0)return null;var x=Mh(f,d,_.baseClass);return x===null?null:_.downcast(x)}var Sh={};function Pm(){return Object.keys(cr).length}function Rm(){var f=[];for(var d in cr)cr.hasOwnProperty(d)&&f.push(cr[d]);return f}var or=[];function vo(){for(;or.length;){var f=or.pop();f.$$.deleteScheduled=!1,f.delete()}}var lr=void 0;function Im(f){lr=f,or.length&&lr&&lr(vo)}function Lm(){e.getInheritedInstanceCount=Pm,e.getLiveInheritedInstances=Rm,e.flushPendingDeletes=vo,e.setDelayFunction=Im}var cr={};function Dm(f,d){for(d===void 0&&ot("ptr should not be undefined");f.baseClass;)d=f.upcast(d),f=f.baseClass;return d}function Nm(f,d){return d=Dm(f,d),cr[d]}function ds(f,d){(!d.ptrType||!d.ptr)&&fs("makeClassHandle requires ptr and ptrType");var _=!!d.smartPtrType,x=!!d.smartPtr;return _!==x&&fs("Both smartPtrType and smartPtr must be specified"),d.count={value:1},hr(Object.create(f,{$$:{value:d}}))}function bh(f){var d=this.getPointee(f);if(!d)return this.destructor(f),null;var _=Nm(this.registeredClass,d);if(_!==void 0){if(_.$$.count.value===0)return _.$$.ptr=d,_.$$.smartPtr=f,_.clone();var x=_.clone();return this.destructor(f),x}function b(){return this.isSmartPointer?ds(this.registeredClass.instancePrototype,{ptrType:this.pointeeType,ptr:d,smartPtrType:this,smartPtr:f}):ds(this.registeredClass.instancePrototype,{ptrType:this,ptr:f})}var C=this.registeredClass.getActualType(d),I=Sh[C];if(!I)return b.call(this);var w;this.isConst?w=I.constPointerType:w=I.pointerType;var O=Mh(d,this.registeredClass,w.registeredClass);return O===null?b.call(this):this.isSmartPointer?ds(w.registeredClass.instancePrototype,{ptrType:w,ptr:O,smartPtrType:this,smartPtr:f}):ds(w.registeredClass.instancePrototype,{ptrType:w,ptr:O})}function hr(f){return typeof FinalizationRegistry>"u"?(hr=d=>d,f):(yo=new FinalizationRegistry(d=>{console.warn(d.leakWarning.stack.replace(/^Error: /,"")),xh(d.$$)}),hr=d=>{var _=d.$$,x=!!_.smartPtr;if(x){var b={$$:_},C=_.ptrType.registeredClass;b.leakWarning=new Error("Embind found a leaked C++ instance "+C.name+" <0x"+_.ptr.toString(16)+`>.
We'll free it automatically in this case, but this functionality is not reliable across various environments.
Make sure to invoke .delete() manually once you're done with the instance instead.
Originally allocated`),"captureStackTrace"in Error&&Error.captureStackTrace(b.leakWarning,bh),yo.register(d,b,d)}return d},vh=d=>yo.unregister(d),hr(f))}function Um(){if(this.$$.ptr||_o(this),this.$$.preservePointerOnDelete)return this.$$.count.value+=1,this;var f=hr(Object.create(Object.getPrototypeOf(this),{$$:{value:Am(this.$$)}}));return f.$$.count.value+=1,f.$$.deleteScheduled=!1,f}function Fm(){this.$$.ptr||_o(this),this.$$.deleteScheduled&&!this.$$.preservePointerOnDelete&&ot("Object already scheduled for deletion"),vh(this),xh(this.$$),this.$$.preservePointerOnDelete||(this.$$.smartPtr=void 0,this.$$.ptr=void 0)}function Om(){return!this.$$.ptr}function Bm(){return this.$$.ptr||_o(this),this.$$.deleteScheduled&&!this.$$.preservePointerOnDelete&&ot("Object already scheduled for deletion"),or.push(this),or.length===1&&lr&&lr(vo),this.$$.deleteScheduled=!0,this}function Gm(){vn.prototype.isAliasOf=Tm,vn.prototype.clone=Um,vn.prototype.delete=Fm,vn.prototype.isDeleted=Om,vn.prototype.deleteLater=Bm}function vn(){}function wh(f,d,_){if(f[d].overloadTable===void 0){var x=f[d];f[d]=function(){return f[d].overloadTable.hasOwnProperty(arguments.length)||ot("Function '"+_+"' called with an invalid number of arguments ("+arguments.length+") - expects one of ("+f[d].overloadTable+")!"),f[d].overloadTable[arguments.length].apply(this,arguments)},f[d].overloadTable=[],f[d].overloadTable[x.argCount]=x}}function zm(f,d,_){e.hasOwnProperty(f)?((_===void 0||e[f].overloadTable!==void 0&&e[f].overloadTable[_]!==void 0)&&ot("Cannot register public name '"+f+"' twice"),wh(e,f,f),e.hasOwnProperty(_)&&ot("Cannot register multiple overloads of a function with the same number of arguments ("+_+")!"),e[f].overloadTable[_]=d):(e[f]=d,_!==void 0&&(e[f].numArguments=_))}function km(f,d,_,x,b,C,I,w){this.name=f,this.constructor=d,this.instancePrototype=_,this.rawDestructor=x,this.baseClass=b,this.getActualType=C,this.upcast=I,this.downcast=w,this.pureVirtualFunctions=[]}function xo(f,d,_){for(;d!==_;)d.upcast||ot("Expected null or instance of "+_.name+", got an instance of "+d.name),f=d.upcast(f),d=d.baseClass;return f}function Vm(f,d){if(d===null)return this.isReference&&ot("null is not a valid "+this.name),0;d.$$||ot('Cannot pass "'+pi(d)+'" as a '+this.name),d.$$.ptr||ot("Cannot pass deleted object as a pointer of type "+this.name);var _=d.$$.ptrType.registeredClass,x=xo(d.$$.ptr,_,this.registeredClass);return x}function Hm(f,d){var _;if(d===null)return this.isReference&&ot("null is not a valid "+this.name),this.isSmartPointer?(_=this.rawConstructor(),f!==null&&f.push(this.rawDestructor,_),_):0;d.$$||ot('Cannot pass "'+pi(d)+'" as a '+this.name),d.$$.ptr||ot("Cannot pass deleted object as a pointer of type "+this.name),!this.isConst&&d.$$.ptrType.isConst&&ot("Cannot convert argument of type "+(d.$$.smartPtrType?d.$$.smartPtrType.name:d.$$.ptrType.name)+" to parameter type "+this.name);var x=d.$$.ptrType.registeredClass;if(_=xo(d.$$.ptr,x,this.registeredClass),this.isSmartPointer)switch(d.$$.smartPtr===void 0&&ot("Passing raw pointer to smart pointer is illegal"),this.sharingPolicy){case 0:d.$$.smartPtrType===this?_=d.$$.smartPtr:ot("Cannot convert argument of type "+(d.$$.smartPtrType?d.$$.smartPtrType.name:d.$$.ptrType.name)+" to parameter type "+this.name);break;case 1:_=d.$$.smartPtr;break;case 2:if(d.$$.smartPtrType===this)_=d.$$.smartPtr;else{var b=d.clone();_=this.rawShare(_,bo.toHandle(function(){b.delete()})),f!==null&&f.push(this.rawDestructor,_)}break;default:ot("Unsupporting sharing policy")}return _}function Wm(f,d){if(d===null)return this.isReference&&ot("null is not a valid "+this.name),0;d.$$||ot('Cannot pass "'+pi(d)+'" as a '+this.name),d.$$.ptr||ot("Cannot pass deleted object as a pointer of type "+this.name),d.$$.ptrType.isConst&&ot("Cannot convert argument of type "+d.$$.ptrType.name+" to parameter type "+this.name);var _=d.$$.ptrType.registeredClass,x=xo(d.$$.ptr,_,this.registeredClass);return x}function ps(f){return this.fromWireType(mt[f>>2])}function Xm(f){return this.rawGetPointee&&(f=this.rawGetPointee(f)),f}function qm(f){this.rawDestructor&&this.rawDestructor(f)}function Ym(f){f!==null&&f.delete()}function jm(){Xe.prototype.getPointee=Xm,Xe.prototype.destructor=qm,Xe.prototype.argPackAdvance=8,Xe.prototype.readValueFromPointer=ps,Xe.prototype.deleteObject=Ym,Xe.prototype.fromWireType=bh}function Xe(f,d,_,x,b,C,I,w,O,G,q){this.name=f,this.registeredClass=d,this.isReference=_,this.isConst=x,this.isSmartPointer=b,this.pointeeType=C,this.sharingPolicy=I,this.rawGetPointee=w,this.rawConstructor=O,this.rawShare=G,this.rawDestructor=q,!b&&d.baseClass===void 0?x?(this.toWireType=Vm,this.destructorFunction=null):(this.toWireType=Wm,this.destructorFunction=null):this.toWireType=Hm}function Zm(f,d,_){e.hasOwnProperty(f)||fs("Replacing nonexistant public symbol"),e[f].overloadTable!==void 0&&_!==void 0?e[f].overloadTable[_]=d:(e[f]=d,e[f].argCount=_)}function $m(f,d,_){k("dynCall_"+f in e,"bad function pointer type - no table for sig '"+f+"'"),_&&_.length?k(_.length===f.substring(1).replace(/j/g,"--").length):k(f.length==1);var x=e["dynCall_"+f];return _&&_.length?x.apply(null,[d].concat(_)):x.call(null,d)}var ur=[];function ms(f){var d=ur[f];return d||(f>=ur.length&&(ur.length=f+1),ur[f]=d=_n.get(f)),k(_n.get(f)==d,"JavaScript-side Wasm function table mirror is out of date!"),d}function Jm(f,d,_){if(f.includes("j"))return $m(f,d,_);k(ms(d),"missing table entry in dynCall: "+d);var x=ms(d).apply(null,_);return x}function Km(f,d){k(f.includes("j")||f.includes("p"),"getDynCaller should only be called with i64 sigs");var _=[];return function(){return _.length=0,Object.assign(_,arguments),Jm(f,d,_)}}function di(f,d){f=fe(f);function _(){return f.includes("j")?Km(f,d):ms(d)}var x=_();return typeof x!="function"&&ot("unknown function pointer with signature "+f+": "+d),x}var Eh=void 0;function Qm(f){var d=Hg(f),_=fe(d);return xn(d),_}function Mo(f,d){var _=[],x={};function b(C){if(!x[C]&&!ui[C]){if(us[C]){us[C].forEach(b);return}_.push(C),x[C]=!0}}throw d.forEach(b),new Eh(f+": "+_.map(Qm).join([", "]))}function tg(f,d,_,x,b,C,I,w,O,G,q,Z,Y){q=fe(q),C=di(b,C),w&&(w=di(I,w)),G&&(G=di(O,G)),Y=di(Z,Y);var _t=gh(q);zm(_t,function(){Mo("Cannot construct "+q+" due to unbound types",[x])}),ar([f,d,_],x?[x]:[],function(lt){lt=lt[0];var dt,Zt;x?(dt=lt.registeredClass,Zt=dt.instancePrototype):Zt=vn.prototype;var De=_h(_t,function(){if(Object.getPrototypeOf(this)!==F)throw new fi("Use 'new' to construct "+q);if(X.constructor_body===void 0)throw new fi(q+" has no accessible constructor");var ys=X.constructor_body[arguments.length];if(ys===void 0)throw new fi("Tried to invoke ctor of "+q+" with invalid number of parameters ("+arguments.length+") - expected ("+Object.keys(X.constructor_body).toString()+") parameters instead!");return ys.apply(this,arguments)}),F=Object.create(Zt,{constructor:{value:De}});De.prototype=F;var X=new km(q,De,F,Y,dt,C,w,G),Lt=new Xe(q,X,!0,!1,!1),It=new Xe(q+"*",X,!1,!1,!1),jn=new Xe(q+" const*",X,!1,!0,!1);return Sh[f]={pointerType:It,constPointerType:jn},Zm(_t,De),[Lt,It,jn]})}function Th(f,d){for(var _=[],x=0;x<f;x++)_.push(ft[d+x*4>>2]);return _}function eg(f){for(;f.length;){var d=f.pop(),_=f.pop();_(d)}}function Ah(f,d,_,x,b){var C=d.length;C<2&&ot("argTypes array size mismatch! Must at least get return value and 'this' types!");for(var I=d[1]!==null&&_!==null,w=!1,O=1;O<d.length;++O)if(d[O]!==null&&d[O].destructorFunction===void 0){w=!0;break}var G=d[0].name!=="void",q=C-2,Z=new Array(q),Y=[],_t=[];return function(){arguments.length!==q&&ot("function "+f+" called with "+arguments.length+" arguments, expected "+q+" args!"),_t.length=0;var lt;Y.length=I?2:1,Y[0]=b,I&&(lt=d[1].toWireType(_t,this),Y[1]=lt);for(var dt=0;dt<q;++dt)Z[dt]=d[dt+2].toWireType(_t,arguments[dt]),Y.push(Z[dt]);var Zt=x.apply(null,Y);function De(F){if(w)eg(_t);else for(var X=I?1:2;X<d.length;X++){var Lt=X===1?lt:Z[X-2];d[X].destructorFunction!==null&&d[X].destructorFunction(Lt)}if(G)return d[0].fromWireType(F)}return De(Zt)}}function ng(f,d,_,x,b,C){k(d>0);var I=Th(d,_);b=di(x,b),ar([],[f],function(w){w=w[0];var O="constructor "+w.name;if(w.registeredClass.constructor_body===void 0&&(w.registeredClass.constructor_body=[]),w.registeredClass.constructor_body[d-1]!==void 0)throw new fi("Cannot register multiple constructors with identical number of parameters ("+(d-1)+") for class '"+w.name+"'! Overload resolution is currently only performed using the parameter count, not actual type info!");return w.registeredClass.constructor_body[d-1]=()=>{Mo("Cannot construct "+w.name+" due to unbound types",I)},ar([],I,function(G){return G.splice(1,0,null),w.registeredClass.constructor_body[d-1]=Ah(O,G,null,b,C),[]}),[]})}function ig(f,d,_,x,b,C,I,w){var O=Th(_,x);d=fe(d),C=di(b,C),ar([],[f],function(G){G=G[0];var q=G.name+"."+d;d.startsWith("@@")&&(d=Symbol[d.substring(2)]),w&&G.registeredClass.pureVirtualFunctions.push(d);function Z(){Mo("Cannot call "+q+" due to unbound types",O)}var Y=G.registeredClass.instancePrototype,_t=Y[d];return _t===void 0||_t.overloadTable===void 0&&_t.className!==G.name&&_t.argCount===_-2?(Z.argCount=_-2,Z.className=G.name,Y[d]=Z):(wh(Y,d,q),Y[d].overloadTable[_-2]=Z),ar([],O,function(lt){var dt=Ah(q,lt,G,C,I);return Y[d].overloadTable===void 0?(dt.argCount=_-2,Y[d]=dt):Y[d].overloadTable[_-2]=dt,[]}),[]})}var So=[],Le=[{},{value:void 0},{value:null},{value:!0},{value:!1}];function rg(f){f>4&&--Le[f].refcount===0&&(Le[f]=void 0,So.push(f))}function sg(){for(var f=0,d=5;d<Le.length;++d)Le[d]!==void 0&&++f;return f}function ag(){for(var f=5;f<Le.length;++f)if(Le[f]!==void 0)return Le[f];return null}function og(){e.count_emval_handles=sg,e.get_first_emval=ag}var bo={toValue:f=>(f||ot("Cannot use deleted val. handle = "+f),Le[f].value),toHandle:f=>{switch(f){case void 0:return 1;case null:return 2;case!0:return 3;case!1:return 4;default:{var d=So.length?So.pop():Le.length;return Le[d]={refcount:1,value:f},d}}}};function lg(f,d){d=fe(d),We(f,{name:d,fromWireType:function(_){var x=bo.toValue(_);return rg(_),x},toWireType:function(_,x){return bo.toHandle(x)},argPackAdvance:8,readValueFromPointer:ps,destructorFunction:null})}function pi(f){if(f===null)return"null";var d=typeof f;return d==="object"||d==="array"||d==="function"?f.toString():""+f}function cg(f,d){switch(d){case 2:return function(_){return this.fromWireType(ah[_>>2])};case 3:return function(_){return this.fromWireType(oh[_>>3])};default:throw new TypeError("Unknown float type: "+f)}}function hg(f,d,_){var x=mo(_);d=fe(d),We(f,{name:d,fromWireType:function(b){return b},toWireType:function(b,C){if(typeof C!="number"&&typeof C!="boolean")throw new TypeError('Cannot convert "'+pi(C)+'" to '+this.name);return C},argPackAdvance:8,readValueFromPointer:cg(d,x),destructorFunction:null})}function ug(f,d,_){switch(d){case 0:return _?function(b){return Ie[b]}:function(b){return Yt[b]};case 1:return _?function(b){return ci[b>>1]}:function(b){return hs[b>>1]};case 2:return _?function(b){return mt[b>>2]}:function(b){return ft[b>>2]};default:throw new TypeError("Unknown integer type: "+f)}}function fg(f,d,_,x,b){d=fe(d),b===-1&&(b=4294967295);var C=mo(_),I=Z=>Z;if(x===0){var w=32-8*_;I=Z=>Z<<w>>>w}var O=d.includes("unsigned"),G=(Z,Y)=>{if(typeof Z!="number"&&typeof Z!="boolean")throw new TypeError('Cannot convert "'+pi(Z)+'" to '+Y);if(Z<x||Z>b)throw new TypeError('Passing a number "'+pi(Z)+'" from JS side to C/C++ side to an argument of type "'+d+'", which is outside the valid range ['+x+", "+b+"]!")},q;O?q=function(Z,Y){return G(Y,this.name),Y>>>0}:q=function(Z,Y){return G(Y,this.name),Y},We(f,{name:d,fromWireType:I,toWireType:q,argPackAdvance:8,readValueFromPointer:ug(d,C,x!==0),destructorFunction:null})}function dg(f,d,_){var x=[Int8Array,Uint8Array,Int16Array,Uint16Array,Int32Array,Uint32Array,Float32Array,Float64Array],b=x[d];function C(I){I=I>>2;var w=ft,O=w[I],G=w[I+1];return new b(cs,G,O)}_=fe(_),We(f,{name:_,fromWireType:C,argPackAdvance:8,readValueFromPointer:C},{ignoreDuplicateRegistrations:!0})}function pg(f,d){d=fe(d);var _=d==="std::string";We(f,{name:d,fromWireType:function(x){var b=ft[x>>2],C=x+4,I;if(_)for(var w=C,O=0;O<=b;++O){var G=C+O;if(O==b||Yt[G]==0){var q=G-w,Z=ut(w,q);I===void 0?I=Z:(I+="\0",I+=Z),w=G+1}}else{for(var Y=new Array(b),O=0;O<b;++O)Y[O]=String.fromCharCode(Yt[C+O]);I=Y.join("")}return xn(x),I},toWireType:function(x,b){b instanceof ArrayBuffer&&(b=new Uint8Array(b));var C,I=typeof b=="string";I||b instanceof Uint8Array||b instanceof Uint8ClampedArray||b instanceof Int8Array||ot("Cannot pass non-string to std::string"),_&&I?C=sh(b):C=b.length;var w=Co(4+C+1),O=w+4;if(ft[w>>2]=C,_&&I)rh(b,O,C+1);else if(I)for(var G=0;G<C;++G){var q=b.charCodeAt(G);q>255&&(xn(O),ot("String has UTF-16 code units that do not fit in 8 bits")),Yt[O+G]=q}else for(var G=0;G<C;++G)Yt[O+G]=b[G];return x!==null&&x.push(xn,w),w},argPackAdvance:8,readValueFromPointer:ps,destructorFunction:function(x){xn(x)}})}var Ch=typeof TextDecoder<"u"?new TextDecoder("utf-16le"):void 0;function mg(f,d){k(f%2==0,"Pointer passed to UTF16ToString must be aligned to two bytes!");for(var _=f,x=_>>1,b=x+d/2;!(x>=b)&&hs[x];)++x;if(_=x<<1,_-f>32&&Ch)return Ch.decode(Yt.subarray(f,_));for(var C="",I=0;!(I>=d/2);++I){var w=ci[f+I*2>>1];if(w==0)break;C+=String.fromCharCode(w)}return C}function gg(f,d,_){if(k(d%2==0,"Pointer passed to stringToUTF16 must be aligned to two bytes!"),k(typeof _=="number","stringToUTF16(str, outPtr, maxBytesToWrite) is missing the third parameter that specifies the length of the output buffer!"),_===void 0&&(_=2147483647),_<2)return 0;_-=2;for(var x=d,b=_<f.length*2?_/2:f.length,C=0;C<b;++C){var I=f.charCodeAt(C);ci[d>>1]=I,d+=2}return ci[d>>1]=0,d-x}function _g(f){return f.length*2}function yg(f,d){k(f%4==0,"Pointer passed to UTF32ToString must be aligned to four bytes!");for(var _=0,x="";!(_>=d/4);){var b=mt[f+_*4>>2];if(b==0)break;if(++_,b>=65536){var C=b-65536;x+=String.fromCharCode(55296|C>>10,56320|C&1023)}else x+=String.fromCharCode(b)}return x}function vg(f,d,_){if(k(d%4==0,"Pointer passed to stringToUTF32 must be aligned to four bytes!"),k(typeof _=="number","stringToUTF32(str, outPtr, maxBytesToWrite) is missing the third parameter that specifies the length of the output buffer!"),_===void 0&&(_=2147483647),_<4)return 0;for(var x=d,b=x+_-4,C=0;C<f.length;++C){var I=f.charCodeAt(C);if(I>=55296&&I<=57343){var w=f.charCodeAt(++C);I=65536+((I&1023)<<10)|w&1023}if(mt[d>>2]=I,d+=4,d+4>b)break}return mt[d>>2]=0,d-x}function xg(f){for(var d=0,_=0;_<f.length;++_){var x=f.charCodeAt(_);x>=55296&&x<=57343&&++_,d+=4}return d}function Mg(f,d,_){_=fe(_);var x,b,C,I,w;d===2?(x=mg,b=gg,I=_g,C=()=>hs,w=1):d===4&&(x=yg,b=vg,I=xg,C=()=>ft,w=2),We(f,{name:_,fromWireType:function(O){for(var G=ft[O>>2],q=C(),Z,Y=O+4,_t=0;_t<=G;++_t){var lt=O+4+_t*d;if(_t==G||q[lt>>w]==0){var dt=lt-Y,Zt=x(Y,dt);Z===void 0?Z=Zt:(Z+="\0",Z+=Zt),Y=lt+d}}return xn(O),Z},toWireType:function(O,G){typeof G!="string"&&ot("Cannot pass non-string to C++ string type "+_);var q=I(G),Z=Co(4+q+d);return ft[Z>>2]=q>>w,b(G,Z+4,q+d),O!==null&&O.push(xn,Z),Z},argPackAdvance:8,readValueFromPointer:ps,destructorFunction:function(O){xn(O)}})}function Sg(f,d){d=fe(d),We(f,{isVoid:!0,name:d,argPackAdvance:0,fromWireType:function(){},toWireType:function(_,x){}})}function bg(){jt("native code called abort()")}function wg(f,d,_){Yt.copyWithin(f,d,d+_)}function Eg(){return 2147483648}function Tg(f){try{return j.grow(f-cs.byteLength+65535>>>16),lh(j.buffer),1}catch(d){R("emscripten_realloc_buffer: Attempted to grow heap from "+cs.byteLength+" bytes to "+f+" bytes, but got error: "+d)}}function Ag(f){var d=Yt.length;f=f>>>0,k(f>d);var _=Eg();if(f>_)return R("Cannot enlarge memory, asked to go up to "+f+" bytes, but the limit is "+_+" bytes!"),!1;let x=(O,G)=>O+(G-O%G)%G;for(var b=1;b<=4;b*=2){var C=d*(1+.2/b);C=Math.min(C,f+100663296);var I=Math.min(_,x(Math.max(f,C),65536)),w=Tg(I);if(w)return!0}return R("Failed to grow the heap from "+d+" bytes to "+I+" bytes, not enough memory!"),!1}var wo={};function Cg(){return o||"./this.program"}function fr(){if(!fr.strings){var f=(typeof navigator=="object"&&navigator.languages&&navigator.languages[0]||"C").replace("-","_")+".UTF-8",d={USER:"web_user",LOGNAME:"web_user",PATH:"/",PWD:"/",HOME:"/home/web_user",LANG:f,_:Cg()};for(var _ in wo)wo[_]===void 0?delete d[_]:d[_]=wo[_];var x=[];for(var _ in d)x.push(_+"="+d[_]);fr.strings=x}return fr.strings}function Pg(f,d,_){for(var x=0;x<f.length;++x)k(f.charCodeAt(x)===(f.charCodeAt(x)&255)),Ie[d++>>0]=f.charCodeAt(x);_||(Ie[d>>0]=0)}var Eo={varargs:void 0,get:function(){k(Eo.varargs!=null),Eo.varargs+=4;var f=mt[Eo.varargs-4>>2];return f},getStr:function(f){var d=ut(f);return d}};function Rg(f,d){var _=0;return fr().forEach(function(x,b){var C=d+_;ft[f+b*4>>2]=C,Pg(x,C),_+=x.length+1}),0}function Ig(f,d){var _=fr();ft[f>>2]=_.length;var x=0;return _.forEach(function(b){x+=b.length+1}),ft[d>>2]=x,0}function Lg(f){jt("fd_close called without SYSCALLS_REQUIRE_FILESYSTEM")}function Dg(f,d,_,x,b){return 70}var To=[null,[],[]];function Ao(f,d){var _=To[f];k(_),d===0||d===10?((f===1?U:R)(Re(_,0)),_.length=0):_.push(d)}function BE(){Wg(0),To[1].length&&Ao(1,10),To[2].length&&Ao(2,10)}function Ng(f,d,_,x){for(var b=0,C=0;C<_;C++){var I=ft[d>>2],w=ft[d+4>>2];d+=8;for(var O=0;O<w;O++)Ao(f,Yt[I+O]);b+=w}return ft[x>>2]=b,0}function gs(f){return f%4===0&&(f%100!==0||f%400===0)}function Ug(f,d){for(var _=0,x=0;x<=d;_+=f[x++]);return _}var Ph=[31,29,31,30,31,30,31,31,30,31,30,31],Rh=[31,28,31,30,31,30,31,31,30,31,30,31];function Fg(f,d){for(var _=new Date(f.getTime());d>0;){var x=gs(_.getFullYear()),b=_.getMonth(),C=(x?Ph:Rh)[b];if(d>C-_.getDate())d-=C-_.getDate()+1,_.setDate(1),b<11?_.setMonth(b+1):(_.setMonth(0),_.setFullYear(_.getFullYear()+1));else return _.setDate(_.getDate()+d),_}return _}function Og(f,d,_){var x=_>0?_:sh(f)+1,b=new Array(x),C=kt(f,b,0,b.length);return d&&(b.length=C),b}function Bg(f,d,_,x){var b=mt[x+40>>2],C={tm_sec:mt[x>>2],tm_min:mt[x+4>>2],tm_hour:mt[x+8>>2],tm_mday:mt[x+12>>2],tm_mon:mt[x+16>>2],tm_year:mt[x+20>>2],tm_wday:mt[x+24>>2],tm_yday:mt[x+28>>2],tm_isdst:mt[x+32>>2],tm_gmtoff:mt[x+36>>2],tm_zone:b?ut(b):""},I=ut(_),w={"%c":"%a %b %d %H:%M:%S %Y","%D":"%m/%d/%y","%F":"%Y-%m-%d","%h":"%b","%r":"%I:%M:%S %p","%R":"%H:%M","%T":"%H:%M:%S","%x":"%m/%d/%y","%X":"%H:%M:%S","%Ec":"%c","%EC":"%C","%Ex":"%m/%d/%y","%EX":"%H:%M:%S","%Ey":"%y","%EY":"%Y","%Od":"%d","%Oe":"%e","%OH":"%H","%OI":"%I","%Om":"%m","%OM":"%M","%OS":"%S","%Ou":"%u","%OU":"%U","%OV":"%V","%Ow":"%w","%OW":"%W","%Oy":"%y"};for(var O in w)I=I.replace(new RegExp(O,"g"),w[O]);var G=["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"],q=["January","February","March","April","May","June","July","August","September","October","November","December"];function Z(F,X,Lt){for(var It=typeof F=="number"?F.toString():F||"";It.length<X;)It=Lt[0]+It;return It}function Y(F,X){return Z(F,X,"0")}function _t(F,X){function Lt(jn){return jn<0?-1:jn>0?1:0}var It;return(It=Lt(F.getFullYear()-X.getFullYear()))===0&&(It=Lt(F.getMonth()-X.getMonth()))===0&&(It=Lt(F.getDate()-X.getDate())),It}function lt(F){switch(F.getDay()){case 0:return new Date(F.getFullYear()-1,11,29);case 1:return F;case 2:return new Date(F.getFullYear(),0,3);case 3:return new Date(F.getFullYear(),0,2);case 4:return new Date(F.getFullYear(),0,1);case 5:return new Date(F.getFullYear()-1,11,31);case 6:return new Date(F.getFullYear()-1,11,30)}}function dt(F){var X=Fg(new Date(F.tm_year+1900,0,1),F.tm_yday),Lt=new Date(X.getFullYear(),0,4),It=new Date(X.getFullYear()+1,0,4),jn=lt(Lt),ys=lt(It);return _t(jn,X)<=0?_t(ys,X)<=0?X.getFullYear()+1:X.getFullYear():X.getFullYear()-1}var Zt={"%a":function(F){return G[F.tm_wday].substring(0,3)},"%A":function(F){return G[F.tm_wday]},"%b":function(F){return q[F.tm_mon].substring(0,3)},"%B":function(F){return q[F.tm_mon]},"%C":function(F){var X=F.tm_year+1900;return Y(X/100|0,2)},"%d":function(F){return Y(F.tm_mday,2)},"%e":function(F){return Z(F.tm_mday,2," ")},"%g":function(F){return dt(F).toString().substring(2)},"%G":function(F){return dt(F)},"%H":function(F){return Y(F.tm_hour,2)},"%I":function(F){var X=F.tm_hour;return X==0?X=12:X>12&&(X-=12),Y(X,2)},"%j":function(F){return Y(F.tm_mday+Ug(gs(F.tm_year+1900)?Ph:Rh,F.tm_mon-1),3)},"%m":function(F){return Y(F.tm_mon+1,2)},"%M":function(F){return Y(F.tm_min,2)},"%n":function(){return`
`},"%p":function(F){return F.tm_hour>=0&&F.tm_hour<12?"AM":"PM"},"%S":function(F){return Y(F.tm_sec,2)},"%t":function(){return"	"},"%u":function(F){return F.tm_wday||7},"%U":function(F){var X=F.tm_yday+7-F.tm_wday;return Y(Math.floor(X/7),2)},"%V":function(F){var X=Math.floor((F.tm_yday+7-(F.tm_wday+6)%7)/7);if((F.tm_wday+371-F.tm_yday-2)%7<=2&&X++,X){if(X==53){var It=(F.tm_wday+371-F.tm_yday)%7;It!=4&&(It!=3||!gs(F.tm_year))&&(X=1)}}else{X=52;var Lt=(F.tm_wday+7-F.tm_yday-1)%7;(Lt==4||Lt==5&&gs(F.tm_year%400-1))&&X++}return Y(X,2)},"%w":function(F){return F.tm_wday},"%W":function(F){var X=F.tm_yday+7-(F.tm_wday+6)%7;return Y(Math.floor(X/7),2)},"%y":function(F){return(F.tm_year+1900).toString().substring(2)},"%Y":function(F){return F.tm_year+1900},"%z":function(F){var X=F.tm_gmtoff,Lt=X>=0;return X=Math.abs(X)/60,X=X/60*100+X%60,(Lt?"+":"-")+("0000"+X).slice(-4)},"%Z":function(F){return F.tm_zone},"%%":function(){return"%"}};I=I.replace(/%%/g,"\0\0");for(var O in Zt)I.includes(O)&&(I=I.replace(new RegExp(O,"g"),Zt[O](C)));I=I.replace(/\0\0/g,"%");var De=Og(I,!1);return De.length>d?0:(ph(De,f),De.length-1)}function Gg(f,d,_,x){return Bg(f,d,_,x)}function Ih(f,d){k(f<16384),f<128?d.push(f):d.push(f%128|128,f>>7)}function zg(f){for(var d={i:"i32",j:"i64",f:"f32",d:"f64",p:"i32"},_={parameters:[],results:f[0]=="v"?[]:[d[f[0]]]},x=1;x<f.length;++x)k(f[x]in d,"invalid signature char: "+f[x]),_.parameters.push(d[f[x]]);return _}function GE(f,d){if(typeof WebAssembly.Function=="function")return new WebAssembly.Function(zg(d),f);var _=[1,96],x=d.slice(0,1),b=d.slice(1),C={i:127,p:127,j:126,f:125,d:124};Ih(b.length,_);for(var I=0;I<b.length;++I)k(b[I]in C,"invalid signature char: "+b[I]),_.push(C[b[I]]);x=="v"?_.push(0):_.push(1,C[x]);var w=[0,97,115,109,1,0,0,0,1];Ih(_.length,w),w.push.apply(w,_),w.push(2,7,1,1,101,1,102,0,0,7,5,1,1,102,0,0);var O=new WebAssembly.Module(new Uint8Array(w)),G=new WebAssembly.Instance(O,{e:{f}}),q=G.exports.f;return q}function zE(f,d){if(Lh)for(var _=f;_<f+d;_++){var x=ms(_);x&&Lh.set(x,_)}}var Lh=void 0,Dh=[];function kE(){if(Dh.length)return Dh.pop();try{_n.grow(1)}catch(f){throw f instanceof RangeError?"Unable to grow wasm table. Set ALLOW_TABLE_GROWTH.":f}return _n.length-1}function VE(f,d){_n.set(f,d),ur[f]=_n.get(f)}var HE=1;function kg(f){var d=e["_"+f];return k(d,"Cannot call unknown function "+f+", make sure it is exported"),d}function WE(f,d,_,x,b){var C={string:lt=>{var dt=0;if(lt!=null&&lt!==0){var Zt=(lt.length<<2)+1;dt=Fh(Zt),rh(lt,dt,Zt)}return dt},array:lt=>{var dt=Fh(lt.length);return ph(lt,dt),dt}};function I(lt){return d==="string"?ut(lt):d==="boolean"?!!lt:lt}var w=kg(f),O=[],G=0;if(k(d!=="array",'Return type should not be "array".'),x)for(var q=0;q<x.length;q++){var Z=C[_[q]];Z?(G===0&&(G=Yg()),O[q]=Z(x[q])):O[q]=x[q]}var Y=w.apply(null,O);function _t(lt){return G!==0&&jg(G),I(lt)}return Y=_t(Y),Y}Sm(),fi=e.BindingError=go(Error,"BindingError"),yh=e.InternalError=go(Error,"InternalError"),Gm(),Lm(),jm(),Eh=e.UnboundTypeError=go(Error,"UnboundTypeError"),og();var XE=!0;function Vg(){H("fetchSettings")}var Nh={__cxa_allocate_exception:gm,__cxa_throw:xm,_embind_register_bigint:Mm,_embind_register_bool:Em,_embind_register_class:tg,_embind_register_class_constructor:ng,_embind_register_class_function:ig,_embind_register_emval:lg,_embind_register_float:hg,_embind_register_integer:fg,_embind_register_memory_view:dg,_embind_register_std_string:pg,_embind_register_std_wstring:Mg,_embind_register_void:Sg,abort:bg,emscripten_memcpy_big:wg,emscripten_resize_heap:Ag,environ_get:Rg,environ_sizes_get:Ig,fd_close:Lg,fd_seek:Dg,fd_write:Ng,strftime_l:Gg},qE=dm(),YE=e.___wasm_call_ctors=Rt("__wasm_call_ctors"),Co=e._malloc=Rt("malloc"),xn=e._free=Rt("free"),Hg=e.___getTypeName=Rt("__getTypeName"),jE=e.__embind_initialize_bindings=Rt("_embind_initialize_bindings"),ZE=e.___errno_location=Rt("__errno_location"),Wg=e._fflush=Rt("fflush"),Uh=e._emscripten_stack_init=function(){return(Uh=e._emscripten_stack_init=e.asm.emscripten_stack_init).apply(null,arguments)},Xg=e._emscripten_stack_get_free=function(){return(Xg=e._emscripten_stack_get_free=e.asm.emscripten_stack_get_free).apply(null,arguments)},qg=e._emscripten_stack_get_base=function(){return(qg=e._emscripten_stack_get_base=e.asm.emscripten_stack_get_base).apply(null,arguments)},Po=e._emscripten_stack_get_end=function(){return(Po=e._emscripten_stack_get_end=e.asm.emscripten_stack_get_end).apply(null,arguments)},Yg=e.stackSave=Rt("stackSave"),jg=e.stackRestore=Rt("stackRestore"),Fh=e.stackAlloc=Rt("stackAlloc"),Zg=e.___cxa_is_pointer_type=Rt("__cxa_is_pointer_type"),$E=e.dynCall_viijii=Rt("dynCall_viijii"),JE=e.dynCall_ji=Rt("dynCall_ji"),KE=e.dynCall_jiji=Rt("dynCall_jiji"),QE=e.dynCall_iiiiij=Rt("dynCall_iiiiij"),tT=e.dynCall_iiiiijj=Rt("dynCall_iiiiijj"),eT=e.dynCall_iiiiiijj=Rt("dynCall_iiiiiijj"),$g=["run","UTF8ArrayToString","UTF8ToString","stringToUTF8Array","stringToUTF8","lengthBytesUTF8","addOnPreRun","addOnInit","addOnPreMain","addOnExit","addOnPostRun","addRunDependency","removeRunDependency","FS_createFolder","FS_createPath","FS_createDataFile","FS_createPreloadedFile","FS_createLazyFile","FS_createLink","FS_createDevice","FS_unlink","getLEB","getFunctionTables","alignFunctionTables","registerFunctions","prettyPrint","getCompilerSetting","print","printErr","callMain","abort","keepRuntimeAlive","wasmMemory","stackAlloc","stackSave","stackRestore","getTempRet0","setTempRet0","writeStackCookie","checkStackCookie","ptrToString","zeroMemory","stringToNewUTF8","exitJS","getHeapMax","emscripten_realloc_buffer","ENV","ERRNO_CODES","ERRNO_MESSAGES","setErrNo","inetPton4","inetNtop4","inetPton6","inetNtop6","readSockaddr","writeSockaddr","DNS","getHostByName","Protocols","Sockets","getRandomDevice","warnOnce","traverseStack","UNWIND_CACHE","convertPCtoSourceLocation","readAsmConstArgsArray","readAsmConstArgs","mainThreadEM_ASM","jstoi_q","jstoi_s","getExecutableName","listenOnce","autoResumeAudioContext","dynCallLegacy","getDynCaller","dynCall","handleException","runtimeKeepalivePush","runtimeKeepalivePop","callUserCallback","maybeExit","safeSetTimeout","asmjsMangle","asyncLoad","alignMemory","mmapAlloc","writeI53ToI64","writeI53ToI64Clamped","writeI53ToI64Signaling","writeI53ToU64Clamped","writeI53ToU64Signaling","readI53FromI64","readI53FromU64","convertI32PairToI53","convertI32PairToI53Checked","convertU32PairToI53","getCFunc","ccall","cwrap","uleb128Encode","sigToWasmTypes","convertJsFunctionToWasm","freeTableIndexes","functionsInTableMap","getEmptyTableSlot","updateTableMap","addFunction","removeFunction","reallyNegative","unSign","strLen","reSign","formatString","setValue","getValue","PATH","PATH_FS","intArrayFromString","intArrayToString","AsciiToString","stringToAscii","UTF16Decoder","UTF16ToString","stringToUTF16","lengthBytesUTF16","UTF32ToString","stringToUTF32","lengthBytesUTF32","allocateUTF8","allocateUTF8OnStack","writeStringToMemory","writeArrayToMemory","writeAsciiToMemory","SYSCALLS","getSocketFromFD","getSocketAddress","JSEvents","registerKeyEventCallback","specialHTMLTargets","maybeCStringToJsString","findEventTarget","findCanvasEventTarget","getBoundingClientRect","fillMouseEventData","registerMouseEventCallback","registerWheelEventCallback","registerUiEventCallback","registerFocusEventCallback","fillDeviceOrientationEventData","registerDeviceOrientationEventCallback","fillDeviceMotionEventData","registerDeviceMotionEventCallback","screenOrientation","fillOrientationChangeEventData","registerOrientationChangeEventCallback","fillFullscreenChangeEventData","registerFullscreenChangeEventCallback","JSEvents_requestFullscreen","JSEvents_resizeCanvasForFullscreen","registerRestoreOldStyle","hideEverythingExceptGivenElement","restoreHiddenElements","setLetterbox","currentFullscreenStrategy","restoreOldWindowedStyle","softFullscreenResizeWebGLRenderTarget","doRequestFullscreen","fillPointerlockChangeEventData","registerPointerlockChangeEventCallback","registerPointerlockErrorEventCallback","requestPointerLock","fillVisibilityChangeEventData","registerVisibilityChangeEventCallback","registerTouchEventCallback","fillGamepadEventData","registerGamepadEventCallback","registerBeforeUnloadEventCallback","fillBatteryEventData","battery","registerBatteryEventCallback","setCanvasElementSize","getCanvasElementSize","demangle","demangleAll","jsStackTrace","stackTrace","ExitStatus","getEnvStrings","checkWasiClock","flush_NO_FILESYSTEM","dlopenMissingError","setImmediateWrapped","clearImmediateWrapped","polyfillSetImmediate","uncaughtExceptionCount","exceptionLast","exceptionCaught","ExceptionInfo","exception_addRef","exception_decRef","Browser","setMainLoop","wget","FS","MEMFS","TTY","PIPEFS","SOCKFS","_setNetworkCallback","tempFixedLengthArray","miniTempWebGLFloatBuffers","heapObjectForWebGLType","heapAccessShiftForWebGLHeap","GL","emscriptenWebGLGet","computeUnpackAlignedImageSize","emscriptenWebGLGetTexPixelData","emscriptenWebGLGetUniform","webglGetUniformLocation","webglPrepareUniformLocationsBeforeFirstUse","webglGetLeftBracePos","emscriptenWebGLGetVertexAttrib","writeGLArray","AL","SDL_unicode","SDL_ttfContext","SDL_audio","SDL","SDL_gfx","GLUT","EGL","GLFW_Window","GLFW","GLEW","IDBStore","runAndAbortIfError","ALLOC_NORMAL","ALLOC_STACK","allocate","InternalError","BindingError","UnboundTypeError","PureVirtualError","init_embind","throwInternalError","throwBindingError","throwUnboundTypeError","ensureOverloadTable","exposePublicSymbol","replacePublicSymbol","extendError","createNamedFunction","embindRepr","registeredInstances","getBasestPointer","registerInheritedInstance","unregisterInheritedInstance","getInheritedInstance","getInheritedInstanceCount","getLiveInheritedInstances","registeredTypes","awaitingDependencies","typeDependencies","registeredPointers","registerType","whenDependentTypesAreResolved","embind_charCodes","embind_init_charCodes","readLatin1String","getTypeName","heap32VectorToArray","requireRegisteredType","getShiftFromSize","integerReadValueFromPointer","enumReadValueFromPointer","floatReadValueFromPointer","simpleReadValueFromPointer","runDestructors","new_","craftInvokerFunction","embind__requireFunction","tupleRegistrations","structRegistrations","genericPointerToWireType","constNoSmartPtrRawPointerToWireType","nonConstNoSmartPtrRawPointerToWireType","init_RegisteredPointer","RegisteredPointer","RegisteredPointer_getPointee","RegisteredPointer_destructor","RegisteredPointer_deleteObject","RegisteredPointer_fromWireType","runDestructor","releaseClassHandle","finalizationRegistry","detachFinalizer_deps","detachFinalizer","attachFinalizer","makeClassHandle","init_ClassHandle","ClassHandle","ClassHandle_isAliasOf","throwInstanceAlreadyDeleted","ClassHandle_clone","ClassHandle_delete","deletionQueue","ClassHandle_isDeleted","ClassHandle_deleteLater","flushPendingDeletes","delayFunction","setDelayFunction","RegisteredClass","shallowCopyInternalPointer","downcastPointer","upcastPointer","validateThis","char_0","char_9","makeLegalFunctionName","emval_handle_array","emval_free_list","emval_symbols","init_emval","count_emval_handles","get_first_emval","getStringOrSymbol","Emval","emval_newers","craftEmvalAllocator","emval_get_global","emval_lookupTypes","emval_allocateDestructors","emval_methodCallers","emval_addMethodCaller","emval_registeredMethods"];$g.forEach(M);var Jg=["ptrToString","zeroMemory","stringToNewUTF8","exitJS","setErrNo","inetPton4","inetNtop4","inetPton6","inetNtop6","readSockaddr","writeSockaddr","getHostByName","getRandomDevice","traverseStack","convertPCtoSourceLocation","readAsmConstArgs","mainThreadEM_ASM","jstoi_q","jstoi_s","listenOnce","autoResumeAudioContext","runtimeKeepalivePush","runtimeKeepalivePop","callUserCallback","maybeExit","safeSetTimeout","asmjsMangle","asyncLoad","alignMemory","mmapAlloc","writeI53ToI64","writeI53ToI64Clamped","writeI53ToI64Signaling","writeI53ToU64Clamped","writeI53ToU64Signaling","readI53FromI64","readI53FromU64","convertI32PairToI53","convertU32PairToI53","reallyNegative","unSign","strLen","reSign","formatString","getSocketFromFD","getSocketAddress","registerKeyEventCallback","maybeCStringToJsString","findEventTarget","findCanvasEventTarget","getBoundingClientRect","fillMouseEventData","registerMouseEventCallback","registerWheelEventCallback","registerUiEventCallback","registerFocusEventCallback","fillDeviceOrientationEventData","registerDeviceOrientationEventCallback","fillDeviceMotionEventData","registerDeviceMotionEventCallback","screenOrientation","fillOrientationChangeEventData","registerOrientationChangeEventCallback","fillFullscreenChangeEventData","registerFullscreenChangeEventCallback","JSEvents_requestFullscreen","JSEvents_resizeCanvasForFullscreen","registerRestoreOldStyle","hideEverythingExceptGivenElement","restoreHiddenElements","setLetterbox","softFullscreenResizeWebGLRenderTarget","doRequestFullscreen","fillPointerlockChangeEventData","registerPointerlockChangeEventCallback","registerPointerlockErrorEventCallback","requestPointerLock","fillVisibilityChangeEventData","registerVisibilityChangeEventCallback","registerTouchEventCallback","fillGamepadEventData","registerGamepadEventCallback","registerBeforeUnloadEventCallback","fillBatteryEventData","battery","registerBatteryEventCallback","setCanvasElementSize","getCanvasElementSize","checkWasiClock","setImmediateWrapped","clearImmediateWrapped","polyfillSetImmediate","exception_addRef","exception_decRef","setMainLoop","_setNetworkCallback","heapObjectForWebGLType","heapAccessShiftForWebGLHeap","emscriptenWebGLGet","computeUnpackAlignedImageSize","emscriptenWebGLGetTexPixelData","emscriptenWebGLGetUniform","webglGetUniformLocation","webglPrepareUniformLocationsBeforeFirstUse","webglGetLeftBracePos","emscriptenWebGLGetVertexAttrib","writeGLArray","SDL_unicode","SDL_ttfContext","SDL_audio","GLFW_Window","runAndAbortIfError","registerInheritedInstance","unregisterInheritedInstance","requireRegisteredType","enumReadValueFromPointer","validateThis","getStringOrSymbol","craftEmvalAllocator","emval_get_global","emval_lookupTypes","emval_allocateDestructors","emval_addMethodCaller"];Jg.forEach(at);var _s;rr=function f(){_s||Oh(),_s||(rr=f)};function Kg(){Uh(),em()}function Oh(f){if(f=f||a,qn>0||(Kg(),nm(),qn>0))return;function d(){_s||(_s=!0,e.calledRun=!0,!rt&&(im(),i(e),e.onRuntimeInitialized&&e.onRuntimeInitialized(),k(!e._main,'compiled without a main, but one is present. if you added it from JS, use Module["onRuntimeInitialized"]'),rm()))}e.setStatus?(e.setStatus("Running..."),setTimeout(function(){setTimeout(function(){e.setStatus("")},1),d()},1)):d(),uo()}if(e.preInit)for(typeof e.preInit=="function"&&(e.preInit=[e.preInit]);e.preInit.length>0;)e.preInit.pop()();return Oh(),t.ready})})();typeof Ns=="object"&&typeof Bo=="object"?Bo.exports=Oo:typeof define=="function"&&define.amd?define([],function(){return Oo}):typeof Ns=="object"&&(Ns.createLazPerf=Oo)});var zo=st(Ue=>{"use strict";var o_=Ue&&Ue.__importDefault||function(n){return n&&n.__esModule?n:{default:n}};Object.defineProperty(Ue,"__esModule",{value:!0});Ue.LazPerf=Ue.create=Ue.createLazPerf=void 0;var Go=o_(_u());Ue.createLazPerf=Go.default;Ue.create=Go.default;Ue.LazPerf={create:Go.default}});var Su=st(Tn=>{"use strict";Object.defineProperty(Tn,"__esModule",{value:!0});Tn.decompressFile=Tn.decompressChunk=Tn.PointData=void 0;var yu=zo(),l_=Fo();Tn.PointData={createLazPerf:yu.createLazPerf,decompressChunk:xu,decompressFile:Mu};var ko;async function vu(n){return n||(ko||(ko=(0,yu.createLazPerf)()),ko)}async function xu(n,{pointCount:t,pointDataRecordFormat:e,pointDataRecordLength:i},r){let s=await vu(r),a=new Uint8Array(t*i),o=s._malloc(n.byteLength),l=s._malloc(i),c=new s.ChunkDecoder;try{s.HEAPU8.set(new Uint8Array(n.buffer,n.byteOffset,n.byteLength),o),c.open(e,i,o);for(let h=0;h<t;++h)c.getPoint(l),a.set(new Uint8Array(s.HEAPU8.buffer,l,i),h*i)}finally{s._free(o),s._free(l),c.delete()}return a}Tn.decompressChunk=xu;async function Mu(n,t){let e=await vu(t),i=l_.Header.parse(n),{pointCount:r,pointDataRecordLength:s}=i,a=new Uint8Array(r*s),o=e._malloc(n.byteLength),l=e._malloc(s),c=new e.LASZip;try{e.HEAPU8.set(new Uint8Array(n.buffer,n.byteOffset,n.byteLength),o),c.open(o,n.byteLength);for(let h=0;h<r;++h)c.getPoint(l),a.set(new Uint8Array(e.HEAPU8.buffer,l,s),h*s)}finally{c.delete()}return a}Tn.decompressFile=Mu});var bu=st(Us=>{"use strict";Object.defineProperty(Us,"__esModule",{value:!0});Us.View=void 0;var c_=pe(),h_=Do(),u_=No();Us.View={create:f_};function f_(n,t,e=[],i){let r=u_.Extractor.create(t,e);if(i){let h=new Set([...i]);r=Object.entries(r).reduce((u,[p,g])=>(h.has(p)&&(u[p]=g),u),{})}let s=h_.Dimensions.create(r,e),a=c_.Binary.toDataView(n),o=t.pointDataRecordLength;if(a.byteLength%o!==0)throw new Error(`Invalid buffer length (${a.byteLength}) for point length ${o}`);let l=a.byteLength/t.pointDataRecordLength;function c(h){let u=r[h];if(!u)throw new Error(`No extractor for dimension: ${h}`);return function(p){if(p>=l)throw new RangeError(`View index (${p}) out of range: ${l}`);return u(a,p)}}return{pointCount:l,dimensions:s,getter:c}}});var Au=st(Fs=>{"use strict";Object.defineProperty(Fs,"__esModule",{value:!0});Fs.Vlr=void 0;var Fe=pe(),xi=Ms();Fs.Vlr={walk:m_,parse:Tu,find:Eu,at:d_,fetch:p_};function Eu(n,t,e){return n.find(i=>i.userId===t&&i.recordId===e)}function d_(n,t,e){let i=Eu(n,t,e);if(!i)throw new Error(`VLR not found: ${t}/${e}`);return i}function p_(n,{contentOffset:t,contentLength:e}){return e===0?new Uint8Array:Fe.Getter.create(n)(t,t+e)}async function m_(n,t){let e=Fe.Getter.create(n),i=await wu({get:e,startOffset:t.headerLength,count:t.vlrCount,isExtended:!1}),r=await wu({get:e,startOffset:t.evlrOffset,count:t.evlrCount,isExtended:!0});return[...i,...r]}function Tu(n,t){return(t?__:g_)(n)}function g_(n){let t=Fe.Binary.toDataView(n);if(t.byteLength!==xi.vlrHeaderLength)throw new Error(`Invalid VLR header length (must be ${xi.vlrHeaderLength}): ${t.byteLength}`);return{userId:Fe.Binary.toCString(n.slice(2,18)),recordId:t.getUint16(18,!0),contentLength:t.getUint16(20,!0),description:Fe.Binary.toCString(n.slice(22,54)),isExtended:!1}}function __(n){let t=Fe.Binary.toDataView(n);if(t.byteLength!==xi.evlrHeaderLength)throw new Error(`Invalid EVLR header length (must be ${xi.evlrHeaderLength}): ${t.byteLength}`);return{userId:Fe.Binary.toCString(n.slice(2,18)),recordId:t.getUint16(18,!0),contentLength:(0,Fe.parseBigInt)((0,Fe.getBigUint64)(t,20,!0)),description:Fe.Binary.toCString(n.slice(28,60)),isExtended:!0}}async function wu({get:n,startOffset:t,count:e,isExtended:i}){let r=[],s=t,a=i?xi.evlrHeaderLength:xi.vlrHeaderLength;for(let o=0;o<e;++o){let l=a?await n(s,s+a):new Uint8Array,{userId:c,recordId:h,contentLength:u,description:p}=Tu(l,i);r.push({userId:c,recordId:h,contentOffset:s+a,contentLength:u,description:p,isExtended:i}),s+=a+u}return r}});var Vo=st(gt=>{"use strict";var y_=gt&&gt.__createBinding||(Object.create?(function(n,t,e,i){i===void 0&&(i=e);var r=Object.getOwnPropertyDescriptor(t,e);(!r||("get"in r?!t.__esModule:r.writable||r.configurable))&&(r={enumerable:!0,get:function(){return t[e]}}),Object.defineProperty(n,i,r)}):(function(n,t,e,i){i===void 0&&(i=e),n[i]=t[e]})),v_=gt&&gt.__setModuleDefault||(Object.create?(function(n,t){Object.defineProperty(n,"default",{enumerable:!0,value:t})}):function(n,t){n.default=t}),x_=gt&&gt.__importStar||function(n){if(n&&n.__esModule)return n;var t={};if(n!=null)for(var e in n)e!=="default"&&Object.prototype.hasOwnProperty.call(n,e)&&y_(t,n,e);return v_(t,n),t};Object.defineProperty(gt,"__esModule",{value:!0});gt.Vlr=gt.View=gt.PointData=gt.Header=gt.Extractor=gt.ExtraBytes=gt.Dimensions=gt.Constants=void 0;gt.Constants=x_(Ms());var M_=Do();Object.defineProperty(gt,"Dimensions",{enumerable:!0,get:function(){return M_.Dimensions}});var S_=Lo();Object.defineProperty(gt,"ExtraBytes",{enumerable:!0,get:function(){return S_.ExtraBytes}});var b_=No();Object.defineProperty(gt,"Extractor",{enumerable:!0,get:function(){return b_.Extractor}});var w_=Fo();Object.defineProperty(gt,"Header",{enumerable:!0,get:function(){return w_.Header}});var E_=Su();Object.defineProperty(gt,"PointData",{enumerable:!0,get:function(){return E_.PointData}});var T_=bu();Object.defineProperty(gt,"View",{enumerable:!0,get:function(){return T_.View}});var A_=Au();Object.defineProperty(gt,"Vlr",{enumerable:!0,get:function(){return A_.Vlr}})});var Ho=st(Os=>{"use strict";Object.defineProperty(Os,"__esModule",{value:!0});Os.Hierarchy=void 0;var dr=pe(),Cu=xs();Os.Hierarchy={parse:Pu,load:C_};function Pu(n){let t=dr.Binary.toDataView(n);if(t.byteLength%Cu.hierarchyItemLength!==0)throw new Error(`Invalid hierarchy page length: ${t.byteLength}`);let e={},i={};for(let r=0;r<t.byteLength;r+=Cu.hierarchyItemLength){let s=t.getInt32(r+0,!0),a=t.getInt32(r+4,!0),o=t.getInt32(r+8,!0),l=t.getInt32(r+12,!0),c=(0,dr.parseBigInt)((0,dr.getBigUint64)(t,r+16,!0)),h=t.getInt32(r+24,!0),u=t.getInt32(r+28,!0),p=dr.Key.toString([s,a,o,l]);if(u<-1)throw new Error(`Invalid hierarchy point count at key: ${p}`);u===-1?i[p]={pageOffset:c,pageLength:h}:e[p]={pointCount:u,pointDataOffset:c,pointDataLength:h}}return{nodes:e,pages:i}}async function C_(n,t){let e=dr.Getter.create(n);return Pu(await e(t.pageOffset,t.pageOffset+t.pageLength))}});var Wo=st(Bs=>{"use strict";Object.defineProperty(Bs,"__esModule",{value:!0});Bs.Info=void 0;var pr=pe(),Ru=xs();Bs.Info={parse:P_};function P_(n){let t=pr.Binary.toDataView(n);if(t.byteLength!==Ru.infoLength)throw new Error(`Invalid COPC info VLR length (should be ${Ru.infoLength}): ${t.byteLength}`);let e=[t.getFloat64(0,!0),t.getFloat64(8,!0),t.getFloat64(16,!0)],i=t.getFloat64(24,!0);return{cube:[e[0]-i,e[1]-i,e[2]-i,e[0]+i,e[1]+i,e[2]+i],spacing:t.getFloat64(32,!0),rootHierarchyPage:{pageOffset:(0,pr.parseBigInt)((0,pr.getBigUint64)(t,40,!0)),pageLength:(0,pr.parseBigInt)((0,pr.getBigUint64)(t,48,!0))},gpsTimeRange:[t.getFloat64(56,!0),t.getFloat64(64,!0)]}}});var Du=st(Oe=>{"use strict";var R_=Oe&&Oe.__createBinding||(Object.create?(function(n,t,e,i){i===void 0&&(i=e);var r=Object.getOwnPropertyDescriptor(t,e);(!r||("get"in r?!t.__esModule:r.writable||r.configurable))&&(r={enumerable:!0,get:function(){return t[e]}}),Object.defineProperty(n,i,r)}):(function(n,t,e,i){i===void 0&&(i=e),n[i]=t[e]})),I_=Oe&&Oe.__setModuleDefault||(Object.create?(function(n,t){Object.defineProperty(n,"default",{enumerable:!0,value:t})}):function(n,t){n.default=t}),L_=Oe&&Oe.__importStar||function(n){if(n&&n.__esModule)return n;var t={};if(n!=null)for(var e in n)e!=="default"&&Object.prototype.hasOwnProperty.call(n,e)&&R_(t,n,e);return I_(t,n),t};Object.defineProperty(Oe,"__esModule",{value:!0});Oe.Copc=void 0;var me=L_(Vo()),Gs=pe(),D_=Ho(),N_=Wo();Oe.Copc={create:U_,loadHierarchyPage:F_,loadCompressedPointDataBuffer:Iu,loadPointDataBuffer:Lu,loadPointDataView:O_};async function U_(n){let t=Gs.Getter.create(n),e=65536,i=t(0,e);async function r(g,m){return m>=e?t(g,m):(await i).slice(g,m)}let s=me.Header.parse(await r(0,me.Constants.minHeaderLength)),a=await me.Vlr.walk(r,s),o=me.Vlr.find(a,"copc",1);if(!o)throw new Error("COPC info VLR is required");let l=N_.Info.parse(await me.Vlr.fetch(r,o)),c,h=me.Vlr.find(a,"LASF_Projection",2112);h&&h.contentLength&&(c=Gs.Binary.toCString(await me.Vlr.fetch(r,h)),c===""&&(c=void 0));let u=[],p=me.Vlr.find(a,"LASF_Spec",4);return p&&(u=me.ExtraBytes.parse(await me.Vlr.fetch(r,p))),{header:s,vlrs:a,info:l,wkt:c,eb:u}}async function F_(n,t){let e=Gs.Getter.create(n);return D_.Hierarchy.load(e,t)}async function Iu(n,{pointDataOffset:t,pointDataLength:e}){return Gs.Getter.create(n)(t,t+e)}async function Lu(n,{pointDataRecordFormat:t,pointDataRecordLength:e},i,r){let s=await Iu(n,i),{pointCount:a}=i;return me.PointData.decompressChunk(s,{pointCount:a,pointDataRecordFormat:t,pointDataRecordLength:e},r)}async function O_(n,t,e,{lazPerf:i,include:r}={}){let s=await Lu(n,t.header,e,i);return me.View.create(s,t.header,t.eb,r)}});var Nu=st(Nt=>{"use strict";var B_=Nt&&Nt.__createBinding||(Object.create?(function(n,t,e,i){i===void 0&&(i=e);var r=Object.getOwnPropertyDescriptor(t,e);(!r||("get"in r?!t.__esModule:r.writable||r.configurable))&&(r={enumerable:!0,get:function(){return t[e]}}),Object.defineProperty(n,i,r)}):(function(n,t,e,i){i===void 0&&(i=e),n[i]=t[e]})),G_=Nt&&Nt.__setModuleDefault||(Object.create?(function(n,t){Object.defineProperty(n,"default",{enumerable:!0,value:t})}):function(n,t){n.default=t}),z_=Nt&&Nt.__importStar||function(n){if(n&&n.__esModule)return n;var t={};if(n!=null)for(var e in n)e!=="default"&&Object.prototype.hasOwnProperty.call(n,e)&&B_(t,n,e);return G_(t,n),t};Object.defineProperty(Nt,"__esModule",{value:!0});Nt.Info=Nt.Hierarchy=Nt.Copc=Nt.Constants=void 0;Nt.Constants=z_(xs());var k_=Du();Object.defineProperty(Nt,"Copc",{enumerable:!0,get:function(){return k_.Copc}});var V_=Ho();Object.defineProperty(Nt,"Hierarchy",{enumerable:!0,get:function(){return V_.Hierarchy}});var H_=Wo();Object.defineProperty(Nt,"Info",{enumerable:!0,get:function(){return H_.Info}})});var Bu=st(Ut=>{"use strict";var Uu=Ut&&Ut.__createBinding||(Object.create?(function(n,t,e,i){i===void 0&&(i=e);var r=Object.getOwnPropertyDescriptor(t,e);(!r||("get"in r?!t.__esModule:r.writable||r.configurable))&&(r={enumerable:!0,get:function(){return t[e]}}),Object.defineProperty(n,i,r)}):(function(n,t,e,i){i===void 0&&(i=e),n[i]=t[e]})),W_=Ut&&Ut.__setModuleDefault||(Object.create?(function(n,t){Object.defineProperty(n,"default",{enumerable:!0,value:t})}):function(n,t){n.default=t}),Fu=Ut&&Ut.__importStar||function(n){if(n&&n.__esModule)return n;var t={};if(n!=null)for(var e in n)e!=="default"&&Object.prototype.hasOwnProperty.call(n,e)&&Uu(t,n,e);return W_(t,n),t},Ou=Ut&&Ut.__exportStar||function(n,t){for(var e in n)e!=="default"&&!Object.prototype.hasOwnProperty.call(t,e)&&Uu(t,n,e)};Object.defineProperty(Ut,"__esModule",{value:!0});Ut.Las=Ut.Ept=void 0;Ut.Ept=Fu(Xh());Ou(Nu(),Ut);Ut.Las=Fu(Vo());Ou(pe(),Ut)});var lo=zh(Bu());var sa=0,rf=1;var aa=1;var ul=100;var fl=204,dl=205;var Cl=0,Pl=1,Rl=2,xr=3,Il=4,Ll=5,Dl=6,Nl=7,sf=0;var Ul=300;var pl=1e3,Ee=1001,ml=1002,Qe=1003;var Be=1006;var af=1008;var en=1009,xa=1010,Ma=1011,Sa=1012,Nr=1013,ba=1014,nn=1015,Ur=1016,wa=1017,Ea=1018,Ta=1020;var Fl=1021;var rn=1023,Ol=1026,Bl=1027,Gl=1028,zl=1029,Aa=1030,kl=1031;var Vl=1033;var Mr=2300,oa=2301,ia=2302,gl=2400,_l=2401,yl=2402;var Fr="",ye="srgb",vl="srgb-linear",xl="linear",ra="srgb";var Kn=7680;var Ml=519;var Sl=35044;var Li=2e3,bl=2001;var Bt=class{addEventListener(t,e){this._listeners===void 0&&(this._listeners={});let i=this._listeners;i[t]===void 0&&(i[t]=[]),i[t].indexOf(e)===-1&&i[t].push(e)}hasEventListener(t,e){let i=this._listeners;return i===void 0?!1:i[t]!==void 0&&i[t].indexOf(e)!==-1}removeEventListener(t,e){let i=this._listeners;if(i===void 0)return;let r=i[t];if(r!==void 0){let s=r.indexOf(e);s!==-1&&r.splice(s,1)}}dispatchEvent(t){let e=this._listeners;if(e===void 0)return;let i=e[t.type];if(i!==void 0){t.target=this;let r=i.slice(0);for(let s=0,a=r.length;s<a;s++)r[s].call(this,t);t.target=null}}},Ft=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"],Gu=1234567,of=Math.PI/180,Hl=180/Math.PI;function Bi(){let n=Math.random()*4294967295|0,t=Math.random()*4294967295|0,e=Math.random()*4294967295|0,i=Math.random()*4294967295|0;return(Ft[n&255]+Ft[n>>8&255]+Ft[n>>16&255]+Ft[n>>24&255]+"-"+Ft[t&255]+Ft[t>>8&255]+"-"+Ft[t>>16&15|64]+Ft[t>>24&255]+"-"+Ft[e&63|128]+Ft[e>>8&255]+"-"+Ft[e>>16&255]+Ft[e>>24&255]+Ft[i&255]+Ft[i>>8&255]+Ft[i>>16&255]+Ft[i>>24&255]).toLowerCase()}function tt(n,t,e){return Math.max(t,Math.min(e,n))}function Wl(n,t){return(n%t+t)%t}function X_(n,t,e,i,r){return i+(n-t)*(r-i)/(e-t)}function q_(n,t,e){return n!==t?(e-n)/(t-n):0}function vr(n,t,e){return(1-e)*n+e*t}function Y_(n,t,e,i){return vr(n,t,1-Math.exp(-e*i))}function j_(n,t=1){return t-Math.abs(Wl(n,t*2)-t)}function Z_(n,t,e){return n<=t?0:n>=e?1:(n=(n-t)/(e-t),n*n*(3-2*n))}function $_(n,t,e){return n<=t?0:n>=e?1:(n=(n-t)/(e-t),n*n*n*(n*(n*6-15)+10))}function J_(n,t){return n+Math.floor(Math.random()*(t-n+1))}function K_(n,t){return n+Math.random()*(t-n)}function Q_(n){return n*(.5-Math.random())}function ty(n){n!==void 0&&(Gu=n);let t=Gu+=1831565813;return t=Math.imul(t^t>>>15,t|1),t^=t+Math.imul(t^t>>>7,t|61),((t^t>>>14)>>>0)/4294967296}function ey(n){return n*of}function ny(n){return n*Hl}function iy(n){return(n&n-1)===0&&n!==0}function ry(n){return Math.pow(2,Math.ceil(Math.log(n)/Math.LN2))}function sy(n){return Math.pow(2,Math.floor(Math.log(n)/Math.LN2))}function ay(n,t,e,i,r){let s=Math.cos,a=Math.sin,o=s(e/2),l=a(e/2),c=s((t+i)/2),h=a((t+i)/2),u=s((t-i)/2),p=a((t-i)/2),g=s((i-t)/2),m=a((i-t)/2);switch(r){case"XYX":n.set(o*h,l*u,l*p,o*c);break;case"YZY":n.set(l*p,o*h,l*u,o*c);break;case"ZXZ":n.set(l*u,l*p,o*h,o*c);break;case"XZX":n.set(o*h,l*m,l*g,o*c);break;case"YXY":n.set(l*g,o*h,l*m,o*c);break;case"ZYZ":n.set(l*m,l*g,o*h,o*c);break;default:console.warn("THREE.MathUtils: .setQuaternionFromProperEuler() encountered an unknown order: "+r)}}function Ii(n,t){switch(t.constructor){case Float32Array:return n;case Uint32Array:return n/4294967295;case Uint16Array:return n/65535;case Uint8Array:return n/255;case Int32Array:return Math.max(n/2147483647,-1);case Int16Array:return Math.max(n/32767,-1);case Int8Array:return Math.max(n/127,-1);default:throw new Error("Invalid component type.")}}function Vt(n,t){switch(t.constructor){case Float32Array:return n;case Uint32Array:return Math.round(n*4294967295);case Uint16Array:return Math.round(n*65535);case Uint8Array:return Math.round(n*255);case Int32Array:return Math.round(n*2147483647);case Int16Array:return Math.round(n*32767);case Int8Array:return Math.round(n*127);default:throw new Error("Invalid component type.")}}var Ht={DEG2RAD:of,RAD2DEG:Hl,generateUUID:Bi,clamp:tt,euclideanModulo:Wl,mapLinear:X_,inverseLerp:q_,lerp:vr,damp:Y_,pingpong:j_,smoothstep:Z_,smootherstep:$_,randInt:J_,randFloat:K_,randFloatSpread:Q_,seededRandom:ty,degToRad:ey,radToDeg:ny,isPowerOfTwo:iy,ceilPowerOfTwo:ry,floorPowerOfTwo:sy,setQuaternionFromProperEuler:ay,normalize:Vt,denormalize:Ii},nt=class n{constructor(t=0,e=0){n.prototype.isVector2=!0,this.x=t,this.y=e}get width(){return this.x}set width(t){this.x=t}get height(){return this.y}set height(t){this.y=t}set(t,e){return this.x=t,this.y=e,this}setScalar(t){return this.x=t,this.y=t,this}setX(t){return this.x=t,this}setY(t){return this.y=t,this}setComponent(t,e){switch(t){case 0:this.x=e;break;case 1:this.y=e;break;default:throw new Error("index is out of range: "+t)}return this}getComponent(t){switch(t){case 0:return this.x;case 1:return this.y;default:throw new Error("index is out of range: "+t)}}clone(){return new this.constructor(this.x,this.y)}copy(t){return this.x=t.x,this.y=t.y,this}add(t){return this.x+=t.x,this.y+=t.y,this}addScalar(t){return this.x+=t,this.y+=t,this}addVectors(t,e){return this.x=t.x+e.x,this.y=t.y+e.y,this}addScaledVector(t,e){return this.x+=t.x*e,this.y+=t.y*e,this}sub(t){return this.x-=t.x,this.y-=t.y,this}subScalar(t){return this.x-=t,this.y-=t,this}subVectors(t,e){return this.x=t.x-e.x,this.y=t.y-e.y,this}multiply(t){return this.x*=t.x,this.y*=t.y,this}multiplyScalar(t){return this.x*=t,this.y*=t,this}divide(t){return this.x/=t.x,this.y/=t.y,this}divideScalar(t){return this.multiplyScalar(1/t)}applyMatrix3(t){let e=this.x,i=this.y,r=t.elements;return this.x=r[0]*e+r[3]*i+r[6],this.y=r[1]*e+r[4]*i+r[7],this}min(t){return this.x=Math.min(this.x,t.x),this.y=Math.min(this.y,t.y),this}max(t){return this.x=Math.max(this.x,t.x),this.y=Math.max(this.y,t.y),this}clamp(t,e){return this.x=tt(this.x,t.x,e.x),this.y=tt(this.y,t.y,e.y),this}clampScalar(t,e){return this.x=tt(this.x,t,e),this.y=tt(this.y,t,e),this}clampLength(t,e){let i=this.length();return this.divideScalar(i||1).multiplyScalar(tt(i,t,e))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(t){return this.x*t.x+this.y*t.y}cross(t){return this.x*t.y-this.y*t.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(t){let e=Math.sqrt(this.lengthSq()*t.lengthSq());if(e===0)return Math.PI/2;let i=this.dot(t)/e;return Math.acos(tt(i,-1,1))}distanceTo(t){return Math.sqrt(this.distanceToSquared(t))}distanceToSquared(t){let e=this.x-t.x,i=this.y-t.y;return e*e+i*i}manhattanDistanceTo(t){return Math.abs(this.x-t.x)+Math.abs(this.y-t.y)}setLength(t){return this.normalize().multiplyScalar(t)}lerp(t,e){return this.x+=(t.x-this.x)*e,this.y+=(t.y-this.y)*e,this}lerpVectors(t,e,i){return this.x=t.x+(e.x-t.x)*i,this.y=t.y+(e.y-t.y)*i,this}equals(t){return t.x===this.x&&t.y===this.y}fromArray(t,e=0){return this.x=t[e],this.y=t[e+1],this}toArray(t=[],e=0){return t[e]=this.x,t[e+1]=this.y,t}fromBufferAttribute(t,e){return this.x=t.getX(e),this.y=t.getY(e),this}rotateAround(t,e){let i=Math.cos(e),r=Math.sin(e),s=this.x-t.x,a=this.y-t.y;return this.x=s*i-a*r+t.x,this.y=s*r+a*i+t.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}},tn=class{constructor(t=0,e=0,i=0,r=1){this.isQuaternion=!0,this._x=t,this._y=e,this._z=i,this._w=r}static slerpFlat(t,e,i,r,s,a,o){let l=i[r+0],c=i[r+1],h=i[r+2],u=i[r+3],p=s[a+0],g=s[a+1],m=s[a+2],y=s[a+3];if(o===0){t[e+0]=l,t[e+1]=c,t[e+2]=h,t[e+3]=u;return}if(o===1){t[e+0]=p,t[e+1]=g,t[e+2]=m,t[e+3]=y;return}if(u!==y||l!==p||c!==g||h!==m){let v=1-o,S=l*p+c*g+h*m+u*y,A=S>=0?1:-1,N=1-S*S;if(N>Number.EPSILON){let R=Math.sqrt(N),V=Math.atan2(R,S*A);v=Math.sin(v*V)/R,o=Math.sin(o*V)/R}let U=o*A;if(l=l*v+p*U,c=c*v+g*U,h=h*v+m*U,u=u*v+y*U,v===1-o){let R=1/Math.sqrt(l*l+c*c+h*h+u*u);l*=R,c*=R,h*=R,u*=R}}t[e]=l,t[e+1]=c,t[e+2]=h,t[e+3]=u}static multiplyQuaternionsFlat(t,e,i,r,s,a){let o=i[r],l=i[r+1],c=i[r+2],h=i[r+3],u=s[a],p=s[a+1],g=s[a+2],m=s[a+3];return t[e]=o*m+h*u+l*g-c*p,t[e+1]=l*m+h*p+c*u-o*g,t[e+2]=c*m+h*g+o*p-l*u,t[e+3]=h*m-o*u-l*p-c*g,t}get x(){return this._x}set x(t){this._x=t,this._onChangeCallback()}get y(){return this._y}set y(t){this._y=t,this._onChangeCallback()}get z(){return this._z}set z(t){this._z=t,this._onChangeCallback()}get w(){return this._w}set w(t){this._w=t,this._onChangeCallback()}set(t,e,i,r){return this._x=t,this._y=e,this._z=i,this._w=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(t){return this._x=t.x,this._y=t.y,this._z=t.z,this._w=t.w,this._onChangeCallback(),this}setFromEuler(t,e=!0){let i=t._x,r=t._y,s=t._z,a=t._order,o=Math.cos,l=Math.sin,c=o(i/2),h=o(r/2),u=o(s/2),p=l(i/2),g=l(r/2),m=l(s/2);switch(a){case"XYZ":this._x=p*h*u+c*g*m,this._y=c*g*u-p*h*m,this._z=c*h*m+p*g*u,this._w=c*h*u-p*g*m;break;case"YXZ":this._x=p*h*u+c*g*m,this._y=c*g*u-p*h*m,this._z=c*h*m-p*g*u,this._w=c*h*u+p*g*m;break;case"ZXY":this._x=p*h*u-c*g*m,this._y=c*g*u+p*h*m,this._z=c*h*m+p*g*u,this._w=c*h*u-p*g*m;break;case"ZYX":this._x=p*h*u-c*g*m,this._y=c*g*u+p*h*m,this._z=c*h*m-p*g*u,this._w=c*h*u+p*g*m;break;case"YZX":this._x=p*h*u+c*g*m,this._y=c*g*u+p*h*m,this._z=c*h*m-p*g*u,this._w=c*h*u-p*g*m;break;case"XZY":this._x=p*h*u-c*g*m,this._y=c*g*u-p*h*m,this._z=c*h*m+p*g*u,this._w=c*h*u+p*g*m;break;default:console.warn("THREE.Quaternion: .setFromEuler() encountered an unknown order: "+a)}return e===!0&&this._onChangeCallback(),this}setFromAxisAngle(t,e){let i=e/2,r=Math.sin(i);return this._x=t.x*r,this._y=t.y*r,this._z=t.z*r,this._w=Math.cos(i),this._onChangeCallback(),this}setFromRotationMatrix(t){let e=t.elements,i=e[0],r=e[4],s=e[8],a=e[1],o=e[5],l=e[9],c=e[2],h=e[6],u=e[10],p=i+o+u;if(p>0){let g=.5/Math.sqrt(p+1);this._w=.25/g,this._x=(h-l)*g,this._y=(s-c)*g,this._z=(a-r)*g}else if(i>o&&i>u){let g=2*Math.sqrt(1+i-o-u);this._w=(h-l)/g,this._x=.25*g,this._y=(r+a)/g,this._z=(s+c)/g}else if(o>u){let g=2*Math.sqrt(1+o-i-u);this._w=(s-c)/g,this._x=(r+a)/g,this._y=.25*g,this._z=(l+h)/g}else{let g=2*Math.sqrt(1+u-i-o);this._w=(a-r)/g,this._x=(s+c)/g,this._y=(l+h)/g,this._z=.25*g}return this._onChangeCallback(),this}setFromUnitVectors(t,e){let i=t.dot(e)+1;return i<1e-8?(i=0,Math.abs(t.x)>Math.abs(t.z)?(this._x=-t.y,this._y=t.x,this._z=0,this._w=i):(this._x=0,this._y=-t.z,this._z=t.y,this._w=i)):(this._x=t.y*e.z-t.z*e.y,this._y=t.z*e.x-t.x*e.z,this._z=t.x*e.y-t.y*e.x,this._w=i),this.normalize()}angleTo(t){return 2*Math.acos(Math.abs(tt(this.dot(t),-1,1)))}rotateTowards(t,e){let i=this.angleTo(t);if(i===0)return this;let r=Math.min(1,e/i);return this.slerp(t,r),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(t){return this._x*t._x+this._y*t._y+this._z*t._z+this._w*t._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let t=this.length();return t===0?(this._x=0,this._y=0,this._z=0,this._w=1):(t=1/t,this._x=this._x*t,this._y=this._y*t,this._z=this._z*t,this._w=this._w*t),this._onChangeCallback(),this}multiply(t){return this.multiplyQuaternions(this,t)}premultiply(t){return this.multiplyQuaternions(t,this)}multiplyQuaternions(t,e){let i=t._x,r=t._y,s=t._z,a=t._w,o=e._x,l=e._y,c=e._z,h=e._w;return this._x=i*h+a*o+r*c-s*l,this._y=r*h+a*l+s*o-i*c,this._z=s*h+a*c+i*l-r*o,this._w=a*h-i*o-r*l-s*c,this._onChangeCallback(),this}slerp(t,e){if(e===0)return this;if(e===1)return this.copy(t);let i=this._x,r=this._y,s=this._z,a=this._w,o=a*t._w+i*t._x+r*t._y+s*t._z;if(o<0?(this._w=-t._w,this._x=-t._x,this._y=-t._y,this._z=-t._z,o=-o):this.copy(t),o>=1)return this._w=a,this._x=i,this._y=r,this._z=s,this;let l=1-o*o;if(l<=Number.EPSILON){let g=1-e;return this._w=g*a+e*this._w,this._x=g*i+e*this._x,this._y=g*r+e*this._y,this._z=g*s+e*this._z,this.normalize(),this}let c=Math.sqrt(l),h=Math.atan2(c,o),u=Math.sin((1-e)*h)/c,p=Math.sin(e*h)/c;return this._w=a*u+this._w*p,this._x=i*u+this._x*p,this._y=r*u+this._y*p,this._z=s*u+this._z*p,this._onChangeCallback(),this}slerpQuaternions(t,e,i){return this.copy(t).slerp(e,i)}random(){let t=2*Math.PI*Math.random(),e=2*Math.PI*Math.random(),i=Math.random(),r=Math.sqrt(1-i),s=Math.sqrt(i);return this.set(r*Math.sin(t),r*Math.cos(t),s*Math.sin(e),s*Math.cos(e))}equals(t){return t._x===this._x&&t._y===this._y&&t._z===this._z&&t._w===this._w}fromArray(t,e=0){return this._x=t[e],this._y=t[e+1],this._z=t[e+2],this._w=t[e+3],this._onChangeCallback(),this}toArray(t=[],e=0){return t[e]=this._x,t[e+1]=this._y,t[e+2]=this._z,t[e+3]=this._w,t}fromBufferAttribute(t,e){return this._x=t.getX(e),this._y=t.getY(e),this._z=t.getZ(e),this._w=t.getW(e),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(t){return this._onChangeCallback=t,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},E=class n{constructor(t=0,e=0,i=0){n.prototype.isVector3=!0,this.x=t,this.y=e,this.z=i}set(t,e,i){return i===void 0&&(i=this.z),this.x=t,this.y=e,this.z=i,this}setScalar(t){return this.x=t,this.y=t,this.z=t,this}setX(t){return this.x=t,this}setY(t){return this.y=t,this}setZ(t){return this.z=t,this}setComponent(t,e){switch(t){case 0:this.x=e;break;case 1:this.y=e;break;case 2:this.z=e;break;default:throw new Error("index is out of range: "+t)}return this}getComponent(t){switch(t){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("index is out of range: "+t)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(t){return this.x=t.x,this.y=t.y,this.z=t.z,this}add(t){return this.x+=t.x,this.y+=t.y,this.z+=t.z,this}addScalar(t){return this.x+=t,this.y+=t,this.z+=t,this}addVectors(t,e){return this.x=t.x+e.x,this.y=t.y+e.y,this.z=t.z+e.z,this}addScaledVector(t,e){return this.x+=t.x*e,this.y+=t.y*e,this.z+=t.z*e,this}sub(t){return this.x-=t.x,this.y-=t.y,this.z-=t.z,this}subScalar(t){return this.x-=t,this.y-=t,this.z-=t,this}subVectors(t,e){return this.x=t.x-e.x,this.y=t.y-e.y,this.z=t.z-e.z,this}multiply(t){return this.x*=t.x,this.y*=t.y,this.z*=t.z,this}multiplyScalar(t){return this.x*=t,this.y*=t,this.z*=t,this}multiplyVectors(t,e){return this.x=t.x*e.x,this.y=t.y*e.y,this.z=t.z*e.z,this}applyEuler(t){return this.applyQuaternion(zu.setFromEuler(t))}applyAxisAngle(t,e){return this.applyQuaternion(zu.setFromAxisAngle(t,e))}applyMatrix3(t){let e=this.x,i=this.y,r=this.z,s=t.elements;return this.x=s[0]*e+s[3]*i+s[6]*r,this.y=s[1]*e+s[4]*i+s[7]*r,this.z=s[2]*e+s[5]*i+s[8]*r,this}applyNormalMatrix(t){return this.applyMatrix3(t).normalize()}applyMatrix4(t){let e=this.x,i=this.y,r=this.z,s=t.elements,a=1/(s[3]*e+s[7]*i+s[11]*r+s[15]);return this.x=(s[0]*e+s[4]*i+s[8]*r+s[12])*a,this.y=(s[1]*e+s[5]*i+s[9]*r+s[13])*a,this.z=(s[2]*e+s[6]*i+s[10]*r+s[14])*a,this}applyQuaternion(t){let e=this.x,i=this.y,r=this.z,s=t.x,a=t.y,o=t.z,l=t.w,c=2*(a*r-o*i),h=2*(o*e-s*r),u=2*(s*i-a*e);return this.x=e+l*c+a*u-o*h,this.y=i+l*h+o*c-s*u,this.z=r+l*u+s*h-a*c,this}project(t){return this.applyMatrix4(t.matrixWorldInverse).applyMatrix4(t.projectionMatrix)}unproject(t){return this.applyMatrix4(t.projectionMatrixInverse).applyMatrix4(t.matrixWorld)}transformDirection(t){let e=this.x,i=this.y,r=this.z,s=t.elements;return this.x=s[0]*e+s[4]*i+s[8]*r,this.y=s[1]*e+s[5]*i+s[9]*r,this.z=s[2]*e+s[6]*i+s[10]*r,this.normalize()}divide(t){return this.x/=t.x,this.y/=t.y,this.z/=t.z,this}divideScalar(t){return this.multiplyScalar(1/t)}min(t){return this.x=Math.min(this.x,t.x),this.y=Math.min(this.y,t.y),this.z=Math.min(this.z,t.z),this}max(t){return this.x=Math.max(this.x,t.x),this.y=Math.max(this.y,t.y),this.z=Math.max(this.z,t.z),this}clamp(t,e){return this.x=tt(this.x,t.x,e.x),this.y=tt(this.y,t.y,e.y),this.z=tt(this.z,t.z,e.z),this}clampScalar(t,e){return this.x=tt(this.x,t,e),this.y=tt(this.y,t,e),this.z=tt(this.z,t,e),this}clampLength(t,e){let i=this.length();return this.divideScalar(i||1).multiplyScalar(tt(i,t,e))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(t){return this.x*t.x+this.y*t.y+this.z*t.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(t){return this.normalize().multiplyScalar(t)}lerp(t,e){return this.x+=(t.x-this.x)*e,this.y+=(t.y-this.y)*e,this.z+=(t.z-this.z)*e,this}lerpVectors(t,e,i){return this.x=t.x+(e.x-t.x)*i,this.y=t.y+(e.y-t.y)*i,this.z=t.z+(e.z-t.z)*i,this}cross(t){return this.crossVectors(this,t)}crossVectors(t,e){let i=t.x,r=t.y,s=t.z,a=e.x,o=e.y,l=e.z;return this.x=r*l-s*o,this.y=s*a-i*l,this.z=i*o-r*a,this}projectOnVector(t){let e=t.lengthSq();if(e===0)return this.set(0,0,0);let i=t.dot(this)/e;return this.copy(t).multiplyScalar(i)}projectOnPlane(t){return Xo.copy(this).projectOnVector(t),this.sub(Xo)}reflect(t){return this.sub(Xo.copy(t).multiplyScalar(2*this.dot(t)))}angleTo(t){let e=Math.sqrt(this.lengthSq()*t.lengthSq());if(e===0)return Math.PI/2;let i=this.dot(t)/e;return Math.acos(tt(i,-1,1))}distanceTo(t){return Math.sqrt(this.distanceToSquared(t))}distanceToSquared(t){let e=this.x-t.x,i=this.y-t.y,r=this.z-t.z;return e*e+i*i+r*r}manhattanDistanceTo(t){return Math.abs(this.x-t.x)+Math.abs(this.y-t.y)+Math.abs(this.z-t.z)}setFromSpherical(t){return this.setFromSphericalCoords(t.radius,t.phi,t.theta)}setFromSphericalCoords(t,e,i){let r=Math.sin(e)*t;return this.x=r*Math.sin(i),this.y=Math.cos(e)*t,this.z=r*Math.cos(i),this}setFromCylindrical(t){return this.setFromCylindricalCoords(t.radius,t.theta,t.y)}setFromCylindricalCoords(t,e,i){return this.x=t*Math.sin(e),this.y=i,this.z=t*Math.cos(e),this}setFromMatrixPosition(t){let e=t.elements;return this.x=e[12],this.y=e[13],this.z=e[14],this}setFromMatrixScale(t){let e=this.setFromMatrixColumn(t,0).length(),i=this.setFromMatrixColumn(t,1).length(),r=this.setFromMatrixColumn(t,2).length();return this.x=e,this.y=i,this.z=r,this}setFromMatrixColumn(t,e){return this.fromArray(t.elements,e*4)}setFromMatrix3Column(t,e){return this.fromArray(t.elements,e*3)}setFromEuler(t){return this.x=t._x,this.y=t._y,this.z=t._z,this}setFromColor(t){return this.x=t.r,this.y=t.g,this.z=t.b,this}equals(t){return t.x===this.x&&t.y===this.y&&t.z===this.z}fromArray(t,e=0){return this.x=t[e],this.y=t[e+1],this.z=t[e+2],this}toArray(t=[],e=0){return t[e]=this.x,t[e+1]=this.y,t[e+2]=this.z,t}fromBufferAttribute(t,e){return this.x=t.getX(e),this.y=t.getY(e),this.z=t.getZ(e),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let t=Math.random()*Math.PI*2,e=Math.random()*2-1,i=Math.sqrt(1-e*e);return this.x=i*Math.cos(t),this.y=e,this.z=i*Math.sin(t),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}},Xo=new E,zu=new tn,K=class n{constructor(t,e,i,r,s,a,o,l,c){n.prototype.isMatrix3=!0,this.elements=[1,0,0,0,1,0,0,0,1],t!==void 0&&this.set(t,e,i,r,s,a,o,l,c)}set(t,e,i,r,s,a,o,l,c){let h=this.elements;return h[0]=t,h[1]=r,h[2]=o,h[3]=e,h[4]=s,h[5]=l,h[6]=i,h[7]=a,h[8]=c,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(t){let e=this.elements,i=t.elements;return e[0]=i[0],e[1]=i[1],e[2]=i[2],e[3]=i[3],e[4]=i[4],e[5]=i[5],e[6]=i[6],e[7]=i[7],e[8]=i[8],this}extractBasis(t,e,i){return t.setFromMatrix3Column(this,0),e.setFromMatrix3Column(this,1),i.setFromMatrix3Column(this,2),this}setFromMatrix4(t){let e=t.elements;return this.set(e[0],e[4],e[8],e[1],e[5],e[9],e[2],e[6],e[10]),this}multiply(t){return this.multiplyMatrices(this,t)}premultiply(t){return this.multiplyMatrices(t,this)}multiplyMatrices(t,e){let i=t.elements,r=e.elements,s=this.elements,a=i[0],o=i[3],l=i[6],c=i[1],h=i[4],u=i[7],p=i[2],g=i[5],m=i[8],y=r[0],v=r[3],S=r[6],A=r[1],N=r[4],U=r[7],R=r[2],V=r[5],B=r[8];return s[0]=a*y+o*A+l*R,s[3]=a*v+o*N+l*V,s[6]=a*S+o*U+l*B,s[1]=c*y+h*A+u*R,s[4]=c*v+h*N+u*V,s[7]=c*S+h*U+u*B,s[2]=p*y+g*A+m*R,s[5]=p*v+g*N+m*V,s[8]=p*S+g*U+m*B,this}multiplyScalar(t){let e=this.elements;return e[0]*=t,e[3]*=t,e[6]*=t,e[1]*=t,e[4]*=t,e[7]*=t,e[2]*=t,e[5]*=t,e[8]*=t,this}determinant(){let t=this.elements,e=t[0],i=t[1],r=t[2],s=t[3],a=t[4],o=t[5],l=t[6],c=t[7],h=t[8];return e*a*h-e*o*c-i*s*h+i*o*l+r*s*c-r*a*l}invert(){let t=this.elements,e=t[0],i=t[1],r=t[2],s=t[3],a=t[4],o=t[5],l=t[6],c=t[7],h=t[8],u=h*a-o*c,p=o*l-h*s,g=c*s-a*l,m=e*u+i*p+r*g;if(m===0)return this.set(0,0,0,0,0,0,0,0,0);let y=1/m;return t[0]=u*y,t[1]=(r*c-h*i)*y,t[2]=(o*i-r*a)*y,t[3]=p*y,t[4]=(h*e-r*l)*y,t[5]=(r*s-o*e)*y,t[6]=g*y,t[7]=(i*l-c*e)*y,t[8]=(a*e-i*s)*y,this}transpose(){let t,e=this.elements;return t=e[1],e[1]=e[3],e[3]=t,t=e[2],e[2]=e[6],e[6]=t,t=e[5],e[5]=e[7],e[7]=t,this}getNormalMatrix(t){return this.setFromMatrix4(t).invert().transpose()}transposeIntoArray(t){let e=this.elements;return t[0]=e[0],t[1]=e[3],t[2]=e[6],t[3]=e[1],t[4]=e[4],t[5]=e[7],t[6]=e[2],t[7]=e[5],t[8]=e[8],this}setUvTransform(t,e,i,r,s,a,o){let l=Math.cos(s),c=Math.sin(s);return this.set(i*l,i*c,-i*(l*a+c*o)+a+t,-r*c,r*l,-r*(-c*a+l*o)+o+e,0,0,1),this}scale(t,e){return this.premultiply(qo.makeScale(t,e)),this}rotate(t){return this.premultiply(qo.makeRotation(-t)),this}translate(t,e){return this.premultiply(qo.makeTranslation(t,e)),this}makeTranslation(t,e){return t.isVector2?this.set(1,0,t.x,0,1,t.y,0,0,1):this.set(1,0,t,0,1,e,0,0,1),this}makeRotation(t){let e=Math.cos(t),i=Math.sin(t);return this.set(e,-i,0,i,e,0,0,0,1),this}makeScale(t,e){return this.set(t,0,0,0,e,0,0,0,1),this}equals(t){let e=this.elements,i=t.elements;for(let r=0;r<9;r++)if(e[r]!==i[r])return!1;return!0}fromArray(t,e=0){for(let i=0;i<9;i++)this.elements[i]=t[i+e];return this}toArray(t=[],e=0){let i=this.elements;return t[e]=i[0],t[e+1]=i[1],t[e+2]=i[2],t[e+3]=i[3],t[e+4]=i[4],t[e+5]=i[5],t[e+6]=i[6],t[e+7]=i[7],t[e+8]=i[8],t}clone(){return new this.constructor().fromArray(this.elements)}},qo=new K;function lf(n){for(let t=n.length-1;t>=0;--t)if(n[t]>=65535)return!0;return!1}function wl(n){return document.createElementNS("http://www.w3.org/1999/xhtml",n)}var ku={};function El(n){n in ku||(ku[n]=!0,console.warn(n))}var Vu=new K().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),Hu=new K().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function oy(){let n={enabled:!0,workingColorSpace:vl,spaces:{},convert:function(r,s,a){return this.enabled===!1||s===a||!s||!a||(this.spaces[s].transfer===ra&&(r.r=Je(r.r),r.g=Je(r.g),r.b=Je(r.b)),this.spaces[s].primaries!==this.spaces[a].primaries&&(r.applyMatrix3(this.spaces[s].toXYZ),r.applyMatrix3(this.spaces[a].fromXYZ)),this.spaces[a].transfer===ra&&(r.r=Di(r.r),r.g=Di(r.g),r.b=Di(r.b))),r},workingToColorSpace:function(r,s){return this.convert(r,this.workingColorSpace,s)},colorSpaceToWorking:function(r,s){return this.convert(r,s,this.workingColorSpace)},getPrimaries:function(r){return this.spaces[r].primaries},getTransfer:function(r){return r===Fr?xl:this.spaces[r].transfer},getToneMappingMode:function(r){return this.spaces[r].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(r,s=this.workingColorSpace){return r.fromArray(this.spaces[s].luminanceCoefficients)},define:function(r){Object.assign(this.spaces,r)},_getMatrix:function(r,s,a){return r.copy(this.spaces[s].toXYZ).multiply(this.spaces[a].fromXYZ)},_getDrawingBufferColorSpace:function(r){return this.spaces[r].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(r=this.workingColorSpace){return this.spaces[r].workingColorSpaceConfig.unpackColorSpace},fromWorkingColorSpace:function(r,s){return El("THREE.ColorManagement: .fromWorkingColorSpace() has been renamed to .workingToColorSpace()."),n.workingToColorSpace(r,s)},toWorkingColorSpace:function(r,s){return El("THREE.ColorManagement: .toWorkingColorSpace() has been renamed to .colorSpaceToWorking()."),n.colorSpaceToWorking(r,s)}},t=[.64,.33,.3,.6,.15,.06],e=[.2126,.7152,.0722],i=[.3127,.329];return n.define({[vl]:{primaries:t,whitePoint:i,transfer:xl,toXYZ:Vu,fromXYZ:Hu,luminanceCoefficients:e,workingColorSpaceConfig:{unpackColorSpace:ye},outputColorSpaceConfig:{drawingBufferColorSpace:ye}},[ye]:{primaries:t,whitePoint:i,transfer:ra,toXYZ:Vu,fromXYZ:Hu,luminanceCoefficients:e,outputColorSpaceConfig:{drawingBufferColorSpace:ye}}}),n}var _e=oy();function Je(n){return n<.04045?n*.0773993808:Math.pow(n*.9478672986+.0521327014,2.4)}function Di(n){return n<.0031308?n*12.92:1.055*Math.pow(n,.41666)-.055}var Mi,la=class{static getDataURL(t,e="image/png"){if(/^data:/i.test(t.src)||typeof HTMLCanvasElement>"u")return t.src;let i;if(t instanceof HTMLCanvasElement)i=t;else{Mi===void 0&&(Mi=wl("canvas")),Mi.width=t.width,Mi.height=t.height;let r=Mi.getContext("2d");t instanceof ImageData?r.putImageData(t,0,0):r.drawImage(t,0,0,t.width,t.height),i=Mi}return i.toDataURL(e)}static sRGBToLinear(t){if(typeof HTMLImageElement<"u"&&t instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&t instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&t instanceof ImageBitmap){let e=wl("canvas");e.width=t.width,e.height=t.height;let i=e.getContext("2d");i.drawImage(t,0,0,t.width,t.height);let r=i.getImageData(0,0,t.width,t.height),s=r.data;for(let a=0;a<s.length;a++)s[a]=Je(s[a]/255)*255;return i.putImageData(r,0,0),e}else if(t.data){let e=t.data.slice(0);for(let i=0;i<e.length;i++)e instanceof Uint8Array||e instanceof Uint8ClampedArray?e[i]=Math.floor(Je(e[i]/255)*255):e[i]=Je(e[i]);return{data:e,width:t.width,height:t.height}}else return console.warn("THREE.ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),t}},ly=0,Sr=class{constructor(t=null){this.isSource=!0,Object.defineProperty(this,"id",{value:ly++}),this.uuid=Bi(),this.data=t,this.dataReady=!0,this.version=0}getSize(t){let e=this.data;return typeof HTMLVideoElement<"u"&&e instanceof HTMLVideoElement?t.set(e.videoWidth,e.videoHeight,0):e instanceof VideoFrame?t.set(e.displayHeight,e.displayWidth,0):e!==null?t.set(e.width,e.height,e.depth||0):t.set(0,0,0),t}set needsUpdate(t){t===!0&&this.version++}toJSON(t){let e=t===void 0||typeof t=="string";if(!e&&t.images[this.uuid]!==void 0)return t.images[this.uuid];let i={uuid:this.uuid,url:""},r=this.data;if(r!==null){let s;if(Array.isArray(r)){s=[];for(let a=0,o=r.length;a<o;a++)r[a].isDataTexture?s.push(Yo(r[a].image)):s.push(Yo(r[a]))}else s=Yo(r);i.url=s}return e||(t.images[this.uuid]=i),i}};function Yo(n){return typeof HTMLImageElement<"u"&&n instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&n instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&n instanceof ImageBitmap?la.getDataURL(n):n.data?{data:Array.from(n.data),width:n.width,height:n.height,type:n.data.constructor.name}:(console.warn("THREE.Texture: Unable to serialize Texture."),{})}var cy=0,jo=new E,ve=class n extends Bt{constructor(t=n.DEFAULT_IMAGE,e=n.DEFAULT_MAPPING,i=Ee,r=Ee,s=Be,a=af,o=rn,l=en,c=n.DEFAULT_ANISOTROPY,h=Fr){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:cy++}),this.uuid=Bi(),this.name="",this.source=new Sr(t),this.mipmaps=[],this.mapping=e,this.channel=0,this.wrapS=i,this.wrapT=r,this.magFilter=s,this.minFilter=a,this.anisotropy=c,this.format=o,this.internalFormat=null,this.type=l,this.offset=new nt(0,0),this.repeat=new nt(1,1),this.center=new nt(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new K,this.generateMipmaps=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=h,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(t&&t.depth&&t.depth>1),this.pmremVersion=0}get width(){return this.source.getSize(jo).x}get height(){return this.source.getSize(jo).y}get depth(){return this.source.getSize(jo).z}get image(){return this.source.data}set image(t=null){this.source.data=t}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(t,e){this.updateRanges.push({start:t,count:e})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(t){return this.name=t.name,this.source=t.source,this.mipmaps=t.mipmaps.slice(0),this.mapping=t.mapping,this.channel=t.channel,this.wrapS=t.wrapS,this.wrapT=t.wrapT,this.magFilter=t.magFilter,this.minFilter=t.minFilter,this.anisotropy=t.anisotropy,this.format=t.format,this.internalFormat=t.internalFormat,this.type=t.type,this.offset.copy(t.offset),this.repeat.copy(t.repeat),this.center.copy(t.center),this.rotation=t.rotation,this.matrixAutoUpdate=t.matrixAutoUpdate,this.matrix.copy(t.matrix),this.generateMipmaps=t.generateMipmaps,this.premultiplyAlpha=t.premultiplyAlpha,this.flipY=t.flipY,this.unpackAlignment=t.unpackAlignment,this.colorSpace=t.colorSpace,this.renderTarget=t.renderTarget,this.isRenderTargetTexture=t.isRenderTargetTexture,this.isArrayTexture=t.isArrayTexture,this.userData=JSON.parse(JSON.stringify(t.userData)),this.needsUpdate=!0,this}setValues(t){for(let e in t){let i=t[e];if(i===void 0){console.warn(`THREE.Texture.setValues(): parameter '${e}' has value of undefined.`);continue}let r=this[e];if(r===void 0){console.warn(`THREE.Texture.setValues(): property '${e}' does not exist.`);continue}r&&i&&r.isVector2&&i.isVector2||r&&i&&r.isVector3&&i.isVector3||r&&i&&r.isMatrix3&&i.isMatrix3?r.copy(i):this[e]=i}}toJSON(t){let e=t===void 0||typeof t=="string";if(!e&&t.textures[this.uuid]!==void 0)return t.textures[this.uuid];let i={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(t).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(i.userData=this.userData),e||(t.textures[this.uuid]=i),i}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(t){if(this.mapping!==Ul)return t;if(t.applyMatrix3(this.matrix),t.x<0||t.x>1)switch(this.wrapS){case pl:t.x=t.x-Math.floor(t.x);break;case Ee:t.x=t.x<0?0:1;break;case ml:Math.abs(Math.floor(t.x)%2)===1?t.x=Math.ceil(t.x)-t.x:t.x=t.x-Math.floor(t.x);break}if(t.y<0||t.y>1)switch(this.wrapT){case pl:t.y=t.y-Math.floor(t.y);break;case Ee:t.y=t.y<0?0:1;break;case ml:Math.abs(Math.floor(t.y)%2)===1?t.y=Math.ceil(t.y)-t.y:t.y=t.y-Math.floor(t.y);break}return this.flipY&&(t.y=1-t.y),t}set needsUpdate(t){t===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(t){t===!0&&this.pmremVersion++}};ve.DEFAULT_IMAGE=null;ve.DEFAULT_MAPPING=Ul;ve.DEFAULT_ANISOTROPY=1;var Jt=class n{constructor(t=0,e=0,i=0,r=1){n.prototype.isVector4=!0,this.x=t,this.y=e,this.z=i,this.w=r}get width(){return this.z}set width(t){this.z=t}get height(){return this.w}set height(t){this.w=t}set(t,e,i,r){return this.x=t,this.y=e,this.z=i,this.w=r,this}setScalar(t){return this.x=t,this.y=t,this.z=t,this.w=t,this}setX(t){return this.x=t,this}setY(t){return this.y=t,this}setZ(t){return this.z=t,this}setW(t){return this.w=t,this}setComponent(t,e){switch(t){case 0:this.x=e;break;case 1:this.y=e;break;case 2:this.z=e;break;case 3:this.w=e;break;default:throw new Error("index is out of range: "+t)}return this}getComponent(t){switch(t){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("index is out of range: "+t)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(t){return this.x=t.x,this.y=t.y,this.z=t.z,this.w=t.w!==void 0?t.w:1,this}add(t){return this.x+=t.x,this.y+=t.y,this.z+=t.z,this.w+=t.w,this}addScalar(t){return this.x+=t,this.y+=t,this.z+=t,this.w+=t,this}addVectors(t,e){return this.x=t.x+e.x,this.y=t.y+e.y,this.z=t.z+e.z,this.w=t.w+e.w,this}addScaledVector(t,e){return this.x+=t.x*e,this.y+=t.y*e,this.z+=t.z*e,this.w+=t.w*e,this}sub(t){return this.x-=t.x,this.y-=t.y,this.z-=t.z,this.w-=t.w,this}subScalar(t){return this.x-=t,this.y-=t,this.z-=t,this.w-=t,this}subVectors(t,e){return this.x=t.x-e.x,this.y=t.y-e.y,this.z=t.z-e.z,this.w=t.w-e.w,this}multiply(t){return this.x*=t.x,this.y*=t.y,this.z*=t.z,this.w*=t.w,this}multiplyScalar(t){return this.x*=t,this.y*=t,this.z*=t,this.w*=t,this}applyMatrix4(t){let e=this.x,i=this.y,r=this.z,s=this.w,a=t.elements;return this.x=a[0]*e+a[4]*i+a[8]*r+a[12]*s,this.y=a[1]*e+a[5]*i+a[9]*r+a[13]*s,this.z=a[2]*e+a[6]*i+a[10]*r+a[14]*s,this.w=a[3]*e+a[7]*i+a[11]*r+a[15]*s,this}divide(t){return this.x/=t.x,this.y/=t.y,this.z/=t.z,this.w/=t.w,this}divideScalar(t){return this.multiplyScalar(1/t)}setAxisAngleFromQuaternion(t){this.w=2*Math.acos(t.w);let e=Math.sqrt(1-t.w*t.w);return e<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=t.x/e,this.y=t.y/e,this.z=t.z/e),this}setAxisAngleFromRotationMatrix(t){let e,i,r,s,l=t.elements,c=l[0],h=l[4],u=l[8],p=l[1],g=l[5],m=l[9],y=l[2],v=l[6],S=l[10];if(Math.abs(h-p)<.01&&Math.abs(u-y)<.01&&Math.abs(m-v)<.01){if(Math.abs(h+p)<.1&&Math.abs(u+y)<.1&&Math.abs(m+v)<.1&&Math.abs(c+g+S-3)<.1)return this.set(1,0,0,0),this;e=Math.PI;let N=(c+1)/2,U=(g+1)/2,R=(S+1)/2,V=(h+p)/4,B=(u+y)/4,H=(m+v)/4;return N>U&&N>R?N<.01?(i=0,r=.707106781,s=.707106781):(i=Math.sqrt(N),r=V/i,s=B/i):U>R?U<.01?(i=.707106781,r=0,s=.707106781):(r=Math.sqrt(U),i=V/r,s=H/r):R<.01?(i=.707106781,r=.707106781,s=0):(s=Math.sqrt(R),i=B/s,r=H/s),this.set(i,r,s,e),this}let A=Math.sqrt((v-m)*(v-m)+(u-y)*(u-y)+(p-h)*(p-h));return Math.abs(A)<.001&&(A=1),this.x=(v-m)/A,this.y=(u-y)/A,this.z=(p-h)/A,this.w=Math.acos((c+g+S-1)/2),this}setFromMatrixPosition(t){let e=t.elements;return this.x=e[12],this.y=e[13],this.z=e[14],this.w=e[15],this}min(t){return this.x=Math.min(this.x,t.x),this.y=Math.min(this.y,t.y),this.z=Math.min(this.z,t.z),this.w=Math.min(this.w,t.w),this}max(t){return this.x=Math.max(this.x,t.x),this.y=Math.max(this.y,t.y),this.z=Math.max(this.z,t.z),this.w=Math.max(this.w,t.w),this}clamp(t,e){return this.x=tt(this.x,t.x,e.x),this.y=tt(this.y,t.y,e.y),this.z=tt(this.z,t.z,e.z),this.w=tt(this.w,t.w,e.w),this}clampScalar(t,e){return this.x=tt(this.x,t,e),this.y=tt(this.y,t,e),this.z=tt(this.z,t,e),this.w=tt(this.w,t,e),this}clampLength(t,e){let i=this.length();return this.divideScalar(i||1).multiplyScalar(tt(i,t,e))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(t){return this.x*t.x+this.y*t.y+this.z*t.z+this.w*t.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(t){return this.normalize().multiplyScalar(t)}lerp(t,e){return this.x+=(t.x-this.x)*e,this.y+=(t.y-this.y)*e,this.z+=(t.z-this.z)*e,this.w+=(t.w-this.w)*e,this}lerpVectors(t,e,i){return this.x=t.x+(e.x-t.x)*i,this.y=t.y+(e.y-t.y)*i,this.z=t.z+(e.z-t.z)*i,this.w=t.w+(e.w-t.w)*i,this}equals(t){return t.x===this.x&&t.y===this.y&&t.z===this.z&&t.w===this.w}fromArray(t,e=0){return this.x=t[e],this.y=t[e+1],this.z=t[e+2],this.w=t[e+3],this}toArray(t=[],e=0){return t[e]=this.x,t[e+1]=this.y,t[e+2]=this.z,t[e+3]=this.w,t}fromBufferAttribute(t,e){return this.x=t.getX(e),this.y=t.getY(e),this.z=t.getZ(e),this.w=t.getW(e),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}},ca=class extends Bt{constructor(t=1,e=1,i={}){super(),i=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:Be,depthBuffer:!0,stencilBuffer:!1,resolveDepthBuffer:!0,resolveStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1},i),this.isRenderTarget=!0,this.width=t,this.height=e,this.depth=i.depth,this.scissor=new Jt(0,0,t,e),this.scissorTest=!1,this.viewport=new Jt(0,0,t,e);let r={width:t,height:e,depth:i.depth},s=new ve(r);this.textures=[];let a=i.count;for(let o=0;o<a;o++)this.textures[o]=s.clone(),this.textures[o].isRenderTargetTexture=!0,this.textures[o].renderTarget=this;this._setTextureOptions(i),this.depthBuffer=i.depthBuffer,this.stencilBuffer=i.stencilBuffer,this.resolveDepthBuffer=i.resolveDepthBuffer,this.resolveStencilBuffer=i.resolveStencilBuffer,this._depthTexture=null,this.depthTexture=i.depthTexture,this.samples=i.samples,this.multiview=i.multiview}_setTextureOptions(t={}){let e={minFilter:Be,generateMipmaps:!1,flipY:!1,internalFormat:null};t.mapping!==void 0&&(e.mapping=t.mapping),t.wrapS!==void 0&&(e.wrapS=t.wrapS),t.wrapT!==void 0&&(e.wrapT=t.wrapT),t.wrapR!==void 0&&(e.wrapR=t.wrapR),t.magFilter!==void 0&&(e.magFilter=t.magFilter),t.minFilter!==void 0&&(e.minFilter=t.minFilter),t.format!==void 0&&(e.format=t.format),t.type!==void 0&&(e.type=t.type),t.anisotropy!==void 0&&(e.anisotropy=t.anisotropy),t.colorSpace!==void 0&&(e.colorSpace=t.colorSpace),t.flipY!==void 0&&(e.flipY=t.flipY),t.generateMipmaps!==void 0&&(e.generateMipmaps=t.generateMipmaps),t.internalFormat!==void 0&&(e.internalFormat=t.internalFormat);for(let i=0;i<this.textures.length;i++)this.textures[i].setValues(e)}get texture(){return this.textures[0]}set texture(t){this.textures[0]=t}set depthTexture(t){this._depthTexture!==null&&(this._depthTexture.renderTarget=null),t!==null&&(t.renderTarget=this),this._depthTexture=t}get depthTexture(){return this._depthTexture}setSize(t,e,i=1){if(this.width!==t||this.height!==e||this.depth!==i){this.width=t,this.height=e,this.depth=i;for(let r=0,s=this.textures.length;r<s;r++)this.textures[r].image.width=t,this.textures[r].image.height=e,this.textures[r].image.depth=i,this.textures[r].isArrayTexture=this.textures[r].image.depth>1;this.dispose()}this.viewport.set(0,0,t,e),this.scissor.set(0,0,t,e)}clone(){return new this.constructor().copy(this)}copy(t){this.width=t.width,this.height=t.height,this.depth=t.depth,this.scissor.copy(t.scissor),this.scissorTest=t.scissorTest,this.viewport.copy(t.viewport),this.textures.length=0;for(let e=0,i=t.textures.length;e<i;e++){this.textures[e]=t.textures[e].clone(),this.textures[e].isRenderTargetTexture=!0,this.textures[e].renderTarget=this;let r=Object.assign({},t.textures[e].image);this.textures[e].source=new Sr(r)}return this.depthBuffer=t.depthBuffer,this.stencilBuffer=t.stencilBuffer,this.resolveDepthBuffer=t.resolveDepthBuffer,this.resolveStencilBuffer=t.resolveStencilBuffer,t.depthTexture!==null&&(this.depthTexture=t.depthTexture.clone()),this.samples=t.samples,this}dispose(){this.dispatchEvent({type:"dispose"})}},Ni=class extends ca{constructor(t=1,e=1,i={}){super(t,e,i),this.isWebGLRenderTarget=!0}};var Te=class{constructor(t=new E(1/0,1/0,1/0),e=new E(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=t,this.max=e}set(t,e){return this.min.copy(t),this.max.copy(e),this}setFromArray(t){this.makeEmpty();for(let e=0,i=t.length;e<i;e+=3)this.expandByPoint(Se.fromArray(t,e));return this}setFromBufferAttribute(t){this.makeEmpty();for(let e=0,i=t.count;e<i;e++)this.expandByPoint(Se.fromBufferAttribute(t,e));return this}setFromPoints(t){this.makeEmpty();for(let e=0,i=t.length;e<i;e++)this.expandByPoint(t[e]);return this}setFromCenterAndSize(t,e){let i=Se.copy(e).multiplyScalar(.5);return this.min.copy(t).sub(i),this.max.copy(t).add(i),this}setFromObject(t,e=!1){return this.makeEmpty(),this.expandByObject(t,e)}clone(){return new this.constructor().copy(this)}copy(t){return this.min.copy(t.min),this.max.copy(t.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(t){return this.isEmpty()?t.set(0,0,0):t.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(t){return this.isEmpty()?t.set(0,0,0):t.subVectors(this.max,this.min)}expandByPoint(t){return this.min.min(t),this.max.max(t),this}expandByVector(t){return this.min.sub(t),this.max.add(t),this}expandByScalar(t){return this.min.addScalar(-t),this.max.addScalar(t),this}expandByObject(t,e=!1){t.updateWorldMatrix(!1,!1);let i=t.geometry;if(i!==void 0){let s=i.getAttribute("position");if(e===!0&&s!==void 0&&t.isInstancedMesh!==!0)for(let a=0,o=s.count;a<o;a++)t.isMesh===!0?t.getVertexPosition(a,Se):Se.fromBufferAttribute(s,a),Se.applyMatrix4(t.matrixWorld),this.expandByPoint(Se);else t.boundingBox!==void 0?(t.boundingBox===null&&t.computeBoundingBox(),zs.copy(t.boundingBox)):(i.boundingBox===null&&i.computeBoundingBox(),zs.copy(i.boundingBox)),zs.applyMatrix4(t.matrixWorld),this.union(zs)}let r=t.children;for(let s=0,a=r.length;s<a;s++)this.expandByObject(r[s],e);return this}containsPoint(t){return t.x>=this.min.x&&t.x<=this.max.x&&t.y>=this.min.y&&t.y<=this.max.y&&t.z>=this.min.z&&t.z<=this.max.z}containsBox(t){return this.min.x<=t.min.x&&t.max.x<=this.max.x&&this.min.y<=t.min.y&&t.max.y<=this.max.y&&this.min.z<=t.min.z&&t.max.z<=this.max.z}getParameter(t,e){return e.set((t.x-this.min.x)/(this.max.x-this.min.x),(t.y-this.min.y)/(this.max.y-this.min.y),(t.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(t){return t.max.x>=this.min.x&&t.min.x<=this.max.x&&t.max.y>=this.min.y&&t.min.y<=this.max.y&&t.max.z>=this.min.z&&t.min.z<=this.max.z}intersectsSphere(t){return this.clampPoint(t.center,Se),Se.distanceToSquared(t.center)<=t.radius*t.radius}intersectsPlane(t){let e,i;return t.normal.x>0?(e=t.normal.x*this.min.x,i=t.normal.x*this.max.x):(e=t.normal.x*this.max.x,i=t.normal.x*this.min.x),t.normal.y>0?(e+=t.normal.y*this.min.y,i+=t.normal.y*this.max.y):(e+=t.normal.y*this.max.y,i+=t.normal.y*this.min.y),t.normal.z>0?(e+=t.normal.z*this.min.z,i+=t.normal.z*this.max.z):(e+=t.normal.z*this.max.z,i+=t.normal.z*this.min.z),e<=-t.constant&&i>=-t.constant}intersectsTriangle(t){if(this.isEmpty())return!1;this.getCenter(mr),ks.subVectors(this.max,mr),Si.subVectors(t.a,mr),bi.subVectors(t.b,mr),wi.subVectors(t.c,mr),An.subVectors(bi,Si),Cn.subVectors(wi,bi),Zn.subVectors(Si,wi);let e=[0,-An.z,An.y,0,-Cn.z,Cn.y,0,-Zn.z,Zn.y,An.z,0,-An.x,Cn.z,0,-Cn.x,Zn.z,0,-Zn.x,-An.y,An.x,0,-Cn.y,Cn.x,0,-Zn.y,Zn.x,0];return!Zo(e,Si,bi,wi,ks)||(e=[1,0,0,0,1,0,0,0,1],!Zo(e,Si,bi,wi,ks))?!1:(Vs.crossVectors(An,Cn),e=[Vs.x,Vs.y,Vs.z],Zo(e,Si,bi,wi,ks))}clampPoint(t,e){return e.copy(t).clamp(this.min,this.max)}distanceToPoint(t){return this.clampPoint(t,Se).distanceTo(t)}getBoundingSphere(t){return this.isEmpty()?t.makeEmpty():(this.getCenter(t.center),t.radius=this.getSize(Se).length()*.5),t}intersect(t){return this.min.max(t.min),this.max.min(t.max),this.isEmpty()&&this.makeEmpty(),this}union(t){return this.min.min(t.min),this.max.max(t.max),this}applyMatrix4(t){return this.isEmpty()?this:(qe[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(t),qe[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(t),qe[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(t),qe[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(t),qe[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(t),qe[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(t),qe[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(t),qe[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(t),this.setFromPoints(qe),this)}translate(t){return this.min.add(t),this.max.add(t),this}equals(t){return t.min.equals(this.min)&&t.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(t){return this.min.fromArray(t.min),this.max.fromArray(t.max),this}},qe=[new E,new E,new E,new E,new E,new E,new E,new E],Se=new E,zs=new Te,Si=new E,bi=new E,wi=new E,An=new E,Cn=new E,Zn=new E,mr=new E,ks=new E,Vs=new E,$n=new E;function Zo(n,t,e,i,r){for(let s=0,a=n.length-3;s<=a;s+=3){$n.fromArray(n,s);let o=r.x*Math.abs($n.x)+r.y*Math.abs($n.y)+r.z*Math.abs($n.z),l=t.dot($n),c=e.dot($n),h=i.dot($n);if(Math.max(-Math.max(l,c,h),Math.min(l,c,h))>o)return!1}return!0}var hy=new Te,gr=new E,$o=new E,Ui=class{constructor(t=new E,e=-1){this.isSphere=!0,this.center=t,this.radius=e}set(t,e){return this.center.copy(t),this.radius=e,this}setFromPoints(t,e){let i=this.center;e!==void 0?i.copy(e):hy.setFromPoints(t).getCenter(i);let r=0;for(let s=0,a=t.length;s<a;s++)r=Math.max(r,i.distanceToSquared(t[s]));return this.radius=Math.sqrt(r),this}copy(t){return this.center.copy(t.center),this.radius=t.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(t){return t.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(t){return t.distanceTo(this.center)-this.radius}intersectsSphere(t){let e=this.radius+t.radius;return t.center.distanceToSquared(this.center)<=e*e}intersectsBox(t){return t.intersectsSphere(this)}intersectsPlane(t){return Math.abs(t.distanceToPoint(this.center))<=this.radius}clampPoint(t,e){let i=this.center.distanceToSquared(t);return e.copy(t),i>this.radius*this.radius&&(e.sub(this.center).normalize(),e.multiplyScalar(this.radius).add(this.center)),e}getBoundingBox(t){return this.isEmpty()?(t.makeEmpty(),t):(t.set(this.center,this.center),t.expandByScalar(this.radius),t)}applyMatrix4(t){return this.center.applyMatrix4(t),this.radius=this.radius*t.getMaxScaleOnAxis(),this}translate(t){return this.center.add(t),this}expandByPoint(t){if(this.isEmpty())return this.center.copy(t),this.radius=0,this;gr.subVectors(t,this.center);let e=gr.lengthSq();if(e>this.radius*this.radius){let i=Math.sqrt(e),r=(i-this.radius)*.5;this.center.addScaledVector(gr,r/i),this.radius+=r}return this}union(t){return t.isEmpty()?this:this.isEmpty()?(this.copy(t),this):(this.center.equals(t.center)===!0?this.radius=Math.max(this.radius,t.radius):($o.subVectors(t.center,this.center).setLength(t.radius),this.expandByPoint(gr.copy(t.center).add($o)),this.expandByPoint(gr.copy(t.center).sub($o))),this)}equals(t){return t.center.equals(this.center)&&t.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(t){return this.radius=t.radius,this.center.fromArray(t.center),this}},Ye=new E,Jo=new E,Hs=new E,Pn=new E,Ko=new E,Ws=new E,Qo=new E,br=class{constructor(t=new E,e=new E(0,0,-1)){this.origin=t,this.direction=e}set(t,e){return this.origin.copy(t),this.direction.copy(e),this}copy(t){return this.origin.copy(t.origin),this.direction.copy(t.direction),this}at(t,e){return e.copy(this.origin).addScaledVector(this.direction,t)}lookAt(t){return this.direction.copy(t).sub(this.origin).normalize(),this}recast(t){return this.origin.copy(this.at(t,Ye)),this}closestPointToPoint(t,e){e.subVectors(t,this.origin);let i=e.dot(this.direction);return i<0?e.copy(this.origin):e.copy(this.origin).addScaledVector(this.direction,i)}distanceToPoint(t){return Math.sqrt(this.distanceSqToPoint(t))}distanceSqToPoint(t){let e=Ye.subVectors(t,this.origin).dot(this.direction);return e<0?this.origin.distanceToSquared(t):(Ye.copy(this.origin).addScaledVector(this.direction,e),Ye.distanceToSquared(t))}distanceSqToSegment(t,e,i,r){Jo.copy(t).add(e).multiplyScalar(.5),Hs.copy(e).sub(t).normalize(),Pn.copy(this.origin).sub(Jo);let s=t.distanceTo(e)*.5,a=-this.direction.dot(Hs),o=Pn.dot(this.direction),l=-Pn.dot(Hs),c=Pn.lengthSq(),h=Math.abs(1-a*a),u,p,g,m;if(h>0)if(u=a*l-o,p=a*o-l,m=s*h,u>=0)if(p>=-m)if(p<=m){let y=1/h;u*=y,p*=y,g=u*(u+a*p+2*o)+p*(a*u+p+2*l)+c}else p=s,u=Math.max(0,-(a*p+o)),g=-u*u+p*(p+2*l)+c;else p=-s,u=Math.max(0,-(a*p+o)),g=-u*u+p*(p+2*l)+c;else p<=-m?(u=Math.max(0,-(-a*s+o)),p=u>0?-s:Math.min(Math.max(-s,-l),s),g=-u*u+p*(p+2*l)+c):p<=m?(u=0,p=Math.min(Math.max(-s,-l),s),g=p*(p+2*l)+c):(u=Math.max(0,-(a*s+o)),p=u>0?s:Math.min(Math.max(-s,-l),s),g=-u*u+p*(p+2*l)+c);else p=a>0?-s:s,u=Math.max(0,-(a*p+o)),g=-u*u+p*(p+2*l)+c;return i&&i.copy(this.origin).addScaledVector(this.direction,u),r&&r.copy(Jo).addScaledVector(Hs,p),g}intersectSphere(t,e){Ye.subVectors(t.center,this.origin);let i=Ye.dot(this.direction),r=Ye.dot(Ye)-i*i,s=t.radius*t.radius;if(r>s)return null;let a=Math.sqrt(s-r),o=i-a,l=i+a;return l<0?null:o<0?this.at(l,e):this.at(o,e)}intersectsSphere(t){return t.radius<0?!1:this.distanceSqToPoint(t.center)<=t.radius*t.radius}distanceToPlane(t){let e=t.normal.dot(this.direction);if(e===0)return t.distanceToPoint(this.origin)===0?0:null;let i=-(this.origin.dot(t.normal)+t.constant)/e;return i>=0?i:null}intersectPlane(t,e){let i=this.distanceToPlane(t);return i===null?null:this.at(i,e)}intersectsPlane(t){let e=t.distanceToPoint(this.origin);return e===0||t.normal.dot(this.direction)*e<0}intersectBox(t,e){let i,r,s,a,o,l,c=1/this.direction.x,h=1/this.direction.y,u=1/this.direction.z,p=this.origin;return c>=0?(i=(t.min.x-p.x)*c,r=(t.max.x-p.x)*c):(i=(t.max.x-p.x)*c,r=(t.min.x-p.x)*c),h>=0?(s=(t.min.y-p.y)*h,a=(t.max.y-p.y)*h):(s=(t.max.y-p.y)*h,a=(t.min.y-p.y)*h),i>a||s>r||((s>i||isNaN(i))&&(i=s),(a<r||isNaN(r))&&(r=a),u>=0?(o=(t.min.z-p.z)*u,l=(t.max.z-p.z)*u):(o=(t.max.z-p.z)*u,l=(t.min.z-p.z)*u),i>l||o>r)||((o>i||i!==i)&&(i=o),(l<r||r!==r)&&(r=l),r<0)?null:this.at(i>=0?i:r,e)}intersectsBox(t){return this.intersectBox(t,Ye)!==null}intersectTriangle(t,e,i,r,s){Ko.subVectors(e,t),Ws.subVectors(i,t),Qo.crossVectors(Ko,Ws);let a=this.direction.dot(Qo),o;if(a>0){if(r)return null;o=1}else if(a<0)o=-1,a=-a;else return null;Pn.subVectors(this.origin,t);let l=o*this.direction.dot(Ws.crossVectors(Pn,Ws));if(l<0)return null;let c=o*this.direction.dot(Ko.cross(Pn));if(c<0||l+c>a)return null;let h=-o*Pn.dot(Qo);return h<0?null:this.at(h/a,s)}applyMatrix4(t){return this.origin.applyMatrix4(t),this.direction.transformDirection(t),this}equals(t){return t.origin.equals(this.origin)&&t.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},Pt=class n{constructor(t,e,i,r,s,a,o,l,c,h,u,p,g,m,y,v){n.prototype.isMatrix4=!0,this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],t!==void 0&&this.set(t,e,i,r,s,a,o,l,c,h,u,p,g,m,y,v)}set(t,e,i,r,s,a,o,l,c,h,u,p,g,m,y,v){let S=this.elements;return S[0]=t,S[4]=e,S[8]=i,S[12]=r,S[1]=s,S[5]=a,S[9]=o,S[13]=l,S[2]=c,S[6]=h,S[10]=u,S[14]=p,S[3]=g,S[7]=m,S[11]=y,S[15]=v,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new n().fromArray(this.elements)}copy(t){let e=this.elements,i=t.elements;return e[0]=i[0],e[1]=i[1],e[2]=i[2],e[3]=i[3],e[4]=i[4],e[5]=i[5],e[6]=i[6],e[7]=i[7],e[8]=i[8],e[9]=i[9],e[10]=i[10],e[11]=i[11],e[12]=i[12],e[13]=i[13],e[14]=i[14],e[15]=i[15],this}copyPosition(t){let e=this.elements,i=t.elements;return e[12]=i[12],e[13]=i[13],e[14]=i[14],this}setFromMatrix3(t){let e=t.elements;return this.set(e[0],e[3],e[6],0,e[1],e[4],e[7],0,e[2],e[5],e[8],0,0,0,0,1),this}extractBasis(t,e,i){return t.setFromMatrixColumn(this,0),e.setFromMatrixColumn(this,1),i.setFromMatrixColumn(this,2),this}makeBasis(t,e,i){return this.set(t.x,e.x,i.x,0,t.y,e.y,i.y,0,t.z,e.z,i.z,0,0,0,0,1),this}extractRotation(t){let e=this.elements,i=t.elements,r=1/Ei.setFromMatrixColumn(t,0).length(),s=1/Ei.setFromMatrixColumn(t,1).length(),a=1/Ei.setFromMatrixColumn(t,2).length();return e[0]=i[0]*r,e[1]=i[1]*r,e[2]=i[2]*r,e[3]=0,e[4]=i[4]*s,e[5]=i[5]*s,e[6]=i[6]*s,e[7]=0,e[8]=i[8]*a,e[9]=i[9]*a,e[10]=i[10]*a,e[11]=0,e[12]=0,e[13]=0,e[14]=0,e[15]=1,this}makeRotationFromEuler(t){let e=this.elements,i=t.x,r=t.y,s=t.z,a=Math.cos(i),o=Math.sin(i),l=Math.cos(r),c=Math.sin(r),h=Math.cos(s),u=Math.sin(s);if(t.order==="XYZ"){let p=a*h,g=a*u,m=o*h,y=o*u;e[0]=l*h,e[4]=-l*u,e[8]=c,e[1]=g+m*c,e[5]=p-y*c,e[9]=-o*l,e[2]=y-p*c,e[6]=m+g*c,e[10]=a*l}else if(t.order==="YXZ"){let p=l*h,g=l*u,m=c*h,y=c*u;e[0]=p+y*o,e[4]=m*o-g,e[8]=a*c,e[1]=a*u,e[5]=a*h,e[9]=-o,e[2]=g*o-m,e[6]=y+p*o,e[10]=a*l}else if(t.order==="ZXY"){let p=l*h,g=l*u,m=c*h,y=c*u;e[0]=p-y*o,e[4]=-a*u,e[8]=m+g*o,e[1]=g+m*o,e[5]=a*h,e[9]=y-p*o,e[2]=-a*c,e[6]=o,e[10]=a*l}else if(t.order==="ZYX"){let p=a*h,g=a*u,m=o*h,y=o*u;e[0]=l*h,e[4]=m*c-g,e[8]=p*c+y,e[1]=l*u,e[5]=y*c+p,e[9]=g*c-m,e[2]=-c,e[6]=o*l,e[10]=a*l}else if(t.order==="YZX"){let p=a*l,g=a*c,m=o*l,y=o*c;e[0]=l*h,e[4]=y-p*u,e[8]=m*u+g,e[1]=u,e[5]=a*h,e[9]=-o*h,e[2]=-c*h,e[6]=g*u+m,e[10]=p-y*u}else if(t.order==="XZY"){let p=a*l,g=a*c,m=o*l,y=o*c;e[0]=l*h,e[4]=-u,e[8]=c*h,e[1]=p*u+y,e[5]=a*h,e[9]=g*u-m,e[2]=m*u-g,e[6]=o*h,e[10]=y*u+p}return e[3]=0,e[7]=0,e[11]=0,e[12]=0,e[13]=0,e[14]=0,e[15]=1,this}makeRotationFromQuaternion(t){return this.compose(uy,t,fy)}lookAt(t,e,i){let r=this.elements;return ae.subVectors(t,e),ae.lengthSq()===0&&(ae.z=1),ae.normalize(),Rn.crossVectors(i,ae),Rn.lengthSq()===0&&(Math.abs(i.z)===1?ae.x+=1e-4:ae.z+=1e-4,ae.normalize(),Rn.crossVectors(i,ae)),Rn.normalize(),Xs.crossVectors(ae,Rn),r[0]=Rn.x,r[4]=Xs.x,r[8]=ae.x,r[1]=Rn.y,r[5]=Xs.y,r[9]=ae.y,r[2]=Rn.z,r[6]=Xs.z,r[10]=ae.z,this}multiply(t){return this.multiplyMatrices(this,t)}premultiply(t){return this.multiplyMatrices(t,this)}multiplyMatrices(t,e){let i=t.elements,r=e.elements,s=this.elements,a=i[0],o=i[4],l=i[8],c=i[12],h=i[1],u=i[5],p=i[9],g=i[13],m=i[2],y=i[6],v=i[10],S=i[14],A=i[3],N=i[7],U=i[11],R=i[15],V=r[0],B=r[4],H=r[8],$=r[12],at=r[1],M=r[5],P=r[9],W=r[13],j=r[2],rt=r[6],J=r[10],k=r[14],Me=r[3],Re=r[7],ut=r[11],kt=r[15];return s[0]=a*V+o*at+l*j+c*Me,s[4]=a*B+o*M+l*rt+c*Re,s[8]=a*H+o*P+l*J+c*ut,s[12]=a*$+o*W+l*k+c*kt,s[1]=h*V+u*at+p*j+g*Me,s[5]=h*B+u*M+p*rt+g*Re,s[9]=h*H+u*P+p*J+g*ut,s[13]=h*$+u*W+p*k+g*kt,s[2]=m*V+y*at+v*j+S*Me,s[6]=m*B+y*M+v*rt+S*Re,s[10]=m*H+y*P+v*J+S*ut,s[14]=m*$+y*W+v*k+S*kt,s[3]=A*V+N*at+U*j+R*Me,s[7]=A*B+N*M+U*rt+R*Re,s[11]=A*H+N*P+U*J+R*ut,s[15]=A*$+N*W+U*k+R*kt,this}multiplyScalar(t){let e=this.elements;return e[0]*=t,e[4]*=t,e[8]*=t,e[12]*=t,e[1]*=t,e[5]*=t,e[9]*=t,e[13]*=t,e[2]*=t,e[6]*=t,e[10]*=t,e[14]*=t,e[3]*=t,e[7]*=t,e[11]*=t,e[15]*=t,this}determinant(){let t=this.elements,e=t[0],i=t[4],r=t[8],s=t[12],a=t[1],o=t[5],l=t[9],c=t[13],h=t[2],u=t[6],p=t[10],g=t[14],m=t[3],y=t[7],v=t[11],S=t[15];return m*(+s*l*u-r*c*u-s*o*p+i*c*p+r*o*g-i*l*g)+y*(+e*l*g-e*c*p+s*a*p-r*a*g+r*c*h-s*l*h)+v*(+e*c*u-e*o*g-s*a*u+i*a*g+s*o*h-i*c*h)+S*(-r*o*h-e*l*u+e*o*p+r*a*u-i*a*p+i*l*h)}transpose(){let t=this.elements,e;return e=t[1],t[1]=t[4],t[4]=e,e=t[2],t[2]=t[8],t[8]=e,e=t[6],t[6]=t[9],t[9]=e,e=t[3],t[3]=t[12],t[12]=e,e=t[7],t[7]=t[13],t[13]=e,e=t[11],t[11]=t[14],t[14]=e,this}setPosition(t,e,i){let r=this.elements;return t.isVector3?(r[12]=t.x,r[13]=t.y,r[14]=t.z):(r[12]=t,r[13]=e,r[14]=i),this}invert(){let t=this.elements,e=t[0],i=t[1],r=t[2],s=t[3],a=t[4],o=t[5],l=t[6],c=t[7],h=t[8],u=t[9],p=t[10],g=t[11],m=t[12],y=t[13],v=t[14],S=t[15],A=u*v*c-y*p*c+y*l*g-o*v*g-u*l*S+o*p*S,N=m*p*c-h*v*c-m*l*g+a*v*g+h*l*S-a*p*S,U=h*y*c-m*u*c+m*o*g-a*y*g-h*o*S+a*u*S,R=m*u*l-h*y*l-m*o*p+a*y*p+h*o*v-a*u*v,V=e*A+i*N+r*U+s*R;if(V===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let B=1/V;return t[0]=A*B,t[1]=(y*p*s-u*v*s-y*r*g+i*v*g+u*r*S-i*p*S)*B,t[2]=(o*v*s-y*l*s+y*r*c-i*v*c-o*r*S+i*l*S)*B,t[3]=(u*l*s-o*p*s-u*r*c+i*p*c+o*r*g-i*l*g)*B,t[4]=N*B,t[5]=(h*v*s-m*p*s+m*r*g-e*v*g-h*r*S+e*p*S)*B,t[6]=(m*l*s-a*v*s-m*r*c+e*v*c+a*r*S-e*l*S)*B,t[7]=(a*p*s-h*l*s+h*r*c-e*p*c-a*r*g+e*l*g)*B,t[8]=U*B,t[9]=(m*u*s-h*y*s-m*i*g+e*y*g+h*i*S-e*u*S)*B,t[10]=(a*y*s-m*o*s+m*i*c-e*y*c-a*i*S+e*o*S)*B,t[11]=(h*o*s-a*u*s-h*i*c+e*u*c+a*i*g-e*o*g)*B,t[12]=R*B,t[13]=(h*y*r-m*u*r+m*i*p-e*y*p-h*i*v+e*u*v)*B,t[14]=(m*o*r-a*y*r-m*i*l+e*y*l+a*i*v-e*o*v)*B,t[15]=(a*u*r-h*o*r+h*i*l-e*u*l-a*i*p+e*o*p)*B,this}scale(t){let e=this.elements,i=t.x,r=t.y,s=t.z;return e[0]*=i,e[4]*=r,e[8]*=s,e[1]*=i,e[5]*=r,e[9]*=s,e[2]*=i,e[6]*=r,e[10]*=s,e[3]*=i,e[7]*=r,e[11]*=s,this}getMaxScaleOnAxis(){let t=this.elements,e=t[0]*t[0]+t[1]*t[1]+t[2]*t[2],i=t[4]*t[4]+t[5]*t[5]+t[6]*t[6],r=t[8]*t[8]+t[9]*t[9]+t[10]*t[10];return Math.sqrt(Math.max(e,i,r))}makeTranslation(t,e,i){return t.isVector3?this.set(1,0,0,t.x,0,1,0,t.y,0,0,1,t.z,0,0,0,1):this.set(1,0,0,t,0,1,0,e,0,0,1,i,0,0,0,1),this}makeRotationX(t){let e=Math.cos(t),i=Math.sin(t);return this.set(1,0,0,0,0,e,-i,0,0,i,e,0,0,0,0,1),this}makeRotationY(t){let e=Math.cos(t),i=Math.sin(t);return this.set(e,0,i,0,0,1,0,0,-i,0,e,0,0,0,0,1),this}makeRotationZ(t){let e=Math.cos(t),i=Math.sin(t);return this.set(e,-i,0,0,i,e,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(t,e){let i=Math.cos(e),r=Math.sin(e),s=1-i,a=t.x,o=t.y,l=t.z,c=s*a,h=s*o;return this.set(c*a+i,c*o-r*l,c*l+r*o,0,c*o+r*l,h*o+i,h*l-r*a,0,c*l-r*o,h*l+r*a,s*l*l+i,0,0,0,0,1),this}makeScale(t,e,i){return this.set(t,0,0,0,0,e,0,0,0,0,i,0,0,0,0,1),this}makeShear(t,e,i,r,s,a){return this.set(1,i,s,0,t,1,a,0,e,r,1,0,0,0,0,1),this}compose(t,e,i){let r=this.elements,s=e._x,a=e._y,o=e._z,l=e._w,c=s+s,h=a+a,u=o+o,p=s*c,g=s*h,m=s*u,y=a*h,v=a*u,S=o*u,A=l*c,N=l*h,U=l*u,R=i.x,V=i.y,B=i.z;return r[0]=(1-(y+S))*R,r[1]=(g+U)*R,r[2]=(m-N)*R,r[3]=0,r[4]=(g-U)*V,r[5]=(1-(p+S))*V,r[6]=(v+A)*V,r[7]=0,r[8]=(m+N)*B,r[9]=(v-A)*B,r[10]=(1-(p+y))*B,r[11]=0,r[12]=t.x,r[13]=t.y,r[14]=t.z,r[15]=1,this}decompose(t,e,i){let r=this.elements,s=Ei.set(r[0],r[1],r[2]).length(),a=Ei.set(r[4],r[5],r[6]).length(),o=Ei.set(r[8],r[9],r[10]).length();this.determinant()<0&&(s=-s),t.x=r[12],t.y=r[13],t.z=r[14],be.copy(this);let c=1/s,h=1/a,u=1/o;return be.elements[0]*=c,be.elements[1]*=c,be.elements[2]*=c,be.elements[4]*=h,be.elements[5]*=h,be.elements[6]*=h,be.elements[8]*=u,be.elements[9]*=u,be.elements[10]*=u,e.setFromRotationMatrix(be),i.x=s,i.y=a,i.z=o,this}makePerspective(t,e,i,r,s,a,o=Li,l=!1){let c=this.elements,h=2*s/(e-t),u=2*s/(i-r),p=(e+t)/(e-t),g=(i+r)/(i-r),m,y;if(l)m=s/(a-s),y=a*s/(a-s);else if(o===Li)m=-(a+s)/(a-s),y=-2*a*s/(a-s);else if(o===bl)m=-a/(a-s),y=-a*s/(a-s);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+o);return c[0]=h,c[4]=0,c[8]=p,c[12]=0,c[1]=0,c[5]=u,c[9]=g,c[13]=0,c[2]=0,c[6]=0,c[10]=m,c[14]=y,c[3]=0,c[7]=0,c[11]=-1,c[15]=0,this}makeOrthographic(t,e,i,r,s,a,o=Li,l=!1){let c=this.elements,h=2/(e-t),u=2/(i-r),p=-(e+t)/(e-t),g=-(i+r)/(i-r),m,y;if(l)m=1/(a-s),y=a/(a-s);else if(o===Li)m=-2/(a-s),y=-(a+s)/(a-s);else if(o===bl)m=-1/(a-s),y=-s/(a-s);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+o);return c[0]=h,c[4]=0,c[8]=0,c[12]=p,c[1]=0,c[5]=u,c[9]=0,c[13]=g,c[2]=0,c[6]=0,c[10]=m,c[14]=y,c[3]=0,c[7]=0,c[11]=0,c[15]=1,this}equals(t){let e=this.elements,i=t.elements;for(let r=0;r<16;r++)if(e[r]!==i[r])return!1;return!0}fromArray(t,e=0){for(let i=0;i<16;i++)this.elements[i]=t[i+e];return this}toArray(t=[],e=0){let i=this.elements;return t[e]=i[0],t[e+1]=i[1],t[e+2]=i[2],t[e+3]=i[3],t[e+4]=i[4],t[e+5]=i[5],t[e+6]=i[6],t[e+7]=i[7],t[e+8]=i[8],t[e+9]=i[9],t[e+10]=i[10],t[e+11]=i[11],t[e+12]=i[12],t[e+13]=i[13],t[e+14]=i[14],t[e+15]=i[15],t}},Ei=new E,be=new Pt,uy=new E(0,0,0),fy=new E(1,1,1),Rn=new E,Xs=new E,ae=new E,Wu=new Pt,Xu=new tn,Nn=class n{constructor(t=0,e=0,i=0,r=n.DEFAULT_ORDER){this.isEuler=!0,this._x=t,this._y=e,this._z=i,this._order=r}get x(){return this._x}set x(t){this._x=t,this._onChangeCallback()}get y(){return this._y}set y(t){this._y=t,this._onChangeCallback()}get z(){return this._z}set z(t){this._z=t,this._onChangeCallback()}get order(){return this._order}set order(t){this._order=t,this._onChangeCallback()}set(t,e,i,r=this._order){return this._x=t,this._y=e,this._z=i,this._order=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(t){return this._x=t._x,this._y=t._y,this._z=t._z,this._order=t._order,this._onChangeCallback(),this}setFromRotationMatrix(t,e=this._order,i=!0){let r=t.elements,s=r[0],a=r[4],o=r[8],l=r[1],c=r[5],h=r[9],u=r[2],p=r[6],g=r[10];switch(e){case"XYZ":this._y=Math.asin(tt(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(-h,g),this._z=Math.atan2(-a,s)):(this._x=Math.atan2(p,c),this._z=0);break;case"YXZ":this._x=Math.asin(-tt(h,-1,1)),Math.abs(h)<.9999999?(this._y=Math.atan2(o,g),this._z=Math.atan2(l,c)):(this._y=Math.atan2(-u,s),this._z=0);break;case"ZXY":this._x=Math.asin(tt(p,-1,1)),Math.abs(p)<.9999999?(this._y=Math.atan2(-u,g),this._z=Math.atan2(-a,c)):(this._y=0,this._z=Math.atan2(l,s));break;case"ZYX":this._y=Math.asin(-tt(u,-1,1)),Math.abs(u)<.9999999?(this._x=Math.atan2(p,g),this._z=Math.atan2(l,s)):(this._x=0,this._z=Math.atan2(-a,c));break;case"YZX":this._z=Math.asin(tt(l,-1,1)),Math.abs(l)<.9999999?(this._x=Math.atan2(-h,c),this._y=Math.atan2(-u,s)):(this._x=0,this._y=Math.atan2(o,g));break;case"XZY":this._z=Math.asin(-tt(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(p,c),this._y=Math.atan2(o,s)):(this._x=Math.atan2(-h,g),this._y=0);break;default:console.warn("THREE.Euler: .setFromRotationMatrix() encountered an unknown order: "+e)}return this._order=e,i===!0&&this._onChangeCallback(),this}setFromQuaternion(t,e,i){return Wu.makeRotationFromQuaternion(t),this.setFromRotationMatrix(Wu,e,i)}setFromVector3(t,e=this._order){return this.set(t.x,t.y,t.z,e)}reorder(t){return Xu.setFromEuler(this),this.setFromQuaternion(Xu,t)}equals(t){return t._x===this._x&&t._y===this._y&&t._z===this._z&&t._order===this._order}fromArray(t){return this._x=t[0],this._y=t[1],this._z=t[2],t[3]!==void 0&&(this._order=t[3]),this._onChangeCallback(),this}toArray(t=[],e=0){return t[e]=this._x,t[e+1]=this._y,t[e+2]=this._z,t[e+3]=this._order,t}_onChange(t){return this._onChangeCallback=t,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};Nn.DEFAULT_ORDER="XYZ";var wr=class{constructor(){this.mask=1}set(t){this.mask=(1<<t|0)>>>0}enable(t){this.mask|=1<<t|0}enableAll(){this.mask=-1}toggle(t){this.mask^=1<<t|0}disable(t){this.mask&=~(1<<t|0)}disableAll(){this.mask=0}test(t){return(this.mask&t.mask)!==0}isEnabled(t){return(this.mask&(1<<t|0))!==0}},dy=0,qu=new E,Ti=new tn,je=new Pt,qs=new E,_r=new E,py=new E,my=new tn,Yu=new E(1,0,0),ju=new E(0,1,0),Zu=new E(0,0,1),$u={type:"added"},gy={type:"removed"},Ai={type:"childadded",child:null},tl={type:"childremoved",child:null},Ge=class n extends Bt{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:dy++}),this.uuid=Bi(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=n.DEFAULT_UP.clone();let t=new E,e=new Nn,i=new tn,r=new E(1,1,1);function s(){i.setFromEuler(e,!1)}function a(){e.setFromQuaternion(i,void 0,!1)}e._onChange(s),i._onChange(a),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:t},rotation:{configurable:!0,enumerable:!0,value:e},quaternion:{configurable:!0,enumerable:!0,value:i},scale:{configurable:!0,enumerable:!0,value:r},modelViewMatrix:{value:new Pt},normalMatrix:{value:new K}}),this.matrix=new Pt,this.matrixWorld=new Pt,this.matrixAutoUpdate=n.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=n.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new wr,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.userData={}}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(t){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(t),this.matrix.decompose(this.position,this.quaternion,this.scale)}applyQuaternion(t){return this.quaternion.premultiply(t),this}setRotationFromAxisAngle(t,e){this.quaternion.setFromAxisAngle(t,e)}setRotationFromEuler(t){this.quaternion.setFromEuler(t,!0)}setRotationFromMatrix(t){this.quaternion.setFromRotationMatrix(t)}setRotationFromQuaternion(t){this.quaternion.copy(t)}rotateOnAxis(t,e){return Ti.setFromAxisAngle(t,e),this.quaternion.multiply(Ti),this}rotateOnWorldAxis(t,e){return Ti.setFromAxisAngle(t,e),this.quaternion.premultiply(Ti),this}rotateX(t){return this.rotateOnAxis(Yu,t)}rotateY(t){return this.rotateOnAxis(ju,t)}rotateZ(t){return this.rotateOnAxis(Zu,t)}translateOnAxis(t,e){return qu.copy(t).applyQuaternion(this.quaternion),this.position.add(qu.multiplyScalar(e)),this}translateX(t){return this.translateOnAxis(Yu,t)}translateY(t){return this.translateOnAxis(ju,t)}translateZ(t){return this.translateOnAxis(Zu,t)}localToWorld(t){return this.updateWorldMatrix(!0,!1),t.applyMatrix4(this.matrixWorld)}worldToLocal(t){return this.updateWorldMatrix(!0,!1),t.applyMatrix4(je.copy(this.matrixWorld).invert())}lookAt(t,e,i){t.isVector3?qs.copy(t):qs.set(t,e,i);let r=this.parent;this.updateWorldMatrix(!0,!1),_r.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?je.lookAt(_r,qs,this.up):je.lookAt(qs,_r,this.up),this.quaternion.setFromRotationMatrix(je),r&&(je.extractRotation(r.matrixWorld),Ti.setFromRotationMatrix(je),this.quaternion.premultiply(Ti.invert()))}add(t){if(arguments.length>1){for(let e=0;e<arguments.length;e++)this.add(arguments[e]);return this}return t===this?(console.error("THREE.Object3D.add: object can't be added as a child of itself.",t),this):(t&&t.isObject3D?(t.removeFromParent(),t.parent=this,this.children.push(t),t.dispatchEvent($u),Ai.child=t,this.dispatchEvent(Ai),Ai.child=null):console.error("THREE.Object3D.add: object not an instance of THREE.Object3D.",t),this)}remove(t){if(arguments.length>1){for(let i=0;i<arguments.length;i++)this.remove(arguments[i]);return this}let e=this.children.indexOf(t);return e!==-1&&(t.parent=null,this.children.splice(e,1),t.dispatchEvent(gy),tl.child=t,this.dispatchEvent(tl),tl.child=null),this}removeFromParent(){let t=this.parent;return t!==null&&t.remove(this),this}clear(){return this.remove(...this.children)}attach(t){return this.updateWorldMatrix(!0,!1),je.copy(this.matrixWorld).invert(),t.parent!==null&&(t.parent.updateWorldMatrix(!0,!1),je.multiply(t.parent.matrixWorld)),t.applyMatrix4(je),t.removeFromParent(),t.parent=this,this.children.push(t),t.updateWorldMatrix(!1,!0),t.dispatchEvent($u),Ai.child=t,this.dispatchEvent(Ai),Ai.child=null,this}getObjectById(t){return this.getObjectByProperty("id",t)}getObjectByName(t){return this.getObjectByProperty("name",t)}getObjectByProperty(t,e){if(this[t]===e)return this;for(let i=0,r=this.children.length;i<r;i++){let a=this.children[i].getObjectByProperty(t,e);if(a!==void 0)return a}}getObjectsByProperty(t,e,i=[]){this[t]===e&&i.push(this);let r=this.children;for(let s=0,a=r.length;s<a;s++)r[s].getObjectsByProperty(t,e,i);return i}getWorldPosition(t){return this.updateWorldMatrix(!0,!1),t.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(t){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(_r,t,py),t}getWorldScale(t){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(_r,my,t),t}getWorldDirection(t){this.updateWorldMatrix(!0,!1);let e=this.matrixWorld.elements;return t.set(e[8],e[9],e[10]).normalize()}raycast(){}traverse(t){t(this);let e=this.children;for(let i=0,r=e.length;i<r;i++)e[i].traverse(t)}traverseVisible(t){if(this.visible===!1)return;t(this);let e=this.children;for(let i=0,r=e.length;i<r;i++)e[i].traverseVisible(t)}traverseAncestors(t){let e=this.parent;e!==null&&(t(e),e.traverseAncestors(t))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale),this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(t){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||t)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,t=!0);let e=this.children;for(let i=0,r=e.length;i<r;i++)e[i].updateMatrixWorld(t)}updateWorldMatrix(t,e){let i=this.parent;if(t===!0&&i!==null&&i.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),e===!0){let r=this.children;for(let s=0,a=r.length;s<a;s++)r[s].updateWorldMatrix(!1,!0)}}toJSON(t){let e=t===void 0||typeof t=="string",i={};e&&(t={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},i.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let r={};r.uuid=this.uuid,r.type=this.type,this.name!==""&&(r.name=this.name),this.castShadow===!0&&(r.castShadow=!0),this.receiveShadow===!0&&(r.receiveShadow=!0),this.visible===!1&&(r.visible=!1),this.frustumCulled===!1&&(r.frustumCulled=!1),this.renderOrder!==0&&(r.renderOrder=this.renderOrder),Object.keys(this.userData).length>0&&(r.userData=this.userData),r.layers=this.layers.mask,r.matrix=this.matrix.toArray(),r.up=this.up.toArray(),this.matrixAutoUpdate===!1&&(r.matrixAutoUpdate=!1),this.isInstancedMesh&&(r.type="InstancedMesh",r.count=this.count,r.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(r.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(r.type="BatchedMesh",r.perObjectFrustumCulled=this.perObjectFrustumCulled,r.sortObjects=this.sortObjects,r.drawRanges=this._drawRanges,r.reservedRanges=this._reservedRanges,r.geometryInfo=this._geometryInfo.map(o=>({...o,boundingBox:o.boundingBox?o.boundingBox.toJSON():void 0,boundingSphere:o.boundingSphere?o.boundingSphere.toJSON():void 0})),r.instanceInfo=this._instanceInfo.map(o=>({...o})),r.availableInstanceIds=this._availableInstanceIds.slice(),r.availableGeometryIds=this._availableGeometryIds.slice(),r.nextIndexStart=this._nextIndexStart,r.nextVertexStart=this._nextVertexStart,r.geometryCount=this._geometryCount,r.maxInstanceCount=this._maxInstanceCount,r.maxVertexCount=this._maxVertexCount,r.maxIndexCount=this._maxIndexCount,r.geometryInitialized=this._geometryInitialized,r.matricesTexture=this._matricesTexture.toJSON(t),r.indirectTexture=this._indirectTexture.toJSON(t),this._colorsTexture!==null&&(r.colorsTexture=this._colorsTexture.toJSON(t)),this.boundingSphere!==null&&(r.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(r.boundingBox=this.boundingBox.toJSON()));function s(o,l){return o[l.uuid]===void 0&&(o[l.uuid]=l.toJSON(t)),l.uuid}if(this.isScene)this.background&&(this.background.isColor?r.background=this.background.toJSON():this.background.isTexture&&(r.background=this.background.toJSON(t).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(r.environment=this.environment.toJSON(t).uuid);else if(this.isMesh||this.isLine||this.isPoints){r.geometry=s(t.geometries,this.geometry);let o=this.geometry.parameters;if(o!==void 0&&o.shapes!==void 0){let l=o.shapes;if(Array.isArray(l))for(let c=0,h=l.length;c<h;c++){let u=l[c];s(t.shapes,u)}else s(t.shapes,l)}}if(this.isSkinnedMesh&&(r.bindMode=this.bindMode,r.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(s(t.skeletons,this.skeleton),r.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let o=[];for(let l=0,c=this.material.length;l<c;l++)o.push(s(t.materials,this.material[l]));r.material=o}else r.material=s(t.materials,this.material);if(this.children.length>0){r.children=[];for(let o=0;o<this.children.length;o++)r.children.push(this.children[o].toJSON(t).object)}if(this.animations.length>0){r.animations=[];for(let o=0;o<this.animations.length;o++){let l=this.animations[o];r.animations.push(s(t.animations,l))}}if(e){let o=a(t.geometries),l=a(t.materials),c=a(t.textures),h=a(t.images),u=a(t.shapes),p=a(t.skeletons),g=a(t.animations),m=a(t.nodes);o.length>0&&(i.geometries=o),l.length>0&&(i.materials=l),c.length>0&&(i.textures=c),h.length>0&&(i.images=h),u.length>0&&(i.shapes=u),p.length>0&&(i.skeletons=p),g.length>0&&(i.animations=g),m.length>0&&(i.nodes=m)}return i.object=r,i;function a(o){let l=[];for(let c in o){let h=o[c];delete h.metadata,l.push(h)}return l}}clone(t){return new this.constructor().copy(this,t)}copy(t,e=!0){if(this.name=t.name,this.up.copy(t.up),this.position.copy(t.position),this.rotation.order=t.rotation.order,this.quaternion.copy(t.quaternion),this.scale.copy(t.scale),this.matrix.copy(t.matrix),this.matrixWorld.copy(t.matrixWorld),this.matrixAutoUpdate=t.matrixAutoUpdate,this.matrixWorldAutoUpdate=t.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=t.matrixWorldNeedsUpdate,this.layers.mask=t.layers.mask,this.visible=t.visible,this.castShadow=t.castShadow,this.receiveShadow=t.receiveShadow,this.frustumCulled=t.frustumCulled,this.renderOrder=t.renderOrder,this.animations=t.animations.slice(),this.userData=JSON.parse(JSON.stringify(t.userData)),e===!0)for(let i=0;i<t.children.length;i++){let r=t.children[i];this.add(r.clone())}return this}};Ge.DEFAULT_UP=new E(0,1,0);Ge.DEFAULT_MATRIX_AUTO_UPDATE=!0;Ge.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var we=new E,Ze=new E,el=new E,$e=new E,Ci=new E,Pi=new E,Ju=new E,nl=new E,il=new E,rl=new E,sl=new Jt,al=new Jt,ol=new Jt,Ln=class n{constructor(t=new E,e=new E,i=new E){this.a=t,this.b=e,this.c=i}static getNormal(t,e,i,r){r.subVectors(i,e),we.subVectors(t,e),r.cross(we);let s=r.lengthSq();return s>0?r.multiplyScalar(1/Math.sqrt(s)):r.set(0,0,0)}static getBarycoord(t,e,i,r,s){we.subVectors(r,e),Ze.subVectors(i,e),el.subVectors(t,e);let a=we.dot(we),o=we.dot(Ze),l=we.dot(el),c=Ze.dot(Ze),h=Ze.dot(el),u=a*c-o*o;if(u===0)return s.set(0,0,0),null;let p=1/u,g=(c*l-o*h)*p,m=(a*h-o*l)*p;return s.set(1-g-m,m,g)}static containsPoint(t,e,i,r){return this.getBarycoord(t,e,i,r,$e)===null?!1:$e.x>=0&&$e.y>=0&&$e.x+$e.y<=1}static getInterpolation(t,e,i,r,s,a,o,l){return this.getBarycoord(t,e,i,r,$e)===null?(l.x=0,l.y=0,"z"in l&&(l.z=0),"w"in l&&(l.w=0),null):(l.setScalar(0),l.addScaledVector(s,$e.x),l.addScaledVector(a,$e.y),l.addScaledVector(o,$e.z),l)}static getInterpolatedAttribute(t,e,i,r,s,a){return sl.setScalar(0),al.setScalar(0),ol.setScalar(0),sl.fromBufferAttribute(t,e),al.fromBufferAttribute(t,i),ol.fromBufferAttribute(t,r),a.setScalar(0),a.addScaledVector(sl,s.x),a.addScaledVector(al,s.y),a.addScaledVector(ol,s.z),a}static isFrontFacing(t,e,i,r){return we.subVectors(i,e),Ze.subVectors(t,e),we.cross(Ze).dot(r)<0}set(t,e,i){return this.a.copy(t),this.b.copy(e),this.c.copy(i),this}setFromPointsAndIndices(t,e,i,r){return this.a.copy(t[e]),this.b.copy(t[i]),this.c.copy(t[r]),this}setFromAttributeAndIndices(t,e,i,r){return this.a.fromBufferAttribute(t,e),this.b.fromBufferAttribute(t,i),this.c.fromBufferAttribute(t,r),this}clone(){return new this.constructor().copy(this)}copy(t){return this.a.copy(t.a),this.b.copy(t.b),this.c.copy(t.c),this}getArea(){return we.subVectors(this.c,this.b),Ze.subVectors(this.a,this.b),we.cross(Ze).length()*.5}getMidpoint(t){return t.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(t){return n.getNormal(this.a,this.b,this.c,t)}getPlane(t){return t.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(t,e){return n.getBarycoord(t,this.a,this.b,this.c,e)}getInterpolation(t,e,i,r,s){return n.getInterpolation(t,this.a,this.b,this.c,e,i,r,s)}containsPoint(t){return n.containsPoint(t,this.a,this.b,this.c)}isFrontFacing(t){return n.isFrontFacing(this.a,this.b,this.c,t)}intersectsBox(t){return t.intersectsTriangle(this)}closestPointToPoint(t,e){let i=this.a,r=this.b,s=this.c,a,o;Ci.subVectors(r,i),Pi.subVectors(s,i),nl.subVectors(t,i);let l=Ci.dot(nl),c=Pi.dot(nl);if(l<=0&&c<=0)return e.copy(i);il.subVectors(t,r);let h=Ci.dot(il),u=Pi.dot(il);if(h>=0&&u<=h)return e.copy(r);let p=l*u-h*c;if(p<=0&&l>=0&&h<=0)return a=l/(l-h),e.copy(i).addScaledVector(Ci,a);rl.subVectors(t,s);let g=Ci.dot(rl),m=Pi.dot(rl);if(m>=0&&g<=m)return e.copy(s);let y=g*c-l*m;if(y<=0&&c>=0&&m<=0)return o=c/(c-m),e.copy(i).addScaledVector(Pi,o);let v=h*m-g*u;if(v<=0&&u-h>=0&&g-m>=0)return Ju.subVectors(s,r),o=(u-h)/(u-h+(g-m)),e.copy(r).addScaledVector(Ju,o);let S=1/(v+y+p);return a=y*S,o=p*S,e.copy(i).addScaledVector(Ci,a).addScaledVector(Pi,o)}equals(t){return t.a.equals(this.a)&&t.b.equals(this.b)&&t.c.equals(this.c)}},cf={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},In={h:0,s:0,l:0},Ys={h:0,s:0,l:0};function ll(n,t,e){return e<0&&(e+=1),e>1&&(e-=1),e<1/6?n+(t-n)*6*e:e<1/2?t:e<2/3?n+(t-n)*6*(2/3-e):n}var Q=class{constructor(t,e,i){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(t,e,i)}set(t,e,i){if(e===void 0&&i===void 0){let r=t;r&&r.isColor?this.copy(r):typeof r=="number"?this.setHex(r):typeof r=="string"&&this.setStyle(r)}else this.setRGB(t,e,i);return this}setScalar(t){return this.r=t,this.g=t,this.b=t,this}setHex(t,e=ye){return t=Math.floor(t),this.r=(t>>16&255)/255,this.g=(t>>8&255)/255,this.b=(t&255)/255,_e.colorSpaceToWorking(this,e),this}setRGB(t,e,i,r=_e.workingColorSpace){return this.r=t,this.g=e,this.b=i,_e.colorSpaceToWorking(this,r),this}setHSL(t,e,i,r=_e.workingColorSpace){if(t=Wl(t,1),e=tt(e,0,1),i=tt(i,0,1),e===0)this.r=this.g=this.b=i;else{let s=i<=.5?i*(1+e):i+e-i*e,a=2*i-s;this.r=ll(a,s,t+1/3),this.g=ll(a,s,t),this.b=ll(a,s,t-1/3)}return _e.colorSpaceToWorking(this,r),this}setStyle(t,e=ye){function i(s){s!==void 0&&parseFloat(s)<1&&console.warn("THREE.Color: Alpha component of "+t+" will be ignored.")}let r;if(r=/^(\w+)\(([^\)]*)\)/.exec(t)){let s,a=r[1],o=r[2];switch(a){case"rgb":case"rgba":if(s=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d*\.?\d+)\s*)?$/.exec(o))return i(s[4]),this.setRGB(Math.min(255,parseInt(s[1],10))/255,Math.min(255,parseInt(s[2],10))/255,Math.min(255,parseInt(s[3],10))/255,e);if(s=/^\s*(\d+)\%\s*,\s*(\d+)\%\s*,\s*(\d+)\%\s*(?:,\s*(\d*\.?\d+)\s*)?$/.exec(o))return i(s[4]),this.setRGB(Math.min(100,parseInt(s[1],10))/100,Math.min(100,parseInt(s[2],10))/100,Math.min(100,parseInt(s[3],10))/100,e);break;case"hsl":case"hsla":if(s=/^\s*(\d*\.?\d+)\s*,\s*(\d*\.?\d+)\%\s*,\s*(\d*\.?\d+)\%\s*(?:,\s*(\d*\.?\d+)\s*)?$/.exec(o))return i(s[4]),this.setHSL(parseFloat(s[1])/360,parseFloat(s[2])/100,parseFloat(s[3])/100,e);break;default:console.warn("THREE.Color: Unknown color model "+t)}}else if(r=/^\#([A-Fa-f\d]+)$/.exec(t)){let s=r[1],a=s.length;if(a===3)return this.setRGB(parseInt(s.charAt(0),16)/15,parseInt(s.charAt(1),16)/15,parseInt(s.charAt(2),16)/15,e);if(a===6)return this.setHex(parseInt(s,16),e);console.warn("THREE.Color: Invalid hex color "+t)}else if(t&&t.length>0)return this.setColorName(t,e);return this}setColorName(t,e=ye){let i=cf[t.toLowerCase()];return i!==void 0?this.setHex(i,e):console.warn("THREE.Color: Unknown color "+t),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(t){return this.r=t.r,this.g=t.g,this.b=t.b,this}copySRGBToLinear(t){return this.r=Je(t.r),this.g=Je(t.g),this.b=Je(t.b),this}copyLinearToSRGB(t){return this.r=Di(t.r),this.g=Di(t.g),this.b=Di(t.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(t=ye){return _e.workingToColorSpace(Ot.copy(this),t),Math.round(tt(Ot.r*255,0,255))*65536+Math.round(tt(Ot.g*255,0,255))*256+Math.round(tt(Ot.b*255,0,255))}getHexString(t=ye){return("000000"+this.getHex(t).toString(16)).slice(-6)}getHSL(t,e=_e.workingColorSpace){_e.workingToColorSpace(Ot.copy(this),e);let i=Ot.r,r=Ot.g,s=Ot.b,a=Math.max(i,r,s),o=Math.min(i,r,s),l,c,h=(o+a)/2;if(o===a)l=0,c=0;else{let u=a-o;switch(c=h<=.5?u/(a+o):u/(2-a-o),a){case i:l=(r-s)/u+(r<s?6:0);break;case r:l=(s-i)/u+2;break;case s:l=(i-r)/u+4;break}l/=6}return t.h=l,t.s=c,t.l=h,t}getRGB(t,e=_e.workingColorSpace){return _e.workingToColorSpace(Ot.copy(this),e),t.r=Ot.r,t.g=Ot.g,t.b=Ot.b,t}getStyle(t=ye){_e.workingToColorSpace(Ot.copy(this),t);let e=Ot.r,i=Ot.g,r=Ot.b;return t!==ye?`color(${t} ${e.toFixed(3)} ${i.toFixed(3)} ${r.toFixed(3)})`:`rgb(${Math.round(e*255)},${Math.round(i*255)},${Math.round(r*255)})`}offsetHSL(t,e,i){return this.getHSL(In),this.setHSL(In.h+t,In.s+e,In.l+i)}add(t){return this.r+=t.r,this.g+=t.g,this.b+=t.b,this}addColors(t,e){return this.r=t.r+e.r,this.g=t.g+e.g,this.b=t.b+e.b,this}addScalar(t){return this.r+=t,this.g+=t,this.b+=t,this}sub(t){return this.r=Math.max(0,this.r-t.r),this.g=Math.max(0,this.g-t.g),this.b=Math.max(0,this.b-t.b),this}multiply(t){return this.r*=t.r,this.g*=t.g,this.b*=t.b,this}multiplyScalar(t){return this.r*=t,this.g*=t,this.b*=t,this}lerp(t,e){return this.r+=(t.r-this.r)*e,this.g+=(t.g-this.g)*e,this.b+=(t.b-this.b)*e,this}lerpColors(t,e,i){return this.r=t.r+(e.r-t.r)*i,this.g=t.g+(e.g-t.g)*i,this.b=t.b+(e.b-t.b)*i,this}lerpHSL(t,e){this.getHSL(In),t.getHSL(Ys);let i=vr(In.h,Ys.h,e),r=vr(In.s,Ys.s,e),s=vr(In.l,Ys.l,e);return this.setHSL(i,r,s),this}setFromVector3(t){return this.r=t.x,this.g=t.y,this.b=t.z,this}applyMatrix3(t){let e=this.r,i=this.g,r=this.b,s=t.elements;return this.r=s[0]*e+s[3]*i+s[6]*r,this.g=s[1]*e+s[4]*i+s[7]*r,this.b=s[2]*e+s[5]*i+s[8]*r,this}equals(t){return t.r===this.r&&t.g===this.g&&t.b===this.b}fromArray(t,e=0){return this.r=t[e],this.g=t[e+1],this.b=t[e+2],this}toArray(t=[],e=0){return t[e]=this.r,t[e+1]=this.g,t[e+2]=this.b,t}fromBufferAttribute(t,e){return this.r=t.getX(e),this.g=t.getY(e),this.b=t.getZ(e),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},Ot=new Q;Q.NAMES=cf;var _y=0,Er=class extends Bt{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:_y++}),this.uuid=Bi(),this.name="",this.type="Material",this.blending=aa,this.side=sa,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=fl,this.blendDst=dl,this.blendEquation=ul,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new Q(0,0,0),this.blendAlpha=0,this.depthFunc=xr,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=Ml,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=Kn,this.stencilZFail=Kn,this.stencilZPass=Kn,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(t){this._alphaTest>0!=t>0&&this.version++,this._alphaTest=t}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(t){if(t!==void 0)for(let e in t){let i=t[e];if(i===void 0){console.warn(`THREE.Material: parameter '${e}' has value of undefined.`);continue}let r=this[e];if(r===void 0){console.warn(`THREE.Material: '${e}' is not a property of THREE.${this.type}.`);continue}r&&r.isColor?r.set(i):r&&r.isVector3&&i&&i.isVector3?r.copy(i):this[e]=i}}toJSON(t){let e=t===void 0||typeof t=="string";e&&(t={textures:{},images:{}});let i={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};i.uuid=this.uuid,i.type=this.type,this.name!==""&&(i.name=this.name),this.color&&this.color.isColor&&(i.color=this.color.getHex()),this.roughness!==void 0&&(i.roughness=this.roughness),this.metalness!==void 0&&(i.metalness=this.metalness),this.sheen!==void 0&&(i.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(i.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(i.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(i.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&this.emissiveIntensity!==1&&(i.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(i.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(i.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(i.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(i.shininess=this.shininess),this.clearcoat!==void 0&&(i.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(i.clearcoatRoughness=this.clearcoatRoughness),this.clearcoatMap&&this.clearcoatMap.isTexture&&(i.clearcoatMap=this.clearcoatMap.toJSON(t).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(i.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(t).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(i.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(t).uuid,i.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(i.sheenColorMap=this.sheenColorMap.toJSON(t).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(i.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(t).uuid),this.dispersion!==void 0&&(i.dispersion=this.dispersion),this.iridescence!==void 0&&(i.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(i.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessRange!==void 0&&(i.iridescenceThicknessRange=this.iridescenceThicknessRange),this.iridescenceMap&&this.iridescenceMap.isTexture&&(i.iridescenceMap=this.iridescenceMap.toJSON(t).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(i.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(t).uuid),this.anisotropy!==void 0&&(i.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(i.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(i.anisotropyMap=this.anisotropyMap.toJSON(t).uuid),this.map&&this.map.isTexture&&(i.map=this.map.toJSON(t).uuid),this.matcap&&this.matcap.isTexture&&(i.matcap=this.matcap.toJSON(t).uuid),this.alphaMap&&this.alphaMap.isTexture&&(i.alphaMap=this.alphaMap.toJSON(t).uuid),this.lightMap&&this.lightMap.isTexture&&(i.lightMap=this.lightMap.toJSON(t).uuid,i.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(i.aoMap=this.aoMap.toJSON(t).uuid,i.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(i.bumpMap=this.bumpMap.toJSON(t).uuid,i.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(i.normalMap=this.normalMap.toJSON(t).uuid,i.normalMapType=this.normalMapType,i.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(i.displacementMap=this.displacementMap.toJSON(t).uuid,i.displacementScale=this.displacementScale,i.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(i.roughnessMap=this.roughnessMap.toJSON(t).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(i.metalnessMap=this.metalnessMap.toJSON(t).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(i.emissiveMap=this.emissiveMap.toJSON(t).uuid),this.specularMap&&this.specularMap.isTexture&&(i.specularMap=this.specularMap.toJSON(t).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(i.specularIntensityMap=this.specularIntensityMap.toJSON(t).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(i.specularColorMap=this.specularColorMap.toJSON(t).uuid),this.envMap&&this.envMap.isTexture&&(i.envMap=this.envMap.toJSON(t).uuid,this.combine!==void 0&&(i.combine=this.combine)),this.envMapRotation!==void 0&&(i.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(i.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(i.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(i.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(i.gradientMap=this.gradientMap.toJSON(t).uuid),this.transmission!==void 0&&(i.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(i.transmissionMap=this.transmissionMap.toJSON(t).uuid),this.thickness!==void 0&&(i.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(i.thicknessMap=this.thicknessMap.toJSON(t).uuid),this.attenuationDistance!==void 0&&this.attenuationDistance!==1/0&&(i.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(i.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(i.size=this.size),this.shadowSide!==null&&(i.shadowSide=this.shadowSide),this.sizeAttenuation!==void 0&&(i.sizeAttenuation=this.sizeAttenuation),this.blending!==aa&&(i.blending=this.blending),this.side!==sa&&(i.side=this.side),this.vertexColors===!0&&(i.vertexColors=!0),this.opacity<1&&(i.opacity=this.opacity),this.transparent===!0&&(i.transparent=!0),this.blendSrc!==fl&&(i.blendSrc=this.blendSrc),this.blendDst!==dl&&(i.blendDst=this.blendDst),this.blendEquation!==ul&&(i.blendEquation=this.blendEquation),this.blendSrcAlpha!==null&&(i.blendSrcAlpha=this.blendSrcAlpha),this.blendDstAlpha!==null&&(i.blendDstAlpha=this.blendDstAlpha),this.blendEquationAlpha!==null&&(i.blendEquationAlpha=this.blendEquationAlpha),this.blendColor&&this.blendColor.isColor&&(i.blendColor=this.blendColor.getHex()),this.blendAlpha!==0&&(i.blendAlpha=this.blendAlpha),this.depthFunc!==xr&&(i.depthFunc=this.depthFunc),this.depthTest===!1&&(i.depthTest=this.depthTest),this.depthWrite===!1&&(i.depthWrite=this.depthWrite),this.colorWrite===!1&&(i.colorWrite=this.colorWrite),this.stencilWriteMask!==255&&(i.stencilWriteMask=this.stencilWriteMask),this.stencilFunc!==Ml&&(i.stencilFunc=this.stencilFunc),this.stencilRef!==0&&(i.stencilRef=this.stencilRef),this.stencilFuncMask!==255&&(i.stencilFuncMask=this.stencilFuncMask),this.stencilFail!==Kn&&(i.stencilFail=this.stencilFail),this.stencilZFail!==Kn&&(i.stencilZFail=this.stencilZFail),this.stencilZPass!==Kn&&(i.stencilZPass=this.stencilZPass),this.stencilWrite===!0&&(i.stencilWrite=this.stencilWrite),this.rotation!==void 0&&this.rotation!==0&&(i.rotation=this.rotation),this.polygonOffset===!0&&(i.polygonOffset=!0),this.polygonOffsetFactor!==0&&(i.polygonOffsetFactor=this.polygonOffsetFactor),this.polygonOffsetUnits!==0&&(i.polygonOffsetUnits=this.polygonOffsetUnits),this.linewidth!==void 0&&this.linewidth!==1&&(i.linewidth=this.linewidth),this.dashSize!==void 0&&(i.dashSize=this.dashSize),this.gapSize!==void 0&&(i.gapSize=this.gapSize),this.scale!==void 0&&(i.scale=this.scale),this.dithering===!0&&(i.dithering=!0),this.alphaTest>0&&(i.alphaTest=this.alphaTest),this.alphaHash===!0&&(i.alphaHash=!0),this.alphaToCoverage===!0&&(i.alphaToCoverage=!0),this.premultipliedAlpha===!0&&(i.premultipliedAlpha=!0),this.forceSinglePass===!0&&(i.forceSinglePass=!0),this.wireframe===!0&&(i.wireframe=!0),this.wireframeLinewidth>1&&(i.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!=="round"&&(i.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!=="round"&&(i.wireframeLinejoin=this.wireframeLinejoin),this.flatShading===!0&&(i.flatShading=!0),this.visible===!1&&(i.visible=!1),this.toneMapped===!1&&(i.toneMapped=!1),this.fog===!1&&(i.fog=!1),Object.keys(this.userData).length>0&&(i.userData=this.userData);function r(s){let a=[];for(let o in s){let l=s[o];delete l.metadata,a.push(l)}return a}if(e){let s=r(t.textures),a=r(t.images);s.length>0&&(i.textures=s),a.length>0&&(i.images=a)}return i}clone(){return new this.constructor().copy(this)}copy(t){this.name=t.name,this.blending=t.blending,this.side=t.side,this.vertexColors=t.vertexColors,this.opacity=t.opacity,this.transparent=t.transparent,this.blendSrc=t.blendSrc,this.blendDst=t.blendDst,this.blendEquation=t.blendEquation,this.blendSrcAlpha=t.blendSrcAlpha,this.blendDstAlpha=t.blendDstAlpha,this.blendEquationAlpha=t.blendEquationAlpha,this.blendColor.copy(t.blendColor),this.blendAlpha=t.blendAlpha,this.depthFunc=t.depthFunc,this.depthTest=t.depthTest,this.depthWrite=t.depthWrite,this.stencilWriteMask=t.stencilWriteMask,this.stencilFunc=t.stencilFunc,this.stencilRef=t.stencilRef,this.stencilFuncMask=t.stencilFuncMask,this.stencilFail=t.stencilFail,this.stencilZFail=t.stencilZFail,this.stencilZPass=t.stencilZPass,this.stencilWrite=t.stencilWrite;let e=t.clippingPlanes,i=null;if(e!==null){let r=e.length;i=new Array(r);for(let s=0;s!==r;++s)i[s]=e[s].clone()}return this.clippingPlanes=i,this.clipIntersection=t.clipIntersection,this.clipShadows=t.clipShadows,this.shadowSide=t.shadowSide,this.colorWrite=t.colorWrite,this.precision=t.precision,this.polygonOffset=t.polygonOffset,this.polygonOffsetFactor=t.polygonOffsetFactor,this.polygonOffsetUnits=t.polygonOffsetUnits,this.dithering=t.dithering,this.alphaTest=t.alphaTest,this.alphaHash=t.alphaHash,this.alphaToCoverage=t.alphaToCoverage,this.premultipliedAlpha=t.premultipliedAlpha,this.forceSinglePass=t.forceSinglePass,this.visible=t.visible,this.toneMapped=t.toneMapped,this.userData=JSON.parse(JSON.stringify(t.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(t){t===!0&&this.version++}},ha=class extends Er{constructor(t){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new Q(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new Nn,this.combine=sf,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(t)}copy(t){return super.copy(t),this.color.copy(t.color),this.map=t.map,this.lightMap=t.lightMap,this.lightMapIntensity=t.lightMapIntensity,this.aoMap=t.aoMap,this.aoMapIntensity=t.aoMapIntensity,this.specularMap=t.specularMap,this.alphaMap=t.alphaMap,this.envMap=t.envMap,this.envMapRotation.copy(t.envMapRotation),this.combine=t.combine,this.reflectivity=t.reflectivity,this.refractionRatio=t.refractionRatio,this.wireframe=t.wireframe,this.wireframeLinewidth=t.wireframeLinewidth,this.wireframeLinecap=t.wireframeLinecap,this.wireframeLinejoin=t.wireframeLinejoin,this.fog=t.fog,this}};var wt=new E,js=new nt,yy=0,Ke=class{constructor(t,e,i=!1){if(Array.isArray(t))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:yy++}),this.name="",this.array=t,this.itemSize=e,this.count=t!==void 0?t.length/e:0,this.normalized=i,this.usage=Sl,this.updateRanges=[],this.gpuType=nn,this.version=0}onUploadCallback(){}set needsUpdate(t){t===!0&&this.version++}setUsage(t){return this.usage=t,this}addUpdateRange(t,e){this.updateRanges.push({start:t,count:e})}clearUpdateRanges(){this.updateRanges.length=0}copy(t){return this.name=t.name,this.array=new t.array.constructor(t.array),this.itemSize=t.itemSize,this.count=t.count,this.normalized=t.normalized,this.usage=t.usage,this.gpuType=t.gpuType,this}copyAt(t,e,i){t*=this.itemSize,i*=e.itemSize;for(let r=0,s=this.itemSize;r<s;r++)this.array[t+r]=e.array[i+r];return this}copyArray(t){return this.array.set(t),this}applyMatrix3(t){if(this.itemSize===2)for(let e=0,i=this.count;e<i;e++)js.fromBufferAttribute(this,e),js.applyMatrix3(t),this.setXY(e,js.x,js.y);else if(this.itemSize===3)for(let e=0,i=this.count;e<i;e++)wt.fromBufferAttribute(this,e),wt.applyMatrix3(t),this.setXYZ(e,wt.x,wt.y,wt.z);return this}applyMatrix4(t){for(let e=0,i=this.count;e<i;e++)wt.fromBufferAttribute(this,e),wt.applyMatrix4(t),this.setXYZ(e,wt.x,wt.y,wt.z);return this}applyNormalMatrix(t){for(let e=0,i=this.count;e<i;e++)wt.fromBufferAttribute(this,e),wt.applyNormalMatrix(t),this.setXYZ(e,wt.x,wt.y,wt.z);return this}transformDirection(t){for(let e=0,i=this.count;e<i;e++)wt.fromBufferAttribute(this,e),wt.transformDirection(t),this.setXYZ(e,wt.x,wt.y,wt.z);return this}set(t,e=0){return this.array.set(t,e),this}getComponent(t,e){let i=this.array[t*this.itemSize+e];return this.normalized&&(i=Ii(i,this.array)),i}setComponent(t,e,i){return this.normalized&&(i=Vt(i,this.array)),this.array[t*this.itemSize+e]=i,this}getX(t){let e=this.array[t*this.itemSize];return this.normalized&&(e=Ii(e,this.array)),e}setX(t,e){return this.normalized&&(e=Vt(e,this.array)),this.array[t*this.itemSize]=e,this}getY(t){let e=this.array[t*this.itemSize+1];return this.normalized&&(e=Ii(e,this.array)),e}setY(t,e){return this.normalized&&(e=Vt(e,this.array)),this.array[t*this.itemSize+1]=e,this}getZ(t){let e=this.array[t*this.itemSize+2];return this.normalized&&(e=Ii(e,this.array)),e}setZ(t,e){return this.normalized&&(e=Vt(e,this.array)),this.array[t*this.itemSize+2]=e,this}getW(t){let e=this.array[t*this.itemSize+3];return this.normalized&&(e=Ii(e,this.array)),e}setW(t,e){return this.normalized&&(e=Vt(e,this.array)),this.array[t*this.itemSize+3]=e,this}setXY(t,e,i){return t*=this.itemSize,this.normalized&&(e=Vt(e,this.array),i=Vt(i,this.array)),this.array[t+0]=e,this.array[t+1]=i,this}setXYZ(t,e,i,r){return t*=this.itemSize,this.normalized&&(e=Vt(e,this.array),i=Vt(i,this.array),r=Vt(r,this.array)),this.array[t+0]=e,this.array[t+1]=i,this.array[t+2]=r,this}setXYZW(t,e,i,r,s){return t*=this.itemSize,this.normalized&&(e=Vt(e,this.array),i=Vt(i,this.array),r=Vt(r,this.array),s=Vt(s,this.array)),this.array[t+0]=e,this.array[t+1]=i,this.array[t+2]=r,this.array[t+3]=s,this}onUpload(t){return this.onUploadCallback=t,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let t={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return this.name!==""&&(t.name=this.name),this.usage!==Sl&&(t.usage=this.usage),t}};var Tr=class extends Ke{constructor(t,e,i){super(new Uint16Array(t),e,i)}};var Ar=class extends Ke{constructor(t,e,i){super(new Uint32Array(t),e,i)}};var Dn=class extends Ke{constructor(t,e,i){super(new Float32Array(t),e,i)}},vy=0,ge=new Pt,cl=new Ge,Ri=new E,oe=new Te,yr=new Te,Ct=new E,Fi=class n extends Bt{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:vy++}),this.uuid=Bi(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={}}getIndex(){return this.index}setIndex(t){return Array.isArray(t)?this.index=new(lf(t)?Ar:Tr)(t,1):this.index=t,this}setIndirect(t){return this.indirect=t,this}getIndirect(){return this.indirect}getAttribute(t){return this.attributes[t]}setAttribute(t,e){return this.attributes[t]=e,this}deleteAttribute(t){return delete this.attributes[t],this}hasAttribute(t){return this.attributes[t]!==void 0}addGroup(t,e,i=0){this.groups.push({start:t,count:e,materialIndex:i})}clearGroups(){this.groups=[]}setDrawRange(t,e){this.drawRange.start=t,this.drawRange.count=e}applyMatrix4(t){let e=this.attributes.position;e!==void 0&&(e.applyMatrix4(t),e.needsUpdate=!0);let i=this.attributes.normal;if(i!==void 0){let s=new K().getNormalMatrix(t);i.applyNormalMatrix(s),i.needsUpdate=!0}let r=this.attributes.tangent;return r!==void 0&&(r.transformDirection(t),r.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this}applyQuaternion(t){return ge.makeRotationFromQuaternion(t),this.applyMatrix4(ge),this}rotateX(t){return ge.makeRotationX(t),this.applyMatrix4(ge),this}rotateY(t){return ge.makeRotationY(t),this.applyMatrix4(ge),this}rotateZ(t){return ge.makeRotationZ(t),this.applyMatrix4(ge),this}translate(t,e,i){return ge.makeTranslation(t,e,i),this.applyMatrix4(ge),this}scale(t,e,i){return ge.makeScale(t,e,i),this.applyMatrix4(ge),this}lookAt(t){return cl.lookAt(t),cl.updateMatrix(),this.applyMatrix4(cl.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(Ri).negate(),this.translate(Ri.x,Ri.y,Ri.z),this}setFromPoints(t){let e=this.getAttribute("position");if(e===void 0){let i=[];for(let r=0,s=t.length;r<s;r++){let a=t[r];i.push(a.x,a.y,a.z||0)}this.setAttribute("position",new Dn(i,3))}else{let i=Math.min(t.length,e.count);for(let r=0;r<i;r++){let s=t[r];e.setXYZ(r,s.x,s.y,s.z||0)}t.length>e.count&&console.warn("THREE.BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),e.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new Te);let t=this.attributes.position,e=this.morphAttributes.position;if(t&&t.isGLBufferAttribute){console.error("THREE.BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new E(-1/0,-1/0,-1/0),new E(1/0,1/0,1/0));return}if(t!==void 0){if(this.boundingBox.setFromBufferAttribute(t),e)for(let i=0,r=e.length;i<r;i++){let s=e[i];oe.setFromBufferAttribute(s),this.morphTargetsRelative?(Ct.addVectors(this.boundingBox.min,oe.min),this.boundingBox.expandByPoint(Ct),Ct.addVectors(this.boundingBox.max,oe.max),this.boundingBox.expandByPoint(Ct)):(this.boundingBox.expandByPoint(oe.min),this.boundingBox.expandByPoint(oe.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&console.error('THREE.BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Ui);let t=this.attributes.position,e=this.morphAttributes.position;if(t&&t.isGLBufferAttribute){console.error("THREE.BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new E,1/0);return}if(t){let i=this.boundingSphere.center;if(oe.setFromBufferAttribute(t),e)for(let s=0,a=e.length;s<a;s++){let o=e[s];yr.setFromBufferAttribute(o),this.morphTargetsRelative?(Ct.addVectors(oe.min,yr.min),oe.expandByPoint(Ct),Ct.addVectors(oe.max,yr.max),oe.expandByPoint(Ct)):(oe.expandByPoint(yr.min),oe.expandByPoint(yr.max))}oe.getCenter(i);let r=0;for(let s=0,a=t.count;s<a;s++)Ct.fromBufferAttribute(t,s),r=Math.max(r,i.distanceToSquared(Ct));if(e)for(let s=0,a=e.length;s<a;s++){let o=e[s],l=this.morphTargetsRelative;for(let c=0,h=o.count;c<h;c++)Ct.fromBufferAttribute(o,c),l&&(Ri.fromBufferAttribute(t,c),Ct.add(Ri)),r=Math.max(r,i.distanceToSquared(Ct))}this.boundingSphere.radius=Math.sqrt(r),isNaN(this.boundingSphere.radius)&&console.error('THREE.BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let t=this.index,e=this.attributes;if(t===null||e.position===void 0||e.normal===void 0||e.uv===void 0){console.error("THREE.BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let i=e.position,r=e.normal,s=e.uv;this.hasAttribute("tangent")===!1&&this.setAttribute("tangent",new Ke(new Float32Array(4*i.count),4));let a=this.getAttribute("tangent"),o=[],l=[];for(let H=0;H<i.count;H++)o[H]=new E,l[H]=new E;let c=new E,h=new E,u=new E,p=new nt,g=new nt,m=new nt,y=new E,v=new E;function S(H,$,at){c.fromBufferAttribute(i,H),h.fromBufferAttribute(i,$),u.fromBufferAttribute(i,at),p.fromBufferAttribute(s,H),g.fromBufferAttribute(s,$),m.fromBufferAttribute(s,at),h.sub(c),u.sub(c),g.sub(p),m.sub(p);let M=1/(g.x*m.y-m.x*g.y);isFinite(M)&&(y.copy(h).multiplyScalar(m.y).addScaledVector(u,-g.y).multiplyScalar(M),v.copy(u).multiplyScalar(g.x).addScaledVector(h,-m.x).multiplyScalar(M),o[H].add(y),o[$].add(y),o[at].add(y),l[H].add(v),l[$].add(v),l[at].add(v))}let A=this.groups;A.length===0&&(A=[{start:0,count:t.count}]);for(let H=0,$=A.length;H<$;++H){let at=A[H],M=at.start,P=at.count;for(let W=M,j=M+P;W<j;W+=3)S(t.getX(W+0),t.getX(W+1),t.getX(W+2))}let N=new E,U=new E,R=new E,V=new E;function B(H){R.fromBufferAttribute(r,H),V.copy(R);let $=o[H];N.copy($),N.sub(R.multiplyScalar(R.dot($))).normalize(),U.crossVectors(V,$);let M=U.dot(l[H])<0?-1:1;a.setXYZW(H,N.x,N.y,N.z,M)}for(let H=0,$=A.length;H<$;++H){let at=A[H],M=at.start,P=at.count;for(let W=M,j=M+P;W<j;W+=3)B(t.getX(W+0)),B(t.getX(W+1)),B(t.getX(W+2))}}computeVertexNormals(){let t=this.index,e=this.getAttribute("position");if(e!==void 0){let i=this.getAttribute("normal");if(i===void 0)i=new Ke(new Float32Array(e.count*3),3),this.setAttribute("normal",i);else for(let p=0,g=i.count;p<g;p++)i.setXYZ(p,0,0,0);let r=new E,s=new E,a=new E,o=new E,l=new E,c=new E,h=new E,u=new E;if(t)for(let p=0,g=t.count;p<g;p+=3){let m=t.getX(p+0),y=t.getX(p+1),v=t.getX(p+2);r.fromBufferAttribute(e,m),s.fromBufferAttribute(e,y),a.fromBufferAttribute(e,v),h.subVectors(a,s),u.subVectors(r,s),h.cross(u),o.fromBufferAttribute(i,m),l.fromBufferAttribute(i,y),c.fromBufferAttribute(i,v),o.add(h),l.add(h),c.add(h),i.setXYZ(m,o.x,o.y,o.z),i.setXYZ(y,l.x,l.y,l.z),i.setXYZ(v,c.x,c.y,c.z)}else for(let p=0,g=e.count;p<g;p+=3)r.fromBufferAttribute(e,p+0),s.fromBufferAttribute(e,p+1),a.fromBufferAttribute(e,p+2),h.subVectors(a,s),u.subVectors(r,s),h.cross(u),i.setXYZ(p+0,h.x,h.y,h.z),i.setXYZ(p+1,h.x,h.y,h.z),i.setXYZ(p+2,h.x,h.y,h.z);this.normalizeNormals(),i.needsUpdate=!0}}normalizeNormals(){let t=this.attributes.normal;for(let e=0,i=t.count;e<i;e++)Ct.fromBufferAttribute(t,e),Ct.normalize(),t.setXYZ(e,Ct.x,Ct.y,Ct.z)}toNonIndexed(){function t(o,l){let c=o.array,h=o.itemSize,u=o.normalized,p=new c.constructor(l.length*h),g=0,m=0;for(let y=0,v=l.length;y<v;y++){o.isInterleavedBufferAttribute?g=l[y]*o.data.stride+o.offset:g=l[y]*h;for(let S=0;S<h;S++)p[m++]=c[g++]}return new Ke(p,h,u)}if(this.index===null)return console.warn("THREE.BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let e=new n,i=this.index.array,r=this.attributes;for(let o in r){let l=r[o],c=t(l,i);e.setAttribute(o,c)}let s=this.morphAttributes;for(let o in s){let l=[],c=s[o];for(let h=0,u=c.length;h<u;h++){let p=c[h],g=t(p,i);l.push(g)}e.morphAttributes[o]=l}e.morphTargetsRelative=this.morphTargetsRelative;let a=this.groups;for(let o=0,l=a.length;o<l;o++){let c=a[o];e.addGroup(c.start,c.count,c.materialIndex)}return e}toJSON(){let t={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(t.uuid=this.uuid,t.type=this.type,this.name!==""&&(t.name=this.name),Object.keys(this.userData).length>0&&(t.userData=this.userData),this.parameters!==void 0){let l=this.parameters;for(let c in l)l[c]!==void 0&&(t[c]=l[c]);return t}t.data={attributes:{}};let e=this.index;e!==null&&(t.data.index={type:e.array.constructor.name,array:Array.prototype.slice.call(e.array)});let i=this.attributes;for(let l in i){let c=i[l];t.data.attributes[l]=c.toJSON(t.data)}let r={},s=!1;for(let l in this.morphAttributes){let c=this.morphAttributes[l],h=[];for(let u=0,p=c.length;u<p;u++){let g=c[u];h.push(g.toJSON(t.data))}h.length>0&&(r[l]=h,s=!0)}s&&(t.data.morphAttributes=r,t.data.morphTargetsRelative=this.morphTargetsRelative);let a=this.groups;a.length>0&&(t.data.groups=JSON.parse(JSON.stringify(a)));let o=this.boundingSphere;return o!==null&&(t.data.boundingSphere=o.toJSON()),t}clone(){return new this.constructor().copy(this)}copy(t){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let e={};this.name=t.name;let i=t.index;i!==null&&this.setIndex(i.clone());let r=t.attributes;for(let c in r){let h=r[c];this.setAttribute(c,h.clone(e))}let s=t.morphAttributes;for(let c in s){let h=[],u=s[c];for(let p=0,g=u.length;p<g;p++)h.push(u[p].clone(e));this.morphAttributes[c]=h}this.morphTargetsRelative=t.morphTargetsRelative;let a=t.groups;for(let c=0,h=a.length;c<h;c++){let u=a[c];this.addGroup(u.start,u.count,u.materialIndex)}let o=t.boundingBox;o!==null&&(this.boundingBox=o.clone());let l=t.boundingSphere;return l!==null&&(this.boundingSphere=l.clone()),this.drawRange.start=t.drawRange.start,this.drawRange.count=t.drawRange.count,this.userData=t.userData,this}dispose(){this.dispatchEvent({type:"dispose"})}},Ku=new Pt,Jn=new br,Zs=new Ui,Qu=new E,$s=new E,Js=new E,Ks=new E,hl=new E,Qs=new E,tf=new E,ta=new E,Cr=class extends Ge{constructor(t=new Fi,e=new ha){super(),this.isMesh=!0,this.type="Mesh",this.geometry=t,this.material=e,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(t,e){return super.copy(t,e),t.morphTargetInfluences!==void 0&&(this.morphTargetInfluences=t.morphTargetInfluences.slice()),t.morphTargetDictionary!==void 0&&(this.morphTargetDictionary=Object.assign({},t.morphTargetDictionary)),this.material=Array.isArray(t.material)?t.material.slice():t.material,this.geometry=t.geometry,this}updateMorphTargets(){let e=this.geometry.morphAttributes,i=Object.keys(e);if(i.length>0){let r=e[i[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,a=r.length;s<a;s++){let o=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[o]=s}}}}getVertexPosition(t,e){let i=this.geometry,r=i.attributes.position,s=i.morphAttributes.position,a=i.morphTargetsRelative;e.fromBufferAttribute(r,t);let o=this.morphTargetInfluences;if(s&&o){Qs.set(0,0,0);for(let l=0,c=s.length;l<c;l++){let h=o[l],u=s[l];h!==0&&(hl.fromBufferAttribute(u,t),a?Qs.addScaledVector(hl,h):Qs.addScaledVector(hl.sub(e),h))}e.add(Qs)}return e}raycast(t,e){let i=this.geometry,r=this.material,s=this.matrixWorld;r!==void 0&&(i.boundingSphere===null&&i.computeBoundingSphere(),Zs.copy(i.boundingSphere),Zs.applyMatrix4(s),Jn.copy(t.ray).recast(t.near),!(Zs.containsPoint(Jn.origin)===!1&&(Jn.intersectSphere(Zs,Qu)===null||Jn.origin.distanceToSquared(Qu)>(t.far-t.near)**2))&&(Ku.copy(s).invert(),Jn.copy(t.ray).applyMatrix4(Ku),!(i.boundingBox!==null&&Jn.intersectsBox(i.boundingBox)===!1)&&this._computeIntersections(t,e,Jn)))}_computeIntersections(t,e,i){let r,s=this.geometry,a=this.material,o=s.index,l=s.attributes.position,c=s.attributes.uv,h=s.attributes.uv1,u=s.attributes.normal,p=s.groups,g=s.drawRange;if(o!==null)if(Array.isArray(a))for(let m=0,y=p.length;m<y;m++){let v=p[m],S=a[v.materialIndex],A=Math.max(v.start,g.start),N=Math.min(o.count,Math.min(v.start+v.count,g.start+g.count));for(let U=A,R=N;U<R;U+=3){let V=o.getX(U),B=o.getX(U+1),H=o.getX(U+2);r=ea(this,S,t,i,c,h,u,V,B,H),r&&(r.faceIndex=Math.floor(U/3),r.face.materialIndex=v.materialIndex,e.push(r))}}else{let m=Math.max(0,g.start),y=Math.min(o.count,g.start+g.count);for(let v=m,S=y;v<S;v+=3){let A=o.getX(v),N=o.getX(v+1),U=o.getX(v+2);r=ea(this,a,t,i,c,h,u,A,N,U),r&&(r.faceIndex=Math.floor(v/3),e.push(r))}}else if(l!==void 0)if(Array.isArray(a))for(let m=0,y=p.length;m<y;m++){let v=p[m],S=a[v.materialIndex],A=Math.max(v.start,g.start),N=Math.min(l.count,Math.min(v.start+v.count,g.start+g.count));for(let U=A,R=N;U<R;U+=3){let V=U,B=U+1,H=U+2;r=ea(this,S,t,i,c,h,u,V,B,H),r&&(r.faceIndex=Math.floor(U/3),r.face.materialIndex=v.materialIndex,e.push(r))}}else{let m=Math.max(0,g.start),y=Math.min(l.count,g.start+g.count);for(let v=m,S=y;v<S;v+=3){let A=v,N=v+1,U=v+2;r=ea(this,a,t,i,c,h,u,A,N,U),r&&(r.faceIndex=Math.floor(v/3),e.push(r))}}}};function xy(n,t,e,i,r,s,a,o){let l;if(t.side===rf?l=i.intersectTriangle(a,s,r,!0,o):l=i.intersectTriangle(r,s,a,t.side===sa,o),l===null)return null;ta.copy(o),ta.applyMatrix4(n.matrixWorld);let c=e.ray.origin.distanceTo(ta);return c<e.near||c>e.far?null:{distance:c,point:ta.clone(),object:n}}function ea(n,t,e,i,r,s,a,o,l,c){n.getVertexPosition(o,$s),n.getVertexPosition(l,Js),n.getVertexPosition(c,Ks);let h=xy(n,t,e,i,$s,Js,Ks,tf);if(h){let u=new E;Ln.getBarycoord(tf,$s,Js,Ks,u),r&&(h.uv=Ln.getInterpolatedAttribute(r,o,l,c,u,new nt)),s&&(h.uv1=Ln.getInterpolatedAttribute(s,o,l,c,u,new nt)),a&&(h.normal=Ln.getInterpolatedAttribute(a,o,l,c,u,new E),h.normal.dot(i.direction)>0&&h.normal.multiplyScalar(-1));let p={a:o,b:l,c,normal:new E,materialIndex:0};Ln.getNormal($s,Js,Ks,p.normal),h.face=p,h.barycoord=u}return h}function Xl(n){let t={};for(let e in n){t[e]={};for(let i in n[e]){let r=n[e][i];r&&(r.isColor||r.isMatrix3||r.isMatrix4||r.isVector2||r.isVector3||r.isVector4||r.isTexture||r.isQuaternion)?r.isRenderTargetTexture?(console.warn("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),t[e][i]=null):t[e][i]=r.clone():Array.isArray(r)?t[e][i]=r.slice():t[e][i]=r}}return t}function Wt(n){let t={};for(let e=0;e<n.length;e++){let i=Xl(n[e]);for(let r in i)t[r]=i[r]}return t}function My(n){let t=[];for(let e=0;e<n.length;e++)t.push(n[e].clone());return t}var Sy=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,by=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,Oi=class extends Er{constructor(t){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=Sy,this.fragmentShader=by,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,t!==void 0&&this.setValues(t)}copy(t){return super.copy(t),this.fragmentShader=t.fragmentShader,this.vertexShader=t.vertexShader,this.uniforms=Xl(t.uniforms),this.uniformsGroups=My(t.uniformsGroups),this.defines=Object.assign({},t.defines),this.wireframe=t.wireframe,this.wireframeLinewidth=t.wireframeLinewidth,this.fog=t.fog,this.lights=t.lights,this.clipping=t.clipping,this.extensions=Object.assign({},t.extensions),this.glslVersion=t.glslVersion,this}toJSON(t){let e=super.toJSON(t);e.glslVersion=this.glslVersion,e.uniforms={};for(let r in this.uniforms){let a=this.uniforms[r].value;a&&a.isTexture?e.uniforms[r]={type:"t",value:a.toJSON(t).uuid}:a&&a.isColor?e.uniforms[r]={type:"c",value:a.getHex()}:a&&a.isVector2?e.uniforms[r]={type:"v2",value:a.toArray()}:a&&a.isVector3?e.uniforms[r]={type:"v3",value:a.toArray()}:a&&a.isVector4?e.uniforms[r]={type:"v4",value:a.toArray()}:a&&a.isMatrix3?e.uniforms[r]={type:"m3",value:a.toArray()}:a&&a.isMatrix4?e.uniforms[r]={type:"m4",value:a.toArray()}:e.uniforms[r]={value:a}}Object.keys(this.defines).length>0&&(e.defines=this.defines),e.vertexShader=this.vertexShader,e.fragmentShader=this.fragmentShader,e.lights=this.lights,e.clipping=this.clipping;let i={};for(let r in this.extensions)this.extensions[r]===!0&&(i[r]=!0);return Object.keys(i).length>0&&(e.extensions=i),e}},Pr=class extends Ge{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new Pt,this.projectionMatrix=new Pt,this.projectionMatrixInverse=new Pt,this.coordinateSystem=Li,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(t,e){return super.copy(t,e),this.matrixWorldInverse.copy(t.matrixWorldInverse),this.projectionMatrix.copy(t.projectionMatrix),this.projectionMatrixInverse.copy(t.projectionMatrixInverse),this.coordinateSystem=t.coordinateSystem,this}getWorldDirection(t){return super.getWorldDirection(t).negate()}updateMatrixWorld(t){super.updateMatrixWorld(t),this.matrixWorldInverse.copy(this.matrixWorld).invert()}updateWorldMatrix(t,e){super.updateWorldMatrix(t,e),this.matrixWorldInverse.copy(this.matrixWorld).invert()}clone(){return new this.constructor().copy(this)}};var Rr=class extends Ge{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new Nn,this.environmentIntensity=1,this.environmentRotation=new Nn,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(t,e){return super.copy(t,e),t.background!==null&&(this.background=t.background.clone()),t.environment!==null&&(this.environment=t.environment.clone()),t.fog!==null&&(this.fog=t.fog.clone()),this.backgroundBlurriness=t.backgroundBlurriness,this.backgroundIntensity=t.backgroundIntensity,this.backgroundRotation.copy(t.backgroundRotation),this.environmentIntensity=t.environmentIntensity,this.environmentRotation.copy(t.environmentRotation),t.overrideMaterial!==null&&(this.overrideMaterial=t.overrideMaterial.clone()),this.matrixAutoUpdate=t.matrixAutoUpdate,this}toJSON(t){let e=super.toJSON(t);return this.fog!==null&&(e.object.fog=this.fog.toJSON()),this.backgroundBlurriness>0&&(e.object.backgroundBlurriness=this.backgroundBlurriness),this.backgroundIntensity!==1&&(e.object.backgroundIntensity=this.backgroundIntensity),e.object.backgroundRotation=this.backgroundRotation.toArray(),this.environmentIntensity!==1&&(e.object.environmentIntensity=this.environmentIntensity),e.object.environmentRotation=this.environmentRotation.toArray(),e}};var Un=class extends ve{constructor(t=null,e=1,i=1,r,s,a,o,l,c=Qe,h=Qe,u,p){super(null,a,o,l,c,h,r,s,u,p),this.isDataTexture=!0,this.image={data:t,width:e,height:i},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var Ir=class n extends Fi{constructor(t=1,e=1,i=1,r=1){super(),this.type="PlaneGeometry",this.parameters={width:t,height:e,widthSegments:i,heightSegments:r};let s=t/2,a=e/2,o=Math.floor(i),l=Math.floor(r),c=o+1,h=l+1,u=t/o,p=e/l,g=[],m=[],y=[],v=[];for(let S=0;S<h;S++){let A=S*p-a;for(let N=0;N<c;N++){let U=N*u-s;m.push(U,-A,0),y.push(0,0,1),v.push(N/o),v.push(1-S/l)}}for(let S=0;S<l;S++)for(let A=0;A<o;A++){let N=A+c*S,U=A+c*(S+1),R=A+1+c*(S+1),V=A+1+c*S;g.push(N,U,V),g.push(U,R,V)}this.setIndex(g),this.setAttribute("position",new Dn(m,3)),this.setAttribute("normal",new Dn(y,3)),this.setAttribute("uv",new Dn(v,2))}copy(t){return super.copy(t),this.parameters=Object.assign({},t.parameters),this}static fromJSON(t){return new n(t.width,t.height,t.widthSegments,t.heightSegments)}};function na(n,t){return!n||n.constructor===t?n:typeof t.BYTES_PER_ELEMENT=="number"?new t(n):Array.prototype.slice.call(n)}function wy(n){return ArrayBuffer.isView(n)&&!(n instanceof DataView)}var Qn=class{constructor(t,e,i,r){this.parameterPositions=t,this._cachedIndex=0,this.resultBuffer=r!==void 0?r:new e.constructor(i),this.sampleValues=e,this.valueSize=i,this.settings=null,this.DefaultSettings_={}}evaluate(t){let e=this.parameterPositions,i=this._cachedIndex,r=e[i],s=e[i-1];t:{e:{let a;n:{i:if(!(t<r)){for(let o=i+2;;){if(r===void 0){if(t<s)break i;return i=e.length,this._cachedIndex=i,this.copySampleValue_(i-1)}if(i===o)break;if(s=r,r=e[++i],t<r)break e}a=e.length;break n}if(!(t>=s)){let o=e[1];t<o&&(i=2,s=o);for(let l=i-2;;){if(s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(i===l)break;if(r=s,s=e[--i-1],t>=s)break e}a=i,i=0;break n}break t}for(;i<a;){let o=i+a>>>1;t<e[o]?a=o:i=o+1}if(r=e[i],s=e[i-1],s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(r===void 0)return i=e.length,this._cachedIndex=i,this.copySampleValue_(i-1)}this._cachedIndex=i,this.intervalChanged_(i,s,r)}return this.interpolate_(i,s,t,r)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(t){let e=this.resultBuffer,i=this.sampleValues,r=this.valueSize,s=t*r;for(let a=0;a!==r;++a)e[a]=i[s+a];return e}interpolate_(){throw new Error("call to abstract method")}intervalChanged_(){}},ua=class extends Qn{constructor(t,e,i,r){super(t,e,i,r),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:gl,endingEnd:gl}}intervalChanged_(t,e,i){let r=this.parameterPositions,s=t-2,a=t+1,o=r[s],l=r[a];if(o===void 0)switch(this.getSettings_().endingStart){case _l:s=t,o=2*e-i;break;case yl:s=r.length-2,o=e+r[s]-r[s+1];break;default:s=t,o=i}if(l===void 0)switch(this.getSettings_().endingEnd){case _l:a=t,l=2*i-e;break;case yl:a=1,l=i+r[1]-r[0];break;default:a=t-1,l=e}let c=(i-e)*.5,h=this.valueSize;this._weightPrev=c/(e-o),this._weightNext=c/(l-i),this._offsetPrev=s*h,this._offsetNext=a*h}interpolate_(t,e,i,r){let s=this.resultBuffer,a=this.sampleValues,o=this.valueSize,l=t*o,c=l-o,h=this._offsetPrev,u=this._offsetNext,p=this._weightPrev,g=this._weightNext,m=(i-e)/(r-e),y=m*m,v=y*m,S=-p*v+2*p*y-p*m,A=(1+p)*v+(-1.5-2*p)*y+(-.5+p)*m+1,N=(-1-g)*v+(1.5+g)*y+.5*m,U=g*v-g*y;for(let R=0;R!==o;++R)s[R]=S*a[h+R]+A*a[c+R]+N*a[l+R]+U*a[u+R];return s}},fa=class extends Qn{constructor(t,e,i,r){super(t,e,i,r)}interpolate_(t,e,i,r){let s=this.resultBuffer,a=this.sampleValues,o=this.valueSize,l=t*o,c=l-o,h=(i-e)/(r-e),u=1-h;for(let p=0;p!==o;++p)s[p]=a[c+p]*u+a[l+p]*h;return s}},da=class extends Qn{constructor(t,e,i,r){super(t,e,i,r)}interpolate_(t){return this.copySampleValue_(t-1)}},le=class{constructor(t,e,i,r){if(t===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(e===void 0||e.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+t);this.name=t,this.times=na(e,this.TimeBufferType),this.values=na(i,this.ValueBufferType),this.setInterpolation(r||this.DefaultInterpolation)}static toJSON(t){let e=t.constructor,i;if(e.toJSON!==this.toJSON)i=e.toJSON(t);else{i={name:t.name,times:na(t.times,Array),values:na(t.values,Array)};let r=t.getInterpolation();r!==t.DefaultInterpolation&&(i.interpolation=r)}return i.type=t.ValueTypeName,i}InterpolantFactoryMethodDiscrete(t){return new da(this.times,this.values,this.getValueSize(),t)}InterpolantFactoryMethodLinear(t){return new fa(this.times,this.values,this.getValueSize(),t)}InterpolantFactoryMethodSmooth(t){return new ua(this.times,this.values,this.getValueSize(),t)}setInterpolation(t){let e;switch(t){case Mr:e=this.InterpolantFactoryMethodDiscrete;break;case oa:e=this.InterpolantFactoryMethodLinear;break;case ia:e=this.InterpolantFactoryMethodSmooth;break}if(e===void 0){let i="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(t!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(i);return console.warn("THREE.KeyframeTrack:",i),this}return this.createInterpolant=e,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return Mr;case this.InterpolantFactoryMethodLinear:return oa;case this.InterpolantFactoryMethodSmooth:return ia}}getValueSize(){return this.values.length/this.times.length}shift(t){if(t!==0){let e=this.times;for(let i=0,r=e.length;i!==r;++i)e[i]+=t}return this}scale(t){if(t!==1){let e=this.times;for(let i=0,r=e.length;i!==r;++i)e[i]*=t}return this}trim(t,e){let i=this.times,r=i.length,s=0,a=r-1;for(;s!==r&&i[s]<t;)++s;for(;a!==-1&&i[a]>e;)--a;if(++a,s!==0||a!==r){s>=a&&(a=Math.max(a,1),s=a-1);let o=this.getValueSize();this.times=i.slice(s,a),this.values=this.values.slice(s*o,a*o)}return this}validate(){let t=!0,e=this.getValueSize();e-Math.floor(e)!==0&&(console.error("THREE.KeyframeTrack: Invalid value size in track.",this),t=!1);let i=this.times,r=this.values,s=i.length;s===0&&(console.error("THREE.KeyframeTrack: Track is empty.",this),t=!1);let a=null;for(let o=0;o!==s;o++){let l=i[o];if(typeof l=="number"&&isNaN(l)){console.error("THREE.KeyframeTrack: Time is not a valid number.",this,o,l),t=!1;break}if(a!==null&&a>l){console.error("THREE.KeyframeTrack: Out of order keys.",this,o,l,a),t=!1;break}a=l}if(r!==void 0&&wy(r))for(let o=0,l=r.length;o!==l;++o){let c=r[o];if(isNaN(c)){console.error("THREE.KeyframeTrack: Value is not a valid number.",this,o,c),t=!1;break}}return t}optimize(){let t=this.times.slice(),e=this.values.slice(),i=this.getValueSize(),r=this.getInterpolation()===ia,s=t.length-1,a=1;for(let o=1;o<s;++o){let l=!1,c=t[o],h=t[o+1];if(c!==h&&(o!==1||c!==t[0]))if(r)l=!0;else{let u=o*i,p=u-i,g=u+i;for(let m=0;m!==i;++m){let y=e[u+m];if(y!==e[p+m]||y!==e[g+m]){l=!0;break}}}if(l){if(o!==a){t[a]=t[o];let u=o*i,p=a*i;for(let g=0;g!==i;++g)e[p+g]=e[u+g]}++a}}if(s>0){t[a]=t[s];for(let o=s*i,l=a*i,c=0;c!==i;++c)e[l+c]=e[o+c];++a}return a!==t.length?(this.times=t.slice(0,a),this.values=e.slice(0,a*i)):(this.times=t,this.values=e),this}clone(){let t=this.times.slice(),e=this.values.slice(),i=this.constructor,r=new i(this.name,t,e);return r.createInterpolant=this.createInterpolant,r}};le.prototype.ValueTypeName="";le.prototype.TimeBufferType=Float32Array;le.prototype.ValueBufferType=Float32Array;le.prototype.DefaultInterpolation=oa;var Fn=class extends le{constructor(t,e,i){super(t,e,i)}};Fn.prototype.ValueTypeName="bool";Fn.prototype.ValueBufferType=Array;Fn.prototype.DefaultInterpolation=Mr;Fn.prototype.InterpolantFactoryMethodLinear=void 0;Fn.prototype.InterpolantFactoryMethodSmooth=void 0;var pa=class extends le{constructor(t,e,i,r){super(t,e,i,r)}};pa.prototype.ValueTypeName="color";var ma=class extends le{constructor(t,e,i,r){super(t,e,i,r)}};ma.prototype.ValueTypeName="number";var ga=class extends Qn{constructor(t,e,i,r){super(t,e,i,r)}interpolate_(t,e,i,r){let s=this.resultBuffer,a=this.sampleValues,o=this.valueSize,l=(i-e)/(r-e),c=t*o;for(let h=c+o;c!==h;c+=4)tn.slerpFlat(s,0,a,c-o,a,c,l);return s}},Lr=class extends le{constructor(t,e,i,r){super(t,e,i,r)}InterpolantFactoryMethodLinear(t){return new ga(this.times,this.values,this.getValueSize(),t)}};Lr.prototype.ValueTypeName="quaternion";Lr.prototype.InterpolantFactoryMethodSmooth=void 0;var On=class extends le{constructor(t,e,i){super(t,e,i)}};On.prototype.ValueTypeName="string";On.prototype.ValueBufferType=Array;On.prototype.DefaultInterpolation=Mr;On.prototype.InterpolantFactoryMethodLinear=void 0;On.prototype.InterpolantFactoryMethodSmooth=void 0;var _a=class extends le{constructor(t,e,i,r){super(t,e,i,r)}};_a.prototype.ValueTypeName="vector";var ya=class{constructor(t,e,i){let r=this,s=!1,a=0,o=0,l,c=[];this.onStart=void 0,this.onLoad=t,this.onProgress=e,this.onError=i,this.abortController=new AbortController,this.itemStart=function(h){o++,s===!1&&r.onStart!==void 0&&r.onStart(h,a,o),s=!0},this.itemEnd=function(h){a++,r.onProgress!==void 0&&r.onProgress(h,a,o),a===o&&(s=!1,r.onLoad!==void 0&&r.onLoad())},this.itemError=function(h){r.onError!==void 0&&r.onError(h)},this.resolveURL=function(h){return l?l(h):h},this.setURLModifier=function(h){return l=h,this},this.addHandler=function(h,u){return c.push(h,u),this},this.removeHandler=function(h){let u=c.indexOf(h);return u!==-1&&c.splice(u,2),this},this.getHandler=function(h){for(let u=0,p=c.length;u<p;u+=2){let g=c[u],m=c[u+1];if(g.global&&(g.lastIndex=0),g.test(h))return m}return null},this.abort=function(){return this.abortController.abort(),this.abortController=new AbortController,this}}},hf=new ya,va=class{constructor(t){this.manager=t!==void 0?t:hf,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={}}load(){}loadAsync(t,e){let i=this;return new Promise(function(r,s){i.load(t,r,e,s)})}parse(){}setCrossOrigin(t){return this.crossOrigin=t,this}setWithCredentials(t){return this.withCredentials=t,this}setPath(t){return this.path=t,this}setResourcePath(t){return this.resourcePath=t,this}setRequestHeader(t){return this.requestHeader=t,this}abort(){return this}};va.DEFAULT_MATERIAL_NAME="__DEFAULT";var ql="\\[\\]\\.:\\/",Ey=new RegExp("["+ql+"]","g"),Yl="[^"+ql+"]",Ty="[^"+ql.replace("\\.","")+"]",Ay=/((?:WC+[\/:])*)/.source.replace("WC",Yl),Cy=/(WCOD+)?/.source.replace("WCOD",Ty),Py=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",Yl),Ry=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",Yl),Iy=new RegExp("^"+Ay+Cy+Py+Ry+"$"),Ly=["material","materials","bones","map"],Tl=class{constructor(t,e,i){let r=i||pt.parseTrackName(e);this._targetGroup=t,this._bindings=t.subscribe_(e,r)}getValue(t,e){this.bind();let i=this._targetGroup.nCachedObjects_,r=this._bindings[i];r!==void 0&&r.getValue(t,e)}setValue(t,e){let i=this._bindings;for(let r=this._targetGroup.nCachedObjects_,s=i.length;r!==s;++r)i[r].setValue(t,e)}bind(){let t=this._bindings;for(let e=this._targetGroup.nCachedObjects_,i=t.length;e!==i;++e)t[e].bind()}unbind(){let t=this._bindings;for(let e=this._targetGroup.nCachedObjects_,i=t.length;e!==i;++e)t[e].unbind()}},pt=class n{constructor(t,e,i){this.path=e,this.parsedPath=i||n.parseTrackName(e),this.node=n.findNode(t,this.parsedPath.nodeName),this.rootNode=t,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(t,e,i){return t&&t.isAnimationObjectGroup?new n.Composite(t,e,i):new n(t,e,i)}static sanitizeNodeName(t){return t.replace(/\s/g,"_").replace(Ey,"")}static parseTrackName(t){let e=Iy.exec(t);if(e===null)throw new Error("PropertyBinding: Cannot parse trackName: "+t);let i={nodeName:e[2],objectName:e[3],objectIndex:e[4],propertyName:e[5],propertyIndex:e[6]},r=i.nodeName&&i.nodeName.lastIndexOf(".");if(r!==void 0&&r!==-1){let s=i.nodeName.substring(r+1);Ly.indexOf(s)!==-1&&(i.nodeName=i.nodeName.substring(0,r),i.objectName=s)}if(i.propertyName===null||i.propertyName.length===0)throw new Error("PropertyBinding: can not parse propertyName from trackName: "+t);return i}static findNode(t,e){if(e===void 0||e===""||e==="."||e===-1||e===t.name||e===t.uuid)return t;if(t.skeleton){let i=t.skeleton.getBoneByName(e);if(i!==void 0)return i}if(t.children){let i=function(s){for(let a=0;a<s.length;a++){let o=s[a];if(o.name===e||o.uuid===e)return o;let l=i(o.children);if(l)return l}return null},r=i(t.children);if(r)return r}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(t,e){t[e]=this.targetObject[this.propertyName]}_getValue_array(t,e){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)t[e++]=i[r]}_getValue_arrayElement(t,e){t[e]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(t,e){this.resolvedProperty.toArray(t,e)}_setValue_direct(t,e){this.targetObject[this.propertyName]=t[e]}_setValue_direct_setNeedsUpdate(t,e){this.targetObject[this.propertyName]=t[e],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(t,e){this.targetObject[this.propertyName]=t[e],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(t,e){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=t[e++]}_setValue_array_setNeedsUpdate(t,e){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=t[e++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(t,e){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=t[e++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(t,e){this.resolvedProperty[this.propertyIndex]=t[e]}_setValue_arrayElement_setNeedsUpdate(t,e){this.resolvedProperty[this.propertyIndex]=t[e],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(t,e){this.resolvedProperty[this.propertyIndex]=t[e],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(t,e){this.resolvedProperty.fromArray(t,e)}_setValue_fromArray_setNeedsUpdate(t,e){this.resolvedProperty.fromArray(t,e),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(t,e){this.resolvedProperty.fromArray(t,e),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(t,e){this.bind(),this.getValue(t,e)}_setValue_unbound(t,e){this.bind(),this.setValue(t,e)}bind(){let t=this.node,e=this.parsedPath,i=e.objectName,r=e.propertyName,s=e.propertyIndex;if(t||(t=n.findNode(this.rootNode,e.nodeName),this.node=t),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!t){console.warn("THREE.PropertyBinding: No target node found for track: "+this.path+".");return}if(i){let c=e.objectIndex;switch(i){case"materials":if(!t.material){console.error("THREE.PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!t.material.materials){console.error("THREE.PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}t=t.material.materials;break;case"bones":if(!t.skeleton){console.error("THREE.PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}t=t.skeleton.bones;for(let h=0;h<t.length;h++)if(t[h].name===c){c=h;break}break;case"map":if("map"in t){t=t.map;break}if(!t.material){console.error("THREE.PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!t.material.map){console.error("THREE.PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}t=t.material.map;break;default:if(t[i]===void 0){console.error("THREE.PropertyBinding: Can not bind to objectName of node undefined.",this);return}t=t[i]}if(c!==void 0){if(t[c]===void 0){console.error("THREE.PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,t);return}t=t[c]}}let a=t[r];if(a===void 0){let c=e.nodeName;console.error("THREE.PropertyBinding: Trying to update property for track: "+c+"."+r+" but it wasn't found.",t);return}let o=this.Versioning.None;this.targetObject=t,t.isMaterial===!0?o=this.Versioning.NeedsUpdate:t.isObject3D===!0&&(o=this.Versioning.MatrixWorldNeedsUpdate);let l=this.BindingType.Direct;if(s!==void 0){if(r==="morphTargetInfluences"){if(!t.geometry){console.error("THREE.PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!t.geometry.morphAttributes){console.error("THREE.PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}t.morphTargetDictionary[s]!==void 0&&(s=t.morphTargetDictionary[s])}l=this.BindingType.ArrayElement,this.resolvedProperty=a,this.propertyIndex=s}else a.fromArray!==void 0&&a.toArray!==void 0?(l=this.BindingType.HasFromToArray,this.resolvedProperty=a):Array.isArray(a)?(l=this.BindingType.EntireArray,this.resolvedProperty=a):this.propertyName=r;this.getValue=this.GetterByBindingType[l],this.setValue=this.SetterByBindingTypeAndVersioning[l][o]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};pt.Composite=Tl;pt.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};pt.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};pt.prototype.GetterByBindingType=[pt.prototype._getValue_direct,pt.prototype._getValue_array,pt.prototype._getValue_arrayElement,pt.prototype._getValue_toArray];pt.prototype.SetterByBindingTypeAndVersioning=[[pt.prototype._setValue_direct,pt.prototype._setValue_direct_setNeedsUpdate,pt.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[pt.prototype._setValue_array,pt.prototype._setValue_array_setNeedsUpdate,pt.prototype._setValue_array_setMatrixWorldNeedsUpdate],[pt.prototype._setValue_arrayElement,pt.prototype._setValue_arrayElement_setNeedsUpdate,pt.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[pt.prototype._setValue_fromArray,pt.prototype._setValue_fromArray_setNeedsUpdate,pt.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var UT=new Float32Array(1);var ef=new Pt,Dr=class{constructor(t,e,i=0,r=1/0){this.ray=new br(t,e),this.near=i,this.far=r,this.camera=null,this.layers=new wr,this.params={Mesh:{},Line:{threshold:1},LOD:{},Points:{threshold:1},Sprite:{}}}set(t,e){this.ray.set(t,e)}setFromCamera(t,e){e.isPerspectiveCamera?(this.ray.origin.setFromMatrixPosition(e.matrixWorld),this.ray.direction.set(t.x,t.y,.5).unproject(e).sub(this.ray.origin).normalize(),this.camera=e):e.isOrthographicCamera?(this.ray.origin.set(t.x,t.y,(e.near+e.far)/(e.near-e.far)).unproject(e),this.ray.direction.set(0,0,-1).transformDirection(e.matrixWorld),this.camera=e):console.error("THREE.Raycaster: Unsupported camera type: "+e.type)}setFromXRController(t){return ef.identity().extractRotation(t.matrixWorld),this.ray.origin.setFromMatrixPosition(t.matrixWorld),this.ray.direction.set(0,0,-1).applyMatrix4(ef),this}intersectObject(t,e=!0,i=[]){return Al(t,this,i,e),i.sort(nf),i}intersectObjects(t,e=!0,i=[]){for(let r=0,s=t.length;r<s;r++)Al(t[r],this,i,e);return i.sort(nf),i}};function nf(n,t){return n.distance-t.distance}function Al(n,t,e,i){let r=!0;if(n.layers.test(t.layers)&&n.raycast(t,e)===!1&&(r=!1),r===!0&&i===!0){let s=n.children;for(let a=0,o=s.length;a<o;a++)Al(s[a],t,e,!0)}}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"180"}}));typeof window<"u"&&(window.__THREE__?console.warn("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="180");var Hy=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,Wy=`#ifdef USE_ALPHAHASH
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
#endif`,Xy=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,qy=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,Yy=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,jy=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,Zy=`#ifdef USE_AOMAP
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
#endif`,$y=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,Jy=`#ifdef USE_BATCHING
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
#endif`,Ky=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,Qy=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,tv=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,ev=`float G_BlinnPhong_Implicit( ) {
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
} // validated`,nv=`#ifdef USE_IRIDESCENCE
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
#endif`,iv=`#ifdef USE_BUMPMAP
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
#endif`,rv=`#if NUM_CLIPPING_PLANES > 0
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
#endif`,sv=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,av=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,ov=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,lv=`#if defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#elif defined( USE_COLOR )
	diffuseColor.rgb *= vColor;
#endif`,cv=`#if defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#elif defined( USE_COLOR )
	varying vec3 vColor;
#endif`,hv=`#if defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#elif defined( USE_COLOR ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec3 vColor;
#endif`,uv=`#if defined( USE_COLOR_ALPHA )
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
#endif`,fv=`#define PI 3.141592653589793
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
} // validated`,dv=`#ifdef ENVMAP_TYPE_CUBE_UV
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
#endif`,pv=`vec3 transformedNormal = objectNormal;
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
#endif`,mv=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,gv=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,_v=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,yv=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,vv="gl_FragColor = linearToOutputTexel( gl_FragColor );",xv=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,Mv=`#ifdef USE_ENVMAP
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
#endif`,Sv=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform float flipEnvMap;
	uniform mat3 envMapRotation;
	#ifdef ENVMAP_TYPE_CUBE
		uniform samplerCube envMap;
	#else
		uniform sampler2D envMap;
	#endif
	
#endif`,bv=`#ifdef USE_ENVMAP
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
#endif`,wv=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,Ev=`#ifdef USE_ENVMAP
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
#endif`,Tv=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,Av=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,Cv=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,Pv=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,Rv=`#ifdef USE_GRADIENTMAP
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
}`,Iv=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,Lv=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,Dv=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,Nv=`uniform bool receiveShadow;
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
#endif`,Uv=`#ifdef USE_ENVMAP
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
#endif`,Fv=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,Ov=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,Bv=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,Gv=`varying vec3 vViewPosition;
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
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,zv=`PhysicalMaterial material;
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
#endif`,kv=`struct PhysicalMaterial {
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
}`,Vv=`
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
#endif`,Hv=`#if defined( RE_IndirectDiffuse )
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
#endif`,Wv=`#if defined( RE_IndirectDiffuse )
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,Xv=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,qv=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,Yv=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,jv=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,Zv=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,$v=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,Jv=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
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
#endif`,Kv=`#if defined( USE_POINTS_UV )
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
#endif`,Qv=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,tx=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,ex=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,nx=`#if defined( USE_MORPHCOLORS )
	vColor *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		#if defined( USE_COLOR_ALPHA )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor += getMorph( gl_VertexID, i, 2 ) * morphTargetInfluences[ i ];
		#elif defined( USE_COLOR )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor += getMorph( gl_VertexID, i, 2 ).rgb * morphTargetInfluences[ i ];
		#endif
	}
#endif`,ix=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,rx=`#ifdef USE_MORPHTARGETS
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
#endif`,sx=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,ax=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
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
vec3 nonPerturbedNormal = normal;`,ox=`#ifdef USE_NORMALMAP_OBJECTSPACE
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
#endif`,lx=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,cx=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,hx=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
	#endif
#endif`,ux=`#ifdef USE_NORMALMAP
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
#endif`,fx=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,dx=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,px=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,mx=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,gx=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,_x=`vec3 packNormalToRGB( const in vec3 normal ) {
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
}`,yx=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,vx=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,xx=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,Mx=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,Sx=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,bx=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,wx=`#if NUM_SPOT_LIGHT_COORDS > 0
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
#endif`,Ex=`#if NUM_SPOT_LIGHT_COORDS > 0
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
#endif`,Tx=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
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
#endif`,Ax=`float getShadowMask() {
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
}`,Cx=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,Px=`#ifdef USE_SKINNING
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
#endif`,Rx=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,Ix=`#ifdef USE_SKINNING
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
#endif`,Lx=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,Dx=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,Nx=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,Ux=`#ifndef saturate
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
vec3 CustomToneMapping( vec3 color ) { return color; }`,Fx=`#ifdef USE_TRANSMISSION
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
#endif`,Ox=`#ifdef USE_TRANSMISSION
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
#endif`,Bx=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,Gx=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,zx=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
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
#endif`,kx=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,Vx=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,Hx=`uniform sampler2D t2D;
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
}`,Wx=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,Xx=`#ifdef ENVMAP_TYPE_CUBE
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
}`,qx=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,Yx=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,jx=`#include <common>
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
}`,Zx=`#if DEPTH_PACKING == 3200
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
}`,$x=`#define DISTANCE
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
}`,Jx=`#define DISTANCE
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
}`,Kx=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,Qx=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,t1=`uniform float scale;
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
}`,e1=`uniform vec3 diffuse;
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
}`,n1=`#include <common>
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
}`,i1=`uniform vec3 diffuse;
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
}`,r1=`#define LAMBERT
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
}`,s1=`#define LAMBERT
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
}`,a1=`#define MATCAP
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
}`,o1=`#define MATCAP
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
}`,l1=`#define NORMAL
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
}`,c1=`#define NORMAL
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
}`,h1=`#define PHONG
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
}`,u1=`#define PHONG
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
}`,f1=`#define STANDARD
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
}`,d1=`#define STANDARD
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
}`,p1=`#define TOON
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
}`,m1=`#define TOON
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
}`,g1=`uniform float size;
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
}`,_1=`uniform vec3 diffuse;
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
}`,y1=`#include <common>
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
}`,v1=`uniform vec3 color;
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
}`,x1=`uniform float rotation;
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
}`,M1=`uniform vec3 diffuse;
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
}`,et={alphahash_fragment:Hy,alphahash_pars_fragment:Wy,alphamap_fragment:Xy,alphamap_pars_fragment:qy,alphatest_fragment:Yy,alphatest_pars_fragment:jy,aomap_fragment:Zy,aomap_pars_fragment:$y,batching_pars_vertex:Jy,batching_vertex:Ky,begin_vertex:Qy,beginnormal_vertex:tv,bsdfs:ev,iridescence_fragment:nv,bumpmap_pars_fragment:iv,clipping_planes_fragment:rv,clipping_planes_pars_fragment:sv,clipping_planes_pars_vertex:av,clipping_planes_vertex:ov,color_fragment:lv,color_pars_fragment:cv,color_pars_vertex:hv,color_vertex:uv,common:fv,cube_uv_reflection_fragment:dv,defaultnormal_vertex:pv,displacementmap_pars_vertex:mv,displacementmap_vertex:gv,emissivemap_fragment:_v,emissivemap_pars_fragment:yv,colorspace_fragment:vv,colorspace_pars_fragment:xv,envmap_fragment:Mv,envmap_common_pars_fragment:Sv,envmap_pars_fragment:bv,envmap_pars_vertex:wv,envmap_physical_pars_fragment:Uv,envmap_vertex:Ev,fog_vertex:Tv,fog_pars_vertex:Av,fog_fragment:Cv,fog_pars_fragment:Pv,gradientmap_pars_fragment:Rv,lightmap_pars_fragment:Iv,lights_lambert_fragment:Lv,lights_lambert_pars_fragment:Dv,lights_pars_begin:Nv,lights_toon_fragment:Fv,lights_toon_pars_fragment:Ov,lights_phong_fragment:Bv,lights_phong_pars_fragment:Gv,lights_physical_fragment:zv,lights_physical_pars_fragment:kv,lights_fragment_begin:Vv,lights_fragment_maps:Hv,lights_fragment_end:Wv,logdepthbuf_fragment:Xv,logdepthbuf_pars_fragment:qv,logdepthbuf_pars_vertex:Yv,logdepthbuf_vertex:jv,map_fragment:Zv,map_pars_fragment:$v,map_particle_fragment:Jv,map_particle_pars_fragment:Kv,metalnessmap_fragment:Qv,metalnessmap_pars_fragment:tx,morphinstance_vertex:ex,morphcolor_vertex:nx,morphnormal_vertex:ix,morphtarget_pars_vertex:rx,morphtarget_vertex:sx,normal_fragment_begin:ax,normal_fragment_maps:ox,normal_pars_fragment:lx,normal_pars_vertex:cx,normal_vertex:hx,normalmap_pars_fragment:ux,clearcoat_normal_fragment_begin:fx,clearcoat_normal_fragment_maps:dx,clearcoat_pars_fragment:px,iridescence_pars_fragment:mx,opaque_fragment:gx,packing:_x,premultiplied_alpha_fragment:yx,project_vertex:vx,dithering_fragment:xx,dithering_pars_fragment:Mx,roughnessmap_fragment:Sx,roughnessmap_pars_fragment:bx,shadowmap_pars_fragment:wx,shadowmap_pars_vertex:Ex,shadowmap_vertex:Tx,shadowmask_pars_fragment:Ax,skinbase_vertex:Cx,skinning_pars_vertex:Px,skinning_vertex:Rx,skinnormal_vertex:Ix,specularmap_fragment:Lx,specularmap_pars_fragment:Dx,tonemapping_fragment:Nx,tonemapping_pars_fragment:Ux,transmission_fragment:Fx,transmission_pars_fragment:Ox,uv_pars_fragment:Bx,uv_pars_vertex:Gx,uv_vertex:zx,worldpos_vertex:kx,background_vert:Vx,background_frag:Hx,backgroundCube_vert:Wx,backgroundCube_frag:Xx,cube_vert:qx,cube_frag:Yx,depth_vert:jx,depth_frag:Zx,distanceRGBA_vert:$x,distanceRGBA_frag:Jx,equirect_vert:Kx,equirect_frag:Qx,linedashed_vert:t1,linedashed_frag:e1,meshbasic_vert:n1,meshbasic_frag:i1,meshlambert_vert:r1,meshlambert_frag:s1,meshmatcap_vert:a1,meshmatcap_frag:o1,meshnormal_vert:l1,meshnormal_frag:c1,meshphong_vert:h1,meshphong_frag:u1,meshphysical_vert:f1,meshphysical_frag:d1,meshtoon_vert:p1,meshtoon_frag:m1,points_vert:g1,points_frag:_1,shadow_vert:y1,shadow_frag:v1,sprite_vert:x1,sprite_frag:M1},z={common:{diffuse:{value:new Q(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new K},alphaMap:{value:null},alphaMapTransform:{value:new K},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new K}},envmap:{envMap:{value:null},envMapRotation:{value:new K},flipEnvMap:{value:-1},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new K}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new K}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new K},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new K},normalScale:{value:new nt(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new K},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new K}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new K}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new K}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new Q(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMap:{value:[]},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotShadowMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMap:{value:[]},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null}},points:{diffuse:{value:new Q(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new K},alphaTest:{value:0},uvTransform:{value:new K}},sprite:{diffuse:{value:new Q(16777215)},opacity:{value:1},center:{value:new nt(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new K},alphaMap:{value:null},alphaMapTransform:{value:new K},alphaTest:{value:0}}},uf={basic:{uniforms:Wt([z.common,z.specularmap,z.envmap,z.aomap,z.lightmap,z.fog]),vertexShader:et.meshbasic_vert,fragmentShader:et.meshbasic_frag},lambert:{uniforms:Wt([z.common,z.specularmap,z.envmap,z.aomap,z.lightmap,z.emissivemap,z.bumpmap,z.normalmap,z.displacementmap,z.fog,z.lights,{emissive:{value:new Q(0)}}]),vertexShader:et.meshlambert_vert,fragmentShader:et.meshlambert_frag},phong:{uniforms:Wt([z.common,z.specularmap,z.envmap,z.aomap,z.lightmap,z.emissivemap,z.bumpmap,z.normalmap,z.displacementmap,z.fog,z.lights,{emissive:{value:new Q(0)},specular:{value:new Q(1118481)},shininess:{value:30}}]),vertexShader:et.meshphong_vert,fragmentShader:et.meshphong_frag},standard:{uniforms:Wt([z.common,z.envmap,z.aomap,z.lightmap,z.emissivemap,z.bumpmap,z.normalmap,z.displacementmap,z.roughnessmap,z.metalnessmap,z.fog,z.lights,{emissive:{value:new Q(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:et.meshphysical_vert,fragmentShader:et.meshphysical_frag},toon:{uniforms:Wt([z.common,z.aomap,z.lightmap,z.emissivemap,z.bumpmap,z.normalmap,z.displacementmap,z.gradientmap,z.fog,z.lights,{emissive:{value:new Q(0)}}]),vertexShader:et.meshtoon_vert,fragmentShader:et.meshtoon_frag},matcap:{uniforms:Wt([z.common,z.bumpmap,z.normalmap,z.displacementmap,z.fog,{matcap:{value:null}}]),vertexShader:et.meshmatcap_vert,fragmentShader:et.meshmatcap_frag},points:{uniforms:Wt([z.points,z.fog]),vertexShader:et.points_vert,fragmentShader:et.points_frag},dashed:{uniforms:Wt([z.common,z.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:et.linedashed_vert,fragmentShader:et.linedashed_frag},depth:{uniforms:Wt([z.common,z.displacementmap]),vertexShader:et.depth_vert,fragmentShader:et.depth_frag},normal:{uniforms:Wt([z.common,z.bumpmap,z.normalmap,z.displacementmap,{opacity:{value:1}}]),vertexShader:et.meshnormal_vert,fragmentShader:et.meshnormal_frag},sprite:{uniforms:Wt([z.sprite,z.fog]),vertexShader:et.sprite_vert,fragmentShader:et.sprite_frag},background:{uniforms:{uvTransform:{value:new K},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:et.background_vert,fragmentShader:et.background_frag},backgroundCube:{uniforms:{envMap:{value:null},flipEnvMap:{value:-1},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new K}},vertexShader:et.backgroundCube_vert,fragmentShader:et.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:et.cube_vert,fragmentShader:et.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:et.equirect_vert,fragmentShader:et.equirect_frag},distanceRGBA:{uniforms:Wt([z.common,z.displacementmap,{referencePosition:{value:new E},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:et.distanceRGBA_vert,fragmentShader:et.distanceRGBA_frag},shadow:{uniforms:Wt([z.lights,z.fog,{color:{value:new Q(0)},opacity:{value:1}}]),vertexShader:et.shadow_vert,fragmentShader:et.shadow_frag}};uf.physical={uniforms:Wt([uf.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new K},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new K},clearcoatNormalScale:{value:new nt(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new K},dispersion:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new K},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new K},sheen:{value:0},sheenColor:{value:new Q(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new K},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new K},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new K},transmissionSamplerSize:{value:new nt},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new K},attenuationDistance:{value:0},attenuationColor:{value:new Q(0)},specularColor:{value:new Q(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new K},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new K},anisotropyVector:{value:new nt},anisotropyMap:{value:null},anisotropyMapTransform:{value:new K}}]),vertexShader:et.meshphysical_vert,fragmentShader:et.meshphysical_frag};var ti=(1+Math.sqrt(5))/2,Gi=1/ti,dR=[new E(-ti,Gi,0),new E(ti,Gi,0),new E(-Gi,0,ti),new E(Gi,0,ti),new E(0,ti,-Gi),new E(0,ti,Gi),new E(-1,1,-1),new E(1,1,-1),new E(-1,1,1),new E(1,1,1)];var pR=new Float32Array(16),mR=new Float32Array(9),gR=new Float32Array(4);var _R={[Cl]:Pl,[Rl]:Dl,[Il]:Nl,[xr]:Ll,[Pl]:Cl,[Dl]:Rl,[Nl]:Il,[Ll]:xr};var jl=class extends Bt{constructor(){super(),this._operations=0,this._completed=0,this._total=0}get operations(){return this._operations}get completed(){return this._completed}get loading(){return this._operations>0}get progress(){return this._operations===0?1:this._completed/this._total}decrement(){this._operations!==0&&(this._operations--,this._completed++,this.dispatchEvent({type:"changed"}),this._operations===0&&(this._total=0,this._completed=0,this.dispatchEvent({type:"complete"})))}wrap(t){return this.increment(),t.finally(()=>this.decrement())}increment(t=1){this._operations+=t,this._total+=t,this.dispatchEvent({type:"changed"})}},Ca=jl;function zi(n,t){return{requestId:n,error:t instanceof Error?t.message:"unknown error"}}var Or=class n{_workers=new Set;_disposed=!1;_messageId=0;get loading(){let t=!1;return this._workers.forEach(e=>{e.counter.loading&&(t=!0)}),t}get progress(){let t=0;return this._workers.forEach(e=>{t+=e.counter.progress}),t/this._workers.size}constructor(t){this._createWorker=t.createWorker,this._terminationDelay=t.terminationDelay??1e4,t.concurrency!=null?this._concurrency=t.concurrency:this._concurrency=n.defaultConcurrency}static get defaultConcurrency(){return typeof window<"u"&&window.navigator!=null?window.navigator.hardwareConcurrency:1}queue(t,e,i){if(this._disposed)throw new Error("this object is disposed");let r=this.getWorker();r.counter.increment(),r.idleTimeout&&(clearTimeout(r.idleTimeout),r.idleTimeout=null);let s=r.worker,a={id:this._messageId++,payload:e,type:t};return new Promise((o,l)=>{let c,h=u=>{let p=u.data;p.requestId===a.id&&(c(),"error"in p?l(new Error(p.error)):o(p.payload))};c=()=>{r.counter.decrement(),r.counter.loading||this.startWorkerTerminationTimeout(r),s.removeEventListener("message",h)},s.addEventListener("message",h),s.postMessage(a,i??[])})}dispose(){this._disposed||(this._disposed=!0,this._workers.forEach(t=>t.worker.terminate()))}startWorkerTerminationTimeout(t){let e=t.worker;t.idleTimeout=setTimeout(()=>{e.terminate(),this._workers.delete(t)},this._terminationDelay)}createWorker(){let t=this._createWorker(),e={counter:new Ca,worker:t,idleTimeout:null};return this._workers.add(e),e}getWorker(){if(this._workers.size===0)return this.createWorker();let t=[...this._workers],e=t.find(r=>!r.counter.loading);return e||(this._workers.size<this._concurrency?this.createWorker():(t.sort((r,s)=>r.counter.operations-s.counter.operations),t[0]))}};var uc=zh(zo());function ff(n,t){if(!n)throw new Error(t)}function df(n){for(let t in n)delete n[t]}var pf=1/0,Zl=class{constructor(t,e){this.priorityFunction_=t,this.keyFunction_=e,this.elements_=[],this.priorities_=[],this.queuedElements_={}}clear(){this.elements_.length=0,this.priorities_.length=0,df(this.queuedElements_)}dequeue(){let t=this.elements_,e=this.priorities_,i=t[0];t.length==1?(t.length=0,e.length=0):(t[0]=t.pop(),e[0]=e.pop(),this.siftUp_(0));let r=this.keyFunction_(i);return delete this.queuedElements_[r],i}enqueue(t){ff(!(this.keyFunction_(t)in this.queuedElements_),"Tried to enqueue an `element` that was already added to the queue");let e=this.priorityFunction_(t);return e!=pf?(this.elements_.push(t),this.priorities_.push(e),this.queuedElements_[this.keyFunction_(t)]=!0,this.siftDown_(0,this.elements_.length-1),!0):!1}getCount(){return this.elements_.length}getLeftChildIndex_(t){return t*2+1}getRightChildIndex_(t){return t*2+2}getParentIndex_(t){return t-1>>1}heapify_(){let t;for(t=(this.elements_.length>>1)-1;t>=0;t--)this.siftUp_(t)}isEmpty(){return this.elements_.length===0}isKeyQueued(t){return t in this.queuedElements_}isQueued(t){return this.isKeyQueued(this.keyFunction_(t))}siftUp_(t){let e=this.elements_,i=this.priorities_,r=e.length,s=e[t],a=i[t],o=t;for(;t<r>>1;){let l=this.getLeftChildIndex_(t),c=this.getRightChildIndex_(t),h=c<r&&i[c]<i[l]?c:l;e[t]=e[h],i[t]=i[h],t=h}e[t]=s,i[t]=a,this.siftDown_(o,t)}siftDown_(t,e){let i=this.elements_,r=this.priorities_,s=i[e],a=r[e];for(;e>t;){let o=this.getParentIndex_(e);if(r[o]>a)i[e]=i[o],r[e]=r[o],e=o;else break}i[e]=s,r[e]=a}reprioritize(){let t=this.priorityFunction_,e=this.elements_,i=this.priorities_,r=0,s=e.length,a,o,l;for(o=0;o<s;++o)a=e[o],l=t(a),l==pf?delete this.queuedElements_[this.keyFunction_(a)]:(i[r]=l,e[r++]=a);e.length=r,i.length=r,this.heapify_()}},mf=Zl;function S1(n){return new Promise(t=>setTimeout(t,n))}function b1(){return new Promise(n=>requestAnimationFrame(()=>n()))}var w1=(function(n){return n.Fullfilled="fulfilled",n.Rejected="rejected",n})({}),Pa=class extends Error{constructor(){super("aborted"),this.name="AbortError"}};function E1(){return new Pa}var T1=4;function gf(n,t,e){let i=e?.outputItems??[];return(r=>{let s=performance.now();for(let a=r;a<n.length;a++){let o=n[a],l=t(o,a);if(l!=null&&i.push(l),performance.now()-s>T1){let h=a+1;return Promise.resolve(h)}}return e?.signal?.throwIfAborted(),Promise.resolve(void 0)})(e?.start??0).then(async r=>(r!=null&&(e?.signal?.throwIfAborted(),await gf(n,t,{outputItems:i,signal:e?.signal,start:r})),i))}var Br={delay:S1,PromiseStatus:w1,abortError:E1,nextFrame:b1,batch:gf};function A1(){return!0}var $l=class{constructor(t,e,i,r,s,a,o){this.id=t,this._priority=e,this._signal=o,this._resolve=r,this.reject=s,this._request=i,this.shouldExecute=a??A1}getKey(){return this.id}getPriority(){return this._signal?.aborted===!0?1/0:this._priority}execute(){return this._signal?.aborted===!0?(this.reject(Br.abortError()),Promise.reject()):this._request().then(t=>this._resolve(t)).catch(t=>this.reject(t))}};function C1(n){return n.getPriority()}function P1(n){return n.getKey()}var R1=10,Jl=class extends Bt{constructor(t={}){super(),this._pendingIds=new Map,this._queue=new mf(C1,P1),this._opCounter=new Ca,this._concurrentRequests=0,this._maxConcurrentRequests=t.maxConcurrentRequests??R1}get length(){return this._queue.getCount()}get progress(){return this._opCounter.progress}get loading(){return this._opCounter.loading}get pendingRequests(){return this._pendingIds.size}get concurrentRequests(){return this._concurrentRequests}onQueueAvailable(){for(;this._concurrentRequests<this._maxConcurrentRequests&&!this._queue.isEmpty();){let t=this._queue.dequeue(),e=t.getKey();t.shouldExecute()?(this._concurrentRequests++,t.execute().catch(i=>t.reject(i)).finally(()=>{this._opCounter.decrement(),this._pendingIds.delete(e),this._concurrentRequests--,this.onQueueAvailable(),this.dispatchEvent({type:"task-executed"})})):(this._opCounter.decrement(),this._pendingIds.delete(e),t.reject(Br.abortError()),this.dispatchEvent({type:"task-cancelled"}))}}enqueue(t){let{id:e,request:i,signal:r,shouldExecute:s}=t,a=t.priority??0;if(r?.aborted===!0)return Promise.reject(Br.abortError());if(this._pendingIds.has(e))return this._pendingIds.get(e);this._opCounter.increment();let o=new Promise((l,c)=>{let h=new $l(e,a,i,l,c,s,r);this._queue.isEmpty()?(this._queue.enqueue(h),this.onQueueAvailable()):this._queue.enqueue(h)});return this._pendingIds.set(e,o),o}},I1=new Jl;var Kt=(function(n){return n[n.Raw=0]="Raw",n[n.ScaleToMinMax=2]="ScaleToMinMax",n[n.CompressTo8Bit=3]="CompressTo8Bit",n})({}),Kl=class n{get options(){return this._opts}constructor(t,e={}){this._mode=t,this._opts=e}get mode(){return this._mode}get min(){return this._opts.min}get max(){return this._opts.max}get negateValues(){return this._opts.negateValues}set negateValues(t){this._opts.negateValues=t}isDefault(){return this.mode===Kt.Raw&&this.negateValues!==!0}withNegatedValues(){return this.negateValues=!0,this}static get Raw(){return new n(Kt.Raw)}get colorSpace(){if(this._mode===Kt.ScaleToMinMax)return Fr}static ScaleToMinMax(t,e){if(typeof t=="number"&&typeof e=="number")return new n(Kt.ScaleToMinMax,{min:t,max:e});throw new Error("min and max should be numbers")}static CompressTo8Bit(t,e){if(typeof t=="number"&&typeof e=="number")return new n(Kt.CompressTo8Bit,{min:t,max:e});throw new Error("min and max should be numbers")}toString(){switch(this.mode){case Kt.Raw:return"Raw";case Kt.ScaleToMinMax:return`Scaled (min: ${this._opts.min}, max: ${this._opts.max})`;case Kt.CompressTo8Bit:return`Compressed to 8-bit (min: ${this._opts.min}, max: ${this._opts.max})`;default:return"unknown"}}setUniform(t){let e=this.mode;switch(t.mode=e,t.negateValues=this.negateValues??!1,t.min=0,t.max=1,e){case Kt.ScaleToMinMax:case Kt.CompressTo8Bit:t.min=this._opts.min??0,t.max=this._opts.max??1;break;case Kt.Raw:break;default:throw new Error(`unknown interpretation mode: ${this.mode}`)}return t}},Ra=Kl;var Gr=class extends ve{isEmptyTexture=!0;constructor(){super()}};var _f=!1,yf=8,vf=2048,xf=0,Mf={isLogDepthBufferSupported(){return _f},getMaxTextureUnitsCount(){return yf},getMaxTextureSize(){return vf},getMaxAnisotropy(){return xf},updateCapabilities(n){let t=n.getContext();yf=t.getParameter(t.MAX_TEXTURE_IMAGE_UNITS),vf=t.getParameter(t.MAX_TEXTURE_SIZE),xf=n.capabilities.getMaxAnisotropy(),_f=n.capabilities.logarithmicDepthBuffer}};var Sf=1009,bf=1015;var Ql=0,Bn=0;function wf(n){if(n instanceof Float32Array)return"Float32Array";if(n instanceof Float64Array)return"Float64Array";if(n instanceof Uint32Array)return"Uint32Array";if(n instanceof Uint16Array)return"Uint16Array";if(n instanceof Int32Array)return"Int32Array";if(n instanceof Int16Array)return"Int16Array";if(n instanceof Uint8Array)return"Uint8Array";if(n instanceof Int8Array)return"Int8Array";if(n instanceof Uint8ClampedArray)return"Uint8ClampedArray";throw new Error("unsupported type")}function tc(n,t){if(typeof t=="number")switch(t){case Sf:return new Uint8ClampedArray(n);case bf:return new Float32Array(n)}else switch(t){case"Float32Array":return new Float32Array(n);case"Float64Array":return new Float64Array(n);case"Uint8ClampedArray":return new Uint8ClampedArray(n);case"Uint8Array":return new Uint8Array(n);case"Uint16Array":return new Uint16Array(n);case"Uint32Array":return new Uint32Array(n);case"Int8Array":return new Int8Array(n);case"Int16Array":return new Int16Array(n);case"Int32Array":return new Int32Array(n)}throw new Error("invalid state")}function Ia(n){let t=n.input.map(o=>tc(o,n.inputType)),e=n.opaqueValue,i;if(n.bufferSize&&n.dataType)switch(n.dataType){case bf:i=new Float32Array(n.bufferSize);break;case Sf:i=new Uint8ClampedArray(n.bufferSize);break;default:throw new Error("unrecognized buffer type: "+n.dataType)}else throw console.error("missing values"),new Error("missing values");let r=1/0,s=-1/0,a=!0;if(t.length===1){let o=t[0],l=o.length;for(let c=0;c<l;c++){let h=c*2,u,p,g=o[c];g!==g||g===n.nodata?(u=Bn,p=Ql):(u=g,p=e,a=!1),r=Math.min(r,u),s=Math.max(s,u),i[h+0]=u,i[h+1]=p}}if(t.length===2){let o=t[0],l=t[1],c=o.length;for(let h=0;h<c;h++){let u=h*2,p,g=o[h],m=l[h];g!==g||g===n.nodata?p=Bn:p=g,m>0&&(a=!1),r=Math.min(r,p),s=Math.max(s,p),i[u+0]=p,i[u+1]=l[h]}}if(t.length===3){let o=t[0],l=t[1],c=t[2],h=o.length,u;for(let p=0;p<h;p++){let g=p*4,m=o[p],y=l[p],v=c[p];(m!==m||m===n.nodata)&&(y!==y||y===n.nodata)&&(v!==v||v===n.nodata)?(m=Bn,y=Bn,v=Bn,u=Ql):(u=e,a=!1),i[g+0]=m,i[g+1]=y,i[g+2]=v,i[g+3]=u}}if(t.length===4){let o=t[0],l=t[1],c=t[2],h=t[3],u=o.length;for(let p=0;p<u;p++){let g=p*4,m=o[p],y=l[p],v=c[p],S=h[p];(m!==m||m===n.nodata)&&(y!==y||y===n.nodata)&&(v!==v||v===n.nodata)?(m=Bn,y=Bn,v=Bn,S=Ql):S>0&&(a=!1),i[g+0]=m,i[g+1]=y,i[g+2]=v,i[g+3]=S}}return{buffer:i.buffer,min:r,max:s,isTransparent:a}}onmessage=async function(n){let t=n.data;try{switch(t.type){case"CreatePixelBuffer":{let e=Ia(t.payload),i={requestId:t.id,payload:e};this.postMessage(i,{transfer:[i.payload.buffer]})}break;case"CreateImageBitmap":{let e=new Blob([t.payload.buffer]),i=await createImageBitmap(e,t.payload.options),r={requestId:t.id,payload:i};this.postMessage(r,{transfer:[i]})}break}}catch(e){this.postMessage(zi(t.id,e))}};var L1=255,D1=1;function N1(n){return n?.isTexture}function U1(n){return n?.isRenderTarget}function sc(n){return n.isDataTexture}function Da(n){return n.isCanvasTexture}function zr(n){switch(n){case en:case xa:return 1;case Ma:case Sa:case wa:case Ea:return 2;case Nr:case ba:case Ta:case nn:return 4;case Ur:return 2;default:throw new Error(`unknown data type: ${n}`)}}function F1(n){switch(n){case en:return"UnsignedByteType";case xa:return"ByteType";case Ma:return"ShortType";case Sa:return"UnsignedShortType";case wa:return"UnsignedShort4444Type";case Ea:return"UnsignedShort5551Type";case Nr:return"IntType";case ba:return"UnsignedIntType";case Ta:return"UnsignedInt248Type";case nn:return"FloatType";case Ur:return"HalfFloatType";default:throw new Error(`unknown data type: ${n}`)}}function kr(n){switch(n){case Fl:return 1;case rn:return 4;case Ol:return 1;case Bl:return 1;case Gl:return 1;case zl:return 1;case Aa:return 2;case kl:return 2;case Vl:return 4;default:throw new Error(`invalid pixel format: ${n}`)}}function O1(n){let t=kr(n.format),e=zr(n.type);return n.image.width*n.image.height*t*e}function B1(n,t){let e=n.width*n.height*kr(n.texture.format),i=n.texture.type===en?new Uint8Array(e):new Float32Array(e);t.readRenderTargetPixels(n,0,0,n.width,n.height,i),n.texture.data=i}function ac(n){let t=document.createElement("canvas");t.width=n.width,t.height=n.height;let e=t.getContext("2d",{willReadFrequently:!0});if(!e)throw new Error("could not acquire 2D context on canvas");return e.drawImage(n,0,0),e.getImageData(0,0,n.width,n.height).data}var ec=null;function Tf(){return ec==null&&(ec=new Or({createWorker:()=>new Worker(URL.createObjectURL(new Blob([atob("InVzZSBzdHJpY3QiOygoKT0+e2Z1bmN0aW9uIF8oZSx0KXtyZXR1cm57cmVxdWVzdElkOmUsZXJyb3I6dCBpbnN0YW5jZW9mIEVycm9yP3QubWVzc2FnZToidW5rbm93biBlcnJvciJ9fXZhciBrPTEwMDksVD0xMDE1LGI9MjU1LEI9MSxBPTAscD0wO2Z1bmN0aW9uIE0oZSl7aWYoZSBpbnN0YW5jZW9mIEZsb2F0MzJBcnJheSlyZXR1cm4iRmxvYXQzMkFycmF5IjtpZihlIGluc3RhbmNlb2YgRmxvYXQ2NEFycmF5KXJldHVybiJGbG9hdDY0QXJyYXkiO2lmKGUgaW5zdGFuY2VvZiBVaW50MzJBcnJheSlyZXR1cm4iVWludDMyQXJyYXkiO2lmKGUgaW5zdGFuY2VvZiBVaW50MTZBcnJheSlyZXR1cm4iVWludDE2QXJyYXkiO2lmKGUgaW5zdGFuY2VvZiBJbnQzMkFycmF5KXJldHVybiJJbnQzMkFycmF5IjtpZihlIGluc3RhbmNlb2YgSW50MTZBcnJheSlyZXR1cm4iSW50MTZBcnJheSI7aWYoZSBpbnN0YW5jZW9mIFVpbnQ4QXJyYXkpcmV0dXJuIlVpbnQ4QXJyYXkiO2lmKGUgaW5zdGFuY2VvZiBJbnQ4QXJyYXkpcmV0dXJuIkludDhBcnJheSI7aWYoZSBpbnN0YW5jZW9mIFVpbnQ4Q2xhbXBlZEFycmF5KXJldHVybiJVaW50OENsYW1wZWRBcnJheSI7dGhyb3cgbmV3IEVycm9yKCJ1bnN1cHBvcnRlZCB0eXBlIil9ZnVuY3Rpb24geChlLHQpe2lmKHR5cGVvZiB0PT0ibnVtYmVyIilzd2l0Y2godCl7Y2FzZSBrOnJldHVybiBuZXcgVWludDhDbGFtcGVkQXJyYXkoZSk7Y2FzZSBUOnJldHVybiBuZXcgRmxvYXQzMkFycmF5KGUpfWVsc2Ugc3dpdGNoKHQpe2Nhc2UiRmxvYXQzMkFycmF5IjpyZXR1cm4gbmV3IEZsb2F0MzJBcnJheShlKTtjYXNlIkZsb2F0NjRBcnJheSI6cmV0dXJuIG5ldyBGbG9hdDY0QXJyYXkoZSk7Y2FzZSJVaW50OENsYW1wZWRBcnJheSI6cmV0dXJuIG5ldyBVaW50OENsYW1wZWRBcnJheShlKTtjYXNlIlVpbnQ4QXJyYXkiOnJldHVybiBuZXcgVWludDhBcnJheShlKTtjYXNlIlVpbnQxNkFycmF5IjpyZXR1cm4gbmV3IFVpbnQxNkFycmF5KGUpO2Nhc2UiVWludDMyQXJyYXkiOnJldHVybiBuZXcgVWludDMyQXJyYXkoZSk7Y2FzZSJJbnQ4QXJyYXkiOnJldHVybiBuZXcgSW50OEFycmF5KGUpO2Nhc2UiSW50MTZBcnJheSI6cmV0dXJuIG5ldyBJbnQxNkFycmF5KGUpO2Nhc2UiSW50MzJBcnJheSI6cmV0dXJuIG5ldyBJbnQzMkFycmF5KGUpfXRocm93IG5ldyBFcnJvcigiaW52YWxpZCBzdGF0ZSIpfWZ1bmN0aW9uIEUoZSl7bGV0IHQ9ZS5pbnB1dC5tYXAobz0+eChvLGUuaW5wdXRUeXBlKSksaD1lLm9wYXF1ZVZhbHVlLG47aWYoZS5idWZmZXJTaXplJiZlLmRhdGFUeXBlKXN3aXRjaChlLmRhdGFUeXBlKXtjYXNlIFQ6bj1uZXcgRmxvYXQzMkFycmF5KGUuYnVmZmVyU2l6ZSk7YnJlYWs7Y2FzZSBrOm49bmV3IFVpbnQ4Q2xhbXBlZEFycmF5KGUuYnVmZmVyU2l6ZSk7YnJlYWs7ZGVmYXVsdDp0aHJvdyBuZXcgRXJyb3IoInVucmVjb2duaXplZCBidWZmZXIgdHlwZTogIitlLmRhdGFUeXBlKX1lbHNlIHRocm93IGNvbnNvbGUuZXJyb3IoIm1pc3NpbmcgdmFsdWVzIiksbmV3IEVycm9yKCJtaXNzaW5nIHZhbHVlcyIpO2xldCB5PTEvMCxtPS0xLzAsdz0hMDtpZih0Lmxlbmd0aD09PTEpe2xldCBvPXRbMF0sZj1vLmxlbmd0aDtmb3IobGV0IGQ9MDtkPGY7ZCsrKXtsZXQgaT1kKjIsYSxyLHM9b1tkXTtzIT09c3x8cz09PWUubm9kYXRhPyhhPXAscj1BKTooYT1zLHI9aCx3PSExKSx5PU1hdGgubWluKHksYSksbT1NYXRoLm1heChtLGEpLG5baSswXT1hLG5baSsxXT1yfX1pZih0Lmxlbmd0aD09PTIpe2xldCBvPXRbMF0sZj10WzFdLGQ9by5sZW5ndGg7Zm9yKGxldCBpPTA7aTxkO2krKyl7bGV0IGE9aSoyLHIscz1vW2ldLGM9ZltpXTtzIT09c3x8cz09PWUubm9kYXRhP3I9cDpyPXMsYz4wJiYodz0hMSkseT1NYXRoLm1pbih5LHIpLG09TWF0aC5tYXgobSxyKSxuW2ErMF09cixuW2ErMV09ZltpXX19aWYodC5sZW5ndGg9PT0zKXtsZXQgbz10WzBdLGY9dFsxXSxkPXRbMl0saT1vLmxlbmd0aCxhO2ZvcihsZXQgcj0wO3I8aTtyKyspe2xldCBzPXIqNCxjPW9bcl0sbD1mW3JdLHU9ZFtyXTsoYyE9PWN8fGM9PT1lLm5vZGF0YSkmJihsIT09bHx8bD09PWUubm9kYXRhKSYmKHUhPT11fHx1PT09ZS5ub2RhdGEpPyhjPXAsbD1wLHU9cCxhPUEpOihhPWgsdz0hMSksbltzKzBdPWMsbltzKzFdPWwsbltzKzJdPXUsbltzKzNdPWF9fWlmKHQubGVuZ3RoPT09NCl7bGV0IG89dFswXSxmPXRbMV0sZD10WzJdLGk9dFszXSxhPW8ubGVuZ3RoO2ZvcihsZXQgcj0wO3I8YTtyKyspe2xldCBzPXIqNCxjPW9bcl0sbD1mW3JdLHU9ZFtyXSxnPWlbcl07KGMhPT1jfHxjPT09ZS5ub2RhdGEpJiYobCE9PWx8fGw9PT1lLm5vZGF0YSkmJih1IT09dXx8dT09PWUubm9kYXRhKT8oYz1wLGw9cCx1PXAsZz1BKTpnPjAmJih3PSExKSxuW3MrMF09YyxuW3MrMV09bCxuW3MrMl09dSxuW3MrM109Z319cmV0dXJue2J1ZmZlcjpuLmJ1ZmZlcixtaW46eSxtYXg6bSxpc1RyYW5zcGFyZW50Ond9fW9ubWVzc2FnZT1hc3luYyBmdW5jdGlvbihlKXtsZXQgdD1lLmRhdGE7dHJ5e3N3aXRjaCh0LnR5cGUpe2Nhc2UiQ3JlYXRlUGl4ZWxCdWZmZXIiOntsZXQgaD1FKHQucGF5bG9hZCksbj17cmVxdWVzdElkOnQuaWQscGF5bG9hZDpofTt0aGlzLnBvc3RNZXNzYWdlKG4se3RyYW5zZmVyOltuLnBheWxvYWQuYnVmZmVyXX0pfWJyZWFrO2Nhc2UiQ3JlYXRlSW1hZ2VCaXRtYXAiOntsZXQgaD1uZXcgQmxvYihbdC5wYXlsb2FkLmJ1ZmZlcl0pLG49YXdhaXQgY3JlYXRlSW1hZ2VCaXRtYXAoaCx0LnBheWxvYWQub3B0aW9ucykseT17cmVxdWVzdElkOnQuaWQscGF5bG9hZDpufTt0aGlzLnBvc3RNZXNzYWdlKHkse3RyYW5zZmVyOltuXX0pfWJyZWFrfX1jYXRjaChoKXt0aGlzLnBvc3RNZXNzYWdlKF8odC5pZCxoKSl9fTt9KSgpOwo=")],{type:"text/javascript"})),{type:"module"}),concurrency:2})),ec}async function G1(n,t){if(window.Worker!=null){let e=Tf(),i=await n.arrayBuffer();return await e.queue("CreateImageBitmap",{buffer:i,options:t},[i])}else return createImageBitmap(n,t)}async function z1(n,t={}){let[e]=n.type.split(";");switch(e){case"image/webp":case"image/png":case"image/jpg":case"image/jpeg":{let i=t?.enableWorkers??!0,r,s={imageOrientation:t.flipY===!0?"flipY":"none"};i?r=await G1(n,s):r=await createImageBitmap(n,s);let a,o=Mf.getMaxTextureSize();if(r.width>o||r.height>o)throw new Error(`image dimensions (${r.width} * ${r.height} pixels) exceed max texture size (${o} pixels)`);if(t.createDataTexture===!0){let l=ac(r);a=new Un(l,r.width,r.height,rn,en)}else a=new ve(r);return a.wrapS=Ee,a.wrapT=Ee,a.minFilter=Be,a.magFilter=Be,a.generateMipmaps=!1,a.needsUpdate=!0,a}default:throw new Error(`unsupported media type for textures: ${n.type}`)}}function Af(n,t,e,i,r){let s=n.isTransparent?new Gr:new Un(tc(n.buffer,r),t,e,i,r);return lc(s)||(s.needsUpdate=!0,s.generateMipmaps=!1,s.magFilter=Be,s.minFilter=Be),{texture:s,min:n.min,max:n.max}}function Cf(n){switch(n){case 1:case 2:return Aa;default:return rn}}function Pf(n,...t){let{width:e,height:i,type:r,nodata:s}=n,a=r,o;switch(t.length){case 1:case 2:o=2;break;default:o=4;break}let l;return a===nn?l=D1:l=L1,{bufferSize:e*i*o,inputType:wf(t[0]),dataType:a,input:t.map(c=>n.makeCopyOfBuffers?c.buffer.slice(0):c.buffer),opaqueValue:l,nodata:s}}function k1(n,t,...e){let i=Pf({width:n.width,height:n.height,type:t,nodata:n.nodata,makeCopyOfBuffers:!1},...e),r=Ia(i),s=Cf(e.length);return Af(r,n.width,n.height,s,i.dataType)}async function V1(n,t,...e){let i=Pf({width:n.width,height:n.height,type:t,nodata:n.nodata,makeCopyOfBuffers:!0},...e),r;(n?.enableWorkers??!0)&&window.Worker!=null?r=await Tf().queue("CreatePixelBuffer",i,i.input):r=Ia(i);let a=Cf(e.length);return Af(r,n.width,n.height,a,i.dataType)}function H1(n,t){let e=n.length,i=new Uint8ClampedArray(e*4);for(let s=0;s<e;s++){let a=n[s],o=s*4;i[o+0]=a.r*255,i[o+1]=a.g*255,i[o+2]=a.b*255,i[o+3]=t?Ht.clamp(t[s],0,1)*255:255}let r=new Un(i,e,1,rn,en);return r.needsUpdate=!0,r}function oc(n,t,e=Ra.Raw,i=4){let r=1/0,s=-1/0,a=0,o=i-1;switch(e.mode){case Kt.Raw:for(let l=0;l<n.length;l+=i){let c=n[l+a],h=n[l+o];c===c&&c!==t&&h!==0&&(r=Math.min(r,c),s=Math.max(s,c))}break;case Kt.ScaleToMinMax:{let l=e.min,c=e.max;for(let h=0;h<n.length;h+=i){let u=n[h+a]/255,p=l+u*(c-l),g=n[h+o];p===p&&p!==t&&g!==0&&(r=Math.min(r,p),s=Math.max(s,p))}}break;default:throw new Error("not implemented")}return e.negateValues===!0?{min:-s,max:-r}:{min:r,max:s}}function W1(n,t){return zr(n)>zr(t)?n:t}function X1(n,t){return!(t!==rn||n===t)}function Rf(n,t=Ra.Raw){let e=ac(n);return oc(e,0,t)}function q1(n,t=0,e=Ra.Raw){if(sc(n)){let i=kr(n.format);return oc(n.image.data,t,e,i)}return Da(n)?Rf(n.image,e):null}function lc(n){return n==null||n.isEmptyTexture?!0:Da(n)?n.source?.data==null:sc(n)?n.image?.data==null:n.isRenderTargetTexture?!1:n.source?.data==null}function nc(n,t){if(t!=null)if(lc(t))n.objects.set(t.id,{gpuMemory:0,cpuMemory:0});else if(t.userData?.memoryUsage!=null){let e=t.userData.memoryUsage;n.objects.set(t.id,e)}else if(Da(t)){let{width:e,height:i}=t.source.data;n.objects.set(t.id,{gpuMemory:e*i*4,cpuMemory:0})}else{let{width:e,height:i}=t.image,r=e*i*zr(t.type)*kr(t.format);t.isRenderTargetTexture?n.objects.set(t.id,{gpuMemory:r,cpuMemory:0}):n.objects.set(t.id,{gpuMemory:r,cpuMemory:r})}}var Ef=new Oi({uniforms:{depthTexture:{value:null}},vertexShader:`
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
  `}),La=new Jt(1,256,256*256,256*256*256),ic=255/256,Y1=new Jt(ic/La.x,ic/La.y,ic/La.z,1/La.w),j1=new Ir(2,2);async function Z1(n,t){let e=n.image.width,i=n.image.height,r=new Rr,s=new Cr(j1,Ef);r.add(s),Ef.uniforms.depthTexture.value=n;let a=new Ni(e,i,{format:rn,type:en});t.setRenderTarget(a),t.render(r,new Pr),t.setRenderTarget(null);let o=new Uint8Array(e*i*4);await t.readRenderTargetPixelsAsync(a,0,0,e,i,o);let l=new Float32Array(e*i),c=0,h=new Jt;for(let u=0;u<o.length;u+=4){let p=o[u+0]/255,g=o[u+1]/255,m=o[u+2]/255,y=o[u+3]/255;h.set(p,g,m,y);let v=h.dot(Y1);l[c]=v,c++}return a.dispose(),l}function $1(n,t){let e=n.renderer.getContext(),i=e.getParameter(e.DEPTH_BITS),r=t.width*t.height*(i/8);n.objects.set(t.texture.id,{gpuMemory:r,cpuMemory:0})}function J1(n,t){t!=null&&(N1(t)?nc(n,t):U1(t)&&(t.depthBuffer&&(t.depthTexture!=null?nc(n,t.depthTexture):$1(n,t)),nc(n,t.texture)))}function K1(n){return n instanceof HTMLCanvasElement||n instanceof OffscreenCanvas?n.getContext("2d",{willReadFrequently:!0}).getImageData(0,0,n.width,n.height).data:ac(n)}function Q1(n){let t=K1(n);for(let e=0;e<t.length;e+=4)if(t[e+3]!==0)return!1;return!0}function rc(n,t,e){let i=e?.getContext();if(i==null)return n;let r=Qe;return n===Be&&(t===nn&&!i.getExtension("OES_texture_float_linear")||t===Ur&&!i.getExtension("OES_texture_half_float_linear"))?r:n}function tM(n,t){n.minFilter=rc(n.minFilter,n.type,t),n.magFilter=rc(n.magFilter,n.type,t)}var Na={createDataTexture:k1,createDataTextureAsync:V1,isEmptyTexture:lc,decodeBlob:z1,getChannelCount:kr,getBytesPerChannel:zr,getWiderType:W1,getDataTypeString:F1,create1DTexture:H1,createDataCopy:B1,computeMinMax:q1,isDataTexture:sc,isCanvasTexture:Da,computeMinMaxFromBuffer:oc,computeMinMaxFromImage:Rf,estimateSize:O1,readDepthTexture:Z1,shouldExpandRGB:X1,isCanvasEmpty:Q1,getMemoryUsage:J1,getCompatibleTextureFilter:rc,ensureCompatibility:tM};var cc=class extends Bt{},rI=new cc;var eM="https://cdn.jsdelivr.net/npm/laz-perf@0.0.7/lib",nM=eM,hc=null;function If(n){hc=n}var Ua;async function iM(n){return uc.LazPerf.create({wasmBinary:n})}async function rM(n){return uc.LazPerf.create({locateFile:t=>`${n}/${t}`})}function fc(){return Ua||(hc!=null?Ua=iM(hc):Ua=rM(nM)),Ua}function Fa(n,t){return n==null||n.length===0?!0:n.every(e=>e(t))}function sM(n){let t=n.operator;switch(t){case"equal":return e=>e===n.value;case"less":return e=>e<n.value;case"lessequal":return e=>e<=n.value;case"greater":return e=>e>n.value;case"greaterequal":return e=>e>=n.value;case"not":return e=>e!==n.value;case"in":return e=>n.values.has(e);case"not_in":return e=>!n.values.has(e);default:throw new Error(`invalid filter operator: '${t}'`)}}function Lf(n,t){if(n.length===0)return null;let e=[];for(let i of n){let r=sM(i);if(t.dimensions[i.dimension]!=null){let s=t.getter(i.dimension);e.push(a=>r(s(a)))}}return e.length>0?e:null}var dc=class{_length=0;constructor(t,e){this._ctor=e,this._array=e(t)}get capacity(){return this._array.length}get length(){return this._length}push(t){this.isFull&&this.expand(),this._array[this._length]=t,this._length++}getArray(){return this.isFull?this._array:this._array.slice(0,this._length)}get isFull(){return this._length===this.capacity}expand(){let t=Math.round(this.capacity*1.5),e=this._ctor(t);e.set(this._array),this._array=e}},Df=dc;function sn(n,t){if(n==null)throw new Error(t??"non-null assertion failed");return n}var an=0,on=1,ze=2,Gn=3,pc=class{_lastExpansion=0;get byteLength(){return this.array.byteLength}get capacity(){return this.array.length/this._dimension}get array(){return this._array}toFloat32Array(){return this._array instanceof Float32Array?this._array.length===this._length*this._dimension?this._array:this._array.slice(0,this._length*this._dimension):new Float32Array(this._array.slice(0,this._length*this._dimension))}constructor(t,e){if(this._dimension=e,t.length%this._dimension!==0)throw new Error(`invalid size, expected a multiple of ${this._dimension}, got ${t.length}`);this._array=t,this._capacity=this._array.length/this._dimension,this._length=this._capacity}get length(){return this._length}set length(t){this._length=t}setX(t,e){let i=t*this._dimension;this._array[i+an]=e}getX(t){let e=t*this._dimension;return this._array[e+an]}setY(t,e){let i=t*this._dimension;this._array[i+on]=e}getY(t){let e=t*this._dimension;return this._array[e+on]}setZ(t,e){if(this._dimension>=3){let i=t*this._dimension;this._array[i+ze]=e}}getZ(t){if(this._dimension>=3){let e=t*this._dimension;return this._array[e+ze]}return null}setW(t,e){if(this._dimension>=4){let i=t*this._dimension;this._array[i+Gn]=e}}getW(t){if(this._dimension>=4){let e=t*this._dimension;return this._array[e+Gn]}return null}setVector(t,e){let i=t*this._dimension;this._array[i+an]=e.getComponent(an),this._array[i+on]=e.getComponent(on),this._dimension>=3&&(this._array[i+ze]=e.getComponent(ze)),this._dimension>=4&&(this._array[i+Gn]=e.getComponent(Gn))}set(t,e,i,r,s){let a=t*this._dimension;if(a>=this._array.length)throw new Error("index out of bounds");this._array[a+an]=e,this._array[a+on]=i,this._dimension>=ze&&r!=null&&(this._array[a+ze]=r),this._dimension>=Gn&&s!=null&&(this._array[a+Gn]=s)}copyItem(t,e){let i=this._dimension,r=e*i,s=t*i;this._array[r+an]=this._array[s+an],this._array[r+on]=this._array[s+on],i>=3&&(this._array[r+ze]=this._array[s+ze]),i>=4&&(this._array[r+Gn]=this._array[s+Gn])}computeExpansionSize(){return this._lastExpansion===0?this._lastExpansion=32:(this._lastExpansion*=2,this._lastExpansion=Ht.clamp(this._lastExpansion,32,65536)),this._lastExpansion}trim(){this._capacity>this._length&&(this._capacity=this._length,this._array=this._array.slice(0,this._length*this._dimension))}allocateIfFull(){if(this._capacity===this._length){let t=this._length;this.expand(this._length+this.computeExpansionSize()),this._capacity=this._array.length/this._dimension,this._length=t}}push(t,e,i,r){this._capacity===this._length&&this.allocateIfFull(),this.setX(this._length,t),this.setY(this._length,e),i!=null&&this.setZ(this._length,i),r!=null&&this.setW(this._length,r),this._length++}pushVector(t){this._capacity===this._length&&this.allocateIfFull(),this.assignVector(this._length*this._dimension,t),this._length++}expand(t){let e=new this.array.constructor(t*this._dimension);return e.set(this._array),this._array=e,this._capacity=this._array.length/this._dimension,this._length=this._capacity,this}forEach(t){let e=this.getTempVector(),i=this._dimension;for(let r=0;r<this._array.length;r+=i){this.readVector(r,e);let s=r/i;t(e,s,this)}}};var Vr=class n extends pc{dimension=3;constructor(t){super(t,3)}get(t,e){return e=e??new E,e.set(this.getX(t),this.getY(t),sn(this.getZ(t)))}clone(){return new n(this._array.slice(0))}getZ(t){return super.getZ(t)}getTempVector(){return new E}readVector(t,e){let i=this._array;e.set(i[t+an],i[t+on],i[t+ze])}assignVector(t,e){this._array[t+an]=e.x,this._array[t+on]=e.y,this._array[t+ze]=e.z}};var Nf=(function(n){return n[n.Elevation=1]="Elevation",n[n.Slope=2]="Slope",n[n.Aspect=3]="Aspect",n})(Nf||{}),Uf=Nf;var mc=class n extends Bt{_opacity=null;_shouldRecreateTexture=!0;constructor(t){if(super(),this._min=t.min,this._max=t.max,this._mode=t.mode??Uf.Elevation,this._colors=sn(t.colors,"missing colors parameter"),t.opacities!=null){if(t.opacities.length!==this._colors.length)throw new Error("the opacity array must have the same length as the color array");this._opacity=t.opacities??null}this._cachedTexture=null,this._active=!0}get mode(){return this._mode}set mode(t){this._mode!==t&&(this._mode=t,this.notifyChange())}notifyChange(){this.dispatchEvent({type:"updated"})}get active(){return this._active}set active(t){this._active!==t&&(this._active=t,this.notifyChange())}get min(){return this._min}set min(t){this._min!==t&&(this._min=t,this.notifyChange())}get max(){return this._max}set max(t){this._max!==t&&(this._max=t,this.notifyChange())}get colors(){return this._colors}set colors(t){this._colors!==t&&(this._colors=t,this._opacity&&this._opacity.length!==t.length&&(this._opacity=null),this._shouldRecreateTexture=!0,this.notifyChange())}get opacity(){return this._opacity}set opacity(t){if(t&&t.length!==this.colors.length)throw new Error("the opacity array must have the same length as the color array");this._opacity!==t&&(this._opacity=t,this._shouldRecreateTexture=!0),this.notifyChange()}sample(t){let{min:e,max:i,colors:r}=this,s=Ht.clamp(t,e,i),a=Ht.mapLinear(s,e,i,0,r.length-1);return r[Ht.clamp(Math.round(a),0,r.length-1)]}sampleOpacity(t){let{min:e,max:i,opacity:r}=this;if(!r)return 1;let s=Ht.clamp(t,e,i),a=Ht.mapLinear(s,e,i,0,r.length-1);return r[Ht.clamp(Math.round(a),0,r.length-1)]}getTexture(){return(this._shouldRecreateTexture||this._cachedTexture==null)&&(this._cachedTexture?.dispose(),this._cachedTexture=Na.create1DTexture(this._colors,this._opacity??void 0),this._cachedTexture.minFilter=Qe,this._cachedTexture.magFilter=Qe,this._cachedTexture.wrapS=Ee,this._cachedTexture.wrapT=Ee,this._shouldRecreateTexture=!1),sn(this._cachedTexture)}clone(){return new n({colors:[...this.colors],min:this.min,max:this.max,mode:this._mode,opacities:this._opacity!=null?[...this._opacity]:void 0})}dispose(){this._cachedTexture?.dispose()}};var gc=mc;function Ff(n){n("EPSG:4326","+title=WGS 84 (long/lat) +proj=longlat +ellps=WGS84 +datum=WGS84 +units=degrees"),n("EPSG:4269","+title=NAD83 (long/lat) +proj=longlat +a=6378137.0 +b=6356752.31414036 +ellps=GRS80 +datum=NAD83 +units=degrees"),n("EPSG:3857","+title=WGS 84 / Pseudo-Mercator +proj=merc +a=6378137 +b=6378137 +lat_ts=0.0 +lon_0=0.0 +x_0=0.0 +y_0=0 +k=1.0 +units=m +nadgrids=@null +no_defs");for(var t=1;t<=60;++t)n("EPSG:"+(32600+t),"+proj=utm +zone="+t+" +datum=WGS84 +units=m"),n("EPSG:"+(32700+t),"+proj=utm +zone="+t+" +south +datum=WGS84 +units=m");n("EPSG:5041","+title=WGS 84 / UPS North (E,N) +proj=stere +lat_0=90 +lon_0=0 +k=0.994 +x_0=2000000 +y_0=2000000 +datum=WGS84 +units=m"),n("EPSG:5042","+title=WGS 84 / UPS South (E,N) +proj=stere +lat_0=-90 +lon_0=0 +k=0.994 +x_0=2000000 +y_0=2000000 +datum=WGS84 +units=m"),n.WGS84=n["EPSG:4326"],n["EPSG:3785"]=n["EPSG:3857"],n.GOOGLE=n["EPSG:3857"],n["EPSG:900913"]=n["EPSG:3857"],n["EPSG:102113"]=n["EPSG:3857"]}var Ae=1,Ce=2,ln=3,Of=4,Hr=5,_c=6378137,Bf=6356752314e-3,yc=.0066943799901413165,ei=484813681109536e-20,T=Math.PI/2,Gf=.16666666666666666,zf=.04722222222222222,kf=.022156084656084655,D=1e-10,ht=.017453292519943295,Tt=57.29577951308232,it=Math.PI/4,zn=Math.PI*2,yt=3.14159265359;var Qt={};Qt.greenwich=0;Qt.lisbon=-9.131906111111;Qt.paris=2.337229166667;Qt.bogota=-74.080916666667;Qt.madrid=-3.687938888889;Qt.rome=12.452333333333;Qt.bern=7.439583333333;Qt.jakarta=106.807719444444;Qt.ferro=-17.666666666667;Qt.brussels=4.367975;Qt.stockholm=18.058277777778;Qt.athens=23.7163375;Qt.oslo=10.722916666667;var Vf=Qt;var Hf={mm:{to_meter:.001},cm:{to_meter:.01},ft:{to_meter:.3048},"us-ft":{to_meter:1200/3937},fath:{to_meter:1.8288},kmi:{to_meter:1852},"us-ch":{to_meter:20.1168402336805},"us-mi":{to_meter:1609.34721869444},km:{to_meter:1e3},"ind-ft":{to_meter:.30479841},"ind-yd":{to_meter:.91439523},mi:{to_meter:1609.344},yd:{to_meter:.9144},ch:{to_meter:20.1168},link:{to_meter:.201168},dm:{to_meter:.1},in:{to_meter:.0254},"ind-ch":{to_meter:20.11669506},"us-in":{to_meter:.025400050800101},"us-yd":{to_meter:.914401828803658}};var Wf=/[\s_\-\/\(\)]/g;function ce(n,t){if(n[t])return n[t];for(var e=Object.keys(n),i=t.toLowerCase().replace(Wf,""),r=-1,s,a;++r<e.length;)if(s=e[r],a=s.toLowerCase().replace(Wf,""),a===i)return n[s]}function Wr(n){var t={},e=n.split("+").map(function(o){return o.trim()}).filter(function(o){return o}).reduce(function(o,l){var c=l.split("=");return c.push(!0),o[c[0].toLowerCase()]=c[1],o},{}),i,r,s,a={proj:function(o){t.projName=["lonlat","latlon","latlong"].includes(o)?"longlat":o},datum:"datumCode",rf:function(o){t.rf=parseFloat(o)},lat_0:function(o){t.lat0=o*ht},lat_1:function(o){t.lat1=o*ht},lat_2:function(o){t.lat2=o*ht},lat_ts:function(o){t.lat_ts=o*ht},lon_0:function(o){t.long0=o*ht},lon_wrap:function(o){t.long_wrap=parseFloat(o)*ht},lon_1:function(o){t.long1=o*ht},lon_2:function(o){t.long2=o*ht},alpha:function(o){t.alpha=parseFloat(o)*ht},gamma:function(o){t.rectified_grid_angle=parseFloat(o)*ht},lonc:function(o){t.longc=o*ht},x_0:function(o){t.x0=parseFloat(o)},y_0:function(o){t.y0=parseFloat(o)},k_0:function(o){t.k0=parseFloat(o)},k:function(o){t.k0=parseFloat(o)},a:function(o){t.a=parseFloat(o)},b:function(o){t.b=parseFloat(o)},r:function(o){t.a=t.b=parseFloat(o)},r_a:function(){t.R_A=!0},zone:function(o){t.zone=parseInt(o,10)},south:function(){t.utmSouth=!0},towgs84:function(o){t.datum_params=o.split(",").map(function(l){return parseFloat(l)})},to_meter:function(o){t.to_meter=parseFloat(o)},units:function(o){t.units=o;var l=ce(Hf,o);l&&(t.to_meter=l.to_meter)},from_greenwich:function(o){t.from_greenwich=o*ht},pm:function(o){var l=ce(Vf,o);t.from_greenwich=(l||parseFloat(o))*ht},nadgrids:function(o){o==="@null"?t.datumCode="none":t.nadgrids=o},axis:function(o){var l="ewnsud";o.length===3&&l.indexOf(o.substr(0,1))!==-1&&l.indexOf(o.substr(1,1))!==-1&&l.indexOf(o.substr(2,1))!==-1&&(t.axis=o)},approx:function(){t.approx=!0},over:function(){t.over=!0}};for(i in e)r=e[i],i in a?(s=a[i],typeof s=="function"?s(r):t[s]=r):t[i]=r;return typeof t.datumCode=="string"&&t.datumCode!=="WGS84"&&(t.datumCode=t.datumCode.toLowerCase()),t.projStr=n,t}var vc=class{static getId(t){let e=t.find(i=>Array.isArray(i)&&i[0]==="ID");return e&&e.length>=3?{authority:e[1],code:parseInt(e[2],10)}:null}static convertUnit(t,e="unit"){if(!t||t.length<3)return{type:e,name:"unknown",conversion_factor:null};let i=t[1],r=parseFloat(t[2])||null,s=t.find(o=>Array.isArray(o)&&o[0]==="ID"),a=s?{authority:s[1],code:parseInt(s[2],10)}:null;return{type:e,name:i,conversion_factor:r,id:a}}static convertAxis(t){let e=t[1]||"Unknown",i,r=e.match(/^\((.)\)$/);if(r){let c=r[1].toUpperCase();if(c==="E")i="east";else if(c==="N")i="north";else if(c==="U")i="up";else if(t[2])i=t[2];else throw new Error(`Unknown axis abbreviation: ${c}`)}else i=t[2]||"unknown";let s=t.find(c=>Array.isArray(c)&&c[0]==="ORDER"),a=s?parseInt(s[1],10):null,o=t.find(c=>Array.isArray(c)&&(c[0]==="LENGTHUNIT"||c[0]==="ANGLEUNIT"||c[0]==="SCALEUNIT")),l=this.convertUnit(o);return{name:e,direction:i,unit:l,order:a}}static extractAxes(t){return t.filter(e=>Array.isArray(e)&&e[0]==="AXIS").map(e=>this.convertAxis(e)).sort((e,i)=>(e.order||0)-(i.order||0))}static convert(t,e={}){switch(t[0]){case"PROJCRS":e.type="ProjectedCRS",e.name=t[1],e.base_crs=t.find(m=>Array.isArray(m)&&m[0]==="BASEGEOGCRS")?this.convert(t.find(m=>Array.isArray(m)&&m[0]==="BASEGEOGCRS")):null,e.conversion=t.find(m=>Array.isArray(m)&&m[0]==="CONVERSION")?this.convert(t.find(m=>Array.isArray(m)&&m[0]==="CONVERSION")):null;let i=t.find(m=>Array.isArray(m)&&m[0]==="CS");i&&(e.coordinate_system={subtype:i[1],axis:this.extractAxes(t)});let r=t.find(m=>Array.isArray(m)&&m[0]==="LENGTHUNIT");if(r){let m=this.convertUnit(r);e.coordinate_system.unit=m}e.id=this.getId(t);break;case"BASEGEOGCRS":case"GEOGCRS":case"GEODCRS":e.type=t[0]==="GEODCRS"?"GeodeticCRS":"GeographicCRS",e.name=t[1];let s=t.find(m=>Array.isArray(m)&&(m[0]==="DATUM"||m[0]==="ENSEMBLE"));if(s){let m=this.convert(s);s[0]==="ENSEMBLE"?e.datum_ensemble=m:e.datum=m;let y=t.find(v=>Array.isArray(v)&&v[0]==="PRIMEM");y&&y[1]!=="Greenwich"&&(m.prime_meridian={name:y[1],longitude:parseFloat(y[2])})}let a=t.find(m=>Array.isArray(m)&&m[0]==="CS");e.coordinate_system={subtype:a?a[1]:"ellipsoidal",axis:this.extractAxes(t)},e.id=this.getId(t);break;case"DATUM":e.type="GeodeticReferenceFrame",e.name=t[1],e.ellipsoid=t.find(m=>Array.isArray(m)&&m[0]==="ELLIPSOID")?this.convert(t.find(m=>Array.isArray(m)&&m[0]==="ELLIPSOID")):null;break;case"ENSEMBLE":e.type="DatumEnsemble",e.name=t[1],e.members=t.filter(m=>Array.isArray(m)&&m[0]==="MEMBER").map(m=>({type:"DatumEnsembleMember",name:m[1],id:this.getId(m)}));let o=t.find(m=>Array.isArray(m)&&m[0]==="ENSEMBLEACCURACY");o&&(e.accuracy=parseFloat(o[1]));let l=t.find(m=>Array.isArray(m)&&m[0]==="ELLIPSOID");l&&(e.ellipsoid=this.convert(l)),e.id=this.getId(t);break;case"ELLIPSOID":e.type="Ellipsoid",e.name=t[1],e.semi_major_axis=parseFloat(t[2]),e.inverse_flattening=parseFloat(t[3]);let c=t.find(m=>Array.isArray(m)&&m[0]==="LENGTHUNIT")?this.convert(t.find(m=>Array.isArray(m)&&m[0]==="LENGTHUNIT"),e):null;break;case"CONVERSION":e.type="Conversion",e.name=t[1],e.method=t.find(m=>Array.isArray(m)&&m[0]==="METHOD")?this.convert(t.find(m=>Array.isArray(m)&&m[0]==="METHOD")):null,e.parameters=t.filter(m=>Array.isArray(m)&&m[0]==="PARAMETER").map(m=>this.convert(m));break;case"METHOD":e.type="Method",e.name=t[1],e.id=this.getId(t);break;case"PARAMETER":e.type="Parameter",e.name=t[1],e.value=parseFloat(t[2]),e.unit=this.convertUnit(t.find(m=>Array.isArray(m)&&(m[0]==="LENGTHUNIT"||m[0]==="ANGLEUNIT"||m[0]==="SCALEUNIT"))),e.id=this.getId(t);break;case"BOUNDCRS":e.type="BoundCRS";let h=t.find(m=>Array.isArray(m)&&m[0]==="SOURCECRS");if(h){let m=h.find(y=>Array.isArray(y));e.source_crs=m?this.convert(m):null}let u=t.find(m=>Array.isArray(m)&&m[0]==="TARGETCRS");if(u){let m=u.find(y=>Array.isArray(y));e.target_crs=m?this.convert(m):null}let p=t.find(m=>Array.isArray(m)&&m[0]==="ABRIDGEDTRANSFORMATION");p?e.transformation=this.convert(p):e.transformation=null;break;case"ABRIDGEDTRANSFORMATION":if(e.type="Transformation",e.name=t[1],e.method=t.find(m=>Array.isArray(m)&&m[0]==="METHOD")?this.convert(t.find(m=>Array.isArray(m)&&m[0]==="METHOD")):null,e.parameters=t.filter(m=>Array.isArray(m)&&(m[0]==="PARAMETER"||m[0]==="PARAMETERFILE")).map(m=>{if(m[0]==="PARAMETER")return this.convert(m);if(m[0]==="PARAMETERFILE")return{name:m[1],value:m[2],id:{authority:"EPSG",code:8656}}}),e.parameters.length===7){let m=e.parameters[6];m.name==="Scale difference"&&(m.value=Math.round((m.value-1)*1e12)/1e6)}e.id=this.getId(t);break;case"AXIS":e.coordinate_system||(e.coordinate_system={type:"unspecified",axis:[]}),e.coordinate_system.axis.push(this.convertAxis(t));break;case"LENGTHUNIT":let g=this.convertUnit(t,"LinearUnit");e.coordinate_system&&e.coordinate_system.axis&&e.coordinate_system.axis.forEach(m=>{m.unit||(m.unit=g)}),g.conversion_factor&&g.conversion_factor!==1&&e.semi_major_axis&&(e.semi_major_axis={value:e.semi_major_axis,unit:g});break;default:e.keyword=t[0];break}return e}},Xf=vc;function qf(n){return Xf.convert(n)}function Yf(n){let t=n.toUpperCase();return t.includes("PROJCRS")||t.includes("GEOGCRS")||t.includes("BOUNDCRS")||t.includes("VERTCRS")||t.includes("LENGTHUNIT")||t.includes("ANGLEUNIT")||t.includes("SCALEUNIT")?"WKT2":(t.includes("PROJCS")||t.includes("GEOGCS")||t.includes("LOCAL_CS")||t.includes("VERT_CS")||t.includes("UNIT"),"WKT1")}var jf=cM,Xr=1,Zf=2,$f=3,Oa=4,Jf=5,xc=-1,aM=/\s/,oM=/[A-Za-z]/,lM=/[A-Za-z84_]/,Ba=/[,\]]/,Kf=/[\d\.E\-\+]/;function cn(n){if(typeof n!="string")throw new Error("not a string");this.text=n.trim(),this.level=0,this.place=0,this.root=null,this.stack=[],this.currentObject=null,this.state=Xr}cn.prototype.readCharicter=function(){var n=this.text[this.place++];if(this.state!==Oa)for(;aM.test(n);){if(this.place>=this.text.length)return;n=this.text[this.place++]}switch(this.state){case Xr:return this.neutral(n);case Zf:return this.keyword(n);case Oa:return this.quoted(n);case Jf:return this.afterquote(n);case $f:return this.number(n);case xc:return}};cn.prototype.afterquote=function(n){if(n==='"'){this.word+='"',this.state=Oa;return}if(Ba.test(n)){this.word=this.word.trim(),this.afterItem(n);return}throw new Error(`havn't handled "`+n+'" in afterquote yet, index '+this.place)};cn.prototype.afterItem=function(n){if(n===","){this.word!==null&&this.currentObject.push(this.word),this.word=null,this.state=Xr;return}if(n==="]"){this.level--,this.word!==null&&(this.currentObject.push(this.word),this.word=null),this.state=Xr,this.currentObject=this.stack.pop(),this.currentObject||(this.state=xc);return}};cn.prototype.number=function(n){if(Kf.test(n)){this.word+=n;return}if(Ba.test(n)){this.word=parseFloat(this.word),this.afterItem(n);return}throw new Error(`havn't handled "`+n+'" in number yet, index '+this.place)};cn.prototype.quoted=function(n){if(n==='"'){this.state=Jf;return}this.word+=n};cn.prototype.keyword=function(n){if(lM.test(n)){this.word+=n;return}if(n==="["){var t=[];t.push(this.word),this.level++,this.root===null?this.root=t:this.currentObject.push(t),this.stack.push(this.currentObject),this.currentObject=t,this.state=Xr;return}if(Ba.test(n)){this.afterItem(n);return}throw new Error(`havn't handled "`+n+'" in keyword yet, index '+this.place)};cn.prototype.neutral=function(n){if(oM.test(n)){this.word=n,this.state=Zf;return}if(n==='"'){this.word="",this.state=Oa;return}if(Kf.test(n)){this.word=n,this.state=$f;return}if(Ba.test(n)){this.afterItem(n);return}throw new Error(`havn't handled "`+n+'" in neutral yet, index '+this.place)};cn.prototype.output=function(){for(;this.place<this.text.length;)this.readCharicter();if(this.state===xc)return this.root;throw new Error('unable to parse string "'+this.text+'". State is '+this.state)};function cM(n){var t=new cn(n);return t.output()}function Mc(n,t,e){Array.isArray(t)&&(e.unshift(t),t=null);var i=t?{}:n,r=e.reduce(function(s,a){return ni(a,s),s},i);t&&(n[t]=r)}function ni(n,t){if(!Array.isArray(n)){t[n]=!0;return}var e=n.shift();if(e==="PARAMETER"&&(e=n.shift()),n.length===1){if(Array.isArray(n[0])){t[e]={},ni(n[0],t[e]);return}t[e]=n[0];return}if(!n.length){t[e]=!0;return}if(e==="TOWGS84"){t[e]=n;return}if(e==="AXIS"){e in t||(t[e]=[]),t[e].push(n);return}Array.isArray(e)||(t[e]={});var i;switch(e){case"UNIT":case"PRIMEM":case"VERT_DATUM":t[e]={name:n[0].toLowerCase(),convert:n[1]},n.length===3&&ni(n[2],t[e]);return;case"SPHEROID":case"ELLIPSOID":t[e]={name:n[0],a:n[1],rf:n[2]},n.length===4&&ni(n[3],t[e]);return;case"EDATUM":case"ENGINEERINGDATUM":case"LOCAL_DATUM":case"DATUM":case"VERT_CS":case"VERTCRS":case"VERTICALCRS":n[0]=["name",n[0]],Mc(t,e,n);return;case"COMPD_CS":case"COMPOUNDCRS":case"FITTED_CS":case"PROJECTEDCRS":case"PROJCRS":case"GEOGCS":case"GEOCCS":case"PROJCS":case"LOCAL_CS":case"GEODCRS":case"GEODETICCRS":case"GEODETICDATUM":case"ENGCRS":case"ENGINEERINGCRS":n[0]=["name",n[0]],Mc(t,e,n),t[e].type=e;return;default:for(i=-1;++i<n.length;)if(!Array.isArray(n[i]))return ni(n,t[e]);return Mc(t,e,n)}}var hM=.017453292519943295;function he(n){return n*hM}function Ga(n){let t=(n.projName||"").toLowerCase().replace(/_/g," ");n.long0===void 0&&n.longc!==void 0&&(n.long0=n.longc),!n.lat_ts&&n.lat1&&(t==="stereographic south pole"||t==="polar stereographic (variant b)")?(n.lat0=he(n.lat1>0?90:-90),n.lat_ts=n.lat1,delete n.lat1):!n.lat_ts&&n.lat0&&(t==="polar stereographic"||t==="polar stereographic (variant a)")&&(n.lat_ts=n.lat0,n.lat0=he(n.lat0>0?90:-90),delete n.lat1)}function Qf(n){let t={units:null,to_meter:void 0};return typeof n=="string"?(t.units=n.toLowerCase(),t.units==="metre"&&(t.units="meter"),t.units==="meter"&&(t.to_meter=1)):n&&n.name&&(t.units=n.name.toLowerCase(),t.units==="metre"&&(t.units="meter"),t.to_meter=n.conversion_factor),t}function td(n){return typeof n=="object"?n.value*n.unit.conversion_factor:n}function ed(n,t){n.ellipsoid.radius?(t.a=n.ellipsoid.radius,t.rf=0):(t.a=td(n.ellipsoid.semi_major_axis),n.ellipsoid.inverse_flattening!==void 0?t.rf=n.ellipsoid.inverse_flattening:n.ellipsoid.semi_major_axis!==void 0&&n.ellipsoid.semi_minor_axis!==void 0&&(t.rf=t.a/(t.a-td(n.ellipsoid.semi_minor_axis))))}function qr(n,t={}){return!n||typeof n!="object"?n:n.type==="BoundCRS"?(qr(n.source_crs,t),n.transformation&&(n.transformation.method&&n.transformation.method.name==="NTv2"?t.nadgrids=n.transformation.parameters[0].value:t.datum_params=n.transformation.parameters.map(e=>e.value)),t):(Object.keys(n).forEach(e=>{let i=n[e];if(i!==null)switch(e){case"name":if(t.srsCode)break;t.name=i,t.srsCode=i;break;case"type":i==="GeographicCRS"?t.projName="longlat":i==="GeodeticCRS"?n.coordinate_system&&n.coordinate_system.subtype==="Cartesian"?t.projName="geocent":t.projName="longlat":i==="ProjectedCRS"&&n.conversion&&n.conversion.method&&(t.projName=n.conversion.method.name);break;case"datum":case"datum_ensemble":i.ellipsoid&&(t.ellps=i.ellipsoid.name,ed(i,t)),i.prime_meridian&&(t.from_greenwich=i.prime_meridian.longitude*Math.PI/180);break;case"ellipsoid":t.ellps=i.name,ed(i,t);break;case"prime_meridian":t.long0=(i.longitude||0)*Math.PI/180;break;case"coordinate_system":if(i.axis){let r={east:"e",north:"n",west:"w",south:"s",up:"u",down:"d",geocentricx:"e",geocentricy:"n",geocentricz:"u"},s=i.axis.map(a=>r[a.direction.toLowerCase()]);if(s.every(Boolean)&&(t.axis=s.join(""),t.axis.length===2&&(t.axis+="u")),i.unit){let{units:a,to_meter:o}=Qf(i.unit);t.units=a,t.to_meter=o}else if(i.axis[0]&&i.axis[0].unit){let{units:a,to_meter:o}=Qf(i.axis[0].unit);t.units=a,t.to_meter=o}}break;case"id":i.authority&&i.code&&(t.title=i.authority+":"+i.code);break;case"conversion":i.method&&i.method.name&&(t.projName=i.method.name),i.parameters&&i.parameters.forEach(r=>{let s=r.name.toLowerCase().replace(/\s+/g,"_"),a=r.value;r.unit&&r.unit.conversion_factor?t[s]=a*r.unit.conversion_factor:r.unit==="degree"?t[s]=a*Math.PI/180:t[s]=a});break;case"unit":i.name&&(t.units=i.name.toLowerCase(),t.units==="metre"&&(t.units="meter")),i.conversion_factor&&(t.to_meter=i.conversion_factor);break;case"base_crs":qr(i,t),t.datumCode=i.id?i.id.authority+"_"+i.id.code:i.name;break;default:break}}),t.latitude_of_false_origin!==void 0&&(t.lat0=t.latitude_of_false_origin),t.longitude_of_false_origin!==void 0&&(t.long0=t.longitude_of_false_origin),t.latitude_of_standard_parallel!==void 0&&(t.lat0=t.latitude_of_standard_parallel,t.lat1=t.latitude_of_standard_parallel),t.latitude_of_1st_standard_parallel!==void 0&&(t.lat1=t.latitude_of_1st_standard_parallel),t.latitude_of_2nd_standard_parallel!==void 0&&(t.lat2=t.latitude_of_2nd_standard_parallel),t.latitude_of_projection_centre!==void 0&&(t.lat0=t.latitude_of_projection_centre),t.longitude_of_projection_centre!==void 0&&(t.longc=t.longitude_of_projection_centre),t.easting_at_false_origin!==void 0&&(t.x0=t.easting_at_false_origin),t.northing_at_false_origin!==void 0&&(t.y0=t.northing_at_false_origin),t.latitude_of_natural_origin!==void 0&&(t.lat0=t.latitude_of_natural_origin),t.longitude_of_natural_origin!==void 0&&(t.long0=t.longitude_of_natural_origin),t.longitude_of_origin!==void 0&&(t.long0=t.longitude_of_origin),t.false_easting!==void 0&&(t.x0=t.false_easting),t.easting_at_projection_centre&&(t.x0=t.easting_at_projection_centre),t.false_northing!==void 0&&(t.y0=t.false_northing),t.northing_at_projection_centre&&(t.y0=t.northing_at_projection_centre),t.standard_parallel_1!==void 0&&(t.lat1=t.standard_parallel_1),t.standard_parallel_2!==void 0&&(t.lat2=t.standard_parallel_2),t.scale_factor_at_natural_origin!==void 0&&(t.k0=t.scale_factor_at_natural_origin),t.scale_factor_at_projection_centre!==void 0&&(t.k0=t.scale_factor_at_projection_centre),t.scale_factor_on_pseudo_standard_parallel!==void 0&&(t.k0=t.scale_factor_on_pseudo_standard_parallel),t.azimuth!==void 0&&(t.alpha=t.azimuth),t.azimuth_at_projection_centre!==void 0&&(t.alpha=t.azimuth_at_projection_centre),t.angle_from_rectified_to_skew_grid&&(t.rectified_grid_angle=t.angle_from_rectified_to_skew_grid),Ga(t),t)}var uM=["PROJECTEDCRS","PROJCRS","GEOGCS","GEOCCS","PROJCS","LOCAL_CS","GEODCRS","GEODETICCRS","GEODETICDATUM","ENGCRS","ENGINEERINGCRS"];function fM(n,t){var e=t[0],i=t[1];!(e in n)&&i in n&&(n[e]=n[i],t.length===3&&(n[e]=t[2](n[e])))}function nd(n){for(var t=Object.keys(n),e=0,i=t.length;e<i;++e){var r=t[e];uM.indexOf(r)!==-1&&dM(n[r]),typeof n[r]=="object"&&nd(n[r])}}function dM(n){if(n.AUTHORITY){var t=Object.keys(n.AUTHORITY)[0];t&&t in n.AUTHORITY&&(n.title=t+":"+n.AUTHORITY[t])}if(n.type==="GEOGCS"?n.projName="longlat":n.type==="LOCAL_CS"?(n.projName="identity",n.local=!0):typeof n.PROJECTION=="object"?n.projName=Object.keys(n.PROJECTION)[0]:n.projName=n.PROJECTION,n.AXIS){for(var e="",i=0,r=n.AXIS.length;i<r;++i){var s=[n.AXIS[i][0].toLowerCase(),n.AXIS[i][1].toLowerCase()];s[0].indexOf("north")!==-1||(s[0]==="y"||s[0]==="lat")&&s[1]==="north"?e+="n":s[0].indexOf("south")!==-1||(s[0]==="y"||s[0]==="lat")&&s[1]==="south"?e+="s":s[0].indexOf("east")!==-1||(s[0]==="x"||s[0]==="lon")&&s[1]==="east"?e+="e":(s[0].indexOf("west")!==-1||(s[0]==="x"||s[0]==="lon")&&s[1]==="west")&&(e+="w")}e.length===2&&(e+="u"),e.length===3&&(n.axis=e)}n.UNIT&&(n.units=n.UNIT.name.toLowerCase(),n.units==="metre"&&(n.units="meter"),n.UNIT.convert&&(n.type==="GEOGCS"?n.DATUM&&n.DATUM.SPHEROID&&(n.to_meter=n.UNIT.convert*n.DATUM.SPHEROID.a):n.to_meter=n.UNIT.convert));var a=n.GEOGCS;n.type==="GEOGCS"&&(a=n),a&&(a.PRIMEM&&a.PRIMEM.convert&&(n.from_greenwich=he(a.PRIMEM.convert)),a.DATUM?n.datumCode=a.DATUM.name.toLowerCase():n.datumCode=a.name.toLowerCase(),n.datumCode.slice(0,2)==="d_"&&(n.datumCode=n.datumCode.slice(2)),n.datumCode==="new_zealand_1949"&&(n.datumCode="nzgd49"),(n.datumCode==="wgs_1984"||n.datumCode==="world_geodetic_system_1984")&&(n.PROJECTION==="Mercator_Auxiliary_Sphere"&&(n.sphere=!0),n.datumCode="wgs84"),n.datumCode==="belge_1972"&&(n.datumCode="rnb72"),a.DATUM&&a.DATUM.SPHEROID&&(n.ellps=a.DATUM.SPHEROID.name.replace("_19","").replace(/[Cc]larke\_18/,"clrk"),n.ellps.toLowerCase().slice(0,13)==="international"&&(n.ellps="intl"),n.a=a.DATUM.SPHEROID.a,n.rf=parseFloat(a.DATUM.SPHEROID.rf)),a.DATUM&&a.DATUM.TOWGS84&&(n.datum_params=a.DATUM.TOWGS84),~n.datumCode.indexOf("osgb_1936")&&(n.datumCode="osgb36"),~n.datumCode.indexOf("osni_1952")&&(n.datumCode="osni52"),(~n.datumCode.indexOf("tm65")||~n.datumCode.indexOf("geodetic_datum_of_1965"))&&(n.datumCode="ire65"),n.datumCode==="ch1903+"&&(n.datumCode="ch1903"),~n.datumCode.indexOf("israel")&&(n.datumCode="isr93")),n.b&&!isFinite(n.b)&&(n.b=n.a),n.rectified_grid_angle&&(n.rectified_grid_angle=he(n.rectified_grid_angle));function o(h){var u=n.to_meter||1;return h*u}var l=function(h){return fM(n,h)},c=[["standard_parallel_1","Standard_Parallel_1"],["standard_parallel_1","Latitude of 1st standard parallel"],["standard_parallel_2","Standard_Parallel_2"],["standard_parallel_2","Latitude of 2nd standard parallel"],["false_easting","False_Easting"],["false_easting","False easting"],["false-easting","Easting at false origin"],["false_northing","False_Northing"],["false_northing","False northing"],["false_northing","Northing at false origin"],["central_meridian","Central_Meridian"],["central_meridian","Longitude of natural origin"],["central_meridian","Longitude of false origin"],["latitude_of_origin","Latitude_Of_Origin"],["latitude_of_origin","Central_Parallel"],["latitude_of_origin","Latitude of natural origin"],["latitude_of_origin","Latitude of false origin"],["scale_factor","Scale_Factor"],["k0","scale_factor"],["latitude_of_center","Latitude_Of_Center"],["latitude_of_center","Latitude_of_center"],["lat0","latitude_of_center",he],["longitude_of_center","Longitude_Of_Center"],["longitude_of_center","Longitude_of_center"],["longc","longitude_of_center",he],["x0","false_easting",o],["y0","false_northing",o],["long0","central_meridian",he],["lat0","latitude_of_origin",he],["lat0","standard_parallel_1",he],["lat1","standard_parallel_1",he],["lat2","standard_parallel_2",he],["azimuth","Azimuth"],["alpha","azimuth",he],["srsCode","name"]];c.forEach(l),Ga(n)}function kn(n){if(typeof n=="object")return qr(n);let t=Yf(n);var e=jf(n);if(t==="WKT2"){let s=qf(e);return qr(s)}var i=e[0],r={};return ni(e,r),nd(r),r[i]}function te(n){var t=this;if(arguments.length===2){var e=arguments[1];typeof e=="string"?e.charAt(0)==="+"?te[n]=Wr(arguments[1]):te[n]=kn(arguments[1]):e&&typeof e=="object"&&!("projName"in e)?te[n]=kn(arguments[1]):(te[n]=e,e||delete te[n])}else if(arguments.length===1){if(Array.isArray(n))return n.map(function(i){return Array.isArray(i)?te.apply(t,i):te(i)});if(typeof n=="string"){if(n in te)return te[n]}else"EPSG"in n?te["EPSG:"+n.EPSG]=n:"ESRI"in n?te["ESRI:"+n.ESRI]=n:"IAU2000"in n?te["IAU2000:"+n.IAU2000]=n:console.log(n);return}}Ff(te);var ki=te;function pM(n){return typeof n=="string"}function mM(n){return n in ki}function gM(n){return n.indexOf("+")!==0&&n.indexOf("[")!==-1||typeof n=="object"&&!("srsCode"in n)}var id=["3857","900913","3785","102113"];function _M(n){if(n.title)return n.title.toLowerCase().indexOf("epsg:")===0&&id.indexOf(n.title.substr(5))>-1;var t=ce(n,"authority");if(t){var e=ce(t,"epsg");return e&&id.indexOf(e)>-1}}function yM(n){var t=ce(n,"extension");if(t)return ce(t,"proj4")}function vM(n){return n[0]==="+"}function xM(n){let t;if(pM(n))if(mM(n))t=ki[n];else if(gM(n)){t=kn(n);var e=yM(t);e&&(t=Wr(e))}else vM(n)&&(t=Wr(n));else"projName"in n?t=n:t=kn(n);return t&&_M(t)?ki["EPSG:3857"]:t}var za=xM;function Sc(n,t){n=n||{};var e,i;if(!t)return n;for(i in t)e=t[i],e!==void 0&&(n[i]=e);return n}function Gt(n,t,e){var i=n*t;return e/Math.sqrt(1-i*i)}function ke(n){return n<0?-1:1}function L(n,t){return t||Math.abs(n)<=yt?n:n-ke(n)*zn}function Xt(n,t,e){var i=n*e,r=.5*n;return i=Math.pow((1-i)/(1+i),r),Math.tan(.5*(T-t))/i}function hn(n,t){for(var e=.5*n,i,r,s=T-2*Math.atan(t),a=0;a<=15;a++)if(i=n*Math.sin(s),r=T-2*Math.atan(t*Math.pow((1-i)/(1+i),e))-s,s+=r,Math.abs(r)<=1e-10)return s;return-9999}function MM(){var n=this.b/this.a;this.es=1-n*n,"x0"in this||(this.x0=0),"y0"in this||(this.y0=0),this.long0=this.long0||0,this.e=Math.sqrt(this.es),this.lat_ts?this.sphere?this.k0=Math.cos(this.lat_ts):this.k0=Gt(this.e,Math.sin(this.lat_ts),Math.cos(this.lat_ts)):this.k0||(this.k?this.k0=this.k:this.k0=1)}function SM(n){var t=n.x,e=n.y;if(e*Tt>90&&e*Tt<-90&&t*Tt>180&&t*Tt<-180)return null;var i,r;if(Math.abs(Math.abs(e)-T)<=D)return null;if(this.sphere)i=this.x0+this.a*this.k0*L(t-this.long0,this.over),r=this.y0+this.a*this.k0*Math.log(Math.tan(it+.5*e));else{var s=Math.sin(e),a=Xt(this.e,e,s);i=this.x0+this.a*this.k0*L(t-this.long0,this.over),r=this.y0-this.a*this.k0*Math.log(a)}return n.x=i,n.y=r,n}function bM(n){var t=n.x-this.x0,e=n.y-this.y0,i,r;if(this.sphere)r=T-2*Math.atan(Math.exp(-e/(this.a*this.k0)));else{var s=Math.exp(-e/(this.a*this.k0));if(r=hn(this.e,s),r===-9999)return null}return i=L(this.long0+t/(this.a*this.k0),this.over),n.x=i,n.y=r,n}var wM=["Mercator","Popular Visualisation Pseudo Mercator","Mercator_1SP","Mercator_Auxiliary_Sphere","Mercator_Variant_A","merc"],rd={init:MM,forward:SM,inverse:bM,names:wM};function EM(){}function sd(n){return n}var bc=["longlat","identity","lonlat","latlon","latlong"],ad={init:EM,forward:sd,inverse:sd,names:bc};var TM=[rd,ad],ii={},Vi=[];function od(n,t){var e=Vi.length;return n.names?(Vi[e]=n,n.names.forEach(function(i){ii[i.toLowerCase()]=e}),this):(console.log(t),!0)}function wc(n){return n.replace(/[-\(\)\s]+/g," ").trim().replace(/ /g,"_")}function AM(n){if(!n)return!1;var t=n.toLowerCase();if(typeof ii[t]<"u"&&Vi[ii[t]]||(t=wc(t),t in ii&&Vi[ii[t]]))return Vi[ii[t]]}function CM(){TM.forEach(od)}var ld={start:CM,add:od,get:AM};var PM={MERIT:{a:6378137,rf:298.257,ellipseName:"MERIT 1983"},SGS85:{a:6378136,rf:298.257,ellipseName:"Soviet Geodetic System 85"},GRS80:{a:6378137,rf:298.257222101,ellipseName:"GRS 1980(IUGG, 1980)"},IAU76:{a:6378140,rf:298.257,ellipseName:"IAU 1976"},airy:{a:6377563396e-3,b:635625691e-2,ellipseName:"Airy 1830"},APL4:{a:6378137,rf:298.25,ellipseName:"Appl. Physics. 1965"},NWL9D:{a:6378145,rf:298.25,ellipseName:"Naval Weapons Lab., 1965"},mod_airy:{a:6377340189e-3,b:6356034446e-3,ellipseName:"Modified Airy"},andrae:{a:637710443e-2,rf:300,ellipseName:"Andrae 1876 (Den., Iclnd.)"},aust_SA:{a:6378160,rf:298.25,ellipseName:"Australian Natl & S. Amer. 1969"},GRS67:{a:6378160,rf:298.247167427,ellipseName:"GRS 67(IUGG 1967)"},bessel:{a:6377397155e-3,rf:299.1528128,ellipseName:"Bessel 1841"},bess_nam:{a:6377483865e-3,rf:299.1528128,ellipseName:"Bessel 1841 (Namibia)"},clrk66:{a:63782064e-1,b:63565838e-1,ellipseName:"Clarke 1866"},clrk80:{a:6378249145e-3,rf:293.4663,ellipseName:"Clarke 1880 mod."},clrk80ign:{a:63782492e-1,b:6356515,rf:293.4660213,ellipseName:"Clarke 1880 (IGN)"},clrk58:{a:6378293645208759e-9,rf:294.2606763692654,ellipseName:"Clarke 1858"},CPM:{a:63757387e-1,rf:334.29,ellipseName:"Comm. des Poids et Mesures 1799"},delmbr:{a:6376428,rf:311.5,ellipseName:"Delambre 1810 (Belgium)"},engelis:{a:637813605e-2,rf:298.2566,ellipseName:"Engelis 1985"},evrst30:{a:6377276345e-3,rf:300.8017,ellipseName:"Everest 1830"},evrst48:{a:6377304063e-3,rf:300.8017,ellipseName:"Everest 1948"},evrst56:{a:6377301243e-3,rf:300.8017,ellipseName:"Everest 1956"},evrst69:{a:6377295664e-3,rf:300.8017,ellipseName:"Everest 1969"},evrstSS:{a:6377298556e-3,rf:300.8017,ellipseName:"Everest (Sabah & Sarawak)"},fschr60:{a:6378166,rf:298.3,ellipseName:"Fischer (Mercury Datum) 1960"},fschr60m:{a:6378155,rf:298.3,ellipseName:"Fischer 1960"},fschr68:{a:6378150,rf:298.3,ellipseName:"Fischer 1968"},helmert:{a:6378200,rf:298.3,ellipseName:"Helmert 1906"},hough:{a:6378270,rf:297,ellipseName:"Hough"},intl:{a:6378388,rf:297,ellipseName:"International 1909 (Hayford)"},kaula:{a:6378163,rf:298.24,ellipseName:"Kaula 1961"},lerch:{a:6378139,rf:298.257,ellipseName:"Lerch 1979"},mprts:{a:6397300,rf:191,ellipseName:"Maupertius 1738"},new_intl:{a:63781575e-1,b:63567722e-1,ellipseName:"New International 1967"},plessis:{a:6376523,b:6355863,ellipseName:"Plessis 1817 (France)"},krass:{a:6378245,rf:298.3,ellipseName:"Krassovsky, 1942"},SEasia:{a:6378155,b:63567733205e-4,ellipseName:"Southeast Asia"},walbeck:{a:6376896,b:63558348467e-4,ellipseName:"Walbeck"},WGS60:{a:6378165,rf:298.3,ellipseName:"WGS 60"},WGS66:{a:6378145,rf:298.25,ellipseName:"WGS 66"},WGS7:{a:6378135,rf:298.26,ellipseName:"WGS 72"},WGS84:{a:6378137,rf:298.257223563,ellipseName:"WGS 84"},sphere:{a:6370997,b:6370997,ellipseName:"Normal Sphere (r=6370997)"}},Ec=PM;var RM=Ec.WGS84;function cd(n,t,e,i){var r=n*n,s=t*t,a=(r-s)/r,o=0;i?(n*=1-a*(Gf+a*(zf+a*kf)),r=n*n,a=0):o=Math.sqrt(a);var l=(r-s)/s;return{es:a,e:o,ep2:l}}function hd(n,t,e,i,r){if(!n){var s=ce(Ec,i);s||(s=RM),n=s.a,t=s.b,e=s.rf}return e&&!t&&(t=(1-1/e)*n),(e===0||Math.abs(n-t)<D)&&(r=!0,t=n),{a:n,b:t,rf:e,sphere:r}}var Va={wgs84:{towgs84:"0,0,0",ellipse:"WGS84",datumName:"WGS84"},ch1903:{towgs84:"674.374,15.056,405.346",ellipse:"bessel",datumName:"swiss"},ggrs87:{towgs84:"-199.87,74.79,246.62",ellipse:"GRS80",datumName:"Greek_Geodetic_Reference_System_1987"},nad83:{towgs84:"0,0,0",ellipse:"GRS80",datumName:"North_American_Datum_1983"},nad27:{nadgrids:"@conus,@alaska,@ntv2_0.gsb,@ntv1_can.dat",ellipse:"clrk66",datumName:"North_American_Datum_1927"},potsdam:{towgs84:"598.1,73.7,418.2,0.202,0.045,-2.455,6.7",ellipse:"bessel",datumName:"Potsdam Rauenberg 1950 DHDN"},carthage:{towgs84:"-263.0,6.0,431.0",ellipse:"clrk80ign",datumName:"Carthage 1934 Tunisia"},hermannskogel:{towgs84:"577.326,90.129,463.919,5.137,1.474,5.297,2.4232",ellipse:"bessel",datumName:"Hermannskogel"},mgi:{towgs84:"577.326,90.129,463.919,5.137,1.474,5.297,2.4232",ellipse:"bessel",datumName:"Militar-Geographische Institut"},osni52:{towgs84:"482.530,-130.596,564.557,-1.042,-0.214,-0.631,8.15",ellipse:"airy",datumName:"Irish National"},ire65:{towgs84:"482.530,-130.596,564.557,-1.042,-0.214,-0.631,8.15",ellipse:"mod_airy",datumName:"Ireland 1965"},rassadiran:{towgs84:"-133.63,-157.5,-158.62",ellipse:"intl",datumName:"Rassadiran"},nzgd49:{towgs84:"59.47,-5.04,187.44,0.47,-0.1,1.024,-4.5993",ellipse:"intl",datumName:"New Zealand Geodetic Datum 1949"},osgb36:{towgs84:"446.448,-125.157,542.060,0.1502,0.2470,0.8421,-20.4894",ellipse:"airy",datumName:"Ordnance Survey of Great Britain 1936"},s_jtsk:{towgs84:"589,76,480",ellipse:"bessel",datumName:"S-JTSK (Ferro)"},beduaram:{towgs84:"-106,-87,188",ellipse:"clrk80",datumName:"Beduaram"},gunung_segara:{towgs84:"-403,684,41",ellipse:"bessel",datumName:"Gunung Segara Jakarta"},rnb72:{towgs84:"106.869,-52.2978,103.724,-0.33657,0.456955,-1.84218,1",ellipse:"intl",datumName:"Reseau National Belge 1972"},EPSG_5451:{towgs84:"6.41,-49.05,-11.28,1.5657,0.5242,6.9718,-5.7649"},IGNF_LURESG:{towgs84:"-192.986,13.673,-39.309,-0.4099,-2.9332,2.6881,0.43"},EPSG_4614:{towgs84:"-119.4248,-303.65872,-11.00061,1.164298,0.174458,1.096259,3.657065"},EPSG_4615:{towgs84:"-494.088,-312.129,279.877,-1.423,-1.013,1.59,-0.748"},ESRI_37241:{towgs84:"-76.822,257.457,-12.817,2.136,-0.033,-2.392,-0.031"},ESRI_37249:{towgs84:"-440.296,58.548,296.265,1.128,10.202,4.559,-0.438"},ESRI_37245:{towgs84:"-511.151,-181.269,139.609,1.05,2.703,1.798,3.071"},EPSG_4178:{towgs84:"24.9,-126.4,-93.2,-0.063,-0.247,-0.041,1.01"},EPSG_4622:{towgs84:"-472.29,-5.63,-304.12,0.4362,-0.8374,0.2563,1.8984"},EPSG_4625:{towgs84:"126.93,547.94,130.41,-2.7867,5.1612,-0.8584,13.8227"},EPSG_5252:{towgs84:"0.023,0.036,-0.068,0.00176,0.00912,-0.01136,0.00439"},EPSG_4314:{towgs84:"597.1,71.4,412.1,0.894,0.068,-1.563,7.58"},EPSG_4282:{towgs84:"-178.3,-316.7,-131.5,5.278,6.077,10.979,19.166"},EPSG_4231:{towgs84:"-83.11,-97.38,-117.22,0.005693,-0.044698,0.044285,0.1218"},EPSG_4274:{towgs84:"-230.994,102.591,25.199,0.633,-0.239,0.9,1.95"},EPSG_4134:{towgs84:"-180.624,-225.516,173.919,-0.81,-1.898,8.336,16.71006"},EPSG_4254:{towgs84:"18.38,192.45,96.82,0.056,-0.142,-0.2,-0.0013"},EPSG_4159:{towgs84:"-194.513,-63.978,-25.759,-3.4027,3.756,-3.352,-0.9175"},EPSG_4687:{towgs84:"0.072,-0.507,-0.245,0.0183,-0.0003,0.007,-0.0093"},EPSG_4227:{towgs84:"-83.58,-397.54,458.78,-17.595,-2.847,4.256,3.225"},EPSG_4746:{towgs84:"599.4,72.4,419.2,-0.062,-0.022,-2.723,6.46"},EPSG_4745:{towgs84:"612.4,77,440.2,-0.054,0.057,-2.797,2.55"},EPSG_6311:{towgs84:"8.846,-4.394,-1.122,-0.00237,-0.146528,0.130428,0.783926"},EPSG_4289:{towgs84:"565.7381,50.4018,465.2904,-0.395026,0.330772,-1.876073,4.07244"},EPSG_4230:{towgs84:"-68.863,-134.888,-111.49,-0.53,-0.14,0.57,-3.4"},EPSG_4154:{towgs84:"-123.02,-158.95,-168.47"},EPSG_4156:{towgs84:"570.8,85.7,462.8,4.998,1.587,5.261,3.56"},EPSG_4299:{towgs84:"482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15"},EPSG_4179:{towgs84:"33.4,-146.6,-76.3,-0.359,-0.053,0.844,-0.84"},EPSG_4313:{towgs84:"-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747"},EPSG_4194:{towgs84:"163.511,127.533,-159.789"},EPSG_4195:{towgs84:"105,326,-102.5"},EPSG_4196:{towgs84:"-45,417,-3.5"},EPSG_4611:{towgs84:"-162.619,-276.959,-161.764,0.067753,-2.243648,-1.158828,-1.094246"},EPSG_4633:{towgs84:"137.092,131.66,91.475,-1.9436,-11.5993,-4.3321,-7.4824"},EPSG_4641:{towgs84:"-408.809,366.856,-412.987,1.8842,-0.5308,2.1655,-121.0993"},EPSG_4643:{towgs84:"-480.26,-438.32,-643.429,16.3119,20.1721,-4.0349,-111.7002"},EPSG_4300:{towgs84:"482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15"},EPSG_4188:{towgs84:"482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15"},EPSG_4660:{towgs84:"982.6087,552.753,-540.873,6.681627,-31.611492,-19.848161,16.805"},EPSG_4662:{towgs84:"97.295,-263.247,310.882,-1.5999,0.8386,3.1409,13.3259"},EPSG_3906:{towgs84:"577.88891,165.22205,391.18289,4.9145,-0.94729,-13.05098,7.78664"},EPSG_4307:{towgs84:"-209.3622,-87.8162,404.6198,0.0046,3.4784,0.5805,-1.4547"},EPSG_6892:{towgs84:"-76.269,-16.683,68.562,-6.275,10.536,-4.286,-13.686"},EPSG_4690:{towgs84:"221.597,152.441,176.523,2.403,1.3893,0.884,11.4648"},EPSG_4691:{towgs84:"218.769,150.75,176.75,3.5231,2.0037,1.288,10.9817"},EPSG_4629:{towgs84:"72.51,345.411,79.241,-1.5862,-0.8826,-0.5495,1.3653"},EPSG_4630:{towgs84:"165.804,216.213,180.26,-0.6251,-0.4515,-0.0721,7.4111"},EPSG_4692:{towgs84:"217.109,86.452,23.711,0.0183,-0.0003,0.007,-0.0093"},EPSG_9333:{towgs84:"0,0,0,-0.008393,0.000749,-0.010276,0"},EPSG_9059:{towgs84:"0,0,0"},EPSG_4312:{towgs84:"601.705,84.263,485.227,4.7354,1.3145,5.393,-2.3887"},EPSG_4123:{towgs84:"-96.062,-82.428,-121.753,4.801,0.345,-1.376,1.496"},EPSG_4309:{towgs84:"-124.45,183.74,44.64,-0.4384,0.5446,-0.9706,-2.1365"},ESRI_104106:{towgs84:"-283.088,-70.693,117.445,-1.157,0.059,-0.652,-4.058"},EPSG_4281:{towgs84:"-219.247,-73.802,269.529"},EPSG_4322:{towgs84:"0,0,4.5"},EPSG_4324:{towgs84:"0,0,1.9"},EPSG_4284:{towgs84:"43.822,-108.842,-119.585,1.455,-0.761,0.737,0.549"},EPSG_4277:{towgs84:"446.448,-125.157,542.06,0.15,0.247,0.842,-20.489"},EPSG_4207:{towgs84:"-282.1,-72.2,120,-1.529,0.145,-0.89,-4.46"},EPSG_4688:{towgs84:"347.175,1077.618,2623.677,33.9058,-70.6776,9.4013,186.0647"},EPSG_4689:{towgs84:"410.793,54.542,80.501,-2.5596,-2.3517,-0.6594,17.3218"},EPSG_4720:{towgs84:"0,0,4.5"},EPSG_4273:{towgs84:"278.3,93,474.5,7.889,0.05,-6.61,6.21"},EPSG_4240:{towgs84:"204.64,834.74,293.8"},EPSG_4817:{towgs84:"278.3,93,474.5,7.889,0.05,-6.61,6.21"},ESRI_104131:{towgs84:"426.62,142.62,460.09,4.98,4.49,-12.42,-17.1"},EPSG_4265:{towgs84:"-104.1,-49.1,-9.9,0.971,-2.917,0.714,-11.68"},EPSG_4263:{towgs84:"-111.92,-87.85,114.5,1.875,0.202,0.219,0.032"},EPSG_4298:{towgs84:"-689.5937,623.84046,-65.93566,-0.02331,1.17094,-0.80054,5.88536"},EPSG_4270:{towgs84:"-253.4392,-148.452,386.5267,0.15605,0.43,-0.1013,-0.0424"},EPSG_4229:{towgs84:"-121.8,98.1,-10.7"},EPSG_4220:{towgs84:"-55.5,-348,-229.2"},EPSG_4214:{towgs84:"12.646,-155.176,-80.863"},EPSG_4232:{towgs84:"-345,3,223"},EPSG_4238:{towgs84:"-1.977,-13.06,-9.993,0.364,0.254,0.689,-1.037"},EPSG_4168:{towgs84:"-170,33,326"},EPSG_4131:{towgs84:"199,931,318.9"},EPSG_4152:{towgs84:"-0.9102,2.0141,0.5602,0.029039,0.010065,0.010101,0"},EPSG_5228:{towgs84:"572.213,85.334,461.94,4.9732,1.529,5.2484,3.5378"},EPSG_8351:{towgs84:"485.021,169.465,483.839,7.786342,4.397554,4.102655,0"},EPSG_4683:{towgs84:"-127.62,-67.24,-47.04,-3.068,4.903,1.578,-1.06"},EPSG_4133:{towgs84:"0,0,0"},EPSG_7373:{towgs84:"0.819,-0.5762,-1.6446,-0.00378,-0.03317,0.00318,0.0693"},EPSG_9075:{towgs84:"-0.9102,2.0141,0.5602,0.029039,0.010065,0.010101,0"},EPSG_9072:{towgs84:"-0.9102,2.0141,0.5602,0.029039,0.010065,0.010101,0"},EPSG_9294:{towgs84:"1.16835,-1.42001,-2.24431,-0.00822,-0.05508,0.01818,0.23388"},EPSG_4212:{towgs84:"-267.434,173.496,181.814,-13.4704,8.7154,7.3926,14.7492"},EPSG_4191:{towgs84:"-44.183,-0.58,-38.489,2.3867,2.7072,-3.5196,-8.2703"},EPSG_4237:{towgs84:"52.684,-71.194,-13.975,-0.312,-0.1063,-0.3729,1.0191"},EPSG_4740:{towgs84:"-1.08,-0.27,-0.9"},EPSG_4124:{towgs84:"419.3836,99.3335,591.3451,0.850389,1.817277,-7.862238,-0.99496"},EPSG_5681:{towgs84:"584.9636,107.7175,413.8067,1.1155,0.2824,-3.1384,7.9922"},EPSG_4141:{towgs84:"23.772,17.49,17.859,-0.3132,-1.85274,1.67299,-5.4262"},EPSG_4204:{towgs84:"-85.645,-273.077,-79.708,2.289,-1.421,2.532,3.194"},EPSG_4319:{towgs84:"226.702,-193.337,-35.371,-2.229,-4.391,9.238,0.9798"},EPSG_4200:{towgs84:"24.82,-131.21,-82.66"},EPSG_4130:{towgs84:"0,0,0"},EPSG_4127:{towgs84:"-82.875,-57.097,-156.768,-2.158,1.524,-0.982,-0.359"},EPSG_4149:{towgs84:"674.374,15.056,405.346"},EPSG_4617:{towgs84:"-0.991,1.9072,0.5129,0.02579,0.00965,0.01166,0"},EPSG_4663:{towgs84:"-210.502,-66.902,-48.476,2.094,-15.067,-5.817,0.485"},EPSG_4664:{towgs84:"-211.939,137.626,58.3,-0.089,0.251,0.079,0.384"},EPSG_4665:{towgs84:"-105.854,165.589,-38.312,-0.003,-0.026,0.024,-0.048"},EPSG_4666:{towgs84:"631.392,-66.551,481.442,1.09,-4.445,-4.487,-4.43"},EPSG_4756:{towgs84:"-192.873,-39.382,-111.202,-0.00205,-0.0005,0.00335,0.0188"},EPSG_4723:{towgs84:"-179.483,-69.379,-27.584,-7.862,8.163,6.042,-13.925"},EPSG_4726:{towgs84:"8.853,-52.644,180.304,-0.393,-2.323,2.96,-24.081"},EPSG_4267:{towgs84:"-8.0,160.0,176.0"},EPSG_5365:{towgs84:"-0.16959,0.35312,0.51846,0.03385,-0.16325,0.03446,0.03693"},EPSG_4218:{towgs84:"304.5,306.5,-318.1"},EPSG_4242:{towgs84:"-33.722,153.789,94.959,-8.581,-4.478,4.54,8.95"},EPSG_4216:{towgs84:"-292.295,248.758,429.447,4.9971,2.99,6.6906,1.0289"},ESRI_104105:{towgs84:"631.392,-66.551,481.442,1.09,-4.445,-4.487,-4.43"},ESRI_104129:{towgs84:"0,0,0"},EPSG_4673:{towgs84:"174.05,-25.49,112.57"},EPSG_4202:{towgs84:"-124,-60,154"},EPSG_4203:{towgs84:"-117.763,-51.51,139.061,0.292,0.443,0.277,-0.191"},EPSG_3819:{towgs84:"595.48,121.69,515.35,4.115,-2.9383,0.853,-3.408"},EPSG_8694:{towgs84:"-93.799,-132.737,-219.073,-1.844,0.648,-6.37,-0.169"},EPSG_4145:{towgs84:"275.57,676.78,229.6"},EPSG_4283:{towgs84:"0.06155,-0.01087,-0.04019,0.039492,0.032722,0.032898,-0.009994"},EPSG_4317:{towgs84:"2.3287,-147.0425,-92.0802,-0.309248,0.324822,0.497299,5.689063"},EPSG_4272:{towgs84:"59.47,-5.04,187.44,0.47,-0.1,1.024,-4.5993"},EPSG_4248:{towgs84:"-307.7,265.3,-363.5"},EPSG_5561:{towgs84:"24,-121,-76"},EPSG_5233:{towgs84:"-0.293,766.95,87.713,0.195704,1.695068,3.473016,-0.039338"},ESRI_104130:{towgs84:"-86,-98,-119"},ESRI_104102:{towgs84:"682,-203,480"},ESRI_37207:{towgs84:"7,-10,-26"},EPSG_4675:{towgs84:"59.935,118.4,-10.871"},ESRI_104109:{towgs84:"-89.121,-348.182,260.871"},ESRI_104112:{towgs84:"-185.583,-230.096,281.361"},ESRI_104113:{towgs84:"25.1,-275.6,222.6"},IGNF_WGS72G:{towgs84:"0,12,6"},IGNF_NTFG:{towgs84:"-168,-60,320"},IGNF_EFATE57G:{towgs84:"-127,-769,472"},IGNF_PGP50G:{towgs84:"324.8,153.6,172.1"},IGNF_REUN47G:{towgs84:"94,-948,-1262"},IGNF_CSG67G:{towgs84:"-186,230,110"},IGNF_GUAD48G:{towgs84:"-467,-16,-300"},IGNF_TAHI51G:{towgs84:"162,117,154"},IGNF_TAHAAG:{towgs84:"65,342,77"},IGNF_NUKU72G:{towgs84:"84,274,65"},IGNF_PETRELS72G:{towgs84:"365,194,166"},IGNF_WALL78G:{towgs84:"253,-133,-127"},IGNF_MAYO50G:{towgs84:"-382,-59,-262"},IGNF_TANNAG:{towgs84:"-139,-967,436"},IGNF_IGN72G:{towgs84:"-13,-348,292"},IGNF_ATIGG:{towgs84:"1118,23,66"},IGNF_FANGA84G:{towgs84:"150.57,158.33,118.32"},IGNF_RUSAT84G:{towgs84:"202.13,174.6,-15.74"},IGNF_KAUE70G:{towgs84:"126.74,300.1,-75.49"},IGNF_MOP90G:{towgs84:"-10.8,-1.8,12.77"},IGNF_MHPF67G:{towgs84:"338.08,212.58,-296.17"},IGNF_TAHI79G:{towgs84:"160.61,116.05,153.69"},IGNF_ANAA92G:{towgs84:"1.5,3.84,4.81"},IGNF_MARQUI72G:{towgs84:"330.91,-13.92,58.56"},IGNF_APAT86G:{towgs84:"143.6,197.82,74.05"},IGNF_TUBU69G:{towgs84:"237.17,171.61,-77.84"},IGNF_STPM50G:{towgs84:"11.363,424.148,373.13"},EPSG_4150:{towgs84:"674.374,15.056,405.346"},EPSG_4754:{towgs84:"-208.4058,-109.8777,-2.5764"},ESRI_104101:{towgs84:"372.87,149.23,585.29"},EPSG_4693:{towgs84:"0,-0.15,0.68"},EPSG_6207:{towgs84:"293.17,726.18,245.36"},EPSG_4153:{towgs84:"-133.63,-157.5,-158.62"},EPSG_4132:{towgs84:"-241.54,-163.64,396.06"},EPSG_4221:{towgs84:"-154.5,150.7,100.4"},EPSG_4266:{towgs84:"-80.7,-132.5,41.1"},EPSG_4193:{towgs84:"-70.9,-151.8,-41.4"},EPSG_5340:{towgs84:"-0.41,0.46,-0.35"},EPSG_4246:{towgs84:"-294.7,-200.1,525.5"},EPSG_4318:{towgs84:"-3.2,-5.7,2.8"},EPSG_4121:{towgs84:"-199.87,74.79,246.62"},EPSG_4223:{towgs84:"-260.1,5.5,432.2"},EPSG_4158:{towgs84:"-0.465,372.095,171.736"},EPSG_4285:{towgs84:"-128.16,-282.42,21.93"},EPSG_4613:{towgs84:"-404.78,685.68,45.47"},EPSG_4607:{towgs84:"195.671,332.517,274.607"},EPSG_4475:{towgs84:"-381.788,-57.501,-256.673"},EPSG_4208:{towgs84:"-157.84,308.54,-146.6"},EPSG_4743:{towgs84:"70.995,-335.916,262.898"},EPSG_4710:{towgs84:"-323.65,551.39,-491.22"},EPSG_7881:{towgs84:"-0.077,0.079,0.086"},EPSG_4682:{towgs84:"283.729,735.942,261.143"},EPSG_4739:{towgs84:"-156,-271,-189"},EPSG_4679:{towgs84:"-80.01,253.26,291.19"},EPSG_4750:{towgs84:"-56.263,16.136,-22.856"},EPSG_4644:{towgs84:"-10.18,-350.43,291.37"},EPSG_4695:{towgs84:"-103.746,-9.614,-255.95"},EPSG_4292:{towgs84:"-355,21,72"},EPSG_4302:{towgs84:"-61.702,284.488,472.052"},EPSG_4143:{towgs84:"-124.76,53,466.79"},EPSG_4606:{towgs84:"-153,153,307"},EPSG_4699:{towgs84:"-770.1,158.4,-498.2"},EPSG_4247:{towgs84:"-273.5,110.6,-357.9"},EPSG_4160:{towgs84:"8.88,184.86,106.69"},EPSG_4161:{towgs84:"-233.43,6.65,173.64"},EPSG_9251:{towgs84:"-9.5,122.9,138.2"},EPSG_9253:{towgs84:"-78.1,101.6,133.3"},EPSG_4297:{towgs84:"-198.383,-240.517,-107.909"},EPSG_4269:{towgs84:"0,0,0"},EPSG_4301:{towgs84:"-147,506,687"},EPSG_4618:{towgs84:"-59,-11,-52"},EPSG_4612:{towgs84:"0,0,0"},EPSG_4678:{towgs84:"44.585,-131.212,-39.544"},EPSG_4250:{towgs84:"-130,29,364"},EPSG_4144:{towgs84:"214,804,268"},EPSG_4147:{towgs84:"-17.51,-108.32,-62.39"},EPSG_4259:{towgs84:"-254.1,-5.36,-100.29"},EPSG_4164:{towgs84:"-76,-138,67"},EPSG_4211:{towgs84:"-378.873,676.002,-46.255"},EPSG_4182:{towgs84:"-422.651,-172.995,84.02"},EPSG_4224:{towgs84:"-143.87,243.37,-33.52"},EPSG_4225:{towgs84:"-205.57,168.77,-4.12"},EPSG_5527:{towgs84:"-67.35,3.88,-38.22"},EPSG_4752:{towgs84:"98,390,-22"},EPSG_4310:{towgs84:"-30,190,89"},EPSG_9248:{towgs84:"-192.26,65.72,132.08"},EPSG_4680:{towgs84:"124.5,-63.5,-281"},EPSG_4701:{towgs84:"-79.9,-158,-168.9"},EPSG_4706:{towgs84:"-146.21,112.63,4.05"},EPSG_4805:{towgs84:"682,-203,480"},EPSG_4201:{towgs84:"-165,-11,206"},EPSG_4210:{towgs84:"-157,-2,-299"},EPSG_4183:{towgs84:"-104,167,-38"},EPSG_4139:{towgs84:"11,72,-101"},EPSG_4668:{towgs84:"-86,-98,-119"},EPSG_4717:{towgs84:"-2,151,181"},EPSG_4732:{towgs84:"102,52,-38"},EPSG_4280:{towgs84:"-377,681,-50"},EPSG_4209:{towgs84:"-138,-105,-289"},EPSG_4261:{towgs84:"31,146,47"},EPSG_4658:{towgs84:"-73,46,-86"},EPSG_4721:{towgs84:"265.025,384.929,-194.046"},EPSG_4222:{towgs84:"-136,-108,-292"},EPSG_4601:{towgs84:"-255,-15,71"},EPSG_4602:{towgs84:"725,685,536"},EPSG_4603:{towgs84:"72,213.7,93"},EPSG_4605:{towgs84:"9,183,236"},EPSG_4621:{towgs84:"137,248,-430"},EPSG_4657:{towgs84:"-28,199,5"},EPSG_4316:{towgs84:"103.25,-100.4,-307.19"},EPSG_4642:{towgs84:"-13,-348,292"},EPSG_4698:{towgs84:"145,-187,103"},EPSG_4192:{towgs84:"-206.1,-174.7,-87.7"},EPSG_4311:{towgs84:"-265,120,-358"},EPSG_4135:{towgs84:"58,-283,-182"},ESRI_104138:{towgs84:"198,-226,-347"},EPSG_4245:{towgs84:"-11,851,5"},EPSG_4142:{towgs84:"-125,53,467"},EPSG_4213:{towgs84:"-106,-87,188"},EPSG_4253:{towgs84:"-133,-77,-51"},EPSG_4129:{towgs84:"-132,-110,-335"},EPSG_4713:{towgs84:"-77,-128,142"},EPSG_4239:{towgs84:"217,823,299"},EPSG_4146:{towgs84:"295,736,257"},EPSG_4155:{towgs84:"-83,37,124"},EPSG_4165:{towgs84:"-173,253,27"},EPSG_4672:{towgs84:"175,-38,113"},EPSG_4236:{towgs84:"-637,-549,-203"},EPSG_4251:{towgs84:"-90,40,88"},EPSG_4271:{towgs84:"-2,374,172"},EPSG_4175:{towgs84:"-88,4,101"},EPSG_4716:{towgs84:"298,-304,-375"},EPSG_4315:{towgs84:"-23,259,-9"},EPSG_4744:{towgs84:"-242.2,-144.9,370.3"},EPSG_4244:{towgs84:"-97,787,86"},EPSG_4293:{towgs84:"616,97,-251"},EPSG_4714:{towgs84:"-127,-769,472"},EPSG_4736:{towgs84:"260,12,-147"},EPSG_6883:{towgs84:"-235,-110,393"},EPSG_6894:{towgs84:"-63,176,185"},EPSG_4205:{towgs84:"-43,-163,45"},EPSG_4256:{towgs84:"41,-220,-134"},EPSG_4262:{towgs84:"639,405,60"},EPSG_4604:{towgs84:"174,359,365"},EPSG_4169:{towgs84:"-115,118,426"},EPSG_4620:{towgs84:"-106,-129,165"},EPSG_4184:{towgs84:"-203,141,53"},EPSG_4616:{towgs84:"-289,-124,60"},EPSG_9403:{towgs84:"-307,-92,127"},EPSG_4684:{towgs84:"-133,-321,50"},EPSG_4708:{towgs84:"-491,-22,435"},EPSG_4707:{towgs84:"114,-116,-333"},EPSG_4709:{towgs84:"145,75,-272"},EPSG_4712:{towgs84:"-205,107,53"},EPSG_4711:{towgs84:"124,-234,-25"},EPSG_4718:{towgs84:"230,-199,-752"},EPSG_4719:{towgs84:"211,147,111"},EPSG_4724:{towgs84:"208,-435,-229"},EPSG_4725:{towgs84:"189,-79,-202"},EPSG_4735:{towgs84:"647,1777,-1124"},EPSG_4722:{towgs84:"-794,119,-298"},EPSG_4728:{towgs84:"-307,-92,127"},EPSG_4734:{towgs84:"-632,438,-609"},EPSG_4727:{towgs84:"912,-58,1227"},EPSG_4729:{towgs84:"185,165,42"},EPSG_4730:{towgs84:"170,42,84"},EPSG_4733:{towgs84:"276,-57,149"},ESRI_37218:{towgs84:"230,-199,-752"},ESRI_37240:{towgs84:"-7,215,225"},ESRI_37221:{towgs84:"252,-209,-751"},ESRI_4305:{towgs84:"-123,-206,219"},ESRI_104139:{towgs84:"-73,-247,227"},EPSG_4748:{towgs84:"51,391,-36"},EPSG_4219:{towgs84:"-384,664,-48"},EPSG_4255:{towgs84:"-333,-222,114"},EPSG_4257:{towgs84:"-587.8,519.75,145.76"},EPSG_4646:{towgs84:"-963,510,-359"},EPSG_6881:{towgs84:"-24,-203,268"},EPSG_6882:{towgs84:"-183,-15,273"},EPSG_4715:{towgs84:"-104,-129,239"},IGNF_RGF93GDD:{towgs84:"0,0,0"},IGNF_RGM04GDD:{towgs84:"0,0,0"},IGNF_RGSPM06GDD:{towgs84:"0,0,0"},IGNF_RGTAAF07GDD:{towgs84:"0,0,0"},IGNF_RGFG95GDD:{towgs84:"0,0,0"},IGNF_RGNCG:{towgs84:"0,0,0"},IGNF_RGPFGDD:{towgs84:"0,0,0"},IGNF_ETRS89G:{towgs84:"0,0,0"},IGNF_RGR92GDD:{towgs84:"0,0,0"},EPSG_4173:{towgs84:"0,0,0"},EPSG_4180:{towgs84:"0,0,0"},EPSG_4619:{towgs84:"0,0,0"},EPSG_4667:{towgs84:"0,0,0"},EPSG_4075:{towgs84:"0,0,0"},EPSG_6706:{towgs84:"0,0,0"},EPSG_7798:{towgs84:"0,0,0"},EPSG_4661:{towgs84:"0,0,0"},EPSG_4669:{towgs84:"0,0,0"},EPSG_8685:{towgs84:"0,0,0"},EPSG_4151:{towgs84:"0,0,0"},EPSG_9702:{towgs84:"0,0,0"},EPSG_4758:{towgs84:"0,0,0"},EPSG_4761:{towgs84:"0,0,0"},EPSG_4765:{towgs84:"0,0,0"},EPSG_8997:{towgs84:"0,0,0"},EPSG_4023:{towgs84:"0,0,0"},EPSG_4670:{towgs84:"0,0,0"},EPSG_4694:{towgs84:"0,0,0"},EPSG_4148:{towgs84:"0,0,0"},EPSG_4163:{towgs84:"0,0,0"},EPSG_4167:{towgs84:"0,0,0"},EPSG_4189:{towgs84:"0,0,0"},EPSG_4190:{towgs84:"0,0,0"},EPSG_4176:{towgs84:"0,0,0"},EPSG_4659:{towgs84:"0,0,0"},EPSG_3824:{towgs84:"0,0,0"},EPSG_3889:{towgs84:"0,0,0"},EPSG_4046:{towgs84:"0,0,0"},EPSG_4081:{towgs84:"0,0,0"},EPSG_4558:{towgs84:"0,0,0"},EPSG_4483:{towgs84:"0,0,0"},EPSG_5013:{towgs84:"0,0,0"},EPSG_5264:{towgs84:"0,0,0"},EPSG_5324:{towgs84:"0,0,0"},EPSG_5354:{towgs84:"0,0,0"},EPSG_5371:{towgs84:"0,0,0"},EPSG_5373:{towgs84:"0,0,0"},EPSG_5381:{towgs84:"0,0,0"},EPSG_5393:{towgs84:"0,0,0"},EPSG_5489:{towgs84:"0,0,0"},EPSG_5593:{towgs84:"0,0,0"},EPSG_6135:{towgs84:"0,0,0"},EPSG_6365:{towgs84:"0,0,0"},EPSG_5246:{towgs84:"0,0,0"},EPSG_7886:{towgs84:"0,0,0"},EPSG_8431:{towgs84:"0,0,0"},EPSG_8427:{towgs84:"0,0,0"},EPSG_8699:{towgs84:"0,0,0"},EPSG_8818:{towgs84:"0,0,0"},EPSG_4757:{towgs84:"0,0,0"},EPSG_9140:{towgs84:"0,0,0"},EPSG_8086:{towgs84:"0,0,0"},EPSG_4686:{towgs84:"0,0,0"},EPSG_4737:{towgs84:"0,0,0"},EPSG_4702:{towgs84:"0,0,0"},EPSG_4747:{towgs84:"0,0,0"},EPSG_4749:{towgs84:"0,0,0"},EPSG_4674:{towgs84:"0,0,0"},EPSG_4755:{towgs84:"0,0,0"},EPSG_4759:{towgs84:"0,0,0"},EPSG_4762:{towgs84:"0,0,0"},EPSG_4763:{towgs84:"0,0,0"},EPSG_4764:{towgs84:"0,0,0"},EPSG_4166:{towgs84:"0,0,0"},EPSG_4170:{towgs84:"0,0,0"},EPSG_5546:{towgs84:"0,0,0"},EPSG_7844:{towgs84:"0,0,0"},EPSG_4818:{towgs84:"589,76,480"},EPSG_10328:{towgs84:"0,0,0"},EPSG_9782:{towgs84:"0,0,0"},EPSG_9777:{towgs84:"0,0,0"},EPSG_10690:{towgs84:"0,0,0"},EPSG_10639:{towgs84:"0,0,0"},EPSG_10739:{towgs84:"0,0,0"},EPSG_7686:{towgs84:"0,0,0"},EPSG_8900:{towgs84:"0,0,0"},EPSG_5886:{towgs84:"0,0,0"},EPSG_7683:{towgs84:"0,0,0"},EPSG_6668:{towgs84:"0,0,0"},EPSG_20046:{towgs84:"0,0,0"},EPSG_10299:{towgs84:"0,0,0"},EPSG_10310:{towgs84:"0,0,0"},EPSG_10475:{towgs84:"0,0,0"},EPSG_4742:{towgs84:"0,0,0"},EPSG_10671:{towgs84:"0,0,0"},EPSG_10762:{towgs84:"0,0,0"},EPSG_10725:{towgs84:"0,0,0"},EPSG_10791:{towgs84:"0,0,0"},EPSG_10800:{towgs84:"0,0,0"},EPSG_10305:{towgs84:"0,0,0"},EPSG_10941:{towgs84:"0,0,0"},EPSG_10968:{towgs84:"0,0,0"},EPSG_10875:{towgs84:"0,0,0"},EPSG_6318:{towgs84:"0,0,0"},EPSG_10910:{towgs84:"0,0,0"}};for(ud in Va)ka=Va[ud],ka.datumName&&(Va[ka.datumName]=ka);var ka,ud,fd=Va;function IM(n,t,e,i,r,s,a){var o={};return o.datum_type=Hr,t&&(o.datum_type=Of,o.datum_params=t.map(parseFloat),(o.datum_params[0]!==0||o.datum_params[1]!==0||o.datum_params[2]!==0)&&(o.datum_type=Ae),o.datum_params.length>3&&(o.datum_params[3]!==0||o.datum_params[4]!==0||o.datum_params[5]!==0||o.datum_params[6]!==0)&&(o.datum_type=Ce,o.datum_params[3]*=ei,o.datum_params[4]*=ei,o.datum_params[5]*=ei,o.datum_params[6]=o.datum_params[6]/1e6+1)),a&&(o.datum_type=ln,o.grids=a),o.a=e,o.b=i,o.es=r,o.ep2=s,o}var dd=IM;var Ac={};function Cc(n,t,e){return t instanceof ArrayBuffer?LM(n,t,e):{ready:DM(n,t)}}function LM(n,t,e){var i=!0;e!==void 0&&e.includeErrorFields===!1&&(i=!1);var r=new DataView(t),s=UM(r),a=FM(r,s),o=OM(r,a,s,i),l={header:a,subgrids:o};return Ac[n]=l,l}async function DM(n,t){for(var e=[],i=await t.getImageCount(),r=i-1;r>=0;r--){var s=await t.getImage(r),a=await s.readRasters(),o=a,l=[s.getWidth(),s.getHeight()],c=s.getBoundingBox().map(pd),h=typeof s.fileDirectory.getValue=="function"?s.fileDirectory.getValue("ModelPixelScale"):s.fileDirectory.ModelPixelScale,u=[h[0],h[1]].map(pd),p=c[0]+(l[0]-1)*u[0],g=c[3]-(l[1]-1)*u[1],m=o[0],y=o[1],v=[];for(let N=l[1]-1;N>=0;N--)for(let U=l[0]-1;U>=0;U--){var S=N*l[0]+U;v.push([-Vn(y[S]),Vn(m[S])])}e.push({del:u,lim:l,ll:[-p,g],cvs:v})}var A={header:{nSubgrids:i},subgrids:e};return Ac[n]=A,A}function md(n){if(n===void 0)return null;var t=n.split(",");return t.map(NM)}function NM(n){if(n.length===0)return null;var t=n[0]==="@";return t&&(n=n.slice(1)),n==="null"?{name:"null",mandatory:!t,grid:null,isNull:!0}:{name:n,mandatory:!t,grid:Ac[n]||null,isNull:!1}}function pd(n){return n*Math.PI/180}function Vn(n){return n/3600*Math.PI/180}function UM(n){var t=n.getInt32(8,!1);return t===11?!1:(t=n.getInt32(8,!0),t!==11&&console.warn("Failed to detect nadgrid endian-ness, defaulting to little-endian"),!0)}function FM(n,t){return{nFields:n.getInt32(8,t),nSubgridFields:n.getInt32(24,t),nSubgrids:n.getInt32(40,t),shiftType:Tc(n,56,64).trim(),fromSemiMajorAxis:n.getFloat64(120,t),fromSemiMinorAxis:n.getFloat64(136,t),toSemiMajorAxis:n.getFloat64(152,t),toSemiMinorAxis:n.getFloat64(168,t)}}function Tc(n,t,e){return String.fromCharCode.apply(null,new Uint8Array(n.buffer.slice(t,e)))}function OM(n,t,e,i){for(var r=176,s=[],a=0;a<t.nSubgrids;a++){var o=GM(n,r,e),l=zM(n,r,o,e,i),c=Math.round(1+(o.upperLongitude-o.lowerLongitude)/o.longitudeInterval),h=Math.round(1+(o.upperLatitude-o.lowerLatitude)/o.latitudeInterval);s.push({ll:[Vn(o.lowerLongitude),Vn(o.lowerLatitude)],del:[Vn(o.longitudeInterval),Vn(o.latitudeInterval)],lim:[c,h],count:o.gridNodeCount,cvs:BM(l)});var u=16;i===!1&&(u=8),r+=176+o.gridNodeCount*u}return s}function BM(n){return n.map(function(t){return[Vn(t.longitudeShift),Vn(t.latitudeShift)]})}function GM(n,t,e){return{name:Tc(n,t+8,t+16).trim(),parent:Tc(n,t+24,t+24+8).trim(),lowerLatitude:n.getFloat64(t+72,e),upperLatitude:n.getFloat64(t+88,e),lowerLongitude:n.getFloat64(t+104,e),upperLongitude:n.getFloat64(t+120,e),latitudeInterval:n.getFloat64(t+136,e),longitudeInterval:n.getFloat64(t+152,e),gridNodeCount:n.getInt32(t+168,e)}}function zM(n,t,e,i,r){var s=t+176,a=16;r===!1&&(a=8);for(var o=[],l=0;l<e.gridNodeCount;l++){var c={latitudeShift:n.getFloat32(s+l*a,i),longitudeShift:n.getFloat32(s+l*a+4,i)};r!==!1&&(c.latitudeAccuracy=n.getFloat32(s+l*a+8,i),c.longitudeAccuracy=n.getFloat32(s+l*a+12,i)),o.push(c)}return o}function Hi(n,t){if(!(this instanceof Hi))return new Hi(n);this.forward=null,this.inverse=null,this.init=null,this.name,this.axis,this.names=null,this.title,t=t||function(c){if(c)throw c};var e=za(n);if(typeof e!="object"){t("Could not parse to valid json: "+n);return}var i=Hi.projections.get(e.projName);if(!i){t("Could not get projection name from: "+n);return}if(e.datumCode&&e.datumCode!=="none"){var r=ce(fd,e.datumCode);r&&(e.datum_params=e.datum_params||(r.towgs84?r.towgs84.split(","):null),e.ellps=r.ellipse,e.datumName=r.datumName?r.datumName:e.datumCode)}e.axis=e.axis||"enu",e.ellps=e.ellps||"wgs84",e.lat1=e.lat1||e.lat0;var s=hd(e.a,e.b,e.rf,e.ellps,e.sphere),a=cd(s.a,s.b,s.rf,e.R_A),o=md(e.nadgrids),l=e.datum||dd(e.datumCode,e.datum_params,s.a,s.b,a.es,a.ep2,o);Sc(this,e),Sc(this,i),this.a=s.a,this.b=s.b,this.rf=s.rf,this.sphere=s.sphere,this.es=a.es,this.e=a.e,this.ep2=a.ep2,this.datum=l,"init"in this&&typeof this.init=="function"&&this.init(),this.k0||(this.k0=1),t(null,this)}Hi.projections=ld;Hi.projections.start();var Pe=Hi;function gd(n,t){return n.datum_type!==t.datum_type||n.a!==t.a||Math.abs(n.es-t.es)>5e-11?!1:n.datum_type===Ae?n.datum_params[0]===t.datum_params[0]&&n.datum_params[1]===t.datum_params[1]&&n.datum_params[2]===t.datum_params[2]:n.datum_type===Ce?n.datum_params[0]===t.datum_params[0]&&n.datum_params[1]===t.datum_params[1]&&n.datum_params[2]===t.datum_params[2]&&n.datum_params[3]===t.datum_params[3]&&n.datum_params[4]===t.datum_params[4]&&n.datum_params[5]===t.datum_params[5]&&n.datum_params[6]===t.datum_params[6]:!0}function Ha(n,t,e){var i=n.x,r=n.y,s=n.z?n.z:0,a,o,l,c;if(r<-T&&r>-1.001*T)r=-T;else if(r>T&&r<1.001*T)r=T;else{if(r<-T)return{x:-1/0,y:-1/0,z:n.z};if(r>T)return{x:1/0,y:1/0,z:n.z}}return i>Math.PI&&(i-=2*Math.PI),o=Math.sin(r),c=Math.cos(r),l=o*o,a=e/Math.sqrt(1-t*l),{x:(a+s)*c*Math.cos(i),y:(a+s)*c*Math.sin(i),z:(a*(1-t)+s)*o}}function Wa(n,t,e,i){var r=1e-12,s=r*r,a=30,o,l,c,h,u,p,g,m,y,v,S,A,N,U=n.x,R=n.y,V=n.z?n.z:0,B,H,$;if(o=Math.sqrt(U*U+R*R),l=Math.sqrt(U*U+R*R+V*V),o/e<r){if(B=0,l/e<r)return H=T,$=-i,{x:n.x,y:n.y,z:n.z}}else B=Math.atan2(R,U);c=V/l,h=o/l,u=1/Math.sqrt(1-t*(2-t)*h*h),m=h*(1-t)*u,y=c*u,N=0;do N++,g=e/Math.sqrt(1-t*y*y),$=o*m+V*y-g*(1-t*y*y),p=t*g/(g+$),u=1/Math.sqrt(1-p*(2-p)*h*h),v=h*(1-p)*u,S=c*u,A=S*m-v*y,m=v,y=S;while(A*A>s&&N<a);return H=Math.atan(S/Math.abs(v)),{x:B,y:H,z:$}}function _d(n,t,e){if(t===Ae)return{x:n.x+e[0],y:n.y+e[1],z:n.z+e[2]};if(t===Ce){var i=e[0],r=e[1],s=e[2],a=e[3],o=e[4],l=e[5],c=e[6];return{x:c*(n.x-l*n.y+o*n.z)+i,y:c*(l*n.x+n.y-a*n.z)+r,z:c*(-o*n.x+a*n.y+n.z)+s}}}function yd(n,t,e){if(t===Ae)return{x:n.x-e[0],y:n.y-e[1],z:n.z-e[2]};if(t===Ce){var i=e[0],r=e[1],s=e[2],a=e[3],o=e[4],l=e[5],c=e[6],h=(n.x-i)/c,u=(n.y-r)/c,p=(n.z-s)/c;return{x:h+l*u-o*p,y:-l*h+u+a*p,z:o*h-a*u+p}}}function Xa(n){return n===Ae||n===Ce}function Md(n,t,e){if(gd(n,t)||n.datum_type===Hr||t.datum_type===Hr)return e;var i=n.a,r=n.es;if(n.datum_type===ln){var s=vd(n,!1,e);if(s!==0)return;i=_c,r=yc}var a=t.a,o=t.b,l=t.es;if(t.datum_type===ln&&(a=_c,o=Bf,l=yc),r===l&&i===a&&!Xa(n.datum_type)&&!Xa(t.datum_type))return e;if(e=Ha(e,r,i),Xa(n.datum_type)&&(e=_d(e,n.datum_type,n.datum_params)),Xa(t.datum_type)&&(e=yd(e,t.datum_type,t.datum_params)),e=Wa(e,l,a,o),t.datum_type===ln){var c=vd(t,!0,e);if(c!==0)return}return e}function vd(n,t,e){if(n.grids===null||n.grids.length===0)return console.log("Grid shift grids not found"),-1;var i={x:-e.x,y:e.y},r={x:Number.NaN,y:Number.NaN},s=[];t:for(var a=0;a<n.grids.length;a++){var o=n.grids[a];if(s.push(o.name),o.isNull){r=i;break}if(o.grid===null){if(o.mandatory)return console.log("Unable to find mandatory grid '"+o.name+"'"),-1;continue}for(var l=o.grid.subgrids,c=0,h=l.length;c<h;c++){var u=l[c],p=(Math.abs(u.del[1])+Math.abs(u.del[0]))/1e4,g=u.ll[0]-p,m=u.ll[1]-p,y=u.ll[0]+(u.lim[0]-1)*u.del[0]+p,v=u.ll[1]+(u.lim[1]-1)*u.del[1]+p;if(!(m>i.y||g>i.x||v<i.y||y<i.x)&&(r=kM(i,t,u),!isNaN(r.x)))break t}}return isNaN(r.x)?(console.log("Failed to find a grid shift table for location '"+-i.x*Tt+" "+i.y*Tt+" tried: '"+s+"'"),-1):(e.x=-r.x,e.y=r.y,0)}function kM(n,t,e){var i={x:Number.NaN,y:Number.NaN};if(isNaN(n.x))return i;var r={x:n.x,y:n.y};r.x-=e.ll[0],r.y-=e.ll[1],r.x=L(r.x-Math.PI)+Math.PI;var s=xd(r,e);if(t){if(isNaN(s.x))return i;s.x=r.x-s.x,s.y=r.y-s.y;var a=9,o=1e-12,l,c;do{if(c=xd(s,e),isNaN(c.x)){console.log("Inverse grid shift iteration failed, presumably at grid edge.  Using first approximation.");break}l={x:r.x-(c.x+s.x),y:r.y-(c.y+s.y)},s.x+=l.x,s.y+=l.y}while(a--&&Math.abs(l.x)>o&&Math.abs(l.y)>o);if(a<0)return console.log("Inverse grid shift iterator failed to converge."),i;i.x=L(s.x+e.ll[0]),i.y=s.y+e.ll[1]}else isNaN(s.x)||(i.x=n.x+s.x,i.y=n.y+s.y);return i}function xd(n,t){var e={x:n.x/t.del[0],y:n.y/t.del[1]},i={x:Math.floor(e.x),y:Math.floor(e.y)},r={x:e.x-1*i.x,y:e.y-1*i.y},s={x:Number.NaN,y:Number.NaN},a;if(i.x<0||i.x>=t.lim[0]||i.y<0||i.y>=t.lim[1])return s;a=i.y*t.lim[0]+i.x;var o={x:t.cvs[a][0],y:t.cvs[a][1]};a++;var l={x:t.cvs[a][0],y:t.cvs[a][1]};a+=t.lim[0];var c={x:t.cvs[a][0],y:t.cvs[a][1]};a--;var h={x:t.cvs[a][0],y:t.cvs[a][1]},u=r.x*r.y,p=r.x*(1-r.y),g=(1-r.x)*(1-r.y),m=(1-r.x)*r.y;return s.x=g*o.x+p*l.x+m*h.x+u*c.x,s.y=g*o.y+p*l.y+m*h.y+u*c.y,s}var ri=["x","y","z"];function Sd(n,t){let e={};for(let i=0,r=n.axis.length;i<r;i++){if(i===2&&t.z===void 0)continue;let s=t[ri[i]];switch(n.axis[i]){case"e":e.x=s;break;case"w":e.x=-s;break;case"n":e.y=s;break;case"s":e.y=-s;break;case"u":e.z=s;break;case"d":e.z=-s;break;default:return null}}return e}function bd(n,t){let e={};for(let i=0,r=n.axis.length;i<r;i++)if(!(i===2&&t.z===void 0))switch(n.axis[i]){case"e":e[ri[i]]=t.x;break;case"w":e[ri[i]]=-t.x;break;case"n":e[ri[i]]=t.y;break;case"s":e[ri[i]]=-t.y;break;case"u":e[ri[i]]=t.z;break;case"d":e[ri[i]]=-t.z;break;default:return null}return e}function Wi(n){var t={x:n[0],y:n[1]};return n.length>2&&(t.z=n[2]),n.length>3&&(t.m=n[3]),t}function Ed(n){wd(n.x),wd(n.y)}function wd(n){if(typeof Number.isFinite=="function"){if(Number.isFinite(n))return;throw new TypeError("coordinates must be finite numbers")}if(typeof n!="number"||n!==n||!isFinite(n))throw new TypeError("coordinates must be finite numbers")}function VM(n,t){return(n.datum.datum_type===Ae||n.datum.datum_type===Ce||n.datum.datum_type===ln)&&t.datumCode!=="WGS84"||(t.datum.datum_type===Ae||t.datum.datum_type===Ce||t.datum.datum_type===ln)&&n.datumCode!=="WGS84"}function Yr(n,t,e,i){var r,s=e.z!==void 0;if(Ed(e),n.datum&&t.datum&&VM(n,t)&&(r=new Pe("WGS84"),e=Yr(n,r,e,i),n=r),i&&n.axis!=="enu"&&(e=Sd(n,e)),n.projName==="longlat")e={x:e.x*ht,y:e.y*ht,z:e.z||0};else if(n.to_meter&&(e={x:e.x*n.to_meter,y:e.y*n.to_meter,z:e.z||0}),e=n.inverse(e),!e)return;if(n.from_greenwich&&(e.x+=n.from_greenwich),e=Md(n.datum,t.datum,e),!!e)return e=e,t.from_greenwich&&(e={x:e.x-t.from_greenwich,y:e.y,z:e.z||0}),t.projName==="longlat"?(t.long_wrap!==void 0&&(e.x=t.long_wrap+L(e.x-t.long_wrap)),e={x:e.x*Tt,y:e.y*Tt,z:e.z||0}):(e=t.forward(e),t.to_meter&&(e={x:e.x/t.to_meter,y:e.y/t.to_meter,z:e.z||0})),i&&t.axis!=="enu"?bd(t,e):(e&&!s&&t.projName!=="geocent"&&delete e.z,e)}function Pc(n,t,e,i){var r;return Array.isArray(e)?r=Wi(e):r={x:e.x,y:e.y,z:e.z,m:e.m},Yr(n,t,r,i)}var Td=Pe("WGS84");function Rc(n,t,e,i){var r,s,a;return Array.isArray(e)?(r=Yr(n,t,Wi(e),i)||{x:NaN,y:NaN},e.length>2?(s=typeof n.name<"u"&&n.name==="geocent"||typeof t.name<"u"&&t.name==="geocent",s?typeof r.z=="number"?[r.x,r.y,r.z].concat(e.slice(3)):[r.x,r.y,e[2]].concat(e.slice(3)):i&&typeof r.z=="number"?[r.x,r.y,r.z].concat(e.slice(3)):[r.x,r.y].concat(e.slice(2))):[r.x,r.y]):(r=Yr(n,t,{x:e.x,y:e.y,z:e.z,m:e.m},i)||{x:NaN,y:NaN},a=Object.keys(e),a.length===2||(s=typeof n.name<"u"&&n.name==="geocent"||typeof t.name<"u"&&t.name==="geocent",a.forEach(function(o){o==="x"||o==="y"||o==="z"&&(s||i)||(r[o]=e[o])})),r)}function qa(n){return n instanceof Pe?n:typeof n=="object"&&"oProj"in n?n.oProj:Pe(n)}function HM(n,t,e){var i,r,s=!1,a;return typeof t>"u"?(r=qa(n),i=Td,s=!0):(typeof t.x<"u"||Array.isArray(t))&&(e=t,r=qa(n),i=Td,s=!0),i||(i=qa(n)),r||(r=qa(t)),e?Rc(i,r,e):(a={forward:function(o,l){return Rc(i,r,o,l)},inverse:function(o,l){return Rc(r,i,o,l)}},s&&(a.oProj=r),a)}var Ad=HM;var Cd=6,Rd="AJSAJS",Id="AFAFAF",Xi=65,ee=73,xe=79,jr=86,Zr=90,Ld={forward:Lc,inverse:WM,toPoint:Dc};function Lc(n,t){return t=t||5,YM(XM({lat:n[1],lon:n[0]}),t)}function WM(n){var t=Nc(Nd(n.toUpperCase()));return t.lat&&t.lon?[t.lon,t.lat,t.lon,t.lat]:[t.left,t.bottom,t.right,t.top]}function Dc(n){var t=Nc(Nd(n.toUpperCase()));return t.lat&&t.lon?[t.lon,t.lat]:[(t.left+t.right)/2,(t.top+t.bottom)/2]}function Ic(n){return n*(Math.PI/180)}function Pd(n){return 180*(n/Math.PI)}function XM(n){var t=n.lat,e=n.lon,i=6378137,r=.00669438,s=.9996,a,o,l,c,h,u,p,g=Ic(t),m=Ic(e),y,v;v=Math.floor((e+180)/6)+1,e===180&&(v=60),t>=56&&t<64&&e>=3&&e<12&&(v=32),t>=72&&t<84&&(e>=0&&e<9?v=31:e>=9&&e<21?v=33:e>=21&&e<33?v=35:e>=33&&e<42&&(v=37)),a=(v-1)*6-180+3,y=Ic(a),o=r/(1-r),l=i/Math.sqrt(1-r*Math.sin(g)*Math.sin(g)),c=Math.tan(g)*Math.tan(g),h=o*Math.cos(g)*Math.cos(g),u=Math.cos(g)*(m-y),p=i*((1-r/4-3*r*r/64-5*r*r*r/256)*g-(3*r/8+3*r*r/32+45*r*r*r/1024)*Math.sin(2*g)+(15*r*r/256+45*r*r*r/1024)*Math.sin(4*g)-35*r*r*r/3072*Math.sin(6*g));var S=s*l*(u+(1-c+h)*u*u*u/6+(5-18*c+c*c+72*h-58*o)*u*u*u*u*u/120)+5e5,A=s*(p+l*Math.tan(g)*(u*u/2+(5-c+9*h+4*h*h)*u*u*u*u/24+(61-58*c+c*c+600*h-330*o)*u*u*u*u*u*u/720));return t<0&&(A+=1e7),{northing:Math.round(A),easting:Math.round(S),zoneNumber:v,zoneLetter:qM(t)}}function Nc(n){var t=n.northing,e=n.easting,i=n.zoneLetter,r=n.zoneNumber;if(r<0||r>60)return null;var s=.9996,a=6378137,o=.00669438,l,c=(1-Math.sqrt(1-o))/(1+Math.sqrt(1-o)),h,u,p,g,m,y,v,S,A,N=e-5e5,U=t;i<"N"&&(U-=1e7),v=(r-1)*6-180+3,l=o/(1-o),y=U/s,S=y/(a*(1-o/4-3*o*o/64-5*o*o*o/256)),A=S+(3*c/2-27*c*c*c/32)*Math.sin(2*S)+(21*c*c/16-55*c*c*c*c/32)*Math.sin(4*S)+151*c*c*c/96*Math.sin(6*S),h=a/Math.sqrt(1-o*Math.sin(A)*Math.sin(A)),u=Math.tan(A)*Math.tan(A),p=l*Math.cos(A)*Math.cos(A),g=a*(1-o)/Math.pow(1-o*Math.sin(A)*Math.sin(A),1.5),m=N/(h*s);var R=A-h*Math.tan(A)/g*(m*m/2-(5+3*u+10*p-4*p*p-9*l)*m*m*m*m/24+(61+90*u+298*p+45*u*u-252*l-3*p*p)*m*m*m*m*m*m/720);R=Pd(R);var V=(m-(1+2*u+p)*m*m*m/6+(5-2*p+28*u-3*p*p+8*l+24*u*u)*m*m*m*m*m/120)/Math.cos(A);V=v+Pd(V);var B;if(n.accuracy){var H=Nc({northing:n.northing+n.accuracy,easting:n.easting+n.accuracy,zoneLetter:n.zoneLetter,zoneNumber:n.zoneNumber});B={top:H.lat,right:H.lon,bottom:R,left:V}}else B={lat:R,lon:V};return B}function qM(n){var t="Z";return 84>=n&&n>=72?t="X":72>n&&n>=64?t="W":64>n&&n>=56?t="V":56>n&&n>=48?t="U":48>n&&n>=40?t="T":40>n&&n>=32?t="S":32>n&&n>=24?t="R":24>n&&n>=16?t="Q":16>n&&n>=8?t="P":8>n&&n>=0?t="N":0>n&&n>=-8?t="M":-8>n&&n>=-16?t="L":-16>n&&n>=-24?t="K":-24>n&&n>=-32?t="J":-32>n&&n>=-40?t="H":-40>n&&n>=-48?t="G":-48>n&&n>=-56?t="F":-56>n&&n>=-64?t="E":-64>n&&n>=-72?t="D":-72>n&&n>=-80&&(t="C"),t}function YM(n,t){var e="00000"+n.easting,i="00000"+n.northing;return n.zoneNumber+n.zoneLetter+jM(n.easting,n.northing,n.zoneNumber)+e.substr(e.length-5,t)+i.substr(i.length-5,t)}function jM(n,t,e){var i=Dd(e),r=Math.floor(n/1e5),s=Math.floor(t/1e5)%20;return ZM(r,s,i)}function Dd(n){var t=n%Cd;return t===0&&(t=Cd),t}function ZM(n,t,e){var i=e-1,r=Rd.charCodeAt(i),s=Id.charCodeAt(i),a=r+n-1,o=s+t,l=!1;a>Zr&&(a=a-Zr+Xi-1,l=!0),(a===ee||r<ee&&a>ee||(a>ee||r<ee)&&l)&&a++,(a===xe||r<xe&&a>xe||(a>xe||r<xe)&&l)&&(a++,a===ee&&a++),a>Zr&&(a=a-Zr+Xi-1),o>jr?(o=o-jr+Xi-1,l=!0):l=!1,(o===ee||s<ee&&o>ee||(o>ee||s<ee)&&l)&&o++,(o===xe||s<xe&&o>xe||(o>xe||s<xe)&&l)&&(o++,o===ee&&o++),o>jr&&(o=o-jr+Xi-1);var c=String.fromCharCode(a)+String.fromCharCode(o);return c}function Nd(n){if(n&&n.length===0)throw"MGRSPoint coverting from nothing";for(var t=n.length,e=null,i="",r,s=0;!/[A-Z]/.test(r=n.charAt(s));){if(s>=2)throw"MGRSPoint bad conversion from: "+n;i+=r,s++}var a=parseInt(i,10);if(s===0||s+3>t)throw"MGRSPoint bad conversion from: "+n;var o=n.charAt(s++);if(o<="A"||o==="B"||o==="Y"||o>="Z"||o==="I"||o==="O")throw"MGRSPoint zone letter "+o+" not handled: "+n;e=n.substring(s,s+=2);for(var l=Dd(a),c=$M(e.charAt(0),l),h=JM(e.charAt(1),l);h<KM(o);)h+=2e6;var u=t-s;if(u%2!==0)throw`MGRSPoint has to have an even number 
of digits after the zone letter and two 100km letters - front 
half for easting meters, second half for 
northing meters`+n;var p=u/2,g=0,m=0,y,v,S,A,N;return p>0&&(y=1e5/Math.pow(10,p),v=n.substring(s,s+p),g=parseFloat(v)*y,S=n.substring(s+p),m=parseFloat(S)*y),A=g+c,N=m+h,{easting:A,northing:N,zoneLetter:o,zoneNumber:a,accuracy:y}}function $M(n,t){for(var e=Rd.charCodeAt(t-1),i=1e5,r=!1;e!==n.charCodeAt(0);){if(e++,e===ee&&e++,e===xe&&e++,e>Zr){if(r)throw"Bad character: "+n;e=Xi,r=!0}i+=1e5}return i}function JM(n,t){if(n>"V")throw"MGRSPoint given invalid Northing "+n;for(var e=Id.charCodeAt(t-1),i=0,r=!1;e!==n.charCodeAt(0);){if(e++,e===ee&&e++,e===xe&&e++,e>jr){if(r)throw"Bad character: "+n;e=Xi,r=!0}i+=1e5}return i}function KM(n){var t;switch(n){case"C":t=11e5;break;case"D":t=2e6;break;case"E":t=28e5;break;case"F":t=37e5;break;case"G":t=46e5;break;case"H":t=55e5;break;case"J":t=64e5;break;case"K":t=73e5;break;case"L":t=82e5;break;case"M":t=91e5;break;case"N":t=0;break;case"P":t=8e5;break;case"Q":t=17e5;break;case"R":t=26e5;break;case"S":t=35e5;break;case"T":t=44e5;break;case"U":t=53e5;break;case"V":t=62e5;break;case"W":t=7e6;break;case"X":t=79e5;break;default:t=-1}if(t>=0)return t;throw"Invalid zone letter: "+n}function qi(n,t,e){if(!(this instanceof qi))return new qi(n,t,e);if(Array.isArray(n))this.x=n[0],this.y=n[1],this.z=n[2]||0;else if(typeof n=="object")this.x=n.x,this.y=n.y,this.z=n.z||0;else if(typeof n=="string"&&typeof t>"u"){var i=n.split(",");this.x=parseFloat(i[0]),this.y=parseFloat(i[1]),this.z=parseFloat(i[2])||0}else this.x=n,this.y=t,this.z=e||0;console.warn("proj4.Point will be removed in version 3, use proj4.toPoint")}qi.fromMGRS=function(n){return new qi(Dc(n))};qi.prototype.toMGRS=function(n){return Lc([this.x,this.y],n)};var Ud=qi;var QM=1,tS=.25,Fd=.046875,Od=.01953125,Bd=.01068115234375,eS=.75,nS=.46875,iS=.013020833333333334,rS=.007120768229166667,sS=.3645833333333333,aS=.005696614583333333,oS=.3076171875;function Yi(n){var t=[];t[0]=QM-n*(tS+n*(Fd+n*(Od+n*Bd))),t[1]=n*(eS-n*(Fd+n*(Od+n*Bd)));var e=n*n;return t[2]=e*(nS-n*(iS+n*rS)),e*=n,t[3]=e*(sS-n*aS),t[4]=e*n*oS,t}function Ve(n,t,e,i){return e*=t,t*=t,i[0]*n-e*(i[1]+t*(i[2]+t*(i[3]+t*i[4])))}var lS=20;function ji(n,t,e){for(var i=1/(1-t),r=n,s=lS;s;--s){var a=Math.sin(r),o=1-t*a*a;if(o=(Ve(r,a,Math.cos(r),e)-n)*(o*Math.sqrt(o))*i,r-=o,Math.abs(o)<D)return r}return r}function cS(){this.x0=this.x0!==void 0?this.x0:0,this.y0=this.y0!==void 0?this.y0:0,this.long0=this.long0!==void 0?this.long0:0,this.lat0=this.lat0!==void 0?this.lat0:0,this.es&&(this.en=Yi(this.es),this.ml0=Ve(this.lat0,Math.sin(this.lat0),Math.cos(this.lat0),this.en))}function hS(n){var t=n.x,e=n.y,i=L(t-this.long0,this.over),r,s,a,o=Math.sin(e),l=Math.cos(e);if(this.es){var h=l*i,u=Math.pow(h,2),p=this.ep2*Math.pow(l,2),g=Math.pow(p,2),m=Math.abs(l)>D?Math.tan(e):0,y=Math.pow(m,2),v=Math.pow(y,2);r=1-this.es*Math.pow(o,2),h=h/Math.sqrt(r);var S=Ve(e,o,l,this.en);s=this.a*(this.k0*h*(1+u/6*(1-y+p+u/20*(5-18*y+v+14*p-58*y*p+u/42*(61+179*v-v*y-479*y)))))+this.x0,a=this.a*(this.k0*(S-this.ml0+o*i*h/2*(1+u/12*(5-y+9*p+4*g+u/30*(61+v-58*y+270*p-330*y*p+u/56*(1385+543*v-v*y-3111*y))))))+this.y0}else{var c=l*Math.sin(i);if(Math.abs(Math.abs(c)-1)<D)return 93;if(s=.5*this.a*this.k0*Math.log((1+c)/(1-c))+this.x0,a=l*Math.cos(i)/Math.sqrt(1-Math.pow(c,2)),c=Math.abs(a),c>=1){if(c-1>D)return 93;a=0}else a=Math.acos(a);e<0&&(a=-a),a=this.a*this.k0*(a-this.lat0)+this.y0}return n.x=s,n.y=a,n}function uS(n){var t,e,i,r,s=(n.x-this.x0)*(1/this.a),a=(n.y-this.y0)*(1/this.a);if(this.es)if(t=this.ml0+a/this.k0,e=ji(t,this.es,this.en),Math.abs(e)<T){var u=Math.sin(e),p=Math.cos(e),g=Math.abs(p)>D?Math.tan(e):0,m=this.ep2*Math.pow(p,2),y=Math.pow(m,2),v=Math.pow(g,2),S=Math.pow(v,2);t=1-this.es*Math.pow(u,2);var A=s*Math.sqrt(t)/this.k0,N=Math.pow(A,2);t=t*g,i=e-t*N/(1-this.es)*.5*(1-N/12*(5+3*v-9*m*v+m-4*y-N/30*(61+90*v-252*m*v+45*S+46*m-N/56*(1385+3633*v+4095*S+1574*S*v)))),r=L(this.long0+A*(1-N/6*(1+2*v+m-N/20*(5+28*v+24*S+8*m*v+6*m-N/42*(61+662*v+1320*S+720*S*v))))/p,this.over)}else i=T*ke(a),r=0;else{var o=Math.exp(s/this.k0),l=.5*(o-1/o),c=this.lat0+a/this.k0,h=Math.cos(c);t=Math.sqrt((1-Math.pow(h,2))/(1+Math.pow(l,2))),i=Math.asin(t),a<0&&(i=-i),l===0&&h===0?r=0:r=L(Math.atan2(l,h)+this.long0,this.over)}return n.x=r,n.y=i,n}var fS=["Fast_Transverse_Mercator","Fast Transverse Mercator"],Zi={init:cS,forward:hS,inverse:uS,names:fS};function Ya(n){var t=Math.exp(n);return t=(t-1/t)/2,t}function Et(n,t){n=Math.abs(n),t=Math.abs(t);var e=Math.max(n,t),i=Math.min(n,t)/(e||1);return e*Math.sqrt(1+Math.pow(i,2))}function Gd(n){var t=1+n,e=t-1;return e===0?n:n*Math.log(t)/e}function zd(n){var t=Math.abs(n);return t=Gd(t*(1+t/(Et(1,t)+1))),n<0?-t:t}function ja(n,t){for(var e=2*Math.cos(2*t),i=n.length-1,r=n[i],s=0,a;--i>=0;)a=-s+e*r+n[i],s=r,r=a;return t+a*Math.sin(2*t)}function kd(n,t){for(var e=2*Math.cos(t),i=n.length-1,r=n[i],s=0,a;--i>=0;)a=-s+e*r+n[i],s=r,r=a;return Math.sin(t)*a}function Vd(n){var t=Math.exp(n);return t=(t+1/t)/2,t}function Uc(n,t,e){for(var i=Math.sin(t),r=Math.cos(t),s=Ya(e),a=Vd(e),o=2*r*a,l=-2*i*s,c=n.length-1,h=n[c],u=0,p=0,g=0,m,y;--c>=0;)m=p,y=u,p=h,u=g,h=-m+o*p-l*u+n[c],g=-y+l*p+o*u;return o=i*a,l=r*s,[o*h-l*g,o*g+l*h]}function dS(){if(!this.approx&&(isNaN(this.es)||this.es<=0))throw new Error('Incorrect elliptical usage. Try using the +approx option in the proj string, or PROJECTION["Fast_Transverse_Mercator"] in the WKT.');this.approx&&(Zi.init.apply(this),this.forward=Zi.forward,this.inverse=Zi.inverse),this.x0=this.x0!==void 0?this.x0:0,this.y0=this.y0!==void 0?this.y0:0,this.long0=this.long0!==void 0?this.long0:0,this.lat0=this.lat0!==void 0?this.lat0:0,this.k0=this.k0!==void 0?this.k0:1,this.cgb=[],this.cbg=[],this.utg=[],this.gtu=[];var n=this.es/(1+Math.sqrt(1-this.es)),t=n/(2-n),e=t;this.cgb[0]=t*(2+t*(-2/3+t*(-2+t*(116/45+t*(26/45+t*(-2854/675)))))),this.cbg[0]=t*(-2+t*(2/3+t*(4/3+t*(-82/45+t*(32/45+t*(4642/4725)))))),e=e*t,this.cgb[1]=e*(7/3+t*(-8/5+t*(-227/45+t*(2704/315+t*(2323/945))))),this.cbg[1]=e*(5/3+t*(-16/15+t*(-13/9+t*(904/315+t*(-1522/945))))),e=e*t,this.cgb[2]=e*(56/15+t*(-136/35+t*(-1262/105+t*(73814/2835)))),this.cbg[2]=e*(-26/15+t*(34/21+t*(8/5+t*(-12686/2835)))),e=e*t,this.cgb[3]=e*(4279/630+t*(-332/35+t*(-399572/14175))),this.cbg[3]=e*(1237/630+t*(-12/5+t*(-24832/14175))),e=e*t,this.cgb[4]=e*(4174/315+t*(-144838/6237)),this.cbg[4]=e*(-734/315+t*(109598/31185)),e=e*t,this.cgb[5]=e*(601676/22275),this.cbg[5]=e*(444337/155925),e=Math.pow(t,2),this.Qn=this.k0/(1+t)*(1+e*(1/4+e*(1/64+e/256))),this.utg[0]=t*(-.5+t*(2/3+t*(-37/96+t*(1/360+t*(81/512+t*(-96199/604800)))))),this.gtu[0]=t*(.5+t*(-2/3+t*(5/16+t*(41/180+t*(-127/288+t*(7891/37800)))))),this.utg[1]=e*(-1/48+t*(-1/15+t*(437/1440+t*(-46/105+t*(1118711/3870720))))),this.gtu[1]=e*(13/48+t*(-3/5+t*(557/1440+t*(281/630+t*(-1983433/1935360))))),e=e*t,this.utg[2]=e*(-17/480+t*(37/840+t*(209/4480+t*(-5569/90720)))),this.gtu[2]=e*(61/240+t*(-103/140+t*(15061/26880+t*(167603/181440)))),e=e*t,this.utg[3]=e*(-4397/161280+t*(11/504+t*(830251/7257600))),this.gtu[3]=e*(49561/161280+t*(-179/168+t*(6601661/7257600))),e=e*t,this.utg[4]=e*(-4583/161280+t*(108847/3991680)),this.gtu[4]=e*(34729/80640+t*(-3418889/1995840)),e=e*t,this.utg[5]=e*(-20648693/638668800),this.gtu[5]=e*(212378941/319334400);var i=ja(this.cbg,this.lat0);this.Zb=-this.Qn*(i+kd(this.gtu,2*i))}function pS(n){var t=L(n.x-this.long0,this.over),e=n.y;e=ja(this.cbg,e);var i=Math.sin(e),r=Math.cos(e),s=Math.sin(t),a=Math.cos(t);e=Math.atan2(i,a*r),t=Math.atan2(s*r,Et(i,r*a)),t=zd(Math.tan(t));var o=Uc(this.gtu,2*e,2*t);e=e+o[0],t=t+o[1];var l,c;return Math.abs(t)<=2.623395162778?(l=this.a*(this.Qn*t)+this.x0,c=this.a*(this.Qn*e+this.Zb)+this.y0):(l=1/0,c=1/0),n.x=l,n.y=c,n}function mS(n){var t=(n.x-this.x0)*(1/this.a),e=(n.y-this.y0)*(1/this.a);e=(e-this.Zb)/this.Qn,t=t/this.Qn;var i,r;if(Math.abs(t)<=2.623395162778){var s=Uc(this.utg,2*e,2*t);e=e+s[0],t=t+s[1],t=Math.atan(Ya(t));var a=Math.sin(e),o=Math.cos(e),l=Math.sin(t),c=Math.cos(t);e=Math.atan2(a*c,Et(l,c*o)),t=Math.atan2(l,c*o),i=L(t+this.long0,this.over),r=ja(this.cgb,e)}else i=1/0,r=1/0;return n.x=i,n.y=r,n}var gS=["Extended_Transverse_Mercator","Extended Transverse Mercator","etmerc","Transverse_Mercator","Transverse Mercator","Gauss Kruger","Gauss_Kruger","tmerc"],$i={init:dS,forward:pS,inverse:mS,names:gS};function Hd(n,t){if(n===void 0){if(n=Math.floor((L(t)+Math.PI)*30/Math.PI)+1,n<0)return 0;if(n>60)return 60}return n}var _S="etmerc";function yS(){var n=Hd(this.zone,this.long0);if(n===void 0)throw new Error("unknown utm zone");this.lat0=0,this.long0=(6*Math.abs(n)-183)*ht,this.x0=5e5,this.y0=this.utmSouth?1e7:0,this.k0=.9996,$i.init.apply(this),this.forward=$i.forward,this.inverse=$i.inverse}var vS=["Universal Transverse Mercator System","utm"],Wd={init:yS,names:vS,dependsOn:_S};function Za(n,t){return Math.pow((1-n)/(1+n),t)}var xS=20;function MS(){var n=Math.sin(this.lat0),t=Math.cos(this.lat0);t*=t,this.rc=Math.sqrt(1-this.es)/(1-this.es*n*n),this.C=Math.sqrt(1+this.es*t*t/(1-this.es)),this.phic0=Math.asin(n/this.C),this.ratexp=.5*this.C*this.e,this.K=Math.tan(.5*this.phic0+it)/(Math.pow(Math.tan(.5*this.lat0+it),this.C)*Za(this.e*n,this.ratexp))}function SS(n){var t=n.x,e=n.y;return n.y=2*Math.atan(this.K*Math.pow(Math.tan(.5*e+it),this.C)*Za(this.e*Math.sin(e),this.ratexp))-T,n.x=this.C*t,n}function bS(n){for(var t=1e-14,e=n.x/this.C,i=n.y,r=Math.pow(Math.tan(.5*i+it)/this.K,1/this.C),s=xS;s>0&&(i=2*Math.atan(r*Za(this.e*Math.sin(n.y),-.5*this.e))-T,!(Math.abs(i-n.y)<t));--s)n.y=i;return s?(n.x=e,n.y=i,n):null}var wS=["gauss"],$a={init:MS,forward:SS,inverse:bS,names:wS};function ES(){$a.init.apply(this),this.rc&&(this.sinc0=Math.sin(this.phic0),this.cosc0=Math.cos(this.phic0),this.R2=2*this.rc,this.title||(this.title="Oblique Stereographic Alternative"))}function TS(n){var t,e,i,r;return n.x=L(n.x-this.long0,this.over),$a.forward.apply(this,[n]),t=Math.sin(n.y),e=Math.cos(n.y),i=Math.cos(n.x),r=this.k0*this.R2/(1+this.sinc0*t+this.cosc0*e*i),n.x=r*e*Math.sin(n.x),n.y=r*(this.cosc0*t-this.sinc0*e*i),n.x=this.a*n.x+this.x0,n.y=this.a*n.y+this.y0,n}function AS(n){var t,e,i,r,s;if(n.x=(n.x-this.x0)/this.a,n.y=(n.y-this.y0)/this.a,n.x/=this.k0,n.y/=this.k0,s=Et(n.x,n.y)){var a=2*Math.atan2(s,this.R2);t=Math.sin(a),e=Math.cos(a),r=Math.asin(e*this.sinc0+n.y*t*this.cosc0/s),i=Math.atan2(n.x*t,s*this.cosc0*e-n.y*this.sinc0*t)}else r=this.phic0,i=0;return n.x=i,n.y=r,$a.inverse.apply(this,[n]),n.x=L(n.x+this.long0,this.over),n}var CS=["Stereographic_North_Pole","Oblique_Stereographic","sterea","Oblique Stereographic Alternative","Double_Stereographic"],Xd={init:ES,forward:TS,inverse:AS,names:CS};function Fc(n,t,e){return t*=e,Math.tan(.5*(T+n))*Math.pow((1-t)/(1+t),.5*e)}function PS(){this.x0=this.x0||0,this.y0=this.y0||0,this.lat0=this.lat0||0,this.long0=this.long0||0,this.coslat0=Math.cos(this.lat0),this.sinlat0=Math.sin(this.lat0),this.sphere?!isNaN(this.lat_ts)&&Math.abs(this.coslat0)<=D&&(this.k0=.5*(1+ke(this.lat0)*Math.sin(this.lat_ts))):(Math.abs(this.coslat0)<=D&&(this.lat0>0?this.con=1:this.con=-1),this.cons=Math.sqrt(Math.pow(1+this.e,1+this.e)*Math.pow(1-this.e,1-this.e)),!isNaN(this.lat_ts)&&Math.abs(this.coslat0)<=D&&Math.abs(Math.cos(this.lat_ts))>D&&(this.k0=.5*this.cons*Gt(this.e,Math.sin(this.lat_ts),Math.cos(this.lat_ts))/Xt(this.e,this.con*this.lat_ts,this.con*Math.sin(this.lat_ts))),this.ms1=Gt(this.e,this.sinlat0,this.coslat0),this.X0=2*Math.atan(Fc(this.lat0,this.sinlat0,this.e))-T,this.cosX0=Math.cos(this.X0),this.sinX0=Math.sin(this.X0))}function RS(n){var t=n.x,e=n.y,i=Math.sin(e),r=Math.cos(e),s,a,o,l,c,h,u=L(t-this.long0,this.over);return Math.abs(Math.abs(t-this.long0)-Math.PI)<=D&&Math.abs(e+this.lat0)<=D?(n.x=NaN,n.y=NaN,n):this.sphere?(s=2*this.k0/(1+this.sinlat0*i+this.coslat0*r*Math.cos(u)),n.x=this.a*s*r*Math.sin(u)+this.x0,n.y=this.a*s*(this.coslat0*i-this.sinlat0*r*Math.cos(u))+this.y0,n):(a=2*Math.atan(Fc(e,i,this.e))-T,l=Math.cos(a),o=Math.sin(a),Math.abs(this.coslat0)<=D?(c=Xt(this.e,e*this.con,this.con*i),h=2*this.a*this.k0*c/this.cons,n.x=this.x0+h*Math.sin(t-this.long0),n.y=this.y0-this.con*h*Math.cos(t-this.long0),n):(Math.abs(this.sinlat0)<D?(s=2*this.a*this.k0/(1+l*Math.cos(u)),n.y=s*o):(s=2*this.a*this.k0*this.ms1/(this.cosX0*(1+this.sinX0*o+this.cosX0*l*Math.cos(u))),n.y=s*(this.cosX0*o-this.sinX0*l*Math.cos(u))+this.y0),n.x=s*l*Math.sin(u)+this.x0,n))}function IS(n){n.x-=this.x0,n.y-=this.y0;var t,e,i,r,s,a=Math.sqrt(n.x*n.x+n.y*n.y);if(this.sphere){var o=2*Math.atan(a/(2*this.a*this.k0));return t=this.long0,e=this.lat0,a<=D?(n.x=t,n.y=e,n):(e=Math.asin(Math.cos(o)*this.sinlat0+n.y*Math.sin(o)*this.coslat0/a),Math.abs(this.coslat0)<D?this.lat0>0?t=L(this.long0+Math.atan2(n.x,-1*n.y),this.over):t=L(this.long0+Math.atan2(n.x,n.y),this.over):t=L(this.long0+Math.atan2(n.x*Math.sin(o),a*this.coslat0*Math.cos(o)-n.y*this.sinlat0*Math.sin(o)),this.over),n.x=t,n.y=e,n)}else if(Math.abs(this.coslat0)<=D){if(a<=D)return e=this.lat0,t=this.long0,n.x=t,n.y=e,n;n.x*=this.con,n.y*=this.con,i=a*this.cons/(2*this.a*this.k0),e=this.con*hn(this.e,i),t=this.con*L(this.con*this.long0+Math.atan2(n.x,-1*n.y),this.over)}else r=2*Math.atan(a*this.cosX0/(2*this.a*this.k0*this.ms1)),t=this.long0,a<=D?s=this.X0:(s=Math.asin(Math.cos(r)*this.sinX0+n.y*Math.sin(r)*this.cosX0/a),t=L(this.long0+Math.atan2(n.x*Math.sin(r),a*this.cosX0*Math.cos(r)-n.y*this.sinX0*Math.sin(r)),this.over)),e=-1*hn(this.e,Math.tan(.5*(T+s)));return n.x=t,n.y=e,n}var LS=["stere","Stereographic_South_Pole","Polar_Stereographic_variant_A","Polar_Stereographic_variant_B","Polar_Stereographic"],qd={init:PS,forward:RS,inverse:IS,names:LS,ssfn_:Fc};function DS(){this.k0||(this.k0=1);var n=this.lat0;this.lambda0=this.long0;var t=Math.sin(n),e=this.a,i=this.rf,r=1/i,s=2*r-Math.pow(r,2),a=this.e=Math.sqrt(s);this.R=this.k0*e*Math.sqrt(1-s)/(1-s*Math.pow(t,2)),this.alpha=Math.sqrt(1+s/(1-s)*Math.pow(Math.cos(n),4)),this.b0=Math.asin(t/this.alpha);var o=Math.log(Math.tan(Math.PI/4+this.b0/2)),l=Math.log(Math.tan(Math.PI/4+n/2)),c=Math.log((1+a*t)/(1-a*t));this.K=o-this.alpha*l+this.alpha*a/2*c}function NS(n){var t=Math.log(Math.tan(Math.PI/4-n.y/2)),e=this.e/2*Math.log((1+this.e*Math.sin(n.y))/(1-this.e*Math.sin(n.y))),i=-this.alpha*(t+e)+this.K,r=2*(Math.atan(Math.exp(i))-Math.PI/4),s=this.alpha*(n.x-this.lambda0),a=Math.atan(Math.sin(s)/(Math.sin(this.b0)*Math.tan(r)+Math.cos(this.b0)*Math.cos(s))),o=Math.asin(Math.cos(this.b0)*Math.sin(r)-Math.sin(this.b0)*Math.cos(r)*Math.cos(s));return n.y=this.R/2*Math.log((1+Math.sin(o))/(1-Math.sin(o)))+this.y0,n.x=this.R*a+this.x0,n}function US(n){for(var t=n.x-this.x0,e=n.y-this.y0,i=t/this.R,r=2*(Math.atan(Math.exp(e/this.R))-Math.PI/4),s=Math.asin(Math.cos(this.b0)*Math.sin(r)+Math.sin(this.b0)*Math.cos(r)*Math.cos(i)),a=Math.atan(Math.sin(i)/(Math.cos(this.b0)*Math.cos(i)-Math.sin(this.b0)*Math.tan(r))),o=this.lambda0+a/this.alpha,l=0,c=s,h=-1e3,u=0;Math.abs(c-h)>1e-7;){if(++u>20)return;l=1/this.alpha*(Math.log(Math.tan(Math.PI/4+s/2))-this.K)+this.e*Math.log(Math.tan(Math.PI/4+Math.asin(this.e*Math.sin(c))/2)),h=c,c=2*Math.atan(Math.exp(l))-Math.PI/2}return n.x=o,n.y=c,n}var FS=["somerc"],Yd={init:DS,forward:NS,inverse:US,names:FS};var Ji=1e-7;function OS(n){var t=["Hotine_Oblique_Mercator","Hotine_Oblique_Mercator_variant_A","Hotine_Oblique_Mercator_Azimuth_Natural_Origin"],e=typeof n.projName=="object"?Object.keys(n.projName)[0]:n.projName;return"no_uoff"in n||"no_off"in n||t.indexOf(e)!==-1||t.indexOf(wc(e))!==-1}function BS(){var n,t,e,i,r,s,a,o,l,c,h=0,u,p=0,g=0,m=0,y=0,v=0,S=0;this.k0||(this.k0=1),this.no_off=OS(this),this.no_rot="no_rot"in this;var A=!1;"alpha"in this&&(A=!0);var N=!1;if("rectified_grid_angle"in this&&(N=!0),A&&(S=this.alpha),N&&(h=this.rectified_grid_angle,A||(S=0,A=!0)),A||N)p=this.longc;else if(g=this.long1,y=this.lat1,m=this.long2,v=this.lat2,Math.abs(y-v)<=Ji||(n=Math.abs(y))<=Ji||Math.abs(n-T)<=Ji||Math.abs(Math.abs(this.lat0)-T)<=Ji||Math.abs(Math.abs(v)-T)<=Ji)throw new Error;var U=1-this.es;t=Math.sqrt(U),Math.abs(this.lat0)>D?(o=Math.sin(this.lat0),e=Math.cos(this.lat0),n=1-this.es*o*o,this.B=e*e,this.B=Math.sqrt(1+this.es*this.B*this.B/U),this.A=this.B*this.k0*t/n,i=this.B*t/(e*Math.sqrt(n)),r=i*i-1,r<=0?r=0:(r=Math.sqrt(r),this.lat0<0&&(r=-r)),this.E=r+=i,this.E*=Math.pow(Xt(this.e,this.lat0,o),this.B)):(this.B=1/t,this.A=this.k0,this.E=i=r=1),A||N?(A?(u=Math.asin(Math.sin(S)/i),N||(h=S)):(u=h,S=Math.asin(i*Math.sin(u))),this.lam0=p-Math.asin(.5*(r-1/r)*Math.tan(u))/this.B):(s=Math.pow(Xt(this.e,y,Math.sin(y)),this.B),a=Math.pow(Xt(this.e,v,Math.sin(v)),this.B),r=this.E/s,l=(a-s)/(a+s),c=this.E*this.E,c=(c-a*s)/(c+a*s),n=g-m,n<-Math.PI?m-=zn:n>Math.PI&&(m+=zn),this.lam0=L(.5*(g+m)-Math.atan(c*Math.tan(.5*this.B*(g-m))/l)/this.B,this.over),u=Math.atan(2*Math.sin(this.B*L(g-this.lam0,this.over))/(r-1/r)),h=S=Math.asin(i*Math.sin(u))),this.singam=Math.sin(u),this.cosgam=Math.cos(u),this.sinrot=Math.sin(h),this.cosrot=Math.cos(h),this.rB=1/this.B,this.ArB=this.A*this.rB,this.BrA=1/this.ArB,this.no_off?this.u_0=0:(this.u_0=Math.abs(this.ArB*Math.atan(Math.sqrt(i*i-1)/Math.cos(S))),this.lat0<0&&(this.u_0=-this.u_0)),r=.5*u,this.v_pole_n=this.ArB*Math.log(Math.tan(it-r)),this.v_pole_s=this.ArB*Math.log(Math.tan(it+r))}function GS(n){var t={},e,i,r,s,a,o,l,c;if(n.x=n.x-this.lam0,Math.abs(Math.abs(n.y)-T)>D){if(a=this.E/Math.pow(Xt(this.e,n.y,Math.sin(n.y)),this.B),o=1/a,e=.5*(a-o),i=.5*(a+o),s=Math.sin(this.B*n.x),r=(e*this.singam-s*this.cosgam)/i,Math.abs(Math.abs(r)-1)<D)throw new Error;c=.5*this.ArB*Math.log((1-r)/(1+r)),o=Math.cos(this.B*n.x),Math.abs(o)<Ji?l=this.A*n.x:l=this.ArB*Math.atan2(e*this.cosgam+s*this.singam,o)}else c=n.y>0?this.v_pole_n:this.v_pole_s,l=this.ArB*n.y;return this.no_rot?(t.x=l,t.y=c):(l-=this.u_0,t.x=c*this.cosrot+l*this.sinrot,t.y=l*this.cosrot-c*this.sinrot),t.x=this.a*t.x+this.x0,t.y=this.a*t.y+this.y0,n.z!==void 0&&(t.z=n.z),n.m!==void 0&&(t.m=n.m),t}function zS(n){var t,e,i,r,s,a,o,l={};if(n.x=(n.x-this.x0)*(1/this.a),n.y=(n.y-this.y0)*(1/this.a),this.no_rot?(e=n.y,t=n.x):(e=n.x*this.cosrot-n.y*this.sinrot,t=n.y*this.cosrot+n.x*this.sinrot+this.u_0),i=Math.exp(-this.BrA*e),r=.5*(i-1/i),s=.5*(i+1/i),a=Math.sin(this.BrA*t),o=(a*this.cosgam+r*this.singam)/s,Math.abs(Math.abs(o)-1)<D)l.x=0,l.y=o<0?-T:T;else{if(l.y=this.E/Math.sqrt((1+o)/(1-o)),l.y=hn(this.e,Math.pow(l.y,1/this.B)),l.y===1/0)throw new Error;l.x=-this.rB*Math.atan2(r*this.cosgam-a*this.singam,Math.cos(this.BrA*t))}return l.x+=this.lam0,n.z!==void 0&&(l.z=n.z),n.m!==void 0&&(l.m=n.m),l}var kS=["Hotine_Oblique_Mercator","Hotine Oblique Mercator","Hotine_Oblique_Mercator_variant_A","Hotine_Oblique_Mercator_Variant_B","Hotine_Oblique_Mercator_Azimuth_Natural_Origin","Hotine_Oblique_Mercator_Two_Point_Natural_Origin","Hotine_Oblique_Mercator_Azimuth_Center","Oblique_Mercator","omerc"],jd={init:BS,forward:GS,inverse:zS,names:kS};function VS(){if(this.lat2||(this.lat2=this.lat1),this.k0||(this.k0=1),this.x0=this.x0||0,this.y0=this.y0||0,this.long0=this.long0||0,!(Math.abs(this.lat1+this.lat2)<D)){var n=this.b/this.a;this.e=Math.sqrt(1-n*n);var t=Math.sin(this.lat1),e=Math.cos(this.lat1),i=Gt(this.e,t,e),r=Xt(this.e,this.lat1,t),s=Math.sin(this.lat2),a=Math.cos(this.lat2),o=Gt(this.e,s,a),l=Xt(this.e,this.lat2,s),c=Xt(this.e,this.lat0,Math.sin(this.lat0));Math.abs(this.lat1-this.lat2)>D?this.ns=Math.log(i/o)/Math.log(r/l):this.ns=t,isNaN(this.ns)&&(this.ns=t),this.f0=i/(this.ns*Math.pow(r,this.ns)),this.rh=Math.abs(Math.abs(this.lat0)-T)<D?0:this.a*this.f0*Math.pow(c,this.ns),this.title||(this.title="Lambert Conformal Conic")}}function HS(n){var t=n.x,e=n.y;Math.abs(2*Math.abs(e)-Math.PI)<=D&&(e=ke(e)*(T-2*D));var i=Math.abs(Math.abs(e)-T),r,s;if(i>D)r=Xt(this.e,e,Math.sin(e)),s=this.a*this.f0*Math.pow(r,this.ns);else{if(i=e*this.ns,i<=0)return null;s=0}var a=this.ns*L(t-this.long0,this.over);return n.x=this.k0*(s*Math.sin(a))+this.x0,n.y=this.k0*(this.rh-s*Math.cos(a))+this.y0,n}function WS(n){var t,e,i,r,s,a=(n.x-this.x0)/this.k0,o=this.rh-(n.y-this.y0)/this.k0;this.ns>0?(t=Math.sqrt(a*a+o*o),e=1):(t=-Math.sqrt(a*a+o*o),e=-1);var l=0;if(t!==0&&(l=Math.atan2(e*a,e*o)),t!==0||this.ns>0){if(e=1/this.ns,i=Math.pow(t/(this.a*this.f0),e),r=hn(this.e,i),r===-9999)return null}else r=-T;return s=L(l/this.ns+this.long0,this.over),n.x=s,n.y=r,n}var XS=["Lambert Tangential Conformal Conic Projection","Lambert_Conformal_Conic","Lambert_Conformal_Conic_1SP","Lambert_Conformal_Conic_2SP","lcc","Lambert Conic Conformal (1SP)","Lambert Conic Conformal (2SP)"],Zd={init:VS,forward:HS,inverse:WS,names:XS};function qS(){this.a=6377397155e-3,this.es=.006674372230614,this.e=Math.sqrt(this.es),this.lat0||(this.lat0=.863937979737193),this.long0||(this.long0=.7417649320975901-.308341501185665),this.k0||(this.k0=.9999),this.s45=.785398163397448,this.s90=2*this.s45,this.fi0=this.lat0,this.e2=this.es,this.e=Math.sqrt(this.e2),this.alfa=Math.sqrt(1+this.e2*Math.pow(Math.cos(this.fi0),4)/(1-this.e2)),this.uq=1.04216856380474,this.u0=Math.asin(Math.sin(this.fi0)/this.alfa),this.g=Math.pow((1+this.e*Math.sin(this.fi0))/(1-this.e*Math.sin(this.fi0)),this.alfa*this.e/2),this.k=Math.tan(this.u0/2+this.s45)/Math.pow(Math.tan(this.fi0/2+this.s45),this.alfa)*this.g,this.k1=this.k0,this.n0=this.a*Math.sqrt(1-this.e2)/(1-this.e2*Math.pow(Math.sin(this.fi0),2)),this.s0=1.37008346281555,this.n=Math.sin(this.s0),this.ro0=this.k1*this.n0/Math.tan(this.s0),this.ad=this.s90-this.uq}function YS(n){var t,e,i,r,s,a,o,l=n.x,c=n.y,h=L(l-this.long0,this.over);return t=Math.pow((1+this.e*Math.sin(c))/(1-this.e*Math.sin(c)),this.alfa*this.e/2),e=2*(Math.atan(this.k*Math.pow(Math.tan(c/2+this.s45),this.alfa)/t)-this.s45),i=-h*this.alfa,r=Math.asin(Math.cos(this.ad)*Math.sin(e)+Math.sin(this.ad)*Math.cos(e)*Math.cos(i)),s=Math.asin(Math.cos(e)*Math.sin(i)/Math.cos(r)),a=this.n*s,o=this.ro0*Math.pow(Math.tan(this.s0/2+this.s45),this.n)/Math.pow(Math.tan(r/2+this.s45),this.n),n.y=o*Math.cos(a)/1,n.x=o*Math.sin(a)/1,this.czech||(n.y*=-1,n.x*=-1),n}function jS(n){var t,e,i,r,s,a,o,l,c=n.x;n.x=n.y,n.y=c,this.czech||(n.y*=-1,n.x*=-1),a=Math.sqrt(n.x*n.x+n.y*n.y),s=Math.atan2(n.y,n.x),r=s/Math.sin(this.s0),i=2*(Math.atan(Math.pow(this.ro0/a,1/this.n)*Math.tan(this.s0/2+this.s45))-this.s45),t=Math.asin(Math.cos(this.ad)*Math.sin(i)-Math.sin(this.ad)*Math.cos(i)*Math.cos(r)),e=Math.asin(Math.cos(i)*Math.sin(r)/Math.cos(t)),n.x=this.long0-e/this.alfa,o=t,l=0;var h=0;do n.y=2*(Math.atan(Math.pow(this.k,-1/this.alfa)*Math.pow(Math.tan(t/2+this.s45),1/this.alfa)*Math.pow((1+this.e*Math.sin(o))/(1-this.e*Math.sin(o)),this.e/2))-this.s45),Math.abs(o-n.y)<1e-10&&(l=1),o=n.y,h+=1;while(l===0&&h<15);return h>=15?null:n}var ZS=["Krovak","Krovak Modified","Krovak (North Orientated)","Krovak Modified (North Orientated)","krovak"],$d={init:qS,forward:YS,inverse:jS,names:ZS};function At(n,t,e,i,r){return n*r-t*Math.sin(2*r)+e*Math.sin(4*r)-i*Math.sin(6*r)}function un(n){return 1-.25*n*(1+n/16*(3+1.25*n))}function fn(n){return .375*n*(1+.25*n*(1+.46875*n))}function dn(n){return .05859375*n*n*(1+.75*n)}function pn(n){return n*n*n*(35/3072)}function $r(n,t,e){var i=t*e;return n/Math.sqrt(1-i*i)}function ne(n){return Math.abs(n)<T?n:n-ke(n)*Math.PI}function si(n,t,e,i,r){var s,a;s=n/t;for(var o=0;o<15;o++)if(a=(n-(t*s-e*Math.sin(2*s)+i*Math.sin(4*s)-r*Math.sin(6*s)))/(t-2*e*Math.cos(2*s)+4*i*Math.cos(4*s)-6*r*Math.cos(6*s)),s+=a,Math.abs(a)<=1e-10)return s;return NaN}function $S(){this.sphere||(this.e0=un(this.es),this.e1=fn(this.es),this.e2=dn(this.es),this.e3=pn(this.es),this.ml0=this.a*At(this.e0,this.e1,this.e2,this.e3,this.lat0))}function JS(n){var t,e,i=n.x,r=n.y;if(i=L(i-this.long0,this.over),this.sphere)t=this.a*Math.asin(Math.cos(r)*Math.sin(i)),e=this.a*(Math.atan2(Math.tan(r),Math.cos(i))-this.lat0);else{var s=Math.sin(r),a=Math.cos(r),o=$r(this.a,this.e,s),l=Math.tan(r)*Math.tan(r),c=i*Math.cos(r),h=c*c,u=this.es*a*a/(1-this.es),p=this.a*At(this.e0,this.e1,this.e2,this.e3,r);t=o*c*(1-h*l*(1/6-(8-l+8*u)*h/120)),e=p-this.ml0+o*s/a*h*(.5+(5-l+6*u)*h/24)}return n.x=t+this.x0,n.y=e+this.y0,n}function KS(n){n.x-=this.x0,n.y-=this.y0;var t=n.x/this.a,e=n.y/this.a,i,r;if(this.sphere){var s=e+this.lat0;i=Math.asin(Math.sin(s)*Math.cos(t)),r=Math.atan2(Math.tan(t),Math.cos(s))}else{var a=this.ml0/this.a+e,o=si(a,this.e0,this.e1,this.e2,this.e3);if(Math.abs(Math.abs(o)-T)<=D)return n.x=this.long0,n.y=T,e<0&&(n.y*=-1),n;var l=$r(this.a,this.e,Math.sin(o)),c=l*l*l/this.a/this.a*(1-this.es),h=Math.pow(Math.tan(o),2),u=t*this.a/l,p=u*u;i=o-l*Math.tan(o)/c*u*u*(.5-(1+3*h)*u*u/24),r=u*(1-p*(h/3+(1+3*h)*h*p/15))/Math.cos(o)}return n.x=L(r+this.long0,this.over),n.y=ne(i),n}var QS=["Cassini","Cassini_Soldner","cass"],Jd={init:$S,forward:JS,inverse:KS,names:QS};function ie(n,t){var e;return n>1e-7?(e=n*t,(1-n*n)*(t/(1-e*e)-.5/n*Math.log((1-e)/(1+e)))):2*t}var tb=.3333333333333333,eb=.17222222222222222,nb=.10257936507936508,ib=.06388888888888888,rb=.0664021164021164,sb=.016415012942191543;function Jr(n){var t,e=[];return e[0]=n*tb,t=n*n,e[0]+=t*eb,e[1]=t*ib,t*=n,e[0]+=t*nb,e[1]+=t*rb,e[2]=t*sb,e}function Kr(n,t){var e=n+n;return n+t[0]*Math.sin(e)+t[1]*Math.sin(e+e)+t[2]*Math.sin(e+e+e)}var Oc=1,Bc=2,Gc=3,Ja=4;function ab(){var n=Math.abs(this.lat0);if(Math.abs(n-T)<D?this.mode=this.lat0<0?Oc:Bc:Math.abs(n)<D?this.mode=Gc:this.mode=Ja,this.es>0){var t;switch(this.qp=ie(this.e,1),this.mmf=.5/(1-this.es),this.apa=Jr(this.es),this.mode){case Bc:this.dd=1;break;case Oc:this.dd=1;break;case Gc:this.rq=Math.sqrt(.5*this.qp),this.dd=1/this.rq,this.xmf=1,this.ymf=.5*this.qp;break;case Ja:this.rq=Math.sqrt(.5*this.qp),t=Math.sin(this.lat0),this.sinb1=ie(this.e,t)/this.qp,this.cosb1=Math.sqrt(1-this.sinb1*this.sinb1),this.dd=Math.cos(this.lat0)/(Math.sqrt(1-this.es*t*t)*this.rq*this.cosb1),this.ymf=(this.xmf=this.rq)/this.dd,this.xmf*=this.dd;break}}else this.mode===Ja&&(this.sinph0=Math.sin(this.lat0),this.cosph0=Math.cos(this.lat0))}function ob(n){var t,e,i,r,s,a,o,l,c,h,u=n.x,p=n.y;if(u=L(u-this.long0,this.over),this.sphere){if(s=Math.sin(p),h=Math.cos(p),i=Math.cos(u),this.mode===this.OBLIQ||this.mode===this.EQUIT){if(e=this.mode===this.EQUIT?1+h*i:1+this.sinph0*s+this.cosph0*h*i,e<=D)return null;e=Math.sqrt(2/e),t=e*h*Math.sin(u),e*=this.mode===this.EQUIT?s:this.cosph0*s-this.sinph0*h*i}else if(this.mode===this.N_POLE||this.mode===this.S_POLE){if(this.mode===this.N_POLE&&(i=-i),Math.abs(p+this.lat0)<D)return null;e=it-p*.5,e=2*(this.mode===this.S_POLE?Math.cos(e):Math.sin(e)),t=e*Math.sin(u),e*=i}}else{switch(o=0,l=0,c=0,i=Math.cos(u),r=Math.sin(u),s=Math.sin(p),a=ie(this.e,s),(this.mode===this.OBLIQ||this.mode===this.EQUIT)&&(o=a/this.qp,l=Math.sqrt(1-o*o)),this.mode){case this.OBLIQ:c=1+this.sinb1*o+this.cosb1*l*i;break;case this.EQUIT:c=1+l*i;break;case this.N_POLE:c=T+p,a=this.qp-a;break;case this.S_POLE:c=p-T,a=this.qp+a;break}if(Math.abs(c)<D)return null;switch(this.mode){case this.OBLIQ:case this.EQUIT:c=Math.sqrt(2/c),this.mode===this.OBLIQ?e=this.ymf*c*(this.cosb1*o-this.sinb1*l*i):e=(c=Math.sqrt(2/(1+l*i)))*o*this.ymf,t=this.xmf*c*l*r;break;case this.N_POLE:case this.S_POLE:a>=0?(t=(c=Math.sqrt(a))*r,e=i*(this.mode===this.S_POLE?c:-c)):t=e=0;break}}return n.x=this.a*t+this.x0,n.y=this.a*e+this.y0,n}function lb(n){n.x-=this.x0,n.y-=this.y0;var t=n.x/this.a,e=n.y/this.a,i,r,s,a,o,l,c;if(this.sphere){var h=0,u,p=0;if(u=Math.sqrt(t*t+e*e),r=u*.5,r>1)return null;switch(r=2*Math.asin(r),(this.mode===this.OBLIQ||this.mode===this.EQUIT)&&(p=Math.sin(r),h=Math.cos(r)),this.mode){case this.EQUIT:r=Math.abs(u)<=D?0:Math.asin(e*p/u),t*=p,e=h*u;break;case this.OBLIQ:r=Math.abs(u)<=D?this.lat0:Math.asin(h*this.sinph0+e*p*this.cosph0/u),t*=p*this.cosph0,e=(h-Math.sin(r)*this.sinph0)*u;break;case this.N_POLE:e=-e,r=T-r;break;case this.S_POLE:r-=T;break}i=e===0&&(this.mode===this.EQUIT||this.mode===this.OBLIQ)?0:Math.atan2(t,e)}else{if(c=0,this.mode===this.OBLIQ||this.mode===this.EQUIT){if(t/=this.dd,e*=this.dd,l=Math.sqrt(t*t+e*e),l<D)return n.x=this.long0,n.y=this.lat0,n;a=2*Math.asin(.5*l/this.rq),s=Math.cos(a),t*=a=Math.sin(a),this.mode===this.OBLIQ?(c=s*this.sinb1+e*a*this.cosb1/l,o=this.qp*c,e=l*this.cosb1*s-e*this.sinb1*a):(c=e*a/l,o=this.qp*c,e=l*s)}else if(this.mode===this.N_POLE||this.mode===this.S_POLE){if(this.mode===this.N_POLE&&(e=-e),o=t*t+e*e,!o)return n.x=this.long0,n.y=this.lat0,n;c=1-o/this.qp,this.mode===this.S_POLE&&(c=-c)}i=Math.atan2(t,e),r=Kr(Math.asin(c),this.apa)}return n.x=L(this.long0+i,this.over),n.y=r,n}var cb=["Lambert Azimuthal Equal Area","Lambert_Azimuthal_Equal_Area","laea"],Kd={init:ab,forward:ob,inverse:lb,names:cb,S_POLE:Oc,N_POLE:Bc,EQUIT:Gc,OBLIQ:Ja};function re(n){return Math.abs(n)>1&&(n=n>1?1:-1),Math.asin(n)}function hb(){Math.abs(this.lat1+this.lat2)<D||(this.temp=this.b/this.a,this.es=1-Math.pow(this.temp,2),this.e3=Math.sqrt(this.es),this.sin_po=Math.sin(this.lat1),this.cos_po=Math.cos(this.lat1),this.t1=this.sin_po,this.con=this.sin_po,this.ms1=Gt(this.e3,this.sin_po,this.cos_po),this.qs1=ie(this.e3,this.sin_po),this.sin_po=Math.sin(this.lat2),this.cos_po=Math.cos(this.lat2),this.t2=this.sin_po,this.ms2=Gt(this.e3,this.sin_po,this.cos_po),this.qs2=ie(this.e3,this.sin_po),this.sin_po=Math.sin(this.lat0),this.cos_po=Math.cos(this.lat0),this.t3=this.sin_po,this.qs0=ie(this.e3,this.sin_po),Math.abs(this.lat1-this.lat2)>D?this.ns0=(this.ms1*this.ms1-this.ms2*this.ms2)/(this.qs2-this.qs1):this.ns0=this.con,this.c=this.ms1*this.ms1+this.ns0*this.qs1,this.rh=this.a*Math.sqrt(this.c-this.ns0*this.qs0)/this.ns0)}function ub(n){var t=n.x,e=n.y;this.sin_phi=Math.sin(e),this.cos_phi=Math.cos(e);var i=ie(this.e3,this.sin_phi),r=this.a*Math.sqrt(this.c-this.ns0*i)/this.ns0,s=this.ns0*L(t-this.long0,this.over),a=r*Math.sin(s)+this.x0,o=this.rh-r*Math.cos(s)+this.y0;return n.x=a,n.y=o,n}function fb(n){var t,e,i,r,s,a;return n.x-=this.x0,n.y=this.rh-n.y+this.y0,this.ns0>=0?(t=Math.sqrt(n.x*n.x+n.y*n.y),i=1):(t=-Math.sqrt(n.x*n.x+n.y*n.y),i=-1),r=0,t!==0&&(r=Math.atan2(i*n.x,i*n.y)),i=t*this.ns0/this.a,this.sphere?a=Math.asin((this.c-i*i)/(2*this.ns0)):(e=(this.c-i*i)/this.ns0,a=this.phi1z(this.e3,e)),s=L(r/this.ns0+this.long0,this.over),n.x=s,n.y=a,n}function db(n,t){var e,i,r,s,a,o=re(.5*t);if(n<D)return o;for(var l=n*n,c=1;c<=25;c++)if(e=Math.sin(o),i=Math.cos(o),r=n*e,s=1-r*r,a=.5*s*s/i*(t/(1-l)-e/s+.5/n*Math.log((1-r)/(1+r))),o=o+a,Math.abs(a)<=1e-7)return o;return null}var pb=["Albers_Conic_Equal_Area","Albers_Equal_Area","Albers","aea"],Qd={init:hb,forward:ub,inverse:fb,names:pb,phi1z:db};function mb(){this.sin_p14=Math.sin(this.lat0),this.cos_p14=Math.cos(this.lat0),this.infinity_dist=1e3*this.a,this.rc=1}function gb(n){var t,e,i,r,s,a,o,l,c=n.x,h=n.y;return i=L(c-this.long0,this.over),t=Math.sin(h),e=Math.cos(h),r=Math.cos(i),a=this.sin_p14*t+this.cos_p14*e*r,s=1,a>0||Math.abs(a)<=D?(o=this.x0+this.a*s*e*Math.sin(i)/a,l=this.y0+this.a*s*(this.cos_p14*t-this.sin_p14*e*r)/a):(o=this.x0+this.infinity_dist*e*Math.sin(i),l=this.y0+this.infinity_dist*(this.cos_p14*t-this.sin_p14*e*r)),n.x=o,n.y=l,n}function _b(n){var t,e,i,r,s,a;return n.x=(n.x-this.x0)/this.a,n.y=(n.y-this.y0)/this.a,n.x/=this.k0,n.y/=this.k0,(t=Math.sqrt(n.x*n.x+n.y*n.y))?(r=Math.atan2(t,this.rc),e=Math.sin(r),i=Math.cos(r),a=re(i*this.sin_p14+n.y*e*this.cos_p14/t),s=Math.atan2(n.x*e,t*this.cos_p14*i-n.y*this.sin_p14*e),s=L(this.long0+s,this.over)):(a=this.phic0,s=0),n.x=s,n.y=a,n}var yb=["gnom"],tp={init:mb,forward:gb,inverse:_b,names:yb};function ep(n,t){var e=1-(1-n*n)/(2*n)*Math.log((1-n)/(1+n));if(Math.abs(Math.abs(t)-e)<1e-6)return t<0?-1*T:T;for(var i=Math.asin(.5*t),r,s,a,o,l=0;l<30;l++)if(s=Math.sin(i),a=Math.cos(i),o=n*s,r=Math.pow(1-o*o,2)/(2*a)*(t/(1-n*n)-s/(1-o*o)+.5/n*Math.log((1-o)/(1+o))),i+=r,Math.abs(r)<=1e-10)return i;return NaN}function vb(){this.sphere||(this.k0=Gt(this.e,Math.sin(this.lat_ts),Math.cos(this.lat_ts)))}function xb(n){var t=n.x,e=n.y,i,r,s=L(t-this.long0,this.over);if(this.sphere)i=this.x0+this.a*s*Math.cos(this.lat_ts),r=this.y0+this.a*Math.sin(e)/Math.cos(this.lat_ts);else{var a=ie(this.e,Math.sin(e));i=this.x0+this.a*this.k0*s,r=this.y0+this.a*a*.5/this.k0}return n.x=i,n.y=r,n}function Mb(n){n.x-=this.x0,n.y-=this.y0;var t,e;return this.sphere?(t=L(this.long0+n.x/this.a/Math.cos(this.lat_ts),this.over),e=Math.asin(n.y/this.a*Math.cos(this.lat_ts))):(e=ep(this.e,2*n.y*this.k0/this.a),t=L(this.long0+n.x/(this.a*this.k0),this.over)),n.x=t,n.y=e,n}var Sb=["cea"],np={init:vb,forward:xb,inverse:Mb,names:Sb};function bb(){this.x0=this.x0||0,this.y0=this.y0||0,this.lat0=this.lat0||0,this.long0=this.long0||0,this.lat_ts=this.lat_ts||0,this.title=this.title||"Equidistant Cylindrical (Plate Carre)",this.rc=Math.cos(this.lat_ts)}function wb(n){var t=n.x,e=n.y,i=L(t-this.long0,this.over),r=ne(e-this.lat0);return n.x=this.x0+this.a*i*this.rc,n.y=this.y0+this.a*r,n}function Eb(n){var t=n.x,e=n.y;return n.x=L(this.long0+(t-this.x0)/(this.a*this.rc),this.over),n.y=ne(this.lat0+(e-this.y0)/this.a),n}var Tb=["Equirectangular","Equidistant_Cylindrical","Equidistant_Cylindrical_Spherical","eqc"],ip={init:bb,forward:wb,inverse:Eb,names:Tb};var rp=20;function Ab(){this.temp=this.b/this.a,this.es=1-Math.pow(this.temp,2),this.e=Math.sqrt(this.es),this.e0=un(this.es),this.e1=fn(this.es),this.e2=dn(this.es),this.e3=pn(this.es),this.ml0=this.a*At(this.e0,this.e1,this.e2,this.e3,this.lat0)}function Cb(n){var t=n.x,e=n.y,i,r,s,a=L(t-this.long0,this.over);if(s=a*Math.sin(e),this.sphere)Math.abs(e)<=D?(i=this.a*a,r=-1*this.a*this.lat0):(i=this.a*Math.sin(s)/Math.tan(e),r=this.a*(ne(e-this.lat0)+(1-Math.cos(s))/Math.tan(e)));else if(Math.abs(e)<=D)i=this.a*a,r=-1*this.ml0;else{var o=$r(this.a,this.e,Math.sin(e))/Math.tan(e);i=o*Math.sin(s),r=this.a*At(this.e0,this.e1,this.e2,this.e3,e)-this.ml0+o*(1-Math.cos(s))}return n.x=i+this.x0,n.y=r+this.y0,n}function Pb(n){var t,e,i,r,s,a,o,l,c;if(i=n.x-this.x0,r=n.y-this.y0,this.sphere)if(Math.abs(r+this.a*this.lat0)<=D)t=L(i/this.a+this.long0,this.over),e=0;else{a=this.lat0+r/this.a,o=i*i/this.a/this.a+a*a,l=a;var h;for(s=rp;s;--s)if(h=Math.tan(l),c=-1*(a*(l*h+1)-l-.5*(l*l+o)*h)/((l-a)/h-1),l+=c,Math.abs(c)<=D){e=l;break}t=L(this.long0+Math.asin(i*Math.tan(l)/this.a)/Math.sin(e),this.over)}else if(Math.abs(r+this.ml0)<=D)e=0,t=L(this.long0+i/this.a,this.over);else{a=(this.ml0+r)/this.a,o=i*i/this.a/this.a+a*a,l=a;var u,p,g,m,y;for(s=rp;s;--s)if(y=this.e*Math.sin(l),u=Math.sqrt(1-y*y)*Math.tan(l),p=this.a*At(this.e0,this.e1,this.e2,this.e3,l),g=this.e0-2*this.e1*Math.cos(2*l)+4*this.e2*Math.cos(4*l)-6*this.e3*Math.cos(6*l),m=p/this.a,c=(a*(u*m+1)-m-.5*u*(m*m+o))/(this.es*Math.sin(2*l)*(m*m+o-2*a*m)/(4*u)+(a-m)*(u*g-2/Math.sin(2*l))-g),l-=c,Math.abs(c)<=D){e=l;break}u=Math.sqrt(1-this.es*Math.pow(Math.sin(e),2))*Math.tan(e),t=L(this.long0+Math.asin(i*u/this.a)/Math.sin(e),this.over)}return n.x=t,n.y=e,n}var Rb=["Polyconic","American_Polyconic","poly"],sp={init:Ab,forward:Cb,inverse:Pb,names:Rb};var Ib=1;function Lb(){this.A=[],this.A[1]=.6399175073,this.A[2]=-.1358797613,this.A[3]=.063294409,this.A[4]=-.02526853,this.A[5]=.0117879,this.A[6]=-.0055161,this.A[7]=.0026906,this.A[8]=-.001333,this.A[9]=67e-5,this.A[10]=-34e-5,this.B_re=[],this.B_im=[],this.B_re[1]=.7557853228,this.B_im[1]=0,this.B_re[2]=.249204646,this.B_im[2]=.003371507,this.B_re[3]=-.001541739,this.B_im[3]=.04105856,this.B_re[4]=-.10162907,this.B_im[4]=.01727609,this.B_re[5]=-.26623489,this.B_im[5]=-.36249218,this.B_re[6]=-.6870983,this.B_im[6]=-1.1651967,this.C_re=[],this.C_im=[],this.C_re[1]=1.3231270439,this.C_im[1]=0,this.C_re[2]=-.577245789,this.C_im[2]=-.007809598,this.C_re[3]=.508307513,this.C_im[3]=-.112208952,this.C_re[4]=-.15094762,this.C_im[4]=.18200602,this.C_re[5]=1.01418179,this.C_im[5]=1.64497696,this.C_re[6]=1.9660549,this.C_im[6]=2.5127645,this.D=[],this.D[1]=1.5627014243,this.D[2]=.5185406398,this.D[3]=-.03333098,this.D[4]=-.1052906,this.D[5]=-.0368594,this.D[6]=.007317,this.D[7]=.0122,this.D[8]=.00394,this.D[9]=-.0013}function Db(n){var t,e=n.x,i=n.y,r=i-this.lat0,s=e-this.long0,a=r/ei*1e-5,o=s,l=1,c=0;for(t=1;t<=10;t++)l=l*a,c=c+this.A[t]*l;var h=c,u=o,p=1,g=0,m,y,v=0,S=0;for(t=1;t<=6;t++)m=p*h-g*u,y=g*h+p*u,p=m,g=y,v=v+this.B_re[t]*p-this.B_im[t]*g,S=S+this.B_im[t]*p+this.B_re[t]*g;return n.x=S*this.a+this.x0,n.y=v*this.a+this.y0,n}function Nb(n){var t,e=n.x,i=n.y,r=e-this.x0,s=i-this.y0,a=s/this.a,o=r/this.a,l=1,c=0,h,u,p=0,g=0;for(t=1;t<=6;t++)h=l*a-c*o,u=c*a+l*o,l=h,c=u,p=p+this.C_re[t]*l-this.C_im[t]*c,g=g+this.C_im[t]*l+this.C_re[t]*c;for(var m=0;m<this.iterations;m++){var y=p,v=g,S,A,N=a,U=o;for(t=2;t<=6;t++)S=y*p-v*g,A=v*p+y*g,y=S,v=A,N=N+(t-1)*(this.B_re[t]*y-this.B_im[t]*v),U=U+(t-1)*(this.B_im[t]*y+this.B_re[t]*v);y=1,v=0;var R=this.B_re[1],V=this.B_im[1];for(t=2;t<=6;t++)S=y*p-v*g,A=v*p+y*g,y=S,v=A,R=R+t*(this.B_re[t]*y-this.B_im[t]*v),V=V+t*(this.B_im[t]*y+this.B_re[t]*v);var B=R*R+V*V;p=(N*R+U*V)/B,g=(U*R-N*V)/B}var H=p,$=g,at=1,M=0;for(t=1;t<=9;t++)at=at*H,M=M+this.D[t]*at;var P=this.lat0+M*ei*1e5,W=this.long0+$;return n.x=W,n.y=P,n}var Ub=["New_Zealand_Map_Grid","nzmg"],ap={init:Lb,forward:Db,inverse:Nb,names:Ub,iterations:Ib};function Fb(){}function Ob(n){var t=n.x,e=n.y,i=L(t-this.long0,this.over),r=this.x0+this.a*i,s=this.y0+this.a*Math.log(Math.tan(Math.PI/4+e/2.5))*1.25;return n.x=r,n.y=s,n}function Bb(n){n.x-=this.x0,n.y-=this.y0;var t=L(this.long0+n.x/this.a,this.over),e=2.5*(Math.atan(Math.exp(.8*n.y/this.a))-Math.PI/4);return n.x=t,n.y=e,n}var Gb=["Miller_Cylindrical","mill"],op={init:Fb,forward:Ob,inverse:Bb,names:Gb};var zb=20;function kb(){this.long0=this.long0||0,this.sphere?(this.n=1,this.m=0,this.es=0,this.C_y=Math.sqrt((this.m+1)/this.n),this.C_x=this.C_y/(this.m+1)):this.en=Yi(this.es)}function zc(n){var t,e,i=n.x,r=n.y;if(i=L(i-this.long0,this.over),this.sphere){if(!this.m)r=this.n!==1?Math.asin(this.n*Math.sin(r)):r;else for(var s=this.n*Math.sin(r),a=zb;a;--a){var o=(this.m*r+Math.sin(r)-s)/(this.m+Math.cos(r));if(r-=o,Math.abs(o)<D)break}t=this.a*this.C_x*i*(this.m+Math.cos(r)),e=this.a*this.C_y*r}else{var l=Math.sin(r),c=Math.cos(r);e=this.a*Ve(r,l,c,this.en),t=this.a*i*c/Math.sqrt(1-this.es*l*l)}return n.x=t,n.y=e,n}function kc(n){var t,e,i,r;return n.x-=this.x0,i=n.x/this.a,n.y-=this.y0,t=n.y/this.a,this.sphere?(t/=this.C_y,i=i/(this.C_x*(this.m+Math.cos(t))),this.m?t=re((this.m*t+Math.sin(t))/this.n):this.n!==1&&(t=re(Math.sin(t)/this.n)),i=L(i+this.long0,this.over),t=ne(t)):(t=ji(n.y/this.a,this.es,this.en),r=Math.abs(t),r<T?(r=Math.sin(t),e=this.long0+n.x*Math.sqrt(1-this.es*r*r)/(this.a*Math.cos(t)),i=L(e,this.over)):r-D<T&&(i=this.long0)),n.x=i,n.y=t,n}var Vb=["Sinusoidal","sinu"],lp={init:kb,forward:zc,inverse:kc,names:Vb};function Hb(){this.sphere=!0,this.b=this.a,this.m=1,this.n=2.5707963267948966,this.es=0,this.C_y=Math.sqrt((this.m+1)/this.n),this.C_x=this.C_y/(this.m+1)}var Wb=zc,Xb=kc,qb=["Eckert_VI","eck6"],cp={init:Hb,forward:Wb,inverse:Xb,names:qb};function Yb(){this.x0=this.x0!==void 0?this.x0:0,this.y0=this.y0!==void 0?this.y0:0,this.long0=this.long0!==void 0?this.long0:0}function jb(n){for(var t=n.x,e=n.y,i=L(t-this.long0,this.over),r=e,s=Math.PI*Math.sin(e);;){var a=-(r+Math.sin(r)-s)/(1+Math.cos(r));if(r+=a,Math.abs(a)<D)break}r/=2,Math.PI/2-Math.abs(e)<D&&(i=0);var o=.900316316158*this.a*i*Math.cos(r)+this.x0,l=1.4142135623731*this.a*Math.sin(r)+this.y0;return n.x=o,n.y=l,n}function Zb(n){var t,e;n.x-=this.x0,n.y-=this.y0,e=n.y/(1.4142135623731*this.a),Math.abs(e)>.999999999999&&(e=.999999999999),t=Math.asin(e);var i=L(this.long0+n.x/(.900316316158*this.a*Math.cos(t)),this.over);i<-Math.PI&&(i=-Math.PI),i>Math.PI&&(i=Math.PI),e=(2*t+Math.sin(2*t))/Math.PI,Math.abs(e)>1&&(e=1);var r=Math.asin(e);return n.x=i,n.y=r,n}var $b=["Mollweide","moll"],hp={init:Yb,forward:jb,inverse:Zb,names:$b};function Jb(){Math.abs(this.lat1+this.lat2)<D||(this.lat2=this.lat2||this.lat1,this.temp=this.b/this.a,this.es=1-Math.pow(this.temp,2),this.e=Math.sqrt(this.es),this.e0=un(this.es),this.e1=fn(this.es),this.e2=dn(this.es),this.e3=pn(this.es),this.sin_phi=Math.sin(this.lat1),this.cos_phi=Math.cos(this.lat1),this.ms1=Gt(this.e,this.sin_phi,this.cos_phi),this.ml1=At(this.e0,this.e1,this.e2,this.e3,this.lat1),Math.abs(this.lat1-this.lat2)<D?this.ns=this.sin_phi:(this.sin_phi=Math.sin(this.lat2),this.cos_phi=Math.cos(this.lat2),this.ms2=Gt(this.e,this.sin_phi,this.cos_phi),this.ml2=At(this.e0,this.e1,this.e2,this.e3,this.lat2),this.ns=(this.ms1-this.ms2)/(this.ml2-this.ml1)),this.g=this.ml1+this.ms1/this.ns,this.ml0=At(this.e0,this.e1,this.e2,this.e3,this.lat0),this.rh=this.a*(this.g-this.ml0))}function Kb(n){var t=n.x,e=n.y,i;if(this.sphere)i=this.a*(this.g-e);else{var r=At(this.e0,this.e1,this.e2,this.e3,e);i=this.a*(this.g-r)}var s=this.ns*L(t-this.long0,this.over),a=this.x0+i*Math.sin(s),o=this.y0+this.rh-i*Math.cos(s);return n.x=a,n.y=o,n}function Qb(n){n.x-=this.x0,n.y=this.rh-n.y+this.y0;var t,e,i,r;this.ns>=0?(e=Math.sqrt(n.x*n.x+n.y*n.y),t=1):(e=-Math.sqrt(n.x*n.x+n.y*n.y),t=-1);var s=0;if(e!==0&&(s=Math.atan2(t*n.x,t*n.y)),this.sphere)return r=L(this.long0+s/this.ns,this.over),i=ne(this.g-e/this.a),n.x=r,n.y=i,n;var a=this.g-e/this.a;return i=si(a,this.e0,this.e1,this.e2,this.e3),r=L(this.long0+s/this.ns,this.over),n.x=r,n.y=i,n}var tw=["Equidistant_Conic","eqdc"],up={init:Jb,forward:Kb,inverse:Qb,names:tw};function ew(){this.R=this.a}function nw(n){var t=n.x,e=n.y,i=L(t-this.long0,this.over),r,s;if(Math.abs(e)<=D)return r=this.x0+this.R*i,s=this.y0,n.x=r,n.y=s,n;var a=re(2*Math.abs(e/Math.PI));if(Math.abs(i)<=D||Math.abs(Math.abs(e)-T)<=D)return r=this.x0,e>=0?s=this.y0+Math.PI*this.R*Math.tan(.5*a):s=this.y0+Math.PI*this.R*-Math.tan(.5*a),n.x=r,n.y=s,n;var o=.5*Math.abs(Math.PI/i-i/Math.PI),l=o*o,c=Math.sin(a),h=Math.cos(a),u=h/(c+h-1),p=u*u,g=u*(2/c-1),m=g*g,y=Math.PI*this.R*(o*(u-m)+Math.sqrt(l*(u-m)*(u-m)-(m+l)*(p-m)))/(m+l);i<0&&(y=-y),r=this.x0+y;var v=l+u;return y=Math.PI*this.R*(g*v-o*Math.sqrt((m+l)*(l+1)-v*v))/(m+l),e>=0?s=this.y0+y:s=this.y0-y,n.x=r,n.y=s,n}function iw(n){var t,e,i,r,s,a,o,l,c,h,u,p,g;return n.x-=this.x0,n.y-=this.y0,u=Math.PI*this.R,i=n.x/u,r=n.y/u,s=i*i+r*r,a=-Math.abs(r)*(1+s),o=a-2*r*r+i*i,l=-2*a+1+2*r*r+s*s,g=r*r/l+(2*o*o*o/l/l/l-9*a*o/l/l)/27,c=(a-o*o/3/l)/l,h=2*Math.sqrt(-c/3),u=3*g/c/h,Math.abs(u)>1&&(u>=0?u=1:u=-1),p=Math.acos(u)/3,n.y>=0?e=(-h*Math.cos(p+Math.PI/3)-o/3/l)*Math.PI:e=-(-h*Math.cos(p+Math.PI/3)-o/3/l)*Math.PI,Math.abs(i)<D?t=this.long0:t=L(this.long0+Math.PI*(s-1+Math.sqrt(1+2*(i*i-r*r)+s*s))/2/i,this.over),n.x=t,n.y=e,n}var rw=["Van_der_Grinten_I","VanDerGrinten","Van_der_Grinten","vandg"],fp={init:ew,forward:nw,inverse:iw,names:rw};function dp(n,t,e,i,r,s){let a=i-t,o=Math.atan((1-s)*Math.tan(n)),l=Math.atan((1-s)*Math.tan(e)),c=Math.sin(o),h=Math.cos(o),u=Math.sin(l),p=Math.cos(l),g=a,m,y=100,v,S,A,N,U,R,V,B,H,$,at,M,P,W;do{if(v=Math.sin(g),S=Math.cos(g),A=Math.sqrt(p*v*(p*v)+(h*u-c*p*S)*(h*u-c*p*S)),A===0)return{azi1:0,s12:0};N=c*u+h*p*S,U=Math.atan2(A,N),R=h*p*v/A,V=1-R*R,B=V!==0?N-2*c*u/V:0,H=s/16*V*(4+s*(4-3*V)),m=g,g=a+(1-H)*s*R*(U+H*A*(B+H*N*(-1+2*B*B)))}while(Math.abs(g-m)>1e-12&&--y>0);return y===0?{azi1:NaN,s12:NaN}:($=V*(r*r-r*(1-s)*(r*(1-s)))/(r*(1-s)*(r*(1-s))),at=1+$/16384*(4096+$*(-768+$*(320-175*$))),M=$/1024*(256+$*(-128+$*(74-47*$))),P=M*A*(B+M/4*(N*(-1+2*B*B)-M/6*B*(-3+4*A*A)*(-3+4*B*B))),W=r*(1-s)*at*(U-P),{azi1:Math.atan2(p*v,h*u-c*p*S),s12:W})}function pp(n,t,e,i,r,s){let a=Math.atan((1-s)*Math.tan(n)),o=Math.sin(a),l=Math.cos(a),c=Math.sin(e),h=Math.cos(e),u=Math.atan2(o,l*h),p=l*c,g=1-p*p,m=g*(r*r-r*(1-s)*(r*(1-s)))/(r*(1-s)*(r*(1-s))),y=1+m/16384*(4096+m*(-768+m*(320-175*m))),v=m/1024*(256+m*(-128+m*(74-47*m))),S=i/(r*(1-s)*y),A,N=100,U,R,V,B;do U=Math.cos(2*u+S),R=Math.sin(S),V=Math.cos(S),B=v*R*(U+v/4*(V*(-1+2*U*U)-v/6*U*(-3+4*R*R)*(-3+4*U*U))),A=S,S=i/(r*(1-s)*y)+B;while(Math.abs(S-A)>1e-12&&--N>0);if(N===0)return{lat2:NaN,lon2:NaN};let H=o*R-l*V*h,$=Math.atan2(o*V+l*R*h,(1-s)*Math.sqrt(p*p+H*H)),at=Math.atan2(R*c,l*V-o*R*h),M=s/16*g*(4+s*(4-3*g)),P=at-(1-M)*s*p*(S+M*R*(U+M*V*(-1+2*U*U))),W=t+P;return{lat2:$,lon2:W}}function sw(){this.sin_p12=Math.sin(this.lat0),this.cos_p12=Math.cos(this.lat0),this.x0=this.x0||0,this.y0=this.y0||0,this.long0=this.long0||0,this.f=this.es/(1+Math.sqrt(1-this.es))}function aw(n){var t=n.x,e=n.y,i=Math.sin(n.y),r=Math.cos(n.y),s=L(t-this.long0,this.over),a,o,l,c,h,u,p,g,m,y,v;return this.sphere?Math.abs(this.sin_p12-1)<=D?(n.x=this.x0+this.a*(T-e)*Math.sin(s),n.y=this.y0-this.a*(T-e)*Math.cos(s),n):Math.abs(this.sin_p12+1)<=D?(n.x=this.x0+this.a*(T+e)*Math.sin(s),n.y=this.y0+this.a*(T+e)*Math.cos(s),n):(m=this.sin_p12*i+this.cos_p12*r*Math.cos(s),p=Math.acos(m),g=p?p/Math.sin(p):1,n.x=this.x0+this.a*g*r*Math.sin(s),n.y=this.y0+this.a*g*(this.cos_p12*i-this.sin_p12*r*Math.cos(s)),n):(a=un(this.es),o=fn(this.es),l=dn(this.es),c=pn(this.es),Math.abs(this.sin_p12-1)<=D?(h=this.a*At(a,o,l,c,T),u=this.a*At(a,o,l,c,e),n.x=this.x0+(h-u)*Math.sin(s),n.y=this.y0-(h-u)*Math.cos(s),n):Math.abs(this.sin_p12+1)<=D?(h=this.a*At(a,o,l,c,T),u=this.a*At(a,o,l,c,e),n.x=this.x0+(h+u)*Math.sin(s),n.y=this.y0+(h+u)*Math.cos(s),n):Math.abs(t)<D&&Math.abs(e-this.lat0)<D?(n.x=this.x0,n.y=this.y0,n):(y=dp(this.lat0,this.long0,e,t,this.a,this.f),v=y.azi1,n.x=this.x0+y.s12*Math.sin(v),n.y=this.y0+y.s12*Math.cos(v),n))}function ow(n){n.x-=this.x0,n.y-=this.y0;var t,e,i,r,s,a,o,l,c,h,u,p,g,m,y,v;return this.sphere?(t=Math.sqrt(n.x*n.x+n.y*n.y),t>2*T*this.a?void 0:(e=t/this.a,i=Math.sin(e),r=Math.cos(e),s=this.long0,Math.abs(t)<=D?a=this.lat0:(a=re(r*this.sin_p12+n.y*i*this.cos_p12/t),o=Math.abs(this.lat0)-T,Math.abs(o)<=D?this.lat0>=0?s=L(this.long0+Math.atan2(n.x,-n.y),this.over):s=L(this.long0-Math.atan2(-n.x,n.y),this.over):s=L(this.long0+Math.atan2(n.x*i,t*this.cos_p12*r-n.y*this.sin_p12*i),this.over)),n.x=s,n.y=a,n)):(l=un(this.es),c=fn(this.es),h=dn(this.es),u=pn(this.es),Math.abs(this.sin_p12-1)<=D?(p=this.a*At(l,c,h,u,T),t=Math.sqrt(n.x*n.x+n.y*n.y),g=p-t,a=si(g/this.a,l,c,h,u),s=L(this.long0+Math.atan2(n.x,-1*n.y),this.over),n.x=s,n.y=a,n):Math.abs(this.sin_p12+1)<=D?(p=this.a*At(l,c,h,u,T),t=Math.sqrt(n.x*n.x+n.y*n.y),g=t-p,a=si(g/this.a,l,c,h,u),s=L(this.long0+Math.atan2(n.x,n.y),this.over),n.x=s,n.y=a,n):(m=Math.atan2(n.x,n.y),y=Math.sqrt(n.x*n.x+n.y*n.y),v=pp(this.lat0,this.long0,m,y,this.a,this.f),n.x=v.lon2,n.y=v.lat2,n))}var lw=["Azimuthal_Equidistant","aeqd"],mp={init:sw,forward:aw,inverse:ow,names:lw};function cw(){this.sin_p14=Math.sin(this.lat0||0),this.cos_p14=Math.cos(this.lat0||0)}function hw(n){var t,e,i,r,s,a,o,l,c=n.x,h=n.y;return i=L(c-(this.long0||0),this.over),t=Math.sin(h),e=Math.cos(h),r=Math.cos(i),a=this.sin_p14*t+this.cos_p14*e*r,s=1,(a>0||Math.abs(a)<=D)&&(o=(this.x0||0)+this.a*s*e*Math.sin(i),l=(this.y0||0)+this.a*s*(this.cos_p14*t-this.sin_p14*e*r)),n.x=o,n.y=l,n}function uw(n){var t,e,i,r,s,a,o,l,c;return n.x-=this.x0||0,n.y-=this.y0||0,t=Math.sqrt(n.x*n.x+n.y*n.y),e=re(t/this.a),i=Math.sin(e),r=Math.cos(e),l=this.long0||0,c=this.lat0||0,a=l,Math.abs(t)<=D?(o=c,n.x=a,n.y=o,n):(o=re(r*this.sin_p14+n.y*i*this.cos_p14/t),s=Math.abs(c)-T,Math.abs(s)<=D?(c>=0?a=L(l+Math.atan2(n.x,-n.y),this.over):a=L(l-Math.atan2(-n.x,n.y),this.over),n.x=a,n.y=o,n):(a=L(l+Math.atan2(n.x*i,t*this.cos_p14*r-n.y*this.sin_p14*i),this.over),n.x=a,n.y=o,n))}var fw=["ortho"],gp={init:cw,forward:hw,inverse:uw,names:fw};var vt={FRONT:1,RIGHT:2,BACK:3,LEFT:4,TOP:5,BOTTOM:6},ct={AREA_0:1,AREA_1:2,AREA_2:3,AREA_3:4};function dw(){this.x0=this.x0||0,this.y0=this.y0||0,this.lat0=this.lat0||0,this.long0=this.long0||0,this.lat_ts=this.lat_ts||0,this.title=this.title||"Quadrilateralized Spherical Cube",this.lat0>=T-it/2?this.face=vt.TOP:this.lat0<=-(T-it/2)?this.face=vt.BOTTOM:Math.abs(this.long0)<=it?this.face=vt.FRONT:Math.abs(this.long0)<=T+it?this.face=this.long0>0?vt.RIGHT:vt.LEFT:this.face=vt.BACK,this.es!==0&&(this.one_minus_f=1-(this.a-this.b)/this.a,this.one_minus_f_squared=this.one_minus_f*this.one_minus_f)}function pw(n){var t={x:0,y:0},e,i,r,s,a,o,l={value:0};if(n.x-=this.long0,this.es!==0?e=Math.atan(this.one_minus_f_squared*Math.tan(n.y)):e=n.y,i=n.x,this.face===vt.TOP)s=T-e,i>=it&&i<=T+it?(l.value=ct.AREA_0,r=i-T):i>T+it||i<=-(T+it)?(l.value=ct.AREA_1,r=i>0?i-yt:i+yt):i>-(T+it)&&i<=-it?(l.value=ct.AREA_2,r=i+T):(l.value=ct.AREA_3,r=i);else if(this.face===vt.BOTTOM)s=T+e,i>=it&&i<=T+it?(l.value=ct.AREA_0,r=-i+T):i<it&&i>=-it?(l.value=ct.AREA_1,r=-i):i<-it&&i>=-(T+it)?(l.value=ct.AREA_2,r=-i-T):(l.value=ct.AREA_3,r=i>0?-i+yt:-i-yt);else{var c,h,u,p,g,m,y;this.face===vt.RIGHT?i=Ki(i,+T):this.face===vt.BACK?i=Ki(i,+yt):this.face===vt.LEFT&&(i=Ki(i,-T)),p=Math.sin(e),g=Math.cos(e),m=Math.sin(i),y=Math.cos(i),c=g*y,h=g*m,u=p,this.face===vt.FRONT?(s=Math.acos(c),r=Ka(s,u,h,l)):this.face===vt.RIGHT?(s=Math.acos(h),r=Ka(s,u,-c,l)):this.face===vt.BACK?(s=Math.acos(-c),r=Ka(s,u,-h,l)):this.face===vt.LEFT?(s=Math.acos(-h),r=Ka(s,u,c,l)):(s=r=0,l.value=ct.AREA_0)}return o=Math.atan(12/yt*(r+Math.acos(Math.sin(r)*Math.cos(it))-T)),a=Math.sqrt((1-Math.cos(s))/(Math.cos(o)*Math.cos(o))/(1-Math.cos(Math.atan(1/Math.cos(r))))),l.value===ct.AREA_1?o+=T:l.value===ct.AREA_2?o+=yt:l.value===ct.AREA_3&&(o+=1.5*yt),t.x=a*Math.cos(o),t.y=a*Math.sin(o),t.x=t.x*this.a+this.x0,t.y=t.y*this.a+this.y0,n.x=t.x,n.y=t.y,n}function mw(n){var t={lam:0,phi:0},e,i,r,s,a,o,l,c,h,u={value:0};if(n.x=(n.x-this.x0)/this.a,n.y=(n.y-this.y0)/this.a,i=Math.atan(Math.sqrt(n.x*n.x+n.y*n.y)),e=Math.atan2(n.y,n.x),n.x>=0&&n.x>=Math.abs(n.y)?u.value=ct.AREA_0:n.y>=0&&n.y>=Math.abs(n.x)?(u.value=ct.AREA_1,e-=T):n.x<0&&-n.x>=Math.abs(n.y)?(u.value=ct.AREA_2,e=e<0?e+yt:e-yt):(u.value=ct.AREA_3,e+=T),h=yt/12*Math.tan(e),a=Math.sin(h)/(Math.cos(h)-1/Math.sqrt(2)),o=Math.atan(a),r=Math.cos(e),s=Math.tan(i),l=1-r*r*s*s*(1-Math.cos(Math.atan(1/Math.cos(o)))),l<-1?l=-1:l>1&&(l=1),this.face===vt.TOP)c=Math.acos(l),t.phi=T-c,u.value===ct.AREA_0?t.lam=o+T:u.value===ct.AREA_1?t.lam=o<0?o+yt:o-yt:u.value===ct.AREA_2?t.lam=o-T:t.lam=o;else if(this.face===vt.BOTTOM)c=Math.acos(l),t.phi=c-T,u.value===ct.AREA_0?t.lam=-o+T:u.value===ct.AREA_1?t.lam=-o:u.value===ct.AREA_2?t.lam=-o-T:t.lam=o<0?-o-yt:-o+yt;else{var p,g,m;p=l,h=p*p,h>=1?m=0:m=Math.sqrt(1-h)*Math.sin(o),h+=m*m,h>=1?g=0:g=Math.sqrt(1-h),u.value===ct.AREA_1?(h=g,g=-m,m=h):u.value===ct.AREA_2?(g=-g,m=-m):u.value===ct.AREA_3&&(h=g,g=m,m=-h),this.face===vt.RIGHT?(h=p,p=-g,g=h):this.face===vt.BACK?(p=-p,g=-g):this.face===vt.LEFT&&(h=p,p=g,g=-h),t.phi=Math.acos(-m)-T,t.lam=Math.atan2(g,p),this.face===vt.RIGHT?t.lam=Ki(t.lam,-T):this.face===vt.BACK?t.lam=Ki(t.lam,-yt):this.face===vt.LEFT&&(t.lam=Ki(t.lam,+T))}if(this.es!==0){var y,v,S;y=t.phi<0?1:0,v=Math.tan(t.phi),S=this.b/Math.sqrt(v*v+this.one_minus_f_squared),t.phi=Math.atan(Math.sqrt(this.a*this.a-S*S)/(this.one_minus_f*S)),y&&(t.phi=-t.phi)}return t.lam+=this.long0,n.x=t.lam,n.y=t.phi,n}function Ka(n,t,e,i){var r;return n<D?(i.value=ct.AREA_0,r=0):(r=Math.atan2(t,e),Math.abs(r)<=it?i.value=ct.AREA_0:r>it&&r<=T+it?(i.value=ct.AREA_1,r-=T):r>T+it||r<=-(T+it)?(i.value=ct.AREA_2,r=r>=0?r-yt:r+yt):(i.value=ct.AREA_3,r+=T)),r}function Ki(n,t){var e=n+t;return e<-yt?e+=zn:e>+yt&&(e-=zn),e}var gw=["Quadrilateralized Spherical Cube","Quadrilateralized_Spherical_Cube","qsc"],_p={init:dw,forward:pw,inverse:mw,names:gw};var Vc=[[1,22199e-21,-715515e-10,31103e-10],[.9986,-482243e-9,-24897e-9,-13309e-10],[.9954,-83103e-8,-448605e-10,-986701e-12],[.99,-.00135364,-59661e-9,36777e-10],[.9822,-.00167442,-449547e-11,-572411e-11],[.973,-.00214868,-903571e-10,18736e-12],[.96,-.00305085,-900761e-10,164917e-11],[.9427,-.00382792,-653386e-10,-26154e-10],[.9216,-.00467746,-10457e-8,481243e-11],[.8962,-.00536223,-323831e-10,-543432e-11],[.8679,-.00609363,-113898e-9,332484e-11],[.835,-.00698325,-640253e-10,934959e-12],[.7986,-.00755338,-500009e-10,935324e-12],[.7597,-.00798324,-35971e-9,-227626e-11],[.7186,-.00851367,-701149e-10,-86303e-10],[.6732,-.00986209,-199569e-9,191974e-10],[.6213,-.010418,883923e-10,624051e-11],[.5722,-.00906601,182e-6,624051e-11],[.5322,-.00677797,275608e-9,624051e-11]],Qr=[[-520417e-23,.0124,121431e-23,-845284e-16],[.062,.0124,-126793e-14,422642e-15],[.124,.0124,507171e-14,-160604e-14],[.186,.0123999,-190189e-13,600152e-14],[.248,.0124002,710039e-13,-224e-10],[.31,.0123992,-264997e-12,835986e-13],[.372,.0124029,988983e-12,-311994e-12],[.434,.0123893,-369093e-11,-435621e-12],[.4958,.0123198,-102252e-10,-345523e-12],[.5571,.0121916,-154081e-10,-582288e-12],[.6176,.0119938,-241424e-10,-525327e-12],[.6769,.011713,-320223e-10,-516405e-12],[.7346,.0113541,-397684e-10,-609052e-12],[.7903,.0109107,-489042e-10,-104739e-11],[.8435,.0103431,-64615e-9,-140374e-14],[.8936,.00969686,-64636e-9,-8547e-9],[.9394,.00840947,-192841e-9,-42106e-10],[.9761,.00616527,-256e-6,-42106e-10],[1,.00328947,-319159e-9,-42106e-10]],yp=.8487,vp=1.3523,xp=Tt/5,_w=1/xp,Qi=18,Qa=function(n,t){return n[0]+t*(n[1]+t*(n[2]+t*n[3]))},yw=function(n,t){return n[1]+t*(2*n[2]+t*3*n[3])};function vw(n,t,e,i){for(var r=t;i;--i){var s=n(r);if(r-=s,Math.abs(s)<e)break}return r}function xw(){this.x0=this.x0||0,this.y0=this.y0||0,this.long0=this.long0||0,this.es=0,this.title=this.title||"Robinson"}function Mw(n){var t=L(n.x-this.long0,this.over),e=Math.abs(n.y),i=Math.floor(e*xp);i<0?i=0:i>=Qi&&(i=Qi-1),e=Tt*(e-_w*i);var r={x:Qa(Vc[i],e)*t,y:Qa(Qr[i],e)};return n.y<0&&(r.y=-r.y),r.x=r.x*this.a*yp+this.x0,r.y=r.y*this.a*vp+this.y0,n.z!==void 0&&(r.z=n.z),n.m!==void 0&&(r.m=n.m),r}function Sw(n){var t={x:(n.x-this.x0)/(this.a*yp),y:Math.abs(n.y-this.y0)/(this.a*vp)};if(t.y>=1)t.x/=Vc[Qi][0],t.y=n.y<0?-T:T;else{var e=Math.floor(t.y*Qi);for(e<0?e=0:e>=Qi&&(e=Qi-1);;)if(Qr[e][0]>t.y)--e;else if(Qr[e+1][0]<=t.y)++e;else break;var i=Qr[e],r=5*(t.y-i[0])/(Qr[e+1][0]-i[0]);r=vw(function(s){return(Qa(i,s)-t.y)/yw(i,s)},r,D,100),t.x/=Qa(Vc[e],r),t.y=(5*e+r)*ht,n.y<0&&(t.y=-t.y)}return t.x=L(t.x+this.long0,this.over),n.z!==void 0&&(t.z=n.z),n.m!==void 0&&(t.m=n.m),t}var bw=["Robinson","robin"],Mp={init:xw,forward:Mw,inverse:Sw,names:bw};function ww(){this.name="geocent"}function Ew(n){var t=Ha(n,this.es,this.a);return t}function Tw(n){var t=Wa(n,this.es,this.a,this.b);return t}var Aw=["Geocentric","geocentric","geocent","Geocent"],Sp={init:ww,forward:Ew,inverse:Tw,names:Aw};var zt={N_POLE:0,S_POLE:1,EQUIT:2,OBLIQ:3},ts={h:{def:1e5,num:!0},azi:{def:0,num:!0,degrees:!0},tilt:{def:0,num:!0,degrees:!0},long0:{def:0,num:!0},lat0:{def:0,num:!0}};function Cw(){if(Object.keys(ts).forEach(function(e){if(typeof this[e]>"u")this[e]=ts[e].def;else{if(ts[e].num&&isNaN(this[e]))throw new Error("Invalid parameter value, must be numeric "+e+" = "+this[e]);ts[e].num&&(this[e]=parseFloat(this[e]))}ts[e].degrees&&(this[e]=this[e]*ht)}.bind(this)),Math.abs(Math.abs(this.lat0)-T)<D?this.mode=this.lat0<0?zt.S_POLE:zt.N_POLE:Math.abs(this.lat0)<D?this.mode=zt.EQUIT:(this.mode=zt.OBLIQ,this.sinph0=Math.sin(this.lat0),this.cosph0=Math.cos(this.lat0)),this.pn1=this.h/this.a,this.pn1<=0||this.pn1>1e10)throw new Error("Invalid height");this.p=1+this.pn1,this.rp=1/this.p,this.h1=1/this.pn1,this.pfact=(this.p+1)*this.h1,this.es=0;var n=this.tilt,t=this.azi;this.cg=Math.cos(t),this.sg=Math.sin(t),this.cw=Math.cos(n),this.sw=Math.sin(n)}function Pw(n){n.x-=this.long0;var t=Math.sin(n.y),e=Math.cos(n.y),i=Math.cos(n.x),r,s;switch(this.mode){case zt.OBLIQ:s=this.sinph0*t+this.cosph0*e*i;break;case zt.EQUIT:s=e*i;break;case zt.S_POLE:s=-t;break;case zt.N_POLE:s=t;break}switch(s=this.pn1/(this.p-s),r=s*e*Math.sin(n.x),this.mode){case zt.OBLIQ:s*=this.cosph0*t-this.sinph0*e*i;break;case zt.EQUIT:s*=t;break;case zt.N_POLE:s*=-(e*i);break;case zt.S_POLE:s*=e*i;break}var a,o;return a=s*this.cg+r*this.sg,o=1/(a*this.sw*this.h1+this.cw),r=(r*this.cg-s*this.sg)*this.cw*o,s=a*o,n.x=r*this.a,n.y=s*this.a,n}function Rw(n){n.x/=this.a,n.y/=this.a;var t={x:n.x,y:n.y},e,i,r;r=1/(this.pn1-n.y*this.sw),e=this.pn1*n.x*r,i=this.pn1*n.y*this.cw*r,n.x=e*this.cg+i*this.sg,n.y=i*this.cg-e*this.sg;var s=Et(n.x,n.y);if(Math.abs(s)<D)t.x=0,t.y=n.y;else{var a,o;switch(o=1-s*s*this.pfact,o=(this.p-Math.sqrt(o))/(this.pn1/s+s/this.pn1),a=Math.sqrt(1-o*o),this.mode){case zt.OBLIQ:t.y=Math.asin(a*this.sinph0+n.y*o*this.cosph0/s),n.y=(a-this.sinph0*Math.sin(t.y))*s,n.x*=o*this.cosph0;break;case zt.EQUIT:t.y=Math.asin(n.y*o/s),n.y=a*s,n.x*=o;break;case zt.N_POLE:t.y=Math.asin(a),n.y=-n.y;break;case zt.S_POLE:t.y=-Math.asin(a);break}t.x=Math.atan2(n.x,n.y)}return n.x=t.x+this.long0,n.y=t.y,n}var Iw=["Tilted_Perspective","tpers"],bp={init:Cw,forward:Pw,inverse:Rw,names:Iw};function Lw(){if(this.flip_axis=this.sweep==="x"?1:0,this.h=Number(this.h),this.radius_g_1=this.h/this.a,this.radius_g_1<=0||this.radius_g_1>1e10)throw new Error;if(this.radius_g=1+this.radius_g_1,this.C=this.radius_g*this.radius_g-1,this.es!==0){var n=1-this.es,t=1/n;this.radius_p=Math.sqrt(n),this.radius_p2=n,this.radius_p_inv2=t,this.shape="ellipse"}else this.radius_p=1,this.radius_p2=1,this.radius_p_inv2=1,this.shape="sphere";this.title||(this.title="Geostationary Satellite View")}function Dw(n){var t=n.x,e=n.y,i,r,s,a;if(t=t-this.long0,this.shape==="ellipse"){e=Math.atan(this.radius_p2*Math.tan(e));var o=this.radius_p/Et(this.radius_p*Math.cos(e),Math.sin(e));if(r=o*Math.cos(t)*Math.cos(e),s=o*Math.sin(t)*Math.cos(e),a=o*Math.sin(e),(this.radius_g-r)*r-s*s-a*a*this.radius_p_inv2<0)return n.x=Number.NaN,n.y=Number.NaN,n;i=this.radius_g-r,this.flip_axis?(n.x=this.radius_g_1*Math.atan(s/Et(a,i)),n.y=this.radius_g_1*Math.atan(a/i)):(n.x=this.radius_g_1*Math.atan(s/i),n.y=this.radius_g_1*Math.atan(a/Et(s,i)))}else this.shape==="sphere"&&(i=Math.cos(e),r=Math.cos(t)*i,s=Math.sin(t)*i,a=Math.sin(e),i=this.radius_g-r,this.flip_axis?(n.x=this.radius_g_1*Math.atan(s/Et(a,i)),n.y=this.radius_g_1*Math.atan(a/i)):(n.x=this.radius_g_1*Math.atan(s/i),n.y=this.radius_g_1*Math.atan(a/Et(s,i))));return n.x=n.x*this.a,n.y=n.y*this.a,n}function Nw(n){var t=-1,e=0,i=0,r,s,a,o;if(n.x=n.x/this.a,n.y=n.y/this.a,this.shape==="ellipse"){this.flip_axis?(i=Math.tan(n.y/this.radius_g_1),e=Math.tan(n.x/this.radius_g_1)*Et(1,i)):(e=Math.tan(n.x/this.radius_g_1),i=Math.tan(n.y/this.radius_g_1)*Et(1,e));var l=i/this.radius_p;if(r=e*e+l*l+t*t,s=2*this.radius_g*t,a=s*s-4*r*this.C,a<0)return n.x=Number.NaN,n.y=Number.NaN,n;o=(-s-Math.sqrt(a))/(2*r),t=this.radius_g+o*t,e*=o,i*=o,n.x=Math.atan2(e,t),n.y=Math.atan(i*Math.cos(n.x)/t),n.y=Math.atan(this.radius_p_inv2*Math.tan(n.y))}else if(this.shape==="sphere"){if(this.flip_axis?(i=Math.tan(n.y/this.radius_g_1),e=Math.tan(n.x/this.radius_g_1)*Math.sqrt(1+i*i)):(e=Math.tan(n.x/this.radius_g_1),i=Math.tan(n.y/this.radius_g_1)*Math.sqrt(1+e*e)),r=e*e+i*i+t*t,s=2*this.radius_g*t,a=s*s-4*r*this.C,a<0)return n.x=Number.NaN,n.y=Number.NaN,n;o=(-s-Math.sqrt(a))/(2*r),t=this.radius_g+o*t,e*=o,i*=o,n.x=Math.atan2(e,t),n.y=Math.atan(i*Math.cos(n.x)/t)}return n.x=n.x+this.long0,n}var Uw=["Geostationary Satellite View","Geostationary_Satellite","geos"],wp={init:Lw,forward:Dw,inverse:Nw,names:Uw};var es=1.340264,ns=-.081106,is=893e-6,rs=.003796,to=Math.sqrt(3)/2;function Fw(){this.long0=this.long0!==void 0?this.long0:0,this.x0=this.x0!==void 0?this.x0:0,this.y0=this.y0!==void 0?this.y0:0,this.es!==0&&(this.apa=Jr(this.es),this.qp=ie(this.e,1),this.rqda=Math.sqrt(.5*this.qp))}function Ow(n){var t=L(n.x-this.long0,this.over),e=n.y,i=Math.sin(e);this.es!==0&&(i=ie(this.e,i)/this.qp);var r=Math.asin(to*i),s=r*r,a=s*s*s;return n.x=t*Math.cos(r)/(to*(es+3*ns*s+a*(7*is+9*rs*s))),n.y=r*(es+ns*s+a*(is+rs*s)),this.es!==0&&(n.x*=this.rqda,n.y*=this.rqda),n.x=this.a*n.x+this.x0,n.y=this.a*n.y+this.y0,n}function Bw(n){n.x=(n.x-this.x0)/this.a,n.y=(n.y-this.y0)/this.a,this.es!==0&&(n.x/=this.rqda,n.y/=this.rqda);var t=1e-9,e=12,i=n.y,r,s,a,o,l,c;for(c=0;c<e&&(r=i*i,s=r*r*r,a=i*(es+ns*r+s*(is+rs*r))-n.y,o=es+3*ns*r+s*(7*is+9*rs*r),i-=l=a/o,!(Math.abs(l)<t));++c);return r=i*i,s=r*r*r,n.x=to*n.x*(es+3*ns*r+s*(7*is+9*rs*r))/Math.cos(i),n.y=Math.asin(Math.sin(i)/to),this.es!==0&&(n.y=Kr(n.y,this.apa)),n.x=L(n.x+this.long0,this.over),n}var Gw=["eqearth","Equal Earth","Equal_Earth"],Ep={init:Fw,forward:Ow,inverse:Bw,names:Gw};var ss=1e-10;function zw(){var n;if(this.phi1=this.lat1,Math.abs(this.phi1)<ss)throw new Error;this.es?(this.en=Yi(this.es),this.m1=Ve(this.phi1,this.am1=Math.sin(this.phi1),n=Math.cos(this.phi1),this.en),this.am1=n/(Math.sqrt(1-this.es*this.am1*this.am1)*this.am1),this.inverse=Vw,this.forward=kw):(Math.abs(this.phi1)+ss>=T?this.cphi1=0:this.cphi1=1/Math.tan(this.phi1),this.inverse=Ww,this.forward=Hw)}function kw(n){var t=L(n.x-(this.long0||0),this.over),e=n.y,i,r,s;return i=this.am1+this.m1-Ve(e,r=Math.sin(e),s=Math.cos(e),this.en),r=s*t/(i*Math.sqrt(1-this.es*r*r)),n.x=i*Math.sin(r),n.y=this.am1-i*Math.cos(r),n.x=this.a*n.x+(this.x0||0),n.y=this.a*n.y+(this.y0||0),n}function Vw(n){n.x=(n.x-(this.x0||0))/this.a,n.y=(n.y-(this.y0||0))/this.a;var t,e,i,r;if(e=Et(n.x,n.y=this.am1-n.y),r=ji(this.am1+this.m1-e,this.es,this.en),(t=Math.abs(r))<T)t=Math.sin(r),i=e*Math.atan2(n.x,n.y)*Math.sqrt(1-this.es*t*t)/Math.cos(r);else if(Math.abs(t-T)<=ss)i=0;else throw new Error;return n.x=L(i+(this.long0||0),this.over),n.y=ne(r),n}function Hw(n){var t=L(n.x-(this.long0||0),this.over),e=n.y,i,r;return r=this.cphi1+this.phi1-e,Math.abs(r)>ss?(n.x=r*Math.sin(i=t*Math.cos(e)/r),n.y=this.cphi1-r*Math.cos(i)):n.x=n.y=0,n.x=this.a*n.x+(this.x0||0),n.y=this.a*n.y+(this.y0||0),n}function Ww(n){n.x=(n.x-(this.x0||0))/this.a,n.y=(n.y-(this.y0||0))/this.a;var t,e,i=Et(n.x,n.y=this.cphi1-n.y);if(e=this.cphi1+this.phi1-i,Math.abs(e)>T)throw new Error;return Math.abs(Math.abs(e)-T)<=ss?t=0:t=i*Math.atan2(n.x,n.y)/Math.cos(e),n.x=L(t+(this.long0||0),this.over),n.y=ne(e),n}var Xw=["bonne","Bonne (Werner lat_1=90)"],Tp={init:zw,names:Xw};var Ap={OBLIQUE:{forward:$w,inverse:Kw},TRANSVERSE:{forward:Jw,inverse:Qw}},eo={ROTATE:{o_alpha:"oAlpha",o_lon_c:"oLongC",o_lat_c:"oLatC"},NEW_POLE:{o_lat_p:"oLatP",o_lon_p:"oLongP"},NEW_EQUATOR:{o_lon_1:"oLong1",o_lat_1:"oLat1",o_lon_2:"oLong2",o_lat_2:"oLat2"}};function qw(){if(this.x0=this.x0||0,this.y0=this.y0||0,this.long0=this.long0||0,this.title=this.title||"General Oblique Transformation",this.isIdentity=bc.includes(this.o_proj),!this.o_proj)throw new Error("Missing parameter: o_proj");if(this.o_proj==="ob_tran")throw new Error("Invalid value for o_proj: "+this.o_proj);let n=this.projStr.replace("+proj=ob_tran","").replace("+o_proj=","+proj=").trim(),t=Pe(n);if(!t)throw new Error("Invalid parameter: o_proj. Unknown projection "+this.o_proj);t.long0=0,this.obliqueProjection=t;let e,i=Object.keys(eo),r=o=>{if(typeof this[o]>"u")return;let l=parseFloat(this[o])*ht;if(isNaN(l))throw new Error("Invalid value for "+o+": "+this[o]);return l};for(let o=0;o<i.length;o++){let l=i[o],c=eo[l],h=Object.entries(c);if(h.some(([p])=>typeof this[p]<"u")){e=c;for(let p=0;p<h.length;p++){let[g,m]=h[p],y=r(g);if(typeof y>"u")throw new Error("Missing parameter: "+g+".");this[m]=y}break}}if(!e)throw new Error("No valid parameters provided for ob_tran projection.");let{lamp:s,phip:a}=Zw(this,e);this.lamp=s,Math.abs(a)>D?(this.cphip=Math.cos(a),this.sphip=Math.sin(a),this.projectionType=Ap.OBLIQUE):this.projectionType=Ap.TRANSVERSE}function Yw(n){return this.projectionType.forward(this,n)}function jw(n){return this.projectionType.inverse(this,n)}function Zw(n,t){let e,i;if(t===eo.ROTATE){let r=n.oLongC,s=n.oLatC,a=n.oAlpha;if(Math.abs(Math.abs(s)-T)<=D)throw new Error("Invalid value for o_lat_c: "+n.o_lat_c+" should be < 90°");i=r+Math.atan2(-1*Math.cos(a),-1*Math.sin(a)*Math.sin(s)),e=Math.asin(Math.cos(s)*Math.sin(a))}else if(t===eo.NEW_POLE)i=n.oLongP,e=n.oLatP;else{let r=n.oLong1,s=n.oLat1,a=n.oLong2,o=n.oLat2,l=Math.abs(s);if(Math.abs(s)>T-D)throw new Error("Invalid value for o_lat_1: "+n.o_lat_1+" should be < 90°");if(Math.abs(o)>T-D)throw new Error("Invalid value for o_lat_2: "+n.o_lat_2+" should be < 90°");if(Math.abs(s-o)<D)throw new Error("Invalid value for o_lat_1 and o_lat_2: o_lat_1 should be different from o_lat_2");if(l<D)throw new Error("Invalid value for o_lat_1: o_lat_1 should be different from zero");i=Math.atan2(Math.cos(s)*Math.sin(o)*Math.cos(r)-Math.sin(s)*Math.cos(o)*Math.cos(a),Math.sin(s)*Math.cos(o)*Math.sin(a)-Math.cos(s)*Math.sin(o)*Math.sin(r)),e=Math.atan(-1*Math.cos(i-r)/Math.tan(s))}return{lamp:i,phip:e}}function $w(n,t){let{x:e,y:i}=t;e=L(e-n.long0,n.over);let r=Math.cos(e),s=Math.sin(i),a=Math.cos(i);t.x=L(Math.atan2(a*Math.sin(e),n.sphip*a*r+n.cphip*s)+n.lamp),t.y=Math.asin(n.sphip*s-n.cphip*a*r);let o=n.obliqueProjection.forward(t);return n.isIdentity&&(o.x*=Tt,o.y*=Tt),o}function Jw(n,t){let{x:e,y:i}=t;e=L(e-n.long0,n.over);let r=Math.cos(i),s=Math.cos(e);t.x=L(Math.atan2(r*Math.sin(e),Math.sin(i))+n.lamp),t.y=Math.asin(-1*r*s);let a=n.obliqueProjection.forward(t);return n.isIdentity&&(a.x*=Tt,a.y*=Tt),a}function Kw(n,t){n.isIdentity&&(t.x*=ht,t.y*=ht);let e=n.obliqueProjection.inverse(t),{x:i,y:r}=e;if(i<Number.MAX_VALUE){i-=n.lamp;let s=Math.cos(i),a=Math.sin(r),o=Math.cos(r);t.x=Math.atan2(o*Math.sin(i),n.sphip*o*s-n.cphip*a),t.y=Math.asin(n.sphip*a+n.cphip*o*s)}return t.x=L(t.x+n.long0),t}function Qw(n,t){n.isIdentity&&(t.x*=ht,t.y*=ht);let e=n.obliqueProjection.inverse(t),{x:i,y:r}=e;if(i<Number.MAX_VALUE){let s=Math.cos(r);i-=n.lamp,t.x=Math.atan2(s*Math.sin(i),-1*Math.sin(r)),t.y=Math.asin(s*Math.cos(i))}return t.x=L(t.x+n.long0),t}var tE=["General Oblique Transformation","General_Oblique_Transformation","ob_tran"],Cp={init:qw,forward:Yw,inverse:jw,names:tE};function Pp(n){n.Proj.projections.add(Zi),n.Proj.projections.add($i),n.Proj.projections.add(Wd),n.Proj.projections.add(Xd),n.Proj.projections.add(qd),n.Proj.projections.add(Yd),n.Proj.projections.add(jd),n.Proj.projections.add(Zd),n.Proj.projections.add($d),n.Proj.projections.add(Jd),n.Proj.projections.add(Kd),n.Proj.projections.add(Qd),n.Proj.projections.add(tp),n.Proj.projections.add(np),n.Proj.projections.add(ip),n.Proj.projections.add(sp),n.Proj.projections.add(ap),n.Proj.projections.add(op),n.Proj.projections.add(lp),n.Proj.projections.add(cp),n.Proj.projections.add(hp),n.Proj.projections.add(up),n.Proj.projections.add(fp),n.Proj.projections.add(mp),n.Proj.projections.add(gp),n.Proj.projections.add(_p),n.Proj.projections.add(Mp),n.Proj.projections.add(Sp),n.Proj.projections.add(bp),n.Proj.projections.add(wp),n.Proj.projections.add(Ep),n.Proj.projections.add(Tp),n.Proj.projections.add(Cp)}var Rp=Object.assign(Ad,{defaultDatum:"WGS84",Proj:Pe,WGS84:new Pe("WGS84"),Point:Ud,toPoint:Wi,defs:ki,nadgrid:Cc,transform:Pc,mgrs:Ld,version:"__VERSION__"});Pp(Rp);var He=Rp;var as=class{_rootMap=new Map;get size(){if(this._rootMap.size===0)return 0;let t=0;return this._rootMap.forEach(e=>t+=e.size),t}forEach(t){this._rootMap.size!==0&&this._rootMap.forEach((e,i)=>{e.forEach((r,s)=>t(r,i,s,this))})}has(t,e){return this._rootMap.get(t)?.has(e)??!1}clear(){this._rootMap.clear()}getOrCreate(t,e,i){let r=this._rootMap.get(t);r==null&&(r=new Map,this._rootMap.set(t,r));let s=r.get(e);return s==null&&(s=i(t,e),r.set(e,s)),s}};var JF=new as;var nO=new nt(0,0);function os(n){return n[2]-n[0]}function Hc(n,t,e){return Math.min(Math.max(n,t),e)}function Ip(n,t,e){let i=t.getExtent(),r=0;return t.canWrapX()&&(n[0]<i[0]||n[0]>i[2])&&(e=e||os(i),r=Math.floor((n[0]-i[0])/e)),r}var Lp={radians:6370997/(2*Math.PI),degrees:2*Math.PI*6370997/360,ft:.3048,m:1,"us-ft":1200/3937};var Wc=class{constructor(t){this.code_=t.code,this.units_=t.units,this.extent_=t.extent!==void 0?t.extent:null,this.worldExtent_=t.worldExtent!==void 0?t.worldExtent:null,this.axisOrientation_=t.axisOrientation!==void 0?t.axisOrientation:"enu",this.global_=t.global!==void 0?t.global:!1,this.canWrapX_=!!(this.global_&&this.extent_),this.getPointResolutionFunc_=t.getPointResolution,this.defaultTileGrid_=null,this.metersPerUnit_=t.metersPerUnit}canWrapX(){return this.canWrapX_}getCode(){return this.code_}getExtent(){return this.extent_}getUnits(){return this.units_}getMetersPerUnit(){return this.metersPerUnit_||Lp[this.units_]}getWorldExtent(){return this.worldExtent_}getAxisOrientation(){return this.axisOrientation_}isGlobal(){return this.global_}setGlobal(t){this.global_=t,this.canWrapX_=!!(t&&this.extent_)}getDefaultTileGrid(){return this.defaultTileGrid_}setDefaultTileGrid(t){this.defaultTileGrid_=t}setExtent(t){this.extent_=t,this.canWrapX_=!!(this.global_&&t)}setWorldExtent(t){this.worldExtent_=t}setGetPointResolution(t){this.getPointResolutionFunc_=t}getPointResolutionFunc(){return this.getPointResolutionFunc_}},Hn=Wc;var ls=6378137,tr=Math.PI*ls,nE=[-tr,-tr,tr,tr],iE=[-180,-85,180,85],no=ls*Math.log(Math.tan(Math.PI/2)),Wn=class extends Hn{constructor(t){super({code:t,units:"m",extent:nE,global:!0,worldExtent:iE,getPointResolution:function(e,i){return e/Math.cosh(i[1]/ls)}})}},Xc=[new Wn("EPSG:3857"),new Wn("EPSG:102100"),new Wn("EPSG:102113"),new Wn("EPSG:900913"),new Wn("http://www.opengis.net/def/crs/EPSG/0/3857"),new Wn("http://www.opengis.net/gml/srs/epsg.xml#3857")];function Dp(n,t,e,i){let r=n.length;e=e!==void 0&&e>1?e:2,i=i??e,t===void 0&&(e>2?t=n.slice():t=new Array(r));for(let s=0;s<r;s+=i){t[s]=tr*n[s]/180;let a=ls*Math.log(Math.tan(Math.PI*(+n[s+1]+90)/360));a>no?a=no:a<-no&&(a=-no),t[s+1]=a}return t}function Np(n,t,e,i){let r=n.length;e=e!==void 0&&e>1?e:2,i=i??e,t===void 0&&(e>2?t=n.slice():t=new Array(r));for(let s=0;s<r;s+=i)t[s]=180*n[s]/tr,t[s+1]=360*Math.atan(Math.exp(n[s+1]/ls))/Math.PI-90;return t}var rE=6378137,Up=[-180,-90,180,90],sE=Math.PI*rE/180,mn=class extends Hn{constructor(t,e){super({code:t,units:"degrees",extent:Up,axisOrientation:e,global:!0,metersPerUnit:sE,worldExtent:Up})}},qc=[new mn("CRS:84"),new mn("EPSG:4326","neu"),new mn("urn:ogc:def:crs:OGC:1.3:CRS84"),new mn("urn:ogc:def:crs:OGC:2:84"),new mn("http://www.opengis.net/def/crs/OGC/1.3/CRS84"),new mn("http://www.opengis.net/gml/srs/epsg.xml#4326","neu"),new mn("http://www.opengis.net/def/crs/EPSG/0/4326","neu")];var Yc={};function er(n){return Yc[n]||Yc[n.replace(/urn:(x-)?ogc:def:crs:EPSG:(.*:)?(\w+)$/,"EPSG:$3")]||null}function Fp(n,t){Yc[n]=t}var nr={};function ai(n,t,e){let i=n.getCode(),r=t.getCode();i in nr||(nr[i]={}),nr[i][r]=e}function jc(n,t){return n in nr&&t in nr[n]?nr[n][t]:null}var Xn=.00669438,io=Xn*Xn,ro=io*Xn,vO=Xn/(1-Xn),Op=Math.sqrt(1-Xn),ir=(1-Op)/(1+Op),Bp=ir*ir,Zc=Bp*ir,$c=Zc*ir,Gp=$c*ir,xO=1-Xn/4-3*io/64-5*ro/256,MO=3*Xn/8+3*io/32+45*ro/1024,SO=15*io/256+45*ro/1024,bO=35*ro/3072,wO=3/2*ir-27/32*Zc+269/512*Gp,EO=21/16*Bp-55/32*$c,TO=151/96*Zc-417/128*Gp,AO=1097/512*$c;var aE=[/^EPSG:(\d+)$/,/^urn:ogc:def:crs:EPSG::(\d+)$/,/^http:\/\/www\.opengis\.net\/def\/crs\/EPSG\/0\/(\d+)$/];function oE(n){let t=0;for(let r of aE){let s=n.match(r);if(s){t=parseInt(s[1]);break}}if(!t)return null;let e=0,i=!1;return t>32700&&t<32761?e=t-32700:t>32600&&t<32661&&(i=!0,e=t-32600),e?{number:e,north:i}:null}function zp(n){return oE(n)?new Hn({code:n,units:"m"}):null}var lE=[zp];function Hp(n,t){if(t!==void 0){for(let e=0,i=n.length;e<i;++e)t[e]=n[e];t=t}else t=n.slice();return t}function Jc(n){Fp(n.getCode(),n),ai(n,n,Hp)}function cE(n){n.forEach(Jc)}function kp(n){if(typeof n!="string")return n!==void 0?n:null;let t=er(n);if(t)return t;for(let e of lE){let i=e(n);if(i)return i}return null}function so(n){cE(n),n.forEach(function(t){n.forEach(function(e){t!==e&&ai(t,e,Hp)})})}function hE(n,t,e,i){n.forEach(function(r){t.forEach(function(s){ai(r,s,e),ai(s,r,i)})})}function Vp(n){return(function(t,e,i,r){let s=t.length;i=i!==void 0?i:2,r=r??i,e=e!==void 0?e:new Array(s);for(let a=0;a<s;a+=r){let o=n(t.slice(a,a+i)),l=o.length;for(let c=0,h=r;c<h;++c)e[a+c]=c>=l?t[a+c]:o[c]}return e})}function Wp(n,t,e,i){let r=kp(n),s=kp(t);!r||!s||(ai(r,s,Vp(e)),ai(s,r,Vp(i)))}function Kc(n,t,e){return function(i){let r,s;if(n.canWrapX()){let a=n.getExtent(),o=os(a);i=i.slice(0),s=Ip(i,n,o),s&&(i[0]=i[0]-s*o),i[0]=Hc(i[0],a[0],a[2]),i[1]=Hc(i[1],a[1],a[3]),r=e(i)}else r=e(i);return s&&t.canWrapX()&&(r[0]+=s*os(t.getExtent())),r}}function uE(){so(Xc),so(qc),hE(qc,Xc,Dp,Np)}uE();var fE=null;function ao(n){fE=n;let t=Object.keys(n.defs),e=t.length,i,r;for(i=0;i<e;++i){let s=t[i];if(!er(s)){let a=n.defs(s),o=a.units;!o&&a.projName==="longlat"&&(o="degrees"),Jc(new Hn({code:s,axisOrientation:a.axis,metersPerUnit:a.to_meter,units:o}))}}for(i=0;i<e;++i){let s=t[i],a=er(s);for(r=0;r<e;++r){let o=t[r],l=er(o);if(!(!a||!l)&&!jc(s,o))if(n.defs(s)===n.defs(o))so([a,l]);else{let c=n(s,o);Wp(a,l,Kc(a,l,c.forward),Kc(l,a,c.inverse))}}}}var Qc=class n{constructor(t,e){this._authority=t,this._code=e}static parse(t){let e=t.trim().split(":");if(e.length===2){let i=Number.parseInt(e[1]);return new n(e[0],i)}throw new Error("could not parse SRID")}get authority(){return this._authority}get code(){return this._code}toString(){return`${this._authority}:${this._code}`}isEpsg(t){return this._authority==="EPSG"&&this._code===t}tryGetEpsgCode(){return this._authority!=="EPSG"?null:this._code}},oi=Qc;function Xp(n){switch(n.name.toLowerCase()){case"deg":case"degree":case"degrees":return"°";case"rad":case"radian":case"radians":return"rad";case"m":case"meter":case"metre":case"meters":case"metres":return"m";case"ft":case"foot":case"feet":case"us-ft":case"us survey feet":case"us survey foot":return"ft";default:return""}}var qt=class n{type="linear";constructor(t,e){this.name=t,this.metersPerUnit=e}getSymbol(){return Xp(this)}static meters=new n("meters",1);static feet=new n("feet",.3048);static usSurveyFeet=new n("US Survey feet",.304800609601219);equals(t){return t.metersPerUnit===this.metersPerUnit}static isLinearUnit(t){return t?t.type==="linear":!1}},gn=class n{type="angular";constructor(t,e){this.name=t,this.degreesPerUnit=e}getSymbol(){return Xp(this)}static degrees=new n("degrees",1);static radians=new n("radians",57.29578);equals(t){return t.degreesPerUnit===this.degreesPerUnit}static isAngularUnit(t){return t?t.type==="angular":!1}};function qp(n){switch(n.trim().toLowerCase()){case"deg":case"degree":case"degrees":return gn.degrees;case"rad":case"radian":case"radians":return gn.radians;case"m":case"meter":case"meters":case"metre":case"metres":return qt.meters;case"ft":case"feet":case"foot":return qt.feet;case"us-ft":case"us survey feet":case"us survey foot":case"foot (us survey)":return qt.usSurveyFeet;default:return}}function Zp(n){return new qt(n.name,n.convert)}function th(n){let[t,e]=Object.entries(n)[0];return new oi(t,Number.parseInt(e))}function eh(n){return"name"in n&&typeof n.name=="string"?n.name:"<unknown>"}function Yp(n){let t=eh(n),e=Zp(n.UNIT);if(n.AUTHORITY){let i=th(n.AUTHORITY);return{name:t,srid:i,unit:e}}return{name:t,unit:e}}var jp=class n{static epsg3857=new n({name:"WGS 84 / Pseudo-Mercator",srid:new oi("EPSG",3857),horizontal:{unit:qt.meters},vertical:{unit:qt.meters}});static epsg4326=new n({name:"WGS 84",srid:new oi("EPSG",4326),horizontal:{unit:gn.degrees},vertical:{unit:qt.meters}});static epsg4978=new n({name:"WGS 84",srid:new oi("EPSG",4978),horizontal:{unit:qt.meters},vertical:{unit:qt.meters}});static epsg4979=new n({name:"WGS 84",srid:new oi("EPSG",4979),horizontal:{unit:gn.degrees},vertical:{unit:qt.meters}});static equirectangular=new n({name:"equirectangular",horizontal:{unit:gn.degrees}});static unknown=new n({name:"unknown"});static _registry=new Map([["EPSG:3857",n.epsg3857],["EPSG:4326",n.epsg4326],["EPSG:4978",n.epsg4978],["EPSG:4979",n.epsg4979],["equirectangular",n.equirectangular],["unknown",n.unknown]]);static register(t,e,i){if(this._registry.has(t))return this._registry.get(t);try{this.registerCRSWithProjAndOpenLayers(t,e)}catch(s){if(i?.throwIfFailedToRegisterWithProj===!0)throw s;console.warn(s)}let r=n.fromWkt(e,{id:t});return this._registry.set(t,r),r}static clearRegistry(){this._registry.clear(),this._registry.set("EPSG:3857",n.epsg3857),this._registry.set("EPSG:4326",n.epsg4326),this._registry.set("EPSG:4978",n.epsg4978),this._registry.set("EPSG:4979",n.epsg4979),this._registry.set("equirectangular",n.equirectangular),this._registry.set("unknown",n.unknown)}static registerCRSWithProjAndOpenLayers(t,e){if(!t||t==="")throw new Error("missing CRS name");if(!e||e==="")throw new Error("missing CRS PROJ string");try{He.defs(t,e)}catch(i){let r="";throw i instanceof Error&&(r=": "+i.message),new Error(`failed to register PROJ definition for ${t}${r}`)}try{ao(He)}catch(i){let r="";throw i instanceof Error&&(r=": "+i.message),new Error(`failed to register PROJ definitions in OpenLayers${r}`)}}static get(t){let e=this._registry.get(t);if(e)return e;throw new Error(`coordinate system not found: ${t}`)}static fromWkt(t,e){try{let i;try{i=kn(t)}catch{i=za(t)}if("ID"in i)return new n({id:e?.id,name:eh(i),srid:th(i.ID),definition:t});if("PROJCS"in i){let r=Yp(i.PROJCS),s={id:e?.id,name:r.name,srid:r.srid,definition:t,horizontal:{unit:r.unit}};return"VERT_CS"in i&&(s.vertical={unit:Zp(i.VERT_CS.UNIT)}),new n(s)}else if("type"in i&&i.type==="PROJCS"){let r=Yp(i);return new n({id:e?.id,name:r.name,srid:r.srid,definition:t,horizontal:{unit:r.unit}})}else{let r,s;return"AUTHORITY"in i&&typeof i.AUTHORITY=="object"&&i.AUTHORITY&&(r=th(i.AUTHORITY)),"title"in i&&typeof i.title=="string"&&(r=oi.parse(i.title)),"units"in i&&typeof i.units=="string"&&(s=qp(i.units)),new n({id:e?.id,name:eh(i),srid:r,horizontal:s!=null?{unit:s}:void 0})}}catch(i){throw console.error(`Failed to parse wkt "${t}".`),i}}get id(){return typeof this._customId<"u"?this._customId:typeof this.srid<"u"?this.srid.toString():this.name}constructor(t){this.name=t.name,this.srid=t.srid,this._customId=t.id,typeof t.horizontal<"u"&&(this.horizontal=t.horizontal),typeof t.vertical<"u"&&(this.vertical=t.vertical),typeof t.definition<"u"&&(this.definition=t.definition)}isGeographic(){let t=this.horizontal?.unit;return!!gn.isAngularUnit(t)}get metersPerHorizontalUnit(){let t=this.horizontal?.unit;return qt.isLinearUnit(t)?t.metersPerUnit:1}get metersPerVerticalUnit(){let t=this.vertical?.unit;return qt.isLinearUnit(t)?t.metersPerUnit:this.metersPerHorizontalUnit}isEpsg(t){return typeof this.srid<"u"?this.srid.isEpsg(t):!1}isEquirectangular(){return this.name==="equirectangular"}isUnknown(){return this.name==="unknown"&&typeof this.definition>"u"}equals(t){return this.id===t.id}};He.defs("EPSG:4978","+proj=geocent +datum=WGS84 +units=m +no_defs +type=crs");He.defs("EPSG:4979","+proj=longlat +datum=WGS84 +no_defs +type=crs");He.defs("equirectangular","+proj=longlat +datum=WGS84 +no_defs +type=crs");ao(He);var _8=new nt;var y8=[new nt,new nt,new nt,new nt,new nt,new nt,new nt,new nt];var gE=1024,_E=1024*gE,A8=1024*_E;var bt=class n{constructor(t,e=!0){this.color=new Q(t),this.visible=e}clone(){return new n(this.color.clone(),this.visible)}},xt=new Array(256),nh=new bt(16744704);for(let n=0;n<xt.length;n++)xt[n]=nh.clone();xt[0]=new bt("#858585");xt[1]=new bt("#bfbfbf");xt[2]=new bt("#834000");xt[3]=new bt("#008100");xt[4]=new bt("#00bf00");xt[5]=new bt("#00ff00");xt[6]=new bt("#0081c1");xt[7]=new bt("#ff0000");xt[8]=nh.clone();xt[9]=new bt("#0000ff");xt[10]=new bt("#606d73");xt[11]=new bt("#858585");xt[12]=nh.clone();xt[13]=new bt("#ede440");xt[14]=new bt("#ed6840");xt[15]=new bt("#29fff8");xt[16]=new bt("#5e441d");xt[17]=new bt("#7992c7");xt[18]=new bt("#cd27d6");var e5=new nt;var o5=new Q(0,0,0);var p5=new Q(0,0,0),m5=new Dr;var L5=new Q,D5=new Q;var fB=new nt(256,256),dB=new E,pB=new gc({colors:[new Q("black"),new Q("white")],min:0,max:1e3}),mB=new Pt,gB=new Q("#d8eb34"),_B={empty:new Q("grey"),hidden:new Q("#fc4903"),loading:new Q("#f5da8c"),displayed:new Q("#8cf59b")};var oo=class extends Error{constructor(t){super(`attribute '${t}' is not supported in this source`)}};function Jp(n,t,e,i){let r=n.pointCount,[s,a,o]=["Red","Green","Blue"].map(n.getter),l=new Vr(e?new Uint8Array(r*3):new Uint16Array(r*3));l.length=0;let c=e?1/65536*256:1;for(let h=0;h<r;h+=t)if(Fa(i,h)){let u=s(h)*c,p=a(h)*c,g=o(h)*c;l.push(u,p,g)}return l.array.buffer}function Kp(n,t,e,i){let r=n.pointCount,[s,a,o]=["X","Y","Z"].map(n.getter),l=Math.floor(r/e)+r%e,c=new Vr(new Float32Array(l*3));c.length=0;let h=1/0,u=1/0,p=1/0,g=-1/0,m=-1/0,y=-1/0;for(let v=0;v<r;v+=e)if(Fa(i,v)){let S=s(v)-t.x,A=a(v)-t.y,N=o(v)-t.z;h=Math.min(S,h),u=Math.min(A,u),p=Math.min(N,p),g=Math.max(S,g),m=Math.max(A,m),y=Math.max(N,y),c.push(S,A,N)}return c.trim(),{buffer:c.array.buffer,localBoundingBox:new Te(new E(h,u,p),new E(g,m,y))}}function AE(n,t,e,i,r){for(let s=0;s<t;s+=e)Fa(r,s)&&i.push(n(s))}function Qp(n,t,e,i){let r=t.name,s;switch(t.type){case"float":s=li(Float32Array);break;case"signed":switch(t.size){case 1:s=li(Int8Array);break;case 2:s=li(Int16Array);break;case 4:s=li(Int32Array);break;default:throw new Error("invalid attribute size for signed values: "+t.size)}break;case"unsigned":switch(t.size){case 1:s=li(Uint8Array);break;case 2:s=li(Uint16Array);break;case 4:s=li(Uint32Array);break;default:throw new Error("invalid attribute size for unsigned values: "+t.size)}break;default:throw new oo(r)}return s(r,n,e,i)}function li(n){return(t,e,i,r)=>{let s=e.pointCount,a=new Df(s,o=>new n(o));return AE(e.getter(t),s,i,a,r),a.getArray().buffer}}async function tm(n,t){let e=await fc();return lo.Las.PointData.decompressChunk(new Uint8Array(n),t,e)}async function CE(n){let t=await fc();return lo.Las.PointData.decompressFile(new Uint8Array(n),t)}function PE(n){tm(n.payload.buffer,n.payload.metadata).then(t=>{let e={requestId:n.id,payload:t.buffer};postMessage(e,{transfer:[t.buffer]})}).catch(t=>{postMessage(zi(n.id,t))})}function RE(n){CE(n.payload.buffer).then(t=>{let e={requestId:n.id,payload:t.buffer};postMessage(e,{transfer:[t.buffer]})}).catch(t=>{console.error(t),postMessage(zi(n.id,t))})}function IE(n,t,e,i){let r=lo.Las.View.create(n,t,e,i);if(e){let s={};for(let[a,o]of Object.entries(r.dimensions)){let l=o,c=e.find(h=>h.name===a);c&&(c.type==="signed"||c.type==="unsigned")&&(typeof c.scale=="number"&&c.scale!==1||typeof c.offset=="number"&&c.offset!==0)&&(l={type:"float",size:4}),s[a]=l}r.dimensions=s}return r}function LE(n){let{view:t,filters:e,origin:i,attributes:r,compressColors:s}=n,a=n.stride??1,o=Lf(e??[],t),l;if(n.position){let h=Kp(t,i,a,o),u=[h.localBoundingBox.min.x,h.localBoundingBox.min.y,h.localBoundingBox.min.z,h.localBoundingBox.max.x,h.localBoundingBox.max.y,h.localBoundingBox.max.z];l={buffer:h.buffer,localBoundingBox:u}}let c=r.map(h=>{switch(h.interpretation){case"color":return Jp(t,a,s,o);case"classification":case"unknown":return Qp(t,h,a,o)}});return{position:l,attributes:c}}function DE(n){let{buffer:t,metadata:e,header:i,eb:r,include:s}=n.payload;tm(t,e).then(a=>{let o=IE(a,i,r,s),l=LE({...n.payload,view:o}),c={requestId:n.id,payload:l},h=[...l.attributes];l.position&&h.push(l.position.buffer),postMessage(c,{transfer:h})}).catch(a=>{console.error(a),postMessage(zi(n.id,a))})}onmessage=n=>{let t=n.data;switch(t.type){case"DecodeLazChunk":PE(t);break;case"DecodeLazFile":RE(t);break;case"ReadView":DE(t);break;case"SetWasmBinary":If(t.buffer);break}};export{IE as createLasView,LE as readView};
