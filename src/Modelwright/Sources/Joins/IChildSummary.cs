using Modelwright.Core.Data;

namespace Modelwright.Sources.Joins;

/// <summary>Sums up one column of the other table while the rows of a group come, the oldest first.</summary>
internal interface IChildSummary
{
    /// <summary>A new group begins.</summary>
    void Begin();

    /// <summary>One more row counts.</summary>
    void Take(int childRow);

    /// <summary>Writes what is known by now into a row of the parent.</summary>
    void Write(int parentRow);

    /// <summary>The columns that were written.</summary>
    IEnumerable<Column> Build();
}
