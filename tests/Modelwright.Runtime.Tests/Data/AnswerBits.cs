using System.Globalization;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Runtime.Tests.Data;

/// <summary>The answers of a package as the bits of numbers: to its check rows, and to three rows given in three ways.</summary>
internal static class AnswerBits
{
    internal static string[] Of(string path)
    {
        var since = new DateTime(2021, 5, 6);
        using var predictor = Predictor.Load(path);
        double[] numbers =
        [
            .. predictor.Predict(predictor.Package.CheckRows.Rows).Outputs,
            .. Numbers(predictor.Predict(new { Tenure = 4, Plan = "basic", Age = (int?)null, Since = since, Note = "late payment", Member = true })),
            .. Numbers(predictor.PredictJson("""{"Tenure": 30.5, "Plan": "gold", "Age": "51", "Since": "2021-05-06", "Note": null, "Member": false}""")),
            .. Numbers(predictor.Predict(new Dictionary<string, object?> { ["Tenure"] = 13, ["Plan"] = "unseen", ["Age"] = 39.5m, ["Since"] = since, ["Note"] = "x", ["Member"] = null })),
        ];
        return [.. numbers.Select(number => BitConverter.DoubleToInt64Bits(number).ToString("X16", CultureInfo.InvariantCulture))];
    }

    private static double[] Numbers(Answer answer) => answer.Value is { } value ? [value] : answer.Probabilities.ToArray();
}
