using System.Globalization;
using System.Text.Json;
using Modelwright.Anomalies;
using Modelwright.Core.Errors;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

const string Help = """
    Fits detectors of anomalies to all rows of labelled sets, without their labels, and scores them by the area under the ROC curve.

    Modelwright.Anomalies --data FOLDER [--sets NAME,…] [--seeds 10] [--threads 1] [--most-rows N]
                         [--labels yes] [--exact yes] [--wordy yes] [--page FILE]

    FOLDER holds index.json and the files it names. Learners that use no chance are fitted once. Prints a line a set and learner, the mean of
    each learner at the end, and one JSON document on standard output; --exact measures those that hold rows as well, --page writes a page.
    With --labels detectors are compared with what 10 labelled anomalies and 100 other labelled rows make of them, on all other rows.
    """;

if (args is [] or ["--help"] or ["help"])
{
    Console.WriteLine(Help);
    return 0;
}

try
{
    var options = Options.Parse(args);
    List<Result> results = [];
    var labels = new FewLabelsMeasurement();
    foreach (var set in LabelledSet.Read(options.Data, options.Sets))
    {
        var rows = await set.RowsAsync().ConfigureAwait(false);
        if (rows.Features.RowCount <= options.MostRows)
        {
            results.AddRange(options.WithLabels ? labels.Of(rows, options) : Measurement.Of(rows, options));
        }
    }

    foreach (var learner in results.GroupBy(result => result.Title))
    {
        Console.Error.WriteLine(FormattableString.Invariant($"{learner.Key,-48} mean over {learner.Count()} sets {learner.Average(result => result.RocAuc):F4}"));
    }

    labels.PrintMean();
    if (options.Page is { } page)
    {
        await File.WriteAllTextAsync(page, Page.Of(results, options.Seeds)).ConfigureAwait(false);
    }

    Console.WriteLine(JsonSerializer.Serialize(results));
    return 0;
}
catch (ModelwrightException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
