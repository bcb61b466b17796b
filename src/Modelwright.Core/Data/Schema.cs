using System.Diagnostics.CodeAnalysis;
using Modelwright.Core.Errors;

namespace Modelwright.Core.Data;

/// <summary>The columns a model was made from, with their meaning; enforced again at prediction.</summary>
public sealed class Schema
{
    private readonly Dictionary<string, ColumnSpec> _byName;

    /// <summary>Makes a schema.</summary>
    /// <param name="columns">Specs of different names.</param>
    /// <exception cref="DataException">Two specs have one name; the text lists all such names.</exception>
    public Schema(IReadOnlyList<ColumnSpec> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Columns = columns;
        _byName = new(StringComparer.Ordinal);
        List<string>? faults = null;
        foreach (var column in columns)
        {
            if (!_byName.TryAdd(column.Name, column))
            {
                (faults ??= []).Add($"Two columns of the schema are named '{column.Name}'. Rename one of them.");
            }
        }

        if (faults is not null)
        {
            throw new DataException(string.Join('\n', faults));
        }
    }

    /// <summary>The columns in the order of the file.</summary>
    public IReadOnlyList<ColumnSpec> Columns { get; }

    /// <summary>The columns that may be used to predict.</summary>
    public IEnumerable<ColumnSpec> Features => WithRole(ColumnRole.Feature);

    /// <summary>The target, where the task has one.</summary>
    public ColumnSpec? Target => WithRole(ColumnRole.Target).FirstOrDefault();

    /// <summary>The columns of a role.</summary>
    /// <param name="role">The role.</param>
    /// <returns>Specs in order; may be empty.</returns>
    public IEnumerable<ColumnSpec> WithRole(ColumnRole role) => Columns.Where(column => column.Role == role);

    /// <summary>Looks a column up.</summary>
    /// <param name="name">The name; case matters.</param>
    /// <param name="column">The spec, where there is one.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out ColumnSpec? column) => _byName.TryGetValue(name, out column);
}
