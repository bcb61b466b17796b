using Modelwright.Core.Learning.Trimming;

namespace Modelwright.Testing.Forms;

/// <summary>A form that is a mean of parts is, of fewer, a form of the same inputs and answers.</summary>
internal static class PartChecks
{
    internal static IEnumerable<ContractCheck> Of(FormSample sample)
    {
        if (sample.Form is IAveragesParts mean)
        {
            yield return ContractCheck.Of("Form", sample.Form.Info.Name, "OfParts_AllAndMore_Itself", () =>
                FormAnswers.Expect(mean.PartCount >= 1 && ReferenceEquals(mean.OfParts(mean.PartCount), mean) && ReferenceEquals(mean.OfParts(mean.PartCount + 1), mean), "expected the form itself where no part is left out, found another"));
            yield return ContractCheck.Of("Form", sample.Form.Info.Name, "OfParts_Fewer_SameInputsAndThatMany", () => Fewer(sample, mean));
        }
    }

    private static void Fewer(FormSample sample, IAveragesParts mean)
    {
        for (var parts = 1; parts < mean.PartCount; parts++)
        {
            var fewer = mean.OfParts(parts);
            FormAnswers.Expect(fewer is IAveragesParts { PartCount: var count } && count == parts, $"expected a form of {parts} parts, found another");
            FormAnswers.Expect(fewer.Info.Inputs.SequenceEqual(sample.Form.Info.Inputs) && FormAnswers.Width(fewer) == FormAnswers.Width(sample.Form), "expected the same inputs and answers of fewer parts, found others");
            FormAnswers.Of(fewer, sample.Rows);
        }
    }
}
