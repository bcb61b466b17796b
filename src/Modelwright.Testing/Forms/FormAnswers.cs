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
                throw new ContractException("expected a form that answers numbers or classes; this suite is for those, found one that answers neither.");
        }

        return answers;
    }

    internal static void ExpectSame(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, string what)
    {
        for (var place = 0; place < expected.Length; place++)
        {
            Expect(BitConverter.DoubleToInt64Bits(expected[place]) == BitConverter.DoubleToInt64Bits(actual[place]), FormattableString.Invariant($"{what}: expected answer {place} to be {expected[place]:R} to the bit, found {actual[place]:R}"));
        }
    }

    internal static void Expect(bool holds, string what)
    {
        if (!holds)
        {
            throw new ContractException($"{what}.");
        }
    }
}
