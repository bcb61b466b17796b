using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Testing.Forms;

/// <summary>Asks a form for all it answers, and compares to the bit.</summary>
internal static class FormAnswers
{
    internal static int Width(IForm form) => form is IPredictsClasses classes ? classes.Classes.Count : 1;

    internal static double[] Of(IForm form, Table rows)
    {
        var answers = new double[rows.RowCount * Width(form)];
        Array.Fill(answers, double.NaN);
        switch (form)
        {
            case IPredictsClasses classes:
                classes.PredictProbabilities(rows, answers);
                break;
            case IPredictsNumbers numbers:
                numbers.Predict(rows, answers);
                break;
            default:
                throw new ContractException($"Form '{form.Info.Name}' answers neither numbers nor classes; this suite is for those that do.");
        }

        return answers;
    }

    internal static void ExpectSame(IForm form, ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, string what)
    {
        for (var place = 0; place < expected.Length; place++)
        {
            Expect(form, BitConverter.DoubleToInt64Bits(expected[place]) == BitConverter.DoubleToInt64Bits(actual[place]), FormattableString.Invariant($"{what}: answer {place} is {actual[place]:R}, expected {expected[place]:R} to the bit"));
        }
    }

    internal static void Expect(IForm form, bool holds, string what)
    {
        if (!holds)
        {
            throw new ContractException($"Form '{form.Info.Name}': {what}.");
        }
    }
}
