// The role mix: number fields become sliders that always add up to 100.

const WHOLE = 100;
const STEP = 5;

const value = (input) => Number.parseInt(input.value, 10) || 0;

// What the moved slider takes, the others give, the largest first; what it frees goes to the smallest first.
export function balance(shares, moved) {
  const result = [...shares];
  let excess = result.reduce((sum, share) => sum + share, 0) - WHOLE;
  const others = result.map((_, index) => index).filter((index) => index !== moved);
  while (excess !== 0) {
    const step = Math.min(STEP, Math.abs(excess)) * Math.sign(excess);
    const able = others.filter((index) => result[index] - step >= 0);
    if (able.length === 0) {
      result[moved] -= excess;
      break;
    }
    const next = able.reduce((best, index) => ((result[index] - result[best]) * step > 0 ? index : best));
    result[next] -= step;
    excess -= step;
  }
  return result;
}

function startMix(mix) {
  const inputs = [...mix.querySelectorAll("input[type=number]")];
  const sum = mix.querySelector("[data-mix-sum]");

  const show = () => {
    for (const input of inputs) {
      const output = mix.querySelector(`output[for="${input.id}"]`);
      output.value = `${input.value}%`;
    }
    sum.textContent = `${mix.dataset.sumText}: ${inputs.reduce((total, input) => total + value(input), 0)}%`;
  };

  for (const [index, input] of inputs.entries()) {
    const before = input.value;
    input.type = "range";
    input.value = before || "0";
    input.addEventListener("input", () => {
      const shares = balance(inputs.map(value), index);
      inputs.forEach((each, number) => {
        each.value = String(shares[number]);
      });
      show();
    });
  }
  for (const output of mix.querySelectorAll("output")) output.hidden = false;
  for (const percent of mix.querySelectorAll("[data-percent]")) percent.remove();
  mix.closest("form")?.addEventListener("restored", show);
  show();
}

// A weight says its number while it is moved.
export function sayWeight(event) {
  const said = event.target.closest?.(".weight")?.querySelector("output");
  if (said) said.value = event.target.value;
}

export function startMixes() {
  document.querySelectorAll("[data-mix]").forEach(startMix);
}
