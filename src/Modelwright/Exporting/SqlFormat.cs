using System.Globalization;
using System.Text;
using Modelwright.Core.Data;
using Modelwright.Exporting.Sql;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Exporting;

/// <summary>One SELECT for DuckDB and PostgreSQL, of sums, tables and trees.</summary>
internal sealed class SqlFormat : IExportFormat
{
    /// <summary>Splits of trees in one statement at most.</summary>
    public const int MostSplits = 50_000;

    /// <inheritdoc/>
    public string Name => "sql";

    /// <inheritdoc/>
    public string Ending => ".sql";

    /// <inheritdoc/>
    public string Meaning => "one SELECT that scores a table in DuckDB or PostgreSQL; trees, sums and tables, no networks";

    /// <inheritdoc/>
    public IReadOnlyList<FormulaGap> Gaps(ExportGround ground)
    {
        ArgumentNullException.ThrowIfNull(ground);
        var gaps = new List<FormulaGap>();
        if (ground.Formula.Nodes.Any(node => node.Operation is FormulaOperation.Single or FormulaOperation.Layer or FormulaOperation.Waves or FormulaOperation.Mish or FormulaOperation.Selu))
        {
            gaps.Add(new("the networks of the model", "SQL has no single-precision sums; export it as C# or ONNX"));
        }

        if (ground.Formula.Nodes.Any(node => node.Operation == FormulaOperation.NormalQuantile))
        {
            gaps.Add(new("the normal scores of step 'quantile'", "SQL has no inverse of the normal distribution; export it as C# or ONNX"));
        }

        var splits = ground.Formula.Nodes.Sum(node => node.Trees?.Trees.Sum(tree => (long)tree.NodeCount) ?? 0);
        if (splits > MostSplits)
        {
            gaps.Add(new("the trees of the model", string.Create(CultureInfo.InvariantCulture, $"they have {splits:N0} splits, and databases take minutes to plan a statement of more than {MostSplits:N0}; distill the model (train --distill), or export it as C# or ONNX")));
        }

        return gaps;
    }

    /// <inheritdoc/>
    /// <remarks>The table is called as <paramref name="name"/> says.</remarks>
    public void Write(ExportGround ground, string name, Stream stream, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ground);
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        new SqlExport(ground, name).Write(writer, cancellation);
    }

    /// <inheritdoc/>
    /// <remarks>A database adds in an order of its own, and has powers and logarithms of its own.</remarks>
    public double Tolerance => 1e-9;

    /// <inheritdoc/>
    /// <remarks>By DuckDB.</remarks>
    public double[] Answers(ExportGround ground, string path, Table rows, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ground);
        return SqlAnswers.Of(ground, path, rows, SqlAnswers.Longest, cancellation);
    }
}
