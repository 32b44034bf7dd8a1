import { useEffect, useState } from "react";

/** The time now, read again every so many seconds: for « il y a 2 s » and « en retard de 12 min ». */
export const useNow = (everySeconds = 30): Date => {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date());
    }, everySeconds * 1000);
    return () => {
      clearInterval(timer);
    };
  }, [everySeconds]);
  return now;
};
