using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Runtime.Packaging;

/// <summary>Asks the check rows again; every answer must be the stored one to the bit.</summary>
internal static class CheckReplay
{
    internal static void Run(Package package)
    {
        var (rows, expected) = (package.CheckRows.Rows, package.CheckRows.Answers);
        var width = ModelAnswers.Width(package.Model.Form);
        if (expected.Length != (long)rows.RowCount * width)
        {
            throw PackageFile.Damaged(FormattableString.Invariant($"it has {expected.Length} answers to {rows.RowCount} check rows of {width}"));
        }

        if (rows.RowCount == 0)
        {
            AskWithoutValues(package);
            return;
        }

        var answers = ModelAnswers.Of(package.Model.Form, Admission.Admit(rows, package.Model.Door, needsTarget: false).Table);
        for (var place = 0; place < answers.Length; place++)
        {
            if (BitConverter.DoubleToInt64Bits(answers[place]) != BitConverter.DoubleToInt64Bits(expected[place]))
            {
                throw new ArtifactException(FormattableString.Invariant($"Check row {(place / width) + 1} of the package is answered {answers[place]:R} here and was answered {expected[place]:R} where the package was made. Its answers cannot be trusted here: open it with the release that made it, and report this as a fault."));
            }
        }
    }

    /// <summary>Asks one row of missing values, so that steps and form which do not fit each other are found on load, not at the first question.</summary>
    private static void AskWithoutValues(Package package)
    {
        var row = new Table([.. package.Model.Door.Features.Select(spec => new TextColumn(spec.Name, [null]))], 1);
        ModelAnswers.Of(package.Model.Form, Admission.Admit(row, package.Model.Door, needsTarget: false).Table);
    }
}
