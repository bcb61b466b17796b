using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Profile;
using Modelwright.Quality.Sets;
using Modelwright.Runtime.Prediction;
using Modelwright.Sources;

namespace Modelwright.Explaining;

/// <summary>A table as LightGBM takes it: numbers and categories, with a target.</summary>
/// <param name="Features">Numbers and categories; other columns are left out.</param>
/// <param name="Target">A number, or a category.</param>
internal sealed record SetRows(Table Features, Column Target)
{
    /// <summary>The classes; none for numbers.</summary>
    public IReadOnlyList<string> Classes => Target is CategoryColumn classes ? classes.Levels : [];

    /// <summary>The columns as a form reads them.</summary>
    public FormInput[] Inputs => [.. Features.Columns.Select(column => new FormInput(column.Name, column.Type, (column as CategoryColumn)?.Levels ?? []))];

    /// <summary>Reads a set.</summary>
    public static async Task<SetRows> ReadAsync(DataSet set)
    {
        var source = await SourceTable.ReadAsync(set.File);
        var profile = Profiler.Inspect(source.Table, new() { Target = set.Target, Task = set.Task, Ignore = [.. set.Dropped], Source = source.Report });
        var admitted = Admission.Admit(source.Table, profile.Schema, needsTarget: true).Table;
        var target = admitted[set.Target];
        int[] known = [.. Enumerable.Range(0, admitted.RowCount).Where(row => !target.IsMissing(row))];
        Column[] features = [.. profile.Schema.Features.Where(spec => spec.Type is ColumnType.Number or ColumnType.Category).Select(spec => admitted[spec.Name].Take(known))];
        return new(new(features, known.Length), target.Take(known));
    }
}
