// Copies an address. Without this the address is there to be marked and copied by hand.
(function () {
  'use strict';
  Array.prototype.forEach.call(document.querySelectorAll('[data-copy]'), function (button) {
    button.hidden = false;
    button.addEventListener('click', function () {
      var field = document.getElementById(button.getAttribute('data-copy'));
      field.focus();
      field.select();
      field.setSelectionRange(0, field.value.length);
      var done = function () { button.textContent = button.getAttribute('data-done'); };
      if (navigator.clipboard && window.isSecureContext) {
        navigator.clipboard.writeText(field.value).then(done, function () {});
      } else if (document.execCommand('copy')) {
        done();
      }
    });
  });
})();
