namespace Modelwright.Exporting.Onnx.Nodes;

/// <summary>A value of the graph: numbers in double precision.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Width">Numbers a row.</param>
/// <param name="HasRows">Whether it has the rows of the inputs; else one row that counts for all.</param>
internal readonly record struct GraphValue(string Name, int Width, bool HasRows);
