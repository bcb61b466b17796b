using System.Text;
using Modelwright.Core.Data;
using Modelwright.Exporting.Sql;
using Modelwright.Runtime.Formulas;

namespace Modelwright.Exporting;

/// <summary>One SELECT for DuckDB and PostgreSQL, of sums, tables and trees.</summary>
public sealed class SqlFormat : IExportFormat
{
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
        return
        [
            .. ground.Formula.Nodes.Select(node => node.Operation).Distinct().Where(operation => !SqlExpressions.Knows(operation))
                .Select(operation => new FormulaGap($"operation '{operation}'", "SQL has no such reckoning: networks and normal scores stay in packages, C# and ONNX")),
        ];
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
        return SqlAnswers.Of(ground, path, rows, cancellation);
    }
}
