using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Exporting;
using Modelwright.Runtime.Prediction;
using Modelwright.Tests.Sources.Databases;
using Npgsql;

namespace Modelwright.Tests.Exporting;

public sealed class PostgresExportTests : IClassFixture<PostgresServer>
{
    private readonly PostgresServer _server;

    public PostgresExportTests(PostgresServer server)
    {
        _server = server;
        Assert.SkipWhen(server.Absent is not null, server.Absent ?? "");
    }

    [Theory]
    [InlineData("random_forest", true)]
    [InlineData("linear", true)]
    [InlineData("additive", true)]
    [InlineData("naive_bayes", true)]
    [InlineData("rules", true)]
    [InlineData("random_forest", false)]
    [InlineData("additive", false)]
    public async Task Write_TheSameStatement_PostgresAnswersTheSame(string learner, bool classes)
    {
        var package = await ExportedPackages.Of(learner, classes);
        using var folder = new ExportFolder();
        var table = $"rows_{learner}_{classes}";
        ModelExport.Write(package, new SqlFormat(), folder.Of($"{table}.sql"), cancellation: TestContext.Current.CancellationToken);
        var rows = ExportedPackages.OddRows(classes);
        _server.Execute(Filled(table, rows));

        var found = Answers(await File.ReadAllTextAsync(folder.Of($"{table}.sql"), TestContext.Current.CancellationToken), classes);

        var expected = ModelAnswers.Of(package.Model.Form, Admission.Admit(rows, package.Model.Schema, needsTarget: false).Table, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(expected.Length, found.Count);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * Math.Max(1, Math.Abs(pair.First))));
    }

    private static string Filled(string table, Table rows)
    {
        string Cell(Column column, int row) => column.Format(row) is not { } text ? "NULL" : column is NumberColumn ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
        var names = string.Join(", ", rows.Columns.Select(column => $"\"{column.Name}\" {(column is NumberColumn ? "float8" : "text")}"));
        var values = string.Join(",\n", Enumerable.Range(0, rows.RowCount).Select(row => $"({string.Join(", ", rows.Columns.Select(column => Cell(column, row)))})"));
        return string.Create(CultureInfo.InvariantCulture, $"CREATE TABLE \"{table}\" ({names}); INSERT INTO \"{table}\" VALUES {values}");
    }

    private List<double> Answers(string sql, bool classes)
    {
        using var connection = _server.Open();
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var (answers, width) = (new List<double>(), classes ? 2 : 1);
        while (reader.Read())
        {
            for (var place = reader.FieldCount - width; place < reader.FieldCount; place++)
            {
                answers.Add(Convert.ToDouble(reader.GetValue(place), CultureInfo.InvariantCulture));
            }
        }

        return answers;
    }
}
