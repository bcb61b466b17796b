using System.Globalization;
using System.Text;
using Modelwright.Core.Learning;
using Modelwright.Core.Data;
using Modelwright.Learners;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Server.Tests.Data;

/// <summary>Rows of two classes that no model tells apart without faults, and a model that learned from some of them, made once.</summary>
internal static class NoisyRows
{
    private static readonly Lazy<Task<Package>> Trained = new(() => TrainAsync(Of(1200, 1)));

    internal static LearnerCatalog Learners { get; } = new LearnerCatalog().AddBuiltIn();

    internal static Task<Package> Model => Trained.Value;

    /// <summary>Draws rows.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="seed">Which.</param>
    /// <param name="isTurned">Whether the classes have changed places: the world after a break.</param>
    internal static Table Of(int rows, int seed, bool isTurned = false)
    {
        var random = new Random(seed);
        var (ages, plans, labels) = (new double[rows], new string?[rows], new string?[rows]);
        for (var row = 0; row < rows; row++)
        {
            ages[row] = Math.Round(18 + (62 * random.NextDouble()), 6);
            plans[row] = random.Next(3) switch { 0 => "basic", 1 => "plus", _ => "pro" };
            var chance = 1 / (1 + Math.Exp(-((0.15 * (ages[row] - 45)) + (plans[row] == "pro" ? 1.0 : 0))));
            labels[row] = (random.NextDouble() < chance) ^ isTurned ? "yes" : "no";
        }

        return new([new NumberColumn("age", ages), CategoryColumn.FromTexts("plan", plans), CategoryColumn.FromTexts("churned", labels)]);
    }

    internal static async Task<Package> TrainAsync(Table rows) =>
        (await new Training(rows, "churned") { Learners = Learners, Trials = 1, Threads = 1, Only = ["linear"] }.RunAsync()).Package;

    /// <summary>Rows as a file of CSV.</summary>
    internal static string Csv(Table rows)
    {
        var text = new StringBuilder(string.Join(',', rows.Names)).Append('\n');
        for (var row = 0; row < rows.RowCount; row++)
        {
            text.AppendJoin(',', rows.Columns.Select(column => column.Format(row))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Asks for answers, all rows in one request of an id.</summary>
    internal static async Task AskAsync(TestServer server, string id, Table rows)
    {
        var items = Enumerable.Range(0, rows.RowCount).Select(row => $$"""{"age":{{rows["age"].Format(row)}},"plan":"{{rows["plan"].Format(row)}}"}""");
        Assert.Equal(200, (await server.SendAsync(HttpMethod.Post, "/models/churn/predict", $"[{string.Join(',', items)}]", headers: ("X-Request-Id", id))).Status);
    }

    /// <summary>Hands in the labels of such a request.</summary>
    internal static async Task LabelAsync(TestServer server, string id, Table rows)
    {
        var items = Enumerable.Range(0, rows.RowCount).Select(row => string.Create(CultureInfo.InvariantCulture, $$"""{"id":"{{id}}","row":{{row}},"label":"{{rows["churned"].Format(row)}}"}"""));
        Assert.Equal(200, (await server.PostAsync("/models/churn/labels", $"[{string.Join(',', items)}]")).Status);
    }
}
