using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;

namespace Modelwright.Testing.Forms;

/// <summary>What the inputs of a row contribute adds up to its answer, and depends on that row alone.</summary>
internal static class ExplanationChecks
{
    /// <summary>Rounding of a sum, beside the answer or 1.</summary>
    private const double Tolerance = 1e-9;

    internal static IEnumerable<ContractCheck> Of(FormSample sample)
    {
        var (form, rows) = sample;
        if (form is IExplains { Unexplained: null } explains)
        {
            yield return ContractCheck.Of("Form", form.Info.Name, "Explain_BaseAndContributions_AddUpToTheAnswer", () => AddsUp(form, explains, rows));
            yield return ContractCheck.Of("Form", form.Info.Name, "Explain_OneByOne_SameBitsAsTogether", () => OneByOne(form, explains, rows));
            yield return ContractCheck.Of("Form", form.Info.Name, "Explain_NoRows_Nothing", () => Explain(form, explains, rows.Take([]), ContributionScale.Answer));
        }
    }

    private static void AddsUp(IForm form, IExplains explains, Table rows)
    {
        var answers = FormAnswers.Of(form, rows);
        var found = Explain(form, explains, rows, ContributionScale.Answer);
        var start = explains.Base(ContributionScale.Answer);
        var inputs = form.Info.Inputs.Count;
        FormAnswers.Expect(start.Length == FormAnswers.Width(form), $"expected a base for each of {FormAnswers.Width(form)} answers, found {start.Length}");
        for (var place = 0; place < answers.Length; place++)
        {
            var sum = start[place % start.Length] + found.AsSpan(place * inputs, inputs).ToArray().Sum();
            FormAnswers.Expect(
                Math.Abs(sum - answers[place]) <= Tolerance * Math.Max(1, Math.Abs(answers[place])),
                FormattableString.Invariant($"expected base and contributions to add up to answer {place}, {answers[place]:R}, found {sum:R}"));
        }
    }

    private static void OneByOne(IForm form, IExplains explains, Table rows)
    {
        foreach (var scale in Enum.GetValues<ContributionScale>())
        {
            var together = Explain(form, explains, rows, scale);
            var width = together.Length / Math.Max(1, rows.RowCount);
            for (var row = 0; row < rows.RowCount; row++)
            {
                FormAnswers.ExpectSame(together.AsSpan(row * width, width), Explain(form, explains, rows.Take([row]), scale), $"row {row} explained alone");
            }
        }
    }

    private static double[] Explain(IForm form, IExplains explains, Table rows, ContributionScale scale)
    {
        var output = new double[rows.RowCount * explains.Base(scale).Length * form.Info.Inputs.Count];
        Array.Fill(output, double.NaN);
        explains.Explain(rows, scale, output);
        return output;
    }
}
