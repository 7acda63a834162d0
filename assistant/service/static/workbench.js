"use strict";(()=>{var Qt=Object.defineProperty;var Xt=Object.getOwnPropertyDescriptor;var $=(i,t,e,s)=>{for(var r=s>1?void 0:s?Xt(t,e):t,o=i.length-1,n;o>=0;o--)(n=i[o])&&(r=(s?n(t,e,r):n(r))||r);return s&&r&&Qt(t,e,r),r};var Qe,Ze=(Qe=document.currentScript)==null?void 0:Qe.nonce,Xe;Ze&&(window.litNonce=(Xe=window.litNonce)!=null?Xe:Ze);var be=globalThis,ye=be.ShadowRoot&&(be.ShadyCSS===void 0||be.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,Pe=Symbol(),We=new WeakMap,ae=class{constructor(t,e,s){if(this._$cssResult$=!0,s!==Pe)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=t,this.t=e}get styleSheet(){let t=this.o,e=this.t;if(ye&&t===void 0){let s=e!==void 0&&e.length===1;s&&(t=We.get(e)),t===void 0&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),s&&We.set(e,t))}return t}toString(){return this.cssText}},xe=i=>new ae(typeof i=="string"?i:i+"",void 0,Pe),C=(i,...t)=>{let e=i.length===1?i[0]:t.reduce((s,r,o)=>s+(n=>{if(n._$cssResult$===!0)return n.cssText;if(typeof n=="number")return n;throw Error("Value passed to 'css' function must be a 'css' function result: "+n+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(r)+i[o+1],i[0]);return new ae(e,i,Pe)},et=(i,t)=>{if(ye)i.adoptedStyleSheets=t.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let e of t){let s=document.createElement("style"),r=be.litNonce;r!==void 0&&s.setAttribute("nonce",r),s.textContent=e.cssText,i.appendChild(s)}},Oe=ye?i=>i:i=>i instanceof CSSStyleSheet?(t=>{let e="";for(let s of t.cssRules)e+=s.cssText;return xe(e)})(i):i;var{is:Wt,defineProperty:es,getOwnPropertyDescriptor:ts,getOwnPropertyNames:ss,getOwnPropertySymbols:rs,getPrototypeOf:is}=Object,F=globalThis,tt=F.trustedTypes,os=tt?tt.emptyScript:"",Ne=F.reactiveElementPolyfillSupport,le=(i,t)=>i,pe={toAttribute(i,t){switch(t){case Boolean:i=i?os:null;break;case Object:case Array:i=i==null?i:JSON.stringify(i)}return i},fromAttribute(i,t){let e=i;switch(t){case Boolean:e=i!==null;break;case Number:e=i===null?null:Number(i);break;case Object:case Array:try{e=JSON.parse(i)}catch{e=null}}return e}},we=(i,t)=>!Wt(i,t),st={attribute:!0,type:String,converter:pe,reflect:!1,useDefault:!1,hasChanged:we},rt,it;(rt=Symbol.metadata)!=null||(Symbol.metadata=Symbol("metadata")),(it=F.litPropertyMetadata)!=null||(F.litPropertyMetadata=new WeakMap);var T=class extends HTMLElement{static addInitializer(t){var e;this._$Ei(),((e=this.l)!=null?e:this.l=[]).push(t)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(t,e=st){if(e.state&&(e.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((e=Object.create(e)).wrapped=!0),this.elementProperties.set(t,e),!e.noAccessor){let s=Symbol(),r=this.getPropertyDescriptor(t,s,e);r!==void 0&&es(this.prototype,t,r)}}static getPropertyDescriptor(t,e,s){var n;let{get:r,set:o}=(n=ts(this.prototype,t))!=null?n:{get(){return this[e]},set(a){this[e]=a}};return{get:r,set(a){let l=r==null?void 0:r.call(this);o==null||o.call(this,a),this.requestUpdate(t,l,s)},configurable:!0,enumerable:!0}}static getPropertyOptions(t){var e;return(e=this.elementProperties.get(t))!=null?e:st}static _$Ei(){if(this.hasOwnProperty(le("elementProperties")))return;let t=is(this);t.finalize(),t.l!==void 0&&(this.l=[...t.l]),this.elementProperties=new Map(t.elementProperties)}static finalize(){if(this.hasOwnProperty(le("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(le("properties"))){let e=this.properties,s=[...ss(e),...rs(e)];for(let r of s)this.createProperty(r,e[r])}let t=this[Symbol.metadata];if(t!==null){let e=litPropertyMetadata.get(t);if(e!==void 0)for(let[s,r]of e)this.elementProperties.set(s,r)}this._$Eh=new Map;for(let[e,s]of this.elementProperties){let r=this._$Eu(e,s);r!==void 0&&this._$Eh.set(r,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(t){let e=[];if(Array.isArray(t)){let s=new Set(t.flat(1/0).reverse());for(let r of s)e.unshift(Oe(r))}else t!==void 0&&e.push(Oe(t));return e}static _$Eu(t,e){let s=e.attribute;return s===!1?void 0:typeof s=="string"?s:typeof t=="string"?t.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){var t;this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),(t=this.constructor.l)==null||t.forEach(e=>e(this))}addController(t){var e,s;((e=this._$EO)!=null?e:this._$EO=new Set).add(t),this.renderRoot!==void 0&&this.isConnected&&((s=t.hostConnected)==null||s.call(t))}removeController(t){var e;(e=this._$EO)==null||e.delete(t)}_$E_(){let t=new Map,e=this.constructor.elementProperties;for(let s of e.keys())this.hasOwnProperty(s)&&(t.set(s,this[s]),delete this[s]);t.size>0&&(this._$Ep=t)}createRenderRoot(){var e;let t=(e=this.shadowRoot)!=null?e:this.attachShadow(this.constructor.shadowRootOptions);return et(t,this.constructor.elementStyles),t}connectedCallback(){var t,e;(t=this.renderRoot)!=null||(this.renderRoot=this.createRenderRoot()),this.enableUpdating(!0),(e=this._$EO)==null||e.forEach(s=>{var r;return(r=s.hostConnected)==null?void 0:r.call(s)})}enableUpdating(t){}disconnectedCallback(){var t;(t=this._$EO)==null||t.forEach(e=>{var s;return(s=e.hostDisconnected)==null?void 0:s.call(e)})}attributeChangedCallback(t,e,s){this._$AK(t,s)}_$ET(t,e){var o;let s=this.constructor.elementProperties.get(t),r=this.constructor._$Eu(t,s);if(r!==void 0&&s.reflect===!0){let n=(((o=s.converter)==null?void 0:o.toAttribute)!==void 0?s.converter:pe).toAttribute(e,s.type);this._$Em=t,n==null?this.removeAttribute(r):this.setAttribute(r,n),this._$Em=null}}_$AK(t,e){var o,n,a;let s=this.constructor,r=s._$Eh.get(t);if(r!==void 0&&this._$Em!==r){let l=s.getPropertyOptions(r),u=typeof l.converter=="function"?{fromAttribute:l.converter}:((o=l.converter)==null?void 0:o.fromAttribute)!==void 0?l.converter:pe;this._$Em=r;let g=u.fromAttribute(e,l.type);this[r]=(a=g!=null?g:(n=this._$Ej)==null?void 0:n.get(r))!=null?a:g,this._$Em=null}}requestUpdate(t,e,s,r=!1,o){var n,a;if(t!==void 0){let l=this.constructor;if(r===!1&&(o=this[t]),s!=null||(s=l.getPropertyOptions(t)),!(((n=s.hasChanged)!=null?n:we)(o,e)||s.useDefault&&s.reflect&&o===((a=this._$Ej)==null?void 0:a.get(t))&&!this.hasAttribute(l._$Eu(t,s))))return;this.C(t,e,s)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(t,e,{useDefault:s,reflect:r,wrapped:o},n){var a,l,u;s&&!((a=this._$Ej)!=null?a:this._$Ej=new Map).has(t)&&(this._$Ej.set(t,(l=n!=null?n:e)!=null?l:this[t]),o!==!0||n!==void 0)||(this._$AL.has(t)||(this.hasUpdated||s||(e=void 0),this._$AL.set(t,e)),r===!0&&this._$Em!==t&&((u=this._$Eq)!=null?u:this._$Eq=new Set).add(t))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let t=this.scheduleUpdate();return t!=null&&await t,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){var s,r;if(!this.isUpdatePending)return;if(!this.hasUpdated){if((s=this.renderRoot)!=null||(this.renderRoot=this.createRenderRoot()),this._$Ep){for(let[n,a]of this._$Ep)this[n]=a;this._$Ep=void 0}let o=this.constructor.elementProperties;if(o.size>0)for(let[n,a]of o){let{wrapped:l}=a,u=this[n];l!==!0||this._$AL.has(n)||u===void 0||this.C(n,void 0,a,u)}}let t=!1,e=this._$AL;try{t=this.shouldUpdate(e),t?(this.willUpdate(e),(r=this._$EO)==null||r.forEach(o=>{var n;return(n=o.hostUpdate)==null?void 0:n.call(o)}),this.update(e)):this._$EM()}catch(o){throw t=!1,this._$EM(),o}t&&this._$AE(e)}willUpdate(t){}_$AE(t){var e;(e=this._$EO)==null||e.forEach(s=>{var r;return(r=s.hostUpdated)==null?void 0:r.call(s)}),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(t){return!0}update(t){this._$Eq&&(this._$Eq=this._$Eq.forEach(e=>this._$ET(e,this[e]))),this._$EM()}updated(t){}firstUpdated(t){}},ot;T.elementStyles=[],T.shadowRootOptions={mode:"open"},T[le("elementProperties")]=new Map,T[le("finalized")]=new Map,Ne==null||Ne({ReactiveElement:T}),((ot=F.reactiveElementVersions)!=null?ot:F.reactiveElementVersions=[]).push("2.1.2");var de=globalThis,nt=i=>i,Ce=de.trustedTypes,at=Ce?Ce.createPolicy("lit-html",{createHTML:i=>i}):void 0,mt="$lit$",U=`lit$${Math.random().toFixed(9).slice(2)}$`,ft="?"+U,ns=`<${ft}>`,z=document,ue=()=>z.createComment(""),he=i=>i===null||typeof i!="object"&&typeof i!="function",qe=Array.isArray,as=i=>qe(i)||typeof(i==null?void 0:i[Symbol.iterator])=="function",je=`[ 	
\f\r]`,ce=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,lt=/-->/g,pt=/>/g,I=RegExp(`>|${je}(?:([^\\s"'>=/]+)(${je}*=${je}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),ct=/'/g,dt=/"/g,gt=/^(?:script|style|textarea|title)$/i,Ie=i=>(t,...e)=>({_$litType$:i,strings:t,values:e}),p=Ie(1),Ns=Ie(2),js=Ie(3),V=Symbol.for("lit-noChange"),h=Symbol.for("lit-nothing"),ut=new WeakMap,B=z.createTreeWalker(z,129);function vt(i,t){if(!qe(i)||!i.hasOwnProperty("raw"))throw Error("invalid template strings array");return at!==void 0?at.createHTML(t):t}var ls=(i,t)=>{let e=i.length-1,s=[],r,o=t===2?"<svg>":t===3?"<math>":"",n=ce;for(let a=0;a<e;a++){let l=i[a],u,g,v=-1,x=0;for(;x<l.length&&(n.lastIndex=x,g=n.exec(l),g!==null);)x=n.lastIndex,n===ce?g[1]==="!--"?n=lt:g[1]!==void 0?n=pt:g[2]!==void 0?(gt.test(g[2])&&(r=RegExp("</"+g[2],"g")),n=I):g[3]!==void 0&&(n=I):n===I?g[0]===">"?(n=r!=null?r:ce,v=-1):g[1]===void 0?v=-2:(v=n.lastIndex-g[2].length,u=g[1],n=g[3]===void 0?I:g[3]==='"'?dt:ct):n===dt||n===ct?n=I:n===lt||n===pt?n=ce:(n=I,r=void 0);let w=n===I&&i[a+1].startsWith("/>")?" ":"";o+=n===ce?l+ns:v>=0?(s.push(u),l.slice(0,v)+mt+l.slice(v)+U+w):l+U+(v===-2?a:w)}return[vt(i,o+(i[e]||"<?>")+(t===2?"</svg>":t===3?"</math>":"")),s]},me=class i{constructor({strings:t,_$litType$:e},s){let r;this.parts=[];let o=0,n=0,a=t.length-1,l=this.parts,[u,g]=ls(t,e);if(this.el=i.createElement(u,s),B.currentNode=this.el.content,e===2||e===3){let v=this.el.content.firstChild;v.replaceWith(...v.childNodes)}for(;(r=B.nextNode())!==null&&l.length<a;){if(r.nodeType===1){if(r.hasAttributes())for(let v of r.getAttributeNames())if(v.endsWith(mt)){let x=g[n++],w=r.getAttribute(v).split(U),A=/([.?@])?(.*)/.exec(x);l.push({type:1,index:o,name:A[2],strings:w,ctor:A[1]==="."?Ue:A[1]==="?"?Me:A[1]==="@"?He:X}),r.removeAttribute(v)}else v.startsWith(U)&&(l.push({type:6,index:o}),r.removeAttribute(v));if(gt.test(r.tagName)){let v=r.textContent.split(U),x=v.length-1;if(x>0){r.textContent=Ce?Ce.emptyScript:"";for(let w=0;w<x;w++)r.append(v[w],ue()),B.nextNode(),l.push({type:2,index:++o});r.append(v[x],ue())}}}else if(r.nodeType===8)if(r.data===ft)l.push({type:2,index:o});else{let v=-1;for(;(v=r.data.indexOf(U,v+1))!==-1;)l.push({type:7,index:o}),v+=U.length-1}o++}}static createElement(t,e){let s=z.createElement("template");return s.innerHTML=t,s}};function Q(i,t,e=i,s){var n,a,l;if(t===V)return t;let r=s!==void 0?(n=e._$Co)==null?void 0:n[s]:e._$Cl,o=he(t)?void 0:t._$litDirective$;return(r==null?void 0:r.constructor)!==o&&((a=r==null?void 0:r._$AO)==null||a.call(r,!1),o===void 0?r=void 0:(r=new o(i),r._$AT(i,e,s)),s!==void 0?((l=e._$Co)!=null?l:e._$Co=[])[s]=r:e._$Cl=r),r!==void 0&&(t=Q(i,r._$AS(i,t.values),r,s)),t}var Fe=class{constructor(t,e){this._$AV=[],this._$AN=void 0,this._$AD=t,this._$AM=e}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(t){var u;let{el:{content:e},parts:s}=this._$AD,r=((u=t==null?void 0:t.creationScope)!=null?u:z).importNode(e,!0);B.currentNode=r;let o=B.nextNode(),n=0,a=0,l=s[0];for(;l!==void 0;){if(n===l.index){let g;l.type===2?g=new fe(o,o.nextSibling,this,t):l.type===1?g=new l.ctor(o,l.name,l.strings,this,t):l.type===6&&(g=new Le(o,this,t)),this._$AV.push(g),l=s[++a]}n!==(l==null?void 0:l.index)&&(o=B.nextNode(),n++)}return B.currentNode=z,r}p(t){let e=0;for(let s of this._$AV)s!==void 0&&(s.strings!==void 0?(s._$AI(t,s,e),e+=s.strings.length-2):s._$AI(t[e])),e++}},fe=class i{get _$AU(){var t,e;return(e=(t=this._$AM)==null?void 0:t._$AU)!=null?e:this._$Cv}constructor(t,e,s,r){var o;this.type=2,this._$AH=h,this._$AN=void 0,this._$AA=t,this._$AB=e,this._$AM=s,this.options=r,this._$Cv=(o=r==null?void 0:r.isConnected)!=null?o:!0}get parentNode(){let t=this._$AA.parentNode,e=this._$AM;return e!==void 0&&(t==null?void 0:t.nodeType)===11&&(t=e.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(t,e=this){t=Q(this,t,e),he(t)?t===h||t==null||t===""?(this._$AH!==h&&this._$AR(),this._$AH=h):t!==this._$AH&&t!==V&&this._(t):t._$litType$!==void 0?this.$(t):t.nodeType!==void 0?this.T(t):as(t)?this.k(t):this._(t)}O(t){return this._$AA.parentNode.insertBefore(t,this._$AB)}T(t){this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))}_(t){this._$AH!==h&&he(this._$AH)?this._$AA.nextSibling.data=t:this.T(z.createTextNode(t)),this._$AH=t}$(t){var o;let{values:e,_$litType$:s}=t,r=typeof s=="number"?this._$AC(t):(s.el===void 0&&(s.el=me.createElement(vt(s.h,s.h[0]),this.options)),s);if(((o=this._$AH)==null?void 0:o._$AD)===r)this._$AH.p(e);else{let n=new Fe(r,this),a=n.u(this.options);n.p(e),this.T(a),this._$AH=n}}_$AC(t){let e=ut.get(t.strings);return e===void 0&&ut.set(t.strings,e=new me(t)),e}k(t){qe(this._$AH)||(this._$AH=[],this._$AR());let e=this._$AH,s,r=0;for(let o of t)r===e.length?e.push(s=new i(this.O(ue()),this.O(ue()),this,this.options)):s=e[r],s._$AI(o),r++;r<e.length&&(this._$AR(s&&s._$AB.nextSibling,r),e.length=r)}_$AR(t=this._$AA.nextSibling,e){var s;for((s=this._$AP)==null?void 0:s.call(this,!1,!0,e);t!==this._$AB;){let r=nt(t).nextSibling;nt(t).remove(),t=r}}setConnected(t){var e;this._$AM===void 0&&(this._$Cv=t,(e=this._$AP)==null||e.call(this,t))}},X=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(t,e,s,r,o){this.type=1,this._$AH=h,this._$AN=void 0,this.element=t,this.name=e,this._$AM=r,this.options=o,s.length>2||s[0]!==""||s[1]!==""?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=h}_$AI(t,e=this,s,r){let o=this.strings,n=!1;if(o===void 0)t=Q(this,t,e,0),n=!he(t)||t!==this._$AH&&t!==V,n&&(this._$AH=t);else{let a=t,l,u;for(t=o[0],l=0;l<o.length-1;l++)u=Q(this,a[s+l],e,l),u===V&&(u=this._$AH[l]),n||(n=!he(u)||u!==this._$AH[l]),u===h?t=h:t!==h&&(t+=(u!=null?u:"")+o[l+1]),this._$AH[l]=u}n&&!r&&this.j(t)}j(t){t===h?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,t!=null?t:"")}},Ue=class extends X{constructor(){super(...arguments),this.type=3}j(t){this.element[this.name]=t===h?void 0:t}},Me=class extends X{constructor(){super(...arguments),this.type=4}j(t){this.element.toggleAttribute(this.name,!!t&&t!==h)}},He=class extends X{constructor(t,e,s,r,o){super(t,e,s,r,o),this.type=5}_$AI(t,e=this){var n;if((t=(n=Q(this,t,e,0))!=null?n:h)===V)return;let s=this._$AH,r=t===h&&s!==h||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,o=t!==h&&(s===h||r);r&&this.element.removeEventListener(this.name,this,s),o&&this.element.addEventListener(this.name,this,t),this._$AH=t}handleEvent(t){var e,s;typeof this._$AH=="function"?this._$AH.call((s=(e=this.options)==null?void 0:e.host)!=null?s:this.element,t):this._$AH.handleEvent(t)}},Le=class{constructor(t,e,s){this.element=t,this.type=6,this._$AN=void 0,this._$AM=e,this.options=s}get _$AU(){return this._$AM._$AU}_$AI(t){Q(this,t)}};var De=de.litHtmlPolyfillSupport,ht;De==null||De(me,fe),((ht=de.litHtmlVersions)!=null?ht:de.litHtmlVersions=[]).push("3.3.3");var $t=(i,t,e)=>{var o,n;let s=(o=e==null?void 0:e.renderBefore)!=null?o:t,r=s._$litPart$;if(r===void 0){let a=(n=e==null?void 0:e.renderBefore)!=null?n:null;s._$litPart$=r=new fe(t.insertBefore(ue(),a),a,void 0,e!=null?e:{})}return r._$AI(i),r};var K=globalThis,_=class extends T{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){var e,s;let t=super.createRenderRoot();return(s=(e=this.renderOptions).renderBefore)!=null||(e.renderBefore=t.firstChild),t}update(t){let e=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=$t(e,this.renderRoot,this.renderOptions)}connectedCallback(){var t;super.connectedCallback(),(t=this._$Do)==null||t.setConnected(!0)}disconnectedCallback(){var t;super.disconnectedCallback(),(t=this._$Do)==null||t.setConnected(!1)}render(){return V}},bt;_._$litElement$=!0,_.finalized=!0,(bt=K.litElementHydrateSupport)==null||bt.call(K,{LitElement:_});var Be=K.litElementPolyfillSupport;Be==null||Be({LitElement:_});var yt;((yt=K.litElementVersions)!=null?yt:K.litElementVersions=[]).push("4.2.2");var ps={attribute:!0,type:String,converter:pe,reflect:!1,hasChanged:we},cs=(i=ps,t,e)=>{let{kind:s,metadata:r}=e,o=globalThis.litPropertyMetadata.get(r);if(o===void 0&&globalThis.litPropertyMetadata.set(r,o=new Map),s==="setter"&&((i=Object.create(i)).wrapped=!0),o.set(e.name,i),s==="accessor"){let{name:n}=e;return{set(a){let l=t.get.call(this);t.set.call(this,a),this.requestUpdate(n,l,i,!0,a)},init(a){return a!==void 0&&this.C(n,void 0,i,a),a}}}if(s==="setter"){let{name:n}=e;return function(a){let l=this[n];t.call(this,a),this.requestUpdate(n,l,i,!0,a)}}throw Error("Unsupported decorator location: "+s)};function y(i){return(t,e)=>typeof e=="object"?cs(i,t,e):((s,r,o)=>{let n=r.hasOwnProperty(o);return r.constructor.createProperty(o,s),n?Object.getOwnPropertyDescriptor(r,o):void 0})(i,t,e)}function M(i){return y({...i,state:!0,attribute:!1})}var G=(i,t,e)=>(e.configurable=!0,e.enumerable=!0,Reflect.decorate&&typeof t!="object"&&Object.defineProperty(i,t,e),e);function W(i,t){return(e,s,r)=>{let o=n=>{var a,l;return(l=(a=n.renderRoot)==null?void 0:a.querySelector(i))!=null?l:null};if(t){let{get:n,set:a}=typeof s=="object"?e:r!=null?r:(()=>{let l=Symbol();return{get(){return this[l]},set(u){this[l]=u}}})();return G(e,s,{get(){let l=n.call(this);return l===void 0&&(l=o(this),(l!==null||this.hasUpdated)&&a.call(this,l)),l}})}return G(e,s,{get(){return o(this)}})}}var xt=`/* Every colour of the chat and of our pages. Text pairs keep 4.5:1, edges of controls 3:1. */
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
`;var wt=xe(xt),E=C`
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
`;var ge=class extends Error{constructor(t,e){super(t),this.name="ParseError",this.type=e.type,this.field=e.field,this.value=e.value,this.line=e.line}},Ct=10,us=13,J=32;function ze(i){}function Et(i){if(typeof i=="function")throw new TypeError("`config` must be an object, got a function instead. Did you mean `createParser({onEvent: fn})`?");let{onEvent:t=ze,onError:e=ze,onRetry:s=ze,onComment:r,maxBufferSize:o}=i,n=[],a=0,l=!0,u,g="",v=0,x,w=!1;function A(m){if(w)throw new Error("Cannot feed parser: it was terminated after exceeding the configured max buffer size. Call `reset()` to resume parsing.");if(l&&(l=!1,m.charCodeAt(0)===239&&m.charCodeAt(1)===187&&m.charCodeAt(2)===191&&(m=m.slice(3))),n.length===0){let S=q(m);S!==""&&(n.push(S),a=S.length),j();return}if(m.indexOf(`
`)===-1&&m.indexOf("\r")===-1){n.push(m),a+=m.length,j();return}n.push(m);let c=n.join("");n.length=0,a=0;let b=q(c);b!==""&&(n.push(b),a=b.length),j()}function j(){o!==void 0&&(a+g.length<=o||(w=!0,n.length=0,a=0,u=void 0,g="",v=0,x=void 0,e(new ge(`Buffered data exceeded max buffer size of ${o} characters`,{type:"max-buffer-size-exceeded"}))))}function q(m){let c=0;if(m.indexOf("\r")===-1){let b=m.indexOf(`
`,c);for(;b!==-1;){if(c===b){v>0&&t({id:u,event:x,data:g}),u=void 0,g="",v=0,x=void 0,c=b+1,b=m.indexOf(`
`,c);continue}let S=m.charCodeAt(c);if(_t(m,c,S)){let R=m.charCodeAt(c+5)===J?c+6:c+5,D=m.slice(R,b);if(v===0&&m.charCodeAt(b+1)===Ct){t({id:u,event:x,data:D}),u=void 0,g="",x=void 0,c=b+2,b=m.indexOf(`
`,c);continue}g=v===0?D:`${g}
${D}`,v++}else At(m,c,S)?x=m.slice(m.charCodeAt(c+6)===J?c+7:c+6,b)||void 0:ne(m,c,b);c=b+1,b=m.indexOf(`
`,c)}return m.slice(c)}for(;c<m.length;){let b=m.indexOf("\r",c),S=m.indexOf(`
`,c),R=-1;if(b!==-1&&S!==-1?R=b<S?b:S:b!==-1?b===m.length-1?R=-1:R=b:S!==-1&&(R=S),R===-1)break;ne(m,c,R),c=R+1,m.charCodeAt(c-1)===us&&m.charCodeAt(c)===Ct&&c++}return m.slice(c)}function ne(m,c,b){if(c===b){Kt();return}let S=m.charCodeAt(c);if(_t(m,c,S)){let Z=m.charCodeAt(c+5)===J?c+6:c+5,Ye=m.slice(Z,b);g=v===0?Ye:`${g}
${Ye}`,v++;return}if(At(m,c,S)){x=m.slice(m.charCodeAt(c+6)===J?c+7:c+6,b)||void 0;return}if(S===105&&m.charCodeAt(c+1)===100&&m.charCodeAt(c+2)===58){let Z=m.slice(m.charCodeAt(c+3)===J?c+4:c+3,b);Z.includes("\0")||(u=Z);return}if(S===58){if(r){let Z=m.slice(c,b);r(Z.slice(m.charCodeAt(c+1)===J?2:1))}return}let R=m.slice(c,b),D=R.indexOf(":");if(D===-1){Je(R,"",R);return}let Jt=R.slice(0,D),Yt=R.charCodeAt(D+1)===J?2:1,Zt=R.slice(D+Yt);Je(Jt,Zt,R)}function Je(m,c,b){switch(m){case"event":x=c||void 0;break;case"data":g=v===0?c:`${g}
${c}`,v++;break;case"id":c.includes("\0")||(u=c);break;case"retry":/^\d+$/.test(c)?s(parseInt(c,10)):e(new ge(`Invalid \`retry\` value: "${c}"`,{type:"invalid-retry",value:c,line:b}));break;default:e(new ge(`Unknown field "${m.length>20?`${m.slice(0,20)}…`:m}"`,{type:"unknown-field",field:m,value:c,line:b}));break}}function Kt(){v>0&&t({id:u,event:x,data:g}),u=void 0,g="",v=0,x=void 0}function Gt(m={}){if(m.consume&&n.length>0){let c=n.join("");ne(c,0,c.length)}l=!0,u=void 0,g="",v=0,x=void 0,n.length=0,a=0,w=!1}return{feed:A,reset:Gt}}function _t(i,t,e){return e===100&&i.charCodeAt(t+1)===97&&i.charCodeAt(t+2)===116&&i.charCodeAt(t+3)===97&&i.charCodeAt(t+4)===58}function At(i,t,e){return e===101&&i.charCodeAt(t+1)===118&&i.charCodeAt(t+2)===101&&i.charCodeAt(t+3)===110&&i.charCodeAt(t+4)===116&&i.charCodeAt(t+5)===58}async function*kt(i){let t=[],e=Et({onEvent:({id:o,event:n,data:a})=>t.push({id:Number(o)||0,type:n!=null?n:"",data:JSON.parse(a)})}),s=new TextDecoder,r=i.getReader();try{for(;;){let{done:o,value:n}=await r.read();if(o)break;e.feed(s.decode(n,{stream:!0})),yield*t.splice(0)}}finally{r.cancel().catch(()=>{})}}var ve=class extends Error{constructor(e){super(e.detail||e.title);this.problem=e}},Y=class extends Error{},St="application/json",_e=class{constructor(t,e=(...s)=>fetch(...s)){this.fetcher=e;this.home=t.replace(/\/+$/,""),this.root=`${this.home}/api/v1`}page(t){return`${this.home}/${t}`}start(t){return this.json("POST","/conversations",{channel:"web",...t?{as_of:t}:{}})}conversation(t){return this.json("GET",`/conversations/${encodeURIComponent(t)}`)}erase(t){return this.json("DELETE",`/conversations/${encodeURIComponent(t)}`)}setFacts(t,e){return this.json("POST",`/conversations/${encodeURIComponent(t)}/facts`,{facts:e})}feedback(t,e,s,r){return this.json("POST",`/conversations/${encodeURIComponent(t)}/feedback`,{turn:e,rating:s,reason:r})}clause(t){return this.json("GET",`/clauses/${encodeURIComponent(t.document)}/${t.number}`)}async facts(){let t=await this.json("GET","/facts");return Array.isArray(t)?t:t.facts}turn(t,e,s){let r=JSON.stringify({text:e,client_id:s});return this.stream(`/conversations/${encodeURIComponent(t)}/turns`,{method:"POST",body:r})}resume(t,e){let s={"Last-Event-ID":String(e)};return this.stream(`/conversations/${encodeURIComponent(t)}/events`,{method:"GET",headers:s})}async*stream(t,e){let s=await this.request(t,e,"text/event-stream");if(!(s.status===204||!s.body))try{yield*kt(s.body)}catch(r){throw new Y(String(r))}}async json(t,e,s){let r={method:t,...s===void 0?{}:{body:JSON.stringify(s)}},o=await this.request(e,r,St);return o.status===204?void 0:await o.json()}async request(t,e,s){let r={Accept:s,...e.headers};e.body&&(r["Content-Type"]=St);let o;try{o=await this.fetcher(this.root+t,{...e,headers:r,credentials:"omit"})}catch(n){throw new Y(String(n))}if(o.ok)return o;throw o.status>=502?new Y(String(o.status)):new ve(await hs(o))}};async function hs(i){try{let{title:t="",detail:e=""}=await i.json();return{title:t,detail:e,status:i.status}}catch{return{title:i.statusText,detail:"",status:i.status}}}var d={title:"政策问答",close:"关闭",full:"全屏",leaveFull:"还原",placeholder:"直接说您的情况和问题",inputLabel:"输入您的问题",send:"发送",personalData:"请不要输入姓名、身份证号、手机号。",looksPersonal:"这像是证件号或手机号。不需要提供；若发送，会在保存前遮住。",disclaimer:"智能助手按条文和规则答复，供参考，以主管部门解释为准。",log:"对话记录",you:"您说：",assistant:"助手答：",working:"正在查找",finished:"回答完成。",offline:"网络已断开。您的话已留在这里，恢复后自动发送。",notReached:"连不上服务，这一步没有做成，请稍后再试。",reconnecting:"连接中断，正在重新连接…",unsent:"待发送",failed:"没有发出去",retry:"重新发送",erasedHere:"这次对话已不在服务器上。",dontKnow:"不知道",why:"为什么问",whySent:"为什么问这个",more:"更多选项",options:"可以直接点选",suggestions:"您可能还想问",undo:"撤销",restart:"重新开始",person:"转人工",call:"拨打",menu:"更多",about:"关于这个助手",largeText:"大字",dark:"深色",erase:"清除本次对话",eraseConfirm:"清除后不能恢复，服务器上的记录也一并删除。",eraseYes:"清除",cancel:"取消",understood:"听到的是",corrected:"改为",retracted:"去掉",myFacts:"我的情况",noFacts:"还没有记下任何情况。您说的每一项都会列在这里，可以随时更改。",said:"您说的",inferred:"推知",byForm:"您填的",edit:"更改",remove:"删除",save:"保存",yes:"是",no:"否",choose:"请选择",hypothetical:"假设，不记入您的情况",conclusionPrefix:"结论：",proof:"为什么是这个结论",proofSoFar:"逐项核对到哪一步",clauseWords:"条文原话",excepted:"属于除外",notExcepted:"不在除外之列",notNeeded:"不需要",anyOf:"满足其中一项",allOf:"各项都满足",yourCase:"您的情况",earliest:"最早符合日期",shortBy:"还差",decides:"由谁认定",sources:"依据",clauseSheet:"条款原文",clauseLoading:"正在取条文…",clauseFailed:"条文暂时取不到，引用的原话如下。",document:"文件",documentNumber:"文号",issued:"成文日期",issuer:"发文机关",status:"效力",statusWords:{in_force:"现行有效",trial:"试行",repealed:"已废止"},copy:"复制",copied:"已复制",copyFailed:"复制不了，请长按选取文字",up:"有用",down:"没用",thanks:"谢谢反馈。",downReason:"哪里不对？（可不填）",downReasons:["没听懂我的话","答非所问","结论不对","看不明白"],submit:"提交",readAloud:"朗读",stopReading:"停止朗读",questionBelow:"下面还有一个问题 ↓",toEnd:"往下看",eitherReading:i=>`怎么理解都${i}`,readAs:i=>`理解为“${i}”`,clause:i=>`第${i}条`,cite:(i,t)=>`依据${i}：第${t}条，查看原文`,outcome:{met:"符合",not_met:"不符合",needs_facts:"还差信息",needs_determination:"待认定",divergent:"理解不一"},outcomeMark:{met:"✓",not_met:"✕",needs_facts:"？",needs_determination:"…",divergent:"≠"},nodeStatus:{true:"满足",false:"不满足",unknown:"未知"},nodeMark:{true:"✓",false:"✕",unknown:"？",idle:"–"}};function Ve(i){return i===!0?d.yes:i===!1?d.no:i==null?"":String(i)}function Ae(i,t){var n,a;let{short_label:e,type:s,unit:r=""}=i;if(s==="number")return`${e}${t}${r}`;if(t===!0)return e;let o=(a=(n=$e(i).find(l=>l.value===t))==null?void 0:n.label)!=null?a:Ve(t);return`${e}：${o}`}function $e(i){var t,e;return(t=i.options)!=null&&t.length?i.options:i.type==="boolean"?[{value:!0,label:d.yes},{value:!1,label:d.no}]:((e=i.values)!=null?e:[]).map(s=>({value:s,label:s}))}var f={search:"查条款和政策事项",searchHint:"按 / 跳到这里，↑↓ 选择，回车打开",results:"查询结果",nothing:"没有足够接近的条款。换个说法，或按条号查，如“第12条”。",clauses:"条款",entitlements:"政策事项",outcomes:"各项结论",groups:[["met","符合",["met"]],["person","要由人认定",["needs_determination","divergent"]],["open","还差信息",["needs_facts"]],["ruled-out","不符合",["not_met"]]],caseHeading:"来电人情况",tell:"把来电人的话打在这里，回车填入",tellSend:"填入",notHeard:"这句话里没有听出可填的情况。",askNext:"最该先问",matter:"与所选事项有关",known:"已知情况",set:"记下",others:"其他已知情况",settled:"与所选事项有关的情况已经问全。",noCase:"先选一个事项，或直接把来电人的话打进来。",clear:"换一位来电人",suppose:"做假设",stopSupposing:"结束假设",supposeHeading:"假设对比",supposeHint:"下面改的只是假设，不动来电人的情况。",now:"现在",then:"假设后",same:"所有结论都不变。",guide:[["查条文","左上角输入几个字，选一条，命中的词会标出来。按 / 随时回到查询框。"],["判情况","把来电人的话打在右边，回车；左边各项的结论随时更新。"],["给答复","点一项看结论和理由，“复制答复”可直接念或粘贴。"]],reply:"可读给来电人听的答复",copyReply:"复制答复",copyLink:"复制本案链接",linkCopied:"链接已复制。链接里有来电人的情况，请只发给同事。",print:"打印",clauseText:"条款原文",undefined:"未知",unreachable:"连不上服务，请检查网络后再试。",replyParts:{outcome:"结论",reason:"理由",clause:"依据",decides:"由谁认定",missing:"还需要了解",note:"说明"},shortBy:(i,t,e,s)=>`${i}现在 ${t} ${s}，须满 ${e} ${s}。`,callerSaid:i=>`来电人说：“${i}”`,reasons:{true:i=>`✓ ${i}`,false:i=>`✕ ${i}`,unknown:i=>`？ 还不知道：${i}`,excepted:i=>`✕ ${i}，属于除外`,notExcepted:i=>`✓ ${i}，不在除外之列`},clauseSays:i=>`——条文：「${i}」`,local:"以当地人社部门现行口径为准。",readings:i=>`条文有不同理解，按其中 ${i} 种得出的结论不一致，须由人社部门确定。`};var Ee=class extends EventTarget{constructor(e){super();this.knowledge=e;this.vocabulary={};this.entitlements=[];this.told={facts:{},bounds:{}};this.supposed=null;this.quotes={};this.decisions=[];this.supposedDecisions=[];this.chosen="";this.askNext=null;this.problem="";this.heard="";this.asked=0}async open(e){e&&(this.told=e),await this.attempt(async()=>{let[s,r]=await Promise.all([this.knowledge.facts(),this.knowledge.entitlements()]);this.vocabulary=Object.fromEntries(s.map(o=>[o.id,o])),this.entitlements=r}),await this.decide()}get decision(){return this.decisions.find(({entitlement:e})=>e===this.chosen)}get relevant(){var a,l,u,g;let e=Object.keys(this.told.facts),s=(l=(a=this.entitlements.find(({id:v})=>v===this.chosen))==null?void 0:a.facts)!=null?l:[],r=(g=(u=this.decision)==null?void 0:u.missing)!=null?g:[],o=this.askNext?[this.askNext]:[],n=this.chosen?[...o,...r,...s.filter(v=>v in this.told.facts),...this.findings]:[...o,...e];return[...new Set(n)].map(v=>this.vocabulary[v]).filter(v=>!!v)}get others(){let e=new Set(this.relevant.map(({id:s})=>s));return Object.keys(this.told.facts).filter(s=>!e.has(s)).map(s=>this.vocabulary[s]).filter(s=>!!s)}choose(e){return this.chosen=e,this.decide()}set(e,s,r=!1){var o;if(r)this.supposed=Rt((o=this.supposed)!=null?o:{},e,s);else{let{[e]:n,...a}=this.told.bounds;delete this.quotes[e],this.told={facts:Rt(this.told.facts,e,s),bounds:a}}return this.decide()}async fill(e){await this.attempt(async()=>{let{facts:s,bounds:r,commands:o}=await this.knowledge.understand(e,this.askNext);for(let{fact:a,quote:l}of o)a&&l&&(this.quotes[a]=l);this.told={facts:{...this.told.facts,...s},bounds:{...this.told.bounds,...r}};let n=Object.keys({...s,...r}).map(a=>this.inWords(a,s[a]));this.heard=n.length?`${f.set}：${n.join("、")}`:f.notHeard}),await this.decide()}suppose(e){return this.supposed=e?{}:null,this.decide()}clear(){return Object.assign(this,{told:{facts:{},bounds:{}},quotes:{},supposed:null,heard:"",problem:""}),this.decide()}inWords(e,s){let r=this.vocabulary[e];return r?s===void 0?r.short_label:Ae(r,s):e}get findings(){var e,s;return(s=(e=this.decision)==null?void 0:e.determinations.map(({fact:r})=>r))!=null?s:[]}async decide(){let e=++this.asked;this.changed(),await this.attempt(async()=>{var l;let{facts:s,bounds:r}=this.told,[o,n,a]=await Promise.all([this.knowledge.check(s,r),this.chosen?this.knowledge.check(s,r,[this.chosen]):null,this.supposed?this.knowledge.check({...s,...this.supposed},r):null]);e===this.asked&&(this.decisions=o.decisions,this.askNext=(n!=null?n:o).ask_next,this.supposedDecisions=(l=a==null?void 0:a.decisions)!=null?l:[])},()=>e===this.asked),this.changed()}async attempt(e,s=()=>!0){let r="";try{await e()}catch(o){if(o instanceof ve)r=o.message;else if(o instanceof Y)r=f.unreachable;else throw o}s()&&(this.problem=r)}changed(){this.dispatchEvent(new Event("change"))}};function Rt(i,t,e){let{[t]:s,...r}=i;return e===null?r:{...r,[t]:e}}function Tt(i,t,e){let s=new URL(i);return s.hash="case="+encodeURIComponent(JSON.stringify({...t,chosen:e})),s.href}function Pt(i){var e;let t=(e=/^#case=(.+)$/.exec(i))==null?void 0:e[1];if(!t)return null;try{let{facts:s={},bounds:r={},chosen:o=""}=JSON.parse(decodeURIComponent(t));return{facts:s,bounds:r,chosen:o}}catch{return null}}var ke=class extends _e{async entitlements(){return(await this.json("GET","/entitlements")).entitlements}async search(t){let e=await this.json("GET",`/clauses?limit=8&q=${encodeURIComponent(t)}`);return e.refused?[]:e.hits}check(t,e,s){let r=Object.entries(e).map(([o,{at_least:n,below:a}])=>[o,{at_least:n!=null?n:null,below:a!=null?a:null}]);return this.json("POST","/check",{facts:t,bounds:Object.fromEntries(r),...s?{entitlements:s}:{}})}understand(t,e){return this.json("POST","/understand",{text:t,asked:e})}};var Se=class{constructor(t){this.host=t;this.page=null;this.failed=!1;this.asked=0;this.kept=new Map;t.addController(this)}hostConnected(){}async read(t,e,s){var n;let r=`${e.document}/${e.number}`,o=++this.asked;if(Object.assign(this,{citation:s,failed:!1,page:(n=this.kept.get(r))!=null?n:null}),this.host.requestUpdate(),!this.page){try{let a=await t.clause(e);this.kept.set(r,a),o===this.asked&&(this.page=a)}catch{o===this.asked&&(this.failed=!0)}this.host.requestUpdate()}}};function ee(i,t,e){i.dispatchEvent(new CustomEvent(t,{detail:e,bubbles:!0,composed:!0}))}function k(i,t){customElements.get(i)||customElements.define(i,t)}async function Ot(i){try{return await navigator.clipboard.writeText(i),!0}catch{return ms(i)}}function ms(i){let t=document.createElement("textarea");t.value=i,t.setAttribute("aria-hidden","true"),t.style.position="fixed",t.style.opacity="0",document.body.append(t),t.select();try{return document.execCommand("copy")}finally{t.remove()}}function Re(i,t){if(i.kind==="exception"&&i.status!=="unknown")return i.status==="true"?{tone:"false",words:d.excepted}:{tone:"true",words:d.notExcepted};if(t&&Dt(t)&&t.status==="true"&&i.status!=="true")return{tone:"idle",words:d.notNeeded};let e=d.nodeStatus[i.status];return{tone:i.status,words:Ft(i,t)&&Ke(i)?d.eitherReading(e):e}}function Nt(i,t){return Re(i,t).tone==="idle"?!1:!Ft(i,t)||!Ke(i)}function Te({kind:i,text:t},e){return i==="reading"&&(e==null?void 0:e.kind)==="reading"?d.readAs(t):t||(i==="any"?d.anyOf:d.allOf)}function jt(i){var r;let t=((r=i.children)!=null?r:[]).filter(o=>Re(o).tone==="false"),e=i.status==="false"&&t.length?t.flatMap(te):te(i),s=new Set;return e.filter(o=>{let n=`${o.kind}${o.text}`;return!s.has(n)&&s.add(n)})}function te(i){var r;let t=(r=i.children)!=null?r:[];if(!t.length||i.kind==="exception")return[i];if(i.kind==="reading"&&Ke(i))return te(t[0]);let e=t.filter(({status:o})=>o==="true").map(te);if(Dt(i)&&e.length)return fs(e);let s=t.filter(({status:o,kind:n})=>o==="false"&&n!=="exception");return i.kind==="all"&&i.status==="false"?s.flatMap(te):t.flatMap(te)}function fs(i){return i.reduce((t,e)=>e.length<t.length?e:t)}function Dt({kind:i}){return i==="any"||i==="case"}function Ft({kind:i},t){return i==="reading"&&(t==null?void 0:t.kind)!=="reading"}function Ke({children:i=[]}){return i.every(({status:t})=>{var e;return t===((e=i[0])==null?void 0:e.status)})}function Ut({decision:i,clause:t,grants:e,vocabulary:s}){let{replyParts:r}=f,{outcome:o,label:n,determinations:a,missing:l,earliest:u,short_by:g,readings:v}=i,x=A=>{var j,q;return(q=(j=s[A])==null?void 0:j.short_label)!=null?q:A},w=[`【${r.outcome}】${d.outcome[o]}：${n}`];return o==="met"&&e&&(w[0]+=`（${e}）`),w.push(`【${r.reason}】`,...vs(jt(i.proof)).map(A=>$s(A,s))),w.push(...g.map(({fact:A,have:j,need:q,unit:ne})=>`${d.shortBy}：${f.shortBy(x(A),j,q,ne)}`)),u&&w.push(`${d.earliest}：${u.date}`),o==="divergent"&&w.push(f.readings(v.length)),l.length&&w.push(`【${r.missing}】${l.map(x).join("、")}`),a.length&&w.push(`【${r.decides}】${a.map(A=>`${A.label}：${A.by}`).join("；")}`),t&&w.push(`【${r.clause}】${gs(t)}`,t.text),w.push(`【${r.note}】${f.local}`),w.join(`
`)}function gs({document:i,clause:t,label:e}){let s=i.status?d.statusWords[i.status]:"";return`《${i.title}》（${[i.number,i.issued,s].filter(Boolean).join("，")}）${e||d.clause(t.number)}`}function vs(i){let t=new Set(i.filter(({quote:e})=>e).map(({fact:e})=>e));return i.filter(({quote:e,fact:s})=>e||!s||!t.has(s))}function $s(i,t){var A;let{fact:e,value:s,status:r,kind:o,quote:n}=i,a=e?t[e]:void 0,u=(s==null?bs(i):a&&Ae(a,s))||((A=a==null?void 0:a.short_label)!=null?A:Te(i)),{excepted:g,notExcepted:v,...x}=f.reasons;return(o==="exception"&&{true:g,false:v,unknown:x.unknown}[r]||x[r])(u)+(n?f.clauseSays(n):"")}function bs({children:i=[]}){var t;return(t=i.find(({kind:e})=>e==="law"))==null?void 0:t.text}var H=class extends _{constructor(){super(...arguments);this.page=null;this.failed=!1}render(){return this.page?this.whole(this.page):this.failed?p`<p>${d.clauseFailed}</p>${this.citation?p`<p class="text"><mark>${this.citation.quote}</mark></p>`:h}`:p`<p>${d.clauseLoading}</p>`}whole({label:e,title:s,text:r,path:o,document:n,clause:a}){var u,g;let l=(u=this.ranges)!=null?u:this.citation?[this.citation]:[];return p`${o!=null&&o.length?p`<p class="path wrap">${o.join(" › ")}</p>`:h}
<h3 class="wrap">${e||d.clause(a.number)}${s&&!r.includes(s)?p` ${s}`:h}</h3>
<p class="text wrap" part="text">${Ge(r,l)}</p>
<dl>
<dt>${d.document}</dt><dd class="wrap">《${n.title}》</dd>
<dt>${d.documentNumber}</dt><dd class="wrap">${n.number}</dd>
${Mt(d.issuer,n.issuer)}${Mt(d.issued,n.issued)}
${n.status?p`<dt>${d.status}</dt><dd><span class=${n.status}>${(g=d.statusWords[n.status])!=null?g:n.status}</span></dd>`:h}
</dl>`}};H.styles=[E,C`
:host { display: grid; gap: 12px; }
.path { color: var(--pa-text-2); font-size: .875em; }
h3 { font-size: 1em; }
.text { white-space: pre-wrap; line-height: 1.8; }
mark { background: var(--pa-mark); color: var(--pa-mark-text); border-bottom: 2px solid currentColor; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .3em 1em; font-size: .875em; border-top: 1px solid var(--pa-line); padding-top: 12px; }
dt { color: var(--pa-text-2); }
.trial { display: inline-block; border: 1px solid var(--pa-person); color: var(--pa-person); background: var(--pa-person-soft); border-radius: 4px; padding: 0 .4em; }
`],$([y({attribute:!1})],H.prototype,"page",2),$([y({attribute:!1})],H.prototype,"citation",2),$([y({attribute:!1})],H.prototype,"ranges",2),$([y({type:Boolean})],H.prototype,"failed",2);function Mt(i,t){return t?p`<dt>${i}</dt><dd class="wrap">${t}</dd>`:h}function Ge(i,t){let e=[],s=0;for(let{start:r,end:o}of[...t].sort((n,a)=>n.start-a.start)){let n=Math.max(r,s);o<=n||(e.push(i.slice(s,n),p`<mark>${i.slice(n,o)}</mark>`),s=o)}return e.push(i.slice(s)),e}k("policy-clause",H);var Ht=C`
.keep { white-space: nowrap; }
.cite {
position: relative; min-height: 0; min-width: 1.5em; padding: 0 .35em; margin: 0 .1em; border-radius: 4px; line-height: 1.5;
font-size: .75em; vertical-align: .25em; background: var(--pa-accent-soft); color: var(--pa-accent); font-weight: 600;
}
.cite::after { content: ''; position: absolute; inset: -10px -6px; }
.cite.wide { font-size: .875em; vertical-align: baseline; padding: .1em .5em; flex: none; border: 1px solid currentColor; background: none; color: var(--pa-text); }
`,Lt=C`
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
`;function qt(i,t){let e=[];for(let s of i.split(/(\[[1-9]\d?\])/)){let r=/^\[\d+\]$/.test(s)?Number(s.slice(1,-1)):0;r>0&&r<=t?e.push(r):typeof e[e.length-1]=="string"?e.push(`${e.pop()}${s}`):s&&e.push(s)}return e}function ys(i,t,e){return i.split(`
`).filter(s=>s.trim()).map(s=>p`<p class="wrap">${qt(s,t.length).map((r,o,n)=>xs(r,t,e,n[o+1],n[o-1]))}</p>`)}function Bt({kind:i,text:t},e,s){return p`<div class=${i}>${ys(t,e,s)}</div>`}var It=2;function xs(i,t,e,s,r){let o=n=>ws(n,t[n-1],e);return typeof i=="number"?typeof r=="string"?h:o(i):typeof s!="number"?i:p`${i.slice(0,-It)}<span class="keep">${i.slice(-It)}${o(s)}</span>`}function ws(i,t,e){let s=()=>ee(e,"policy-cite",{clause:t.clause,citation:t});return p`<button class="cite" aria-label=${d.cite(i,t.clause.number)} @click=${s}>${i}</button>`}var se=class extends _{constructor(){super(...arguments);this.facts={}}render(){if(!this.node)return h;let{kind:e,children:s}=this.node,r=e==="entitlement"&&(s!=null&&s.length)?s:[this.node];return p`<ul>${r.map(o=>this.step(o))}</ul>`}step(e,s){var n;let r=(n=e.children)!=null?n:[],o=this.line(e,s);return r.length?p`<li part="node">
<details ?open=${Nt(e,s)}>
<summary>${o}</summary>
${this.words(e,s)}
<ul>${r.map(a=>this.step(a,e))}</ul>
</details>
</li>`:p`<li part="node"><div class="line">${o}</div>${this.words(e,s)}</li>`}line(e,s){let{tone:r,words:o}=Re(e,s);return p`<span class="mark ${r}" aria-hidden="true">${d.nodeMark[r]}</span>
<span class="wrap">${Te(e,s)} <span class="status ${r}">${o}</span></span>`}words({quote:e,text:s,fact:r,value:o},n){var u;let a=r?this.facts[r]:void 0,l=o==null?"":(u=a==null?void 0:a.display)!=null?u:Ve(o);return[e&&!s.includes(e)&&e!==(n==null?void 0:n.quote)?p`<p class="words wrap">${d.clauseWords}：“${e}”</p>`:h,r&&l?p`<p class="words wrap">${d.yourCase}：${l}${a!=null&&a.quote?`（“${a.quote}”）`:""}</p>`:h]}};se.styles=[E,C`
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
`],$([y({attribute:!1})],se.prototype,"node",2),$([y({attribute:!1})],se.prototype,"facts",2);k("policy-proof",se);var P=class extends _{constructor(){super(...arguments);this.blocks=[];this.citations=[];this.facts={};this.hypothetical=!1}render(){let{decision:e}=this;if(!e)return h;let{outcome:s,label:r,clause:o}=e;return p`<article class=${s} part="card">
<header>
<span class="badge" part="outcome"><span aria-hidden="true">${d.outcomeMark[s]} </span>${d.outcome[s]}</span>
<button class="cite wide" @click=${()=>ee(this,"policy-cite",{clause:o})}>${d.clause(o.number)}</button>
<h3 class="wrap">${r}${this.hypothetical?p`<br /><span class="small">${d.hypothetical}</span>`:h}</h3>
</header>
<div class="body">${this.blocks.map(n=>Bt(Cs(n),this.citations,this))}${this.blocks.length?h:this.particulars(e)}</div>
<div class="foot">
<details>
<summary>${s==="needs_facts"?d.proofSoFar:d.proof}</summary>
<policy-proof .node=${e.proof} .facts=${this.facts}></policy-proof>
</details>
</div>
</article>`}particulars({determinations:e,earliest:s,short_by:r}){let o=[...e.length?[[d.decides,e.map(({label:n,by:a})=>`${n}（${a}）`).join("；")]]:[],...r.map(({fact:n,have:a,need:l,unit:u})=>{var g,v;return[d.shortBy,`${(v=(g=this.facts[n])==null?void 0:g.label)!=null?v:n} ${_s(l-a)} ${u}`]}),...s?[[d.earliest,s.date]]:[]];return o.length?p`<dl>${o.map(([n,a])=>p`<dt>${n}</dt><dd class="wrap">${a}</dd>`)}</dl>`:h}};P.styles=[E,Ht,Lt,C`
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
`],$([y({attribute:!1})],P.prototype,"decision",2),$([y({attribute:!1})],P.prototype,"blocks",2),$([y({attribute:!1})],P.prototype,"citations",2),$([y({attribute:!1})],P.prototype,"facts",2),$([y({type:Boolean})],P.prototype,"hypothetical",2);function Cs(i){return i.kind==="conclusion"&&i.text.startsWith(d.conclusionPrefix)?{...i,text:i.text.slice(d.conclusionPrefix.length)}:i}function _s(i){return Math.round(i*100)/100}k("policy-decision",P);var O=class extends _{constructor(){super(...arguments);this.page=null;this.ranges=[];this.failed=!1;this.note=""}render(){let{decision:e,supposed:s}=this.file;return!e&&!this.page&&!this.failed?this.guide():p`${s&&e?this.comparison(e):h}${e?this.answer(e):h}
<section><h2>${f.clauseText}</h2>
<policy-clause .page=${this.page} .ranges=${this.ranges.length?this.ranges:this.quoted()} ?failed=${this.failed}></policy-clause></section>`}guide(){return p`<section class="guide">${f.guide.map(([e,s])=>p`<div><h2>${e}</h2><p>${s}</p></div>`)}</section>`}quoted(){var s,r,o;let e=(r=(s=this.page)==null?void 0:s.text)!=null?r:"";return Vt((o=this.file.decision)==null?void 0:o.proof).map(n=>({start:e.indexOf(n),end:e.indexOf(n)+n.length})).filter(({start:n})=>n>=0)}answer(e){let{file:s}=this;return p`<section>
${this.card(e)}
<div class="row">
<button class="primary" @click=${()=>this.copy(this.reply(e),d.copied)}>${f.copyReply}</button>
<button class="chip quiet" aria-pressed=${!!s.supposed} @click=${()=>s.suppose(!s.supposed)}>${s.supposed?f.stopSupposing:f.suppose}</button>
<button class="plain" @click=${()=>this.copy(Tt(location.href,s.told,s.chosen),f.linkCopied)}>${f.copyLink}</button>
<button class="plain" @click=${()=>print()}>${f.print}</button>
<span class="small" role="status">${this.note}</span>
</div>
<h2>${f.reply}</h2>
<pre class="wrap">${this.reply(e)}</pre>
</section>`}comparison(e){let s=new Map(this.file.decisions.map(n=>[n.entitlement,n])),r=this.file.supposedDecisions.filter(({entitlement:n,outcome:a})=>{var l;return((l=s.get(n))==null?void 0:l.outcome)!==a}),o=this.file.supposedDecisions.find(({entitlement:n})=>n===e.entitlement);return p`<section><h2>${f.supposeHeading}</h2>
<p class="small">${f.supposeHint}</p>
${o?p`<div class="sides"><div><h3>${f.now}</h3>${this.card(e)}</div><div><h3>${f.then}</h3>${this.card(o,!0)}</div></div>`:h}
${r.length?As(r,s):p`<p>${f.same}</p>`}
</section>`}card(e,s=!1){let{vocabulary:r,quotes:o}=this.file,n=Object.fromEntries(Object.values(r).map(({id:a,short_label:l})=>{var u;return[a,{label:l,quote:(u=o[a])!=null?u:""}]}));return p`<policy-decision .decision=${e} .facts=${n} ?hypothetical=${s}></policy-decision>`}reply(e){var n;let{vocabulary:s,entitlements:r}=this.file,o=(n=r.find(({id:a})=>a===e.entitlement))==null?void 0:n.grants;return Ut({decision:e,clause:this.page,vocabulary:s,...o?{grants:o}:{}})}async copy(e,s){this.note=await Ot(e)?s:d.copyFailed,setTimeout(()=>this.note="",4e3)}};O.styles=[E,C`
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
`],$([y({attribute:!1,hasChanged:()=>!0})],O.prototype,"file",2),$([y({attribute:!1})],O.prototype,"page",2),$([y({attribute:!1})],O.prototype,"ranges",2),$([y({type:Boolean})],O.prototype,"failed",2),$([M()],O.prototype,"note",2);function As(i,t){return p`<table>
<thead><tr><th scope="col">${f.entitlements}</th><th scope="col">${f.now}</th><th scope="col">${f.then}</th></tr></thead>
<tbody>${i.map(e=>p`<tr><td>${e.label}</td><td>${zt(t.get(e.entitlement))}</td><td>${zt(e)}</td></tr>`)}</tbody>
</table>`}function zt(i){return i?`${d.outcomeMark[i.outcome]} ${d.outcome[i.outcome]}`:""}function Vt(i){var t;return i?[...i.quote?[i.quote]:[],...((t=i.children)!=null?t:[]).flatMap(Vt)]:[]}k("workbench-entitlement",O);var L=class extends _{constructor(){super(...arguments);this.value=null;this.live=!1}render(){let{definition:e}=this;return e?p`<form @submit=${this.submit} @change=${()=>this.live&&this.tell()}>
${e.type==="number"?this.number(e):this.list(e)}
${this.live?h:p`<button class="primary">${d.save}</button>`}
</form>`:h}updated(e){var r;if(!this.control||!(e.has("value")||e.has("definition")))return;let s=this.definition?$e(this.definition).findIndex(({value:o})=>o===this.value):-1;((r=this.definition)==null?void 0:r.type)==="number"?this.control.value=this.value===null?"":String(this.value):this.control.value=s<0?"":String(s)}number({label:e,unit:s,min:r,max:o,minimum:n,maximum:a}){var l,u;return p`<input name="value" type="number" inputmode="decimal" step="any" aria-label=${e} min=${(l=r!=null?r:n)!=null?l:0} max=${(u=o!=null?o:a)!=null?u:999} ?required=${!this.live} /><span>${s}</span>`}list(e){return p`<select name="value" aria-label=${e.label}>
<option value="">${d.choose}</option>
${$e(e).map(({label:s},r)=>p`<option value=${r}>${s}</option>`)}
</select>`}submit(e){e.preventDefault(),this.tell()}tell(){let{control:e}=this;!e||!this.definition||!e.reportValidity()||ee(this,"policy-fact",{fact:this.definition.id,value:this.read(e.value,this.definition)})}read(e,s){var r,o;return e===""?null:s.type==="number"?Number(e):(o=(r=$e(s)[Number(e)])==null?void 0:r.value)!=null?o:null}};L.styles=[E,C`
:host { display: block; }
form { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
select, input { min-height: var(--pa-target, 44px); border: 1px solid var(--pa-edge); border-radius: 8px; padding: 0 .6em; background: var(--pa-surface); max-width: 100%; }
input { width: 6em; min-width: 0; flex: 0 1 6em; }
@media print { input, select { appearance: none; border: 0; min-height: 0; padding: 0; } }
select { flex: 1 1 8em; min-width: 0; }
`],$([y({attribute:!1})],L.prototype,"definition",2),$([y({attribute:!1})],L.prototype,"value",2),$([y({type:Boolean})],L.prototype,"live",2),$([W("[name=value]")],L.prototype,"control",2);k("policy-fact-editor",L);var re=class extends _{render(){let{file:t}=this;return p`<form @submit=${this.tell}>
<textarea aria-label=${f.tell} placeholder=${f.tell} maxlength="2000" @keydown=${this.pressed}></textarea>
<div class="row"><button class="primary">${f.tellSend}</button>
<button type="button" @click=${()=>t.clear()}>${f.clear}</button></div>
<p class="small" role="status">${t.heard}</p>
</form>
${this.list(t.chosen?f.matter:f.known,t.relevant)}
${t.others.length?this.list(f.others,t.others):h}
${t.chosen||t.relevant.length?h:p`<p class="small">${f.noCase}</p>`}`}list(t,e){return p`<div class="list"><h3>${t}</h3>${e.map(s=>this.field(s))}
${e.length?h:p`<p class="small">${f.settled}</p>`}</div>`}field(t){let{told:e,supposed:s,quotes:r,askNext:o}=this.file,n=t.id===o&&!(t.id in e.facts);return p`<div class="field ${n?"next":""}">
<span class="name">${t.short_label}${n?p` <span class="small">${f.askNext}</span>`:h}</span>
${n&&t.question?p`<span class="small wrap">${t.question}</span>`:h}
${r[t.id]?p`<span class="small wrap">${f.callerSaid(r[t.id])}</span>`:h}
${Es(e.bounds[t.id],t)}
${s?p`<div class="sides"><span class="small">${f.now}</span><span class="small">${f.then}</span>
${this.editor(t,e.facts)}${this.editor(t,{...e.facts,...s},!0)}</div>`:this.editor(t,e.facts)}
</div>`}editor(t,e,s=!1){var r;return p`<policy-fact-editor live .definition=${t} .value=${(r=e[t.id])!=null?r:null}
@policy-fact=${o=>this.file.set(o.detail.fact,o.detail.value,s)}></policy-fact-editor>`}tell(t){t.preventDefault();let e=this.area.value.trim();e&&(this.area.value="",this.file.fill(e))}pressed(t){t.key!=="Enter"||t.shiftKey||t.isComposing||t.keyCode===229||this.tell(t)}};re.styles=[E,C`
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
`],$([y({attribute:!1,hasChanged:()=>!0})],re.prototype,"file",2),$([W("textarea")],re.prototype,"area",2);function Es(i,{unit:t=""}){if(!i)return h;let{at_least:e,below:s}=i,r=[e==null?"":`≥ ${e} ${t}`,s==null?"":`< ${s} ${t}`].filter(Boolean);return p`<span class="small">${d.said}：${r.join("，")}</span>`}k("workbench-facts",re);var ie=class extends _{constructor(){super(...arguments);this.decisions=[];this.chosen=""}render(){return f.groups.map(([e,s,r])=>this.group(e,s,r))}group(e,s,r){let o=this.decisions.filter(({outcome:n})=>r.includes(n));return o.length?p`<section class=${e}>
<h2><span>${s}</span><span>${o.length}</span></h2>
<ul @keydown=${this.move}>${o.map(n=>this.item(n))}</ul>
</section>`:h}item({entitlement:e,label:s,clause:r}){let o=()=>this.dispatchEvent(new CustomEvent("workbench-open",{detail:{clause:r,entitlement:e,spans:[]},bubbles:!0,composed:!0}));return p`<li><button aria-current=${this.chosen===e} @click=${o}><span class="number">${d.clause(r.number)}</span><span class="wrap">${s}</span></button></li>`}move(e){var o;let s={ArrowDown:1,ArrowUp:-1}[e.key];if(!s)return;e.preventDefault();let r=[...this.renderRoot.querySelectorAll("button")];(o=r[r.indexOf(e.target)+s])==null||o.focus()}};ie.styles=[E,C`
:host { display: grid; gap: 14px; }
h2 { font-size: .875em; display: flex; justify-content: space-between; padding-bottom: 4px; border-bottom: 2px solid currentColor; }
.met h2 { color: var(--pa-met); } .person h2 { color: var(--pa-person); } .open h2 { color: var(--pa-open); } .ruled-out h2 { color: var(--pa-not); }
li button { width: 100%; min-height: 36px; text-align: start; border-radius: 6px; padding: .25em .5em; line-height: 1.4; display: flex; gap: .5em; }
li button:hover { background: var(--pa-accent-soft); }
li button[aria-current='true'] { background: var(--pa-accent); color: var(--pa-accent-text); }
.number { flex: none; opacity: 1; min-width: 3.5em; font-size: .875em; }
`],$([y({attribute:!1})],ie.prototype,"decisions",2),$([y()],ie.prototype,"chosen",2);k("workbench-outcomes",ie);var ks=80,N=class extends _{constructor(){super(...arguments);this.entitlements=[];this.text="";this.hits=[];this.timer=0;this.slash=e=>this.focusBySlash(e)}connectedCallback(){super.connectedCallback(),document.addEventListener("keydown",this.slash)}disconnectedCallback(){super.disconnectedCallback(),document.removeEventListener("keydown",this.slash)}render(){return p`<input type="search" aria-label=${f.search} placeholder=${f.search} aria-describedby="hint" autocomplete="off" .value=${this.text}
@input=${this.typed} @compositionend=${this.typed} @keydown=${this.move} />
<p id="hint" class="small">${f.searchHint}</p>
${this.text?p`<div role="region" aria-label=${f.results} @keydown=${this.move}>${this.results()}</div>`:h}`}results(){let e=this.entitlements.filter(({label:s})=>s.includes(this.text));return!e.length&&!this.hits.length?p`<p class="small" role="status">${f.nothing}</p>`:p`${e.length?p`<h2>${f.entitlements}</h2><ul>${e.map(s=>this.entitlement(s))}</ul>`:h}
${this.hits.length?p`<h2>${f.clauses}</h2><ul>${this.hits.map(s=>this.clause(s))}</ul>`:h}`}entitlement({id:e,label:s,clause:r}){return p`<li><button class="wrap" @click=${()=>this.open({clause:r,spans:[],entitlement:e})}>${s}</button></li>`}clause({clause:e,label:s,title:r,text:o,spans:n}){return p`<li><button class="wrap" @click=${()=>this.open({clause:e,spans:n})}>
<b>${s||d.clause(e.number)}</b> ${o.includes(r)?h:r} <span class="text">${Ge(o,n)}</span>
</button></li>`}open(e){this.dispatchEvent(new CustomEvent("workbench-open",{detail:e,bubbles:!0,composed:!0}))}typed(e){this.text=this.input.value.trim(),this.dispatchEvent(new CustomEvent("workbench-searching",{detail:!!this.text,bubbles:!0,composed:!0})),clearTimeout(this.timer),!(e.isComposing||!this.text)&&(this.timer=window.setTimeout(()=>this.find(this.text),ks))}async find(e){let s=await this.knowledge.search(e).catch(()=>[]);e===this.text&&(this.hits=s)}move(e){var n,a;let s={ArrowDown:1,ArrowUp:-1}[e.key],r=[this.input,...this.renderRoot.querySelectorAll("li button")],o=r.indexOf(this.renderRoot.activeElement);e.key==="Enter"&&o===0&&!e.isComposing&&((n=r[1])==null||n.click()),s&&(e.preventDefault(),(a=r[Math.min(Math.max(o+s,0),r.length-1)])==null||a.focus())}focusBySlash(e){if(e.key!=="/"||e.ctrlKey||e.altKey||e.metaKey||e.isComposing)return;let s=e.composedPath()[0];/^(input|textarea|select)$/.test(s.localName)||(e.preventDefault(),this.input.focus(),this.input.select())}};N.styles=[E,C`
:host { display: grid; gap: 8px; }
input { width: 100%; min-height: var(--pa-target, 44px); padding: 0 .8em; border: 2px solid var(--pa-edge); border-radius: 8px; background: var(--pa-surface); }
input:focus-visible { outline-offset: -2px; outline-width: 2px; }
h2 { font-size: .875em; color: var(--pa-text-2); margin-top: 4px; }
li button { width: 100%; text-align: start; padding: .5em .6em; line-height: 1.5; background: var(--pa-surface); border: 1px solid var(--pa-line); margin-bottom: 6px; }
li button:hover { background: var(--pa-accent-soft); }
mark { background: var(--pa-mark); color: var(--pa-mark-text); }
.text { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; font-size: .875em; color: var(--pa-text-2); }
`],$([y({attribute:!1})],N.prototype,"knowledge",2),$([y({attribute:!1})],N.prototype,"entitlements",2),$([M()],N.prototype,"text",2),$([M()],N.prototype,"hits",2),$([W("input")],N.prototype,"input",2);k("workbench-search",N);var oe=class extends _{constructor(){super(...arguments);this.searching=!1;this.ranges=[];this.knowledge=new ke(location.origin);this.file=new Ee(this.knowledge);this.reading=new Se(this)}connectedCallback(){super.connectedCallback(),this.file.addEventListener("change",()=>this.requestUpdate()),this.takeUp()}render(){let{file:e,reading:s}=this;return p`<div class="desk" @workbench-open=${this.open} @policy-cite=${r=>this.read(r.detail.clause)}>
${e.problem?p`<p class="problem wrap" role="alert">${e.problem}</p>`:h}
<div class="column side left" tabindex="0" role="region" aria-label=${f.outcomes}>
<workbench-search .knowledge=${this.knowledge} .entitlements=${e.entitlements} @workbench-searching=${r=>this.searching=r.detail}></workbench-search>
<workbench-outcomes ?hidden=${this.searching} .decisions=${e.decisions} chosen=${e.chosen}></workbench-outcomes>
</div>
<div class="column"><workbench-entitlement .file=${e} .page=${s.page} .ranges=${this.ranges} ?failed=${s.failed}></workbench-entitlement></div>
<div class="column side" tabindex="0" role="region" aria-label=${f.caseHeading}>
<h2>${f.caseHeading}</h2>
<workbench-facts .file=${e}></workbench-facts>
</div>
</div>`}async takeUp(){let e=Pt(location.hash);await this.file.open(e!=null?e:void 0);let s=this.file.entitlements.find(({id:r})=>r===(e==null?void 0:e.chosen));s&&this.show({clause:s.clause,entitlement:s.id,spans:[]})}open({detail:e}){this.show(e)}show({clause:e,entitlement:s,spans:r}){this.ranges=r,this.read(e),this.file.choose(s!=null?s:"").then(()=>this.bringIntoSight())}bringIntoSight(){var r;let e=this.renderRoot.querySelector("workbench-entitlement"),s=(r=e==null?void 0:e.getBoundingClientRect().top)!=null?r:0;(s<0||s>innerHeight/2)&&(e==null||e.scrollIntoView({block:"start"}))}read(e){this.reading.read(this.knowledge,e)}};oe.styles=[wt,E,C`
:host { display: block; color: var(--pa-text); line-height: 1.6; --pa-target: 44px; }
.desk { display: grid; gap: 16px; align-items: start; grid-template-columns: minmax(260px, 3fr) minmax(0, 6fr) minmax(280px, 3.5fr); padding: 16px; }
.column { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
.side { position: sticky; top: 8px; max-height: calc(100vh - 16px); overflow: auto; padding: 4px; }
h2 { font-size: 1em; }
.problem { grid-column: 1 / -1; background: var(--pa-not-soft); color: var(--pa-not); padding: 8px 14px; border-radius: 8px; }
@media (max-width: 900px) { .desk { grid-template-columns: minmax(0, 1fr); } .side { position: static; max-height: none; } }
@media print { .desk { display: block; } .left { display: none; } .side { position: static; max-height: none; } }
`],$([M()],oe.prototype,"searching",2),$([M()],oe.prototype,"ranges",2);k("policy-workbench",oe);})();
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
*/
