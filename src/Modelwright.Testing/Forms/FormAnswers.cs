using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;

namespace Modelwright.Testing.Forms;

/// <summary>Asks a form for all it answers, and compares to the bit.</summary>
internal static class FormAnswers
{
    internal static int Width(IForm form) => form switch
    {
        IPredictsClasses classes => classes.Classes.Count,
        IPredictsNumbers => 1,
        IAnswersColumns columns => columns.Answers.Count,
        _ => 1,
    };

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
            case IAnswersColumns columns:
                columns.Answer(rows, answers);
                break;
            default:
                throw new ContractException("expected a form that answers numbers, classes or columns; this suite is for those, found one that answers none of them.");
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
