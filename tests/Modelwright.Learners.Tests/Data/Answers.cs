using Modelwright.Core.Data;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Tests.Data;

/// <summary>Asks forms.</summary>
internal static class Answers
{
    public static double[] Numbers(IForm form, Table rows)
    {
        var answers = new double[rows.RowCount];
        Assert.IsAssignableFrom<IPredictsNumbers>(form).Predict(rows, answers);
        return answers;
    }

    public static double[] Probabilities(IForm form, Table rows)
    {
        var classes = Assert.IsAssignableFrom<IPredictsClasses>(form);
        var answers = new double[rows.RowCount * classes.Classes.Count];
        classes.PredictProbabilities(rows, answers);
        return answers;
    }
}
