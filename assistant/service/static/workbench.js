"use strict";(()=>{var us=Object.defineProperty;var hs=Object.getOwnPropertyDescriptor;var y=(r,t,e,s)=>{for(var i=s>1?void 0:s?hs(t,e):t,n=r.length-1,o;n>=0;n--)(o=r[n])&&(i=(s?o(t,e,i):o(i))||i);return s&&i&&us(t,e,i),i};var rt,st=(rt=document.currentScript)==null?void 0:rt.nonce,it;st&&(window.litNonce=(it=window.litNonce)!=null?it:st);var we=globalThis,_e=we.ShadowRoot&&(we.ShadyCSS===void 0||we.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Ie=Symbol(),ot=new WeakMap,de=class{constructor(t,e,s){if(this._$cssResult$=!0,s!==Ie)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o,e=this.t;if(_e&&t===void 0){let s=e!==void 0&&e.length===1;s&&(t=ot.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),s&&ot.set(e,t))}return t}toString(){return this.cssText}},Ae=r=>new de(typeof r=="string"?r:r+"",void 0,Ie),A=(r,...t)=>{let e=r.length===1?r[0]:t.reduce((s,i,n)=>s+(o=>{if(o._$cssResult$===!0)return o.cssText;if(typeof o=="number")return o;throw Error("Value passed to 'css' function must be a 'css' function result: "+o+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(i)+r[n+1],r[0]);return new de(e,r,Ie)},nt=(r,t)=>{if(_e)r.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let e of t){let s=document.createElement("style"),i=we.litNonce;i!==void 0&&s.setAttribute("nonce",i),s.textContent=e.cssText,r.appendChild(s)}},qe=_e?r=>r:r=>r instanceof CSSStyleSheet?(t=>{let e="";for(let s of t.cssRules)e+=s.cssText;return Ae(e)})(r):r;var{is:ms,defineProperty:fs,getOwnPropertyDescriptor:gs,getOwnPropertyNames:vs,getOwnPropertySymbols:$s,getPrototypeOf:bs}=Object,L=globalThis,at=L.trustedTypes,ys=at?at.emptyScript:"",Be=L.reactiveElementPolyfillSupport,ue=(r,t)=>r,he={toAttribute(r,t){switch(t){case Boolean:r=r?ys:null;break;case Object:case Array:r=r==null?r:JSON.stringify(r)}return r},fromAttribute(r,t){let e=r;switch(t){case Boolean:e=r!==null;break;case Number:e=r===null?null:Number(r);break;case Object:case Array:try{e=JSON.parse(r)}catch{e=null}}return e}},Ce=(r,t)=>!ms(r,t),lt={attribute:!0,type:String,converter:he,reflect:!1,useDefault:!1,hasChanged:Ce},pt,ct;(pt=Symbol.metadata)!=null||(Symbol.metadata=Symbol("metadata")),(ct=L.litPropertyMetadata)!=null||(L.litPropertyMetadata=new WeakMap);var N=class extends HTMLElement{static addInitializer(t){var e;this._$Ei(),((e=this.l)!=null?e:this.l=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,e=lt){if(e.state&&(e.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((e=Object.create(e)).wrapped=!0),this.elementProperties.set(t,e),!e.noAccessor){let s=Symbol(),i=this.getPropertyDescriptor(t,s,e);i!==void 0&&fs(this.prototype,t,i)}}static getPropertyDescriptor(t,e,s){var o;let{get:i,set:n}=(o=gs(this.prototype,t))!=null?o:{get(){return this[e]},set(a){this[e]=a}};return{get:i,set(a){let l=i==null?void 0:i.call(this);n==null||n.call(this,a),this.requestUpdate(t,l,s)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){var e;return(e=this.elementProperties.get(t))!=null?e:lt}static _$Ei(){if(this.hasOwnProperty(ue("elementProperties")))return;let t=bs(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(ue("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(ue("properties"))){let e=this.properties,s=[...vs(e),...$s(e)];for(let i of s)this.createProperty(i,e[i])}let t=this[Symbol.metadata];if(t!==null){let e=litPropertyMetadata.get(t);if(e!==void 0)for(let[s,i]of e)this.elementProperties.set(s,i)}this._$Eh=new Map;for(let[e,s]of this.elementProperties){let i=this._$Eu(e,s);i!==void 0&&this._$Eh.set(i,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let e=[];if(Array.isArray(t)){let s=new Set(t.flat(1/0).reverse());for(let i of s)e.unshift(qe(i))}else t!==void 0&&e.push(qe(t));return e}static _$Eu(t,e){let s=e.attribute;return s===!1?void 0:typeof s=="string"?s:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){var t;this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),(t=this.constructor.l)==null||t.forEach(e=>e(this))}addController(t){var e,s;((e=this._$EO)!=null?e:this._$EO=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&((s=t.hostConnected)==null||s.call(t))}removeController(t){var e;(e=this._$EO)==null||e.delete(t)}_$E_(){let t=new Map,e=this.constructor.elementProperties;for(let s of e.keys())this.hasOwnProperty(s)&&(t.set(s,this[s]),delete this[s]);t.size>0&&(this._$Ep=t)}createRenderRoot(){var e;let t=(e=this.shadowRoot)!=null?e:this.attachShadow(this.constructor.shadowRootOptions);return nt(t,this.constructor.elementStyles),t}connectedCallback(){var t,e;(t=this.renderRoot)!=null||(this.renderRoot=this.createRenderRoot()),this.enableUpdating(!0),(e=this._$EO)==null||e.forEach(s=>{var i;return(i=s.hostConnected)==null?void 0:i.call(s)})}enableUpdating(t){}disconnectedCallback(){var t;(t=this._$EO)==null||t.forEach(e=>{var s;return(s=e.hostDisconnected)==null?void 0:s.call(e)})}attributeChangedCallback(t,e,s){this._$AK(t,s)}_$ET(t,e){var n;let s=this.constructor.elementProperties.get(t),i=this.constructor._$Eu(t,s);if(i!==void 0&&s.reflect===!0){let o=(((n=s.converter)==null?void 0:n.toAttribute)!==void 0?s.converter:he).toAttribute(e,s.type);this._$Em=t,o==null?this.removeAttribute(i):this.setAttribute(i,o),this._$Em=null}}_$AK(t,e){var n,o,a;let s=this.constructor,i=s._$Eh.get(t);if(i!==void 0&&this._$Em!==i){let l=s.getPropertyOptions(i),p=typeof l.converter=="function"?{fromAttribute:l.converter}:((n=l.converter)==null?void 0:n.fromAttribute)!==void 0?l.converter:he;this._$Em=i;let m=p.fromAttribute(e,l.type);this[i]=(a=m!=null?m:(o=this._$Ej)==null?void 0:o.get(i))!=null?a:m,this._$Em=null}}requestUpdate(t,e,s,i=!1,n){var o,a;if(t!==void 0){let l=this.constructor;if(i===!1&&(n=this[t]),s!=null||(s=l.getPropertyOptions(t)),!(((o=s.hasChanged)!=null?o:Ce)(n,e)||s.useDefault&&s.reflect&&n===((a=this._$Ej)==null?void 0:a.get(t))&&!this.hasAttribute(l._$Eu(t,s))))return;this.C(t,e,s)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,e,{useDefault:s,reflect:i,wrapped:n},o){var a,l,p;s&&!((a=this._$Ej)!=null?a:this._$Ej=new Map).has(t)&&(this._$Ej.set(t,(l=o!=null?o:e)!=null?l:this[t]),n!==!0||o!==void 0)||(this._$AL.has(t)||(this.hasUpdated||s||(e=void 0),this._$AL.set(t,e)),i===!0&&this._$Em!==t&&((p=this._$Eq)!=null?p:this._$Eq=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){var s,i;if(!this.isUpdatePending)return;if(!this.hasUpdated){if((s=this.renderRoot)!=null||(this.renderRoot=this.createRenderRoot()),this._$Ep){for(let[o,a]of this._$Ep)this[o]=a;this._$Ep=void 0}let n=this.constructor.elementProperties;if(n.size>0)for(let[o,a]of n){let{wrapped:l}=a,p=this[o];l!==!0||this._$AL.has(o)||p===void 0||this.C(o,void 0,a,p)}}let t=!1,e=this._$AL;try{t=this.shouldUpdate(e),t?(this.willUpdate(e),(i=this._$EO)==null||i.forEach(n=>{var o;return(o=n.hostUpdate)==null?void 0:o.call(n)}),this.update(e)):this._$EM()}catch(n){throw t=!1,this._$EM(),n}t&&this._$AE(e)}willUpdate(t){}_$AE(t){var e;(e=this._$EO)==null||e.forEach(s=>{var i;return(i=s.hostUpdated)==null?void 0:i.call(s)}),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&(this._$Eq=this._$Eq.forEach(e=>this._$ET(e,this[e]))),this._$EM()}updated(t){}firstUpdated(t){}},dt;N.elementStyles=[],N.shadowRootOptions={mode:"open"},N[ue("elementProperties")]=new Map,N[ue("finalized")]=new Map,Be==null||Be({ReactiveElement:N}),((dt=L.reactiveElementVersions)!=null?dt:L.reactiveElementVersions=[]).push("2.1.2");var fe=globalThis,ut=r=>r,Ee=fe.trustedTypes,ht=Ee?Ee.createPolicy("lit-html",{createHTML:r=>r}):void 0,Ke="$lit$",D=`lit$${Math.random().toFixed(9).slice(2)}$`,Ge="?"+D,xs=`<${Ge}>`,G=document,ge=()=>G.createComment(""),ve=r=>r===null||typeof r!="object"&&typeof r!="function",Je=Array.isArray,yt=r=>Je(r)||typeof(r==null?void 0:r[Symbol.iterator])=="function",Ve=`[ 	
\f\r]`,me=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,mt=/-->/g,ft=/>/g,z=RegExp(`>|${Ve}(?:([^\\s"'>=/]+)(${Ve}*=${Ve}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),gt=/'/g,vt=/"/g,xt=/^(?:script|style|textarea|title)$/i,Ye=r=>(t,...e)=>({_$litType$:r,strings:t,values:e}),d=Ye(1),Js=Ye(2),Ys=Ye(3),j=Symbol.for("lit-noChange"),f=Symbol.for("lit-nothing"),$t=new WeakMap,K=G.createTreeWalker(G,129);function wt(r,t){if(!Je(r)||!r.hasOwnProperty("raw"))throw Error("invalid template strings array");return ht!==void 0?ht.createHTML(t):t}var _t=(r,t)=>{let e=r.length-1,s=[],i,n=t===2?"<svg>":t===3?"<math>":"",o=me;for(let a=0;a<e;a++){let l=r[a],p,m,c=-1,b=0;for(;b<l.length&&(o.lastIndex=b,m=o.exec(l),m!==null);)b=o.lastIndex,o===me?m[1]==="!--"?o=mt:m[1]!==void 0?o=ft:m[2]!==void 0?(xt.test(m[2])&&(i=RegExp("</"+m[2],"g")),o=z):m[3]!==void 0&&(o=z):o===z?m[0]===">"?(o=i!=null?i:me,c=-1):m[1]===void 0?c=-2:(c=o.lastIndex-m[2].length,p=m[1],o=m[3]===void 0?z:m[3]==='"'?vt:gt):o===vt||o===gt?o=z:o===mt||o===ft?o=me:(o=z,i=void 0);let $=o===z&&r[a+1].startsWith("/>")?" ":"";n+=o===me?l+xs:c>=0?(s.push(p),l.slice(0,c)+Ke+l.slice(c)+D+$):l+D+(c===-2?a:$)}return[wt(r,n+(r[e]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),s]},$e=class r{constructor({strings:t,_$litType$:e},s){let i;this.parts=[];let n=0,o=0,a=t.length-1,l=this.parts,[p,m]=_t(t,e);if(this.el=r.createElement(p,s),K.currentNode=this.el.content,e===2||e===3){let c=this.el.content.firstChild;c.replaceWith(...c.childNodes)}for(;(i=K.nextNode())!==null&&l.length<a;){if(i.nodeType===1){if(i.hasAttributes())for(let c of i.getAttributeNames())if(c.endsWith(Ke)){let b=m[o++],$=i.getAttribute(c).split(D),x=/([.?@])?(.*)/.exec(b);l.push({type:1,index:n,name:x[2],strings:$,ctor:x[1]==="."?Se:x[1]==="?"?Te:x[1]==="@"?Re:Y}),i.removeAttribute(c)}else c.startsWith(D)&&(l.push({type:6,index:n}),i.removeAttribute(c));if(xt.test(i.tagName)){let c=i.textContent.split(D),b=c.length-1;if(b>0){i.textContent=Ee?Ee.emptyScript:"";for(let $=0;$<b;$++)i.append(c[$],ge()),K.nextNode(),l.push({type:2,index:++n});i.append(c[b],ge())}}}else if(i.nodeType===8)if(i.data===Ge)l.push({type:2,index:n});else{let c=-1;for(;(c=i.data.indexOf(D,c+1))!==-1;)l.push({type:7,index:n}),c+=D.length-1}n++}}static createElement(t,e){let s=G.createElement("template");return s.innerHTML=t,s}};function J(r,t,e=r,s){var o,a,l;if(t===j)return t;let i=s!==void 0?(o=e._$Co)==null?void 0:o[s]:e._$Cl,n=ve(t)?void 0:t._$litDirective$;return(i==null?void 0:i.constructor)!==n&&((a=i==null?void 0:i._$AO)==null||a.call(i,!1),n===void 0?i=void 0:(i=new n(r),i._$AT(r,e,s)),s!==void 0?((l=e._$Co)!=null?l:e._$Co=[])[s]=i:e._$Cl=i),i!==void 0&&(t=J(r,i._$AS(r,t.values),i,s)),t}var ke=class{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){var p;let{el:{content:e},parts:s}=this._$AD,i=((p=t==null?void 0:t.creationScope)!=null?p:G).importNode(e,!0);K.currentNode=i;let n=K.nextNode(),o=0,a=0,l=s[0];for(;l!==void 0;){if(o===l.index){let m;l.type===2?m=new te(n,n.nextSibling,this,t):l.type===1?m=new l.ctor(n,l.name,l.strings,this,t):l.type===6&&(m=new Pe(n,this,t)),this._$AV.push(m),l=s[++a]}o!==(l==null?void 0:l.index)&&(n=K.nextNode(),o++)}return K.currentNode=G,i}p(t){let e=0;for(let s of this._$AV)s!==void 0&&(s.strings!==void 0?(s._$AI(t,s,e),e+=s.strings.length-2):s._$AI(t[e])),e++}},te=class r{get _$AU(){var t,e;return(e=(t=this._$AM)==null?void 0:t._$AU)!=null?e:this._$Cv}constructor(t,e,s,i){var n;this.type=2,this._$AH=f,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=s,this.options=i,this._$Cv=(n=i==null?void 0:i.isConnected)!=null?n:!0}get parentNode(){let t=this._$AA.parentNode,e=this._$AM;return e!==void 0&&(t==null?void 0:t.nodeType)===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=J(this,t,e),ve(t)?t===f||t==null||t===""?(this._$AH!==f&&this._$AR(),this._$AH=f):t!==this._$AH&&t!==j&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):yt(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==f&&ve(this._$AH)?this._$AA.nextSibling.data=t:this.T(G.createTextNode(t)),this._$AH=t}$(t){var n;let{values:e,_$litType$:s}=t,i=typeof s=="number"?this._$AC(t):(s.el===void 0&&(s.el=$e.createElement(wt(s.h,s.h[0]),this.options)),s);if(((n=this._$AH)==null?void 0:n._$AD)===i)this._$AH.p(e);else{let o=new ke(i,this),a=o.u(this.options);o.p(e),this.T(a),this._$AH=o}}_$AC(t){let e=$t.get(t.strings);return e===void 0&&$t.set(t.strings,e=new $e(t)),e}k(t){Je(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,s,i=0;for(let n of t)i===e.length?e.push(s=new r(this.O(ge()),this.O(ge()),this,this.options)):s=e[i],s._$AI(n),i++;i<e.length&&(this._$AR(s&&s._$AB.nextSibling,i),e.length=i)}_$AR(t=this._$AA.nextSibling,e){var s;for((s=this._$AP)==null?void 0:s.call(this,!1,!0,e);t!==this._$AB;){let i=ut(t).nextSibling;ut(t).remove(),t=i}}setConnected(t){var e;this._$AM===void 0&&(this._$Cv=t,(e=this._$AP)==null||e.call(this,t))}},Y=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,e,s,i,n){this.type=1,this._$AH=f,this._$AN=void 0,this.element=t,this.name=e,this._$AM=i,this.options=n,s.length>2||s[0]!==""||s[1]!==""?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=f}_$AI(t,e=this,s,i){let n=this.strings,o=!1;if(n===void 0)t=J(this,t,e,0),o=!ve(t)||t!==this._$AH&&t!==j,o&&(this._$AH=t);else{let a=t,l,p;for(t=n[0],l=0;l<n.length-1;l++)p=J(this,a[s+l],e,l),p===j&&(p=this._$AH[l]),o||(o=!ve(p)||p!==this._$AH[l]),p===f?t=f:t!==f&&(t+=(p!=null?p:"")+n[l+1]),this._$AH[l]=p}o&&!i&&this.j(t)}j(t){t===f?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t!=null?t:"")}},Se=class extends Y{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===f?void 0:t}},Te=class extends Y{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==f)}},Re=class extends Y{constructor(t,e,s,i,n){super(t,e,s,i,n),this.type=5}_$AI(t,e=this){var o;if((t=(o=J(this,t,e,0))!=null?o:f)===j)return;let s=this._$AH,i=t===f&&s!==f||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,n=t!==f&&(s===f||i);i&&this.element.removeEventListener(this.name,this,s),n&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){var e,s;typeof this._$AH=="function"?this._$AH.call((s=(e=this.options)==null?void 0:e.host)!=null?s:this.element,t):this._$AH.handleEvent(t)}},Pe=class{constructor(t,e,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){J(this,t)}},At={M:Ke,P:D,A:Ge,C:1,L:_t,R:ke,D:yt,V:J,I:te,H:Y,N:Te,U:Re,B:Se,F:Pe},ze=fe.litHtmlPolyfillSupport,bt;ze==null||ze($e,te),((bt=fe.litHtmlVersions)!=null?bt:fe.litHtmlVersions=[]).push("3.3.3");var Ct=(r,t,e)=>{var n,o;let s=(n=e==null?void 0:e.renderBefore)!=null?n:t,i=s._$litPart$;if(i===void 0){let a=(o=e==null?void 0:e.renderBefore)!=null?o:null;s._$litPart$=i=new te(t.insertBefore(ge(),a),a,void 0,e!=null?e:{})}return i._$AI(r),i};var Q=globalThis,C=class extends N{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){var e,s;let t=super.createRenderRoot();return(s=(e=this.renderOptions).renderBefore)!=null||(e.renderBefore=t.firstChild),t}update(t){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=Ct(e,this.renderRoot,this.renderOptions)}connectedCallback(){var t;super.connectedCallback(),(t=this._$Do)==null||t.setConnected(!0)}disconnectedCallback(){var t;super.disconnectedCallback(),(t=this._$Do)==null||t.setConnected(!1)}render(){return j}},Et;C._$litElement$=!0,C.finalized=!0,(Et=Q.litElementHydrateSupport)==null||Et.call(Q,{LitElement:C});var Qe=Q.litElementPolyfillSupport;Qe==null||Qe({LitElement:C});var kt;((kt=Q.litElementVersions)!=null?kt:Q.litElementVersions=[]).push("4.2.2");var ws={attribute:!0,type:String,converter:he,reflect:!1,hasChanged:Ce},_s=(r=ws,t,e)=>{let{kind:s,metadata:i}=e,n=globalThis.litPropertyMetadata.get(i);if(n===void 0&&globalThis.litPropertyMetadata.set(i,n=new Map),s==="setter"&&((r=Object.create(r)).wrapped=!0),n.set(e.name,r),s==="accessor"){let{name:o}=e;return{set(a){let l=t.get.call(this);t.set.call(this,a),this.requestUpdate(o,l,r,!0,a)},init(a){return a!==void 0&&this.C(o,void 0,r,a),a}}}if(s==="setter"){let{name:o}=e;return function(a){let l=this[o];t.call(this,a),this.requestUpdate(o,l,r,!0,a)}}throw Error("Unsupported decorator location: "+s)};function _(r){return(t,e)=>typeof e=="object"?_s(r,t,e):((s,i,n)=>{let o=i.hasOwnProperty(n);return i.constructor.createProperty(n,s),o?Object.getOwnPropertyDescriptor(i,n):void 0})(r,t,e)}function I(r){return _({...r,state:!0,attribute:!1})}var Z=(r,t,e)=>(e.configurable=!0,e.enumerable=!0,Reflect.decorate&&typeof t!="object"&&Object.defineProperty(r,t,e),e);function se(r,t){return(e,s,i)=>{let n=o=>{var a,l;return(l=(a=o.renderRoot)==null?void 0:a.querySelector(r))!=null?l:null};if(t){let{get:o,set:a}=typeof s=="object"?e:i!=null?i:(()=>{let l=Symbol();return{get(){return this[l]},set(p){this[l]=p}}})();return Z(e,s,{get(){let l=o.call(this);return l===void 0&&(l=n(this),(l!==null||this.hasUpdated)&&a.call(this,l)),l}})}return Z(e,s,{get(){return n(this)}})}}var St=`/* Every colour of the chat and of our pages. Text pairs keep 4.5:1, edges of controls 3:1. */
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
`;var Tt=Ae(St),E=A`
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
`;var be=class extends Error{constructor(t,e){super(t),this.name="ParseError",this.type=e.type,this.field=e.field,this.value=e.value,this.line=e.line}},Rt=10,Cs=13,X=32;function Ze(r){}function Nt(r){if(typeof r=="function")throw new TypeError("`config` must be an object, got a function instead. Did you mean `createParser({onEvent: fn})`?");let{onEvent:t=Ze,onError:e=Ze,onRetry:s=Ze,onComment:i,maxBufferSize:n}=r,o=[],a=0,l=!0,p,m="",c=0,b,$=!1;function x(g){if($)throw new Error("Cannot feed parser: it was terminated after exceeding the configured max buffer size. Call `reset()` to resume parsing.");if(l&&(l=!1,g.charCodeAt(0)===239&&g.charCodeAt(1)===187&&g.charCodeAt(2)===191&&(g=g.slice(3))),o.length===0){let T=S(g);T!==""&&(o.push(T),a=T.length),P();return}if(g.indexOf(`
`)===-1&&g.indexOf("\r")===-1){o.push(g),a+=g.length,P();return}o.push(g);let u=o.join("");o.length=0,a=0;let w=S(u);w!==""&&(o.push(w),a=w.length),P()}function P(){n!==void 0&&(a+m.length<=n||($=!0,o.length=0,a=0,p=void 0,m="",c=0,b=void 0,e(new be(`Buffered data exceeded max buffer size of ${n} characters`,{type:"max-buffer-size-exceeded"}))))}function S(g){let u=0;if(g.indexOf("\r")===-1){let w=g.indexOf(`
`,u);for(;w!==-1;){if(u===w){c>0&&t({id:p,event:b,data:m}),p=void 0,m="",c=0,b=void 0,u=w+1,w=g.indexOf(`
`,u);continue}let T=g.charCodeAt(u);if(Pt(g,u,T)){let R=g.charCodeAt(u+5)===X?u+6:u+5,H=g.slice(R,w);if(c===0&&g.charCodeAt(w+1)===Rt){t({id:p,event:b,data:H}),p=void 0,m="",b=void 0,u=w+2,w=g.indexOf(`
`,u);continue}m=c===0?H:`${m}
${H}`,c++}else Ot(g,u,T)?b=g.slice(g.charCodeAt(u+6)===X?u+7:u+6,w)||void 0:O(g,u,w);u=w+1,w=g.indexOf(`
`,u)}return g.slice(u)}for(;u<g.length;){let w=g.indexOf("\r",u),T=g.indexOf(`
`,u),R=-1;if(w!==-1&&T!==-1?R=w<T?w:T:w!==-1?w===g.length-1?R=-1:R=w:T!==-1&&(R=T),R===-1)break;O(g,u,R),u=R+1,g.charCodeAt(u-1)===Cs&&g.charCodeAt(u)===Rt&&u++}return g.slice(u)}function O(g,u,w){if(u===w){as();return}let T=g.charCodeAt(u);if(Pt(g,u,T)){let ee=g.charCodeAt(u+5)===X?u+6:u+5,tt=g.slice(ee,w);m=c===0?tt:`${m}
${tt}`,c++;return}if(Ot(g,u,T)){b=g.slice(g.charCodeAt(u+6)===X?u+7:u+6,w)||void 0;return}if(T===105&&g.charCodeAt(u+1)===100&&g.charCodeAt(u+2)===58){let ee=g.slice(g.charCodeAt(u+3)===X?u+4:u+3,w);ee.includes("\0")||(p=ee);return}if(T===58){if(i){let ee=g.slice(u,w);i(ee.slice(g.charCodeAt(u+1)===X?2:1))}return}let R=g.slice(u,w),H=R.indexOf(":");if(H===-1){ce(R,"",R);return}let ps=R.slice(0,H),cs=R.charCodeAt(H+1)===X?2:1,ds=R.slice(H+cs);ce(ps,ds,R)}function ce(g,u,w){switch(g){case"event":b=u||void 0;break;case"data":m=c===0?u:`${m}
${u}`,c++;break;case"id":u.includes("\0")||(p=u);break;case"retry":/^\d+$/.test(u)?s(parseInt(u,10)):e(new be(`Invalid \`retry\` value: "${u}"`,{type:"invalid-retry",value:u,line:w}));break;default:e(new be(`Unknown field "${g.length>20?`${g.slice(0,20)}…`:g}"`,{type:"unknown-field",field:g,value:u,line:w}));break}}function as(){c>0&&t({id:p,event:b,data:m}),p=void 0,m="",c=0,b=void 0}function ls(g={}){if(g.consume&&o.length>0){let u=o.join("");O(u,0,u.length)}l=!0,p=void 0,m="",c=0,b=void 0,o.length=0,a=0,$=!1}return{feed:x,reset:ls}}function Pt(r,t,e){return e===100&&r.charCodeAt(t+1)===97&&r.charCodeAt(t+2)===116&&r.charCodeAt(t+3)===97&&r.charCodeAt(t+4)===58}function Ot(r,t,e){return e===101&&r.charCodeAt(t+1)===118&&r.charCodeAt(t+2)===101&&r.charCodeAt(t+3)===110&&r.charCodeAt(t+4)===116&&r.charCodeAt(t+5)===58}async function*Dt(r){let t=[],e=Nt({onEvent:({id:n,event:o,data:a})=>t.push({id:Number(n)||0,type:o!=null?o:"",data:JSON.parse(a)})}),s=new TextDecoder,i=r.getReader();try{for(;;){let{done:n,value:o}=await i.read();if(n)break;e.feed(s.decode(o,{stream:!0})),yield*t.splice(0)}}finally{i.cancel().catch(()=>{})}}var ye=class extends Error{constructor(e){super(e.detail||e.title);this.problem=e}},W=class extends Error{},jt="application/json",Oe=class{constructor(t,e=(...s)=>fetch(...s)){this.fetcher=e;this.home=t.replace(/\/+$/,""),this.root=`${this.home}/api/v1`}page(t){return`${this.home}/${t}`}start(t){return this.json("POST","/conversations",{channel:"web",...t?{as_of:t}:{}})}conversation(t){return this.json("GET",`/conversations/${encodeURIComponent(t)}`)}erase(t){return this.json("DELETE",`/conversations/${encodeURIComponent(t)}`)}setFacts(t,e){return this.json("POST",`/conversations/${encodeURIComponent(t)}/facts`,{facts:e})}feedback(t,e,s,i){return this.json("POST",`/conversations/${encodeURIComponent(t)}/feedback`,{turn:e,rating:s,reason:i})}clause(t){return this.json("GET",`/clauses/${encodeURIComponent(t.document)}/${t.number}`)}async facts(){let t=await this.json("GET","/facts");return Array.isArray(t)?t:t.facts}turn(t,e,s){let i=JSON.stringify({text:e,client_id:s});return this.stream(`/conversations/${encodeURIComponent(t)}/turns`,{method:"POST",body:i})}resume(t,e){let s={"Last-Event-ID":String(e)};return this.stream(`/conversations/${encodeURIComponent(t)}/events`,{method:"GET",headers:s})}async*stream(t,e){let s=await this.request(t,e,"text/event-stream");if(!(s.status===204||!s.body))try{yield*Dt(s.body)}catch(i){throw new W(String(i))}}async json(t,e,s){let i={method:t,...s===void 0?{}:{body:JSON.stringify(s)}},n=await this.request(e,i,jt);return n.status===204?void 0:await n.json()}async request(t,e,s){let i={Accept:s,...e.headers};e.body&&(i["Content-Type"]=jt);let n;try{n=await this.fetcher(this.root+t,{...e,headers:i,credentials:"omit"})}catch(o){throw new W(String(o))}if(n.ok)return n;throw n.status>=502?new W(String(n.status)):new ye(await Es(n))}};async function Es(r){try{let{title:t="",detail:e=""}=await r.json();return{title:t,detail:e,status:r.status}}catch{return{title:r.statusText,detail:"",status:r.status}}}var h={title:"政策问答",close:"关闭",full:"全屏",leaveFull:"还原",placeholder:"直接说您的情况和问题",inputLabel:"输入您的问题",send:"发送",personalData:"请不要输入姓名、身份证号、手机号。",looksPersonal:"这像是证件号或手机号。不需要提供；若发送，会在保存前遮住。",disclaimer:"智能助手按条文和规则答复，供参考，以主管部门解释为准。",log:"对话记录",you:"您说：",assistant:"助手答：",working:"正在查找",finished:"回答完成。",offline:"网络已断开。您的话已留在这里，恢复后自动发送。",notReached:"连不上服务，这一步没有做成，请稍后再试。",reconnecting:"连接中断，正在重新连接…",unsent:"待发送",failed:"没有发出去",retry:"重新发送",erasedHere:"这次对话已不在服务器上。",dontKnow:"不知道",why:"为什么问",whySent:"为什么问这个",more:"更多选项",options:"可以直接点选",suggestions:"您可能还想问",undo:"撤销",restart:"重新开始",person:"转人工",call:"拨打",menu:"更多",about:"关于这个助手",largeText:"大字",dark:"深色",erase:"清除本次对话",eraseConfirm:"清除后不能恢复，服务器上的记录也一并删除。",eraseYes:"清除",cancel:"取消",understood:"听到的是",corrected:"改为",retracted:"去掉",myFacts:"我的情况",noFacts:"还没有记下任何情况。您说的每一项都会列在这里，可以随时更改。",said:"您说的",inferred:"推知",byForm:"您填的",edit:"更改",remove:"删除",save:"保存",yes:"是",no:"否",choose:"请选择",hypothetical:"假设，不记入您的情况",conclusionPrefix:"结论：",proof:"为什么是这个结论",proofSoFar:"逐项核对到哪一步",clauseWords:"条文原话",excepted:"属于除外",notExcepted:"不在除外之列",notNeeded:"不需要",anyOf:"满足其中一项",allOf:"各项都满足",yourCase:"您的情况",earliest:"最早符合日期",shortBy:"还差",decides:"由谁认定",sources:"依据",clauseSheet:"条款原文",clauseLoading:"正在取条文…",clauseFailed:"条文暂时取不到，引用的原话如下。",document:"文件",documentNumber:"文号",issued:"成文日期",issuer:"发文机关",status:"效力",statusWords:{in_force:"现行有效",trial:"试行",repealed:"已废止"},copy:"复制",copied:"已复制",copyFailed:"复制不了，请长按选取文字",up:"有用",down:"没用",thanks:"谢谢反馈。",downReason:"哪里不对？（可不填）",downReasons:["没听懂我的话","答非所问","结论不对","看不明白"],submit:"提交",readAloud:"朗读",stopReading:"停止朗读",questionBelow:"下面还有一个问题 ↓",toEnd:"往下看",eitherReading:r=>`怎么理解都${r}`,readAs:r=>`理解为“${r}”`,clause:r=>`第${r}条`,cite:(r,t)=>`依据${r}：第${t}条，查看原文`,outcome:{met:"符合",not_met:"不符合",needs_facts:"还差信息",needs_determination:"待认定",divergent:"理解不一"},outcomeMark:{met:"✓",not_met:"✕",needs_facts:"？",needs_determination:"…",divergent:"≠"},nodeStatus:{true:"满足",false:"不满足",unknown:"未知"},nodeMark:{true:"✓",false:"✕",unknown:"？",idle:"–"}};function Xe(r){return r===!0?h.yes:r===!1?h.no:r==null?"":String(r)}function Ne(r,t){var o,a;let{short_label:e,type:s,unit:i=""}=r;if(s==="number")return`${e}${t}${i}`;if(t===!0)return e;let n=(a=(o=xe(r).find(l=>l.value===t))==null?void 0:o.label)!=null?a:Xe(t);return`${e}：${n}`}function xe(r){var t,e;return(t=r.options)!=null&&t.length?r.options:r.type==="boolean"?[{value:!0,label:h.yes},{value:!1,label:h.no}]:((e=r.values)!=null?e:[]).map(s=>({value:s,label:s}))}var v={search:"查条款和政策事项",searchHint:"按 / 跳到这里，↑↓ 选择，回车打开",results:"查询结果",nothing:"没有足够接近的条款。换个说法，或按条号查，如“第12条”。",clauses:"条款",entitlements:"政策事项",outcomes:"各项结论",groups:[["met","符合",["met"]],["person","要由人认定",["needs_determination","divergent"]],["open","还差信息",["needs_facts"]],["ruled-out","不符合",["not_met"]]],caseHeading:"来电人情况",tell:"把来电人的话打在这里，回车填入",tellSend:"填入",notHeard:"这句话里没有听出可填的情况。",askNext:"最该先问",matter:"与所选事项有关",known:"已知情况",set:"记下",others:"其他已知情况",settled:"与所选事项有关的情况已经问全。",noCase:"先选一个事项，或直接把来电人的话打进来。",clear:"换一位来电人",suppose:"做假设",stopSupposing:"结束假设",supposeHeading:"假设对比",supposeHint:"下面改的只是假设，不动来电人的情况。",now:"现在",then:"假设后",same:"所有结论都不变。",guide:[["查条文","左上角输入几个字，选一条，命中的词会标出来。按 / 随时回到查询框。"],["判情况","把来电人的话打在右边，回车；左边各项的结论随时更新。"],["给答复","点一项看结论和理由，“复制答复”可直接念或粘贴。"]],reply:"可读给来电人听的答复",copyReply:"复制答复",copyLink:"复制本案链接",linkCopied:"链接已复制。链接里有来电人的情况，请只发给同事。",print:"打印",clauseText:"条款原文",undefined:"未知",unreachable:"连不上服务，请检查网络后再试。",replyParts:{outcome:"结论",reason:"理由",clause:"依据",decides:"由谁认定",missing:"还需要了解",note:"说明"},shortBy:(r,t,e,s)=>`${r}现在 ${t} ${s}，须满 ${e} ${s}。`,callerSaid:r=>`来电人说：“${r}”`,reasons:{true:r=>`✓ ${r}`,false:r=>`✕ ${r}`,unknown:r=>`？ 还不知道：${r}`,excepted:r=>`✕ ${r}，属于除外`,notExcepted:r=>`✓ ${r}，不在除外之列`},clauseSays:r=>`——条文：「${r}」`,local:"以当地人社部门现行口径为准。",readings:r=>`条文有不同理解，按其中 ${r} 种得出的结论不一致，须由人社部门确定。`};var De=class extends EventTarget{constructor(e){super();this.knowledge=e;this.vocabulary={};this.entitlements=[];this.told={facts:{},bounds:{}};this.supposed=null;this.quotes={};this.decisions=[];this.supposedDecisions=[];this.chosen="";this.askNext=null;this.problem="";this.heard="";this.asked=0}async open(e){e&&(this.told=e),await this.attempt(async()=>{let[s,i]=await Promise.all([this.knowledge.facts(),this.knowledge.entitlements()]);this.vocabulary=Object.fromEntries(s.map(n=>[n.id,n])),this.entitlements=i}),await this.decide()}get decision(){return this.decisions.find(({entitlement:e})=>e===this.chosen)}get relevant(){var a,l,p,m;let e=Object.keys(this.told.facts),s=(l=(a=this.entitlements.find(({id:c})=>c===this.chosen))==null?void 0:a.facts)!=null?l:[],i=(m=(p=this.decision)==null?void 0:p.missing)!=null?m:[],n=this.askNext?[this.askNext]:[],o=this.chosen?[...n,...i,...s.filter(c=>c in this.told.facts),...this.findings]:[...n,...e];return[...new Set(o)].map(c=>this.vocabulary[c]).filter(c=>!!c)}get others(){let e=new Set(this.relevant.map(({id:s})=>s));return Object.keys(this.told.facts).filter(s=>!e.has(s)).map(s=>this.vocabulary[s]).filter(s=>!!s)}choose(e){return this.chosen=e,this.decide()}set(e,s,i=!1){var n;if(i)this.supposed=Mt((n=this.supposed)!=null?n:{},e,s);else{let{[e]:o,...a}=this.told.bounds;delete this.quotes[e],this.told={facts:Mt(this.told.facts,e,s),bounds:a}}return this.decide()}async fill(e){await this.attempt(async()=>{let{facts:s,bounds:i,commands:n}=await this.knowledge.understand(e,this.askNext);for(let{fact:a,quote:l}of n)a&&l&&(this.quotes[a]=l);this.told={facts:{...this.told.facts,...s},bounds:{...this.told.bounds,...i}};let o=Object.keys({...s,...i}).map(a=>this.inWords(a,s[a]));this.heard=o.length?`${v.set}：${o.join("、")}`:v.notHeard}),await this.decide()}suppose(e){return this.supposed=e?{}:null,this.decide()}clear(){return Object.assign(this,{told:{facts:{},bounds:{}},quotes:{},supposed:null,heard:"",problem:""}),this.decide()}inWords(e,s){let i=this.vocabulary[e];return i?s===void 0?i.short_label:Ne(i,s):e}get findings(){var e,s;return(s=(e=this.decision)==null?void 0:e.determinations.map(({fact:i})=>i))!=null?s:[]}async decide(){let e=++this.asked;this.changed(),await this.attempt(async()=>{var l;let{facts:s,bounds:i}=this.told,[n,o,a]=await Promise.all([this.knowledge.check(s,i),this.chosen?this.knowledge.check(s,i,[this.chosen]):null,this.supposed?this.knowledge.check({...s,...this.supposed},i):null]);e===this.asked&&(this.decisions=n.decisions,this.askNext=(o!=null?o:n).ask_next,this.supposedDecisions=(l=a==null?void 0:a.decisions)!=null?l:[])},()=>e===this.asked),this.changed()}async attempt(e,s=()=>!0){let i="";try{await e()}catch(n){if(n instanceof ye)i=n.message;else if(n instanceof W)i=v.unreachable;else throw n}s()&&(this.problem=i)}changed(){this.dispatchEvent(new Event("change"))}};function Mt(r,t,e){let{[t]:s,...i}=r;return e===null?i:{...i,[t]:e}}function Ut(r,t,e){let s=new URL(r);return s.hash="case="+encodeURIComponent(JSON.stringify({...t,chosen:e})),s.href}function Ft(r){var e;let t=(e=/^#case=(.+)$/.exec(r))==null?void 0:e[1];if(!t)return null;try{let{facts:s={},bounds:i={},chosen:n=""}=JSON.parse(decodeURIComponent(t));return{facts:s,bounds:i,chosen:n}}catch{return null}}var je=class extends Oe{async entitlements(){return(await this.json("GET","/entitlements")).entitlements}async search(t){let e=await this.json("GET",`/clauses?limit=8&q=${encodeURIComponent(t)}`);return e.refused?[]:e.hits}check(t,e,s){let i=Object.entries(e).map(([n,{at_least:o,below:a}])=>[n,{at_least:o!=null?o:null,below:a!=null?a:null}]);return this.json("POST","/check",{facts:t,bounds:Object.fromEntries(i),...s?{entitlements:s}:{}})}understand(t,e){return this.json("POST","/understand",{text:t,asked:e})}};var Me=class{constructor(t){this.host=t;this.page=null;this.failed=!1;this.asked=0;this.kept=new Map;t.addController(this)}hostConnected(){}async read(t,e,s){var o;let i=`${e.document}/${e.number}`,n=++this.asked;if(Object.assign(this,{citation:s,failed:!1,page:(o=this.kept.get(i))!=null?o:null}),this.host.requestUpdate(),!this.page){try{let a=await t.clause(e);this.kept.set(i,a),n===this.asked&&(this.page=a)}catch{n===this.asked&&(this.failed=!0)}this.host.requestUpdate()}}};function re(r,t,e){r.dispatchEvent(new CustomEvent(t,{detail:e,bubbles:!0,composed:!0}))}function k(r,t){customElements.get(r)||customElements.define(r,t)}async function Ht(r){try{return await navigator.clipboard.writeText(r),!0}catch{return ks(r)}}function ks(r){let t=document.createElement("textarea");t.value=r,t.setAttribute("aria-hidden","true"),t.style.position="fixed",t.style.opacity="0",document.body.append(t),t.select();try{return document.execCommand("copy")}finally{t.remove()}}function Ue(r,t){if(r.kind==="exception"&&r.status!=="unknown")return r.status==="true"?{tone:"false",words:h.excepted}:{tone:"true",words:h.notExcepted};if(t&&qt(t)&&t.status==="true"&&r.status!=="true")return{tone:"idle",words:h.notNeeded};let e=h.nodeStatus[r.status];return{tone:r.status,words:Bt(r,t)&&We(r)?h.eitherReading(e):e}}function Lt(r,t){return Ue(r,t).tone==="idle"?!1:!Bt(r,t)||!We(r)}function Fe({kind:r,text:t},e){return r==="reading"&&(e==null?void 0:e.kind)==="reading"?h.readAs(t):t||(r==="any"?h.anyOf:h.allOf)}function It(r){var i;let t=((i=r.children)!=null?i:[]).filter(n=>Ue(n).tone==="false"),e=r.status==="false"&&t.length?t.flatMap(ie):ie(r),s=new Set;return e.filter(n=>{let o=`${n.kind}${n.text}`;return!s.has(o)&&s.add(o)})}function ie(r){var i;let t=(i=r.children)!=null?i:[];if(!t.length||r.kind==="exception")return[r];if(r.kind==="reading"&&We(r))return ie(t[0]);let e=t.filter(({status:n})=>n==="true").map(ie);if(qt(r)&&e.length)return Ss(e);let s=t.filter(({status:n,kind:o})=>n==="false"&&o!=="exception");return r.kind==="all"&&r.status==="false"?s.flatMap(ie):t.flatMap(ie)}function Ss(r){return r.reduce((t,e)=>e.length<t.length?e:t)}function qt({kind:r}){return r==="any"||r==="case"}function Bt({kind:r},t){return r==="reading"&&(t==null?void 0:t.kind)!=="reading"}function We({children:r=[]}){return r.every(({status:t})=>{var e;return t===((e=r[0])==null?void 0:e.status)})}function Vt({decision:r,clause:t,grants:e,vocabulary:s}){let{replyParts:i}=v,{outcome:n,label:o,determinations:a,missing:l,earliest:p,short_by:m,readings:c}=r,b=x=>{var P,S;return(S=(P=s[x])==null?void 0:P.short_label)!=null?S:x},$=[`【${i.outcome}】${h.outcome[n]}：${o}`];return n==="met"&&e&&($[0]+=`（${e}）`),$.push(`【${i.reason}】`,...Rs(It(r.proof)).map(x=>Ps(x,s))),$.push(...m.map(({fact:x,have:P,need:S,unit:O})=>`${h.shortBy}：${v.shortBy(b(x),P,S,O)}`)),p&&$.push(`${h.earliest}：${p.date}`),n==="divergent"&&$.push(v.readings(c.length)),l.length&&$.push(`【${i.missing}】${l.map(b).join("、")}`),a.length&&$.push(`【${i.decides}】${a.map(x=>`${x.label}：${x.by}`).join("；")}`),t&&$.push(`【${i.clause}】${Ts(t)}`,t.text),$.push(`【${i.note}】${v.local}`),$.join(`
`)}function Ts({document:r,clause:t,label:e}){let s=r.status?h.statusWords[r.status]:"";return`《${r.title}》（${[r.number,r.issued,s].filter(Boolean).join("，")}）${e||h.clause(t.number)}`}function Rs(r){let t=new Set(r.filter(({quote:e})=>e).map(({fact:e})=>e));return r.filter(({quote:e,fact:s})=>e||!s||!t.has(s))}function Ps(r,t){var x;let{fact:e,value:s,status:i,kind:n,quote:o}=r,a=e?t[e]:void 0,p=(s==null?Os(r):a&&Ne(a,s))||((x=a==null?void 0:a.short_label)!=null?x:Fe(r)),{excepted:m,notExcepted:c,...b}=v.reasons;return(n==="exception"&&{true:m,false:c,unknown:b.unknown}[i]||b[i])(p)+(o?v.clauseSays(o):"")}function Os({children:r=[]}){var t;return(t=r.find(({kind:e})=>e==="law"))==null?void 0:t.text}var q=class extends C{constructor(){super(...arguments);this.page=null;this.failed=!1}render(){return this.page?this.whole(this.page):this.failed?d`<p>${h.clauseFailed}</p>${this.citation?d`<p class="text"><mark>${this.citation.quote}</mark></p>`:f}`:d`<p>${h.clauseLoading}</p>`}whole({label:e,title:s,text:i,path:n,document:o,clause:a}){var p,m;let l=(p=this.ranges)!=null?p:this.citation?[this.citation]:[];return d`${n!=null&&n.length?d`<p class="path wrap">${n.join(" › ")}</p>`:f}
<h3 class="wrap">${e||h.clause(a.number)}${s&&!i.includes(s)?d` ${s}`:f}</h3>
<p class="text wrap" part="text">${et(i,l)}</p>
<dl>
<dt>${h.document}</dt><dd class="wrap">《${o.title}》</dd>
<dt>${h.documentNumber}</dt><dd class="wrap">${o.number}</dd>
${zt(h.issuer,o.issuer)}${zt(h.issued,o.issued)}
${o.status?d`<dt>${h.status}</dt><dd><span class=${o.status}>${(m=h.statusWords[o.status])!=null?m:o.status}</span></dd>`:f}
</dl>`}};q.styles=[E,A`
:host { display: grid; gap: 12px; }
.path { color: var(--pa-text-2); font-size: .875em; }
h3 { font-size: 1em; }
.text { white-space: pre-wrap; line-height: 1.8; }
mark { background: var(--pa-mark); color: var(--pa-mark-text); border-bottom: 2px solid currentColor; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .3em 1em; font-size: .875em; border-top: 1px solid var(--pa-line); padding-top: 12px; }
dt { color: var(--pa-text-2); }
.trial { display: inline-block; border: 1px solid var(--pa-person); color: var(--pa-person); background: var(--pa-person-soft); border-radius: 4px; padding: 0 .4em; }
`],y([_({attribute:!1})],q.prototype,"page",2),y([_({attribute:!1})],q.prototype,"citation",2),y([_({attribute:!1})],q.prototype,"ranges",2),y([_({type:Boolean})],q.prototype,"failed",2);function zt(r,t){return t?d`<dt>${r}</dt><dd class="wrap">${t}</dd>`:f}function et(r,t){let e=[],s=0;for(let{start:i,end:n}of[...t].sort((o,a)=>o.start-a.start)){let o=Math.max(i,s);n<=o||(e.push(r.slice(s,o),d`<mark>${r.slice(o,n)}</mark>`),s=n)}return e.push(r.slice(s)),e}k("policy-clause",q);var Kt=A`
.keep { white-space: nowrap; }
.cite {
position: relative; min-height: 0; min-width: 1.5em; padding: 0 .35em; margin: 0 .1em; border-radius: 4px; line-height: 1.5;
font-size: .75em; vertical-align: .25em; background: var(--pa-accent-soft); color: var(--pa-accent); font-weight: 600;
}
.cite::after { content: ''; position: absolute; inset: -10px -6px; }
.cite.wide { font-size: .875em; vertical-align: baseline; padding: .1em .5em; flex: none; border: 1px solid currentColor; background: none; color: var(--pa-text); }
`,Gt=A`
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
`;function Jt(r,t){let e=[];for(let s of r.split(/(\[[1-9]\d?\])/)){let i=/^\[\d+\]$/.test(s)?Number(s.slice(1,-1)):0;i>0&&i<=t?e.push(i):typeof e[e.length-1]=="string"?e.push(`${e.pop()}${s}`):s&&e.push(s)}return e}function Ns(r,t,e){return r.split(`
`).filter(s=>s.trim()).map(s=>d`<p class="wrap">${Jt(s,t.length).map((i,n,o)=>Ds(i,t,e,o[n+1],o[n-1]))}</p>`)}function Qt({kind:r,text:t},e,s){return d`<div class=${r}>${Ns(t,e,s)}</div>`}var Yt=2;function Ds(r,t,e,s,i){let n=o=>js(o,t[o-1],e);return typeof r=="number"?typeof i=="string"?f:n(r):typeof s!="number"?r:d`${r.slice(0,-Yt)}<span class="keep">${r.slice(-Yt)}${n(s)}</span>`}function js(r,t,e){let s=()=>re(e,"policy-cite",{clause:t.clause,citation:t});return d`<button class="cite" aria-label=${h.cite(r,t.clause.number)} @click=${s}>${r}</button>`}var oe=class extends C{constructor(){super(...arguments);this.facts={}}render(){if(!this.node)return f;let{kind:e,children:s}=this.node,i=e==="entitlement"&&(s!=null&&s.length)?s:[this.node];return d`<ul>${i.map(n=>this.step(n))}</ul>`}step(e,s){var o;let i=(o=e.children)!=null?o:[],n=this.line(e,s);return i.length?d`<li part="node">
<details ?open=${Lt(e,s)}>
<summary>${n}</summary>
${this.words(e,s)}
<ul>${i.map(a=>this.step(a,e))}</ul>
</details>
</li>`:d`<li part="node"><div class="line">${n}</div>${this.words(e,s)}</li>`}line(e,s){let{tone:i,words:n}=Ue(e,s);return d`<span class="mark ${i}" aria-hidden="true">${h.nodeMark[i]}</span>
<span class="wrap">${Fe(e,s)} <span class="status ${i}">${n}</span></span>`}words({quote:e,text:s,fact:i,value:n},o){var p;let a=i?this.facts[i]:void 0,l=n==null?"":(p=a==null?void 0:a.display)!=null?p:Xe(n);return[e&&!s.includes(e)&&e!==(o==null?void 0:o.quote)?d`<p class="words wrap">${h.clauseWords}：“${e}”</p>`:f,i&&l?d`<p class="words wrap">${h.yourCase}：${l}${a!=null&&a.quote?`（“${a.quote}”）`:""}</p>`:f]}};oe.styles=[E,A`
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
`],y([_({attribute:!1})],oe.prototype,"node",2),y([_({attribute:!1})],oe.prototype,"facts",2);k("policy-proof",oe);var M=class extends C{constructor(){super(...arguments);this.blocks=[];this.citations=[];this.facts={};this.hypothetical=!1}render(){let{decision:e}=this;if(!e)return f;let{outcome:s,label:i,clause:n}=e;return d`<article class=${s} part="card">
<header>
<span class="badge" part="outcome"><span aria-hidden="true">${h.outcomeMark[s]} </span>${h.outcome[s]}</span>
<button class="cite wide" @click=${()=>re(this,"policy-cite",{clause:n})}>${h.clause(n.number)}</button>
<h3 class="wrap">${i}${this.hypothetical?d`<br /><span class="small">${h.hypothetical}</span>`:f}</h3>
</header>
<div class="body">${this.blocks.map(o=>Qt(Ms(o),this.citations,this))}${this.blocks.length?f:this.particulars(e)}</div>
<div class="foot">
<details>
<summary>${s==="needs_facts"?h.proofSoFar:h.proof}</summary>
<policy-proof .node=${e.proof} .facts=${this.facts}></policy-proof>
</details>
</div>
</article>`}particulars({determinations:e,earliest:s,short_by:i}){let n=[...e.length?[[h.decides,e.map(({label:o,by:a})=>`${o}（${a}）`).join("；")]]:[],...i.map(({fact:o,have:a,need:l,unit:p})=>{var m,c;return[h.shortBy,`${(c=(m=this.facts[o])==null?void 0:m.label)!=null?c:o} ${Us(l-a)} ${p}`]}),...s?[[h.earliest,s.date]]:[]];return n.length?d`<dl>${n.map(([o,a])=>d`<dt>${o}</dt><dd class="wrap">${a}</dd>`)}</dl>`:f}};M.styles=[E,Kt,Gt,A`
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
`],y([_({attribute:!1})],M.prototype,"decision",2),y([_({attribute:!1})],M.prototype,"blocks",2),y([_({attribute:!1})],M.prototype,"citations",2),y([_({attribute:!1})],M.prototype,"facts",2),y([_({type:Boolean})],M.prototype,"hypothetical",2);function Ms(r){return r.kind==="conclusion"&&r.text.startsWith(h.conclusionPrefix)?{...r,text:r.text.slice(h.conclusionPrefix.length)}:r}function Us(r){return Math.round(r*100)/100}k("policy-decision",M);var U=class extends C{constructor(){super(...arguments);this.page=null;this.ranges=[];this.failed=!1;this.note=""}render(){let{decision:e,supposed:s}=this.file;return!e&&!this.page&&!this.failed?this.guide():d`${s&&e?this.comparison(e):f}${e?this.answer(e):f}
<section><h2>${v.clauseText}</h2>
<policy-clause .page=${this.page} .ranges=${this.ranges.length?this.ranges:this.quoted()} ?failed=${this.failed}></policy-clause></section>`}guide(){return d`<section class="guide">${v.guide.map(([e,s])=>d`<div><h2>${e}</h2><p>${s}</p></div>`)}</section>`}quoted(){var s,i,n;let e=(i=(s=this.page)==null?void 0:s.text)!=null?i:"";return Xt((n=this.file.decision)==null?void 0:n.proof).map(o=>({start:e.indexOf(o),end:e.indexOf(o)+o.length})).filter(({start:o})=>o>=0)}answer(e){let{file:s}=this;return d`<section>
${this.card(e)}
<div class="row">
<button class="primary" @click=${()=>this.copy(this.reply(e),h.copied)}>${v.copyReply}</button>
<button class="chip quiet" aria-pressed=${!!s.supposed} @click=${()=>s.suppose(!s.supposed)}>${s.supposed?v.stopSupposing:v.suppose}</button>
<button class="plain" @click=${()=>this.copy(Ut(location.href,s.told,s.chosen),v.linkCopied)}>${v.copyLink}</button>
<button class="plain" @click=${()=>print()}>${v.print}</button>
<span class="small" role="status">${this.note}</span>
</div>
<h2>${v.reply}</h2>
<pre class="wrap">${this.reply(e)}</pre>
</section>`}comparison(e){let s=new Map(this.file.decisions.map(o=>[o.entitlement,o])),i=this.file.supposedDecisions.filter(({entitlement:o,outcome:a})=>{var l;return((l=s.get(o))==null?void 0:l.outcome)!==a}),n=this.file.supposedDecisions.find(({entitlement:o})=>o===e.entitlement);return d`<section><h2>${v.supposeHeading}</h2>
<p class="small">${v.supposeHint}</p>
${n?d`<div class="sides"><div><h3>${v.now}</h3>${this.card(e)}</div><div><h3>${v.then}</h3>${this.card(n,!0)}</div></div>`:f}
${i.length?Fs(i,s):d`<p>${v.same}</p>`}
</section>`}card(e,s=!1){let{vocabulary:i,quotes:n}=this.file,o=Object.fromEntries(Object.values(i).map(({id:a,short_label:l})=>{var p;return[a,{label:l,quote:(p=n[a])!=null?p:""}]}));return d`<policy-decision .decision=${e} .facts=${o} ?hypothetical=${s}></policy-decision>`}reply(e){var o;let{vocabulary:s,entitlements:i}=this.file,n=(o=i.find(({id:a})=>a===e.entitlement))==null?void 0:o.grants;return Vt({decision:e,clause:this.page,vocabulary:s,...n?{grants:n}:{}})}async copy(e,s){this.note=await Ht(e)?s:h.copyFailed,setTimeout(()=>this.note="",4e3)}};U.styles=[E,A`
:host { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
section { background: var(--pa-surface); border: 1px solid var(--pa-line); border-radius: 10px; padding: 14px; display: grid; gap: 10px; }
h2 { font-size: 1em; }
pre { margin: 0; white-space: pre-wrap; font: inherit; line-height: 1.7; background: var(--pa-surface-2); border-radius: 8px; padding: 12px; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; align-items: start; }
@media (max-width: 1100px) { .sides { grid-template-columns: 1fr; } }
table { width: 100%; border-collapse: collapse; font-size: .9375em; }
th, td { text-align: start; padding: .4em .5em; border-bottom: 1px solid var(--pa-line); vertical-align: top; }
.guide { padding: 32px; gap: 20px; }
.guide h2 { color: var(--pa-accent); }
h3 { font-size: .875em; color: var(--pa-text-2); }
@media print { .row { display: none; } section { break-inside: avoid; } }
`],y([_({attribute:!1,hasChanged:()=>!0})],U.prototype,"file",2),y([_({attribute:!1})],U.prototype,"page",2),y([_({attribute:!1})],U.prototype,"ranges",2),y([_({type:Boolean})],U.prototype,"failed",2),y([I()],U.prototype,"note",2);function Fs(r,t){return d`<table>
<thead><tr><th scope="col">${v.entitlements}</th><th scope="col">${v.now}</th><th scope="col">${v.then}</th></tr></thead>
<tbody>${r.map(e=>d`<tr><td>${e.label}</td><td>${Zt(t.get(e.entitlement))}</td><td>${Zt(e)}</td></tr>`)}</tbody>
</table>`}function Zt(r){return r?`${h.outcomeMark[r.outcome]} ${h.outcome[r.outcome]}`:""}function Xt(r){var t;return r?[...r.quote?[r.quote]:[],...((t=r.children)!=null?t:[]).flatMap(Xt)]:[]}k("workbench-entitlement",U);var Wt={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},es=r=>(...t)=>({_$litDirective$:r,values:t}),He=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,e,s){this._$Ct=t,this._$AM=e,this._$Ci=s}_$AS(t,e){return this.update(t,e)}update(t,e){return this.render(...e)}};var{I:Hs}=At,ts=r=>r;var ss=()=>document.createComment(""),ne=(r,t,e)=>{var n;let s=r._$AA.parentNode,i=t===void 0?r._$AB:t._$AA;if(e===void 0){let o=s.insertBefore(ss(),i),a=s.insertBefore(ss(),i);e=new Hs(o,a,r,r.options)}else{let o=e._$AB.nextSibling,a=e._$AM,l=a!==r;if(l){let p;(n=e._$AQ)==null||n.call(e,r),e._$AM=r,e._$AP!==void 0&&(p=r._$AU)!==a._$AU&&e._$AP(p)}if(o!==i||l){let p=e._$AA;for(;p!==o;){let m=ts(p).nextSibling;ts(s).insertBefore(p,i),p=m}}}return e},B=(r,t,e=r)=>(r._$AI(t,e),r),Ls={},rs=(r,t=Ls)=>r._$AH=t,is=r=>r._$AH,Le=r=>{r._$AR(),r._$AA.remove()};var os=(r,t,e)=>{let s=new Map;for(let i=t;i<=e;i++)s.set(r[i],i);return s},ns=es(class extends He{constructor(r){if(super(r),r.type!==Wt.CHILD)throw Error("repeat() can only be used in text expressions")}dt(r,t,e){let s;e===void 0?e=t:t!==void 0&&(s=t);let i=[],n=[],o=0;for(let a of r)i[o]=s?s(a,o):o,n[o]=e(a,o),o++;return{values:n,keys:i}}render(r,t,e){return this.dt(r,t,e).values}update(r,[t,e,s]){var P;let i=is(r),{values:n,keys:o}=this.dt(t,e,s);if(!Array.isArray(i))return this.ut=o,n;let a=(P=this.ut)!=null?P:this.ut=[],l=[],p,m,c=0,b=i.length-1,$=0,x=n.length-1;for(;c<=b&&$<=x;)if(i[c]===null)c++;else if(i[b]===null)b--;else if(a[c]===o[$])l[$]=B(i[c],n[$]),c++,$++;else if(a[b]===o[x])l[x]=B(i[b],n[x]),b--,x--;else if(a[c]===o[x])l[x]=B(i[c],n[x]),ne(r,l[x+1],i[c]),c++,x--;else if(a[b]===o[$])l[$]=B(i[b],n[$]),ne(r,i[c],i[b]),b--,$++;else if(p===void 0&&(p=os(o,$,x),m=os(a,c,b)),p.has(a[c]))if(p.has(a[b])){let S=m.get(o[$]),O=S!==void 0?i[S]:null;if(O===null){let ce=ne(r,i[c]);B(ce,n[$]),l[$]=ce}else l[$]=B(O,n[$]),ne(r,i[c],O),i[S]=null;$++}else Le(i[b]),b--;else Le(i[c]),c++;for(;$<=x;){let S=ne(r,l[x+1]);B(S,n[$]),l[$++]=S}for(;c<=b;){let S=i[c++];S!==null&&Le(S)}return this.ut=o,rs(r,l),j}});var V=class extends C{constructor(){super(...arguments);this.value=null;this.live=!1}render(){let{definition:e}=this;return e?d`<form @submit=${this.submit} @change=${()=>this.live&&this.tell()}>
${e.type==="number"?this.number(e):this.list(e)}
${this.live?f:d`<button class="primary">${h.save}</button>`}
</form>`:f}updated(e){var i;if(!this.control||!(e.has("value")||e.has("definition")))return;let s=this.definition?xe(this.definition).findIndex(({value:n})=>n===this.value):-1;((i=this.definition)==null?void 0:i.type)==="number"?this.control.value=this.value===null?"":String(this.value):this.control.value=s<0?"":String(s)}number({label:e,unit:s,min:i,max:n,minimum:o,maximum:a}){var l,p;return d`<input name="value" type="number" inputmode="decimal" step="any" aria-label=${e} min=${(l=i!=null?i:o)!=null?l:0} max=${(p=n!=null?n:a)!=null?p:999} ?required=${!this.live} /><span>${s}</span>`}list(e){return d`<select name="value" aria-label=${e.label}>
<option value="">${h.choose}</option>
${xe(e).map(({label:s},i)=>d`<option value=${i}>${s}</option>`)}
</select>`}submit(e){e.preventDefault(),this.tell()}tell(){let{control:e}=this;!e||!this.definition||!e.reportValidity()||re(this,"policy-fact",{fact:this.definition.id,value:this.read(e.value,this.definition)})}read(e,s){var i,n;return e===""?null:s.type==="number"?Number(e):(n=(i=xe(s)[Number(e)])==null?void 0:i.value)!=null?n:null}};V.styles=[E,A`
:host { display: block; }
form { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
select, input { min-height: var(--pa-target, 44px); border: 1px solid var(--pa-edge); border-radius: 8px; padding: 0 .6em; background: var(--pa-surface); max-width: 100%; }
input { width: 6em; min-width: 0; flex: 0 1 6em; }
@media print { input, select { appearance: none; border: 0; min-height: 0; padding: 0; } }
select { flex: 1 1 8em; min-width: 0; }
`],y([_({attribute:!1})],V.prototype,"definition",2),y([_({attribute:!1})],V.prototype,"value",2),y([_({type:Boolean})],V.prototype,"live",2),y([se("[name=value]")],V.prototype,"control",2);k("policy-fact-editor",V);var ae=class extends C{render(){let{file:t}=this;return d`<form @submit=${this.tell}>
<textarea aria-label=${v.tell} placeholder=${v.tell} maxlength="2000" @keydown=${this.pressed}></textarea>
<div class="row"><button class="primary">${v.tellSend}</button>
<button type="button" @click=${()=>t.clear()}>${v.clear}</button></div>
<p class="small" role="status">${t.heard}</p>
</form>
${this.list(t.chosen?v.matter:v.known,t.relevant)}
${t.others.length?this.list(v.others,t.others):f}
${t.chosen||t.relevant.length?f:d`<p class="small">${v.noCase}</p>`}`}list(t,e){return d`<div class="list"><h3>${t}</h3>${ns(e,({id:s})=>s,s=>this.field(s))}
${e.length?f:d`<p class="small">${v.settled}</p>`}</div>`}field(t){let{told:e,supposed:s,quotes:i,askNext:n}=this.file,o=t.id===n&&!(t.id in e.facts);return d`<div class="field ${o?"next":""}">
<span class="name">${t.short_label}${o?d` <span class="small">${v.askNext}</span>`:f}</span>
${o&&t.question?d`<span class="small wrap">${t.question}</span>`:f}
${i[t.id]?d`<span class="small wrap">${v.callerSaid(i[t.id])}</span>`:f}
${Is(e.bounds[t.id],t)}
${s?d`<div class="sides"><span class="small">${v.now}</span><span class="small">${v.then}</span>
${this.editor(t,e.facts)}${this.editor(t,{...e.facts,...s},!0)}</div>`:this.editor(t,e.facts)}
</div>`}editor(t,e,s=!1){var i;return d`<policy-fact-editor live .definition=${t} .value=${(i=e[t.id])!=null?i:null}
@policy-fact=${n=>this.file.set(n.detail.fact,n.detail.value,s)}></policy-fact-editor>`}tell(t){t.preventDefault();let e=this.area.value.trim();e&&(this.area.value="",this.file.fill(e))}pressed(t){t.key!=="Enter"||t.shiftKey||t.isComposing||t.keyCode===229||this.tell(t)}};ae.styles=[E,A`
:host { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; }
form { display: grid; gap: 8px; }
textarea { width: 100%; min-height: 4.5em; padding: .5em .7em; border: 1px solid var(--pa-edge); border-radius: 8px; background: var(--pa-surface); resize: vertical; line-height: 1.5; }
textarea:focus-visible { outline-offset: -2px; outline-width: 2px; }
h3 { font-size: .875em; color: var(--pa-text-2); }
.field { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; padding: 8px 10px; border: 1px solid var(--pa-line); border-radius: 8px; background: var(--pa-surface); }
.field.next { border: 2px solid var(--pa-accent); }
.field label, .name { font-weight: 600; }
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 2px 8px; }
.list { display: grid; gap: 8px; }
@media print { form { display: none; } .list { grid-template-columns: 1fr 1fr; } .list h3 { grid-column: 1 / -1; } }
`],y([_({attribute:!1,hasChanged:()=>!0})],ae.prototype,"file",2),y([se("textarea")],ae.prototype,"area",2);function Is(r,{unit:t=""}){if(!r)return f;let{at_least:e,below:s}=r,i=[e==null?"":`≥ ${e} ${t}`,s==null?"":`< ${s} ${t}`].filter(Boolean);return d`<span class="small">${h.said}：${i.join("，")}</span>`}k("workbench-facts",ae);var le=class extends C{constructor(){super(...arguments);this.decisions=[];this.chosen=""}render(){return v.groups.map(([e,s,i])=>this.group(e,s,i))}group(e,s,i){let n=this.decisions.filter(({outcome:o})=>i.includes(o));return n.length?d`<section class=${e}>
<h2><span>${s}</span><span>${n.length}</span></h2>
<ul @keydown=${this.move}>${n.map(o=>this.item(o))}</ul>
</section>`:f}item({entitlement:e,label:s,clause:i}){let n=()=>this.dispatchEvent(new CustomEvent("workbench-open",{detail:{clause:i,entitlement:e,spans:[]},bubbles:!0,composed:!0}));return d`<li><button aria-current=${this.chosen===e} @click=${n}><span class="number">${h.clause(i.number)}</span><span class="wrap">${s}</span></button></li>`}move(e){var n;let s={ArrowDown:1,ArrowUp:-1}[e.key];if(!s)return;e.preventDefault();let i=[...this.renderRoot.querySelectorAll("button")];(n=i[i.indexOf(e.target)+s])==null||n.focus()}};le.styles=[E,A`
:host { display: grid; gap: 14px; }
h2 { font-size: .875em; display: flex; justify-content: space-between; padding-bottom: 4px; border-bottom: 2px solid currentColor; }
.met h2 { color: var(--pa-met); } .person h2 { color: var(--pa-person); } .open h2 { color: var(--pa-open); } .ruled-out h2 { color: var(--pa-not); }
li button { width: 100%; min-height: 36px; text-align: start; border-radius: 6px; padding: .25em .5em; line-height: 1.4; display: flex; gap: .5em; }
li button:hover { background: var(--pa-accent-soft); }
li button[aria-current='true'] { background: var(--pa-accent); color: var(--pa-accent-text); }
.number { flex: none; opacity: 1; min-width: 3.5em; font-size: .875em; }
`],y([_({attribute:!1})],le.prototype,"decisions",2),y([_()],le.prototype,"chosen",2);k("workbench-outcomes",le);var qs=80,F=class extends C{constructor(){super(...arguments);this.entitlements=[];this.text="";this.hits=[];this.timer=0;this.slash=e=>this.focusBySlash(e)}connectedCallback(){super.connectedCallback(),document.addEventListener("keydown",this.slash)}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener("keydown",this.slash)}render(){return d`<input type="search" aria-label=${v.search} placeholder=${v.search} aria-describedby="hint" autocomplete="off" .value=${this.text}
@input=${this.typed} @compositionend=${this.typed} @keydown=${this.move} />
<p id="hint" class="small">${v.searchHint}</p>
${this.text?d`<div role="region" aria-label=${v.results} @keydown=${this.move}>${this.results()}</div>`:f}`}results(){let e=this.entitlements.filter(({label:s})=>s.includes(this.text));return!e.length&&!this.hits.length?d`<p class="small" role="status">${v.nothing}</p>`:d`${e.length?d`<h2>${v.entitlements}</h2><ul>${e.map(s=>this.entitlement(s))}</ul>`:f}
${this.hits.length?d`<h2>${v.clauses}</h2><ul>${this.hits.map(s=>this.clause(s))}</ul>`:f}`}entitlement({id:e,label:s,clause:i}){return d`<li><button class="wrap" @click=${()=>this.open({clause:i,spans:[],entitlement:e})}>${s}</button></li>`}clause({clause:e,label:s,title:i,text:n,spans:o}){return d`<li><button class="wrap" @click=${()=>this.open({clause:e,spans:o})}>
<b>${s||h.clause(e.number)}</b> ${n.includes(i)?f:i} <span class="text">${et(n,o)}</span>
</button></li>`}open(e){this.dispatchEvent(new CustomEvent("workbench-open",{detail:e,bubbles:!0,composed:!0}))}typed(e){this.text=this.input.value.trim(),this.dispatchEvent(new CustomEvent("workbench-searching",{detail:!!this.text,bubbles:!0,composed:!0})),clearTimeout(this.timer),!(e.isComposing||!this.text)&&(this.timer=window.setTimeout(()=>this.find(this.text),qs))}async find(e){let s=await this.knowledge.search(e).catch(()=>[]);e===this.text&&(this.hits=s)}move(e){var o,a;let s={ArrowDown:1,ArrowUp:-1}[e.key],i=[this.input,...this.renderRoot.querySelectorAll("li button")],n=i.indexOf(this.renderRoot.activeElement);e.key==="Enter"&&n===0&&!e.isComposing&&((o=i[1])==null||o.click()),s&&(e.preventDefault(),(a=i[Math.min(Math.max(n+s,0),i.length-1)])==null||a.focus())}focusBySlash(e){if(e.key!=="/"||e.ctrlKey||e.altKey||e.metaKey||e.isComposing)return;let s=e.composedPath()[0];/^(input|textarea|select)$/.test(s.localName)||(e.preventDefault(),this.input.focus(),this.input.select())}};F.styles=[E,A`
:host { display: grid; gap: 8px; }
input { width: 100%; min-height: var(--pa-target, 44px); padding: 0 .8em; border: 2px solid var(--pa-edge); border-radius: 8px; background: var(--pa-surface); }
input:focus-visible { outline-offset: -2px; outline-width: 2px; }
h2 { font-size: .875em; color: var(--pa-text-2); margin-top: 4px; }
li button { width: 100%; text-align: start; padding: .5em .6em; line-height: 1.5; background: var(--pa-surface); border: 1px solid var(--pa-line); margin-bottom: 6px; }
li button:hover { background: var(--pa-accent-soft); }
mark { background: var(--pa-mark); color: var(--pa-mark-text); }
.text { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; font-size: .875em; color: var(--pa-text-2); }
`],y([_({attribute:!1})],F.prototype,"knowledge",2),y([_({attribute:!1})],F.prototype,"entitlements",2),y([I()],F.prototype,"text",2),y([I()],F.prototype,"hits",2),y([se("input")],F.prototype,"input",2);k("workbench-search",F);var pe=class extends C{constructor(){super(...arguments);this.searching=!1;this.ranges=[];this.knowledge=new je(location.origin);this.file=new De(this.knowledge);this.reading=new Me(this)}connectedCallback(){super.connectedCallback(),this.file.addEventListener("change",()=>this.requestUpdate()),this.takeUp()}render(){let{file:e,reading:s}=this;return d`<div class="desk" @workbench-open=${this.open} @policy-cite=${i=>this.read(i.detail.clause)}>
${e.problem?d`<p class="problem wrap" role="alert">${e.problem}</p>`:f}
<div class="column side left" tabindex="0" role="region" aria-label=${v.outcomes}>
<workbench-search .knowledge=${this.knowledge} .entitlements=${e.entitlements} @workbench-searching=${i=>this.searching=i.detail}></workbench-search>
<workbench-outcomes ?hidden=${this.searching} .decisions=${e.decisions} chosen=${e.chosen}></workbench-outcomes>
</div>
<div class="column"><workbench-entitlement .file=${e} .page=${s.page} .ranges=${this.ranges} ?failed=${s.failed}></workbench-entitlement></div>
<div class="column side" tabindex="0" role="region" aria-label=${v.caseHeading}>
<h2>${v.caseHeading}</h2>
<workbench-facts .file=${e}></workbench-facts>
</div>
</div>`}async takeUp(){let e=Ft(location.hash);await this.file.open(e!=null?e:void 0);let s=this.file.entitlements.find(({id:i})=>i===(e==null?void 0:e.chosen));s&&this.show({clause:s.clause,entitlement:s.id,spans:[]})}open({detail:e}){this.show(e)}show({clause:e,entitlement:s,spans:i}){this.ranges=i,this.read(e),this.file.choose(s!=null?s:"").then(()=>this.bringIntoSight())}bringIntoSight(){var i;let e=this.renderRoot.querySelector("workbench-entitlement"),s=(i=e==null?void 0:e.getBoundingClientRect().top)!=null?i:0;(s<0||s>innerHeight/2)&&(e==null||e.scrollIntoView({block:"start"}))}read(e){this.reading.read(this.knowledge,e)}};pe.styles=[Tt,E,A`
:host { display: block; color: var(--pa-text); line-height: 1.6; --pa-target: 44px; }
.desk { display: grid; gap: 16px; align-items: start; grid-template-columns: minmax(260px, 3fr) minmax(0, 6fr) minmax(280px, 3.5fr); padding: 16px; }
.column { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
.side { position: sticky; top: 8px; max-height: calc(100vh - 16px); overflow: auto; padding: 4px; }
h2 { font-size: 1em; }
.problem { grid-column: 1 / -1; background: var(--pa-not-soft); color: var(--pa-not); padding: 8px 14px; border-radius: 8px; }
@media (max-width: 900px) { .desk { grid-template-columns: minmax(0, 1fr); } .side { position: static; max-height: none; } }
@media print { .desk { display: block; } .left { display: none; } .side { position: static; max-height: none; } }
`],y([I()],pe.prototype,"searching",2),y([I()],pe.prototype,"ranges",2);k("policy-workbench",pe);})();
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
