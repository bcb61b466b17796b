using System.Buffers;
using System.Text;
using CsCheck;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;
using Modelwright.Server.Answers;
using Modelwright.Server.Traffic;

namespace Modelwright.Server.Tests.Rows;

/// <summary>A cell of a request means what it means to the predictor, in whatever way it is written.</summary>
public sealed class JsonRowsTests
{
    private static readonly string[] Cells =
    [
        "null", "true", "false", "0", "1", "1.0", "2", "-999", "1e3", "\"1\"", "\"1.0\"", "\"yes\"", "\"Yes\"", "\"no\"", "\"NA\"", "\"\"", "\" \"", "\"1,5\"", "\"basic\"", "\"gold\"", "\"2026-03-31\"", "\"other\"",
    ];

    [Fact]
    public void Read_AnyOrdinaryCell_AnswersAsThePredictorDoes() =>
        Gen.Select(Gen.Int[0, Cells.Length - 1].Select(place => Cells[place]), Gen.Int[0, Cells.Length - 1].Select(place => Cells[place]), Gen.Int[0, Cells.Length - 1].Select(place => Cells[place])).Sample((number, level, answer) =>
        {
            var package = Judged();
            var json = $$"""{"number":{{number}},"level":{{level}},"answer":{{answer}}}""";
            Assert.Equal(ByPredictor(package, json), ByServer(package, json));
        });

    private static Package Judged() => new(new Model(
        LearningTask.Regression,
        new([
            new("number", ColumnType.Number) { MissingMarkers = ["-999", "NA"] },
            new("level", ColumnType.Category) { Levels = ["1.0", "2", "basic", "gold"] },
            new("answer", ColumnType.Category) { Levels = ["no", "yes"], IsBoolean = true },
        ]),
        new TellingForm()));

    private static string ByPredictor(Package package, string json)
    {
        using var predictor = new Predictor(package);
        try
        {
            return predictor.PredictJson(json).Value!.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Modelwright.Core.Errors.DataException)
        {
            return "refused";
        }
    }

    private static string ByServer(Package package, string json)
    {
        using var predictor = new Predictor(package);
        var version = new ModelVersion("1", predictor, DateTimeOffset.UnixEpoch);
        var work = new RowWork(version);
        new Modelwright.Server.Rows.JsonRows(version.Layout, new()).Read(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(json)), work.Rows, work.Faults);
        if (work.Faults.Count > 0)
        {
            return "refused";
        }

        work.Answer(TestContext.Current.CancellationToken);
        return work.Answers.Row(0)[0].ToString("R", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Its answer tells the values of the three columns apart.</summary>
    private sealed class TellingForm : IForm, IPredictsNumbers
    {
        public FormInfo Info { get; } = new("telling", 1, [new("number", ColumnType.Number, []), new("level", ColumnType.Category, ["1.0", "2", "basic", "gold"]), new("answer", ColumnType.Category, ["no", "yes"])]);

        public void Predict(Table rows, Span<double> output)
        {
            for (var row = 0; row < rows.RowCount; row++)
            {
                var number = ((NumberColumn)rows["number"]).Values.At(row);
                output[row] = (double.IsNaN(number) ? -7 : number) + (1e6 * ((CategoryColumn)rows["level"]).Codes.At(row)) + (1e8 * ((CategoryColumn)rows["answer"]).Codes.At(row));
            }
        }

        public void Write(Modelwright.Core.Artifacts.IArtifactWriter writer)
        {
        }
    }
}
