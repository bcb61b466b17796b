using Modelwright.Core.Data;

namespace Modelwright.Server.Watching;

/// <summary>Rows of the log that are judged together.</summary>
/// <param name="Rows">The columns of the model, and its target where any row has a label.</param>
/// <param name="Labels">Rows with a label.</param>
/// <param name="From">When the first row came.</param>
/// <param name="To">When the last row came.</param>
/// <param name="Until">Where the next window begins.</param>
internal sealed record LoggedWindow(Table Rows, int Labels, DateTimeOffset From, DateTimeOffset To, DateTimeOffset Until);
