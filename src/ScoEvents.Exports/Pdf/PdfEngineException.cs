namespace ScoEvents.Exports.Pdf;

/// <summary>Why a page could not be printed.</summary>
public enum PdfEngineFailure
{
    /// <summary>No Chromium was found on the machine, or it cannot be started at all.</summary>
    BrowserMissing,

    /// <summary>Printing took longer than allowed and was stopped.</summary>
    TimedOut,

    /// <summary>The page or the resulting file is over its limit.</summary>
    TooLarge,

    /// <summary>The browser ended or refused; the message carries its last words.</summary>
    Crashed,
}

/// <summary>A page could not be printed; the message is for the log and the administrator, not for the reader.</summary>
public sealed class PdfEngineException : Exception
{
    /// <summary>Creates the failure with its reason.</summary>
    public PdfEngineException(PdfEngineFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>What went wrong, for the code that decides what the reader is told.</summary>
    public PdfEngineFailure Failure { get; }
}
