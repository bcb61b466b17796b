using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Exporting;
using Modelwright.Onnx;
using Modelwright.Runtime.Packaging;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Quality.Scoring;

/// <summary>Our export of trees as ONNX Runtime runs it, columns as typed inputs.</summary>
internal static class TreeGraph
{
    private const string Asked = "what is asked";

    /// <summary>Exports a form, which proves it, and opens the graph on one thread.</summary>
    /// <param name="form">The form.</param>
    /// <param name="rows">The rows that it was trained on.</param>
    internal static OnnxCheck Open(IForm form, SetRows rows)
    {
        var path = Path.GetTempFileName();
        try
        {
            ModelExport.Write(Packed(form, rows), new OnnxFormat(Answers), path);
            return OnnxCheck.Open(File.ReadAllBytes(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Package Packed(IForm form, SetRows rows)
    {
        var isNumber = rows.Classes == 0;
        Column target = isNumber
            ? new NumberColumn(Asked, Array.ConvertAll(rows.Labels, label => (double)label))
            : CategoryColumn.FromTexts(Asked, Array.ConvertAll(rows.Labels, label => ((IPredictsClasses)form).Classes[(int)label]));
        var table = rows.Training.With(target);
        var schema = new Schema([.. table.Columns.Select(column => new ColumnSpec(column.Name, column.Type, column.Name == Asked ? ColumnRole.Target : ColumnRole.Feature) { Levels = (column as CategoryColumn)?.Levels ?? [] })]);
        return Package.Of(new Model(isNumber ? LearningTask.Regression : LearningTask.Classification, schema, form), table);
    }

    private static double[] Answers(string path, Table rows, CancellationToken cancellation)
    {
        using var graph = OnnxCheck.Open(File.ReadAllBytes(path));
        return graph.Answer(rows, cancellation).Outputs;
    }
}
