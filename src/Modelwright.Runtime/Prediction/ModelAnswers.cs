using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Prediction;

/// <summary>Asks a model's form for all it answers.</summary>
internal static class ModelAnswers
{
    /// <summary>Numbers a row: the number of classes, or 1.</summary>
    internal static int Width(IForm form) => form switch
    {
        IPredictsClasses classes => classes.Classes.Count,
        IPredictsNumbers => 1,
        _ => throw new ArtifactException($"Form '{form.Info.Name}' answers neither classes nor numbers, so it cannot predict. Open the package with a release that knows its task."),
    };

    /// <summary>Answers admitted rows: rows x classes, or one number a row.</summary>
    internal static double[] Of(Model model, Table rows)
    {
        var answers = new double[rows.RowCount * Width(model.Form)];
        if (model.Form is IPredictsClasses classes)
        {
            classes.PredictProbabilities(rows, answers);
        }
        else
        {
            ((IPredictsNumbers)model.Form).Predict(rows, answers);
        }

        return answers;
    }
}
