namespace Modelwright.Core.Data;

/// <summary>Where a block stands in a spill file.</summary>
internal readonly record struct SpillSlot(long Offset, long Length);
