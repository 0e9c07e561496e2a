/** Invented pages for the recogniser's tests. */
export const page = (html: string): { body: Uint8Array } => ({ body: Buffer.from(html) });

export const challenges: Readonly<Record<string, string>> = {
  'a firewall’s denial (Akamai)':
    '<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\n You don\'t have permission to access "http&#58;&#47;&#47;ecf&#46;example" on this server.<P>\nReference&#32;&#35;18&#46;0 <P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net</BODY></HTML>',
  'an interstitial (Cloudflare)':
    '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head><body><script>window._cf_chl_opt={};</script></body></html>',
  'an interstitial with a title of its own':
    '<!DOCTYPE html><html><head><title>ecf.example</title></head><body><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script><p>Working</p></body></html>',
  'a blocking frame (Imperva)':
    '<html><head><META NAME="robots" CONTENT="noindex"></head><iframe src="/_Incapsula_Resource?SWUDNSAI=9">Request unsuccessful.</iframe></html>',
  'an hCaptcha page':
    '<!DOCTYPE html><html><head><title>Court records</title></head><body><form><div class="h-captcha" data-sitekey="x"></div><button>Go</button></form></body></html>',
  'a reCAPTCHA page with words':
    '<html><body><h2>One more thing</h2><p>Please complete the CAPTCHA below to see the docket.</p><div class="g-recaptcha"></div></body></html>',
  'a robot check in a heading': '<html><body><h1>Security check</h1><p>Please wait.</p></body></html>',
  'PACER’s log-in':
    '<!DOCTYPE html><html><head><title>PACER: Login</title></head><body><form id="loginForm"></form></body></html>',
  'a script that leads to PACER’s log-in':
    '<script>document.location="https://pacer.login.uscourts.gov/csologin/login.jsf?pscCourtId=00XX"</script>',
};

export const maintenances: Readonly<Record<string, string>> = {
  'a CM/ECF notice':
    '<html><head><title>CM/ECF</title></head><body><p>The CM/ECF system is currently unavailable. Please try again later.</p></body></html>',
  'a notice with hours':
    '<html><head><title>Notice</title></head><body>The ECF website will be down for scheduled maintenance from 6:00 PM to 9:00 PM.</body></html>',
  'a title': '<html><head><title>Site Maintenance</title></head><body>Back soon</body></html>',
  'a gateway’s answer':
    '<html><head><title>503 Service Temporarily Unavailable</title></head><body><center>nginx</center></body></html>',
};
