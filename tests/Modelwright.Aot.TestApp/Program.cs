using System.Globalization;
using Modelwright.Core.Errors;
using Modelwright.Runtime.Prediction;

// Prints the bits of the answers of each package named, so that a test can compare them with those of the just-in-time compiler.
var since = new DateTime(2021, 5, 6);
foreach (var path in args)
{
    try
    {
        using var predictor = Predictor.Load(path);
        Print(predictor.Predict(predictor.Package.CheckRows.Rows).Outputs);
        Print(predictor.Predict(new { Tenure = 4, Plan = "basic", Age = (int?)null, Since = since, Note = "late payment", Member = true }));
        Print(predictor.PredictJson("""{"Tenure": 30.5, "Plan": "gold", "Age": "51", "Since": "2021-05-06", "Note": null, "Member": false}"""));
        Print(predictor.Predict(new Dictionary<string, object?> { ["Tenure"] = 13, ["Plan"] = "unseen", ["Age"] = 39.5m, ["Since"] = since, ["Note"] = "x", ["Member"] = null }));
    }
    catch (ModelwrightException error)
    {
        Console.WriteLine(error.Message);
        return 2;
    }
}

return 0;

static void Print(object answer)
{
    double[] numbers = answer switch
    {
        double[] many => many,
        Answer { Value: { } value } => [value],
        _ => ((Answer)answer).Probabilities.ToArray(),
    };
    foreach (var number in numbers)
    {
        Console.WriteLine(BitConverter.DoubleToInt64Bits(number).ToString("X16", CultureInfo.InvariantCulture));
    }
}
