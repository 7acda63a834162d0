"use strict";(()=>{var Pi=Object.defineProperty;var Li=Object.getOwnPropertyDescriptor;var h=(s,t,e,i)=>{for(var r=i>1?void 0:i?Li(t,e):t,n=s.length-1,o;n>=0;n--)(o=s[n])&&(r=(i?o(t,e,r):o(r))||r);return i&&r&&Pi(t,e,r),r};var ft,mt=(ft=document.currentScript)==null?void 0:ft.nonce,gt;mt&&(window.litNonce=(gt=window.litNonce)!=null?gt:mt);var Se=globalThis,_e=Se.ShadowRoot&&(Se.ShadyCSS===void 0||Se.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Qe=Symbol(),vt=new WeakMap,fe=class{constructor(t,e,i){if(this._$cssResult$=!0,i!==Qe)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o,e=this.t;if(_e&&t===void 0){let i=e!==void 0&&e.length===1;i&&(t=vt.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),i&&vt.set(e,t))}return t}toString(){return this.cssText}},Te=s=>new fe(typeof s=="string"?s:s+"",void 0,Qe),w=(s,...t)=>{let e=s.length===1?s[0]:t.reduce((i,r,n)=>i+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(r)+s[n+1],s[0]);return new fe(e,s,Qe)},bt=(s,t)=>{if(_e)s.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let e of t){let i=document.createElement("style"),r=Se.litNonce;r!==void 0&&i.setAttribute("nonce",r),i.textContent=e.cssText,s.appendChild(i)}},Ye=_e?s=>s:s=>s instanceof CSSStyleSheet?(t=>{let e="";for(let i of t.cssRules)e+=i.cssText;return Te(e)})(s):s;var{is:Oi,defineProperty:Mi,getOwnPropertyDescriptor:Ni,getOwnPropertyNames:ji,getOwnPropertySymbols:zi,getPrototypeOf:Ui}=Object,B=globalThis,yt=B.trustedTypes,Fi=yt?yt.emptyScript:"",Xe=B.reactiveElementPolyfillSupport,ge=(s,t)=>s,ve={toAttribute(s,t){switch(t){case Boolean:s=s?Fi:null;break;case Object:case Array:s=s==null?s:JSON.stringify(s)}return s},fromAttribute(s,t){let e=s;switch(t){case Boolean:e=s!==null;break;case Number:e=s===null?null:Number(s);break;case Object:case Array:try{e=JSON.parse(s)}catch{e=null}}return e}},Ce=(s,t)=>!Oi(s,t),$t={attribute:!0,type:String,converter:ve,reflect:!1,useDefault:!1,hasChanged:Ce},xt,wt;(xt=Symbol.metadata)!=null||(Symbol.metadata=Symbol("metadata")),(wt=B.litPropertyMetadata)!=null||(B.litPropertyMetadata=new WeakMap);var j=class extends HTMLElement{static addInitializer(t){var e;this._$Ei(),((e=this.l)!=null?e:this.l=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,e=$t){if(e.state&&(e.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((e=Object.create(e)).wrapped=!0),this.elementProperties.set(t,e),!e.noAccessor){let i=Symbol(),r=this.getPropertyDescriptor(t,i,e);r!==void 0&&Mi(this.prototype,t,r)}}static getPropertyDescriptor(t,e,i){var o;let{get:r,set:n}=(o=Ni(this.prototype,t))!=null?o:{get(){return this[e]},set(p){this[e]=p}};return{get:r,set(p){let a=r==null?void 0:r.call(this);n==null||n.call(this,p),this.requestUpdate(t,a,i)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){var e;return(e=this.elementProperties.get(t))!=null?e:$t}static _$Ei(){if(this.hasOwnProperty(ge("elementProperties")))return;let t=Ui(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(ge("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(ge("properties"))){let e=this.properties,i=[...ji(e),...zi(e)];for(let r of i)this.createProperty(r,e[r])}let t=this[Symbol.metadata];if(t!==null){let e=litPropertyMetadata.get(t);if(e!==void 0)for(let[i,r]of e)this.elementProperties.set(i,r)}this._$Eh=new Map;for(let[e,i]of this.elementProperties){let r=this._$Eu(e,i);r!==void 0&&this._$Eh.set(r,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let e=[];if(Array.isArray(t)){let i=new Set(t.flat(1/0).reverse());for(let r of i)e.unshift(Ye(r))}else t!==void 0&&e.push(Ye(t));return e}static _$Eu(t,e){let i=e.attribute;return i===!1?void 0:typeof i=="string"?i:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){var t;this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),(t=this.constructor.l)==null||t.forEach(e=>e(this))}addController(t){var e,i;((e=this._$EO)!=null?e:this._$EO=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&((i=t.hostConnected)==null||i.call(t))}removeController(t){var e;(e=this._$EO)==null||e.delete(t)}_$E_(){let t=new Map,e=this.constructor.elementProperties;for(let i of e.keys())this.hasOwnProperty(i)&&(t.set(i,this[i]),delete this[i]);t.size>0&&(this._$Ep=t)}createRenderRoot(){var e;let t=(e=this.shadowRoot)!=null?e:this.attachShadow(this.constructor.shadowRootOptions);return bt(t,this.constructor.elementStyles),t}connectedCallback(){var t,e;(t=this.renderRoot)!=null||(this.renderRoot=this.createRenderRoot()),this.enableUpdating(!0),(e=this._$EO)==null||e.forEach(i=>{var r;return(r=i.hostConnected)==null?void 0:r.call(i)})}enableUpdating(t){}disconnectedCallback(){var t;(t=this._$EO)==null||t.forEach(e=>{var i;return(i=e.hostDisconnected)==null?void 0:i.call(e)})}attributeChangedCallback(t,e,i){this._$AK(t,i)}_$ET(t,e){var n;let i=this.constructor.elementProperties.get(t),r=this.constructor._$Eu(t,i);if(r!==void 0&&i.reflect===!0){let o=(((n=i.converter)==null?void 0:n.toAttribute)!==void 0?i.converter:ve).toAttribute(e,i.type);this._$Em=t,o==null?this.removeAttribute(r):this.setAttribute(r,o),this._$Em=null}}_$AK(t,e){var n,o,p;let i=this.constructor,r=i._$Eh.get(t);if(r!==void 0&&this._$Em!==r){let a=i.getPropertyOptions(r),d=typeof a.converter=="function"?{fromAttribute:a.converter}:((n=a.converter)==null?void 0:n.fromAttribute)!==void 0?a.converter:ve;this._$Em=r;let f=d.fromAttribute(e,a.type);this[r]=(p=f!=null?f:(o=this._$Ej)==null?void 0:o.get(r))!=null?p:f,this._$Em=null}}requestUpdate(t,e,i,r=!1,n){var o,p;if(t!==void 0){let a=this.constructor;if(r===!1&&(n=this[t]),i!=null||(i=a.getPropertyOptions(t)),!(((o=i.hasChanged)!=null?o:Ce)(n,e)||i.useDefault&&i.reflect&&n===((p=this._$Ej)==null?void 0:p.get(t))&&!this.hasAttribute(a._$Eu(t,i))))return;this.C(t,e,i)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,e,{useDefault:i,reflect:r,wrapped:n},o){var p,a,d;i&&!((p=this._$Ej)!=null?p:this._$Ej=new Map).has(t)&&(this._$Ej.set(t,(a=o!=null?o:e)!=null?a:this[t]),n!==!0||o!==void 0)||(this._$AL.has(t)||(this.hasUpdated||i||(e=void 0),this._$AL.set(t,e)),r===!0&&this._$Em!==t&&((d=this._$Eq)!=null?d:this._$Eq=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){var i,r;if(!this.isUpdatePending)return;if(!this.hasUpdated){if((i=this.renderRoot)!=null||(this.renderRoot=this.createRenderRoot()),this._$Ep){for(let[o,p]of this._$Ep)this[o]=p;this._$Ep=void 0}let n=this.constructor.elementProperties;if(n.size>0)for(let[o,p]of n){let{wrapped:a}=p,d=this[o];a!==!0||this._$AL.has(o)||d===void 0||this.C(o,void 0,p,d)}}let t=!1,e=this._$AL;try{t=this.shouldUpdate(e),t?(this.willUpdate(e),(r=this._$EO)==null||r.forEach(n=>{var o;return(o=n.hostUpdate)==null?void 0:o.call(n)}),this.update(e)):this._$EM()}catch(n){throw t=!1,this._$EM(),n}t&&this._$AE(e)}willUpdate(t){}_$AE(t){var e;(e=this._$EO)==null||e.forEach(i=>{var r;return(r=i.hostUpdated)==null?void 0:r.call(i)}),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&(this._$Eq=this._$Eq.forEach(e=>this._$ET(e,this[e]))),this._$EM()}updated(t){}firstUpdated(t){}},kt;j.elementStyles=[],j.shadowRootOptions={mode:"open"},j[ge("elementProperties")]=new Map,j[ge("finalized")]=new Map,Xe==null||Xe({ReactiveElement:j}),((kt=B.reactiveElementVersions)!=null?kt:B.reactiveElementVersions=[]).push("2.1.2");var ye=globalThis,At=s=>s,Re=ye.trustedTypes,Et=Re?Re.createPolicy("lit-html",{createHTML:s=>s}):void 0,tt="$lit$",z=`lit$${Math.random().toFixed(9).slice(2)}$`,it="?"+z,Hi=`<${it}>`,ee=document,$e=()=>ee.createComment(""),xe=s=>s===null||typeof s!="object"&&typeof s!="function",rt=Array.isArray,Lt=s=>rt(s)||typeof(s==null?void 0:s[Symbol.iterator])=="function",Ze=`[ 	
\f\r]`,be=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,St=/-->/g,_t=/>/g,X=RegExp(`>|${Ze}(?:([^\\s"'>=/]+)(${Ze}*=${Ze}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Tt=/'/g,Ct=/"/g,Ot=/^(?:script|style|textarea|title)$/i,st=s=>(t,...e)=>({_$litType$:s,strings:t,values:e}),c=st(1),Ar=st(2),Er=st(3),U=Symbol.for("lit-noChange"),m=Symbol.for("lit-nothing"),Rt=new WeakMap,Z=ee.createTreeWalker(ee,129);function Mt(s,t){if(!rt(s)||!s.hasOwnProperty("raw"))throw Error("invalid template strings array");return Et!==void 0?Et.createHTML(t):t}var Nt=(s,t)=>{let e=s.length-1,i=[],r,n=t===2?"<svg>":t===3?"<math>":"",o=be;for(let p=0;p<e;p++){let a=s[p],d,f,u=-1,y=0;for(;y<a.length&&(o.lastIndex=y,f=o.exec(a),f!==null);)y=o.lastIndex,o===be?f[1]==="!--"?o=St:f[1]!==void 0?o=_t:f[2]!==void 0?(Ot.test(f[2])&&(r=RegExp("</"+f[2],"g")),o=X):f[3]!==void 0&&(o=X):o===X?f[0]===">"?(o=r!=null?r:be,u=-1):f[1]===void 0?u=-2:(u=o.lastIndex-f[2].length,d=f[1],o=f[3]===void 0?X:f[3]==='"'?Ct:Tt):o===Ct||o===Tt?o=X:o===St||o===_t?o=be:(o=X,r=void 0);let $=o===X&&s[p+1].startsWith("/>")?" ":"";n+=o===be?a+Hi:u>=0?(i.push(d),a.slice(0,u)+tt+a.slice(u)+z+$):a+z+(u===-2?p:$)}return[Mt(s,n+(s[e]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),i]},we=class s{constructor({strings:t,_$litType$:e},i){let r;this.parts=[];let n=0,o=0,p=t.length-1,a=this.parts,[d,f]=Nt(t,e);if(this.el=s.createElement(d,i),Z.currentNode=this.el.content,e===2||e===3){let u=this.el.content.firstChild;u.replaceWith(...u.childNodes)}for(;(r=Z.nextNode())!==null&&a.length<p;){if(r.nodeType===1){if(r.hasAttributes())for(let u of r.getAttributeNames())if(u.endsWith(tt)){let y=f[o++],$=r.getAttribute(u).split(z),T=/([.?@])?(.*)/.exec(y);a.push({type:1,index:n,name:T[2],strings:$,ctor:T[1]==="."?Le:T[1]==="?"?Oe:T[1]==="@"?Me:ie}),r.removeAttribute(u)}else u.startsWith(z)&&(a.push({type:6,index:n}),r.removeAttribute(u));if(Ot.test(r.tagName)){let u=r.textContent.split(z),y=u.length-1;if(y>0){r.textContent=Re?Re.emptyScript:"";for(let $=0;$<y;$++)r.append(u[$],$e()),Z.nextNode(),a.push({type:2,index:++n});r.append(u[y],$e())}}}else if(r.nodeType===8)if(r.data===it)a.push({type:2,index:n});else{let u=-1;for(;(u=r.data.indexOf(z,u+1))!==-1;)a.push({type:7,index:n}),u+=z.length-1}n++}}static createElement(t,e){let i=ee.createElement("template");return i.innerHTML=t,i}};function te(s,t,e=s,i){var o,p,a;if(t===U)return t;let r=i!==void 0?(o=e._$Co)==null?void 0:o[i]:e._$Cl,n=xe(t)?void 0:t._$litDirective$;return(r==null?void 0:r.constructor)!==n&&((p=r==null?void 0:r._$AO)==null||p.call(r,!1),n===void 0?r=void 0:(r=new n(s),r._$AT(s,e,i)),i!==void 0?((a=e._$Co)!=null?a:e._$Co=[])[i]=r:e._$Cl=r),r!==void 0&&(t=te(s,r._$AS(s,t.values),r,i)),t}var Pe=class{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){var d;let{el:{content:e},parts:i}=this._$AD,r=((d=t==null?void 0:t.creationScope)!=null?d:ee).importNode(e,!0);Z.currentNode=r;let n=Z.nextNode(),o=0,p=0,a=i[0];for(;a!==void 0;){if(o===a.index){let f;a.type===2?f=new ce(n,n.nextSibling,this,t):a.type===1?f=new a.ctor(n,a.name,a.strings,this,t):a.type===6&&(f=new Ne(n,this,t)),this._$AV.push(f),a=i[++p]}o!==(a==null?void 0:a.index)&&(n=Z.nextNode(),o++)}return Z.currentNode=ee,r}p(t){let e=0;for(let i of this._$AV)i!==void 0&&(i.strings!==void 0?(i._$AI(t,i,e),e+=i.strings.length-2):i._$AI(t[e])),e++}},ce=class s{get _$AU(){var t,e;return(e=(t=this._$AM)==null?void 0:t._$AU)!=null?e:this._$Cv}constructor(t,e,i,r){var n;this.type=2,this._$AH=m,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=i,this.options=r,this._$Cv=(n=r==null?void 0:r.isConnected)!=null?n:!0}get parentNode(){let t=this._$AA.parentNode,e=this._$AM;return e!==void 0&&(t==null?void 0:t.nodeType)===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=te(this,t,e),xe(t)?t===m||t==null||t===""?(this._$AH!==m&&this._$AR(),this._$AH=m):t!==this._$AH&&t!==U&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):Lt(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==m&&xe(this._$AH)?this._$AA.nextSibling.data=t:this.T(ee.createTextNode(t)),this._$AH=t}$(t){var n;let{values:e,_$litType$:i}=t,r=typeof i=="number"?this._$AC(t):(i.el===void 0&&(i.el=we.createElement(Mt(i.h,i.h[0]),this.options)),i);if(((n=this._$AH)==null?void 0:n._$AD)===r)this._$AH.p(e);else{let o=new Pe(r,this),p=o.u(this.options);o.p(e),this.T(p),this._$AH=o}}_$AC(t){let e=Rt.get(t.strings);return e===void 0&&Rt.set(t.strings,e=new we(t)),e}k(t){rt(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,i,r=0;for(let n of t)r===e.length?e.push(i=new s(this.O($e()),this.O($e()),this,this.options)):i=e[r],i._$AI(n),r++;r<e.length&&(this._$AR(i&&i._$AB.nextSibling,r),e.length=r)}_$AR(t=this._$AA.nextSibling,e){var i;for((i=this._$AP)==null?void 0:i.call(this,!1,!0,e);t!==this._$AB;){let r=At(t).nextSibling;At(t).remove(),t=r}}setConnected(t){var e;this._$AM===void 0&&(this._$Cv=t,(e=this._$AP)==null||e.call(this,t))}},ie=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,e,i,r,n){this.type=1,this._$AH=m,this._$AN=void 0,this.element=t,this.name=e,this._$AM=r,this.options=n,i.length>2||i[0]!==""||i[1]!==""?(this._$AH=Array(i.length-1).fill(new String),this.strings=i):this._$AH=m}_$AI(t,e=this,i,r){let n=this.strings,o=!1;if(n===void 0)t=te(this,t,e,0),o=!xe(t)||t!==this._$AH&&t!==U,o&&(this._$AH=t);else{let p=t,a,d;for(t=n[0],a=0;a<n.length-1;a++)d=te(this,p[i+a],e,a),d===U&&(d=this._$AH[a]),o||(o=!xe(d)||d!==this._$AH[a]),d===m?t=m:t!==m&&(t+=(d!=null?d:"")+n[a+1]),this._$AH[a]=d}o&&!r&&this.j(t)}j(t){t===m?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t!=null?t:"")}},Le=class extends ie{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===m?void 0:t}},Oe=class extends ie{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==m)}},Me=class extends ie{constructor(t,e,i,r,n){super(t,e,i,r,n),this.type=5}_$AI(t,e=this){var o;if((t=(o=te(this,t,e,0))!=null?o:m)===U)return;let i=this._$AH,r=t===m&&i!==m||t.capture!==i.capture||t.once!==i.once||t.passive!==i.passive,n=t!==m&&(i===m||r);r&&this.element.removeEventListener(this.name,this,i),n&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){var e,i;typeof this._$AH=="function"?this._$AH.call((i=(e=this.options)==null?void 0:e.host)!=null?i:this.element,t):this._$AH.handleEvent(t)}},Ne=class{constructor(t,e,i){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=i}get _$AU(){return this._$AM._$AU}_$AI(t){te(this,t)}},jt={M:tt,P:z,A:it,C:1,L:Nt,R:Pe,D:Lt,V:te,I:ce,H:ie,N:Oe,U:Me,B:Le,F:Ne},et=ye.litHtmlPolyfillSupport,Pt;et==null||et(we,ce),((Pt=ye.litHtmlVersions)!=null?Pt:ye.litHtmlVersions=[]).push("3.3.3");var zt=(s,t,e)=>{var n,o;let i=(n=e==null?void 0:e.renderBefore)!=null?n:t,r=i._$litPart$;if(r===void 0){let p=(o=e==null?void 0:e.renderBefore)!=null?o:null;i._$litPart$=r=new ce(t.insertBefore($e(),p),p,void 0,e!=null?e:{})}return r._$AI(s),r};var re=globalThis,k=class extends j{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){var e,i;let t=super.createRenderRoot();return(i=(e=this.renderOptions).renderBefore)!=null||(e.renderBefore=t.firstChild),t}update(t){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=zt(e,this.renderRoot,this.renderOptions)}connectedCallback(){var t;super.connectedCallback(),(t=this._$Do)==null||t.setConnected(!0)}disconnectedCallback(){var t;super.disconnectedCallback(),(t=this._$Do)==null||t.setConnected(!1)}render(){return U}},Ut;k._$litElement$=!0,k.finalized=!0,(Ut=re.litElementHydrateSupport)==null||Ut.call(re,{LitElement:k});var nt=re.litElementPolyfillSupport;nt==null||nt({LitElement:k});var Ft;((Ft=re.litElementVersions)!=null?Ft:re.litElementVersions=[]).push("4.2.2");var Ii={attribute:!0,type:String,converter:ve,reflect:!1,hasChanged:Ce},Di=(s=Ii,t,e)=>{let{kind:i,metadata:r}=e,n=globalThis.litPropertyMetadata.get(r);if(n===void 0&&globalThis.litPropertyMetadata.set(r,n=new Map),i==="setter"&&((s=Object.create(s)).wrapped=!0),n.set(e.name,s),i==="accessor"){let{name:o}=e;return{set(p){let a=t.get.call(this);t.set.call(this,p),this.requestUpdate(o,a,s,!0,p)},init(p){return p!==void 0&&this.C(o,void 0,s,p),p}}}if(i==="setter"){let{name:o}=e;return function(p){let a=this[o];t.call(this,p),this.requestUpdate(o,a,s,!0,p)}}throw Error("Unsupported decorator location: "+i)};function v(s){return(t,e)=>typeof e=="object"?Di(s,t,e):((i,r,n)=>{let o=r.hasOwnProperty(n);return r.constructor.createProperty(n,i),o?Object.getOwnPropertyDescriptor(r,n):void 0})(s,t,e)}function S(s){return v({...s,state:!0,attribute:!1})}var se=(s,t,e)=>(e.configurable=!0,e.enumerable=!0,Reflect.decorate&&typeof t!="object"&&Object.defineProperty(s,t,e),e);function O(s,t){return(e,i,r)=>{let n=o=>{var p,a;return(a=(p=o.renderRoot)==null?void 0:p.querySelector(s))!=null?a:null};if(t){let{get:o,set:p}=typeof i=="object"?e:r!=null?r:(()=>{let a=Symbol();return{get(){return this[a]},set(d){this[a]=d}}})();return se(e,i,{get(){let a=o.call(this);return a===void 0&&(a=n(this),(a!==null||this.hasUpdated)&&p.call(this,a)),a}})}return se(e,i,{get(){return n(this)}})}}var ke=class extends Error{constructor(t,e){super(t),this.name="ParseError",this.type=e.type,this.field=e.field,this.value=e.value,this.line=e.line}},Ht=10,Bi=13,ne=32;function ot(s){}function Bt(s){if(typeof s=="function")throw new TypeError("`config` must be an object, got a function instead. Did you mean `createParser({onEvent: fn})`?");let{onEvent:t=ot,onError:e=ot,onRetry:i=ot,onComment:r,maxBufferSize:n}=s,o=[],p=0,a=!0,d,f="",u=0,y,$=!1;function T(b){if($)throw new Error("Cannot feed parser: it was terminated after exceeding the configured max buffer size. Call `reset()` to resume parsing.");if(a&&(a=!1,b.charCodeAt(0)===239&&b.charCodeAt(1)===187&&b.charCodeAt(2)===191&&(b=b.slice(3))),o.length===0){let R=M(b);R!==""&&(o.push(R),p=R.length),le();return}if(b.indexOf(`
`)===-1&&b.indexOf("\r")===-1){o.push(b),p+=b.length,le();return}o.push(b);let g=o.join("");o.length=0,p=0;let x=M(g);x!==""&&(o.push(x),p=x.length),le()}function le(){n!==void 0&&(p+f.length<=n||($=!0,o.length=0,p=0,d=void 0,f="",u=0,y=void 0,e(new ke(`Buffered data exceeded max buffer size of ${n} characters`,{type:"max-buffer-size-exceeded"}))))}function M(b){let g=0;if(b.indexOf("\r")===-1){let x=b.indexOf(`
`,g);for(;x!==-1;){if(g===x){u>0&&t({id:d,event:y,data:f}),d=void 0,f="",u=0,y=void 0,g=x+1,x=b.indexOf(`
`,g);continue}let R=b.charCodeAt(g);if(It(b,g,R)){let P=b.charCodeAt(g+5)===ne?g+6:g+5,D=b.slice(P,x);if(u===0&&b.charCodeAt(x+1)===Ht){t({id:d,event:y,data:D}),d=void 0,f="",y=void 0,g=x+2,x=b.indexOf(`
`,g);continue}f=u===0?D:`${f}
${D}`,u++}else Dt(b,g,R)?y=b.slice(b.charCodeAt(g+6)===ne?g+7:g+6,x)||void 0:Y(b,g,x);g=x+1,x=b.indexOf(`
`,g)}return b.slice(g)}for(;g<b.length;){let x=b.indexOf("\r",g),R=b.indexOf(`
`,g),P=-1;if(x!==-1&&R!==-1?P=x<R?x:R:x!==-1?x===b.length-1?P=-1:P=x:R!==-1&&(P=R),P===-1)break;Y(b,g,P),g=P+1,b.charCodeAt(g-1)===Bi&&b.charCodeAt(g)===Ht&&g++}return b.slice(g)}function Y(b,g,x){if(g===x){Si();return}let R=b.charCodeAt(g);if(It(b,g,R)){let pe=b.charCodeAt(g+5)===ne?g+6:g+5,ut=b.slice(pe,x);f=u===0?ut:`${f}
${ut}`,u++;return}if(Dt(b,g,R)){y=b.slice(b.charCodeAt(g+6)===ne?g+7:g+6,x)||void 0;return}if(R===105&&b.charCodeAt(g+1)===100&&b.charCodeAt(g+2)===58){let pe=b.slice(b.charCodeAt(g+3)===ne?g+4:g+3,x);pe.includes("\0")||(d=pe);return}if(R===58){if(r){let pe=b.slice(g,x);r(pe.slice(b.charCodeAt(g+1)===ne?2:1))}return}let P=b.slice(g,x),D=P.indexOf(":");if(D===-1){me(P,"",P);return}let Ti=P.slice(0,D),Ci=P.charCodeAt(D+1)===ne?2:1,Ri=P.slice(D+Ci);me(Ti,Ri,P)}function me(b,g,x){switch(b){case"event":y=g||void 0;break;case"data":f=u===0?g:`${f}
${g}`,u++;break;case"id":g.includes("\0")||(d=g);break;case"retry":/^\d+$/.test(g)?i(parseInt(g,10)):e(new ke(`Invalid \`retry\` value: "${g}"`,{type:"invalid-retry",value:g,line:x}));break;default:e(new ke(`Unknown field "${b.length>20?`${b.slice(0,20)}…`:b}"`,{type:"unknown-field",field:b,value:g,line:x}));break}}function Si(){u>0&&t({id:d,event:y,data:f}),d=void 0,f="",u=0,y=void 0}function _i(b={}){if(b.consume&&o.length>0){let g=o.join("");Y(g,0,g.length)}a=!0,d=void 0,f="",u=0,y=void 0,o.length=0,p=0,$=!1}return{feed:T,reset:_i}}function It(s,t,e){return e===100&&s.charCodeAt(t+1)===97&&s.charCodeAt(t+2)===116&&s.charCodeAt(t+3)===97&&s.charCodeAt(t+4)===58}function Dt(s,t,e){return e===101&&s.charCodeAt(t+1)===118&&s.charCodeAt(t+2)===101&&s.charCodeAt(t+3)===110&&s.charCodeAt(t+4)===116&&s.charCodeAt(t+5)===58}async function*Vt(s){let t=[],e=Bt({onEvent:({id:n,event:o,data:p})=>t.push({id:Number(n)||0,type:o!=null?o:"",data:JSON.parse(p)})}),i=new TextDecoder,r=s.getReader();try{for(;;){let{done:n,value:o}=await r.read();if(n)break;e.feed(i.decode(o,{stream:!0})),yield*t.splice(0)}}finally{r.cancel().catch(()=>{})}}var F=class extends Error{constructor(e){super(e.detail||e.title);this.problem=e}},N=class extends Error{},qt="application/json",Ae=class{constructor(t,e=(...i)=>fetch(...i)){this.fetcher=e;this.home=t.replace(/\/+$/,""),this.root=`${this.home}/api/v1`}page(t){return`${this.home}/${t}`}start(t){return this.json("POST","/conversations",{channel:"web",...t?{as_of:t}:{}})}conversation(t){return this.json("GET",`/conversations/${encodeURIComponent(t)}`)}erase(t){return this.json("DELETE",`/conversations/${encodeURIComponent(t)}`)}setFacts(t,e){return this.json("POST",`/conversations/${encodeURIComponent(t)}/facts`,{facts:e})}feedback(t,e,i,r){return this.json("POST",`/conversations/${encodeURIComponent(t)}/feedback`,{turn:e,rating:i,reason:r})}clause(t){return this.json("GET",`/clauses/${encodeURIComponent(t.document)}/${t.number}`)}async facts(){let t=await this.json("GET","/facts");return Array.isArray(t)?t:t.facts}turn(t,e,i){let r=JSON.stringify({text:e,client_id:i});return this.stream(`/conversations/${encodeURIComponent(t)}/turns`,{method:"POST",body:r})}resume(t,e){let i={"Last-Event-ID":String(e)};return this.stream(`/conversations/${encodeURIComponent(t)}/events`,{method:"GET",headers:i})}async*stream(t,e){let i=await this.request(t,e,"text/event-stream");if(!(i.status===204||!i.body))try{yield*Vt(i.body)}catch(r){throw new N(String(r))}}async json(t,e,i){let r={method:t,...i===void 0?{}:{body:JSON.stringify(i)}},n=await this.request(e,r,qt);return n.status===204?void 0:await n.json()}async request(t,e,i){let r={Accept:i,...e.headers};e.body&&(r["Content-Type"]=qt);let n;try{n=await this.fetcher(this.root+t,{...e,headers:r,credentials:"omit"})}catch(o){throw new N(String(o))}if(n.ok)return n;throw n.status>=502?new N(String(n.status)):new F(await Vi(n))}};async function Vi(s){try{let{title:t="",detail:e=""}=await s.json();return{title:t,detail:e,status:s.status}}catch{return{title:s.statusText,detail:"",status:s.status}}}var l={title:"政策问答",close:"关闭",full:"全屏",leaveFull:"还原",placeholder:"直接说您的情况和问题",inputLabel:"输入您的问题",send:"发送",personalData:"请不要输入姓名、身份证号、手机号。",looksPersonal:"这像是证件号或手机号。不需要提供；若发送，会在保存前遮住。",disclaimer:"智能助手按条文和规则答复，供参考，以主管部门解释为准。",log:"对话记录",you:"您说：",assistant:"助手答：",working:"正在查找",finished:"回答完成。",offline:"网络已断开。您的话已留在这里，恢复后自动发送。",notReached:"连不上服务，这一步没有做成，请稍后再试。",reconnecting:"连接中断，正在重新连接…",unsent:"待发送",failed:"没有发出去",retry:"重新发送",erasedHere:"这次对话已不在服务器上。",dontKnow:"不知道",why:"为什么问",whySent:"为什么问这个",more:"更多选项",options:"可以直接点选",suggestions:"您可能还想问",undo:"撤销",restart:"重新开始",person:"转人工",call:"拨打",menu:"更多",about:"关于这个助手",largeText:"大字",dark:"深色",erase:"清除本次对话",eraseConfirm:"清除后不能恢复，服务器上的记录也一并删除。",eraseYes:"清除",cancel:"取消",understood:"听到的是",corrected:"改为",retracted:"去掉",myFacts:"我的情况",noFacts:"还没有记下任何情况。您说的每一项都会列在这里，可以随时更改。",said:"您说的",inferred:"推知",byForm:"您填的",edit:"更改",remove:"删除",save:"保存",yes:"是",no:"否",choose:"请选择",hypothetical:"假设，不记入您的情况",conclusionPrefix:"结论：",proof:"为什么是这个结论",proofSoFar:"逐项核对到哪一步",clauseWords:"条文原话",excepted:"属于除外",notExcepted:"不在除外之列",notNeeded:"不需要",anyOf:"满足其中一项",allOf:"各项都满足",yourCase:"您的情况",earliest:"最早符合日期",shortBy:"还差",decides:"由谁认定",sources:"依据",clauseSheet:"条款原文",clauseLoading:"正在取条文…",clauseFailed:"条文暂时取不到，引用的原话如下。",document:"文件",documentNumber:"文号",issued:"成文日期",issuer:"发文机关",status:"效力",statusWords:{in_force:"现行有效",trial:"试行",repealed:"已废止"},copy:"复制",copied:"已复制",copyFailed:"复制不了，请长按选取文字",up:"有用",down:"没用",thanks:"谢谢反馈。",downReason:"哪里不对？（可不填）",downReasons:["没听懂我的话","答非所问","结论不对","看不明白"],submit:"提交",readAloud:"朗读",stopReading:"停止朗读",questionBelow:"下面还有一个问题 ↓",toEnd:"往下看",eitherReading:s=>`怎么理解都${s}`,readAs:s=>`理解为“${s}”`,clause:s=>`第${s}条`,cite:(s,t)=>`依据${s}：第${t}条，查看原文`,outcome:{met:"符合",not_met:"不符合",needs_facts:"还差信息",needs_determination:"待认定",divergent:"理解不一"},outcomeMark:{met:"✓",not_met:"✕",needs_facts:"？",needs_determination:"…",divergent:"≠"},nodeStatus:{true:"满足",false:"不满足",unknown:"未知"},nodeMark:{true:"✓",false:"✕",unknown:"？",idle:"–"}};function je(s){return{conversation:s,turn:0,act:"",text:"",blocks:[],facts:{},bounds:{},changes:[],decisions:[],citations:[],question:null,suggestions:[],hypothetical:!1,notices:[],handoff:null}}function Wt(s,t){switch(t.type){case"turn.started":return{...s,...t.data};case"facts.updated":return{...s,...t.data};case"decision.made":return{...s,decisions:[...s.decisions,t.data]};case"answer.block":return qi(s,t.data);case"citation.added":return{...s,citations:[...s.citations,t.data]};case"question.asked":return{...s,question:t.data};case"turn.finished":return t.data;default:return s}}function qi(s,{index:t,...e}){let i=s.blocks.slice();return i[t]=e,{...s,blocks:i,text:i.map(({text:r})=>r).join(`
`)}}var de={conversation:null,unsent:null,turn:0},ze=class{constructor(t,e=()=>localStorage){this.key=t;this.storage=e}load(){var t;try{return{...de,...JSON.parse((t=this.storage().getItem(this.key))!=null?t:"{}")}}catch{return{...de}}}save(t){try{this.storage().setItem(this.key,JSON.stringify(t))}catch{}}};var Kt=[500,1e3,2e3,4e3,8e3],Ue=class extends EventTarget{constructor(e,i,r,n="",o=Wi){super();this.api=e;this.memory=i;this.clock=r;this.asOf=n;this.newId=o;this.turns=[];this.greeting=null;this.facts={};this.link="online";this.problem="";this.erased=!1;this.joined=0;this.starting=null;this.wake=()=>{};this.lastSeen=0;this.remembered=i.load()}get id(){return this.remembered.conversation}get busy(){return this.turns.some(({status:e})=>e==="waiting"||e==="unsent")}get latest(){let e=this.turns[this.turns.length-1];return e?e.answer:this.greeting}open(){var e;return this.starting=(e=this.starting)!=null?e:this.restoreOrBegin().catch(i=>{this.starting=null,this.report(i)}),this.starting}async say(e){let i=e.trim();return!i||this.busy?!1:(await this.exchange(this.addTurn(i,this.newId())),!0)}async retry(e){this.busy||(this.turns=this.turns.filter(i=>i!==e),await this.say(e.text))}async setFacts(e){if(this.busy||(await this.open(),!this.id))return!1;try{let i=await this.api.setFacts(this.id,e);return this.turns.some(n=>n.answer.turn===i.turn)||this.turns.push({clientId:this.newId(),text:"",status:"done",answer:i,rating:null}),this.facts=i.facts,this.problem="",this.answered(i.turn),this.changed(),!0}catch(i){return this.report(i),!1}}async rate(e,i,r=""){if(!this.id)return!1;try{return await this.api.feedback(this.id,e.answer.turn,i,r),e.rating=i,this.changed(),!0}catch(n){return this.report(n),!1}}async erase(){try{this.id&&await this.api.erase(this.id)}catch(e){if(!(e instanceof F&&e.problem.status===404))return this.report(e)}await this.beginAnew()}async beginAnew(){await this.turnTo({...de})}async meet(){let e=this.memory.load();if(!(!this.starting||!this.id||this.busy||!e.conversation||e.unsent)){if(e.conversation!==this.id)return this.turnTo(e);e.turn>this.remembered.turn&&await this.catchUp(this.id)}}hurry(){this.wake(),this.id||this.open()}async turnTo(e){this.remember(e),Object.assign(this,{turns:[],greeting:null,facts:{},problem:"",erased:!1,starting:null}),this.changed(),await this.open()}catchUp(e){return this.load(e).catch(i=>this.report(i))}async restoreOrBegin(){if(this.id)try{return await this.restore(this.id)}catch(r){if(!(r instanceof F&&r.problem.status===404))throw r;this.remember({...de})}let{id:e,answer:i}=await this.persist(()=>this.api.start(this.asOf));this.greeting=i,this.remember({...de,conversation:e}),this.changed()}async restore(e){await this.load(e);let{unsent:i}=this.remembered,r=i&&this.turns.some(({clientId:n,status:o})=>n===i.clientId&&o==="done");r&&this.remember({...this.remembered,unsent:null}),i&&!r&&!this.busy&&this.takeUp(i)}async load(e){var n,o;let i=await this.persist(()=>this.api.conversation(e));if(e!==this.id)return;this.greeting=i.answer,this.facts=i.facts;let r=i.turns.map(({turn:p,text:a,client_id:d,answer:f,rating:u})=>{var y;return(y=this.turns.find($=>$.clientId===d||$.answer.turn===p))!=null?y:{clientId:d!=null?d:this.newId(),text:a,status:f?"done":"failed",answer:f!=null?f:je(e),rating:u!=null?u:null}});this.turns=[...r,...this.turns.filter(p=>!r.includes(p))],this.joined=this.turns.length,this.remembered.turn=(o=(n=i.turns[i.turns.length-1])==null?void 0:n.turn)!=null?o:0,this.changed()}takeUp({text:e,clientId:i}){let r=this.turns.find(n=>n.clientId===i);return r&&(r.status="waiting"),this.exchange(r!=null?r:this.addTurn(e,i))}addTurn(e,i){var n;let r={clientId:i,text:e,status:"waiting",answer:je((n=this.id)!=null?n:""),rating:null};return this.turns.push(r),this.problem="",this.remember({...this.remembered,unsent:{text:e,clientId:i}}),this.changed(),r}async exchange(e){try{if(await this.open(),!this.id)throw new N("no conversation");await this.persist(()=>this.attempt(e),e),e.status="done",this.answered(e.answer.turn),this.dispatchEvent(new Event("answer"))}catch(i){e.status="failed",this.report(i),i instanceof F&&this.remember({...this.remembered,unsent:null,turn:e.answer.turn||this.remembered.turn})}this.changed()}answered(e){let i=e>this.remembered.turn+1;this.remember({...this.remembered,unsent:null,turn:e}),i&&this.id&&this.catchUp(this.id)}async attempt(e){let i=this.id;if(!(e.answer.turn>0&&await this.follow(e,this.api.resume(i,this.lastSeen)))&&(e.answer=je(i),!await this.follow(e,this.api.turn(i,e.text,e.clientId))))throw new N("the stream ended before the turn did")}async follow(e,i){for await(let r of i){if(r.id&&(this.lastSeen=r.id),r.type==="error")throw new F(r.data);if(e.answer=Wt(e.answer,r),(r.type==="facts.updated"||r.type==="turn.finished")&&(this.facts=e.answer.facts),this.setLink("online"),this.changed(),r.type==="turn.finished")return!0}return!1}async persist(e,i){for(let r=0;;r++)try{let n=await e();return this.setLink("online"),n}catch(n){if(!(n instanceof N))throw n;i&&(i.status=i.answer.turn>0?"waiting":"unsent"),this.setLink(this.clock.online()?"reconnecting":"offline"),this.changed();let o=Kt[Math.min(r,Kt.length-1)];await Promise.race([this.clock.wait(o),new Promise(p=>this.wake=p)])}}report(e){if(e instanceof F)this.problem=e.message,this.erased=e.problem.status===404;else if(e instanceof N)this.problem=l.notReached;else throw e;this.changed()}setLink(e){this.link!==e&&(this.link=e,this.changed())}remember(e){this.remembered=e,this.memory.save(e)}changed(){this.dispatchEvent(new Event("change"))}};function Wi(){let s=crypto.getRandomValues(new Uint8Array(16));return Array.from(s,t=>t.toString(16).padStart(2,"0")).join("")}var Gt=`/* Every colour of the chat and of our pages. Text pairs keep 4.5:1, edges of controls 3:1. */
:host, :root {
  --pa-ground: #ededed;
  --pa-surface: #ffffff;
  --pa-surface-2: #f7f7f7;
  --pa-text: #1a1a1a;
  --pa-text-2: #595959;
  --pa-line: #e0e0e0;
  --pa-edge: #767676;
  --pa-own: #95ec69;
  --pa-own-text: #10240a;
  --pa-accent: #067a45;
  --pa-accent-text: #ffffff;
  --pa-accent-soft: #e3f4ea;
  --pa-link: #3b5998;
  --pa-mark: #fff0a8;
  --pa-mark-text: #1a1a1a;
  --pa-met: #0a6b3d;
  --pa-met-soft: #e2f5ea;
  --pa-not: #a8281e;
  --pa-not-soft: #fdeceb;
  --pa-open: #155a9c;
  --pa-open-soft: #e7f1fb;
  --pa-person: #7d4a00;
  --pa-person-soft: #fff3de;
  --pa-divergent: #6b3a9e;
  --pa-divergent-soft: #f3ebfb;
  --pa-shade: rgba(0, 0, 0, .5);
  --pa-shadow: rgba(0, 0, 0, .18);
  color-scheme: light;
}
@media (prefers-contrast: more) {
  :host, :root { --pa-text-2: var(--pa-text) !important; --pa-line: var(--pa-edge) !important; }
}
@media (prefers-color-scheme: dark) {
  :host(:not([theme="light"])), :root:not([theme="light"]) {
    --pa-ground: #111111;
    --pa-surface: #1f1f1f;
    --pa-surface-2: #2a2a2a;
    --pa-text: #eaeaea;
    --pa-text-2: #b0b0b0;
    --pa-line: #383838;
    --pa-edge: #8a8a8a;
    --pa-own: #2b6e46;
    --pa-own-text: #ffffff;
    --pa-accent: #3ecf82;
    --pa-accent-text: #06210f;
    --pa-accent-soft: #183526;
    --pa-link: #9db8f0;
    --pa-mark: #6b5a12;
    --pa-mark-text: #fff8dc;
    --pa-met: #6fd99c;
    --pa-met-soft: #163424;
    --pa-not: #ff9d94;
    --pa-not-soft: #43201d;
    --pa-open: #8fc4f7;
    --pa-open-soft: #182f45;
    --pa-person: #f2bd6b;
    --pa-person-soft: #3d2d12;
    --pa-divergent: #cfa9f5;
    --pa-divergent-soft: #33224a;
    --pa-shade: rgba(0, 0, 0, .7);
    --pa-shadow: rgba(0, 0, 0, .6);
    color-scheme: dark;
  }
}
:host([theme="dark"]), :root[theme="dark"] {
  --pa-ground: #111111;
  --pa-surface: #1f1f1f;
  --pa-surface-2: #2a2a2a;
  --pa-text: #eaeaea;
  --pa-text-2: #b0b0b0;
  --pa-line: #383838;
  --pa-edge: #8a8a8a;
  --pa-own: #2b6e46;
  --pa-own-text: #ffffff;
  --pa-accent: #3ecf82;
  --pa-accent-text: #06210f;
  --pa-accent-soft: #183526;
  --pa-link: #9db8f0;
  --pa-mark: #6b5a12;
  --pa-mark-text: #fff8dc;
  --pa-met: #6fd99c;
  --pa-met-soft: #163424;
  --pa-not: #ff9d94;
  --pa-not-soft: #43201d;
  --pa-open: #8fc4f7;
  --pa-open-soft: #182f45;
  --pa-person: #f2bd6b;
  --pa-person-soft: #3d2d12;
  --pa-divergent: #cfa9f5;
  --pa-divergent-soft: #33224a;
  --pa-shade: rgba(0, 0, 0, .7);
  --pa-shadow: rgba(0, 0, 0, .6);
  color-scheme: dark;
}
`;var Jt=Te(Gt),A=w`
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
p, h2, h3, ul, ol, dl, dd, figure, blockquote { margin: 0; padding: 0; }
ul, ol { list-style: none; }
button, input, select, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
button {
min-height: var(--pa-target, 44px); padding: 0 .75em; border: 0; border-radius: 8px; background: none; cursor: pointer;
touch-action: manipulation; color: var(--pa-text);
}
button:disabled { cursor: default; color: var(--pa-text-2); }
:focus-visible { outline: 3px solid var(--pa-accent); outline-offset: 2px; }
a { color: var(--pa-link); }
.primary { background: var(--pa-accent); color: var(--pa-accent-text); font-weight: 600; }
.primary:disabled { background: var(--pa-line); color: var(--pa-text-2); }
.plain { color: var(--pa-link); }
.chip {
min-width: var(--pa-target, 44px); border: 1px solid var(--pa-accent); border-radius: 999px; background: var(--pa-surface);
color: var(--pa-accent); padding: .35em .9em; text-align: start; line-height: 1.3;
}
.chip.quiet { border-color: var(--pa-edge); color: var(--pa-text-2); }
.chip:hover { background: var(--pa-accent-soft); }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.small { font-size: .875em; color: var(--pa-text-2); }
.heard {
position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.wrap { word-break: break-word; overflow-wrap: anywhere; }
@media (prefers-reduced-motion: reduce) {
*, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; }
}
`;var Fe=[255,255,255],at=[0,0,0],Gi=[42,42,42],Qt=4.6;function ei(s,t){let e=Ji(s);if(!e)return null;let i=t?Gi:[237,237,237],r=t?Fe:at,n=e;for(let p=1;Yt(n,i)<Qt&&p<=20;p++)n=Zt(e,r,p/20);let o=Zt(n,t?at:Fe,t?.75:.86);return{accent:lt(n),text:lt(Yt(n,Fe)>=Qt?Fe:at),soft:lt(o)}}function Yt(s,t){let[e,i]=[Xt(s),Xt(t)].sort((r,n)=>n-r);return(e+.05)/(i+.05)}function Xt(s){let[t,e,i]=s.map(r=>{let n=r/255;return n<=.03928?n/12.92:((n+.055)/1.055)**2.4});return .2126*t+.7152*e+.0722*i}function Ji(s){let t=s.trim().replace(/^#(.)(.)(.)$/,"#$1$1$2$2$3$3"),e=/^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(t);return e?e.slice(1).map(i=>parseInt(i,16)):null}function Zt(s,t,e){return s.map((i,r)=>Math.round(i+(t[r]-i)*e))}function lt(s){return"#"+s.map(t=>t.toString(16).padStart(2,"0")).join("")}var ti={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},ii=s=>(...t)=>({_$litDirective$:s,values:t}),He=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,e,i){this._$Ct=t,this._$AM=e,this._$Ci=i}_$AS(t,e){return this.update(t,e)}update(t,e){return this.render(...e)}};var{I:Qi}=jt,ri=s=>s;var si=()=>document.createComment(""),he=(s,t,e)=>{var n;let i=s._$AA.parentNode,r=t===void 0?s._$AB:t._$AA;if(e===void 0){let o=i.insertBefore(si(),r),p=i.insertBefore(si(),r);e=new Qi(o,p,s,s.options)}else{let o=e._$AB.nextSibling,p=e._$AM,a=p!==s;if(a){let d;(n=e._$AQ)==null||n.call(e,s),e._$AM=s,e._$AP!==void 0&&(d=s._$AU)!==p._$AU&&e._$AP(d)}if(o!==r||a){let d=e._$AA;for(;d!==o;){let f=ri(d).nextSibling;ri(i).insertBefore(d,r),d=f}}}return e},V=(s,t,e=s)=>(s._$AI(t,e),s),Yi={},ni=(s,t=Yi)=>s._$AH=t,oi=s=>s._$AH,Ie=s=>{s._$AR(),s._$AA.remove()};var ai=(s,t,e)=>{let i=new Map;for(let r=t;r<=e;r++)i.set(s[r],r);return i},De=ii(class extends He{constructor(s){if(super(s),s.type!==ti.CHILD)throw Error("repeat() can only be used in text expressions")}dt(s,t,e){let i;e===void 0?e=t:t!==void 0&&(i=t);let r=[],n=[],o=0;for(let p of s)r[o]=i?i(p,o):o,n[o]=e(p,o),o++;return{values:n,keys:r}}render(s,t,e){return this.dt(s,t,e).values}update(s,[t,e,i]){var le;let r=oi(s),{values:n,keys:o}=this.dt(t,e,i);if(!Array.isArray(r))return this.ut=o,n;let p=(le=this.ut)!=null?le:this.ut=[],a=[],d,f,u=0,y=r.length-1,$=0,T=n.length-1;for(;u<=y&&$<=T;)if(r[u]===null)u++;else if(r[y]===null)y--;else if(p[u]===o[$])a[$]=V(r[u],n[$]),u++,$++;else if(p[y]===o[T])a[T]=V(r[y],n[T]),y--,T--;else if(p[u]===o[T])a[T]=V(r[u],n[T]),he(s,a[T+1],r[u]),u++,T--;else if(p[y]===o[$])a[$]=V(r[y],n[$]),he(s,r[u],r[y]),y--,$++;else if(d===void 0&&(d=ai(o,$,T),f=ai(p,u,y)),d.has(p[u]))if(d.has(p[y])){let M=f.get(o[$]),Y=M!==void 0?r[M]:null;if(Y===null){let me=he(s,r[u]);V(me,n[$]),a[$]=me}else a[$]=V(Y,n[$]),he(s,r[u],Y),r[M]=null;$++}else Ie(r[y]),y--;else Ie(r[u]),u++;for(;$<=T;){let M=he(s,a[T+1]);V(M,n[$]),a[$++]=M}for(;u<=y;){let M=r[u++];M!==null&&Ie(M)}return this.ut=o,ni(s,a),U}});function pt(s,t){let e=[];for(let i of s.split(/(\[[1-9]\d?\])/)){let r=/^\[\d+\]$/.test(i)?Number(i.slice(1,-1)):0;r>0&&r<=t?e.push(r):typeof e[e.length-1]=="string"?e.push(`${e.pop()}${i}`):i&&e.push(i)}return e}function Ee(s,t){return pt(s,t).filter(e=>typeof e=="string").join("")}var li=w`
:host { display: block; height: 100%; }
.chat { height: 100%; display: grid; grid-template-columns: minmax(0, 1fr); grid-template-rows: auto auto minmax(0, 1fr) auto; background: var(--pa-ground); color: var(--pa-text); position: relative; }
header { grid-row: 1; display: flex; align-items: center; gap: 2px; padding: 2px 6px 2px 14px; background: var(--pa-ground); border-bottom: 1px solid var(--pa-line); }
header h2 { flex: 1; font-size: 1.0625em; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
header button { padding: 0 .5em; flex: none; }
@media (max-width: 640px) { header .full { display: none; } }
.badge { display: inline-block; min-width: 1.5em; padding: 0 .35em; border-radius: 1em; background: var(--pa-accent); color: var(--pa-accent-text); font-size: .8125em; text-align: center; }
.banner { grid-row: 2; padding: 6px 14px; background: var(--pa-person-soft); color: var(--pa-person); font-size: .9375em; }
.banner.problem { background: var(--pa-not-soft); color: var(--pa-not); }
.log { grid-row: 3; overflow-y: auto; overscroll-behavior: contain; padding: 14px; display: grid; align-content: start; gap: 16px; grid-template-columns: minmax(0, 1fr); position: relative; }
.log:focus-visible { outline-offset: -3px; }
.chat > * { grid-column: 1; }
.down { grid-row: 3; align-self: end; justify-self: center; margin: 0 12px 8px; border: 1px solid var(--pa-line); border-radius: 999px; background: var(--pa-surface); color: var(--pa-link); box-shadow: 0 2px 10px var(--pa-shadow); z-index: 1; font-size: .9375em; }
.down.small { justify-self: end; width: var(--pa-target, 44px); padding: 0; }
.working { color: var(--pa-text-2); font-size: .9375em; }
footer { grid-row: 4; padding: 4px 10px calc(8px + env(safe-area-inset-bottom, 0px)); background: var(--pa-surface-2); border-top: 1px solid var(--pa-line); }
.quick { display: flex; overflow-x: auto; margin: 0 -4px; }
.quick button { flex: none; color: var(--pa-text-2); font-size: .9375em; }
@media print {
:host, .chat { height: auto; }
.chat, .log { display: block; overflow: visible; }
footer, .down, header button { display: none; }
}
.fine { padding-top: 4px; font-size: .75em; line-height: 1.35; }
`;var Be=class{constructor(t){this.host=t;this.page=null;this.failed=!1;this.asked=0;this.kept=new Map;t.addController(this)}hostConnected(){}async read(t,e,i){var o;let r=`${e.document}/${e.number}`,n=++this.asked;if(Object.assign(this,{citation:i,failed:!1,page:(o=this.kept.get(r))!=null?o:null}),this.host.requestUpdate(),!this.page){try{let p=await t.clause(e);this.kept.set(r,p),n===this.asked&&(this.page=p)}catch{n===this.asked&&(this.failed=!0)}this.host.requestUpdate()}}};function _(s,t,e){s.dispatchEvent(new CustomEvent(t,{detail:e,bubbles:!0,composed:!0}))}function E(s,t){customElements.get(s)||customElements.define(s,t)}var Xi=8;function pi(s,t){var n,o;let e=/^[1-9]\d?$/.test(s.trim())?Number(s.trim()):0,i=(n=t==null?void 0:t.options)!=null?n:[];return!i.some(({value:p})=>typeof p=="number")&&((o=i[e-1])==null?void 0:o.label)||s}var oe=class extends k{constructor(){super(...arguments);this.question=null;this.suggestions=[];this.all=!1}willUpdate(e){e.has("question")&&(this.all=!1)}render(){return[this.question?this.options(this.question):m,this.suggestions.length?this.next():m]}focus(){var e;(e=this.renderRoot.querySelector(".chip"))==null||e.focus({preventScroll:!0})}options({options:e}){let i=this.all?e:e.slice(0,Xi);return c`<div class="row" role="group" aria-label=${l.options}>
${i.map(({label:r},n)=>this.chip(r,r,n+1))}
${i.length<e.length?c`<button class="chip quiet" aria-expanded="false" @click=${()=>this.all=!0}>${l.more}（${e.length-i.length}）</button>`:m}
${e.some(({label:r})=>r===l.dontKnow)?m:this.chip(l.dontKnow,l.dontKnow)}
${this.chip(l.why,l.whySent)}
</div>`}next(){return c`<div class="row" role="group" aria-label=${l.suggestions}>
${this.suggestions.map(e=>this.chip(e,e))}
</div>`}chip(e,i,r){return c`<button class="chip ${r?"":"quiet"}" part="chip" @click=${()=>_(this,"policy-say",i)}>
${r?c`<span class="number">${r}</span> `:m}${e}
</button>`}};oe.styles=[A,w`
:host { display: grid; gap: 8px; }
.number { font-variant-numeric: tabular-nums; }
@media print { :host { display: none; } }
`],h([v({attribute:!1})],oe.prototype,"question",2),h([v({attribute:!1})],oe.prototype,"suggestions",2),h([S()],oe.prototype,"all",2);E("policy-choices",oe);var q=class extends k{constructor(){super(...arguments);this.page=null;this.failed=!1}render(){return this.page?this.whole(this.page):this.failed?c`<p>${l.clauseFailed}</p>${this.citation?c`<p class="text"><mark>${this.citation.quote}</mark></p>`:m}`:c`<p>${l.clauseLoading}</p>`}whole({label:e,title:i,text:r,path:n,document:o,clause:p}){var d,f;let a=(d=this.ranges)!=null?d:this.citation?[this.citation]:[];return c`${n!=null&&n.length?c`<p class="path wrap">${n.join(" › ")}</p>`:m}
<h3 class="wrap">${e||l.clause(p.number)}${i&&!r.includes(i)?c` ${i}`:m}</h3>
<p class="text wrap" part="text">${Zi(r,a)}</p>
<dl>
<dt>${l.document}</dt><dd class="wrap">《${o.title}》</dd>
<dt>${l.documentNumber}</dt><dd class="wrap">${o.number}</dd>
${ci(l.issuer,o.issuer)}${ci(l.issued,o.issued)}
${o.status?c`<dt>${l.status}</dt><dd><span class=${o.status}>${(f=l.statusWords[o.status])!=null?f:o.status}</span></dd>`:m}
</dl>`}};q.styles=[A,w`
:host { display: grid; gap: 12px; }
.path { color: var(--pa-text-2); font-size: .875em; }
h3 { font-size: 1em; }
.text { white-space: pre-wrap; line-height: 1.8; }
mark { background: var(--pa-mark); color: var(--pa-mark-text); border-bottom: 2px solid currentColor; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .3em 1em; font-size: .875em; border-top: 1px solid var(--pa-line); padding-top: 12px; }
dt { color: var(--pa-text-2); }
.trial { display: inline-block; border: 1px solid var(--pa-person); color: var(--pa-person); background: var(--pa-person-soft); border-radius: 4px; padding: 0 .4em; }
`],h([v({attribute:!1})],q.prototype,"page",2),h([v({attribute:!1})],q.prototype,"citation",2),h([v({attribute:!1})],q.prototype,"ranges",2),h([v({type:Boolean})],q.prototype,"failed",2);function ci(s,t){return t?c`<dt>${s}</dt><dd class="wrap">${t}</dd>`:m}function Zi(s,t){let e=[],i=0;for(let{start:r,end:n}of[...t].sort((o,p)=>o.start-p.start)){let o=Math.max(r,i);n<=o||(e.push(s.slice(i,o),c`<mark>${s.slice(o,n)}</mark>`),i=n)}return e.push(s.slice(i)),e}E("policy-clause",q);var di=2e3,er=1800,tr=/(^|\D)(1[3-9]\d{9}|\d{15}|\d{17}[\dXx])(?!\d)/,H=class extends k{constructor(){super(...arguments);this.disabled=!1;this.text="";this.composing=!1;this.personal=!1}render(){return c`<form @submit=${this.submit}>
<textarea rows="1" part="input" maxlength=${di} enterkeyhint="send" aria-label=${l.inputLabel} placeholder=${l.placeholder}
.value=${this.text} @input=${this.typed} @keydown=${this.pressed}
@compositionstart=${()=>this.composing=!0} @compositionend=${this.composed}></textarea>
<button class="primary" @pointerdown=${e=>e.preventDefault()} ?disabled=${this.disabled||this.composing||!this.text.trim()}>${l.send}</button>
</form>
${this.personal?c`<p class="small warn">${l.looksPersonal}</p>`:""}
${this.text.length>=er?c`<p class="small count">${this.text.length}/${di}</p>`:""}`}focus(){var e;(e=this.area)==null||e.focus()}clear(){this.renderRoot.activeElement&&this.focus(),this.text="",this.personal=!1,this.updateComplete.then(()=>this.fit())}typed(){this.text=this.area.value;let e=tr.test(this.text);e&&!this.personal&&_(this,"policy-announce",l.looksPersonal),this.personal=e,this.fit()}composed(){this.composing=!1,this.typed()}pressed(e){e.key!=="Enter"||e.shiftKey||this.composing||e.isComposing||e.keyCode===229||(e.preventDefault(),this.send())}submit(e){e.preventDefault(),this.send()}send(){!this.disabled&&!this.composing&&this.text.trim()&&_(this,"policy-say",this.text)}fit(){this.area.style.height="auto",this.area.style.height=`${this.area.scrollHeight+2}px`}};H.styles=[A,w`
:host { display: block; }
form { display: flex; gap: 8px; align-items: flex-end; }
textarea {
flex: 1; min-width: 0; min-height: var(--pa-target, 44px); max-height: 8.5em; resize: none; padding: .55em .7em; line-height: 1.5;
border: 1px solid var(--pa-edge); border-radius: 8px; background: var(--pa-surface); color: var(--pa-text); overflow-y: auto;
}
textarea:focus-visible { outline-offset: -2px; outline-width: 2px; }
textarea::placeholder { color: var(--pa-text-2); opacity: 1; }
.primary { flex: none; padding: 0 1.1em; }
.count { text-align: end; }
.warn { color: var(--pa-person); }
`],h([v({type:Boolean})],H.prototype,"disabled",2),h([S()],H.prototype,"text",2),h([S()],H.prototype,"composing",2),h([S()],H.prototype,"personal",2),h([O("textarea")],H.prototype,"area",2);E("policy-composer",H);function hi({fact:s,op:t,value:e},i){var a,d;let r=i[s],n=(a=r==null?void 0:r.label)!=null?a:s;if(t==="retracted")return`${l.retracted}：${n}`;let o=(r==null?void 0:r.source)==="derived"?`（${l.inferred}）`:"",p=(d=r==null?void 0:r.display)!=null?d:ct(e);return t==="corrected"?`${n}${l.corrected}：${p}`:(r?p:`${n}：${p}`)+o}function ct(s){return s===!0?l.yes:s===!1?l.no:s==null?"":String(s)}function Ve(s){var t,e;return(t=s.options)!=null&&t.length?s.options:s.type==="boolean"?[{value:!0,label:l.yes},{value:!1,label:l.no}]:((e=s.values)!=null?e:[]).map(i=>({value:i,label:i}))}var W=class extends k{constructor(){super(...arguments);this.value=null;this.live=!1}render(){let{definition:e}=this;return e?c`<form @submit=${this.submit} @change=${()=>this.live&&this.tell()}>
${e.type==="number"?this.number(e):this.list(e)}
${this.live?m:c`<button class="primary">${l.save}</button>`}
</form>`:m}updated(e){var r;if(!this.control||!(e.has("value")||e.has("definition")))return;let i=this.definition?Ve(this.definition).findIndex(({value:n})=>n===this.value):-1;((r=this.definition)==null?void 0:r.type)==="number"?this.control.value=this.value===null?"":String(this.value):this.control.value=i<0?"":String(i)}number({label:e,unit:i,min:r,max:n,minimum:o,maximum:p}){var a,d;return c`<input name="value" type="number" inputmode="decimal" step="any" aria-label=${e} min=${(a=r!=null?r:o)!=null?a:0} max=${(d=n!=null?n:p)!=null?d:999} ?required=${!this.live} /><span>${i}</span>`}list(e){return c`<select name="value" aria-label=${e.label}>
<option value="">${l.choose}</option>
${Ve(e).map(({label:i},r)=>c`<option value=${r}>${i}</option>`)}
</select>`}submit(e){e.preventDefault(),this.tell()}tell(){let{control:e}=this;!e||!this.definition||!e.reportValidity()||_(this,"policy-fact",{fact:this.definition.id,value:this.read(e.value,this.definition)})}read(e,i){var r,n;return e===""?null:i.type==="number"?Number(e):(n=(r=Ve(i)[Number(e)])==null?void 0:r.value)!=null?n:null}};W.styles=[A,w`
:host { display: block; }
form { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
select, input { min-height: var(--pa-target, 44px); border: 1px solid var(--pa-edge); border-radius: 8px; padding: 0 .6em; background: var(--pa-surface); max-width: 100%; }
input { width: 6em; min-width: 0; flex: 0 1 6em; }
@media print { input, select { appearance: none; border: 0; min-height: 0; padding: 0; } }
select { flex: 1 1 8em; min-width: 0; }
`],h([v({attribute:!1})],W.prototype,"definition",2),h([v({attribute:!1})],W.prototype,"value",2),h([v({type:Boolean})],W.prototype,"live",2),h([O("[name=value]")],W.prototype,"control",2);E("policy-fact-editor",W);var K=class extends k{constructor(){super(...arguments);this.facts={};this.vocabulary={};this.disabled=!1;this.editing="";this.last="";this.held=!1}willUpdate(){var e;this.held=!!((e=this.renderRoot)!=null&&e.activeElement),this.last=this.editing||this.last}updated(){var i,r;if(!this.held||this.renderRoot.activeElement)return;let e=[...this.renderRoot.querySelectorAll("[data-fact]")];(r=(i=e.find(({dataset:n})=>n.fact===this.last))!=null?i:e[0])==null||r.focus()}render(){let e=Object.entries(this.facts);return e.length?c`<ul>${De(e,([i])=>i,([i,r])=>this.item(i,r))}</ul>`:c`<p>${l.noFacts}</p>`}item(e,i){var o;let r=this.vocabulary[e],n=(o=r==null?void 0:r.short_label)!=null?o:i.label;return c`<li part="fact" @policy-fact=${()=>this.editing=""}>
<div class="head">
<div class="what wrap"><span class="label">${n}</span><b>${i.display}</b></div>
<div class="actions">
<button class="plain" data-fact=${e} ?disabled=${this.disabled||!r} aria-expanded=${this.editing===e} aria-label=${`${l.edit}${n}`}
@click=${()=>this.editing=this.editing===e?"":e}>${l.edit}</button>
<button class="plain" ?disabled=${this.disabled} aria-label=${`${l.remove}${n}`}
@click=${()=>_(this,"policy-fact",{fact:e,value:null})}>${l.remove}</button>
</div>
</div>
<p class="small wrap">${ir(i)}</p>
${this.editing===e?c`${r!=null&&r.hint?c`<p class="small wrap">${r.hint}</p>`:""}<policy-fact-editor .definition=${r} .value=${i.value}></policy-fact-editor>`:""}
</li>`}};K.styles=[A,w`
:host { display: block; }
li { padding: 10px 0; border-bottom: 1px solid var(--pa-line); display: grid; gap: 4px; }
li:last-child { border: 0; }
.head { display: flex; gap: 8px; align-items: center; justify-content: space-between; flex-wrap: wrap; }
.what { flex: 1 1 10em; min-width: 0; }
b { display: block; }
.label { color: var(--pa-text-2); font-size: .875em; }
.actions { display: flex; }
`],h([v({attribute:!1})],K.prototype,"facts",2),h([v({attribute:!1})],K.prototype,"vocabulary",2),h([v({type:Boolean})],K.prototype,"disabled",2),h([S()],K.prototype,"editing",2);function ir({source:s,quote:t,reason:e}){if(s==="form")return l.byForm;let i=s==="derived"?l.inferred:l.said,r=[t?`“${t}”`:"",e!=null?e:""].filter(Boolean).join("，");return r?`${i}：${r}`:i}E("policy-facts",K);var G=class extends k{constructor(){super(...arguments);this.textSize="";this.theme="";this.about="";this.asking=!1}render(){let e=this.textSize==="large",i=this.theme==="dark";return c`
<button class="cell" aria-pressed=${e} @click=${()=>this.prefer({textSize:e?"standard":"large"})}>${l.largeText}</button>
<button class="cell" aria-pressed=${i} @click=${()=>this.prefer({theme:i?"light":"dark"})}>${l.dark}</button>
<a class="cell" href=${this.about} target="_blank" rel="noopener">${l.about}</a>
${this.asking?c`<div class="ask" role="group" aria-label=${l.erase}>
<p>${l.eraseConfirm}</p>
<div class="row"><button class="danger" @click=${this.erase}>${l.eraseYes}</button><button @click=${()=>this.asking=!1}>${l.cancel}</button></div>
</div>`:c`<button class="cell danger" @click=${()=>this.asking=!0}>${l.erase}</button>`}
`}prefer(e){this.dispatchEvent(new CustomEvent("policy-prefer",{detail:e,bubbles:!0,composed:!0}))}erase(){this.asking=!1,this.dispatchEvent(new CustomEvent("policy-erase",{bubbles:!0,composed:!0}))}};G.styles=[A,w`
:host { display: grid; gap: 8px; }
a.cell { min-height: var(--pa-target, 44px); padding: 0 .75em; border-radius: 8px; color: var(--pa-text); text-decoration: none; }
.cell { width: 100%; text-align: start; background: var(--pa-surface-2); display: flex; justify-content: space-between; align-items: center; }
.cell[aria-pressed='true']::after { content: '✓'; color: var(--pa-accent); font-weight: 700; }
.danger { color: var(--pa-not); }
.ask { display: grid; gap: 8px; padding: 12px; border: 1px solid var(--pa-not); border-radius: 8px; }
`],h([v({attribute:"text-size"})],G.prototype,"textSize",2),h([v()],G.prototype,"theme",2),h([v()],G.prototype,"about",2),h([S()],G.prototype,"asking",2);E("policy-menu",G);var ae=class extends k{constructor(){super(...arguments);this.heading="";this.open=!1;this.cameFrom=null}render(){return c`<dialog part="sheet" aria-labelledby="heading" @close=${this.shut} @click=${this.clicked} @keydown=${this.pressed}>
<header><h2 id="heading">${this.heading}</h2><button @click=${this.shut}>${l.close}</button></header>
<div class="contents" tabindex="0" role="group" aria-labelledby="heading"><slot></slot></div>
</dialog>`}updated(e){e.has("open")&&(this.open?this.show():this.hide())}show(){var e;if(!this.dialog.open){if(this.cameFrom=rr(),this.dialog.showModal)return this.dialog.showModal();this.dialog.classList.add("old"),this.dialog.setAttribute("open",""),this.dialog.setAttribute("role","dialog"),(e=this.dialog.querySelector("button"))==null||e.focus()}}hide(){var e;this.dialog.hasAttribute("open")&&(this.dialog.close?this.dialog.close():this.dialog.removeAttribute("open"),(e=this.cameFrom)==null||e.focus())}shut(){this.open&&(this.open=!1,this.dispatchEvent(new Event("close")))}clicked(e){e.target===this.dialog&&this.shut()}pressed(e){e.stopPropagation(),e.key==="Escape"&&!this.dialog.showModal&&this.shut()}};ae.styles=[A,w`
dialog {
border: 0; padding: 0; color: var(--pa-text); background: var(--pa-surface); width: 100%; max-width: 100%;
margin: auto 0 0; border-radius: 14px 14px 0 0; max-height: min(85vh, 100%); overflow: hidden; box-shadow: 0 0 24px var(--pa-shadow);
font-size: inherit;
}
dialog[open] { display: grid; grid-template-rows: auto minmax(0, 1fr); }
dialog.old { position: fixed; inset: auto 0 0; z-index: 2147483001; }
dialog::backdrop { background: var(--pa-shade); }
@media (min-width: 640px) { dialog { margin: auto; width: min(40em, 92vw); border-radius: 14px; } }
header { display: flex; align-items: center; justify-content: space-between; padding: 4px 4px 4px 16px; border-bottom: 1px solid var(--pa-line); }
h2 { font-size: 1.0625em; }
.contents { overflow: auto; padding: 16px; overscroll-behavior: contain; line-height: 1.7; }
@media print { dialog { max-height: none; } }
`],h([v()],ae.prototype,"heading",2),h([v({type:Boolean,reflect:!0})],ae.prototype,"open",2),h([O("dialog")],ae.prototype,"dialog",2);function rr(){var t;let s=document.activeElement;for(;(t=s==null?void 0:s.shadowRoot)!=null&&t.activeElement;)s=s.shadowRoot.activeElement;return s}E("policy-sheet",ae);async function ui(s){try{return await navigator.clipboard.writeText(s),!0}catch{return sr(s)}}function sr(s){let t=document.createElement("textarea");t.value=s,t.setAttribute("aria-hidden","true"),t.style.position="fixed",t.style.opacity="0",document.body.append(t),t.select();try{return document.execCommand("copy")}finally{t.remove()}}function mi({blocks:s,decisions:t,changes:e,hypothetical:i}){let r=s.filter(a=>a&&a.kind!=="question"&&!(a.kind==="understood"&&e.length&&!i)),n=new Map(t.map(a=>[a.entitlement,{decision:a,blocks:[]}])),o=new Set(r.map(({entitlement:a})=>a)),p=t.filter(({entitlement:a})=>!o.has(a)).map(a=>({decision:a,blocks:[]}));for(let a of r){let d=a.entitlement?n.get(a.entitlement):void 0;d?d.blocks.push(a)===1&&p.push(d):p.push({block:a})}return p}function fi({blocks:s,question:t}){var n,o,p,a;let e=(p=(o=(n=s.find(d=>(d==null?void 0:d.kind)==="question"))==null?void 0:n.text)!=null?o:t==null?void 0:t.text)!=null?p:"",i=(a=t==null?void 0:t.text)!=null?a:e,r=e.startsWith(i)?e.slice(i.length):"";return r?[i,r.replace(/^（(.*)）$/,"$1")]:[e,""]}function gi(s){let t=s.citations.map(({clause:r,quote:n,document_title:o,document_number:p})=>`《${o}》（${p}）${l.clause(r.number)}：“${n}”`),e=[Ee(s.text,s.citations.length)];t.length&&e.push("",`${l.sources}：`,...new Set(t));let i=s.notices.filter(r=>!s.text.includes(r));return i.length&&e.push("",...i),e.join(`
`)}function vi(s){return Ee(s.text,s.citations.length)}var qe={available:()=>typeof speechSynthesis!="undefined"&&typeof SpeechSynthesisUtterance!="undefined",read(s,t){speechSynthesis.cancel();let e=new SpeechSynthesisUtterance(s);e.lang="zh-CN",e.rate=.95,e.onend=t,e.onerror=t,speechSynthesis.speak(e)},stop:()=>speechSynthesis.cancel()};function nr(s,t,e){return s.split(`
`).filter(i=>i.trim()).map(i=>c`<p class="wrap">${pt(i,t.length).map((r,n,o)=>or(r,t,e,o[n+1],o[n-1]))}</p>`)}function We({kind:s,text:t},e,i){return c`<div class=${s}>${nr(t,e,i)}</div>`}var bi=2;function or(s,t,e,i,r){let n=o=>dt(o,t[o-1],e);return typeof s=="number"?typeof r=="string"?m:n(s):typeof i!="number"?s:c`${s.slice(0,-bi)}<span class="keep">${s.slice(-bi)}${n(i)}</span>`}function dt(s,t,e){let i=()=>_(e,"policy-cite",{clause:t.clause,citation:t});return c`<button class="cite" aria-label=${l.cite(s,t.clause.number)} @click=${i}>${s}</button>`}var Ke=w`
.keep { white-space: nowrap; }
.cite {
position: relative; min-height: 0; min-width: 1.5em; padding: 0 .35em; margin: 0 .1em; border-radius: 4px; line-height: 1.5;
font-size: .75em; vertical-align: .25em; background: var(--pa-accent-soft); color: var(--pa-accent); font-weight: 600;
}
.cite::after { content: ''; position: absolute; inset: -10px -6px; }
.cite.wide { font-size: .875em; vertical-align: baseline; padding: .1em .5em; flex: none; border: 1px solid currentColor; background: none; color: var(--pa-text); }
`,Ge=w`
.conclusion { font-weight: 600; }
.heading { font-weight: 600; }
.list_item { border-inline-start: 3px solid var(--pa-line); padding-inline-start: .7em; }
.reading { border-inline-start: 3px solid var(--pa-divergent); padding-inline-start: .7em; }
.question { font-weight: 600; }
.reason p { padding-inline-start: 1.4em; text-indent: -1.4em; }
.reason p .cite { text-indent: 0; }
.clause { border-inline-start: 3px solid var(--pa-accent); background: var(--pa-surface-2); padding: .4em .7em; border-radius: 0 6px 6px 0; font-size: .9375em; }
.packet { border: 1px solid var(--pa-line); background: var(--pa-surface-2); padding: .5em .7em; border-radius: 6px; }
.notice, .inferred, .effect { color: var(--pa-text-2); font-size: .875em; line-height: 1.55; }
`;function ht(s,t){if(s.kind==="exception"&&s.status!=="unknown")return s.status==="true"?{tone:"false",words:l.excepted}:{tone:"true",words:l.notExcepted};if(t&&ar(t)&&t.status==="true"&&s.status!=="true")return{tone:"idle",words:l.notNeeded};let e=l.nodeStatus[s.status];return{tone:s.status,words:xi(s,t)&&wi(s)?l.eitherReading(e):e}}function yi(s,t){return ht(s,t).tone==="idle"?!1:!xi(s,t)||!wi(s)}function $i({kind:s,text:t},e){return s==="reading"&&(e==null?void 0:e.kind)==="reading"?l.readAs(t):t||(s==="any"?l.anyOf:l.allOf)}function ar({kind:s}){return s==="any"||s==="case"}function xi({kind:s},t){return s==="reading"&&(t==null?void 0:t.kind)!=="reading"}function wi({children:s=[]}){return s.every(({status:t})=>{var e;return t===((e=s[0])==null?void 0:e.status)})}var ue=class extends k{constructor(){super(...arguments);this.facts={}}render(){if(!this.node)return m;let{kind:e,children:i}=this.node,r=e==="entitlement"&&(i!=null&&i.length)?i:[this.node];return c`<ul>${r.map(n=>this.step(n))}</ul>`}step(e,i){var o;let r=(o=e.children)!=null?o:[],n=this.line(e,i);return r.length?c`<li part="node">
<details ?open=${yi(e,i)}>
<summary>${n}</summary>
${this.words(e,i)}
<ul>${r.map(p=>this.step(p,e))}</ul>
</details>
</li>`:c`<li part="node"><div class="line">${n}</div>${this.words(e,i)}</li>`}line(e,i){let{tone:r,words:n}=ht(e,i);return c`<span class="mark ${r}" aria-hidden="true">${l.nodeMark[r]}</span>
<span class="wrap">${$i(e,i)} <span class="status ${r}">${n}</span></span>`}words({quote:e,text:i,fact:r,value:n},o){var d;let p=r?this.facts[r]:void 0,a=n==null?"":(d=p==null?void 0:p.display)!=null?d:ct(n);return[e&&!i.includes(e)&&e!==(o==null?void 0:o.quote)?c`<p class="words wrap">${l.clauseWords}：“${e}”</p>`:m,r&&a?c`<p class="words wrap">${l.yourCase}：${a}${p!=null&&p.quote?`（“${p.quote}”）`:""}</p>`:m]}};ue.styles=[A,w`
:host { display: block; line-height: 1.5; }
ul ul { padding-inline-start: .9em; margin-inline-start: .5em; border-inline-start: 2px solid var(--pa-line); }
li { padding: .2em 0; }
summary { cursor: pointer; min-height: var(--pa-target, 44px); display: flex; align-items: center; gap: .4em; }
summary::before { content: '▸'; color: var(--pa-text-2); }
details[open] > summary::before { content: '▾'; }
summary::-webkit-details-marker { display: none; }
.line { display: flex; gap: .4em; align-items: baseline; }
.mark { font-weight: 700; flex: none; width: 1.2em; text-align: center; }
.true { color: var(--pa-met); }
.false { color: var(--pa-not); }
.unknown { color: var(--pa-open); }
.idle { color: var(--pa-text-2); }
.status { font-size: .8125em; white-space: nowrap; }
.words { margin-inline-start: 1.6em; color: var(--pa-text-2); font-size: .875em; }
`],h([v({attribute:!1})],ue.prototype,"node",2),h([v({attribute:!1})],ue.prototype,"facts",2);E("policy-proof",ue);var I=class extends k{constructor(){super(...arguments);this.blocks=[];this.citations=[];this.facts={};this.hypothetical=!1}render(){let{decision:e}=this;if(!e)return m;let{outcome:i,label:r,clause:n}=e;return c`<article class=${i} part="card">
<header>
<span class="badge" part="outcome"><span aria-hidden="true">${l.outcomeMark[i]} </span>${l.outcome[i]}</span>
<button class="cite wide" @click=${()=>_(this,"policy-cite",{clause:n})}>${l.clause(n.number)}</button>
<h3 class="wrap">${r}${this.hypothetical?c`<br /><span class="small">${l.hypothetical}</span>`:m}</h3>
</header>
<div class="body">${this.blocks.map(o=>We(lr(o),this.citations,this))}${this.blocks.length?m:this.particulars(e)}</div>
<div class="foot">
<details>
<summary>${i==="needs_facts"?l.proofSoFar:l.proof}</summary>
<policy-proof .node=${e.proof} .facts=${this.facts}></policy-proof>
</details>
</div>
</article>`}particulars({determinations:e,earliest:i,short_by:r}){let n=[...e.length?[[l.decides,e.map(({label:o,by:p})=>`${o}（${p}）`).join("；")]]:[],...r.map(({fact:o,have:p,need:a,unit:d})=>{var f,u;return[l.shortBy,`${(u=(f=this.facts[o])==null?void 0:f.label)!=null?u:o} ${pr(a-p)} ${d}`]}),...i?[[l.earliest,i.date]]:[]];return n.length?c`<dl>${n.map(([o,p])=>c`<dt>${o}</dt><dd class="wrap">${p}</dd>`)}</dl>`:m}};I.styles=[A,Ke,Ge,w`
:host { display: block; }
article { border: 1px solid var(--pa-line); border-radius: 10px; overflow: hidden; background: var(--pa-surface); }
header { padding: .65em .8em .75em; display: grid; grid-template-columns: 1fr auto; gap: .45em .6em; align-items: center; }
.badge { justify-self: start; white-space: nowrap; font-weight: 700; border: 2px solid currentColor; border-radius: 6px; padding: .05em .5em; }
h3 { font-size: 1.0625em; line-height: 1.45; grid-column: 1 / -1; }
.met header { background: var(--pa-met-soft); } .met .badge { color: var(--pa-met); }
.not_met header { background: var(--pa-not-soft); } .not_met .badge { color: var(--pa-not); }
.needs_facts header { background: var(--pa-open-soft); } .needs_facts .badge { color: var(--pa-open); }
.needs_determination header { background: var(--pa-person-soft); } .needs_determination .badge { color: var(--pa-person); }
.divergent header { background: var(--pa-divergent-soft); } .divergent .badge { color: var(--pa-divergent); }
.body { padding: .6em .8em; display: grid; gap: .4em; line-height: 1.6; }
.body:empty { display: none; }
.foot { border-top: 1px solid var(--pa-line); padding: 0 .8em; }
.foot > details > summary { cursor: pointer; min-height: var(--pa-target, 44px); display: flex; align-items: center; color: var(--pa-link); }
.foot policy-proof { padding-bottom: .6em; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .2em .8em; font-size: .9375em; }
dt { color: var(--pa-text-2); }
`],h([v({attribute:!1})],I.prototype,"decision",2),h([v({attribute:!1})],I.prototype,"blocks",2),h([v({attribute:!1})],I.prototype,"citations",2),h([v({attribute:!1})],I.prototype,"facts",2),h([v({type:Boolean})],I.prototype,"hypothetical",2);function lr(s){return s.kind==="conclusion"&&s.text.startsWith(l.conclusionPrefix)?{...s,text:s.text.slice(l.conclusionPrefix.length)}:s}function pr(s){return Math.round(s*100)/100}E("policy-decision",I);var J=class extends k{constructor(){super(...arguments);this.rating=null;this.turn=0;this.asking=!1;this.reasons=[]}render(){return c`${this.thumb("up")}${this.thumb("down")}${this.asking?this.form():m}`}updated(e){var i;e.has("asking")&&((i=this.renderRoot.querySelector("form"))==null||i.scrollIntoView({block:"nearest"}))}thumb(e){return c`<button class="act" aria-pressed=${this.rating===e} @click=${()=>this.press(e)}>${l[e]}</button>`}form(){return c`<form @submit=${this.submit}>
<span id="reason">${l.downReason}</span>
<div class="row">
${l.downReasons.map(e=>c`<button type="button" class="chip quiet" aria-pressed=${this.reasons.includes(e)} @click=${()=>this.toggle(e)}>${e}</button>`)}
</div>
<input type="text" name="reason" maxlength="200" aria-labelledby="reason" />
<div class="row">
<button class="primary">${l.submit}</button>
<button type="button" @click=${()=>this.asking=!1}>${l.cancel}</button>
</div>
</form>`}press(e){let i=this.rating===e?null:e;this.asking=i==="down",this.reasons=[],this.give(i,"")}toggle(e){this.reasons=this.reasons.includes(e)?this.reasons.filter(i=>i!==e):[...this.reasons,e]}submit(e){var r;e.preventDefault();let i=String((r=new FormData(e.target).get("reason"))!=null?r:"").trim();this.asking=!1,this.give("down",[...this.reasons,i].filter(Boolean).join("；"))}give(e,i){_(this,"policy-rate",{turn:this.turn,rating:e,reason:i}),e&&_(this,"policy-announce",l.thanks)}};J.styles=[A,w`
:host { display: contents; }
button[aria-pressed='true'] { background: var(--pa-accent-soft); color: var(--pa-accent); font-weight: 600; }
form { flex-basis: 100%; display: grid; gap: 8px; padding: .6em; border: 1px solid var(--pa-line); border-radius: 8px; }
input[type='text'] { width: 100%; min-height: var(--pa-target, 44px); padding: 0 .6em; border: 1px solid var(--pa-edge); border-radius: 8px; background: var(--pa-surface); }
.act { font-size: .875em; color: var(--pa-text-2); }
`],h([v({attribute:!1})],J.prototype,"rating",2),h([v({type:Number})],J.prototype,"turn",2),h([S()],J.prototype,"asking",2),h([S()],J.prototype,"reasons",2);E("policy-rating",J);var Q=class extends k{constructor(){super(...arguments);this.bare=!1;this.reading=!1;this.copied=!1}render(){let{turn:e}=this;return e?c`${e.text?c`<div class="said wrap" part="said"><span class="heard">${l.you}</span>${e.text}</div>`:m}
${this.progress(e)}${dr(e.answer)?this.answer(e):m}`:m}progress({status:e,clientId:i}){return e==="unsent"?c`<div class="state">${l.unsent}</div>`:e!=="failed"?m:c`<div class="state failed">${l.failed}
<button class="plain" @click=${()=>_(this,"policy-retry",i)}>${l.retry}</button></div>`}answer({answer:e,status:i,rating:r}){let n=mi(e),o=this.bare||i!=="done"?m:this.actions(e,r),p=n.length||e.handoff||e.changes.length;return c`${p?c`<div class="answer ${e.decisions.length?"full":""}" part="answer">
<span class="heard">${l.assistant}</span>
${this.understood(e)}
${n.map(a=>"block"in a?We(a.block,e.citations,this):this.card(a,e))}
${this.sources(e)}${cr(e)}${o}
</div>`:m}
${this.question(e,p?m:o)}`}question(e,i){let[r,n]=fi(e);return r?c`<div class="answer" part="answer">
<p class="question wrap">${r}</p>
${n?c`<p class="small wrap">${n}</p>`:m}${i}
</div>`:m}understood({changes:e,facts:i,blocks:r}){let n=r.some(a=>(a==null?void 0:a.kind)==="changed"),o=e.filter(({op:a})=>a==="set"||!n);if(!o.length)return m;let p=a=>c`<li class="wrap">${hi(a,i)}</li>`;return c`<ul class="understood" aria-label=${l.understood}>${o.map(p)}</ul>`}card({decision:e,blocks:i},{citations:r,facts:n,hypothetical:o}){return c`<policy-decision .decision=${e} .blocks=${i} .citations=${r} .facts=${n}
?hypothetical=${o}></policy-decision>`}sources({citations:e}){return e.length?c`<ol class="sources" aria-label=${l.sources}>${e.map((i,r)=>c`<li>${dt(r+1,i,this)}
<span class="wrap">${i.document_number} ${l.clause(i.clause.number)}</span></li>`)}</ol>`:m}actions(e,i){return c`<div class="row actions">
<button @click=${()=>this.copy(e)}>${this.copied?l.copied:l.copy}</button>
${qe.available()?c`<button aria-pressed=${this.reading} @click=${()=>this.speak(e)}>${this.reading?l.stopReading:l.readAloud}</button>`:m}
<policy-rating .rating=${i} .turn=${e.turn}></policy-rating>
</div>`}async copy(e){this.copied=await ui(gi(e)),_(this,"policy-announce",this.copied?l.copied:l.copyFailed),setTimeout(()=>this.copied=!1,2e3)}speak(e){if(this.reading)return qe.stop();this.reading=!0,qe.read(vi(e),()=>this.reading=!1)}};Q.styles=[A,Ke,Ge,w`
:host { display: grid; gap: 10px; grid-template-columns: minmax(0, 1fr); }
.said { justify-self: end; max-width: 85%; background: var(--pa-own); color: var(--pa-own-text); border-radius: 10px 2px 10px 10px; padding: .55em .8em; white-space: pre-wrap; line-height: 1.5; }
.answer { justify-self: start; width: fit-content; max-width: min(100%, 40em); background: var(--pa-surface); border-radius: 2px 10px 10px 10px; padding: .7em .8em; display: grid; gap: .6em; line-height: 1.65; grid-template-columns: minmax(0, 1fr); }
.answer.full { width: 100%; }
.answer p + p { margin-top: .35em; }
.state { justify-self: end; font-size: .875em; color: var(--pa-text-2); }
.state.failed { color: var(--pa-not); }
.understood { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; font-size: .875em; }
.understood li { background: var(--pa-accent-soft); color: var(--pa-text); border-radius: 6px; padding: .15em .55em; line-height: 1.5; }
.sources { display: flex; flex-wrap: wrap; gap: .2em 1em; font-size: .8125em; color: var(--pa-text-2); }
.sources li { display: flex; gap: .3em; align-items: baseline; }
.actions { margin: 0 -.4em -.4em; gap: 0; }
@media print { .actions { display: none; } :host { margin-bottom: 16px; } }
.actions > button { font-size: .875em; color: var(--pa-text-2); }
.call { display: inline-flex; align-items: center; min-height: var(--pa-target, 44px); padding: 0 1em; border-radius: 8px; background: var(--pa-accent); color: var(--pa-accent-text); text-decoration: none; font-weight: 600; justify-self: start; }
`],h([v({attribute:!1,hasChanged:()=>!0})],Q.prototype,"turn",2),h([v({type:Boolean})],Q.prototype,"bare",2),h([S()],Q.prototype,"reading",2),h([S()],Q.prototype,"copied",2);function cr({handoff:s}){return s?c`<a class="call" href="tel:${s.phone.replace(/[^\d+-]/g,"")}">${l.call} ${s.phone}</a>`:m}function dr({blocks:s,decisions:t,changes:e,question:i}){return!!(s.length||t.length||e.length||i)}E("policy-turn",Q);var hr=[l.dontKnow,l.whySent,l.person,l.undo,l.restart],C=class extends k{constructor(){super(...arguments);this.heading="";this.opening="";this.textSize="";this.theme="";this.closable=!1;this.full=!1;this.sheet="";this.vocabulary={};this.announcement="";this.away=!1;this.reading=new Be(this);this.placed=0;this.waiting=!1;this.heard=()=>this.follow()}focusInput(){this.composer.focus()}connectedCallback(){var e;super.connectedCallback(),(e=this.talk)==null||e.addEventListener("change",this.heard)}disconnectedCallback(){var e;super.disconnectedCallback(),(e=this.talk)==null||e.removeEventListener("change",this.heard)}willUpdate(e){var i;e.has("talk")&&((i=e.get("talk"))==null||i.removeEventListener("change",this.heard),this.talk.addEventListener("change",this.heard))}render(){return c`<div class="chat" @policy-say=${this.say} @policy-cite=${this.cite} @policy-fact=${this.setFact} @policy-rate=${this.rate}
@policy-retry=${this.retry} @policy-announce=${e=>this.announce(e.detail)}>
${this.header()}${this.banner()}
<div class="log" part="log" role="log" aria-live="off" aria-label=${l.log} tabindex="0" @scroll=${this.look}>${this.conversation()}</div>
${this.away?this.down():m}
${this.foot()}
<div class="heard" role="status">${this.announcement}</div>
${this.sheets()}
</div>`}updated(){this.place()}header(){let e=Object.keys(this.talk.facts).length;return c`<header part="header">
<h2>${this.heading}</h2>
<button @click=${()=>this.openFacts()}>${l.myFacts}${e?c` <span class="badge">${e}</span>`:m}</button>
<button @click=${()=>this.sheet="menu"}>${l.menu}</button>
${this.closable?c`<button class="full" @click=${()=>this.dispatchEvent(new Event("policy-full"))}>${this.full?l.leaveFull:l.full}</button>
<button @click=${()=>this.dispatchEvent(new Event("policy-close"))}>${l.close}</button>`:m}
</header>`}banner(){let{link:e,problem:i,erased:r}=this.talk;return e!=="online"?c`<p class="banner">${e==="offline"?l.offline:l.reconnecting}</p>`:i?c`<p class="banner problem wrap">${r?l.erasedHere:i}
${r?c`<button class="plain" @click=${()=>this.talk.beginAnew()}>${l.restart}</button>`:m}</p>`:m}conversation(){var d,f;let{greeting:e,turns:i,latest:r,busy:n,link:o}=this.talk,a=[...i.length||!this.opening?[]:[this.opening],...(d=r==null?void 0:r.suggestions)!=null?d:[]].filter(u=>!hr.includes(u));return c`
${e?c`<policy-turn bare .turn=${ur(e)}></policy-turn>`:m}
${De(i,({clientId:u})=>u,u=>c`<policy-turn data-turn .turn=${u}></policy-turn>`)}
<p class="working" aria-hidden="true" ?hidden=${!n||o!=="online"}>${l.working}</p>
<policy-choices ?hidden=${n} .question=${(f=r==null?void 0:r.question)!=null?f:null} .suggestions=${a}></policy-choices>`}down(){var e;return(e=this.talk.latest)!=null&&e.question?c`<button class="down" @click=${this.toEnd}>${l.questionBelow}</button>`:c`<button class="down small" aria-label=${l.toEnd} @click=${this.toEnd}>↓</button>`}foot(){let e=i=>c`<button @click=${()=>_(this.log,"policy-say",i)}>${i}</button>`;return c`<footer part="composer">
<div class="quick">${e(l.undo)}${e(l.restart)}${e(l.person)}</div>
<policy-composer ?disabled=${this.talk.busy}></policy-composer>
<p class="small fine">${l.personalData}${l.disclaimer}</p>
</footer>`}sheets(){let e=()=>this.sheet="",{page:i,citation:r,failed:n}=this.reading;return c`
<policy-sheet heading=${l.clauseSheet} ?open=${this.sheet==="clause"} @close=${e}>
<policy-clause .page=${i} .citation=${r} ?failed=${n}></policy-clause>
</policy-sheet>
<policy-sheet heading=${l.myFacts} ?open=${this.sheet==="facts"} @close=${e}>
<policy-facts .facts=${this.talk.facts} .vocabulary=${this.vocabulary} ?disabled=${this.talk.busy}></policy-facts>
</policy-sheet>
<policy-sheet heading=${l.menu} ?open=${this.sheet==="menu"} @close=${e}>
<policy-menu text-size=${this.textSize} theme=${this.theme} about=${this.api.page("about")} @policy-erase=${this.erase}></policy-menu>
</policy-sheet>`}async say(e){var n;if(this.talk.busy)return;let i=e.composedPath().includes(this.composer),r=e.composedPath().includes(this.choices);i&&this.composer.clear(),r&&this.log.focus({preventScroll:!0}),await this.talk.say(i?pi(e.detail,(n=this.talk.latest)==null?void 0:n.question):e.detail),r&&await this.backToChoices()}async backToChoices(){await this.updateComplete,await this.choices.updateComplete,this.renderRoot.activeElement===this.log&&this.choices.focus()}cite({detail:e}){this.sheet="clause",this.reading.read(this.api,e.clause,e.citation)}async openFacts(){if(this.sheet="facts",Object.keys(this.vocabulary).length)return;let e=await this.api.facts().catch(()=>[]);this.vocabulary=Object.fromEntries(e.map(i=>[i.id,i]))}async setFact({detail:e}){await this.talk.setFacts({[e.fact]:e.value})?this.announce(l.finished):this.sheet=""}rate({detail:e}){let i=this.talk.turns.find(({answer:r})=>r.turn===e.turn);i&&this.talk.rate(i,e.rating,e.reason)}retry({detail:e}){let i=this.talk.turns.find(({clientId:r})=>r===e);i&&this.talk.retry(i)}async erase(){this.sheet="",await this.talk.erase(),this.focusInput()}follow(){let{busy:e,link:i,latest:r}=this.talk;i!=="online"?this.announce(i==="offline"?l.offline:l.reconnecting):e&&!this.waiting?this.announce(l.working):!e&&this.waiting&&r&&this.announce(l.finished+fr(r)),this.waiting=e,this.requestUpdate()}announce(e){this.announcement=e}async place(){let{turns:e,busy:i,joined:r}=this.talk;if(!i&&this.placed===e.length||(i||(this.placed=e.length),this.away&&!i&&e.length===r))return;await new Promise(requestAnimationFrame);let n=this.renderRoot.querySelectorAll("[data-turn]"),o=n[n.length-1];o&&(this.log.scrollTop=!i&&mr(this.talk.latest)?this.log.scrollHeight:o.offsetTop-12),this.look()}look(){let{scrollHeight:e,scrollTop:i,clientHeight:r}=this.log;this.away=e-i-r>60}toEnd(){this.log.scrollTop=this.log.scrollHeight,this.choices.focus()}};C.styles=[A,li],h([v({attribute:!1})],C.prototype,"talk",2),h([v({attribute:!1})],C.prototype,"api",2),h([v()],C.prototype,"heading",2),h([v()],C.prototype,"opening",2),h([v({attribute:"text-size"})],C.prototype,"textSize",2),h([v()],C.prototype,"theme",2),h([v({type:Boolean})],C.prototype,"closable",2),h([v({type:Boolean})],C.prototype,"full",2),h([S()],C.prototype,"sheet",2),h([S()],C.prototype,"vocabulary",2),h([S()],C.prototype,"announcement",2),h([S()],C.prototype,"away",2),h([O(".log")],C.prototype,"log",2),h([O("policy-composer")],C.prototype,"composer",2),h([O("policy-choices")],C.prototype,"choices",2);function ur(s){return{clientId:"",text:"",status:"done",answer:s,rating:null}}function mr(s){let t=s==null?void 0:s.decisions.every(({outcome:e})=>e==="needs_facts");return!!(s!=null&&s.question&&s.act==="eligibility"&&t)}function fr({blocks:s,citations:t}){var e,i;return Ee((i=(e=s[0])==null?void 0:e.text)!=null?i:"",t.length)}E("policy-chat",C);var Je=class{constructor(t){this.key=t}load(){var t;try{return JSON.parse((t=localStorage.getItem(this.key))!=null?t:"{}")}catch{return{}}}save(t){try{localStorage.setItem(this.key,JSON.stringify(t))}catch{}}};function Ai(s){let t=s.currentTarget,{right:e,bottom:i,width:r,height:n}=t.getBoundingClientRect(),o={x:s.clientX,y:s.clientY},p=!1,a=({clientX:u,clientY:y})=>{p=p||Math.hypot(u-o.x,y-o.y)>8,p&&(t.style.right=`${ki(innerWidth-e-(u-o.x),innerWidth-r)}px`,t.style.bottom=`${ki(innerHeight-i-(y-o.y),innerHeight-n)}px`)},d=u=>p&&u.stopImmediatePropagation(),f=()=>{t.removeEventListener("pointermove",a),setTimeout(()=>t.removeEventListener("click",d,!0))};t.setPointerCapture(s.pointerId),t.addEventListener("pointermove",a),t.addEventListener("click",d,!0),t.addEventListener("pointerup",f,{once:!0}),t.addEventListener("pointercancel",f,{once:!0})}function ki(s,t){return Math.round(Math.min(Math.max(s,0),t))}var Ei,gr=br((Ei=document.currentScript)==null?void 0:Ei.src),vr=0,L=class extends k{constructor(){super(...arguments);this.endpoint=gr;this.heading=l.title;this.colour="";this.opening="";this.textSize="standard";this.theme="";this.mode="inline";this.asOf="";this.open=!1;this.full=!1;this.instance=++vr;this.api=new Ae("");this.preferences=new Je("policy-assistant");this.darkSystem=matchMedia("(prefers-color-scheme: dark)");this.recolour=()=>this.paint();this.online=()=>{var e;return(e=this.talk)==null||e.hurry(),this.met()};this.met=()=>{var e;return document.hidden||void((e=this.talk)==null?void 0:e.meet())};this.resize=()=>this.fitWindow()}connectedCallback(){var e,i,r,n;super.connectedCallback(),(i=(e=this.darkSystem).addEventListener)==null||i.call(e,"change",this.recolour),addEventListener("online",this.online),addEventListener("offline",this.online),document.addEventListener("visibilitychange",this.online),addEventListener("storage",this.met),(r=window.visualViewport)==null||r.addEventListener("resize",this.resize),(n=window.visualViewport)==null||n.addEventListener("scroll",this.resize)}disconnectedCallback(){var e,i,r,n;super.disconnectedCallback(),(i=(e=this.darkSystem).removeEventListener)==null||i.call(e,"change",this.recolour),removeEventListener("online",this.online),removeEventListener("offline",this.online),document.removeEventListener("visibilitychange",this.online),removeEventListener("storage",this.met),(r=window.visualViewport)==null||r.removeEventListener("resize",this.resize),(n=window.visualViewport)==null||n.removeEventListener("scroll",this.resize)}willUpdate(e){this.hasUpdated||this.adopt(),(e.has("endpoint")||!this.talk)&&this.connect(),(e.has("colour")||e.has("theme"))&&this.paint(),this.talk&&(this.mode!=="floating"||this.open)&&this.talk.open()}render(){let e=this.mode==="floating";return e&&!this.open?c`<button lang="zh-CN" class="launcher" part="launcher" aria-haspopup="dialog" @pointerdown=${Ai} @click=${this.show}>${this.heading}</button>`:c`<div lang="zh-CN" class="panel ${this.full?"full":""}" role=${e?"dialog":"region"} aria-label=${this.heading} @keydown=${this.pressed}>
${this.talk?c`<policy-chat
heading=${this.heading} opening=${this.opening} text-size=${this.textSize} theme=${this.shownTheme} ?closable=${e}
.talk=${this.talk} .api=${this.api} ?full=${this.full}
@policy-prefer=${this.prefer} @policy-full=${()=>this.full=!this.full} @policy-close=${this.hide}></policy-chat>`:m}
</div>`}async show(){var e,i;this.open=!0,this.dispatchEvent(new CustomEvent("policy-open")),await this.updateComplete,this.fitWindow(),await((e=this.chat)==null?void 0:e.updateComplete),(i=this.chat)==null||i.focusInput()}async hide(){var e;this.open=!1,this.dispatchEvent(new CustomEvent("policy-close")),await this.updateComplete,(e=this.launcher)==null||e.focus()}get shownTheme(){return this.theme||(this.darkSystem.matches?"dark":"light")}adopt(){let{textSize:e,theme:i}=this.preferences.load();e&&(this.textSize=e),i&&(this.theme=i)}connect(){this.api=new Ae(this.endpoint);let e=new ze(`policy-assistant:${this.endpoint}:${this.id||this.instance}`),i=r=>new Promise(n=>setTimeout(n,r));this.talk=new Ue(this.api,e,{wait:i,online:()=>navigator.onLine},this.asOf),this.talk.addEventListener("answer",()=>{var r;this.dispatchEvent(new CustomEvent("policy-answer",{detail:(r=this.talk)==null?void 0:r.latest,bubbles:!0,composed:!0}))})}prefer(e){Object.assign(this,e.detail),this.preferences.save({textSize:this.textSize,theme:this.theme})}paint(){let e=ei(this.colour,this.shownTheme==="dark"),{accent:i,text:r,soft:n}=e!=null?e:{},o={"--pa-accent":i,"--pa-accent-text":r,"--pa-accent-soft":n,"--pa-own":n,"--pa-own-text":n&&"var(--pa-text)"};for(let[p,a]of Object.entries(o))a?this.style.setProperty(p,a):this.style.removeProperty(p);this.requestUpdate()}fitWindow(){let e=window.visualViewport;e&&(this.style.setProperty("--pa-window",`${Math.round(e.height)}px`),this.style.setProperty("--pa-top",`${Math.round(e.offsetTop)}px`))}pressed(e){e.key==="Escape"&&this.mode==="floating"&&!e.isComposing&&this.hide()}};L.styles=[Jt,A,w`
:host { --pa-target: 44px; display: block; height: 100%; min-height: 0; font-size: 1rem; line-height: 1.6; color: var(--pa-text); font-family: -apple-system, BlinkMacSystemFont, 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif; text-align: start; }
:host([text-size='large']) { --pa-target: 60px; font-size: 1.25rem; }
:host([mode='page']) { position: fixed; inset: var(--pa-top, 0) 0 auto; height: var(--pa-window, 100%); }
:host([mode='floating']) { display: contents; }
.panel { height: 100%; }
:host([mode='floating']) .panel { position: fixed; z-index: 2147483000; right: 20px; bottom: 20px; width: min(420px, calc(100vw - 40px)); height: min(680px, calc(100vh - 40px)); border-radius: 14px; overflow: hidden; box-shadow: 0 6px 30px var(--pa-shadow); color: var(--pa-text); }
:host([mode='floating']) .panel.full { inset: 0; width: 100%; height: var(--pa-window, 100%); border-radius: 0; }
.launcher { touch-action: none; position: fixed; z-index: 2147483000; right: 20px; bottom: 20px; min-width: 60px; min-height: 60px; padding: 0 1.2em; border-radius: 30px; background: var(--pa-accent); color: var(--pa-accent-text); font-weight: 600; box-shadow: 0 3px 14px var(--pa-shadow); }
@media (max-width: 640px) { :host([mode='floating']) .panel { inset: var(--pa-top, 0) 0 auto; width: 100%; height: var(--pa-window, 100%); border-radius: 0; } }
@media print { :host, .panel { position: static !important; height: auto !important; } .launcher { display: none; } }
`],h([v()],L.prototype,"endpoint",2),h([v()],L.prototype,"heading",2),h([v()],L.prototype,"colour",2),h([v()],L.prototype,"opening",2),h([v({attribute:"text-size",reflect:!0})],L.prototype,"textSize",2),h([v({reflect:!0})],L.prototype,"theme",2),h([v({reflect:!0})],L.prototype,"mode",2),h([v({attribute:"as-of"})],L.prototype,"asOf",2),h([v({type:Boolean,reflect:!0})],L.prototype,"open",2),h([S()],L.prototype,"talk",2),h([S()],L.prototype,"full",2),h([O("policy-chat")],L.prototype,"chat",2),h([O(".launcher")],L.prototype,"launcher",2);function br(s){try{return s?new URL(s).origin:location.origin}catch{return location.origin}}E("policy-assistant",L);})();
/*! Bundled license information:

@lit/reactive-element/css-tag.js:
  (**
   * @license
   * Copyright 2019 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/reactive-element.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
@lit/reactive-element/decorators/custom-element.js:
@lit/reactive-element/decorators/property.js:
@lit/reactive-element/decorators/state.js:
@lit/reactive-element/decorators/event-options.js:
@lit/reactive-element/decorators/base.js:
@lit/reactive-element/decorators/query.js:
@lit/reactive-element/decorators/query-all.js:
@lit/reactive-element/decorators/query-async.js:
@lit/reactive-element/decorators/query-assigned-nodes.js:
lit-html/directive.js:
lit-html/directives/repeat.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/is-server.js:
  (**
   * @license
   * Copyright 2022 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/decorators/query-assigned-elements.js:
  (**
   * @license
   * Copyright 2021 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directive-helpers.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
